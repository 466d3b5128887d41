"""Dead letters: what will not be tried again by itself, kept with its reason until it is solved or discarded."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId, RunId

POISON_AFTER = 2
"""Redrives of one program version that failed, after which another one is not worth a try."""
KEPT_DAYS = timedelta(days=180)
KEPT_LETTERS = 10_000
"""Closed letters go after so long, and the oldest closed ones beyond so many. Open ones stay: what a row's letter
holds may be the only copy of it."""
HISTORY = 10
"""Attempts that a letter remembers."""


class LetterKind(StrEnum):
    """What could not be dealt with."""

    ROW = "row"
    EVENT = "event"
    REQUEST = "request"


class LetterState(StrEnum):
    """How far a letter is.

    OPEN: waits for a person. REQUEUED: under way again; open again if that fails. DISCARDED: put away by the user,
    who can have it back. SOLVED: no longer needed.
    """

    OPEN = "open"
    REQUEUED = "requeued"
    DISCARDED = "discarded"
    SOLVED = "solved"


@dataclass(frozen=True, slots=True)
class LetterAttempt:
    """One try that failed. Aware UTC.

    Attributes:
        by_hand: Whether it was a redrive.
    """

    at: datetime
    code: str
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """What will not be tried again by itself.

    Attributes:
        item_id, institution: The connection that it belongs to, if any.
        subject: What it is about: a row's id, an event's digest, "sync". Never shown: ids are redacted.
        cause: Shared by letters that have one trouble; one cause is one problem to a person.
        payload: What came, redacted for a person; "" where nothing is kept.
        attempts: Tries that failed, redrives included.
        redrives: Of these, tries by hand with today's program.
        history: The newest last, at most HISTORY.
    """

    id: int
    kind: LetterKind
    state: LetterState
    item_id: ItemId | None
    institution: str
    run_id: RunId | None
    subject: str
    cause: str
    trouble: Trouble
    payload: str
    attempts: int
    redrives: int
    history: tuple[LetterAttempt, ...]
    first_seen_at: datetime
    last_seen_at: datetime

    @property
    def is_poison(self) -> bool:
        """Whether it failed so often by hand that this program will not read it."""
        return self.redrives >= POISON_AFTER


class LetterLine(NamedTuple):
    """A letter as a line of a list, without what it holds: a tuple, since there may be thousands.

    Attributes:
        is_poison: Whether it failed so often by hand that this program will not read it.
    """

    id: int
    kind: LetterKind
    state: LetterState
    item_id: ItemId | None
    institution: str
    title: str
    code: str
    first_seen_at: datetime
    is_poison: bool


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which letters are asked for.

    Attributes:
        states: Open ones and those under way by default.
        search: Words, each of which is in the trouble's text, its code, or the institution's name.
        limit: How many at most, newest first.
    """

    kinds: frozenset[LetterKind] = frozenset(LetterKind)
    states: frozenset[LetterState] = frozenset({LetterState.OPEN, LetterState.REQUEUED})
    item_id: ItemId | None = None
    search: str = ""
    limit: int = 1_000


class Redrive(StrEnum):
    """What came of trying a letter again."""

    SOLVED = "solved"
    """A row that is now in the ledger."""
    QUEUED = "queued"
    """An event or request; the queue tells what comes of it."""
    FAILED = "failed"
    POISON = "poison"
    """Not tried: this program has failed at it POISON_AFTER times."""


@dataclass(frozen=True, slots=True)
class RedriveReport:
    """What came of trying letters again, by letter."""

    outcomes: tuple[tuple[int, Redrive], ...]

    def count(self, outcome: Redrive) -> int:
        """Number of letters with this outcome."""
        return sum(one is outcome for _, one in self.outcomes)
