"""Asking a bank to refresh: says what it may cost, asks, and tells what came of it."""

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.core import Core
from budgetsync.domain.ids import ItemId
from budgetsync.domain.refresh import BankRefresh, RefreshState
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.prompt import Prompt
from budgetsync.ui.text import counts_long

translate = QCoreApplication.translate


class Refreshing:
    """One question at a time, in the window's prompt."""

    def __init__(
        self, core: Core, bridge: Bridge, connections: ConnectionsModel, prompt: Prompt, locale: QLocale
    ) -> None:
        self._core, self._bridge, self._prompt, self._locale = core, bridge, prompt, locale
        self._connections = connections

    def ask(self, item_id: ItemId) -> None:
        """Ask the person whether the bank is to be asked."""
        text = translate(
            "Refreshing",
            "Ask {bank} itself for news now? Your Plaid plan may charge for each time. Sync now is free.",
        )
        word = translate("Refreshing", "Ask the bank")
        self._prompt.ask(
            text.format(bank=self._bank(item_id)),
            word,
            lambda: self._bridge.spawn(self._refresh(item_id)),
        )

    async def _refresh(self, item_id: ItemId) -> None:
        bank = self._bank(item_id)
        asked = translate("Refreshing", "{bank} is asked. What it says is fetched in less than a minute.")
        refresh = await self._core.ask_bank_to_refresh(item_id)
        self._prompt.tell(asked.format(bank=bank))
        self._prompt.tell(self._outcome(bank, await self._core.wait_until_refreshed(refresh)))

    def _outcome(self, bank: str, refresh: BankRefresh) -> str:
        match refresh.state:
            case RefreshState.NEWS:
                counts = counts_long(refresh.counts, self._locale)
                return translate("Refreshing", "{bank} had news: {counts}.").format(bank=bank, counts=counts)
            case RefreshState.NOTHING:
                return translate("Refreshing", "{bank} was asked and has nothing new.").format(bank=bank)
            case _:  # UNKNOWN
                text = translate(
                    "Refreshing", "{bank} was asked, but the sync after it failed. The next sync tells."
                )
                return text.format(bank=bank)

    def _bank(self, item_id: ItemId) -> str:
        shown = self._connections.connection(item_id)
        return shown.item.institution.name if shown is not None else translate("Refreshing", "The bank")
