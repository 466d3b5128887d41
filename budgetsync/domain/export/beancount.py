"""Rows as a beancount ledger. `bean-check` accepts it; each booking names its rows by a link and by `id`."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from budgetsync.domain.export.double_entry import Booking, Posting, bookings
from budgetsync.domain.export.fields import decimal_text
from budgetsync.domain.export.format import Export, Format, Order, takes_counted
from budgetsync.domain.export.texts import Names, one_line
from budgetsync.domain.row_name import row_name
from budgetsync.domain.transaction import Transaction, TransactionState

_OPENED: Final = date(1900, 1, 1)
_NO_TAG: Final = re.compile(r"[^A-Za-z0-9_/.-]+")


def _write(export: Export) -> Iterator[str]:
    yield f';; Written by BudgetSync on {export.at.date()}\noption "title" "BudgetSync"\n\n'
    names, opened = Names(_clean), set()
    for booking in bookings(export, names):
        for account in dict.fromkeys(each.account for each in booking.postings):
            if account not in opened:
                opened.add(account)
                yield f"{_OPENED} open {account}\n"
        yield _text(export.ledger, booking)


def _text(ledger: str, booking: Booking) -> str:
    row = booking.row
    flag = "*" if row.state is TransactionState.POSTED else "!"
    tags = {tag: _NO_TAG.sub("-", tag).strip("-") for tag in row.tags}
    head = f"{row.transacted_on} {flag} {_quoted(row.shown_payee)} {_quoted(row.original_description)}"
    head += "".join(f" #{tag}" for tag in dict.fromkeys(tags.values()) if tag)
    both = (row,) if booking.other is None else (row, booking.other)
    head += "".join(f" ^{_link(ledger, each)}" for each in both)
    told = {"id": row_name(ledger, row.id)}
    if booking.other is not None:
        told["other-id"] = row_name(ledger, booking.other.id)
    if row.note:
        told["note"] = row.note
    if any(tag != clean for tag, clean in tags.items()):
        told["tags"] = ", ".join(row.tags)
    lines = [head, *(f"  {name}: {_quoted(value)}" for name, value in told.items())]
    if row.posted_on not in {None, row.transacted_on}:
        lines.append(f"  posted: {row.posted_on}")
    for posting in booking.postings:
        lines += _posting(posting)
    return "\n".join(lines) + "\n\n"


def _posting(posting: Posting) -> list[str]:
    price = "" if posting.price is None else f" @@ {decimal_text(posting.price)} {posting.price.currency}"
    line = f"  {posting.account}  {decimal_text(posting.amount)} {posting.amount.currency}{price}"
    return [line, f"    note: {_quoted(posting.note)}"] if posting.note else [line]


def _link(ledger: str, row: Transaction) -> str:
    return row_name(ledger, row.id).replace(":", "-")


def _quoted(text: str) -> str:
    escaped = one_line(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _clean(words: str) -> str:
    """Make a name of an account: each part begins with a capital or a digit, and has letters, digits and hyphens."""
    parts = [_part(part) for part in words.split(":")]
    return ":".join(part for part in parts if part) or "Unnamed"


def _part(words: str) -> str:
    kept = "".join(sign if _allowed(sign) else "-" for sign in unicodedata.normalize("NFKC", words))
    part = re.sub("-+", "-", kept).strip("-")
    part = part[:1].upper() + part[1:]
    begins = part[:1].isascii() or unicodedata.category(part[0]) == "Lu"
    return part if not part or begins else f"X{part}"


def _allowed(sign: str) -> bool:
    return unicodedata.category(sign) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd"}


BEANCOUNT: Final = Format("beancount", "Beancount", _write, "beancount", Order.BY_DAY, takes_counted)
