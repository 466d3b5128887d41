"""Rows as a journal of plain-text accounting that hledger and ledger read; each booking names its rows by `id`."""

import re
from collections.abc import Iterator
from typing import Final

from budgetsync.domain.export.double_entry import Booking, Posting, bookings
from budgetsync.domain.export.fields import decimal_text
from budgetsync.domain.export.format import Export, Format, Order, takes_counted
from budgetsync.domain.export.texts import Names, one_line
from budgetsync.domain.money import Money, exponent
from budgetsync.domain.row_name import row_name
from budgetsync.domain.transaction import TransactionState

_MARKS: Final = re.compile(r"[^\w .&'+-]+")
_OF_COMMENTS: Final = str.maketrans(",[]:", "\u201a()\ua789")
_DAYS: Final = frozenset({"date", "date2"})
"""Tags that hledger takes for days."""
_NO_TAG: Final = re.compile(r"[\s:,;]+")


def _write(export: Export) -> Iterator[str]:
    yield f"; Written by BudgetSync on {export.at.date()}\n\n"
    names, declared = Names(_clean), set()
    for booking in bookings(export, names):
        for posting in booking.postings:
            currency = posting.amount.currency
            if currency not in declared:
                declared.add(currency)
                yield f"commodity {currency}\n    format {_shape(currency)} {currency}\n\n"
            if posting.account not in declared:
                declared.add(posting.account)
                yield f"account {posting.account}\n\n"
        yield _text(export.ledger, booking)


def _shape(currency: str) -> str:
    return f"1000.{'0' * exponent(currency)}"


def _text(ledger: str, booking: Booking) -> str:
    row = booking.row
    flag = "*" if row.state is TransactionState.POSTED else "!"
    day = f"{row.transacted_on}"
    if row.posted_on not in {None, row.transacted_on}:
        day += f"={row.posted_on}"
    told = " | ".join(dict.fromkeys(_words(text) for text in (row.shown_payee, row.original_description)))
    lines = [f"{day} {flag} () {told}".rstrip(), f"    ; id: {row_name(ledger, row.id)}"]
    if booking.other is not None:
        lines.append(f"    ; other-id: {row_name(ledger, booking.other.id)}")
    if row.note:
        lines.append(f"    ; note: {_comment(row.note)}")
    tags = [_NO_TAG.sub("-", one_line(tag)).strip("-") for tag in row.tags]
    lines += [f"    ; {'tag-' if tag.casefold() in _DAYS else ''}{tag}:" for tag in tags if tag]
    for posting in booking.postings:
        lines += _posting(posting)
    return "\n".join(lines) + "\n\n"


def _posting(posting: Posting) -> list[str]:
    price = "" if posting.price is None else f" @@ {_amount(posting.price)}"
    line = f"    {posting.account}  {_amount(posting.amount)}{price}"
    return [line, f"    ; note: {_comment(posting.note)}"] if posting.note else [line]


def _amount(amount: Money) -> str:
    return f"{decimal_text(amount)} {amount.currency}"


def _words(text: str) -> str:
    """Make a text that ends at nothing within it: a semicolon begins a comment, a bar parts payee and text."""
    return re.sub(" +", " ", one_line(text).replace(";", ",").replace("|", "/")).strip()


def _comment(text: str) -> str:
    """Make a value of a tag: it ends at a comma, and what is in brackets would be a day."""
    return one_line(text).translate(_OF_COMMENTS).strip()


def _clean(words: str) -> str:
    parts = [" ".join(_MARKS.sub(" ", one_line(part)).split()) for part in words.split(":")]
    return ":".join(part[:1].upper() + part[1:] for part in parts if part) or "Unnamed"


JOURNAL: Final = Format(
    "hledger", "hledger and ledger journal", _write, "journal", Order.BY_DAY, takes_counted
)
