"""The plan: the passes in their order, and what is left at the end."""

from collections import Counter
from collections.abc import Iterable, Mapping

from budgetsync.domain.reconcile import posting, relinking
from budgetsync.domain.reconcile.decisions import Around, ReconcilePlan, Update
from budgetsync.domain.sync import SyncBatch, SyncPage
from budgetsync.domain.transaction import (
    Observation,
    ObservationKey,
    StoredObservation,
    TransactionState,
)

PLAUSIBLE_REMOVALS = 50
"""So many rows of an account may go in one run without a question, or
PLAUSIBLE_SHARE of its rows if that is more."""
PLAUSIBLE_SHARE = 0.2


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


def plan(
    stored: Mapping[ObservationKey, StoredObservation], batch: SyncBatch, around: Around | None = None
) -> ReconcilePlan:
    """Decide what a batch changes.

    Args:
        stored: What the ledger holds of `keys_needed(batch.pages)`, REMOVED ones included.
        batch: All pages of one loop.
        around: What else the ledger holds that matters.

    Returns:
        A plan whose application twice equals its application once.
    """
    around = around or Around()
    newest, gone = _collapse(batch.pages)
    decided = ReconcilePlan()
    fresh = _recognize(stored, newest, decided)
    vanished = {
        key: known
        for key in gone
        if (known := stored.get(key)) is not None and known.state is not TransactionState.REMOVED
    }
    posting.join_by_link(stored, vanished, fresh, decided)
    for account, older in around.relinked.items():
        relinking.join_relinked(account, older, fresh, decided)
    if vanished or around.taken_back:
        lost = [known for known in vanished.values() if known.state is TransactionState.POSTED]
        relinking.join_readded([*lost, *around.taken_back], fresh, decided)
        posting.join_vanished(vanished, fresh, decided)
        posting.join_changed(vanished, fresh, decided)
    decided.inserts.extend(fresh.values())
    _decide_removals(around.live_rows, vanished, decided)
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


def _recognize(
    stored: Mapping[ObservationKey, StoredObservation],
    newest: dict[ObservationKey, Observation],
    decided: ReconcilePlan,
) -> dict[ObservationKey, Observation]:
    """Take out what has a known id; the rest is fresh.

    From Plaid, a modification under the same id is always an update, whatever became of the amount.
    """
    if not stored:
        return newest
    fresh: dict[ObservationKey, Observation] = {}
    for key, observation in newest.items():
        known = stored.get(key)
        if known is None:
            fresh[key] = observation
        elif differs(known, observation):
            decided.updates.append(Update(known, observation))
    return fresh


def _collapse(
    pages: Iterable[SyncPage],
) -> tuple[dict[ObservationKey, Observation], dict[ObservationKey, None]]:
    """Reduce a loop to the last word on each id: later pages win, and on one page a removal wins."""
    newest: dict[ObservationKey, Observation] = {}
    gone: dict[ObservationKey, None] = {}
    for page in pages:
        for observation in (*page.added, *page.modified):
            key = observation.key
            newest[key] = observation
            gone.pop(key, None)
        for key in page.removed:
            newest.pop(key, None)
            gone[key] = None
    return newest, gone


def _decide_removals(
    live_rows: Mapping[str, int], vanished: Mapping[ObservationKey, StoredObservation], decided: ReconcilePlan
) -> None:
    """Let removals through, unless an account would lose an implausible number of rows at once.

    Observations of rows that live on in a new one are no loss and are never held.
    """
    continued = {join.stored.transaction_id for join in decided.joins}
    losses = [stored for stored in vanished.values() if stored.transaction_id not in continued]
    count = Counter(stored.source_account_id for stored in losses)
    implausible = {
        account
        for account, lost in count.items()
        if lost > max(PLAUSIBLE_REMOVALS, PLAUSIBLE_SHARE * live_rows.get(account, 0))
    }
    for stored in vanished.values():
        held = stored.source_account_id in implausible and stored.transaction_id not in continued
        (decided.held if held else decided.removals).append(stored)
