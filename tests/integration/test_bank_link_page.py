"""The connect page below the browser: what it never shows, never stores and never believes."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from budgetsync.sandbox import BankServer, DemoBank
from tests.contract.receiver import KEYS, Receiver, post

EVIL = "<script>alert('x')</script>"


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=2, rows=100)


@pytest.fixture
def server(bank: DemoBank) -> Iterator[BankServer]:
    with bank.serve() as running:
        yield running


@pytest.fixture
def http(server: BankServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, trust_env=False, follow_redirects=True) as client:
        yield client


def start(server: BankServer, **more: object) -> dict[str, Any]:
    fields: dict[str, object] = {
        "client_name": "BudgetSync",
        "language": "en",
        "country_codes": ["US"],
        "user": {"client_user_id": "somebody"},
        "products": ["transactions"],
        "hosted_link": {},
    }
    return post(server, "/link/token/create", **{**fields, **more})


def go_through(http: httpx.Client, url: str, *forms: dict[str, str]) -> httpx.Response:
    page = http.get(url)
    for form in forms:
        page = http.post(url, data=form)
        assert page.status_code == 200, page.text
    return page


SIGN_IN = ({"action": "choose", "institution": "ins_109508"},)


def test_nothing_that_was_typed_becomes_markup(server: BankServer, http: httpx.Client) -> None:
    url = start(server, client_name=EVIL[:30])["hosted_link_url"]

    found = http.get(url, params={"q": f'"{EVIL}'})
    wrong = go_through(http, url, *SIGN_IN, {"action": "signin", "username": f'"{EVIL}', "password": "x"})

    for page in (found, wrong):
        assert "<script" not in page.text
        assert "&lt;script" in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert (page.headers["referrer-policy"], page.headers["cache-control"]) == ("no-referrer", "no-store")
    assert 'name="password" required' in wrong.text
    assert 'value="x"' not in wrong.text


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_the_way_back_is_never_a_script(server: BankServer, http: httpx.Client, address: str) -> None:
    url = start(server, hosted_link={"completion_redirect_uri": address})["hosted_link_url"]

    left = go_through(http, url, {"action": "exit"})

    assert "You left before the end" in left.text
    assert address not in left.text


def test_forms_for_another_state_change_nothing(
    server: BankServer, http: httpx.Client, bank: DemoBank
) -> None:
    url = start(server)["hosted_link_url"]

    page = go_through(
        http,
        url,
        {"action": "share", "account": "0"},
        {"action": "code", "code": "1234"},
        {"action": "signin", "username": "user_good", "password": "pass_good"},
        {"action": "dance"},
    )

    assert "Choose your institution" in page.text
    assert bank.world(transactions=False)["items"] == []
    page = go_through(http, url, {"action": "choose", "institution": "ins_0"})
    assert "not to be had here" in page.text
    page = go_through(
        http, url, *SIGN_IN, {"action": "signin", "username": "user_good", "password": "pass_good"},
        {"action": "share", "account": "77"},
    )  # fmt: skip
    assert "at least one account" in page.text


def test_addresses_that_lead_nowhere(server: BankServer, http: httpx.Client, bank: DemoBank) -> None:
    assert http.get("/hl/nothing").status_code == 404
    assert http.post("/hl/nothing", data={"action": "exit"}).status_code == 404
    url = start(server)["hosted_link_url"]
    assert http.post(url, content=b"x" * 200_000).status_code == 413
    bank.advance(minutes=30)
    assert http.get(url).status_code == 410
    assert http.post(url, data={"action": "exit"}, follow_redirects=False).status_code == 303
    assert http.get(url).status_code == 410


def test_a_bank_that_always_wants_a_code(server: BankServer, http: httpx.Client) -> None:
    link = start(server)

    page = go_through(
        http,
        link["hosted_link_url"],
        {"action": "choose", "institution": "ins_109512"},
        {"action": "signin", "username": "user_good", "password": "pass_good"},
    )
    assert "Enter your code" in page.text
    page = go_through(http, link["hosted_link_url"], {"action": "code", "code": " 1234 "})
    assert "Houndstooth Current" in page.text


def test_link_webhooks_tell_how_it_ended(server: BankServer, http: httpx.Client, bank: DemoBank) -> None:
    with Receiver() as receiver:
        link = start(server, webhook=receiver.url)
        go_through(http, link["hosted_link_url"], {"action": "exit"}, {"action": "again"})
        go_through(
            http,
            link["hosted_link_url"],
            *SIGN_IN,
            {"action": "signin", "username": "user_good", "password": "pass_good"},
            {"action": "share", "account": "0"},
        )
        assert bank.settle_webhooks()
        told = [received.told for received in receiver.posts]

    assert [(one["webhook_type"], one["webhook_code"]) for one in told] == [
        ("LINK", "SESSION_FINISHED"),
        ("LINK", "ITEM_ADD_RESULT"),
        ("LINK", "SESSION_FINISHED"),
    ]
    assert [one.get("status") for one in told] == ["EXITED", None, "SUCCESS"]
    assert told[2]["public_tokens"] == [told[1]["public_token"]]
    assert {one["link_token"] for one in told} == {link["link_token"]}
    sessions = post(server, "/link/token/get", link_token=link["link_token"])["link_sessions"]
    assert [one["link_session_id"] for one in told] == [
        *(sessions[0]["link_session_id"], sessions[1]["link_session_id"], sessions[1]["link_session_id"]),
    ]
    bank.advance(hours=7)
    assert post(server, "/link/token/get", link_token=link["link_token"])["link_sessions"] == []


def test_a_custom_user_may_come_by_the_page(server: BankServer, http: httpx.Client, bank: DemoBank) -> None:
    link = start(server)
    custom = (
        '{"override_accounts": [{"meta": {"name": "Own Purse", "mask": "1717"}, "starting_balance": 12.5}]}'
    )

    page = go_through(
        http,
        link["hosted_link_url"],
        *SIGN_IN,
        {"action": "signin", "username": "user_custom", "password": custom},
    )
    assert "Own Purse" in page.text
    go_through(http, link["hosted_link_url"], {"action": "share", "account": "0"})

    (session,) = post(server, "/link/token/get", link_token=link["link_token"])["link_sessions"]
    (added,) = session["results"]["item_add_results"]
    token = post(server, "/item/public_token/exchange", public_token=added["public_token"])["access_token"]
    answer = httpx.post(
        f"{server.url}/accounts/get", json={"access_token": token}, headers=KEYS, trust_env=False
    )
    assert [account["name"] for account in answer.json()["accounts"]] == ["Own Purse"]
    assert custom not in httpx.get(f"{server.url}/control/requests", trust_env=False).text
    assert bank.world(transactions=False)["items"][0]["username"] == "user_custom"
