"""Decide what a batch changes in the ledger, without changing anything.

Passes run from the certain to the likely: the same id; the provider's own link from posted to pending; a
pending that vanished in this very update and a new row of exactly its amount. What no pass claims is new.
Source: https://plaid.com/docs/transactions/transactions-data/ (pending and posted).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.sync import SyncBatch, SyncPage
from budgetsync.domain.transaction import (
    Observation,
    ObservationKey,
    StoredObservation,
    TransactionState,
)

POSTING_WINDOW = timedelta(days=14)
"""How long a pending transaction may take to post."""


class JoinReason(StrEnum):
    """Why a new observation belongs to a row that the ledger already has."""

    LINK = "LINK"
    VANISHED_PENDING = "VANISHED_PENDING"


class Join(NamedTuple):
    """A new observation of a row that the ledger has: the pending one that it replaces, and why."""

    pending: StoredObservation
    observation: Observation
    reason: JoinReason


class Update(NamedTuple):
    """A known observation that the source now describes otherwise."""

    stored: StoredObservation
    observation: Observation


@dataclass(slots=True)
class ReconcilePlan:
    """What will be written. Applied twice, it changes no more than once.

    Attributes:
        inserts: Observations that become rows of their own, in the order in which they came.
        companions: Pending observations that came in the same batch as the posted one that they became, by
            the key of the posted one: both hang on its row.
        removals: Stored observations that the source took back. Their row goes with them unless another
            observation of it lives.
    """

    inserts: list[Observation] = field(default_factory=list)
    companions: dict[ObservationKey, Observation] = field(default_factory=dict)
    joins: list[Join] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    removals: list[StoredObservation] = field(default_factory=list)


def keys_needed(pages: Iterable[SyncPage]) -> set[ObservationKey]:
    """Name the stored observations that a plan for these pages has to see."""
    needed: set[ObservationKey] = set()
    for page in pages:
        needed.update(page.removed)
        for observation in (*page.added, *page.modified):
            needed.add(observation.key)
            if observation.pending_id:
                needed.add(ObservationKey(observation.source_account_id, observation.pending_id))
    return needed


def plan(stored: Mapping[ObservationKey, StoredObservation], batch: SyncBatch) -> ReconcilePlan:
    """Decide what a batch changes.

    Args:
        stored: What the ledger holds of `keys_needed(batch.pages)`, REMOVED ones included.
        batch: All pages of one loop.

    Returns:
        A plan whose application twice equals its application once.
    """
    newest, gone = _collapse(batch.pages)
    decided = ReconcilePlan()
    fresh: dict[ObservationKey, Observation] = {}
    for key, observation in newest.items():
        known = stored.get(key) if stored else None
        if known is None:
            fresh[key] = observation
        elif differs(known, observation):
            decided.updates.append(Update(known, observation))
    vanished = {
        key: known
        for key in gone
        if (known := stored.get(key)) is not None and known.state is not TransactionState.REMOVED
    }
    _join_by_link(stored, vanished, fresh, decided)
    _join_vanished(vanished, fresh, decided)
    decided.inserts.extend(fresh.values())
    decided.removals.extend(vanished.values())
    return decided


def differs(known: StoredObservation, observation: Observation) -> bool:
    """Tell whether a source now says something else than what is stored."""
    return (
        known.state is not observation.state
        or known.minor != observation.minor
        or known.currency != observation.currency
        or known.transacted_on != observation.transacted_on
        or known.posted_on != observation.posted_on
        or known.merchant != observation.merchant
        or known.original_description != observation.original_description
        or known.pending_id != observation.pending_id
        or known.provider_category != observation.provider_category
        or known.category_confidence != observation.category_confidence
    )


def _collapse(pages: Iterable[SyncPage]) -> tuple[dict[ObservationKey, Observation], set[ObservationKey]]:
    """Reduce a loop to the last word on each id: later pages win, and on one page a removal wins."""
    newest: dict[ObservationKey, Observation] = {}
    gone: set[ObservationKey] = set()
    for page in pages:
        for observation in (*page.added, *page.modified):
            key = observation.key
            newest[key] = observation
            gone.discard(key)
        for key in page.removed:
            newest.pop(key, None)
            gone.add(key)
    return newest, gone


def _join_by_link(
    stored: Mapping[ObservationKey, StoredObservation],
    vanished: Mapping[ObservationKey, StoredObservation],
    fresh: dict[ObservationKey, Observation],
    decided: ReconcilePlan,
) -> None:
    """Pair each posted row with the pending that it names, unless another stands for that already."""
    taken: set[ObservationKey] = set()
    left = {known.transaction_id for known in vanished.values() if known.state is TransactionState.POSTED}
    rows: set[TransactionId] = set()
    for key in [key for key, observation in fresh.items() if observation.pending_id]:
        observation = fresh[key]
        assert observation.pending_id is not None
        pending_key = ObservationKey(observation.source_account_id, observation.pending_id)
        if pending_key == key or pending_key in taken:
            continue
        known = stored.get(pending_key)
        if known is not None:
            posted_already = known.row_state is TransactionState.POSTED and known.transaction_id not in left
            if posted_already or known.transaction_id in rows:
                continue
            taken.add(pending_key)
            rows.add(known.transaction_id)
            decided.joins.append(Join(known, observation, JoinReason.LINK))
            del fresh[key]
        elif (companion := fresh.get(pending_key)) is not None and not companion.pending_id:
            taken.add(pending_key)
            decided.companions[key] = companion
            del fresh[pending_key]


def _join_vanished(
    vanished: Mapping[ObservationKey, StoredObservation],
    fresh: dict[ObservationKey, Observation],
    decided: ReconcilePlan,
) -> None:
    """Pair each pending that vanished with the new posted row of its exact amount that is nearest in time."""
    claimed = {join.pending.transaction_id for join in decided.joins}
    waiting: dict[tuple[str, int, str], list[StoredObservation]] = defaultdict(list)
    for known in vanished.values():
        # The row tells too: where it has posted, another observation stands for it.
        both = (known.state, known.row_state)
        if (
            both == (TransactionState.PENDING, TransactionState.PENDING)
            and known.transaction_id not in claimed
        ):
            waiting[known.source_account_id, known.minor, known.currency].append(known)
    if not waiting:
        return
    offers: list[tuple[timedelta, ObservationKey, StoredObservation]] = []
    for key, observation in fresh.items():
        if observation.state is not TransactionState.POSTED or observation.pending_id:
            continue
        for known in waiting.get(
            (observation.source_account_id, observation.minor, observation.currency), ()
        ):
            distance = (observation.posted_on or observation.transacted_on) - known.transacted_on
            if timedelta(days=-1) <= distance <= POSTING_WINDOW:
                offers.append((abs(observation.transacted_on - known.transacted_on), key, known))
    # Equal offers are settled by ids, not by the order in which pages happened to bring the rows.
    for _, key, known in sorted(offers, key=lambda offer: (offer[0], offer[1], offer[2].id)):
        if key in fresh and known.transaction_id not in claimed:
            claimed.add(known.transaction_id)
            decided.joins.append(Join(known, fresh.pop(key), JoinReason.VANISHED_PENDING))
