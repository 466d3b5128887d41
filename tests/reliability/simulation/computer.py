"""What a computer is to the program: who owns the folder's engine, what the system tells, who hears notices."""

from __future__ import annotations

from collections.abc import Callable

from budgetsync.domain.notices import Notice
from budgetsync.domain.situation import Signal, Situation


class FolderLock:
    """The lock on a data folder, which the system drops when its holder dies.

    Attributes:
        holder: Who has it.
    """

    def __init__(self) -> None:
        self.holder: object | None = None


class SimulatedOwnership:
    """One process's claim."""

    def __init__(self, lock: FolderLock) -> None:
        self._lock = lock

    def claim(self) -> bool:
        """Try to get it."""
        if self._lock.holder is None:
            self._lock.holder = self
        return self._lock.holder is self

    def release(self) -> None:
        """Give it up, also by dying."""
        if self._lock.holder is self:
            self._lock.holder = None


class SimulatedSurroundings:
    """Network and sleep, as far as this computer tells of them.

    Attributes:
        tells: Whether it tells anything at all.
    """

    def __init__(self, *, tells: bool) -> None:
        self.tells = tells
        self._now = Situation()
        self._listeners: dict[int, Callable[[Signal], None]] = {}
        self._numbers = 0

    def situation(self) -> Situation:
        """How things stand."""
        return self._now

    def watch(self, listener: Callable[[Signal], None], /) -> Callable[[], None]:
        """Have a function called with every signal."""
        self._numbers += 1
        number = self._numbers
        self._listeners[number] = listener
        return lambda: self._listeners.pop(number, None) and None

    async def follow(self) -> None:
        """Nothing has to be followed."""

    def tell(self, situation: Situation, signal: Signal) -> None:
        """Let something be different."""
        if self.tells:
            self._now = situation
            for listener in [*self._listeners.values()]:
                listener(signal)

    def forget(self) -> None:
        """The program is gone, and its ears with it."""
        self._listeners.clear()


class Ears:
    """A person who hears notices, over all programs, and minds hearing one of them twice.

    Attributes:
        heard: How many there were.
        twice: What was told again though it had neither got worse nor been solved meanwhile.
        open: What was told last and not taken back: by its cause, how bad it was and how often it had been solved.
    """

    def __init__(self, solved: Callable[[str], int]) -> None:
        """Begin to listen.

        Args:
            solved: Tells how often a cause was solved, which a program that dies may not have come to say.
        """
        self.heard = 0
        self.twice: list[str] = []
        self.open: dict[str, tuple[int, int]] = {}
        self._solved = solved

    def show(self, notice: Notice) -> None:
        """Hear a notice."""
        self.heard += 1
        solved = self._solved(notice.cause)
        step, before = self.open.get(notice.cause, (-1, solved))
        if step >= notice.step and solved == before:
            self.twice.append(f"{notice.cause} was told twice: {notice.title}")
        self.open[notice.cause] = notice.step, solved

    def withdraw(self, cause: str) -> None:
        """See that a notice is solved."""
        self.open.pop(cause, None)
