"""The bank's own ledger as JSON, for those who want to compare rather than to guess."""

from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile
from typing import IO, Any, Final

import msgspec

from budgetsync.sandbox.clock import date_text, instant_text, second_text
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.model.book import Account, Book, Row
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.money import decimal_text

_IN_MEMORY: Final = 16 * 1024 * 1024
_BATCH: Final = 500


def world_fields(bank: Bank, *, transactions: bool = True, item_id: str | None = None) -> dict[str, Any]:
    """Describe the world as it is now.

    Amounts are given twice: ``amount_minor`` in minor units and ``amount`` as decimal text; positive is
    money that leaves the account, as at Plaid. Balances are money held for depository accounts and money
    owed for credit and loan accounts; ``current`` is ``opening`` and all posted transactions, ``available``
    takes pending ones into account too and is null for loans. Removed items do not appear. The shape::

        {"seed": 7, "now": "2026-06-15T12:00:00Z", "today": "2026-06-15",
         "institutions": [{"institution_id", "name", "outage", "accounts": [
             {"name", "type", "subtype", "mask", "currency", "exponent", "balances", "posted", "pending"}]}],
         "items": [{"item_id", "institution_id", "created_at", "first_day", "needs_login", "revoked",
             "username", "webhook", "synced", "consent_expires"}],
         "accounts": [{"account_id", "item_id", "institution_id", ...as above...,
             "visible_posted", "visible_pending"}],
         "transactions": [{"transaction_id", "account_id", "item_id", "amount_minor", "amount", "currency",
             "date", "authorized_date", "name", "merchant_name", "pending", "pending_transaction_id",
             "history"}],
         "removed": [{"transaction_id", "account_id", "item_id", "history"}]}

    with balances ``{"opening": {"minor", "decimal"}, "current", "available", "limit"}``. ``posted`` and
    ``pending`` count what the bank holds; ``visible_...`` what the item was given, from its ``first_day`` on.
    ``accounts``, ``transactions`` and ``removed`` are told for each item; ``removed`` lists what an item can
    have seen. Transactions are in ascending order of last change. A ``history`` has each version of a
    transaction, oldest first: ``{"at", "change": "added" | "modified" | "removed", "amount_minor",
    "amount", "date", "name", "pending"}``.

    Args:
        bank: whose world it is.
        transactions: whether to list transactions and removed ones; the keys are left out otherwise.
        item_id: tell of this item only; None for all of them.
    """
    items = _items(bank, item_id)
    fields = _frame(bank, items)
    if transactions:
        fields["transactions"] = [_transaction(item, row) for item, row in _seen(items)]
        fields["removed"] = [_removal(item, row) for item, row in _gone(items)]
    return fields


def spool_world(
    bank: Bank, *, transactions: bool = True, history: bool = True, item_id: str | None = None
) -> IO[bytes]:
    """Write the same as JSON into a temporary file, so that a world of a million rows needs no memory.

    Args:
        bank: whose world it is.
        transactions: as for `world_fields`.
        history: whether each transaction tells its history.
        item_id: as for `world_fields`.
    """
    items = _items(bank, item_id)
    spool: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - the reader closes it
    head = msgspec.json.encode(_frame(bank, items))
    if not transactions:
        spool.write(head)
    else:
        spool.write(head[:-1])
        for name, told in (
            ("transactions", (_transaction(item, row, history=history) for item, row in _seen(items))),
            ("removed", (_removal(item, row, history=history) for item, row in _gone(items))),
        ):
            spool.write(b',"%b":[' % name.encode())
            _write_batches(spool, told)
            spool.write(b"]")
        spool.write(b"}")
    spool.seek(0)
    return spool


def _write_batches(spool: IO[bytes], entries: Iterable[dict[str, Any]]) -> None:
    batch: list[bytes] = []
    first = True
    for entry in entries:
        batch.append(msgspec.json.encode(entry))
        if len(batch) == _BATCH:
            spool.write((b"" if first else b",") + b",".join(batch))
            first, batch = False, []
    if batch:
        spool.write((b"" if first else b",") + b",".join(batch))


def _items(bank: Bank, item_id: str | None) -> list[Item]:
    return [item for item in bank.items if not item.removed and item_id in {None, item.item_id}]


def _seen(items: list[Item]) -> Iterator[tuple[Item, Row]]:
    return ((item, row) for item in items for row in item.book.live() if item.sees(row))


def _gone(items: list[Item]) -> Iterator[tuple[Item, Row]]:
    return ((item, row) for item in items for row in _removed(item))


def _frame(bank: Bank, items: list[Item]) -> dict[str, Any]:
    return {
        "seed": bank.seed,
        "now": second_text(bank.second()),
        "today": date_text(bank.world.today),
        "institutions": [
            {
                "institution_id": name,
                "name": book.institution.name,
                "outage": outage.code if (outage := bank.estate.outage_of(name)) else None,
                "accounts": [_account(account) for account in book.accounts],
            }
            for name, book in bank.world.books.items()
        ],
        "items": [_item(item) for item in items],
        "accounts": [account for item in items for account in _visible_accounts(item)],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "item_id": item.item_id,
        "institution_id": item.institution_id,
        "created_at": instant_text(item.created),
        "first_day": date_text(item.first_day),
        "needs_login": item.needs_login,
        "revoked": item.revoked,
        "username": item.username,
        "webhook": item.webhook,
        "synced": item.synced,
        "consent_expires": instant_text(item.consent_ends) if item.consent_ends else None,
    }


def _money(minor: int | None, exponent: int) -> dict[str, Any] | None:
    return None if minor is None else {"minor": minor, "decimal": decimal_text(minor, exponent)}


def _account(account: Account) -> dict[str, Any]:
    spec, exponent = account.spec, account.exponent
    return {
        "name": spec.name,
        "type": spec.type,
        "subtype": spec.subtype,
        "mask": spec.mask,
        "currency": spec.currency,
        "exponent": exponent,
        "balances": {
            "opening": _money(account.opening, exponent),
            "current": _money(account.current, exponent),
            "available": _money(account.available, exponent),
            "limit": _money(spec.limit, exponent),
        },
        "posted": account.posted_count,
        "pending": account.pending_count,
    }


def _visible_accounts(item: Item) -> list[dict[str, Any]]:
    counts = {account.index: [0, 0] for _, account in item.accounts()}
    for row in item.book.live():
        if item.sees(row):
            counts[row.account][row.pending] += 1
    return [
        {
            "account_id": account_id,
            "item_id": item.item_id,
            "institution_id": item.institution_id,
            **_account(account),
            "visible_posted": counts[account.index][False],
            "visible_pending": counts[account.index][True],
        }
        for account_id, account in item.accounts()
    ]


def _transaction(item: Item, row: Row, *, history: bool = True) -> dict[str, Any]:
    account = item.book.accounts[row.account]
    profile = row.profile
    fields: dict[str, Any] = {
        "transaction_id": item.row_ids.of(row.key).decode(),
        "account_id": item.account_id(row.account),
        "item_id": item.item_id,
        "amount_minor": row.amount,
        "amount": decimal_text(row.amount, account.exponent),
        "currency": account.spec.currency,
        "date": date_text(row.date),
        "authorized_date": date_text(row.authorized) if row.authorized else None,
        "name": row.name,
        "merchant_name": profile.merchant,
        "pending": row.pending,
        "pending_transaction_id": item.pending_id(row),
    }
    if history:
        fields["history"] = _history(item.book, row)
    return fields


def _removed(item: Item) -> list[Row]:
    log = item.book.log
    return [
        row
        for position, row in enumerate(log)
        if row.gone and row.last == position >= item.born and item.sees(row)
    ]


def _removal(item: Item, row: Row, *, history: bool = True) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "transaction_id": item.row_ids.of(row.key).decode(),
        "account_id": item.account_id(row.account),
        "item_id": item.item_id,
    }
    if history:
        fields["history"] = _history(item.book, row)
    return fields


def _history(book: Book, row: Row) -> list[dict[str, Any]]:
    exponent = book.accounts[row.account].exponent
    return [
        {
            "at": instant_text(version.stamp),
            "change": version.change,
            "amount_minor": version.amount,
            "amount": decimal_text(version.amount, exponent),
            "date": date_text(version.date),
            "name": version.name,
            "pending": version.pending,
        }
        for version in book.versions(row)
    ]
