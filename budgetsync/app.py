"""The desktop program: Qt's loop, what is opened on it, and how it ends.

Little is imported here: the window is painted first, and what it shows is loaded behind it on another thread.
"""

import asyncio
import gc
import signal
import sys
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import QCoreApplication, QSocketNotifier
from PySide6.QtWidgets import QApplication, QMessageBox

from budgetsync import __version__
from budgetsync.configuration import needs_guide
from budgetsync.domain.errors import BudgetSyncError, SettingsError, Trouble, VaultError
from budgetsync.domain.profile import DEMO, Profile
from budgetsync.host.heap import keep_small
from budgetsync.host.ownership import WINDOW_FILE_NAME, Ownership
from budgetsync.host.paths import config_folder, resources_folder
from budgetsync.host.profile import load_profile, profile_path
from budgetsync.openings import DemoOpening, LedgerOpening, Opening
from budgetsync.ui import preferences
from budgetsync.ui.language import Language, engine_trouble, speak
from budgetsync.ui.memory import Memory
from budgetsync.ui.shell import Shell
from budgetsync.ui.single_instance import SingleInstance, address_of
from budgetsync.ui.theme import Theme
from budgetsync.ui.wish import Wish

if TYPE_CHECKING:  # everything else, loaded when the window is painted
    from budgetsync.desktop import Desktop, Ending, Prepared

translate = QCoreApplication.translate
_SWITCH_INTERVAL = 0.00001  # seconds; each of hundreds of calls into Qt waits so long for a busy thread
_DONE, _BUSY, _CANNOT_OPEN = 0, 1, 4


@dataclass(slots=True)
class Start:
    """How the program was started.

    Attributes:
        wish: What is asked of a window that is open already.
        typed: Settings of the command line, by their names.
        opening: What is opened; None for what the person chose before, or chooses now.
    """

    wish: Wish
    typed: Mapping[str, str | None]
    opening: Opening | None = None


def run(start: Start) -> int:
    """Run the program until the person ends it, or hand the start over to one that runs already.

    Returns:
        The exit code: 0; 1 when one that runs already does not answer; 4 when nothing could be opened, which a
        window said.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("BudgetSync")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("budgetsync")
    application.setQuitOnLastWindowClosed(False)
    be_smooth()
    speak(Language.SYSTEM, resources_folder())  # until it is known what was chosen for the ledger
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(_Program(application, start).live())


def be_smooth() -> None:
    """Keep the window's thread from waiting for the interpreter's lock and for garbage collections."""
    sys.setswitchinterval(_SWITCH_INTERVAL)
    gc.disable()  # ui/garbage.py collects, on this thread and at quiet moments


def freeze_loaded() -> None:
    """Put what is imported out of the garbage collector's sight: it stays, and a collection need not walk it."""
    gc.collect()
    gc.freeze()


class _Program:
    """One run of the program: the guide where it is needed, then one ledger after the other."""

    def __init__(self, application: QApplication, start: Start) -> None:
        self._start = start
        self._theme = Theme(application)
        self._quitting = asyncio.Event()
        self._profile: Profile | None = None
        self._anew = False
        self._wishes: list[Wish] = []
        self._shell: Shell | None = None
        self._desktop: Desktop | None = None

    async def live(self) -> int:
        """Run to the end and return the exit code."""
        opening, trouble = self._start.opening, None
        with _ending_on_signals(self._quitting.set):
            while not self._quitting.is_set():
                try:
                    opening = opening or await self._choose(trouble)
                    if opening is None:
                        break
                    ending = await self._open(opening)
                except BudgetSyncError as error:
                    trouble = error.trouble
                    if self._start.opening is not None or not isinstance(error, SettingsError | VaultError):
                        await _tell(trouble)
                        return _CANNOT_OPEN
                    opening = None  # what was chosen cannot be opened: something else can be chosen
                    continue
                if isinstance(ending, int):
                    return ending
                if ending == "quit":
                    break
                if ending == "leave":
                    opening, trouble, self._anew = None, None, True
        return _DONE

    async def _choose(self, trouble: Trouble | None) -> Opening | None:
        """Find what the person chose before, or let them choose."""
        try:
            self._profile = self._profile or load_profile(profile_path())
        except SettingsError as error:
            trouble = trouble or error.trouble
        if self._anew or trouble is not None or needs_guide(self._profile, self._start.typed):
            self._profile = await self._guide(trouble)
            if self._profile is None:
                return None
            self._anew = False
        if (
            self._profile is not None
            and self._profile.environment == DEMO
            and not _is_named(self._start.typed)
        ):
            return DemoOpening(self._start.typed, folder=self._profile.folder)
        return LedgerOpening(self._start.typed, self._profile)

    async def _guide(self, trouble: Trouble | None) -> Profile | None:
        """Show the first-run guide; a start meanwhile raises it."""
        welcome = await asyncio.to_thread(_load_guide)
        lock = Ownership(config_folder(), WINDOW_FILE_NAME)
        instance = SingleInstance(lock, address_of(config_folder()))
        instance.asked.connect(lambda _wish: _raise_windows())
        if instance.begin(self._start.wish) is False:
            return None
        instance.listen()
        try:
            guide = asyncio.ensure_future(welcome(self._profile, trouble))
            quitting = asyncio.ensure_future(self._quitting.wait())
            await asyncio.wait([guide, quitting], return_when=asyncio.FIRST_COMPLETED)
            quitting.cancel()
            if not guide.done():
                guide.cancel()
                await asyncio.wait([guide])
                return None
            return guide.result()
        finally:
            instance.close()

    async def _open(self, opening: Opening) -> "Ending | int":
        """Open a ledger and live on it; an exit code where another window has it."""
        instance = SingleInstance(Ownership(opening.folder, WINDOW_FILE_NAME), address_of(opening.folder))
        instance.asked.connect(self._take)
        try:
            alone = instance.begin(self._start.wish)
        except OSError:
            alone = True  # what is wrong with the folder is said when its ledger is opened
        if not alone:
            return _DONE if alone is False else await _tell_busy()
        background = self._start.wish.background
        memory = Memory(opening.folder)
        speak(preferences.language(memory), resources_folder())
        self._theme.choose(preferences.appearance(memory))
        self._shell = Shell(memory)
        self._shell.close_requested.connect(self._close_early)
        if not background:
            self._shell.show()
            await self._shell.painted()
        try:
            return await self._live_on(opening, self._shell, instance, background=background)
        finally:
            self._shell.hide()
            self._shell.deleteLater()
            self._shell = self._desktop = None
            await asyncio.to_thread(opening.close)
            instance.close()
            self._start.wish = Wish()

    async def _live_on(
        self, opening: Opening, shell: Shell, instance: SingleInstance, *, background: bool
    ) -> "Ending":
        instance.listen()
        prepared, desktop_of = await asyncio.to_thread(_load, opening)
        freeze_loaded()
        self._desktop = desktop_of(prepared, shell, self._theme)
        self._desktop.turn_to(self._start.wish.page)
        for wish in self._wishes:
            self._desktop.open(wish)
            background = background and wish.background
        self._wishes.clear()
        return await self._desktop.run(self._quitting, background=background)

    def _take(self, wish: Wish) -> None:
        """Do what a later start asks for, now or when there is something to do it with."""
        if self._desktop is not None:
            self._desktop.open(wish)
        else:
            self._wishes.append(wish)

    def _close_early(self) -> None:
        """A window that is closed before there is anything in it ends the program."""
        if self._desktop is None:
            self._quitting.set()


def _load(opening: Opening) -> "tuple[Prepared, type[Desktop]]":
    """Load the program and put it together, behind a window that is painted already."""
    keep_small()
    import budgetsync.store  # noqa: F401, PLC0415 - loads Peewee without what it would load beside it
    from budgetsync.desktop import Desktop, prepare  # noqa: PLC0415 - see above

    return prepare(opening.load), Desktop


def _load_guide() -> "Callable[[Profile | None, Trouble | None], Coroutine[None, None, Profile | None]]":
    from budgetsync.first_run import FirstRun  # noqa: PLC0415 - seldom needed
    from budgetsync.ui.connect.welcome import choose_profile  # noqa: PLC0415

    def show(before: Profile | None, trouble: Trouble | None) -> Coroutine[None, None, Profile | None]:
        return choose_profile(FirstRun(), resources=resources_folder(), before=before, trouble=trouble)

    return show


def _is_named(typed: Mapping[str, str | None]) -> bool:
    return bool(typed.get("PLAID_URL") or typed.get("BUDGETSYNC_DATA_DIR"))


def _raise_windows() -> None:
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.raise_()
            window.activateWindow()


async def _tell_busy() -> int:
    trouble = Trouble(
        "AlreadyOpen",
        translate("App", "BudgetSync is open already"),
        translate("App", "Another BudgetSync has this data folder open and does not answer."),
        translate("App", "End it, or wait until it has finished, then start BudgetSync again."),
    )
    await _tell(trouble)
    return _BUSY


async def _tell(trouble: Trouble) -> None:
    """Say in a window why there is none."""
    closed, shown = asyncio.Event(), engine_trouble(trouble)
    box = QMessageBox(
        QMessageBox.Icon.Critical,
        translate("App", "BudgetSync cannot open"),
        shown.title,
        QMessageBox.StandardButton.Close,
    )
    box.setInformativeText(f"{shown.message}\n\n{shown.action}")
    box.finished.connect(closed.set)
    box.open()
    await closed.wait()


@contextmanager
def _ending_on_signals(end: Callable[[], object]) -> Iterator[None]:
    """Call a function on SIGINT and SIGTERM: Qt's loop does not see Python's signals."""
    if sys.platform == "win32":
        yield
        return
    import socket  # noqa: PLC0415 - not needed on Windows

    theirs, ours = socket.socketpair()
    with theirs, ours:
        theirs.setblocking(False)
        before = {
            number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)
        }
        woken = signal.set_wakeup_fd(theirs.fileno())
        notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(lambda: (ours.recv(1), end()))
        try:
            yield
        finally:
            notifier.setEnabled(False)
            signal.set_wakeup_fd(woken)
            for number, handler in before.items():
                signal.signal(number, handler)
