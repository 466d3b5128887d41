"""The proof: does the ledger add up to the bank's own balance?

Anchor + everything posted since == what the bank says now. The anchor is set once, when the history is complete;
a difference is shown with its size and its first day, never booked away.
"""

from collections.abc import Mapping
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


class Basis(StrEnum):
    """Which rows the bank's balance is made of, where a proof could tell."""

    POSTED = "POSTED"
    WITH_PENDING = "WITH_PENDING"
    EITHER = ""


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
    """Where the proof begins: the bank's balance and the ledger's sums at one moment.

    Attributes:
        confirmed: Whether a later proof held. Until one does, the balance may have been an old one.
    """

    balance: int
    sums: Sums
    confirmed: bool = True


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found after one run.

    Attributes:
        expected: What the ledger says that the bank should say, in minor units as the bank counts them.
        told: What the bank says.
        drift: told - expected; 0 unless something differs.
        since: The day of the bank's data on which the difference was first seen.
        basis: What this says of how the bank counts; EITHER where nothing told the two ways apart.
    """

    verdict: Verdict
    reason: Reason = Reason.NONE
    expected: int | None = None
    told: int | None = None
    drift: int = 0
    since: date | None = None
    basis: Basis = Basis.EITHER

    @property
    def compared(self) -> bool:
        """Whether the ledger was held against a balance at all; only then it says something of the next one."""
        return self.told is not None and self.reason not in _UNCOMPARED


_UNCOMPARED = frozenset({Reason.NO_BALANCE, Reason.HISTORY_ARRIVING, Reason.OLDER_DATA})


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


@dataclass(frozen=True, slots=True)
class Before:
    """What earlier runs found.

    Attributes:
        last: The newest proof in which ledger and balance were compared; None at first.
        as_of: How new the bank's data were then.
        basis: How this bank counts, where enough proofs could tell: then only that counts as a proof.
    """

    last: Proof | None = None
    as_of: datetime | None = None
    basis: Basis = Basis.EITHER


def prove(told: Told, sums: Sums, anchor: Anchor | None, before: Before, today: date) -> Proof:
    """Compare the ledger with the bank.

    Args:
        today: Dates a first difference where the bank does not say how new its data are.

    Returns:
        ANCHORED when the anchor is to be set now, or set anew since no proof has ever held; else the verdict.
        DRIFT only when the same difference was seen in two runs, the second with newer data; the first time it is
        NOT_PROVABLE, FIRST_DIFFERENCE.
    """
    if told.current is None:
        return Proof(Verdict.NOT_PROVABLE, Reason.NO_BALANCE)
    if told.history is not History.COMPLETE:
        # Also after a relink, whose rows are still on their way while its balance is today's.
        return Proof(Verdict.NOT_PROVABLE, Reason.HISTORY_ARRIVING, told=told.current)
    if anchor is None:
        return Proof(Verdict.ANCHORED, expected=told.current, told=told.current)
    if told.as_of is not None and before.as_of is not None and told.as_of < before.as_of:
        return Proof(Verdict.NOT_PROVABLE, Reason.OLDER_DATA, told=told.current)
    expected = _expect(told.type, sums, anchor)
    for basis, figure in expected.items():
        telling = _telling(basis, expected)
        if told.current == figure and (before.basis in {Basis.EITHER, basis} or telling is Basis.EITHER):
            return Proof(Verdict.PROVED, expected=figure, told=figure, basis=telling)
    return _differ(told, expected, anchor, before, today)


def _expect(account_type: str, sums: Sums, anchor: Anchor) -> dict[Basis, int]:
    """What the bank should say, by whether it counts pending rows in its balance."""
    sign = -1 if account_type in OWED_TYPES else 1
    posted = sums.posted - anchor.sums.posted
    pending = sums.pending - anchor.sums.pending
    return {
        Basis.POSTED: anchor.balance + sign * posted,
        Basis.WITH_PENDING: anchor.balance + sign * (posted + pending),
    }


def _telling(basis: Basis, expected: Mapping[Basis, int]) -> Basis:
    return Basis.EITHER if len(set(expected.values())) == 1 else basis


def _choose_basis(current: int, expected: Mapping[Basis, int], before: Before) -> Basis:
    """The way of counting in which an old difference has stayed what it was, else the way this bank is known for."""
    known = before.basis or Basis.POSTED
    if before.last is not None and before.last.drift:
        for basis in sorted(expected, key=lambda one: one is not known):
            if current - expected[basis] == before.last.drift:
                return basis
    return known


def _differ(told: Told, figures: Mapping[Basis, int], anchor: Anchor, before: Before, today: date) -> Proof:
    assert told.current is not None
    basis = _choose_basis(told.current, figures, before)
    expected = figures[basis]
    drift, last = told.current - expected, before.last
    if told.type == "loan":
        # Interest accrues between two payments, without a row.
        return Proof(Verdict.NOT_PROVABLE, Reason.LOAN_ACCRUES, expected, told.current, drift)
    if not anchor.confirmed:
        return Proof(Verdict.ANCHORED, expected=told.current, told=told.current)
    day = told.as_of.date() if told.as_of is not None else today
    newer = told.as_of is None or before.as_of is None or told.as_of > before.as_of
    confirmed = last is not None and last.verdict is Verdict.DRIFT
    again = last is not None and last.drift == drift  # another one is a balance that lags behind its rows
    since = last.since if last is not None and (confirmed or again) and last.since is not None else day
    # A balance that is what the run before expected comes a run late, whatever the difference.
    late = last is not None and told.current == last.expected != expected
    if confirmed or (again and newer and not late):
        telling = _telling(basis, figures) if again else Basis.EITHER
        return Proof(Verdict.DRIFT, Reason.NONE, expected, told.current, drift, since, telling)
    # What fits the other way of counting says so, should this bank count otherwise than it is known for.
    other = next((one for one, figure in figures.items() if figure == told.current), Basis.EITHER)
    return Proof(Verdict.NOT_PROVABLE, Reason.FIRST_DIFFERENCE, expected, told.current, drift, since, other)
