"""Start: at login, in the background, and what closing the window means."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from budgetsync.domain.errors import SettingsError
from budgetsync.ui import preferences
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.settings.outside import Outside
from budgetsync.ui.settings.rows import Card, Row
from budgetsync.ui.settings.section import Section
from budgetsync.ui.settings.switch import Switch

translate = QCoreApplication.translate


class StartSection(Section):
    """When the program runs."""

    def __init__(self, outside: Outside, bridge: Bridge, icons: Icons, memory: Memory) -> None:
        super().__init__(
            bridge,
            translate("Settings", "Start"),
            translate("Settings", "BudgetSync can only sync by itself while it runs."),
        )
        self._icons, self._memory = icons, memory
        self._login, self._has_tray = outside.login_start, outside.has_tray
        self.at_login = Switch(translate("Settings", "Start at login, in the background"))
        self.stays = Switch(translate("Settings", "Keep running when the window is closed"))
        card = self.add_card()
        self._add_login(card)
        self._add_tray(card)

    async def load(self) -> None:
        """Look whether a login starts the program, whoever arranged that, and whether there is a tray."""
        self.stays.setChecked(preferences.stays_when_closed(self._memory))
        tray = translate("Settings", "Syncing goes on; the icon in the tray opens the window again.")
        if not self._has_tray():
            tray = translate(
                "Settings", "This desktop has no tray now, so closing the window ends BudgetSync."
            )
        self.stay_row.explanation.show_text(tray)
        if self._login is not None and self._login.is_offered:
            self.at_login.setChecked(await asyncio.to_thread(self._login.is_enabled))

    def _add_login(self, card: Card) -> None:
        title = translate("Settings", "Start at login, in the background")
        offered = self._login is not None and self._login.is_offered
        explanation = translate("Settings", "Without a window; the icon in the tray shows that it runs.")
        if not offered:
            explanation = translate(
                "Settings", "BudgetSync has no way to do that on this system; its own settings may have one."
            )
        self.at_login.clicked.connect(self._choose_login)
        self.login_row = Row(self._icons, title, explanation, (self.at_login,) if offered else ())
        card.add(self.login_row)

    def _add_tray(self, card: Card) -> None:
        title = translate("Settings", "Keep running when the window is closed")
        self.stays.clicked.connect(self._choose_stay)
        self.stay_row = Row(self._icons, title, " ", (self.stays,))
        card.add(self.stay_row)

    def _choose_login(self, on: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        assert self._login is not None
        self.keep(self.login_row, _write(self._login.enable if on else self._login.disable))

    def _choose_stay(self, stays: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        preferences.keep_stays_when_closed(self._memory, stays=stays)
        self._memory.save()
        self.stay_row.feedback.saved()


async def _write(step: Callable[[], None]) -> None:
    try:
        await asyncio.to_thread(step)
    except OSError as error:
        message = translate("Settings", "The entry for the start at login cannot be written ({reason}).")
        action = translate("Settings", "Give yourself write access to the autostart folder, then try again.")
        title = translate("Settings", "Start at login was not changed")
        raise SettingsError(message.format(reason=error.strerror), title=title, action=action) from error
