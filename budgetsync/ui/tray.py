"""The icon in the tray: how things are at a glance, and what can be done without the window."""

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal
from PySide6.QtGui import QAction, QFont, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from budgetsync.core import Core
from budgetsync.domain.notices import Notice, NoticeEntry
from budgetsync.domain.timetable import Timetable
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.menus import add_action, add_pauses
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.pages import Page
from budgetsync.ui.status import is_busy
from budgetsync.ui.tray_look import TrayState, tray_icon, tray_sentences, tray_state

translate = QCoreApplication.translate
PROBLEMS_SHOWN = 3
_TICK_MS = 60_000
_MESSAGE_MS = 10_000
_LONGEST = 60  # characters of a problem in the menu


class Tray(QObject):
    """The icon with its menu. It may be made where there is no tray, and shows itself when there is one."""

    open_requested = Signal()
    quit_requested = Signal()
    message_clicked = Signal(bool)
    """What was said beside the icon; whether it was a notice."""
    changed = Signal()
    """It was brought up to date."""

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        actions: Actions,
        connections: ConnectionsModel,
        icons: Icons,
        locale: QLocale,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._core, self._actions, self._connections = core, actions, connections
        self._icons, self._locale = icons, locale
        self._timetable: Timetable | None = None
        self._problems: list[NoticeEntry] = []
        self._drawn: dict[TrayState, QIcon] = {}
        self._state: TrayState | None = None
        self._said_notice = False
        self.icon = QSystemTrayIcon(self)
        self.menu = QMenu()
        self._build_menu()
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._pressed)
        self.icon.messageClicked.connect(lambda: self.message_clicked.emit(self._said_notice))
        self._refresher = Refresher(bridge, self._load)
        for changed in (bridge.notices_changed, bridge.schedule_changed):
            changed.connect(self._refresher.request)
        for changed in (connections.loaded, connections.dataChanged):
            changed.connect(self.refresh)
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self.refresh)
        self.refresh()
        self._refresher.request()

    @property
    def state(self) -> TrayState:
        """What the icon says."""
        assert self._state is not None
        return self._state

    @property
    def is_there(self) -> bool:
        """Whether a person sees it. A tray that was away may be back, and one that was there may be gone."""
        return self.icon.isVisible() and self.icon.isSystemTrayAvailable()

    def appear(self) -> bool:
        """Show the icon if there is a tray now; asked again later where there is none."""
        if not self.icon.isVisible() and self.icon.isSystemTrayAvailable():
            self.icon.show()
            self._ticker.start()
            self.refresh()
        return self.is_there

    def close(self) -> None:
        """Take the icon away."""
        self._ticker.stop()
        self.icon.hide()
        self.menu.deleteLater()

    def show(self, notice: Notice) -> None:
        """Say a notice beside the icon, for desktops without notifications; nothing where there is no tray."""
        self.say(engine_text(notice.title), f"{engine_text(notice.message)} {engine_text(notice.action)}")
        self._said_notice = True

    def withdraw(self, cause: str) -> None:
        """Do nothing: what was said beside the icon goes by itself."""

    def say(self, title: str, text: str) -> None:
        """Say something beside the icon."""
        self._said_notice = False
        if self.is_there:
            self.icon.showMessage(title, text, self.icon.icon(), _MESSAGE_MS)

    def refresh(self) -> None:
        """Show how things are now; what has not changed is not touched."""
        overview = self._connections.overview
        offline = self._timetable is not None and self._timetable.situation.online is False
        state = tray_state(overview, problems=bool(self._problems), offline=offline, paused=self.is_paused)
        if state is not self._state:
            self._state = state
            self.icon.setIcon(self._picture(state))
        text = tray_sentences(overview, state, self._core.now(), self._locale)
        if self._problems:
            text = f"{text}\n{engine_text(self._problems[0].notice.title)}"
        if text != self.icon.toolTip():
            self.icon.setToolTip(text)
        busy = any(map(is_busy, overview.live))
        self.sync.setEnabled(bool(overview.live) and not busy)
        self.pausing.menuAction().setVisible(not self.is_paused)
        self.resume.setVisible(self.is_paused)
        self.changed.emit()

    @property
    def is_paused(self) -> bool:
        """Whether nothing is synced by itself just now because a person said so."""
        pause = self._timetable.settings.pause if self._timetable is not None else None
        return pause is not None and pause.holds(self._core.now())

    def _build_menu(self) -> None:
        menu, actions = self.menu, self._actions
        self.open = add_action(menu, translate("Tray", "&Open BudgetSync"), self.open_requested.emit)
        font = QFont(menu.font())
        font.setBold(True)
        self.open.setFont(font)
        menu.addSeparator()
        self.sync = add_action(menu, translate("Tray", "&Sync now"), actions.sync)
        self.pausing = menu.addMenu(translate("Tray", "&Pause syncing"))
        add_pauses(self.pausing, actions.pause_for, actions.pause_until_tomorrow)
        self.resume = add_action(menu, translate("Tray", "&Resume syncing"), actions.resume)
        self._before_problems = menu.addSeparator()
        self._before_problems.setVisible(False)
        self.problems: list[QAction] = []
        self._after_problems = menu.addSeparator()
        self.quit = add_action(menu, translate("Tray", "&Quit BudgetSync"), self.quit_requested.emit)

    def _show_problems(self) -> None:
        for action in self.problems:
            self.menu.removeAction(action)
            action.deleteLater()
        self.problems = []
        for entry in self._problems[:PROBLEMS_SHOWN]:
            action = QAction(_short(engine_text(entry.notice.title)), self.menu)
            action.setIcon(self._picture(TrayState.ATTENTION))
            action.triggered.connect(lambda: self._actions.page_requested.emit(Page.PROBLEMS))
            self.menu.insertAction(self._after_problems, action)
            self.problems.append(action)
        self._before_problems.setVisible(bool(self.problems))

    def _picture(self, state: TrayState) -> QIcon:
        if state not in self._drawn:
            self._drawn[state] = tray_icon(self._icons, state)
        return self._drawn[state]

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.open_requested.emit()

    async def _load(self) -> None:
        self._timetable = await self._core.timetable()
        problems = await self._core.notices.entries(PROBLEMS_SHOWN, open_only=True)
        if [entry.id for entry in problems] != [entry.id for entry in self._problems]:
            self._problems = problems
            self._show_problems()
        self.refresh()


def _short(title: str) -> str:
    """Fit a title into a menu, where & would mark a key."""
    title = title if len(title) <= _LONGEST else title[: _LONGEST - 1].rstrip() + "…"
    return title.replace("&", "&&")
