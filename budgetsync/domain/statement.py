"""What a statement file says: accounts, entries, balances, and what could not be read. Values only.

A parser makes these; `domain/importing` makes observations of them. One file may hold statements of several accounts,
and several statements of one.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from budgetsync.domain.transaction import TransactionState


class StatementFormat(StrEnum):
    """How a file is written. The value is the name of the source that its observations are of; QFX is OFX."""

    OFX = "ofx"
    QIF = "qif"
    CSV = "csv"
    CAMT = "camt"
    MT940 = "mt940"


class StatementEntry(NamedTuple):
    """One booking as a file says it; a tuple, since a file may have 100,000.

    Attributes:
        line: Where it begins in the file, from 1.
        id: The source's own id (FITID, the bank's reference); "" where it gives none.
        minor: Minor units of the statement's currency, negative = money leaves the account.
        transacted_on: The day of the purchase where the file says it, else the day it gives. Calendar dates, no zone.
        posted_on: The day it was booked; None while pending.
        payee: The other side's name; "" where the file has no field for it.
        description: All of the bank's own text, on one line.
        references: What may be told by other sources too: cheque number, end-to-end id, mandate. No account numbers.
        category: The category that the file names.
        raw: The entry as it came, account numbers masked; shown as its raw row.
    """

    line: int
    id: str
    state: TransactionState
    minor: int
    transacted_on: date
    posted_on: date | None
    payee: str
    description: str
    references: tuple[str, ...] = ()
    category: str | None = None
    raw: str = ""


@dataclass(frozen=True, slots=True)
class EntryProblem:
    """An entry that could not be read, beside the good ones.

    Attributes:
        line: Where it begins in the file, from 1; 0 where that is not known.
        message: What is wrong with it, one sentence, without account numbers.
        raw: What came, account numbers masked, at most a few lines.
    """

    line: int
    message: str
    raw: str = ""


class StatedBalance(NamedTuple):
    """What a statement says that the account held, in minor units, negative = owed. At the end of that day."""

    minor: int
    on: date


class ProofVerdict(StrEnum):
    """Whether a statement adds up."""

    PROVED = "PROVED"
    """Opening balance + sum of the booked entries = closing balance."""
    DIFFERS = "DIFFERS"
    NOT_PROVABLE = "NOT_PROVABLE"
    """The file does not give both balances."""


class StatementProof(NamedTuple):
    """A statement added up.

    Attributes:
        difference: Closing balance less what was expected, in minor units; 0 unless it differs.
    """

    verdict: ProofVerdict
    difference: int = 0


def account_digest(*parts: str) -> str:
    """Make the id of an account of what identifies it (bank, number, currency), so that no number is ever stored.

    Spaces and case do not count: banks write one IBAN in several ways.
    """
    told = "\n".join("".join(part.split()).casefold() for part in parts)
    return hashlib.blake2b(told.encode(), digest_size=16, person=b"budgetsync acct").hexdigest()


@dataclass(frozen=True, slots=True)
class StatedAccount:
    """What a file says of an account.

    Attributes:
        id: A digest that is the same for the same account in files of one format, and that the number cannot be
            found from without knowing it: `account_digest`. "" where the file does not name its account.
        mask: The last two to four characters of its number.
        name: What the file calls it; "" where it does not.
        type: depository, credit, loan, investment or other, as for other accounts.
        institution: The bank's name or BIC; "" where the file does not say.
    """

    id: str = ""
    mask: str | None = None
    name: str = ""
    type: str = "depository"
    institution: str = ""


@dataclass(slots=True)
class Statement:
    """One account's entries in one file, in the file's order.

    Attributes:
        currency: ISO 4217 code, known to `domain.money`; "" where the file does not say (QIF, many CSVs): then
            minor units are those of the currency that the parser was told.
    """

    account: StatedAccount
    currency: str
    entries: list[StatementEntry] = field(default_factory=list)
    problems: list[EntryProblem] = field(default_factory=list)
    opening: StatedBalance | None = None
    closing: StatedBalance | None = None

    @property
    def proof(self) -> StatementProof:
        """Add it up: only booked entries count, and one that could not be read leaves a difference."""
        if self.opening is None or self.closing is None:
            return StatementProof(ProofVerdict.NOT_PROVABLE)
        booked = sum(entry.minor for entry in self.entries if entry.state is TransactionState.POSTED)
        difference = self.closing.minor - self.opening.minor - booked
        return StatementProof(ProofVerdict.DIFFERS if difference else ProofVerdict.PROVED, difference)


@dataclass(slots=True)
class StatementFile:
    """Everything that a file says.

    Attributes:
        format: What it was found to be, by its content.
        encoding: The character set that it was read in.
        problems: What is wrong with the file as a whole, or outside of any statement.
    """

    format: StatementFormat
    encoding: str
    statements: Sequence[Statement] = ()
    problems: Sequence[EntryProblem] = ()
