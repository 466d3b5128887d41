"""What comes again and again, found in an item's rows, and the older category tree."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Any, Final

import msgspec

from budgetsync.sandbox.api.endpoint import ACCESS_TOKEN, Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.catalog.categories import DEFAULT_VERSION, category_fields, category_tree
from budgetsync.sandbox.clock import date_text, instant_text
from budgetsync.sandbox.faults import Code, PlaidFault
from budgetsync.sandbox.ids import opaque_id
from budgetsync.sandbox.model.book import Row
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.money import decimal_text, is_official

_FREQUENCIES: Final = (
    ("WEEKLY", 6, 8),
    ("BIWEEKLY", 13, 15),
    ("SEMI_MONTHLY", 15, 17),
    ("MONTHLY", 27, 32),
    ("ANNUALLY", 360, 370),
)
_MATURE: Final = 3
_STEADY: Final = 0.8


def _frequency(rows: list[Row]) -> tuple[str, int] | None:
    """How often rows come, with the days between them; None where they keep no rhythm."""
    gaps = [late.date - early.date for early, late in pairwise(rows)]
    usual = round(median(gaps))
    for name, least, most in _FREQUENCIES:
        if least <= usual <= most:
            steady = sum(least - 2 <= gap <= most + 2 for gap in gaps)
            return (name, usual) if steady >= _STEADY * len(gaps) else None
    return None


def _streams(call: Call, item: Item, version: str, wanted: set[str] | None) -> list[dict[str, Any]]:
    groups: defaultdict[tuple[int, str, bool], list[Row]] = defaultdict(list)
    for row in item.book.live():
        if item.sees(row) and not row.pending:
            groups[(row.account, row.profile.merchant or row.profile.name, row.amount < 0)].append(row)
    found = []
    for (account, name, incoming), rows in groups.items():
        account_id = item.account_id(account)
        rows.sort(key=lambda row: (row.date, row.key))
        rhythm = _frequency(rows) if len(rows) >= _MATURE else None
        if rhythm is not None and (wanted is None or account_id in wanted):
            found.append(_stream(call, item, rows, rhythm, version) | {"_in": incoming, "_name": name})
    return sorted(found, key=lambda stream: str(stream["stream_id"]))


def _stream(call: Call, item: Item, rows: list[Row], rhythm: tuple[str, int], version: str) -> dict[str, Any]:
    account, last = item.book.accounts[rows[0].account], rows[-1]
    profile, (frequency, days) = last.profile, rhythm
    active = call.bank.world.today - last.date <= days + 10
    mean = sum(row.amount for row in rows) // len(rows)

    def amount(minor: int) -> dict[str, Any]:
        currency = account.spec.currency
        return {
            "amount": msgspec.Raw(decimal_text(minor, account.exponent).encode()),
            "iso_currency_code": currency if is_official(currency) else None,
            "unofficial_currency_code": None if is_official(currency) else currency,
        }

    following = date.fromordinal(last.date) + timedelta(days=days)
    return {
        "account_id": item.account_id(account.index),
        "average_amount": amount(mean),
        "category": None,
        "category_id": None,
        "description": last.name,
        "first_date": date_text(rows[0].date),
        "frequency": frequency,
        "is_active": active,
        "is_user_modified": False,
        "last_amount": amount(last.amount),
        "last_date": date_text(last.date),
        "merchant_name": profile.merchant,
        "personal_finance_category": category_fields(
            profile.detailed, profile.confidence, version, incoming=last.amount < 0
        ),
        "predicted_next_date": following.isoformat() if active else None,
        "status": "MATURE" if active else "TOMBSTONED",
        "stream_id": opaque_id(item.salt, "stream", account.index, last.name, last.amount < 0),
        "transaction_ids": [item.row_ids.of(row.key).decode() for row in rows],
    }


def _get(call: Call) -> bytes:
    item = call.own_item
    if item.not_ready:
        raise PlaidFault(
            Code.PRODUCT_NOT_READY, "the requested product is not yet ready. please try again later"
        )
    wanted: list[str] | None = call.body.get("account_ids")
    for account_id in wanted or ():
        if item.account_index(account_id) is None:
            message = "one or more of the account ids are not associated with the access token"
            raise PlaidFault(Code.INVALID_ACCOUNT_ID, message)
    version = call.options().get("personal_finance_category_version") or DEFAULT_VERSION
    streams = _streams(call, item, version, set(wanted) if wanted else None)

    def plain(*, incoming: bool) -> list[dict[str, Any]]:
        return [
            {name: value for name, value in stream.items() if not name.startswith("_")}
            for stream in streams
            if stream["_in"] is incoming
        ]

    return call.reply(
        inflow_streams=plain(incoming=True),
        outflow_streams=plain(incoming=False),
        personal_finance_category_version=version,
        updated_datetime=instant_text(item.updated),
    )


def _categories(call: Call) -> bytes:
    return call.reply(categories=category_tree())


ENDPOINTS: Final = (
    Endpoint(
        "/transactions/recurring/get",
        {
            "access_token": ACCESS_TOKEN,
            "account_ids": Field("list"),
            "options": Field(
                "object",
                fields={
                    "include_personal_finance_category": Field("boolean"),
                    "personal_finance_category_version": Field("string", choices=frozenset({"v1", "v2"})),
                },
            ),
        },
        _get,
        needs_login=True,
    ),
    Endpoint("/categories/get", {}, _categories, public=True),
)
"""What this module answers."""
