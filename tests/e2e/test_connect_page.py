"""The connect page in a real Chromium, with real clicks and keys; each state is left as a picture in build/."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plaid.model.country_code import CountryCode
from plaid.model.credit_account_subtype import CreditAccountSubtype
from plaid.model.credit_account_subtypes import CreditAccountSubtypes
from plaid.model.credit_filter import CreditFilter
from plaid.model.item_public_token_exchange_request import ItemPublicTokenExchangeRequest
from plaid.model.link_token_account_filters import LinkTokenAccountFilters
from plaid.model.link_token_create_hosted_link import LinkTokenCreateHostedLink
from plaid.model.link_token_create_request import LinkTokenCreateRequest
from plaid.model.link_token_create_request_update import LinkTokenCreateRequestUpdate
from plaid.model.link_token_create_request_user import LinkTokenCreateRequestUser
from plaid.model.link_token_get_request import LinkTokenGetRequest
from plaid.model.products import Products

from budgetsync.sandbox import DemoBank
from tests.contract.bank_client import connect, plaid_client
from tests.e2e.browser import ENTER, SPACE, TAB, Browser

PICTURES = Path(__file__).parents[2] / "build" / "connect-page"

OVERFLOW = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"
UNLABELLED = """return [...document.querySelectorAll('input:not([type=hidden])')]
    .filter((field) => !field.labels.length).length"""
CONTRAST = """
const channel = (value) => value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const parse = (text) => text.match(/[\\d.]+/g).map(Number);
const light = ([r, g, b]) => [r, g, b].map((v) => channel(v / 255))
    .reduce((sum, v, place) => sum + v * [0.2126, 0.7152, 0.0722][place], 0);
const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
        const colour = parse(getComputedStyle(at).backgroundColor);
        if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
};
return [...document.querySelectorAll('main *')]
    .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .filter((node) => node.checkVisibility() && !node.classList.contains('hidden'))
    .map((node) => {
        const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground(node))];
        return [node.textContent.trim().slice(0, 40), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)];
    }).filter(([, ratio]) => ratio < 4.5);"""


class Page:
    """A bank, Plaid's client and a browser."""

    def __init__(self, bank: DemoBank, client: Any, browser: Browser, look: str) -> None:  # noqa: ANN401 - untyped SDK
        self.bank = bank
        self.client = client
        self.browser = browser
        self._look = look
        self._link_token = ""

    def start(self, **more: object) -> None:
        """Make a link token and open its page."""
        fields: dict[str, object] = {
            "client_name": "BudgetSync",
            "language": "en",
            "country_codes": [CountryCode("US")],
            "user": LinkTokenCreateRequestUser(client_user_id="somebody"),
            "hosted_link": LinkTokenCreateHostedLink(completion_redirect_uri="http://127.0.0.1:9/back"),
        }
        if "access_token" not in more:
            fields["products"] = [Products("transactions")]
        created = self.client.link_token_create(LinkTokenCreateRequest(**{**fields, **more}))
        self._link_token = created.link_token
        self.browser.open(created.hosted_link_url)

    def sessions(self) -> Any:  # noqa: ANN401
        """What Plaid's client is told of the visits."""
        return self.client.link_token_get(LinkTokenGetRequest(link_token=self._link_token)).link_sessions

    def see(self, name: str, heading: str) -> None:
        """Check what every state has to keep to, and leave a picture of it."""
        browser = self.browser
        assert browser.heading == heading
        assert heading in browser.title
        assert browser.run("return document.documentElement.lang") == "en"
        assert browser.run("return document.querySelectorAll('h1').length") == 1
        assert browser.run(UNLABELLED) == 0
        assert not browser.run(OVERFLOW)
        assert browser.run(CONTRAST) == []
        browser.screenshot(PICTURES / f"{name}-{self._look}.png")

    def sign_in(self, username: str, password: str) -> None:
        """Fill the form in and click."""
        self.browser.run("document.querySelector('#username').value = ''")
        self.browser.write("#username", username)
        self.browser.write("#password", password)
        self.browser.follow("Sign in")


@pytest.fixture(scope="module", params=["light", "dark", "narrow"])
def browser(request: pytest.FixtureRequest) -> Iterator[tuple[Browser, str]]:
    look: str = request.param
    width = 320 if look == "narrow" else 1000
    with Browser(width=width, height=720, dark=look == "dark") as running:
        yield running, look


@pytest.fixture(scope="module")
def wide() -> Iterator[Browser]:
    with Browser() as running:
        yield running


@pytest.fixture
def page(browser: tuple[Browser, str]) -> Iterator[Page]:
    bank = DemoBank(seed=7, rows=300)
    with bank.serve() as server, plaid_client(server.url) as client:
        yield Page(bank, client, *browser)


@pytest.fixture
def plain(wide: Browser) -> Iterator[Page]:
    bank = DemoBank(seed=7, rows=300)
    with bank.serve() as server, plaid_client(server.url) as client:
        yield Page(bank, client, wide, "wide")


def test_from_the_search_to_a_connected_item(page: Page) -> None:
    browser = page.browser
    page.start()
    page.see("1-institutions", "Choose your institution")
    browser.write("#q", "nowhere")
    browser.leave(lambda: browser.press(ENTER))
    assert "No institution is called" in browser.text("[role=status]")
    page.see("2-nothing-found", "Choose your institution")
    browser.run("document.querySelector('#q').value = ''")
    browser.write("#q", "platy")
    browser.follow("Search")
    browser.follow("First Platypus Bank")
    page.see("3-sign-in", "Sign in to First Platypus Bank")
    page.sign_in("user_good", "wrong")
    assert "password is not right" in browser.text("[role=alert]")
    assert browser.title.startswith("Error: ")
    assert browser.run("return document.activeElement.id") == "password"
    page.see("4-wrong-password", "Sign in to First Platypus Bank")
    page.sign_in("user_good", "mfa_device")
    page.see("5-code", "Enter your code")
    browser.write("#code", "4321")
    browser.follow("Continue")
    assert "code is not right" in browser.text("[role=alert]")
    page.see("6-wrong-code", "Enter your code")
    browser.write("#code", "1234")
    browser.follow("Continue")
    page.see("7-accounts", "Choose accounts")
    for box in range(3):
        browser.click(browser.find(f"label.tick:nth-of-type({box + 1}) input"))
    browser.follow("Share and connect")
    assert "at least one account" in browser.text("[role=alert]")
    page.see("8-no-account-chosen", "Choose accounts")
    browser.click(browser.find("label.tick:nth-of-type(2) input"))
    browser.follow("Share and connect")
    page.see("9-connected", "You are connected")

    (session,) = page.sessions()
    (added,) = session.results.item_add_results
    assert session.finished_at is not None
    assert session.on_success.public_token == added.public_token
    assert [account.mask for account in added.accounts] in (["0417"], ["2206"], ["7734"])
    assert {"OPEN", "SELECT_INSTITUTION", "ERROR", "SUBMIT_MFA", "HANDOFF"} <= {
        event.event_name for event in session.events
    }
    exchanged = page.client.item_public_token_exchange(
        ItemPublicTokenExchangeRequest(public_token=added.public_token)
    )
    world = page.bank.world(item_id=exchanged.item_id)
    assert [account["mask"] for account in world["accounts"]] == [account.mask for account in added.accounts]


def test_leaving_a_locked_account_and_an_expired_link(page: Page) -> None:
    browser = page.browser
    page.start()
    browser.follow("First Gingham Credit Union")
    browser.follow("Exit")
    page.see("10-left", "You left before the end")
    browser.follow("Start again")
    browser.follow("First Gingham Credit Union")
    page.sign_in("user_locked", "whatever")
    page.see("11-locked", "Your account is locked")

    first, second = page.sessions()
    assert (first.exit.error, first.exit.metadata.status) == (None, "requires_credentials")
    assert first.exit.metadata.institution.name == "First Gingham Credit Union"
    assert second.exit.error.error_code == "ITEM_LOCKED"
    assert "results" not in second

    page.start()
    page.bank.advance(minutes=31)
    browser.leave(lambda: browser.run("location.reload()"))
    page.see("12-expired", "This link has expired")
    browser.open(browser.run("return location.origin") + "/hl/nothing")
    page.see("13-no-such-page", "There is no such page")


def test_update_mode_repairs_the_login_and_shares_a_new_account(page: Page) -> None:
    token = connect(page.client)
    page.bank.happen("login_expiry")
    page.bank.happen("new_account", institution_id="ins_109508", mask="8080")
    page.start(access_token=token, update=LinkTokenCreateRequestUpdate(account_selection_enabled=True))
    page.see("14-update-sign-in", "Sign in to First Platypus Bank")
    page.sign_in("user_good", "pass_good")
    assert page.browser.run("return document.querySelectorAll('input:checked').length") == 3
    page.browser.click(page.browser.find("label.tick:nth-of-type(4) input"))
    page.see("15-update-accounts", "Choose accounts")
    page.browser.follow("Share and connect")
    page.see("16-connected-again", "You are connected again")

    (session,) = page.sessions()
    assert session.results.item_add_results == []
    assert session.on_success.public_token
    assert "exit" not in session
    world = page.bank.world()
    assert [item["needs_login"] for item in world["items"]] == [False]
    assert [account["mask"] for account in world["accounts"]] == ["0417", "2206", "7734", "8080"]
    assert any(row["name"] == "Opening Deposit" for row in world["transactions"])


def test_everything_goes_by_the_keyboard_alone(plain: Page) -> None:
    browser = plain.browser
    plain.start()
    assert browser.run("return document.activeElement.id") == "q"
    browser.leave(lambda: browser.press(*"platypus", ENTER))
    assert browser.find_button("First Platypus Bank")
    browser.press(TAB, TAB)
    assert "Platypus" in browser.run("return document.activeElement.textContent")
    outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    browser.leave(lambda: browser.press(ENTER))
    assert browser.find("#username")
    browser.leave(lambda: browser.press(*"user_good", TAB, *"pass_good", ENTER))
    assert browser.find("input[type=checkbox]")
    browser.press(TAB, TAB, SPACE)
    assert browser.run("return document.querySelectorAll('input:checked').length") == 2
    browser.leave(lambda: browser.press(TAB, TAB, TAB, ENTER))
    assert browser.text("[role=status]").startswith("First Platypus Bank is connected")
    (session,) = plain.sessions()
    assert [account.mask for account in session.results.item_add_results[0].accounts] == ["2206", "7734"]


def test_filters_three_wrong_passwords_and_a_bank_that_is_down(plain: Page) -> None:
    browser = plain.browser
    filters = LinkTokenAccountFilters(
        credit=CreditFilter(account_subtypes=CreditAccountSubtypes([CreditAccountSubtype("credit card")]))
    )
    plain.start(account_filters=filters, client_name="A name that is much too long for this page")
    assert "This application" in browser.text(".who") or browser.heading == "Choose your institution"
    plain.bank.happen("outage", institution_id="ins_109509", minutes=30)
    browser.follow("First Gingham Credit Union")
    assert "does not answer at the moment" in browser.text("[role=alert]")
    browser.follow("First Platypus Bank")
    plain.sign_in("user_good", "pass_good")
    assert browser.run("return document.querySelectorAll('label.tick').length") == 1
    assert "7734" in browser.text("label.tick")

    plain.start()
    browser.follow("First Platypus Bank")
    for _ in range(3):
        plain.sign_in("user_good", "guess")
    assert browser.heading == "Your account is locked"
    assert plain.sessions()[0].exit.error.error_code == "ITEM_LOCKED"
