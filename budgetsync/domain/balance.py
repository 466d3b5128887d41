"""The proof: does the ledger add up to the bank's own balance?

Anchor + everything posted since == what the bank says now. The anchor is set once, when the history is complete;
a difference is shown with its size and its first day, never booked away.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

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


class Figures(NamedTuple):
    """What the bank should say: if its balance is made of posted rows, and if pending ones are in it too."""

    posted: int
    with_pending: int

    @property
    def gap(self) -> int:
        """What pending rows make out."""
        return self.with_pending - self.posted

    def by(self, basis: Basis) -> int:
        """The figure of one way of counting."""
        return self.with_pending if basis is Basis.WITH_PENDING else self.posted

    def tell(self, basis: Basis) -> Basis:
        """The way of counting that a match with it speaks for: EITHER while nothing pending tells them apart."""
        return Basis.EITHER if self.posted == self.with_pending else basis


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found after one run.

    Attributes:
        expected: What the ledger says that the bank should say, in minor units as the bank counts them.
        told: What the bank says.
        drift: told - expected; 0 unless something differs.
        since: The day of the bank's data on which the difference was first seen.
        basis: What this says of how the bank counts; EITHER where nothing told the two ways apart.
        figures: What was expected by either way of counting; None where nothing was compared.
    """

    verdict: Verdict
    reason: Reason = Reason.NONE
    expected: int | None = None
    told: int | None = None
    drift: int = 0
    since: date | None = None
    basis: Basis = Basis.EITHER
    figures: Figures | None = None


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
        likely: How this bank counts, by most of the proofs that could tell.
        sure: Whether they are enough for that alone to count as a proof.
        recent: What was expected in the last few runs; a balance that comes late is one of these.
    """

    last: Proof | None = None
    as_of: datetime | None = None
    likely: Basis = Basis.EITHER
    sure: bool = False
    recent: Collection[int] = ()


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
    figures = _expect(told.type, sums, anchor)
    for basis in (Basis.POSTED, Basis.WITH_PENDING):
        figure, telling = figures.by(basis), figures.tell(basis)
        if told.current == figure and not (before.sure and telling not in {Basis.EITHER, before.likely}):
            return Proof(Verdict.PROVED, expected=figure, told=figure, basis=telling, figures=figures)
    return _differ(told, told.current, figures, anchor, before, today)


def _expect(account_type: str, sums: Sums, anchor: Anchor) -> Figures:
    sign = -1 if account_type in OWED_TYPES else 1
    posted = sums.posted - anchor.sums.posted
    pending = sums.pending - anchor.sums.pending
    return Figures(anchor.balance + sign * posted, anchor.balance + sign * (posted + pending))


def _differ(told: Told, current: int, figures: Figures, anchor: Anchor, before: Before, today: date) -> Proof:
    last = before.last
    again = _same_difference(current, figures, before)
    expected = figures.by(again or before.likely)
    drift = current - expected
    if told.type == "loan":
        # Interest accrues between two payments, without a row.
        return Proof(Verdict.NOT_PROVABLE, Reason.LOAN_ACCRUES, expected, current, drift, figures=figures)
    if not anchor.confirmed:
        return Proof(Verdict.ANCHORED, expected=current, told=current)
    day = told.as_of.date() if told.as_of is not None else today
    newer = told.as_of is None or before.as_of is None or told.as_of > before.as_of
    confirmed = last is not None and last.verdict is Verdict.DRIFT
    since = last.since if last is not None and (confirmed or again) and last.since is not None else day
    # What fits the other way of counting says so, should this bank count otherwise than it is known for.
    fitting = next(
        (one for one in (Basis.POSTED, Basis.WITH_PENDING) if current == figures.by(one)), Basis.EITHER
    )
    waits = fitting and (last is None or last.figures is None or figures.gap != last.figures.gap)
    if not waits and (confirmed or (again and newer and current not in before.recent)):
        telling = fitting or (figures.tell(again) if again else Basis.EITHER)
        return Proof(Verdict.DRIFT, Reason.NONE, expected, current, drift, since, telling, figures)
    return Proof(
        Verdict.NOT_PROVABLE, Reason.FIRST_DIFFERENCE, expected, current, drift, since, fitting, figures
    )


def _same_difference(current: int, figures: Figures, before: Before) -> Basis | None:
    """The way of counting by which the difference of the last run has stayed what it was, the likely one first.

    Another difference each time is a balance that lags behind its rows.
    """
    last = before.last
    if last is None or not last.drift or last.figures is None or last.told is None:
        return None
    for basis in sorted((Basis.POSTED, Basis.WITH_PENDING), key=lambda one: one is not before.likely):
        if current - figures.by(basis) == last.told - last.figures.by(basis):
            return basis
    return None
