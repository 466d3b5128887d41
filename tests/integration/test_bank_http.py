"""The demo bank over real HTTP: paging, news, restarts, and bodies to the byte."""

import json
import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank, StateError

KEYS = {"PLAID-CLIENT-ID": DEMO_CLIENT_ID, "PLAID-SECRET": DEMO_SECRET}

Json = dict[str, Any]


class Caller:
    """A client that reads nothing into what it gets."""

    def __init__(self, server: BankServer) -> None:
        self.http = httpx.Client(base_url=server.url, headers=KEYS, trust_env=False)

    def raw(self, path: str, **body: object) -> httpx.Response:
        return self.http.post(path, json=body)

    def post(self, path: str, **body: object) -> Json:
        response = self.raw(path, **body)
        assert response.status_code == 200, response.text
        answer: Json = response.json()
        return answer

    def error(self, path: str, **body: object) -> tuple[int, str]:
        response = self.raw(path, **body)
        return response.status_code, response.json()["error_code"]

    def connect(self, institution_id: str = "ins_109508", **options: object) -> str:
        created = self.post(
            "/sandbox/public_token/create",
            institution_id=institution_id,
            initial_products=["transactions"],
            options=options,
        )
        exchanged = self.post("/item/public_token/exchange", public_token=created["public_token"])
        return str(exchanged["access_token"])

    def sync(self, token: str, cursor: str = "", count: int = 500) -> tuple[Json, str]:
        """Run a whole loop; returns its three lists, and the cursor to go on from."""
        lists: Json = {"added": [], "modified": [], "removed": []}
        while True:
            page = self.post("/transactions/sync", access_token=token, cursor=cursor, count=count)
            assert sum(len(page[name]) for name in lists) <= count
            for name in lists:
                lists[name] += page[name]
            cursor = page["next_cursor"]
            if not page["has_more"]:
                return lists, cursor

    def world(self) -> Json:
        truth: Json = self.http.get("/control/world").raise_for_status().json()
        return truth


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=3, rows=900)


@pytest.fixture
def caller(bank: DemoBank) -> Iterator[Caller]:
    with bank.serve() as server:
        made = Caller(server)
        with made.http:
            yield made


def apply(ledger: Json, lists: Json) -> None:
    """What every client does with a loop."""
    for row in lists["added"]:
        assert row["transaction_id"] not in ledger
        ledger[row["transaction_id"]] = row
    for row in lists["modified"]:
        assert row["transaction_id"] in ledger
        ledger[row["transaction_id"]] = row
    for row in lists["removed"]:
        del ledger[row["transaction_id"]]


def truth(world: Json) -> Json:
    return {row["transaction_id"]: row for row in world["transactions"]}


def assert_same(ledger: Json, world: Json) -> None:
    expected = truth(world)
    assert ledger.keys() == expected.keys()
    for key, row in expected.items():
        seen = ledger[key]
        assert seen["amount"] == json.loads(row["amount"])
        for name in ("account_id", "date", "authorized_date", "name", "merchant_name", "pending"):
            assert seen[name] == row[name]
        assert seen["pending_transaction_id"] == row["pending_transaction_id"]
        assert seen["iso_currency_code"] == row["currency"]


@pytest.mark.parametrize("count", [1, 7, 100, 499, 500])
def test_any_page_size_gives_the_same_rows_in_the_same_order(count: int) -> None:
    bank = DemoBank(seed=3, rows=150)
    with bank.serve() as server:
        caller = Caller(server)
        with caller.http:
            token = caller.connect()
            whole, _ = caller.sync(token)
            parts, _ = caller.sync(token, count=count)

    assert parts == whole
    assert len(whole["added"]) > 50


def test_clients_follow_the_world_through_three_weeks(bank: DemoBank, caller: Caller) -> None:
    tokens = {caller.connect(institution): "" for institution in ("ins_109508", "ins_109509", "ins_109510")}
    ledger: Json = {}
    seen = {"added": 0, "modified": 0, "removed": 0}
    for _ in range(21):
        for token, cursor in tokens.items():
            lists, tokens[token] = caller.sync(token, cursor, count=40)
            apply(ledger, lists)
            for name in seen:
                seen[name] += len(lists[name])
        assert_same(ledger, caller.world())
        bank.advance(days=1)

    assert seen["added"] > 900
    assert seen["removed"] > 20
    assert seen["modified"] > 3
    linked = [row for row in ledger.values() if row["pending_transaction_id"]]
    assert linked
    assert all(not row["pending"] for row in linked)


def test_a_sync_without_news_gives_nothing_and_the_same_cursor(caller: Caller) -> None:
    token = caller.connect()
    _, cursor = caller.sync(token)

    lists, again = caller.sync(token, cursor)

    assert again == cursor
    assert not any(lists.values())


def test_what_came_and_went_between_two_syncs_is_not_told(bank: DemoBank, caller: Caller) -> None:
    token = caller.connect()
    first, cursor = caller.sync(token)
    known = {row["transaction_id"] for row in first["added"]}

    bank.advance(days=30)
    lists, _ = caller.sync(token, cursor)

    assert {row["transaction_id"] for row in lists["removed"]} <= known
    assert {row["transaction_id"] for row in lists["modified"]} <= known
    assert not {row["transaction_id"] for row in lists["added"]} & known


def test_a_change_between_two_pages_restarts_the_loop(bank: DemoBank, caller: Caller) -> None:
    token = caller.connect()
    page = caller.post("/transactions/sync", access_token=token, count=10)
    bank.advance(days=2)

    refused = caller.raw("/transactions/sync", access_token=token, cursor=page["next_cursor"])

    assert refused.status_code == 400
    assert refused.json()["error_type"] == "TRANSACTIONS_ERROR"
    assert refused.json()["error_code"] == "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION"
    ledger: Json = {}
    apply(ledger, caller.sync(token)[0])
    assert_same(ledger, caller.world())


def test_a_second_item_at_the_same_bank_has_ids_of_its_own(caller: Caller) -> None:
    first, _ = caller.sync(caller.connect("ins_109509"))
    second, _ = caller.sync(caller.connect("ins_109509"))

    def ids(lists: Json, name: str) -> set[str]:
        return {row[name] for row in lists["added"]}

    assert not ids(first, "transaction_id") & ids(second, "transaction_id")
    assert not ids(first, "account_id") & ids(second, "account_id")
    plain = [
        [(row["date"], row["amount"], row["name"]) for row in lists["added"]] for lists in (first, second)
    ]
    assert plain[0] == plain[1]


def test_days_requested_bounds_the_history(caller: Caller) -> None:
    lists, _ = caller.sync(caller.connect(transactions={"days_requested": 30}))

    assert min(row["date"] for row in lists["added"]) == "2026-05-16"


def test_null_is_as_good_as_leaving_it_out(caller: Caller) -> None:
    token = caller.connect(webhook=None, transactions=None)
    options = {"account_id": None, "personal_finance_category_version": None, "days_requested": None}

    page = caller.post("/transactions/sync", access_token=token, cursor=None, count=None, options=options)

    assert len(page["added"]) == 100
    assert caller.error("/item/get", access_token=None) == (400, "MISSING_FIELDS")


def test_days_can_be_asked_for_by_the_call_that_first_wants_transactions(caller: Caller) -> None:
    created = caller.post(
        "/sandbox/public_token/create", institution_id="ins_109508", initial_products=["identity"]
    )
    token = caller.post("/item/public_token/exchange", public_token=created["public_token"])["access_token"]
    oldest = [
        min(row["date"] for row in page["added"])
        for days in (20, 700)
        if (
            page := caller.post(
                "/transactions/sync", access_token=token, count=500, options={"days_requested": days}
            )
        )
    ]

    assert oldest[0] == oldest[1] >= "2026-05-26"
    assert caller.post("/item/get", access_token=token)["item"]["products"] == ["identity", "transactions"]


def test_not_ready_first_when_asked_for() -> None:
    with DemoBank(rows=50, not_ready_calls=1).serve() as server:
        caller = Caller(server)
        with caller.http:
            token = caller.connect()
            first = caller.post("/transactions/sync", access_token=token)
            second = caller.post("/transactions/sync", access_token=token, cursor=first["next_cursor"])

    assert (first["added"], first["next_cursor"], first["has_more"]) == ([], "", False)
    assert first["transactions_update_status"] == "NOT_READY"
    assert second["transactions_update_status"] == "HISTORICAL_UPDATE_COMPLETE"
    assert second["added"]


def test_cursor_now_skips_the_history(bank: DemoBank, caller: Caller) -> None:
    token = caller.connect()
    lists, cursor = caller.sync(token, "now")
    assert not any(lists.values())

    bank.advance(days=3)

    assert caller.sync(token, cursor)[0]["added"]


@pytest.mark.parametrize(
    ("path", "body", "code"),
    [
        ("/item/get", {}, "MISSING_FIELDS"),
        ("/item/get", {"access_token": "nonsense"}, "INVALID_ACCESS_TOKEN"),
        ("/item/get", {"access_token": 5}, "INVALID_FIELD"),
        ("/item/get", {"access_token": "x", "colour": "red"}, "UNKNOWN_FIELDS"),
        ("/item/public_token/exchange", {"public_token": "x"}, "INVALID_PUBLIC_TOKEN"),
        (
            "/institutions/get_by_id",
            {"institution_id": "ins_0", "country_codes": ["US"]},
            "INVALID_INSTITUTION",
        ),
        (
            "/institutions/get_by_id",
            {"institution_id": "ins_109508", "country_codes": ["XX"]},
            "INVALID_FIELD",
        ),
        ("/sandbox/public_token/create", {"institution_id": "a", "initial_products": []}, "INVALID_FIELD"),
    ],
)
def test_wrong_requests_are_refused_as_plaid_refuses_them(
    caller: Caller, path: str, body: Json, code: str
) -> None:
    assert caller.error(path, **body) == (400, code)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"count": 0}, "INVALID_FIELD"),
        ({"count": 501}, "INVALID_FIELD"),
        ({"count": True}, "INVALID_FIELD"),
        ({"cursor": "bm90IGEgY3Vyc29y"}, "INVALID_FIELD"),
        ({"options": {"colour": "red"}}, "UNKNOWN_FIELDS"),
        ({"options": {"account_id": "nobody"}}, "INVALID_ACCOUNT_ID"),
    ],
)
def test_wrong_sync_requests(caller: Caller, wrong: Json, code: str) -> None:
    assert caller.error("/transactions/sync", access_token=caller.connect(), **wrong) == (400, code)


def test_a_cursor_belongs_to_its_item(caller: Caller) -> None:
    _, cursor = caller.sync(caller.connect())

    refused = caller.raw("/transactions/sync", access_token=caller.connect(), cursor=cursor)

    assert refused.json()["error_code"] == "INVALID_FIELD"
    assert refused.json()["error_message"] == "cursor not associated with access_token"


def test_unknown_paths_and_methods_are_not_found(caller: Caller) -> None:
    assert caller.error("/nothing/here") == (404, "NOT_FOUND")
    assert caller.http.get("/item/get").status_code == 404


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff"])
def test_a_body_that_is_no_json_object(caller: Caller, content: bytes) -> None:
    response = caller.http.post("/item/get", content=content)

    assert (response.status_code, response.json()["error_code"]) == (400, "INVALID_BODY")


def test_keys_may_come_in_the_body_and_must_be_there(caller: Caller) -> None:
    token = caller.connect()
    for name in KEYS:
        del caller.http.headers[name]

    assert caller.error("/item/get", access_token=token) == (400, "MISSING_FIELDS")
    keys = {"client_id": DEMO_CLIENT_ID, "secret": DEMO_SECRET}
    assert caller.post("/item/get", access_token=token, **keys)["item"]["institution_id"] == "ins_109508"
    wrong = {**keys, "secret": "0" * 30}
    assert caller.error("/item/get", access_token=token, **wrong) == (400, "INVALID_API_KEYS")


def play(bank: DemoBank) -> list[bytes]:
    """A fixed sequence of calls; returns every body that came back."""
    bodies: list[bytes] = []
    with bank.serve() as server:
        caller = Caller(server)
        with caller.http as http:
            http.event_hooks["response"] = [lambda response: bodies.append(response.read())]
            token = caller.connect()
            _, cursor = caller.sync(token, count=200)
            caller.http.post("/control/advance", json={"days": 3, "hours": 5})
            caller.sync(token, cursor)
            caller.error("/item/get", access_token="nonsense")
            caller.world()
    return bodies


def test_the_same_seed_and_calls_give_the_same_bytes() -> None:
    first, second = play(DemoBank(seed=21, rows=600)), play(DemoBank(seed=21, rows=600))

    assert first == second
    assert play(DemoBank(seed=22, rows=600)) != first


def test_a_restart_from_the_state_file_goes_unnoticed(tmp_path: Path) -> None:
    state_path = tmp_path / "bank.json"
    ledger: Json = {}
    with DemoBank(seed=5, rows=300, state_path=state_path).serve() as server:
        caller = Caller(server)
        with caller.http:
            token = caller.connect()
            caller.http.post("/control/advance", json={"days": 4}).raise_for_status()
            lists, cursor = caller.sync(token)
            apply(ledger, lists)
            world = caller.world()
    assert stat.S_IMODE(state_path.stat().st_mode) == 0o600

    bank = DemoBank(state_path=state_path)
    with bank.serve() as server:
        caller = Caller(server)
        with caller.http:
            assert caller.world() == world
            assert not any(caller.sync(token, cursor)[0].values())
            bank.advance(days=5)
            apply(ledger, caller.sync(token, cursor)[0])
            assert_same(ledger, caller.world())


def test_a_state_file_of_another_world_is_refused(tmp_path: Path) -> None:
    state_path = tmp_path / "bank.json"
    DemoBank(seed=5, rows=20, state_path=state_path)

    with pytest.raises(StateError, match="seed 5, not 6"):
        DemoBank(seed=6, state_path=state_path)
    state_path.write_text("nonsense")
    with pytest.raises(StateError, match="no state file"):
        DemoBank(state_path=state_path)


def test_the_control_interface_wants_its_token() -> None:
    bank = DemoBank(rows=20, control_token="open sesame")
    with bank.serve() as server, httpx.Client(base_url=server.url, trust_env=False) as http:
        assert http.get("/control/world").status_code == 401
        assert http.post("/control/advance", json={"days": 1}).status_code == 401
        admitted = http.get("/control/world", headers={"Authorization": "Bearer open sesame"})

    assert admitted.status_code == 200
    assert admitted.json()["today"] == "2026-06-15"


def test_advance_refuses_nonsense(caller: Caller) -> None:
    assert caller.http.post("/control/advance", json={"days": -1}).status_code == 400
    assert caller.http.post("/control/advance", json={"weeks": 1}).status_code == 400
    assert caller.http.post("/control/advance", json={"hours": 20}).json()["today"] == "2026-06-16"


def test_the_short_world_has_counts_and_no_transactions(caller: Caller) -> None:
    caller.connect()

    short = caller.http.get("/control/world", params={"transactions": "false"}).json()

    assert "transactions" not in short
    assert sum(account["posted"] + account["pending"] for account in short["accounts"]) > 0
    assert len([account for bank in short["institutions"] for account in bank["accounts"]]) == 7


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.com", ""])  # noqa: S104 - refused
def test_only_the_loopback_is_served(bank: DemoBank, host: str) -> None:
    with pytest.raises(ValueError, match="loopback"):
        bank.serve(host=host)


def test_stopping_ends_the_thread_and_frees_the_port(bank: DemoBank) -> None:
    server = bank.serve()
    port = urlsplit(server.url).port
    assert port
    server.stop()
    server.stop()

    assert not [thread for thread in threading.enumerate() if thread.name == "demo-bank"]
    with bank.serve(port=port) as again:
        assert again.url == server.url


def test_the_command_line_prints_the_url_first_and_stops_on_a_signal(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "budgetsync.sandbox",
        "--rows",
        "30",
        "--state",
        str(tmp_path / "s.json"),
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        assert child.stdout is not None
        url = child.stdout.readline().strip()
        keys = dict(child.stdout.readline().strip().split("=") for _ in range(3))
        address = f"{url}/control/world?transactions=false"
        refused = httpx.get(address, trust_env=False)
        token = {"Authorization": f"Bearer {keys.pop('CONTROL_TOKEN')}"}
        world = httpx.get(address, headers=token, trust_env=False).json()
        child.send_signal(signal.SIGTERM)
        code = child.wait(20)

    assert code == 0
    assert keys == {"PLAID_CLIENT_ID": DEMO_CLIENT_ID, "PLAID_SECRET": DEMO_SECRET}
    assert refused.status_code == 401
    assert "token" in refused.json()["error"]
    assert world["seed"] == 7
