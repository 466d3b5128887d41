"""What a person is told, when, and when it is taken back: a pure policy. Delivery is a port's matter.

What is wrong is said by `find_needs` from how things stand; `decide_notices` compares that with what was told. Each
cause is told once, whatever the number of runs that fail of it; a cause that got worse (a greater step) is told again.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from budgetsync.domain.ids import AccountId, ItemId


class NoticeKind(StrEnum):
    """What a notice is about."""

    REAUTH = "reauth"
    GONE = "gone"
    SETUP = "setup"
    DOWN = "down"
    CONSENT = "consent"
    STALE = "stale"
    WEBHOOKS = "webhooks"
    ACCOUNTS = "accounts"
    DEAD_LETTERS = "dead-letters"
    DRIFT = "drift"
    HELD = "held"
    DISK = "disk"
    KEYRING = "keyring"
    BACKUP = "backup"
    LEDGER = "ledger"
    TEST = "test"
    """Said once because a person wants to hear how it sounds; never kept."""


CHOOSABLE = tuple(kind for kind in NoticeKind if kind is not NoticeKind.TEST)
"""The kinds that a person chooses to hear or not; what is not said aloud is listed all the same."""


class Offer(StrEnum):
    """What can be done from a notice itself; each a button."""

    RECONNECT = "reconnect"
    CONNECT = "connect"
    RETRY = "retry"
    REFRESH = "refresh"
    """Ask the bank to refresh, which may cost something."""
    OPEN_PROBLEMS = "open-problems"
    OPEN_REVIEW = "open-review"
    OPEN_ACCOUNT = "open-account"
    OPEN_SETTINGS = "open-settings"
    OPEN_REAL_TIME = "open-real-time"
    OPEN_FOLDER = "open-folder"
    BACK_UP = "back-up"


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """A button of a notice.

    Attributes:
        item_id, account_id: What it is for, where it is for one of them.
    """

    offer: Offer
    item_id: ItemId | None = None
    account_id: AccountId | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell.

    Attributes:
        cause: What makes it the same notice again, such as "reauth:3"; told once while it lasts.
        step: Greater when it got worse; then it is told again.
        action: What the person can do, one sentence that begins with a verb.
        actions: Buttons, the most useful first.
    """

    cause: str
    kind: NoticeKind
    title: str
    message: str
    action: str
    actions: tuple[NoticeAction, ...]
    step: int = 0
    item_id: ItemId | None = None


@dataclass(frozen=True, slots=True)
class NoticeMemory:
    """What is remembered of a cause: its notice that is not solved, or else the last one. Aware UTC.

    Attributes:
        told_at: When it was last said aloud; None while it is only listed, such as in quiet hours.
        solved_at: When it was taken back.
        last_told_at: When the cause was last said aloud, by this notice or an earlier one.
    """

    cause: str
    step: int
    told_at: datetime | None
    read_at: datetime | None = None
    solved_at: datetime | None = None
    snoozed_until: datetime | None = None
    last_told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NoticeEntry:
    """A notice with what became of it, as lists show it.

    Attributes:
        id: Its number in the ledger; a cause that comes back has another.
        noted_at: When it was first listed.
    """

    id: int
    notice: Notice
    noted_at: datetime
    memory: NoticeMemory


@dataclass(frozen=True, slots=True)
class Tell:
    """List a notice, and say it if `aloud`; one that is listed already is brought up to date."""

    notice: Notice
    aloud: bool = True


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take a notice back: its cause is no more."""

    cause: str


Decision = Tell | Withdraw

CALM = timedelta(hours=6)
"""What comes and goes by itself is not said aloud more often than this."""
_COME_AND_GO = frozenset({NoticeKind.DOWN, NoticeKind.STALE, NoticeKind.DRIFT, NoticeKind.BACKUP})
BATCH = timedelta(hours=1)
"""Letters that come within this time of the last telling are one batch."""


def decide_notices(
    needs: Sequence[Notice],
    memory: Mapping[str, NoticeMemory],
    now: datetime,
    *,
    quiet: bool = False,
    silent: Collection[NoticeKind] = (),
) -> list[Decision]:
    """Compare what should be known with what was told.

    Args:
        needs: Everything that is wrong now, by its causes.
        memory: What is remembered of each cause.
        quiet: Whether it is a quiet hour: what is new is listed, and said when it is over.
        silent: Kinds that the person does not want to hear: they are listed, and brought up to date there.

    Returns:
        What is to be done, withdrawals first. Nothing where all is told; carried out and asked again at the same
        moment, nothing.
    """
    needed = {notice.cause for notice in needs}
    decisions: list[Decision] = [
        Withdraw(cause) for cause, known in memory.items() if known.solved_at is None and cause not in needed
    ]
    for notice in needs:
        known = memory.get(notice.cause)
        is_silent = notice.kind in silent
        aloud = not quiet and not is_silent and _is_to_be_said(notice, known, now)
        is_new = known is None or known.solved_at is not None
        if aloud or is_new or (is_silent and known is not None and notice.step > known.step):
            decisions.append(Tell(notice, aloud=aloud))
    return decisions


def _is_to_be_said(notice: Notice, known: NoticeMemory | None, now: datetime) -> bool:
    if known is None:
        return True
    last, is_open = known.last_told_at, known.solved_at is None
    if is_open and known.snoozed_until is not None:
        return now >= known.snoozed_until
    if notice.kind in _COME_AND_GO and last is not None and now - last < CALM:
        return False
    got_worse = notice.step > known.step
    if not is_open or known.told_at is None:
        # Only listed so far, as in a quiet hour: who has read it there need not be told.
        return not is_open or got_worse or known.read_at is None
    return got_worse and (notice.kind is not NoticeKind.DEAD_LETTERS or now - known.told_at >= BATCH)
