"""The bank's own ledger as JSON, for those who want to compare rather than to guess."""

from typing import Any

from budgetsync.sandbox.clock import date_text, instant_text
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.model.book import Account, Row
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.money import decimal_text


def world_fields(bank: Bank, *, transactions: bool = True, item_id: str | None = None) -> dict[str, Any]:
    """Describe the world as it is now.

    Amounts are given twice: ``amount_minor`` in minor units and ``amount`` as decimal text; positive is
    money that leaves the account, as at Plaid. Balances are money held for depository accounts and money
    owed for credit and loan accounts; ``current`` is ``opening`` and all posted transactions, ``available``
    takes pending ones into account too and is null for loans. Removed items do not appear. The shape::

        {"seed": 7, "now": "2026-06-15T12:00:00Z", "today": "2026-06-15",
         "institutions": [{"institution_id", "name", "accounts": [
             {"name", "type", "subtype", "mask", "currency", "exponent", "balances", "posted", "pending"}]}],
         "items": [{"item_id", "institution_id", "created_at", "first_day", "needs_login"}],
         "accounts": [{"account_id", "item_id", "institution_id", ...as above...,
             "visible_posted", "visible_pending"}],
         "transactions": [{"transaction_id", "account_id", "item_id", "amount_minor", "amount", "currency",
             "date", "authorized_date", "name", "merchant_name", "pending", "pending_transaction_id"}],
         "removed": [{"transaction_id", "account_id", "item_id"}]}

    with balances ``{"opening": {"minor", "decimal"}, "current", "available", "limit"}``. ``posted`` and
    ``pending`` count what the bank holds; ``visible_...`` what the item was given, from its ``first_day`` on.
    ``accounts``, ``transactions`` and ``removed`` are told for each item; ``removed`` lists what an item can
    have seen. Transactions are in ascending order of last change.

    Args:
        bank: whose world it is.
        transactions: whether to list transactions and removed ones; the keys are left out otherwise.
        item_id: tell of this item only; None for all of them.
    """
    items = [item for item in bank.items if not item.removed and item_id in {None, item.item_id}]
    fields: dict[str, Any] = {
        "seed": bank.seed,
        "now": instant_text(bank.world.now),
        "today": date_text(bank.world.today),
        "institutions": [
            {
                "institution_id": book.institution.institution_id,
                "name": book.institution.name,
                "accounts": [_account(account) for account in book.accounts],
            }
            for book in bank.world.books.values()
        ],
        "items": [_item(item) for item in items],
        "accounts": [account for item in items for account in _visible_accounts(item)],
    }
    if transactions:
        fields["transactions"] = [
            _transaction(item, row) for item in items for row in item.book.live() if item.sees(row)
        ]
        fields["removed"] = [_removal(item, row) for item in items for row in _removed(item)]
    return fields


def _item(item: Item) -> dict[str, Any]:
    return {
        "item_id": item.item_id,
        "institution_id": item.institution_id,
        "created_at": instant_text(item.created),
        "first_day": date_text(item.first_day),
        "needs_login": item.needs_login,
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
    counts = {account.index: [0, 0] for account in item.book.accounts}
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


def _transaction(item: Item, row: Row) -> dict[str, Any]:
    account = item.book.accounts[row.account]
    profile = row.profile
    return {
        "transaction_id": item.row_ids.of(row.key).decode(),
        "account_id": item.account_ids[row.account],
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


def _removed(item: Item) -> list[Row]:
    log = item.book.log
    return [
        row
        for position, row in enumerate(log)
        if row.gone and row.last == position >= item.born and item.sees(row)
    ]


def _removal(item: Item, row: Row) -> dict[str, Any]:
    return {
        "transaction_id": item.row_ids.of(row.key).decode(),
        "account_id": item.account_ids[row.account],
        "item_id": item.item_id,
    }
