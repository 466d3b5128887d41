"""Transactions as JSON: a template for each profile, filled in with what differs from row to row.

A page of 500 is 700 KB; encoding it object by object would make the bank slower than its clients.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Final

import msgspec

from budgetsync.sandbox.catalog.categories import DEFAULT_VERSION, category_fields
from budgetsync.sandbox.catalog.profile import Profile
from budgetsync.sandbox.clock import date_bytes
from budgetsync.sandbox.model.book import Row
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.money import decimal_text, is_official

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
_AMOUNTS_KEPT: Final = 100_000
_SLOT: Final = "\x00"
_ENCODED_SLOT: Final = b"\\u0000"
_QUOTED_SLOT: Final = b'"\\u0000"'


class RowWriter:
    """Writes the rows of a book for one item and one choice of request options.

    Args:
        item: whose ids to use.
        original_description: whether the bank's own text is asked for.
        categories: the version of the personal finance categories that is asked for.
    """

    __slots__ = ("_accounts", "_amounts", "_categories", "_describes", "_item", "_templates")

    def __init__(
        self, item: Item, *, original_description: bool = False, categories: str = DEFAULT_VERSION
    ) -> None:
        self._item = item
        self._describes = original_description
        self._categories = categories
        self._templates: dict[tuple[int, bool, bool], dict[Profile, bytes]] = {}
        self._amounts: dict[tuple[int, int], bytes] = {}
        self._accounts = item.book.accounts

    @property
    def item(self) -> Item:
        """Whose rows it writes."""
        return self._item

    def transactions(self, rows: Iterable[Row]) -> bytes:
        """The rows as JSON objects with commas between; everything that can be is looked up only once."""
        item = self._item
        id_of, born, amounts, templates = item.row_ids.of, item.born, self._amounts, self._templates
        written = []
        for row in rows:
            group = templates.get((row.account, row.pending, row.amount < 0))
            template = group.get(row.profile) if group is not None else None
            if template is None:
                template = self._template(row)
            amount = amounts.get((row.account, row.amount))
            if amount is None:
                amount = self._amount(row)
            written.append(
                template
                % (
                    amount,
                    b'"%b"' % date_bytes(row.authorized) if row.authorized else b"null",
                    date_bytes(row.date),
                    reference := b"%010d" % (row.key * 48_271 % 9_999_999_967),
                    reference,
                    b'"%b"' % id_of(row.replaces) if row.replaces and row.created >= born else b"null",
                    id_of(row.key),
                )
            )
        return b",".join(written)

    def _amount(self, row: Row) -> bytes:
        if len(self._amounts) > _AMOUNTS_KEPT:
            self._amounts.clear()
        text = decimal_text(row.amount, self._accounts[row.account].exponent).encode()
        self._amounts[(row.account, row.amount)] = text
        return text

    def removal(self, row: Row) -> bytes:
        """The row as an entry of ``removed``."""
        return b'{"account_id":"%b","transaction_id":"%b"}' % (
            self._item.account_id(row.account).encode(),
            self._item.row_ids.of(row.key),
        )

    def _template(self, row: Row) -> bytes:
        """The JSON of a row's profile, in the order in which Plaid writes it, with seven places left open."""
        profile, account = row.profile, self._accounts[row.account]
        currency, incoming = account.spec.currency, row.amount < 0
        official = is_official(currency)
        text = profile.bank_text.replace("{ref}", _SLOT) if self._describes else None
        if text is not None and _SLOT not in text:
            text += f" {_SLOT}"
        meta: dict[str, str | None] = {key: profile.meta.get(key) for key in _META}
        meta["reference_number"] = _SLOT
        fields: dict[str, object] = {
            "account_id": self._item.account_id(row.account),
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
            "iso_currency_code": currency if official else None,
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
            "personal_finance_category": category_fields(
                profile.detailed, profile.confidence, self._categories, incoming=incoming
            ),
            "personal_finance_category_icon_url": profile.icon_url,
            "transaction_code": profile.code,
            "transaction_id": _SLOT,
            "transaction_type": profile.kind,
            "unofficial_currency_code": None if official else currency,
            "website": profile.website,
        }
        template = _open_slots(fields, described=text is not None)
        self._templates.setdefault((row.account, row.pending, incoming), {})[profile] = template
        return template


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
