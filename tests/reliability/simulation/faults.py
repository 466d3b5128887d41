"""Everything that goes wrong, by name, and the draw of what goes wrong when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random


class Kind(StrEnum):
    """One way in which something goes wrong."""

    # Answers
    RATE_LIMITED = "rate limited"
    RATE_LIMITED_RETRY_AFTER = "rate limited, with Retry-After"
    STATUS_500 = "status 500"
    STATUS_502 = "status 502"
    STATUS_503 = "status 503"
    STATUS_504 = "status 504"
    CONNECT_TIMEOUT = "connect timeout"
    READ_TIMEOUT = "read timeout"
    RESET = "reset in mid-body"
    TRUNCATED = "truncated JSON"
    HTML = "HTML page"
    WRONG_TYPE = "wrong content type"
    SLOW_DRIP = "slow drip"
    LOST_AS_OF = "lost as-of"
    UNREADABLE = "a row that cannot be read"
    # The bank
    MUTATION = "mutation during pagination"
    LOGIN_MID_LOOP = "login required in mid-loop"
    REMOVED_FIRST = "removed before added"
    POSTED_FIRST = "posted before pending went"
    OUTAGE = "bank down for hours"
    REMOVED_AND_READDED = "removed and re-added"
    LOGIN_EXPIRED = "login expired"
    # The network and the computer
    OFFLINE = "offline for hours"
    CLOCK_FORWARD = "clock jumps forward"
    CLOCK_BACK = "clock jumps back"
    DST = "daylight saving"
    SUSPEND = "suspend"
    VAULT_LOCKED = "vault locked"
    # The program and its file
    KILLED_BEFORE_APPLY = "killed before the commit's transaction"
    KILLED_INSIDE = "killed inside a transaction"
    KILLED_BEFORE_COMMIT = "killed before a commit"
    KILLED_AFTER_COMMIT = "killed between commit and publish"
    KILLED_ANYWHERE = "killed at any moment"
    RESTARTED = "closed and started again"
    BUSY = "database busy"
    FULL = "disk full"
    TWO_INSTANCES = "two instances"
    # The user
    EDIT_MID_RUN = "edit in mid-run"
    UNDO_MID_RUN = "undo in mid-run"
    CLICKS = "impatient clicks"
    CANCEL = "cancel in mid-run"
    PAUSED = "paused for hours"
    REFRESH = "bank asked to refresh"
    # Webhooks
    WEBHOOK_LOST = "webhook lost"
    WEBHOOK_TWICE = "webhook sent twice"
    WEBHOOK_LATE = "webhook late"
    WEBHOOK_REORDERED = "webhooks out of order"
    WEBHOOK_FORGED = "webhook forged"
    WEBHOOK_REPLAYED = "webhook replayed"
    MADE_UP_KEYS = "webhooks of made-up keys"
    KEYS_ROTATED = "webhook keys rotated"
    # The relay
    RELAY_KILLED_EARLY = "relay killed before a webhook's commit"
    RELAY_KILLED_LATE = "relay killed between a webhook's commit and its answer"
    RELAY_RESTARTED = "relay restarted"
    RELAY_ROLLED_BACK = "relay rolled back"
    RELAY_DOWN = "relay down for hours"
    RELAY_SLOW = "relay slow for hours"
    RELAY_LIES = "relay lies"
    MAILBOX_FULL = "mailbox overflowed"
    LINE_RESET = "line to the relay reset"
    LINE_SILENT = "line to the relay dead in silence"
    ACK_LOST = "acknowledgement lost"


ANSWERS = frozenset(
    {
        Kind.RATE_LIMITED,
        Kind.RATE_LIMITED_RETRY_AFTER,
        Kind.STATUS_500,
        Kind.STATUS_502,
        Kind.STATUS_503,
        Kind.STATUS_504,
        Kind.CONNECT_TIMEOUT,
        Kind.READ_TIMEOUT,
        Kind.RESET,
        Kind.TRUNCATED,
        Kind.HTML,
        Kind.WRONG_TYPE,
        Kind.SLOW_DRIP,
    }
)
"""What can happen to any call."""
LOOPS = frozenset({Kind.MUTATION, Kind.LOGIN_MID_LOOP, Kind.REMOVED_FIRST, Kind.POSTED_FIRST})
"""What needs a loop of several pages."""
MID_RUN = frozenset({Kind.EDIT_MID_RUN, Kind.UNDO_MID_RUN, Kind.CANCEL})
"""What the user does while a page is on its way."""
DEATHS = frozenset(
    {Kind.KILLED_BEFORE_APPLY, Kind.KILLED_INSIDE, Kind.KILLED_BEFORE_COMMIT, Kind.KILLED_AFTER_COMMIT}
)
"""Deaths that wait for a write."""
WEBHOOKS = frozenset(
    {
        Kind.WEBHOOK_LOST,
        Kind.WEBHOOK_TWICE,
        Kind.WEBHOOK_LATE,
        Kind.WEBHOOK_REORDERED,
        Kind.WEBHOOK_FORGED,
    }
)
"""What happens to a webhook at the bank."""
RELAY_DEATHS = frozenset({Kind.RELAY_KILLED_EARLY, Kind.RELAY_KILLED_LATE})
"""Deaths of the relay that wait for a webhook."""
ANSWERS_OF_THE_RELAY = frozenset({Kind.ACK_LOST, Kind.RELAY_LIES})
"""What waits for a request of the desktop's to the relay."""
REAL_TIME = (
    WEBHOOKS
    | RELAY_DEATHS
    | ANSWERS_OF_THE_RELAY
    | {
        Kind.WEBHOOK_REPLAYED,
        Kind.MADE_UP_KEYS,
        Kind.KEYS_ROTATED,
        Kind.RELAY_RESTARTED,
        Kind.RELAY_ROLLED_BACK,
        Kind.RELAY_DOWN,
        Kind.RELAY_SLOW,
        Kind.MAILBOX_FULL,
        Kind.LINE_RESET,
        Kind.LINE_SILENT,
    }
)
"""What needs a relay."""
FEWEST = 8
"""Kinds that each seed has at least."""


@dataclass(slots=True)
class Armed:
    """A fault that waits for a call to strike."""

    kind: Kind
    times: int
    item: int = 0


@dataclass(slots=True)
class Faults:
    """What a seed drew, what waits to strike, and what struck.

    Attributes:
        planned: When each fault begins, in seconds from the start, in order of time.
        armed: What waits for a call.
        fired: How often each kind struck.
        small: Items whose loop under way has small pages.
    """

    rng: Random
    planned: list[tuple[float, Kind]]
    armed: list[Armed] = field(default_factory=list)
    fired: Counter[Kind] = field(default_factory=Counter)
    small: set[int] = field(default_factory=set)

    @property
    def kinds(self) -> set[Kind]:
        """The kinds that were drawn."""
        return {kind for _, kind in self.planned}

    def arm(self, kind: Kind, *, times: int = 1, item: int = 0) -> None:
        """Let a fault wait for a call, of an item or of any."""
        self.armed.append(Armed(kind, times, item))

    def strike(self, kinds: frozenset[Kind], item: int) -> Kind | None:
        """Take the first fault of these kinds that waits for a call of this item."""
        for armed in self.armed:
            if armed.kind in kinds and armed.item in {0, item}:
                armed.times -= 1
                if not armed.times:
                    self.armed.remove(armed)
                self.fired[armed.kind] += 1
                return armed.kind
        return None

    def waits(self, kind: Kind, item: int) -> bool:
        """Tell whether a fault of this kind waits for a call of this item."""
        return any(armed.kind is kind and armed.item in {0, item} for armed in self.armed)

    def never_fired(self) -> list[Kind]:
        """Name the kinds that were drawn and never struck."""
        return sorted(self.kinds - {kind for kind, times in self.fired.items() if times})


def draw_faults(rng: Random, begin: float, end: float, *, relay: bool = False) -> Faults:
    """Draw at least FEWEST kinds, each once to three times between two times; with a relay, half are of real time."""
    plain = [kind for kind in Kind if kind not in REAL_TIME]
    if relay:
        of_it = rng.sample([kind for kind in Kind if kind in REAL_TIME], rng.randint(4, 7))
        kinds = of_it + rng.sample(plain, rng.randint(FEWEST - 4, FEWEST))
    else:
        kinds = rng.sample(plain, rng.randint(FEWEST, FEWEST + 6))
    planned = [(rng.uniform(begin, end), kind) for kind in kinds for _ in range(rng.choice([1, 1, 1, 2]))]
    return Faults(rng, sorted(planned))
