"""Transactions as JSON: a template for each profile, filled in with what differs from row to row.

A page of 500 is 700 KB; encoding it object by object would make the bank slower than its clients.
"""

from dataclasses import asdict
from typing import Final

import msgspec

from budgetsync.sandbox.catalog.profile import Profile
from budgetsync.sandbox.clock import date_bytes
from budgetsync.sandbox.model.book import Row
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.money import decimal_text

_META: Final = (
    "by_order_of",
    "payee",
    "payer",
    "payment_method",
    "payment_processor",
    "ppd_id",
    "reason",
    "reference_number",
)
_SLOT: Final = "\x00"
_ENCODED_SLOT: Final = b"\\u0000"
_QUOTED_SLOT: Final = b'"\\u0000"'


class RowWriter:
    """Writes the rows of a book for one item and one choice of request options.

    Args:
        item: whose ids to use.
        original_description: whether the bank's own text is asked for.
    """

    __slots__ = ("_accounts", "_describes", "_item", "_templates")

    def __init__(self, item: Item, *, original_description: bool = False) -> None:
        self._item = item
        self._describes = original_description
        self._templates: dict[tuple[int, int, bool], tuple[Profile, bytes]] = {}
        self._accounts = tuple(
            (account_id, account.spec.currency, account.exponent) for account_id, account in item.accounts()
        )

    def transaction(self, row: Row) -> bytes:
        """The row as a JSON object."""
        profile = row.profile
        known = self._templates.get((id(profile), row.account, row.pending))
        if known is None:
            known = (profile, self._template(profile, row))
            self._templates[(id(profile), row.account, row.pending)] = known
        item = self._item
        pending_id = item.pending_id(row)
        reference = b"%010d" % (row.key * 48_271 % 9_999_999_967)
        return known[1] % (
            decimal_text(row.amount, self._accounts[row.account][2]).encode(),
            b'"%b"' % date_bytes(row.authorized) if row.authorized else b"null",
            date_bytes(row.date),
            reference,
            reference,
            b'"%b"' % pending_id.encode() if pending_id else b"null",
            item.row_ids.of(row.key),
        )

    def removal(self, row: Row) -> bytes:
        """The row as an entry of ``removed``."""
        return b'{"account_id":"%b","transaction_id":"%b"}' % (
            self._accounts[row.account][0].encode(),
            self._item.row_ids.of(row.key),
        )

    def _template(self, profile: Profile, row: Row) -> bytes:
        """The JSON of a profile, in the order in which Plaid writes it, with seven places left open."""
        account_id, currency, _ = self._accounts[row.account]
        text = profile.bank_text.replace("{ref}", _SLOT) if self._describes else None
        if text is not None and _SLOT not in text:
            text += f" {_SLOT}"
        meta: dict[str, str | None] = {key: profile.meta.get(key) for key in _META}
        meta["reference_number"] = _SLOT
        fields: dict[str, object] = {
            "account_id": account_id,
            "account_owner": None,
            "amount": msgspec.Raw(_QUOTED_SLOT),
            "authorized_date": msgspec.Raw(_QUOTED_SLOT),
            "authorized_datetime": None,
            "category": None,
            "category_id": None,
            "check_number": profile.check_number,
            "counterparties": [_party(profile, number) for number in range(len(profile.parties))],
            "date": _SLOT,
            "datetime": None,
            "iso_currency_code": currency,
            "location": _place(profile),
            "logo_url": profile.logo_url,
            "merchant_entity_id": profile.entity_id,
            "merchant_name": profile.merchant,
            "name": row.name,
            "original_description": text,
            "payment_channel": profile.channel,
            "payment_meta": meta,
            "pending": row.pending,
            "pending_transaction_id": msgspec.Raw(_QUOTED_SLOT),
            "personal_finance_category": {
                "confidence_level": profile.confidence,
                "detailed": profile.detailed,
                "primary": profile.primary,
                "version": "v2",
            },
            "personal_finance_category_icon_url": profile.icon_url,
            "transaction_code": profile.code,
            "transaction_id": _SLOT,
            "transaction_type": profile.kind,
            "unofficial_currency_code": None,
            "website": profile.website,
        }
        return _open_slots(fields, described=text is not None)


def _open_slots(fields: dict[str, object], *, described: bool) -> bytes:
    """Encode the fields and turn each slot into a placeholder of ``%``.

    Without a description, that place takes up its argument in no width: the number of places never varies.
    """
    encoded = msgspec.json.encode(fields).replace(b"%", b"%%")
    encoded = encoded.replace(_QUOTED_SLOT, b"%b", 2)
    head, link, tail = encoded.partition(b'"pending_transaction_id":' + _QUOTED_SLOT)
    head = head.replace(_ENCODED_SLOT, b"%b")
    if not described:
        before, name, after = head.partition(b'"original_description":null')
        head = before + name + b"%.0b" + after
    return head + link.replace(_QUOTED_SLOT, b"%b") + tail.replace(_ENCODED_SLOT, b"%b")


def _party(profile: Profile, number: int) -> dict[str, object]:
    party = profile.parties[number]
    return {
        "confidence_level": party.confidence,
        "entity_id": profile.entity_id if number == 0 else None,
        "logo_url": party.logo_url,
        "name": party.name,
        "type": party.type,
        "website": party.website,
    }


def _place(profile: Profile) -> dict[str, object]:
    place: dict[str, object] = asdict(profile.place)
    for axis in ("lat", "lon"):
        text = place[axis]
        if isinstance(text, str):
            place[axis] = msgspec.Raw(text.encode())
    return dict(sorted(place.items()))
