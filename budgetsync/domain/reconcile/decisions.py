"""What a plan is made of, and what it looks at."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.ids import ObservationId
from budgetsync.domain.transaction import Observation, ObservationKey, StoredObservation


class JoinReason(StrEnum):
    """Why a new observation belongs to a row that the ledger already has.

    MATCHED: another source told of it before. MERGED: the user said so.
    """

    LINK = "LINK"
    VANISHED_PENDING = "VANISHED_PENDING"
    CHANGED_AMOUNT = "CHANGED_AMOUNT"
    READDED = "READDED"
    RELINKED = "RELINKED"
    MATCHED = "MATCHED"
    MERGED = "MERGED"


class Join(NamedTuple):
    """A new observation of a row that the ledger has: what was stored of it, and why it is the same."""

    stored: StoredObservation
    observation: Observation
    reason: JoinReason


class Update(NamedTuple):
    """A known observation that the source now describes otherwise."""

    stored: StoredObservation
    observation: Observation


class PostedSuggestion(NamedTuple):
    """A row of the ledger and a new one that may be the same: what a pending one became, what another source told.

    A person decides.
    """

    stored: StoredObservation
    observation: Observation
    reason: JoinReason = JoinReason.CHANGED_AMOUNT


@dataclass(frozen=True, slots=True)
class Around:
    """What the ledger holds around a batch, beyond the ids that the batch names.

    Attributes:
        taken_back: Observations whose row was taken back earlier or whose removal is held, of accounts that
            get new rows: a bank that gives them again under new ids means the same rows.
        relinked: Live observations of an account's older connections, by the id that the account has in this
            batch, while the history of its new connection is arriving.
        told_since: First day that this connection had told rows of before; None where it had told none.
        live_rows: Number of live rows, by the source's account id, of accounts that lose rows.
        occupied: What stands for the row of an observation that was taken back earlier, where something else
            than its own pending or posted side does.
        pendings: The pending side that a posted observation which goes away leaves behind on its row.
        held: Observations whose removal is held.

    Whatever connection told them, stored observations in here bear the account id of this batch.
    """

    taken_back: Sequence[StoredObservation] = ()
    relinked: Mapping[str, Sequence[StoredObservation]] = field(default_factory=dict)
    told_since: date | None = None
    live_rows: Mapping[str, int] = field(default_factory=dict)
    occupied: Mapping[ObservationId, ObservationKey] = field(default_factory=dict)
    pendings: Mapping[ObservationId, ObservationKey] = field(default_factory=dict)
    held: Collection[ObservationId] = frozenset()


@dataclass(slots=True)
class ReconcilePlan:
    """What will be written. Applied twice, it changes no more than once.

    Attributes:
        inserts: Observations that become rows of their own, in the order in which they came.
        companions: Pending observations that came in the same batch as the posted one that they became, by
            the key of the posted one: both hang on its row.
        removals: Stored observations that the source took back. Their row goes with them unless another
            observation of it lives.
        returned: Observations that came back when something else stood for their row: each gets a row of its own.
        confirmed: Observations whose removal was held, and that the source told again: nothing to review.
        held: Removals of an implausible number, to be kept until a person decides.
        suggestions: Pairs that may be one; both stay rows of their own until a person says so.
    """

    inserts: list[Observation] = field(default_factory=list)
    companions: dict[ObservationKey, Observation] = field(default_factory=dict)
    joins: list[Join] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    returned: list[Update] = field(default_factory=list)
    confirmed: list[StoredObservation] = field(default_factory=list)
    removals: list[StoredObservation] = field(default_factory=list)
    held: list[StoredObservation] = field(default_factory=list)
    suggestions: list[PostedSuggestion] = field(default_factory=list)
