"""Every step that a person takes on the ledger's rows: carried out, told, taken back, carried out again.

The ledger's own commands are the stack, so it outlives the program; this knows what its ends are called.
"""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from budgetsync.core import Core
from budgetsync.core_ledger import Follow
from budgetsync.domain.edits import Done
from budgetsync.domain.errors import Trouble, UsageError
from budgetsync.domain.ids import CommandId
from budgetsync.domain.undo import EDIT, REDO, UNDO, CommandName, Undoable, thing_of
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.feed import Refresher
from budgetsync.ui.language import Language, engine_text, spoken

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Announcement:
    """What was done, in words, and which command takes it back.

    Attributes:
        command_id: None where nothing had to be changed.
        is_undoing: It was itself an undo: what takes it back is called redo.
    """

    text: str
    command_id: CommandId | None
    is_undoing: bool = False


@dataclass(frozen=True, slots=True)
class Underway:
    """How far a command on very many rows is."""

    reached: int
    total: int


class UndoStack(QObject):
    """Undo and redo by name. Everything that changes rows goes through `run`, so that it is told.

    What may concern very many rows goes through `run_long`: it tells how far it is and can be stopped, and what was
    done until then stays, as one step of undo.
    """

    changed = Signal()
    """What undo or redo would do is another thing now."""
    announced = Signal(object)
    """An Announcement."""
    progressed = Signal(object)
    """An Underway."""

    def __init__(self, core: Core, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._core, self._bridge = core, bridge
        self._long: list[_Followed] = []
        self._undoable = Undoable()
        self._names = Refresher(bridge, self._load)
        bridge.ledger_changed.connect(lambda _change: self._names.request())

    @property
    def undoable(self) -> Undoable:
        """What undo and redo would do next, as far as it is known here."""
        return self._undoable

    @property
    def undo_text(self) -> str:
        """Undo, with what it would undo."""
        return undo_text(self._undoable.undo)

    @property
    def redo_text(self) -> str:
        """Redo, with what it would redo."""
        return redo_text(self._undoable.redo)

    def refresh(self) -> None:
        """Look what undo and redo would do: another program may have changed something."""
        self._names.request()

    def undo(self) -> None:
        """Take back the newest thing that the person did; if that is still under way, it is stopped first."""
        for each in self._long:
            each.is_wanted = each.is_wanted and each.is_undoing
        self.run_long(self._core.undo_last, is_undoing=True, on_error=self._tell_nothing)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self.run_long(self._core.redo_last, is_undoing=True, on_error=self._tell_nothing)

    def take_back(self, command_id: CommandId) -> None:
        """Take back one command, or the undoing of one."""
        self.run_long(lambda follow: self._core.undo_command(command_id, follow), is_undoing=True)

    def stop(self) -> None:
        """Carry no long command on behind what it is doing now."""
        for each in self._long:
            each.is_wanted = False

    def run(
        self,
        make: Callable[[], Coroutine[Any, Any, Done]],
        *,
        on_done: Callable[[Done], None] | None = None,
        on_error: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Carry out a command of the core, even while the window closes, and say what it did.

        Args:
            make: Called at once; gives the command.
            on_done: Told what it did, before it is announced.
            on_error: Told why it could not be done; without it, the bridge's `failed` is.
        """
        self._bridge.spawn(self._carry_out(make(), on_done), on_error=on_error, finish=True)

    def run_long(
        self,
        make: Callable[[Follow], Coroutine[Any, Any, Done]],
        *,
        is_undoing: bool = False,
        on_done: Callable[[Done], None] | None = None,
        on_error: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Carry out a command that may take long; as `run` does, but for what `make` is given to be followed by."""
        followed = _Followed(self._tell_progress, is_undoing=is_undoing)
        self._long.append(followed)

        async def carry_out() -> None:
            try:
                await self._carry_out(make(followed.follow), on_done)
            finally:
                self._long.remove(followed)

        self._bridge.spawn(carry_out(), on_error=on_error, finish=True)

    def announce(self, done: Done) -> None:
        """Say what a command did that was carried out elsewhere."""
        self.announced.emit(Announcement(_told(done), done.command_id, done.kind == UNDO))

    def _tell_nothing(self, trouble: Trouble) -> None:
        """Say that there is nothing to undo or redo where everything else is said that was done."""
        if trouble.code == UsageError.__name__:
            self.announced.emit(Announcement(engine_text(trouble.message), None))
        else:
            self._bridge.failed.emit(trouble)

    def _tell_progress(self, reached: int, total: int) -> None:
        self.progressed.emit(Underway(reached, total))

    async def _carry_out(
        self, command: Coroutine[Any, Any, Done], on_done: Callable[[Done], None] | None
    ) -> None:
        done = await command
        if on_done is not None:
            on_done(done)
        self.announce(done)

    async def _load(self) -> None:
        loaded = await self._core.undoable()
        if loaded != self._undoable:
            self._undoable = loaded
            self.changed.emit()


class _Followed:
    """One long command, as long as it is wanted."""

    def __init__(self, tell: Callable[[int, int], None], *, is_undoing: bool) -> None:
        self.is_wanted = True
        self.is_undoing = is_undoing
        self._tell = tell

    def follow(self, reached: int, total: int) -> bool:
        """Tell how far it is, and whether it is to go on."""
        if self.is_wanted:
            self._tell(reached, total)
        return self.is_wanted


def undo_text(name: CommandName | None) -> str:
    """Write what a menu or button says that undoes."""
    if name is None:
        return translate("Undo", "Undo")
    return translate("Undo", "Undo {what}").format(what=within_a_sentence(name.thing))


def redo_text(name: CommandName | None) -> str:
    """Write what a menu or button says that does again."""
    if name is None:
        return translate("Undo", "Redo")
    return translate("Undo", "Redo {what}").format(what=within_a_sentence(name.thing))


def within_a_sentence(thing: str) -> str:
    """Write what a command was about behind another word: English has it without a capital there."""
    text = engine_text(thing)
    return text[:1].lower() + text[1:] if spoken() is Language.ENGLISH else text


def _told(done: Done) -> str:
    thing = thing_of(done.description)
    if done.command_id is None:
        return translate("Undo", "Nothing had to be changed")
    if done.kind == UNDO:
        return translate("Undo", "Undone: {what}").format(what=within_a_sentence(thing))
    if done.kind == REDO:
        return translate("Undo", "Done again: {what}").format(what=within_a_sentence(thing))
    if done.kind.startswith(EDIT):
        return translate("Undo", "{what} changed").format(what=engine_text(thing))
    return translate("Undo", "Done: {what}").format(what=within_a_sentence(thing))
