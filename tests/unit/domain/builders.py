"""Short ways to say rows, pages and batches in tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from budgetsync.domain.account import AccountSnapshot, Balance
from budgetsync.domain.ids import ObservationId, TransactionId
from budgetsync.domain.item import History
from budgetsync.domain.reconcile import JoinReason, ReconcilePlan
from budgetsync.domain.sync import RowProblem, SyncBatch, SyncPage
from budgetsync.domain.transaction import Observation, ObservationKey, StoredObservation, TransactionState

PENDING, POSTED, REMOVED = TransactionState.PENDING, TransactionState.POSTED, TransactionState.REMOVED
ACCOUNT = "acc-1"
TODAY = date(2026, 6, 15)


def day(offset: int) -> date:
    """A day near the fixed today."""
    return TODAY + timedelta(days=offset)


def observation(
    name: str,
    *,
    minor: int = -450,
    state: TransactionState = POSTED,
    on: int = 0,
    account: str = ACCOUNT,
    link: str | None = None,
    currency: str = "USD",
    merchant: str = "Coffee",
    payload: bytes = b"\x00{}",
    place: int = 0,
) -> Observation:
    """A row as a provider tells it."""
    return Observation(
        source_account_id=account,
        source_transaction_id=name,
        state=state,
        minor=minor,
        currency=currency,
        transacted_on=day(on),
        posted_on=day(on) if state is POSTED else None,
        merchant=merchant,
        original_description=merchant.upper(),
        pending_id=link,
        provider_category="FOOD_AND_DRINK_COFFEE",
        category_confidence="HIGH",
        payload=payload,
        place=place,
    )


def pending(
    name: str,
    *,
    minor: int = -450,
    on: int = 0,
    account: str = ACCOUNT,
    currency: str = "USD",
    merchant: str = "Coffee",
) -> Observation:
    """A row that has not posted yet."""
    return observation(
        name, minor=minor, on=on, account=account, currency=currency, merchant=merchant, state=PENDING
    )


def key(name: str, account: str = ACCOUNT) -> ObservationKey:
    """The identity of a row."""
    return ObservationKey(account, name)


def stored(
    row: Observation,
    *,
    number: int = 1,
    transaction: int | None = None,
    state: TransactionState | None = None,
    row_state: TransactionState | None = None,
) -> StoredObservation:
    """What the ledger keeps of a row."""
    return StoredObservation(
        ObservationId(number),
        TransactionId(number if transaction is None else transaction),
        row.source_account_id,
        row.source_transaction_id,
        state or row.state,
        row.minor,
        row.currency,
        row.transacted_on,
        row.posted_on,
        row.merchant,
        row.original_description,
        row.pending_id,
        row.provider_category,
        row.category_confidence,
        row_state or state or row.state,
    )


def known(*rows: StoredObservation) -> dict[ObservationKey, StoredObservation]:
    """Stored rows by their keys, as a plan wants them."""
    return {row.key: row for row in rows}


def snapshot(
    account: str = ACCOUNT,
    *,
    currency: str | None = "USD",
    name: str = "Checking",
    current: int | None = 100_00,
    available: int | None = 90_00,
) -> AccountSnapshot:
    """An account as a provider describes it."""
    return AccountSnapshot(
        account, name, None, "0417", "depository", "checking", currency, Balance(current, available, None)
    )


def page(
    added: Iterable[Observation] = (),
    modified: Iterable[Observation] = (),
    removed: Iterable[ObservationKey] = (),
    *,
    problems: Iterable[RowProblem] = (),
    accounts: Iterable[AccountSnapshot] | None = None,
    cursor: str = "c1",
    more: bool = False,
) -> SyncPage:
    """One answer."""
    return SyncPage(
        accounts=(snapshot(),) if accounts is None else tuple(accounts),
        added=list(added),
        modified=list(modified),
        removed=list(removed),
        problems=list(problems),
        next_cursor=cursor,
        has_more=more,
        history=History.COMPLETE,
    )


def batch(
    added: Iterable[Observation] = (),
    modified: Iterable[Observation] = (),
    removed: Iterable[ObservationKey] = (),
) -> SyncBatch:
    """A loop of one page."""
    return SyncBatch("", [page(added, modified, removed)])


def joins(decided: ReconcilePlan) -> list[tuple[str, str, JoinReason]]:
    return [
        (join.stored.source_transaction_id, join.observation.source_transaction_id, join.reason)
        for join in decided.joins
    ]


def inserted(decided: ReconcilePlan) -> list[str]:
    return [row.source_transaction_id for row in decided.inserts]
