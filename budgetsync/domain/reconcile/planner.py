"""The plan: the passes in their order, and what is left at the end."""

from collections import Counter
from collections.abc import Iterable, Mapping

from budgetsync.domain.item import History
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
    fresh = _recognize(stored, newest, gone, around, decided)
    vanished = {
        key: known
        for key in gone
        if (known := stored.get(key)) is not None and known.state is not TransactionState.REMOVED
    }
    posting.join_by_link(stored, vanished, fresh, decided)
    history = batch.pages[-1].history if batch.pages else History.UNKNOWN
    if around.relinked:
        days = {row.transacted_on for row in newest.values()}
        first = min(days | ({around.told_since} if around.told_since else set()), default=None)
        for account, older in around.relinked.items():
            relinking.join_relinked(account, older, fresh, decided, history, first)
    if vanished or around.taken_back:
        lost = [
            known
            for known in vanished.values()
            if known.state is TransactionState.POSTED
            and ((pending := around.pendings.get(known.id)) is None or pending in gone)
        ]
        alive = {update.stored.transaction_id for update in decided.updates}
        taken_back = [known for known in around.taken_back if known.transaction_id not in alive]
        relinking.join_readded([*lost, *taken_back], fresh, decided)
        posting.join_vanished(vanished, fresh, decided)
        read_whole = not any(page.problems for page in batch.pages)
        posting.join_changed(vanished, fresh, decided, read_whole=read_whole)
    decided.inserts.extend(fresh.values())
    claimed = {join.stored.transaction_id for join in decided.joins}
    decided.suggestions = [  # a later pass may have found out for certain
        one
        for one in decided.suggestions
        if one.observation.key in fresh and one.stored.transaction_id not in claimed
    ]
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
    gone: Mapping[ObservationKey, None],
    around: Around,
    decided: ReconcilePlan,
) -> dict[ObservationKey, Observation]:
    """Take out what has a known id; the rest is fresh.

    From Plaid, a modification under the same id is always an update, whatever became of the amount. One that comes
    back when another was taken for it in the meantime is a purchase of its own after all.
    """
    if not stored:
        return newest
    fresh: dict[ObservationKey, Observation] = {}
    for key, observation in newest.items():
        known = stored.get(key)
        if known is None:
            fresh[key] = observation
            continue
        if known.id in around.held:
            decided.confirmed.append(known)
        occupant = around.occupied.get(known.id)
        if occupant is not None and occupant not in gone:
            decided.returned.append(Update(known, observation))
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

    Observations of rows that live on in another one are no loss and are never held.
    """
    continued = {join.stored.transaction_id for join in decided.joins}
    unposted = {one.transaction_id for one in vanished.values() if one.state is TransactionState.POSTED}
    continued |= {
        one.transaction_id
        for one in vanished.values()
        if one.state is TransactionState.PENDING
        and one.row_state is TransactionState.POSTED
        and one.transaction_id not in unposted
    }
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
