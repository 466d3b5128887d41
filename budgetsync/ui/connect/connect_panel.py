"""Connecting a bank and signing in anew, from the choice to what came of it, without a modal box."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from budgetsync.core import Core
from budgetsync.core_links import LinkNews
from budgetsync.domain.errors import BudgetSyncError, Trouble, VaultError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.link import COUNTRIES, LinkEnd, LinkResult, LinkSession
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.choose_sheet import AnewSheet, ChooseSheet
from budgetsync.ui.connect.outcome_sheets import AgainSheet, DoneSheet, DuplicateSheet
from budgetsync.ui.connect.places import country_of, language_of
from budgetsync.ui.connect.sheet import Sheet, SheetStack
from budgetsync.ui.connect.simplefin_sheet import SimpleFinSheet
from budgetsync.ui.connect.troubles import is_about_keys, trouble_here
from budgetsync.ui.connect.vault_sheet import VaultSheet
from budgetsync.ui.connect.waiting_sheet import AskingSheet, WaitingSheet
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.memory import Memory

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a page is made for.

    Attributes:
        item_id: The connection that is signed in anew; None for a new one.
        bank: Its name; "" for a new one.
        make: Has the page made.
    """

    item_id: ItemId | None
    bank: str
    make: Callable[[], Awaitable[LinkSession]]


class ConnectPanel(SheetStack):
    """One page in the browser at a time. It is waited for, whether this panel is seen or not."""

    setup_requested = Signal()

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        icons: Icons,
        locale: QLocale,
        memory: Memory,
        *,
        open_page: Callable[[str], bool],
        poll: float,
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._icons = core, bridge, icons
        self._locale, self._memory = locale, memory
        self._open_page, self._poll = open_page, poll
        self._task: asyncio.Task[None] | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a page is made or waited for."""
        return self.sheet is not None and self.sheet.waits

    def connect_bank(self) -> None:
        """Begin with a new connection, unless a page waits already."""
        if self.is_waiting:
            return
        remembered = self._memory.word("connect/country", (country_of(self._locale), *COUNTRIES))
        sheet = ChooseSheet(self._icons, remembered, is_demo=self._core.environment == "demo")
        sheet.chosen.connect(self._begin)
        sheet.simplefin.connect(self.connect_by_token)
        self._show(sheet)

    def connect_by_token(self) -> None:
        """Ask for a setup token of SimpleFIN, unless a page waits already."""
        if not self.is_waiting:
            self._ask_token(None, "", "")

    def _ask_token(self, item_id: ItemId | None, bank: str, reason: str) -> None:
        sheet = SimpleFinSheet(
            self._icons,
            self._bridge,
            lambda token: self._core.connect_simplefin(token, item_id),
            bank=bank,
            reason=reason,
        )

        def connected(made: ItemId) -> None:
            if self.sheet is sheet:
                self._spawn(self._show_token_done(made, repaired=item_id is not None))

        sheet.connected.connect(connected)
        self._show(sheet)

    async def _show_token_done(self, made: ItemId, *, repaired: bool) -> None:
        result = LinkResult(LinkEnd.REPAIRED if repaired else LinkEnd.CONNECTED, made)
        self._show_done(await self._bank(result), result)

    def sign_in_anew(self, item_id: ItemId) -> None:
        """Begin with signing in anew, unless a page waits already."""
        if not self.is_waiting:
            self._spawn(self._offer_anew(item_id))

    async def _offer_anew(self, item_id: ItemId) -> None:
        overview = await self._core.overview()
        found = next((one.item for one in overview.items if one.item.id == item_id), None)
        if found is None:
            self.finished.emit()
            return
        bank, trouble = found.institution.name, found.trouble
        reason = engine_text(trouble.message) if trouble is not None else ""
        if found.provider == "simplefin":
            self._ask_token(item_id, bank, reason)
            return
        sheet = AnewSheet(self._icons, bank, reason)

        def begin(choose_accounts: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
            countries, language = self._places()
            self._start(
                _Wish(
                    item_id,
                    bank,
                    lambda: self._core.begin_reconnect(
                        item_id, choose_accounts=choose_accounts, countries=countries, language=language
                    ),
                )
            )

        sheet.chosen.connect(begin)
        self._show(sheet)

    def _begin(self, days: int, country: str) -> None:
        self._memory.keep_word("connect/country", country)
        countries, language = self._places()
        self._start(
            _Wish(
                None,
                "",
                lambda: self._core.begin_connect(days=days, countries=countries, language=language),
            )
        )

    def _places(self) -> tuple[tuple[str, ...], str]:
        country = self._memory.word("connect/country", (country_of(self._locale), *COUNTRIES))
        return (country,), language_of(self._locale)

    def _start(self, wish: _Wish) -> None:
        self._show(AskingSheet(self._icons))
        self._spawn(self._go_through(wish))

    async def _go_through(self, wish: _Wish) -> None:
        try:
            session = await wish.make()
        except VaultError as error:
            self._show_vault(wish, error, lambda: self._start(wish))
            return
        except BudgetSyncError as error:
            self._show_trouble(wish, error)
            return
        await self._wait(wish, session)

    async def _wait(self, wish: _Wish, session: LinkSession, *, allow_duplicate: bool = False) -> None:
        sheet = WaitingSheet(
            self._icons,
            session,
            bank=wish.bank,
            hint=self._hint(),
            locale=self._locale,
            now=self._core.now,
            open_page=self._open_page,
        )
        self._show(sheet)

        def tell(news: LinkNews) -> None:
            if self.sheet is sheet:
                sheet.show_news(news)

        if not allow_duplicate:
            sheet.open_page()
        try:
            result = await self._core.wait_for_link(
                session, tell, poll=self._poll, allow_duplicate=allow_duplicate
            )
        except VaultError as error:
            # What was done on the page still stands: only the place for its key is missing.
            self._show_vault(
                wish, error, lambda: self._resume(wish, session, allow_duplicate=allow_duplicate)
            )
        except BudgetSyncError as error:
            self._show_trouble(wish, error)
        else:
            await self._show_end(wish, session, result)

    async def _show_end(self, wish: _Wish, session: LinkSession, result: LinkResult) -> None:
        bank = await self._bank(result) or wish.bank or translate("Connect", "The bank")
        match result.end:
            case LinkEnd.CONNECTED | LinkEnd.REPAIRED:
                self._show_done(bank, result)
            case LinkEnd.DUPLICATE:
                self._show_duplicate(wish, session, bank, result)
            case LinkEnd.LEFT:
                title = translate("Connect", "You left the page before the end")
                self._show_again(wish, title, translate("Connect", "Nothing was changed."), result.trouble)
            case LinkEnd.EXPIRED:
                title = translate("Connect", "The page has expired")
                text = translate(
                    "Connect", "Nothing was changed. A new page can be opened for half an hour again."
                )
                self._show_again(wish, title, text, None)

    def _show_done(self, bank: str, result: LinkResult) -> None:
        if result.end is LinkEnd.CONNECTED:
            title = translate("Connect", "{bank} is connected").format(bank=bank)
            text = translate(
                "Connect", "Its transactions are being fetched now. The overview shows how far that is."
            )
        else:
            title = translate("Connect", "{bank} opens again").format(bank=bank)
            text = translate("Connect", "What came in meanwhile is being fetched now.")
        sheet = DoneSheet(self._icons, title, text, result.accounts)
        sheet.another.connect(self.connect_bank)
        self._show(sheet)

    def _show_duplicate(self, wish: _Wish, session: LinkSession, bank: str, result: LinkResult) -> None:
        sheet = DuplicateSheet(self._icons, bank, result.accounts)
        there = result.item_id
        sheet.anew.connect(lambda: self.sign_in_anew(there) if there is not None else None)
        sheet.all_the_same.connect(lambda: self._resume(wish, session, allow_duplicate=True))
        self._show(sheet)
        self._notice()

    def _show_again(self, wish: _Wish, title: str, text: str, trouble: Trouble | None) -> None:
        again = translate("Connect", "Open a new page")
        sheet = AgainSheet(self._icons, title, text, trouble=trouble, again=again)
        sheet.again.connect(lambda: self._start(wish))
        self._show(sheet)

    def _show_trouble(self, wish: _Wish, error: BudgetSyncError) -> None:
        title = (
            translate("Connect", "{bank} was not signed in again").format(bank=wish.bank)
            if wish.bank
            else translate("Connect", "No bank was connected")
        )
        again = translate("Connect", "Try again")
        own_keys = is_about_keys(error) and self._core.environment != "demo"
        sheet = AgainSheet(self._icons, title, "", trouble=trouble_here(error), again=again, keys=own_keys)
        sheet.again.connect(lambda: self._start(wish))
        sheet.setup.connect(self.setup_requested)
        self._show(sheet)
        self._notice()

    def _show_vault(self, wish: _Wish, error: VaultError, again: Callable[[], object]) -> None:
        if self._core.environment == "demo":  # its sealed file needs no passphrase, and has no other place
            self._show_trouble(wish, error)
            return
        sheet = VaultSheet(self._icons, self._core, self._bridge, error.trouble)
        sheet.opened.connect(again)
        self._show(sheet)
        self._notice()

    def _show(self, sheet: Sheet) -> None:
        sheet.left.connect(self._leave)
        self.show_sheet(sheet)

    def _notice(self) -> None:
        if not self.isVisible():
            self.noticed.emit()

    def _resume(self, wish: _Wish, session: LinkSession, *, allow_duplicate: bool) -> None:
        self._spawn(self._wait(wish, session, allow_duplicate=allow_duplicate))

    def _leave(self) -> None:
        if self._task is not None:
            self._task.cancel()  # an exchange that has begun is finished all the same
            self._task = None
        self.clear()
        self.finished.emit()

    def _spawn(self, steps: Coroutine[Any, Any, None]) -> None:
        self._task = self._bridge.spawn(steps)

    async def _bank(self, result: LinkResult) -> str:
        if result.institution is not None:
            return result.institution.name
        overview = await self._core.overview()
        return next(
            (one.item.institution.name for one in overview.items if one.item.id == result.item_id), ""
        )

    def _hint(self) -> str:
        if self._core.environment == "production":
            return ""
        return translate(
            "Connect", "Nothing here is real. The user name is {user}, the password {password}."
        ).format(user="user_good", password="pass_good")  # noqa: S106 - the test banks' own, which everybody knows
