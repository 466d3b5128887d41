"""From pending to posted: by link, by a pending that vanished, by one that vanished and came back changed."""

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.reconcile.decisions import Join, JoinReason, PostedSuggestion, ReconcilePlan
from budgetsync.domain.transaction import (
    Observation,
    ObservationKey,
    StoredObservation,
    TransactionState,
)

POSTING_WINDOW = timedelta(days=14)
"""How long a pending transaction may take to post."""
_BEFORE = timedelta(days=-1)  # a bank in another zone may post "yesterday"
_OFFERS = 3  # suggestions for one vanished pending

Fresh = dict[ObservationKey, Observation]
Vanished = Mapping[ObservationKey, StoredObservation]


def join_by_link(
    stored: Mapping[ObservationKey, StoredObservation],
    vanished: Vanished,
    fresh: Fresh,
    decided: ReconcilePlan,
) -> None:
    """Join each fresh row that names its pending one, unless another stands for that already."""
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


def join_vanished(vanished: Vanished, fresh: Fresh, decided: ReconcilePlan) -> None:
    """Pair each pending that vanished with the new posted row of its exact amount that is nearest in time."""
    waiting: dict[tuple[str, int, str], list[StoredObservation]] = defaultdict(list)
    for known in _unclaimed(vanished, decided):
        waiting[known.source_account_id, known.minor, known.currency].append(known)
    if not waiting:
        return
    offers: list[tuple[timedelta, ObservationKey, StoredObservation]] = []
    for key, observation in fresh.items():
        if not _is_unlinked_posted(observation):
            continue
        amount = (observation.source_account_id, observation.minor, observation.currency)
        offers += [
            (abs(observation.transacted_on - known.transacted_on), key, known)
            for known in waiting.get(amount, ())
            if _is_in_window(known, observation)
        ]
    claimed: set[TransactionId] = set()
    # Equal offers are settled by ids, not by the order in which pages happened to bring the rows.
    for _, key, known in sorted(offers, key=lambda offer: (offer[0], offer[1], offer[2].id)):
        if key in fresh and known.transaction_id not in claimed:
            claimed.add(known.transaction_id)
            decided.joins.append(Join(known, fresh.pop(key), JoinReason.VANISHED_PENDING))


def join_changed(
    vanished: Vanished,
    fresh: Fresh,
    decided: ReconcilePlan,
    *,
    linked_elsewhere: bool = False,
    read_whole: bool = True,
) -> None:
    """Pair a vanished pending with a posted row of another amount (a tip, a fuel hold).

    By itself only where each is the other's sole candidate at the same merchant; otherwise it is suggested.

    Args:
        linked_elsewhere: Links say nothing: a new connection has its own ids, also for pendings it never told.
        read_whole: Every row of the batch could be read. One that could not may be the true candidate, which
            comes once it can be read; until then nothing is certain.
    """
    pairs = [
        (known, key)
        for known in _unclaimed(vanished, decided)
        for key, observation in fresh.items()
        if observation.source_account_id == known.source_account_id
        and observation.state is TransactionState.POSTED
        and (linked_elsewhere or not observation.pending_id)
        and observation.currency == known.currency
        and (observation.minor < 0) is (known.minor < 0)
        and _is_in_window(known, observation)
        and same_merchant(known, observation)
    ]
    of_pending: dict[ObservationKey, list[ObservationKey]] = defaultdict(list)
    of_posted: dict[ObservationKey, int] = defaultdict(int)
    for known, key in pairs:
        of_pending[known.key].append(key)
        of_posted[key] += 1
    for known, key in sorted(pairs, key=lambda pair: (pair[0].id, pair[1])):
        if read_whole and len(of_pending[known.key]) == 1 and of_posted[key] == 1:
            decided.joins.append(Join(known, fresh.pop(key), JoinReason.CHANGED_AMOUNT))
        else:
            nearest = sorted(of_pending[known.key], key=lambda one: abs(fresh[one].minor - known.minor))
            if key in nearest[:_OFFERS]:
                decided.suggestions.append(PostedSuggestion(known, fresh[key]))


def same_merchant(known: StoredObservation, observation: Observation) -> bool:
    """Tell whether two texts name the same merchant, whatever numbers and case the bank gave them."""
    if known.merchant and known.merchant.casefold() == observation.merchant.casefold():
        return True
    words = merchant_words(known.original_description)
    return bool(words) and words == merchant_words(observation.original_description)


def merchant_words(text: str) -> str:
    """Reduce a bank's text to its letters: store numbers, dates and case do not count."""
    return " ".join(re.findall(r"[^\W\d_]+", text.casefold()))


def _unclaimed(vanished: Vanished, decided: ReconcilePlan) -> list[StoredObservation]:
    """List the pendings whose row is theirs alone: where it has posted, another observation stands for it."""
    claimed = {join.stored.transaction_id for join in decided.joins}
    return [
        known
        for known in vanished.values()
        if known.state is TransactionState.PENDING
        and known.row_state is TransactionState.PENDING
        and known.transaction_id not in claimed
    ]


def _is_unlinked_posted(observation: Observation) -> bool:
    return observation.state is TransactionState.POSTED and not observation.pending_id


def _is_in_window(known: StoredObservation, observation: Observation) -> bool:
    return (
        _BEFORE
        <= (observation.posted_on or observation.transacted_on) - known.transacted_on
        <= POSTING_WINDOW
    )
