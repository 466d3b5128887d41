"""Accounts as JSON."""

from collections.abc import Collection

import msgspec

from budgetsync.sandbox.ids import opaque_id
from budgetsync.sandbox.model.book import Account
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.money import decimal_text, is_official


def _number(minor: int | None, exponent: int) -> msgspec.Raw | None:
    return None if minor is None else msgspec.Raw(decimal_text(minor, exponent).encode())


def account_fields(item: Item, account: Account) -> dict[str, object]:
    """One account as ``/accounts/get`` shows it to an item, amounts as exact JSON numbers."""
    spec = account.spec
    official = is_official(spec.currency)
    fields: dict[str, object] = {
        "account_id": item.account_id(account.index),
        "balances": {
            "available": _number(account.available, account.exponent),
            "current": _number(account.current, account.exponent),
            "iso_currency_code": spec.currency if official else None,
            "limit": _number(spec.limit, account.exponent),
            "unofficial_currency_code": None if official else spec.currency,
        },
        "holder_category": "personal",
        "mask": spec.mask,
        "name": spec.name,
        "official_name": spec.official_name,
    }
    if item.book.institution.persistent_ids and spec.type == "depository":
        fields["persistent_account_id"] = opaque_id("persistent", item.institution_id, spec.key, spec.mask)
    return {**fields, "subtype": spec.subtype, "type": spec.type}


def account_list(item: Item, chosen: Collection[int] | None = None) -> list[dict[str, object]]:
    """The accounts that an item sees, in the book's order; only those at the places chosen."""
    return [
        account_fields(item, account)
        for _, account in item.accounts()
        if chosen is None or account.index in chosen
    ]
