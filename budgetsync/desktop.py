"""The program on a desktop, from its ledger being open to its end: window, tray, notices, and what closing means."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer

from budgetsync.assembly import Assembly, assemble
from budgetsync.demo import Control, connect_all, tune_in
from budgetsync.domain.notices import Notice, NoticeAction
from budgetsync.domain.realtime import LightState
from budgetsync.host.autostart import Autostart, own_command
from budgetsync.host.env_file import read_env_file
from budgetsync.host.heap import give_back
from budgetsync.host.notice_words import Words
from budgetsync.host.notifications import DesktopNotifier
from budgetsync.host.paths import resources_folder
from budgetsync.openings import Opened
from budgetsync.ui import preferences
from budgetsync.ui.banner import DemoControls
from budgetsync.ui.formats import user_locale
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.memory import Memory
from budgetsync.ui.offers import offer_label
from budgetsync.ui.pages import Page
from budgetsync.ui.settings.outside import Outside
from budgetsync.ui.shell import GEOMETRY, Shell
from budgetsync.ui.theme import Theme
from budgetsync.ui.tray import Tray
from budgetsync.ui.wish import Wish

translate = QCoreApplication.translate
_LOOK_MS: Final = 5_000
_LOOK_SELDOM_MS: Final = 60_000
_LOOKS_UNSEEN: Final = 6
"""So many looks without a tray, and a program without a window shows itself: panels come late at a login."""
_SETTLE_MS: Final = 15_000
_LOOK_AT_GUESTS: Final = 2.0
"""Seconds: a program that stays for days looks half as often as a command whether another one asked for something."""
_HINT: Final = "tray-hint"


class Ending(StrEnum):
    """Why the program on a ledger ended."""

    QUIT = "quit"
    RESTART = "restart"
    """The same is opened again: a backup takes the ledger's place, or keys are new."""
    LEAVE = "leave"
    """Something else is to be chosen."""


class Voice:
    """Hears what is pressed in a notice, and says what the desktop does not: the tray, once it is there."""

    def __init__(self) -> None:
        self.desktop: Desktop | None = None

    def chosen(self, action: NoticeAction | None, token: str) -> None:
        """Carry out a button of a notice, or open the window."""
        if self.desktop is not None:
            self.desktop.carry_out(action, token)

    def show(self, notice: Notice) -> None:
        """Say a notice beside the tray."""
        if self.desktop is not None:
            self.desktop.tray.show(notice)

    def withdraw(self, cause: str) -> None:
        """Do nothing: what is said beside the tray goes by itself."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Everything that a desktop stands on and that needs no thread of its own.

    Attributes:
        demo: The demo bank's own side, where it is one.
        relay: The address of the demo's own relay; "" where there is none.
    """

    assembly: Assembly
    notifier: DesktopNotifier
    voice: Voice
    demo: Control | None
    relay: str


def prepare(load: Callable[[], Opened]) -> Prepared:
    """Put the program together. Blocking: for a worker thread, while the window is shown already.

    Raises:
        BudgetSyncError: The ledger cannot be opened.
    """
    opened = load()
    voice = Voice()
    words = Words(translate("Notices", "Open BudgetSync"), offer_label, engine_text)
    icon = str(resources_folder() / "icons" / "budgetsync.svg")
    notifier = DesktopNotifier(voice, voice, words, icon=icon)
    assembly = assemble(opened.settings, opened.folder, notifier=notifier, look_every=_LOOK_AT_GUESTS)
    return Prepared(assembly, notifier, voice, opened.demo, opened.relay)


class Desktop:
    """Window and tray on a core. Made and run on the loop's thread."""

    def __init__(self, prepared: Prepared, shell: Shell, theme: Theme) -> None:
        """Build what is shown; nothing is shown yet.

        Args:
            shell: The window that it is shown in.
        """
        self._prepared, self._shell = prepared, shell
        core = self._core = prepared.assembly.core
        self._memory = Memory(core.data_folder)
        demo = DemoControls(advance=self._let_a_day_pass) if prepared.demo is not None else None
        resources = resources_folder()
        icons = Icons(resources / "icons")
        self._login = login = Autostart(own_command(), icon=Path(icons.file("budgetsync")))
        self._log_tap = prepared.assembly.log_tap()
        outside = Outside(
            login,
            has_tray=lambda: self.tray.is_there,
            read_env=read_env_file,
            read_log=self._log_tap.read,
        )
        self.window = window = MainWindow(core, theme=theme, resources=resources, demo=demo, outside=outside)
        self.tray = Tray(core, window.bridge, window.acts, window.connections, icons, user_locale(), shell)
        prepared.voice.desktop = self
        self._ending: Ending = Ending.QUIT
        self._ended = asyncio.Event()
        self._unseen = 0
        self._tray_watch = QTimer(shell, interval=_LOOK_MS)
        self._settled = QTimer(shell, interval=_SETTLE_MS, singleShot=True)
        shell.show_contents(window)
        self._connect()

    async def run(self, quitting: asyncio.Event, *, background: bool) -> Ending:
        """Live until the person ends it.

        Args:
            quitting: Set where something else ends the program, such as a signal.
            background: Show no window, unless there is no tray either.
        """
        with self._prepared.assembly.logging(self._log_tap):
            try:
                self.tray.appear()
                self._tray_watch.start()
                self._settled.start()
                if not background:
                    self._shell.show()
                self.window.bridge.spawn(self._begin())
                await _first_of(quitting, self._ended)
            finally:
                await self._close()
        return self._ending

    def open(self, wish: Wish) -> None:
        """Do what a later start of the program asks for."""
        if wish.background:
            return
        self.turn_to(wish.page)
        self._shell.bring_forward(wish.token)
        self._unseen = 0

    def turn_to(self, page: str) -> None:
        """Show a page by its name; nothing happens where there is none of that name."""
        if page in set(Page):
            self.window.show_page(Page(page))

    def carry_out(self, action: NoticeAction | None, token: str) -> None:
        """Do what was pressed in a notice; what needs the window brings it forward."""
        if action is None:
            self.window.show_page(Page.PROBLEMS)
            self._shell.bring_forward(token)
            return
        asked_for_window: list[bool] = []
        acts = self.window.acts
        needing = (
            acts.page_requested, acts.connect_requested, acts.reconnect_requested, acts.refresh_requested,
            acts.account_requested,
        )  # fmt: skip
        heard = [signal.connect(lambda *_: asked_for_window.append(True)) for signal in needing]
        acts.carry_out(action)
        for signal, connection in zip(needing, heard, strict=True):
            signal.disconnect(connection)
        if asked_for_window:
            self._shell.bring_forward(token)

    def end(self, ending: Ending) -> None:
        """Have the program end."""
        self._ending = ending
        self._ended.set()

    def look_for_tray(self) -> None:
        """See whether there is a tray now; without one, a program that nobody sees shows itself."""
        there, hidden = self.tray.appear(), not self._shell.isVisible()
        self._tray_watch.setInterval(_LOOK_MS if hidden and not there else _LOOK_SELDOM_MS)
        self._unseen = self._unseen + 1 if hidden and not there else 0
        if self._unseen >= _LOOKS_UNSEEN:
            self._unseen = 0
            self._shell.showMinimized()

    def _connect(self) -> None:
        shell, window, tray = self._shell, self.window, self.tray
        acts = window.acts
        shell.close_requested.connect(self._close_window)
        shell.full_screen_changed.connect(window.menus.full_screen.setChecked)
        window.quit_requested.connect(lambda: self.end(Ending.QUIT))
        window.restart_requested.connect(lambda: self.end(Ending.RESTART))
        window.setup_requested.connect(lambda: self.end(Ending.LEAVE))
        tray.open_requested.connect(lambda: self.open(Wish()))
        tray.message_clicked.connect(lambda notice: self.carry_out(None, "") if notice else self.open(Wish()))
        tray.quit_requested.connect(lambda: self.end(Ending.QUIT))
        acts.page_requested.connect(lambda _page: None if shell.isVisible() else shell.bring_forward())
        window.bridge.runs_finished.connect(lambda _runs: self._settled.start())
        self._tray_watch.timeout.connect(self.look_for_tray)
        self._settled.timeout.connect(give_back)

    async def _begin(self) -> None:
        with suppress(
            OSError
        ):  # the entry names a place where the program was before; it is shown as off then
            await asyncio.to_thread(self._login.renew)
        await self._core.start(background=True)
        if self._prepared.demo is not None:
            if (
                self._prepared.relay
            ):  # what goes wrong with it is told, and the banks are connected all the same
                await asyncio.wait([self.window.bridge.spawn(tune_in(self._core, self._prepared.relay))])
            await connect_all(self._core, self._prepared.demo)
            await self._core.request_sync()

    async def _let_a_day_pass(self) -> None:
        assert self._prepared.demo is not None
        await self._prepared.demo.advance(days=1)
        if self._core.realtime_light.state is not LightState.ON:  # else its news come by themselves
            await self._core.request_sync()

    def _close_window(self) -> None:
        """Go on in the tray where there is one and the person wants that, else end."""
        self.window.remember()
        if self.tray.is_there and preferences.stays_when_closed(self._memory):
            self._hint()
            self._shell.hide()
            self._settled.start()
        else:
            self.end(Ending.QUIT)

    def _hint(self) -> None:
        """Say once for ever where the program is when its window is gone."""
        if self._memory.word(_HINT, ("new", "said")) == "said":
            return
        self._memory.keep_word(_HINT, "said")
        self._memory.save()
        self.tray.say(
            translate("Tray", "BudgetSync is still running"),
            translate(
                "Tray",
                "It keeps your transactions current. This icon opens the window again, and its menu ends the program.",
            ),
        )

    async def _close(self) -> None:
        """End everything, what a person typed first and the engine last."""
        self._tray_watch.stop()
        self._settled.stop()
        self._prepared.voice.desktop = None
        if self._shell.isVisible():
            self._memory.keep_shape(GEOMETRY, self._shell.saveGeometry())
        self.tray.close()
        self._shell.hide()
        self.window.close()
        await self.window.wait_closed()
        await self._prepared.notifier.close()
        await self._core.stop()
        self._prepared.assembly.ownership.release()
        self._shell.takeCentralWidget()
        self.window.deleteLater()


async def _first_of(*events: asyncio.Event) -> None:
    tasks = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
