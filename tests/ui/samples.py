"""Believable domain values to feed to models and views."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject

from budgetsync.domain.account import Account
from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import AccountId, ItemId, RunId, TransactionId
from budgetsync.domain.item import History, Institution, Item, ItemStatus
from budgetsync.domain.money import Money
from budgetsync.domain.overview import ItemOverview, Overview
from budgetsync.domain.sync import Counts, Progress, SyncRun, SyncRunState, Trigger
from budgetsync.domain.transaction import FieldSource, Transaction, TransactionState

NOTHING = Counts()
SOME = Counts(12, 3, 1)
NOW = datetime(2025, 11, 24, 12, 0, tzinfo=UTC)
TODAY = date(2025, 11, 24)
EXPIRED = Trouble(
    "ITEM_LOGIN_REQUIRED", "Sign in again", "The bank asks you to sign in again.", "Reconnect this bank."
)


def item(
    number: int = 1,
    name: str = "Harbor Bank",
    status: ItemStatus = ItemStatus.HEALTHY,
    *,
    trouble: Trouble | None = None,
    ago: timedelta | None = timedelta(minutes=2),
    as_of_ago: timedelta | None = timedelta(hours=2),
) -> Item:
    contacted = None if ago is None else NOW - ago
    return Item(
        id=ItemId(number),
        provider="plaid",
        source_item_id=f"item-{number}",
        institution=Institution(f"ins_{number}", name),
        status=status,
        cursor="",
        history=History.COMPLETE,
        contacted_at=contacted,
        succeeded_at=contacted,
        as_of=None if as_of_ago is None else NOW - as_of_ago,
        trouble=trouble,
    )


def account(
    number: int = 1,
    item_number: int = 1,
    name: str = "Everyday Checking",
    *,
    kind: str = "depository",
    current: int | None = 428_116,
    currency: str | None = "USD",
    limit: int | None = None,
    available: int | None = None,
    counts: Counts = NOTHING,
) -> Account:
    def money(minor: int | None) -> Money | None:
        return None if minor is None or currency is None else Money(minor, currency)

    return Account(
        id=AccountId(number),
        item_id=ItemId(item_number),
        name=name,
        official_name=None,
        mask=f"{number:04}",
        type=kind,
        subtype=None,
        currency=currency,
        current=money(current),
        available=money(available),
        limit=money(limit),
        balance_as_of=NOW - timedelta(hours=3),
        transactions=10,
        added=counts.added,
        modified=counts.modified,
        removed=counts.removed,
    )


def run_of(
    number: int = 1,
    state: SyncRunState = SyncRunState.SUCCEEDED,
    counts: Counts = SOME,
    problems: int = 0,
) -> SyncRun:
    return SyncRun(
        id=RunId(number),
        item_id=ItemId(number),
        trigger=Trigger.USER,
        state=state,
        started_at=NOW,
        finished_at=NOW,
        pages=1,
        requests=2,
        counts=counts,
        problems=problems,
        trouble=None,
    )


def connection(
    number: int = 1,
    name: str = "Harbor Bank",
    status: ItemStatus = ItemStatus.HEALTHY,
    *,
    accounts: tuple[Account, ...] | None = None,
    run: SyncRun | None = None,
    progress: Progress | None = None,
    trouble: Trouble | None = None,
    ago: timedelta | None = timedelta(minutes=2),
) -> ItemOverview:
    if accounts is None:
        accounts = (account(number * 10, number), account(number * 10 + 1, number, "Savings"))
    shown = item(number, name, status, trouble=trouble, ago=ago)
    return ItemOverview(shown, accounts, run or run_of(number), progress)


def three() -> Overview:
    return Overview(tuple(connection(n, name) for n, name in enumerate(("Harbor", "Juniper", "Lac"), 1)))


def transaction(
    number: int = 1,
    *,
    minor: int = -8_412,
    payee: str | None = None,
    category: str | None = "Groceries",
    note: str | None = None,
    day: date = TODAY,
    state: TransactionState = TransactionState.POSTED,
) -> Transaction:
    return Transaction(
        id=TransactionId(number),
        account_id=AccountId(10),
        account_name="Everyday Checking",
        state=state,
        amount=Money(minor, "USD"),
        transacted_on=day,
        posted_on=None if state is TransactionState.PENDING else day,
        merchant="Green Market",
        payee=payee,
        original_description="POS GREEN MARKET 0042",
        category=category,
        category_source=FieldSource.PROVIDER,
        note=note,
    )


def delete(widget: QObject) -> None:
    """Delete now, on this thread: left to the garbage collector, it might happen on another one."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


async def until(done: Callable[[], bool], *signals: Any) -> None:  # noqa: ANN401
    """Wait for a condition that can only change when one of the signals comes."""
    changed = asyncio.Event()
    for signal in signals:
        signal.connect(lambda *_: changed.set())
    async with asyncio.timeout(30):
        while not done():
            changed.clear()
            await changed.wait()
