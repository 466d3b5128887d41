"""The same rows under new ids: taken back and given again, or told by a connection that was made anew.

Equal rows are counted, never merged: of two equal coffees each claims one. Matching goes over the whole
batch, from the strictest likeness to the loosest.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable
from datetime import date, timedelta

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.item import History
from budgetsync.domain.reconcile.decisions import Join, JoinReason, ReconcilePlan
from budgetsync.domain.reconcile.posting import (
    POSTING_WINDOW,
    Fresh,
    join_changed,
    merchant_words,
    same_merchant,
)
from budgetsync.domain.transaction import Observation, StoredObservation, TransactionState

_SHIFT = timedelta(days=3)  # how far a bank's day may differ between two connections
_Either = Observation | StoredObservation
_Likeness = Callable[[_Either], Hashable]


def join_readded(lost: Iterable[StoredObservation], fresh: Fresh, decided: ReconcilePlan) -> None:
    """Join fresh posted rows to rows of the same account that were taken back: amount, day and text agree.

    Where the text differs, amount and day are enough only if nothing else has them, or as many that are equal.
    """
    tombstones = _leading(lost)
    _match(tombstones, fresh, decided, JoinReason.READDED, lambda row: (*_amount(row), _day(row), _text(row)))
    _match(
        tombstones, fresh, decided, JoinReason.READDED, lambda row: (*_amount(row), _day(row)), unique=True
    )


def join_relinked(
    account: str,
    older: Iterable[StoredObservation],
    fresh: Fresh,
    decided: ReconcilePlan,
    history: History,
    first_day: date | None,
) -> None:
    """Join the first rows of a new connection to those that an older one told of the same account.

    When they are all there, what nothing claims is over, for no source will ever speak of it again: a pending row
    goes; posted ones of days that the new connection tells are held for the user.

    Args:
        history: How much of the past the new connection has told with this batch.
        first_day: Where its history begins.
    """
    mine = {key: row for key, row in fresh.items() if row.source_account_id == account}
    strict: tuple[_Likeness, ...] = (
        lambda row: (*_amount_only(row), _day(row), _text(row), row.state),
        lambda row: (*_amount_only(row), _day(row), _text(row)),
        lambda row: (*_amount_only(row), _day(row), merchant_words(row.original_description)),
        lambda row: (*_amount_only(row), _day(row)),
    )
    living = [row for row in older if row.row_state is not TransactionState.REMOVED]
    rows = _leading(living)
    for number, likeness in enumerate(strict):
        # A pending row may have posted in between; a posted one never turns pending.
        _match(rows, mine, decided, JoinReason.RELINKED, likeness, pendings=not number)
    _match_near(rows, mine, decided)
    if history is not History.NOT_READY:
        over = {row.key: row for row in living if row.state is TransactionState.PENDING}
        join_changed(over, mine, decided, linked_elsewhere=True)
        decided.removals.extend(over.values())
    for key in [key for key, row in fresh.items() if row.source_account_id == account and key not in mine]:
        del fresh[key]
    if history is History.COMPLETE and first_day is not None:
        claimed = _claimed(decided)
        decided.held.extend(
            row
            for row in rows
            if row.state is TransactionState.POSTED
            and row.transaction_id not in claimed
            and row.transacted_on > first_day + _SHIFT
        )


def _leading(rows: Iterable[StoredObservation]) -> list[StoredObservation]:
    """One observation for each row: its posted one, else its newest."""
    leading: dict[TransactionId, StoredObservation] = {}
    for row in rows:
        other = leading.get(row.transaction_id)
        if other is None or other.state is not TransactionState.POSTED:
            leading[row.transaction_id] = row
    return list(leading.values())


def _claimed(decided: ReconcilePlan) -> set[TransactionId]:
    return {join.stored.transaction_id for join in decided.joins}


def _match(
    stored: Iterable[StoredObservation],
    fresh: Fresh,
    decided: ReconcilePlan,
    reason: JoinReason,
    likeness: _Likeness,
    *,
    unique: bool = False,
    pendings: bool = False,
) -> None:
    claimed = _claimed(decided)
    waiting: dict[Hashable, deque[StoredObservation]] = defaultdict(deque)
    for known in stored:
        if known.transaction_id not in claimed:
            waiting[likeness(known)].append(known)
    takers: dict[Hashable, list[Observation]] = defaultdict(list)
    for observation in fresh.values():
        if observation.state is TransactionState.PENDING and not pendings:
            continue
        if (like := likeness(observation)) in waiting:
            takers[like].append(observation)
    for like, observations in takers.items():
        if unique and not _interchangeable(waiting[like], observations):
            continue
        for observation in observations:
            if waiting[like]:
                decided.joins.append(Join(waiting[like].popleft(), observation, reason))
                del fresh[observation.key]


def _interchangeable(waiting: Collection[StoredObservation], takers: Collection[Observation]) -> bool:
    """Tell whether it does not matter which takes which: one each, or as many equal ones on either side."""
    alike = len({_text(row) for row in waiting}) == len({_text(row) for row in takers}) == 1
    return alike and len(waiting) == len(takers)


def _match_near(stored: Iterable[StoredObservation], fresh: Fresh, decided: ReconcilePlan) -> None:
    """Claim what is left by amount and nearness: a pending by its window, a posted row by a few days."""
    claimed = _claimed(decided)
    waiting: dict[Hashable, list[StoredObservation]] = defaultdict(list)
    for known in stored:
        if known.transaction_id not in claimed:
            waiting[_amount_only(known)].append(known)
    for observation in list(fresh.values()):
        candidates = [
            known
            for known in waiting.get(_amount_only(observation), ())
            if _is_near(known, observation) and known.transaction_id not in claimed
        ]
        if not candidates:
            continue
        nearest = min(
            candidates,
            key=lambda known: (
                not same_merchant(known, observation),
                abs(observation.transacted_on - known.transacted_on),
                known.id,
            ),
        )
        claimed.add(nearest.transaction_id)
        decided.joins.append(Join(nearest, observation, JoinReason.RELINKED))
        del fresh[observation.key]


def _is_near(known: StoredObservation, observation: Observation) -> bool:
    distance = observation.transacted_on - known.transacted_on
    if known.state is TransactionState.PENDING:
        return -_SHIFT <= distance <= POSTING_WINDOW
    return observation.state is TransactionState.POSTED and abs(distance) <= _SHIFT


def _amount(row: _Either) -> tuple[str, int, str]:
    return (row.source_account_id, row.minor, row.currency)


def _amount_only(row: _Either) -> tuple[int, str]:
    return (row.minor, row.currency)


def _day(row: _Either) -> str:
    return str(row.transacted_on)


def _text(row: _Either) -> str:
    return row.original_description.casefold()
