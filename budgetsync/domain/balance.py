"""The proof: does the ledger add up to the bank's own balance?

Anchor + everything posted since == what the bank says now. The anchor is set once, when the history is complete;
a difference is shown with its size and its first day, never booked away.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from budgetsync.domain.item import History

OWED_TYPES = frozenset({"credit", "loan"})
"""Types of account whose balance is what is owed: a purchase raises it. Source: Plaid's accounts reference."""


class Verdict(StrEnum):
    """What a proof found."""

    ANCHORED = "ANCHORED"
    PROVED = "PROVED"
    DRIFT = "DRIFT"
    NOT_PROVABLE = "NOT_PROVABLE"


class Reason(StrEnum):
    """Why nothing could be proved."""

    NO_BALANCE = "NO_BALANCE"
    HISTORY_ARRIVING = "HISTORY_ARRIVING"
    OLDER_DATA = "OLDER_DATA"
    LOAN_ACCRUES = "LOAN_ACCRUES"
    FIRST_DIFFERENCE = "FIRST_DIFFERENCE"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Sums:
    """What the ledger holds of an account, in minor units, negative = money out."""

    posted: int
    pending: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where the proof begins: the bank's balance and the ledger's sums at one moment."""

    balance: int
    sums: Sums


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found after one run.

    Attributes:
        expected: What the ledger says that the bank should say, in minor units as the bank counts them.
        told: What the bank says.
        drift: told - expected; 0 unless something differs.
        since: The day of the bank's data on which the difference was first seen.
    """

    verdict: Verdict
    reason: Reason = Reason.NONE
    expected: int | None = None
    told: int | None = None
    drift: int = 0
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the bank says of an account now.

    Attributes:
        as_of: When the bank's data were new; aware UTC, None where nobody says.
    """

    type: str
    current: int | None
    history: History
    as_of: datetime | None


def prove(
    told: Told,
    sums: Sums,
    anchor: Anchor | None,
    last: Proof | None,
    last_as_of: datetime | None,
    today: date,
) -> Proof:
    """Compare the ledger with the bank.

    Args:
        last: The proof before, None at first.
        last_as_of: How new the bank's data were then.
        today: Dates a first difference where the bank does not say how new its data are.

    Returns:
        ANCHORED when the anchor is to be set now; else the verdict. DRIFT only when the same difference was
        seen in two runs, the second with newer data; the first time it is NOT_PROVABLE, FIRST_DIFFERENCE.
    """
    if told.current is None:
        return Proof(Verdict.NOT_PROVABLE, Reason.NO_BALANCE)
    if anchor is None:
        if told.history is not History.COMPLETE:
            return Proof(Verdict.NOT_PROVABLE, Reason.HISTORY_ARRIVING, told=told.current)
        return Proof(Verdict.ANCHORED, expected=told.current, told=told.current)
    if told.as_of is not None and last_as_of is not None and told.as_of < last_as_of:
        return Proof(Verdict.NOT_PROVABLE, Reason.OLDER_DATA, told=told.current)
    expected, with_pending = _expect(told.type, sums, anchor)
    if told.current in {expected, with_pending}:
        return Proof(Verdict.PROVED, expected=told.current, told=told.current)
    return _differ(told, expected, last, last_as_of, today)


def _expect(account_type: str, sums: Sums, anchor: Anchor) -> tuple[int, int]:
    """What the bank should say, and what it should say if it counts pending rows in its balance."""
    sign = -1 if account_type in OWED_TYPES else 1
    posted = sums.posted - anchor.sums.posted
    pending = sums.pending - anchor.sums.pending
    return anchor.balance + sign * posted, anchor.balance + sign * (posted + pending)


def _differ(told: Told, expected: int, last: Proof | None, last_as_of: datetime | None, today: date) -> Proof:
    assert told.current is not None
    drift = told.current - expected
    if told.type == "loan":
        # Interest accrues between two payments, without a row.
        return Proof(Verdict.NOT_PROVABLE, Reason.LOAN_ACCRUES, expected, told.current, drift)
    day = told.as_of.date() if told.as_of is not None else today
    seen_before = last is not None and last.drift != 0
    since = last.since if last is not None and seen_before and last.since is not None else day
    newer = told.as_of is None or last_as_of is None or told.as_of > last_as_of
    confirmed = last is not None and last.verdict is Verdict.DRIFT
    if confirmed or (seen_before and newer):
        return Proof(Verdict.DRIFT, Reason.NONE, expected, told.current, drift, since)
    return Proof(Verdict.NOT_PROVABLE, Reason.FIRST_DIFFERENCE, expected, told.current, drift, since)
