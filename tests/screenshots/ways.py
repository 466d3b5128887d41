"""How to get to each state from a window that was just opened: by what happens at the bank and around the program."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import TypeVar
from unittest.mock import patch

from PySide6.QtGui import QAction

from budgetsync.domain.money import MoneyError, minor_units
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.situation import Situation
from budgetsync.providers.plaid import convert
from budgetsync.ui.connect.choose_sheet import AnewSheet, ChooseSheet
from budgetsync.ui.connect.outcome_sheets import DoneSheet, DuplicateSheet
from budgetsync.ui.connect.sheet import Sheet
from budgetsync.ui.connect.simplefin_sheet import SimpleFinSheet
from budgetsync.ui.connect.waiting_sheet import WaitingSheet
from budgetsync.ui.pages import Page
from budgetsync.ui.problems.page import ProblemsPage
from budgetsync.ui.settings.page import Place, SettingsPage
from tests.integration.visitor import GOOD, choose, connect, share, visit
from tests.screenshots.stage import BANKS, LONG, Stage
from tests.screenshots.studio import said, until
from tests.ui.connecting import press

T = TypeVar("T", bound=Sheet)
Way = Callable[[Stage], Awaitable[None]]

_PLATYPUS, _GINGHAM, _TATTERSALL = BANKS
_SYNC = "/transactions/sync"


async def nothing(stage: Stage) -> None:
    """No connection yet."""
    assert not stage.shown()


async def synced(stage: Stage) -> None:
    """Three banks, all up to date, and the news of a day."""
    await stage.connect(*BANKS)
    await stage.sync()
    await stage.live_through_a_day()
    stage.pass_time(minutes=4)


async def syncing(stage: Stage) -> None:
    """One bank done, one in the middle of its pages, one that waits for its answer."""
    await stage.connect(*BANKS)
    await stage.sync(_GINGHAM)
    stage.bank.add_fault("read_timeout", endpoint=_SYNC, page=4, seconds=600.0)
    stage.bank.add_fault(
        "read_timeout", endpoint=_SYNC, page=1, item_id=_source(stage, _TATTERSALL), seconds=600.0
    )
    await stage.core.request_sync(stage.items[_PLATYPUS])
    await stage.core.request_sync(stage.items[_TATTERSALL])
    await until(lambda: _rows(stage, _PLATYPUS) >= 1_500, "three pages are there")


async def login_expired(stage: Stage) -> None:
    """One bank wants its user to sign in again."""
    await synced(stage)
    stage.bank.happen("login_expiry", institution_id=_PLATYPUS)
    await stage.sync()


async def bank_down(stage: Stage) -> None:
    """One bank does not answer."""
    await synced(stage)
    stage.bank.happen("outage", institution_id=_GINGHAM, minutes=600)
    stage.bank.add_fault("error", endpoint="/transactions/*", item_id=_source(stage, _GINGHAM))
    await stage.sync()


async def rate_limited(stage: Stage) -> None:
    """The provider wants to be asked less often."""
    await synced(stage)
    stage.bank.add_fault("rate_limited", endpoint=_SYNC, item_id=_source(stage, _GINGHAM), retry_after=900)
    await stage.sync()


async def keys_wrong(stage: Stage) -> None:
    """The provider does not know the keys any more."""
    await synced(stage)
    stage.bank.add_fault("error", endpoint=_SYNC, code="INVALID_API_KEYS")
    await stage.sync()


async def permission_revoked(stage: Stage) -> None:
    """The user withdrew access at the bank."""
    await synced(stage)
    stage.bank.add_fault("error", endpoint=_SYNC, item_id=_source(stage, _TATTERSALL), code="ITEM_NOT_FOUND")
    await stage.sync()


async def unreadable(stage: Stage) -> None:
    """Rows that could not be read were kept aside."""
    with patch.object(convert, "minor_units", _wary):
        await stage.connect(*BANKS)
        await stage.sync()


async def removals_held(stage: Stage) -> None:
    """The bank took back implausibly many rows at once."""
    await synced(stage)
    stage.bank.happen("mass_removal", institution_id=_PLATYPUS, share=0.9)
    await stage.sync()


async def drifted(stage: Stage) -> None:
    """An account's rows do not come to the bank's balance."""
    await synced(stage)
    stage.bank.happen("drift", institution_id=_PLATYPUS, mask="0417", amount_minor=4_200)
    for _ in range(3):
        await stage.live_through_a_day()


async def troubled(stage: Stage) -> None:
    """Several things wrong at once."""
    with patch.object(convert, "minor_units", _wary):
        await synced(stage)
    stage.bank.happen("mass_removal", institution_id=_PLATYPUS, share=0.9)
    await stage.sync(_PLATYPUS)
    stage.bank.happen("login_expiry", institution_id=_GINGHAM)
    stage.bank.add_fault("error", endpoint=_SYNC, item_id=_source(stage, _TATTERSALL), code="ITEM_NOT_FOUND")
    await stage.sync(_GINGHAM, _TATTERSALL)
    await stage.core.notices.look()


async def offline(stage: Stage) -> None:
    """There is no network."""
    await synced(stage)
    stage.weather.change(Situation(online=False))
    stage.server.stop()
    await stage.sync()


async def paused(stage: Stage) -> None:
    """The user wants no syncs by the clock."""
    await synced(stage)
    await stage.core.pause(Pause())


async def long_names(stage: Stage) -> None:
    """A bank and an account with very long names."""
    await stage.connect(*BANKS)
    stage.bank.happen("new_account", institution_id=_PLATYPUS, mask="8080", name=f"{LONG}, Joint Account")
    await stage.sync()


def seen(page: Page, way: Way = synced) -> Way:
    """One of the other pages, as it is after the way to a state of the connections."""

    async def reach(stage: Stage) -> None:
        await way(stage)
        stage.window.show_page(page)

    return reach


def settings(place: Place) -> Way:
    """A section of the settings."""

    async def reach(stage: Stage) -> None:
        await synced(stage)
        if place is Place.BACKUPS:
            await stage.core.keeper.back_up_now()
        stage.window.show_page(Page.SETTINGS)
        page = stage.window.stack.page(Page.SETTINGS)
        assert isinstance(page, SettingsPage)
        page.show_place(place)

    return reach


async def problems(stage: Stage) -> None:
    """Several open problems, one of them looked at."""
    await troubled(stage)
    stage.window.show_page(Page.PROBLEMS)
    page = stage.window.stack.page(Page.PROBLEMS)
    assert isinstance(page, ProblemsPage)

    def wanted() -> list[str]:
        return [entry.key for entry in page.open.model.values if entry.key.startswith("held:")]

    await until(lambda: len(page.open.model.values) > 4 and bool(wanted()), "all problems are listed")
    page.open.entries.choose_key(wanted()[0])


async def kept_aside(stage: Stage) -> None:
    """The letters among the problems."""
    await troubled(stage)
    stage.window.show_page(Page.PROBLEMS)
    page = stage.window.stack.page(Page.PROBLEMS)
    assert isinstance(page, ProblemsPage)
    page.tabs.setCurrentIndex(1)


async def choosing(stage: Stage) -> None:
    """What is asked before a bank is connected."""
    await synced(stage)
    stage.window.acts.connect_requested.emit()
    sheet = await _sheet(stage, ChooseSheet)
    sheet.countries.setCurrentIndex(sheet.countries.findData("US"))  # whose banks the other states connect


async def by_token(stage: Stage) -> None:
    """A setup token that is none was pasted."""
    await choosing(stage)
    press(await _sheet(stage, ChooseSheet), said("Connect", "Use SimpleFIN"))
    sheet = await _sheet(stage, SimpleFinSheet)
    sheet.token.setText("none")
    press(sheet, said("Connect", "Connect"))
    await until(lambda: sheet.trouble.isVisibleTo(sheet), "what is wrong is said")


async def waiting(stage: Stage) -> None:
    """The bank's page is open in the browser."""
    await choosing(stage)
    press(await _sheet(stage, ChooseSheet), said("Connect", "Continue in the browser"))
    sheet = await _sheet(stage, WaitingSheet)
    await visit(stage.opened[-1], choose("ins_109511"))
    opened = said("Connect", "The page is open. Waiting for you to finish.")
    await until(lambda: opened in sheet.words, "the page is known to be open")


async def connected(stage: Stage) -> None:
    """A bank is connected."""
    await waiting(stage)
    await visit(stage.opened[-1], GOOD, share(0, 1))
    await _sheet(stage, DoneSheet)
    await stage.rest()


async def duplicate(stage: Stage) -> None:
    """A bank that is connected already."""
    await choosing(stage)
    press(await _sheet(stage, ChooseSheet), said("Connect", "Continue in the browser"))
    await _sheet(stage, WaitingSheet)
    await connect(stage.opened[-1], _PLATYPUS)
    await _sheet(stage, DuplicateSheet)


async def signing_in(stage: Stage) -> None:
    """Signing in anew, before the bank's page is opened."""
    await login_expired(stage)
    stage.window.acts.reconnect_requested.emit(stage.items[_PLATYPUS])
    await _sheet(stage, AnewSheet)


async def removing(stage: Stage) -> None:
    """A connection is about to be removed."""
    await synced(stage)
    stage.window.acts.remove_requested.emit(stage.items[_GINGHAM])


async def _sheet(stage: Stage, kind: type[T]) -> T:
    def shown() -> list[T]:
        return [each for each in stage.window.findChildren(kind) if each.isVisibleTo(stage.window)]

    await until(lambda: bool(shown()), f"a {kind.__name__} is shown")
    return shown()[-1]


async def palette(stage: Stage) -> None:
    """The command palette, open and asked for something."""
    await synced(stage)
    action = next(
        each for each in stage.window.findChildren(QAction) if each.shortcut().toString() == "Ctrl+K"
    )
    action.trigger()


async def twelve(stage: Stage) -> None:
    """Twelve connections."""
    names = [f"ins_{109_508 + number}" for number in range(5)] + [f"ins_2000{number}" for number in range(7)]
    await stage.connect(*names)
    await stage.sync()


def _wary(amount: Decimal, currency: str) -> int:
    """Read amounts as a program that cannot read all of them."""
    minor = minor_units(amount, currency)
    if minor % 50 == 7:
        message = "the amount ends in seven"
        raise MoneyError(message)
    return minor


def _source(stage: Stage, institution: str) -> str:
    found = [one.item.source_item_id for one in stage.shown() if one.item.institution.id == institution]
    return str(found[0])


def _rows(stage: Stage, institution: str) -> int:
    for one in stage.shown():
        if one.item.institution.id == institution and one.progress is not None:
            return one.progress.rows
    return 0
