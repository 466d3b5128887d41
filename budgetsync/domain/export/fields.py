"""A row as names and plain values: the shape in which it is told to other programs, in whichever format."""

from typing import Any

from budgetsync.domain.money import Money
from budgetsync.domain.transaction import Split, Transaction


def row_fields(row: Transaction) -> dict[str, Any]:
    """Give a row as plain values.

    Amounts are exact: decimals as text, and the same in minor units; negative = money leaves the account. Days are
    ISO 8601. `id` and `account` stay the same for as long as there is the ledger.
    """
    return {
        "id": row.id,
        "account": row.account_id,
        "account_name": row.account_name,
        "state": row.state.value,
        "amount": decimal_text(row.amount),
        "amount_minor": row.amount.minor,
        "currency": row.amount.currency,
        "transacted_on": row.transacted_on.isoformat(),
        "posted_on": row.posted_on.isoformat() if row.posted_on else None,
        "merchant": row.merchant,
        "payee": row.payee,
        "original_description": row.original_description,
        "category": row.category,
        "note": row.note,
        "tags": list(row.tags),
        "splits": [_part_fields(part, row.amount.currency) for part in row.splits],
        "hidden": row.hidden,
        "reviewed": row.reviewed,
        "bank_removed": row.bank_removed,
        "bank_says": dict(row.bank_says),
        "transfer": row.transfer,
    }


def decimal_text(amount: Money) -> str:
    """Write an amount as a plain decimal: with a point, all its places, and a hyphen where it leaves the account."""
    return f"{amount.decimal:f}"


def _part_fields(part: Split, currency: str) -> dict[str, Any]:
    return {
        "amount": decimal_text(Money(part.minor, currency)),
        "amount_minor": part.minor,
        "category": part.category,
        "note": part.note,
    }
