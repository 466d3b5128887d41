"""Accounts as JSON."""

from collections.abc import Iterable

import msgspec

from budgetsync.sandbox.model.book import Account
from budgetsync.sandbox.money import decimal_text


def _number(minor: int | None, exponent: int) -> msgspec.Raw | None:
    return None if minor is None else msgspec.Raw(decimal_text(minor, exponent).encode())


def account_fields(account_id: str, account: Account) -> dict[str, object]:
    """One account as ``/accounts/get`` shows it, amounts as exact JSON numbers."""
    spec = account.spec
    return {
        "account_id": account_id,
        "balances": {
            "available": _number(account.available, account.exponent),
            "current": _number(account.current, account.exponent),
            "iso_currency_code": spec.currency,
            "limit": _number(spec.limit, account.exponent),
            "unofficial_currency_code": None,
        },
        "holder_category": "personal",
        "mask": spec.mask,
        "name": spec.name,
        "official_name": spec.official_name,
        "subtype": spec.subtype,
        "type": spec.type,
    }


def account_list(accounts: Iterable[tuple[str, Account]]) -> list[dict[str, object]]:
    """Several accounts, in the order given."""
    return [account_fields(account_id, account) for account_id, account in accounts]
