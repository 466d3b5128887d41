"""An entry of the bank, and the payments in it."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import NamedTuple
from xml.etree.ElementTree import Element

from budgetsync.domain.raw_text import mask_numbers
from budgetsync.domain.statement import StatementEntry
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.statements.camt.tree import TreeError, all_of, day, one, signed, text
from budgetsync.providers.statements.shaping import made_on, on_one_line

_NOTHING = frozenset({"", "NOTPROVIDED", "NONREF", "NONE", "NOREF"})
_REFERENCES = (("EndToEndId",), ("MndtId",), ("ChqNb",), ("TxId",), ("UETR",))
_LONGEST_RAW = 2_000
_MOST_TEXTS = 500
_MOST_BLOCKS = 100


class _Booking(NamedTuple):
    """What all payments of one entry share."""

    line: int
    state: TransactionState
    booked_on: date
    value_on: date | None
    reverses: bool
    entry: Element


@dataclass(slots=True)
class EntryReader:
    """Reads the entries of one statement; it counts the references that come again."""

    currency: str
    _seen: Counter[str] = field(default_factory=Counter)

    def read(self, entry: Element, line: int) -> list[StatementEntry]:
        """Read an entry: one row, or one for each payment of a batch whose amounts add up to it.

        Only what is told as information, and moved no money, gives none.

        Raises:
            TreeError: It cannot be read.
        """
        status = text(entry, "Sts", "Cd") or text(entry, "Sts")
        if status == "INFO":
            return []
        minor = signed(one(entry, "Amt"), self.currency, text(entry, "CdtDbtInd"))
        value_on = day(entry, "ValDt")
        booked_on = day(entry, "BookgDt") or value_on
        if booked_on is None:
            message = "It has no day."
            raise TreeError(message)
        state = TransactionState.PENDING if status in {"PDNG", "FUTR"} else TransactionState.POSTED
        reverses = text(entry, "RvslInd").lower() in {"true", "1"}
        booking = _Booking(line, state, booked_on, value_on, reverses, entry)
        payments = [payment for details in all_of(entry, "NtryDtls") for payment in all_of(details, "TxDtls")]
        shares = self._shares(payments, minor, text(entry, "CdtDbtInd"))
        if shares is None:
            return [self._row(booking, minor, payments[0] if len(payments) == 1 else None)]
        return [
            self._row(booking, share, payment, of_batch=True)
            for share, payment in zip(shares, payments, strict=True)
        ]

    def _shares(self, payments: list[Element], minor: int, direction: str) -> list[int] | None:
        """Find the amounts of the payments of a batch; None unless they add up exactly."""
        if len(payments) < 2:  # noqa: PLR2004 - one payment is no batch
            return None
        try:
            shares = [
                signed(
                    one(payment, "Amt")
                    if one(payment, "Amt") is not None
                    else one(payment, "AmtDtls", "TxAmt", "Amt"),
                    self.currency,
                    text(payment, "CdtDbtInd") or direction,
                )
                for payment in payments
            ]
        except TreeError:
            return None
        return shares if sum(shares) == minor else None

    def _row(
        self, booking: _Booking, minor: int, payment: Element | None, *, of_batch: bool = False
    ) -> StatementEntry:
        entry = booking.entry
        payee = _payee(payment, came=(minor > 0) != booking.reverses)
        words = _words(payment, entry, of_batch=of_batch)
        made = day(payment, "RltdDts", "AccptncDtTm") or day(payment, "RltdDts", "TxDtTm")
        own = text(payment, "Refs", "AcctSvcrRef") if payment is not None else ""
        whole = text(entry, "AcctSvcrRef") or text(entry, "NtryRef")
        return StatementEntry(
            line=booking.line,
            id=self._id(own if of_batch else whole or own, whole, booking.booked_on),
            state=booking.state,
            minor=minor,
            transacted_on=made
            if made is not None and made <= booking.booked_on
            else made_on(booking.booked_on, booking.value_on),
            posted_on=None if booking.state is TransactionState.PENDING else booking.booked_on,
            payee=payee,
            description=words or payee,
            references=_references(payment, own, whole),
            raw=raw_text(payment if of_batch and payment is not None else entry),
        )

    def _id(self, own: str, whole: str, booked_on: date) -> str:
        """Make an id of the bank's reference and the day, since references are used again; "" without one."""
        told = _real(own) or _real(whole)
        if not told:
            return ""
        named = f"{told}@{booked_on.isoformat()}"
        self._seen[named] += 1
        times = self._seen[named]
        return named if times == 1 else f"{named}#{times}"


def raw_text(element: Element) -> str:
    """Write all that an element says on one line, account numbers masked."""
    words = " ".join(islice(element.itertext(), _MOST_TEXTS))
    return mask_numbers(" ".join(words[: 2 * _LONGEST_RAW].split())[:_LONGEST_RAW])


def _real(reference: str) -> str:
    return "" if reference.upper().replace(" ", "") in _NOTHING or not reference.strip("0") else reference


def _references(payment: Element | None, own: str, whole: str) -> tuple[str, ...]:
    found = [text(payment, "Refs", *path) for path in _REFERENCES]
    found += [text(block, "CdtrRefInf", "Ref") for block in all_of(one(payment, "RmtInf"), "Strd")]
    return tuple(dict.fromkeys(filter(None, map(_real, (*found, own, whole)))))


def _payee(payment: Element | None, *, came: bool) -> str:
    """Name the other side: who paid, where money came, and who was paid, where it went."""
    parties = one(payment, "RltdPties")
    for role in ("Dbtr", "UltmtDbtr") if came else ("Cdtr", "UltmtCdtr"):
        name = text(parties, role, "Nm") or text(parties, role, "Pty", "Nm")
        if name:
            return on_one_line(name)
    return ""


def _words(payment: Element | None, entry: Element, *, of_batch: bool) -> str:
    remittance = one(payment, "RmtInf")
    words = ["".join(block.text or "" for block in all_of(remittance, "Ustrd"))]
    for block in islice(all_of(remittance, "Strd"), _MOST_BLOCKS):
        words += [text(line) for line in islice(all_of(block, "AddtlRmtInf"), _MOST_BLOCKS)]
        words.append(text(block, "CdtrRefInf", "Ref"))
    words.append(text(payment, "AddtlTxInf"))
    if not of_batch or not any(words):
        words.append(text(entry, "AddtlNtryInf"))
    return on_one_line(*words)
