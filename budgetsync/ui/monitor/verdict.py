"""The proof of a balance in words that a person understands, with an icon."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.account import Account
from budgetsync.domain.balance import Proof, Reason, Verdict
from budgetsync.domain.money import Money
from budgetsync.ui.formats import DASH, day, exact, local_today, money
from budgetsync.ui.status import Tone

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Finding:
    """What a proof found.

    Attributes:
        text: In a few words.
        more: What hovering adds: what was compared, and what it means.
    """

    icon: str
    text: str
    tone: Tone
    more: str


def finding_of(
    account: Account, proof: Proof | None, proved_at: datetime | None, now: datetime, locale: QLocale
) -> Finding:
    """Put a proof into words."""
    if proof is None:
        more = translate("Verdict", "The balance is proved with the first sync that brings one.")
        return Finding("unproved", translate("Verdict", "Not proved yet"), Tone.QUIET, more)
    when = "" if proved_at is None else exact(proved_at, locale)
    match proof.verdict:
        case Verdict.PROVED:
            more = translate(
                "Verdict", "All rows add up to what the bank says: {told}. Proved on {when}."
            ).format(told=_amount(proof.told, account, locale), when=when)
            return Finding("proved", translate("Verdict", "Balance proved"), Tone.OK, more)
        case Verdict.ANCHORED:
            more = translate(
                "Verdict",
                "The bank's balance of {told} is where the proof begins. From the next news on, "
                "every row is counted against it.",
            ).format(told=_amount(proof.told, account, locale))
            return Finding("anchor", translate("Verdict", "Starting balance taken"), Tone.QUIET, more)
        case Verdict.DRIFT:
            return _drift(account, proof, now, locale)
        case _:  # Verdict.NOT_PROVABLE
            return _not_provable(account, proof, locale)


def _drift(account: Account, proof: Proof, now: datetime, locale: QLocale) -> Finding:
    text = translate("Verdict", "Differs by {amount} since {day}").format(
        amount=_amount(abs(proof.drift), account, locale), day=_since(proof.since, now, locale)
    )
    return Finding("drift", text, Tone.WARNING, _compared(account, proof, locale))


def _not_provable(account: Account, proof: Proof, locale: QLocale) -> Finding:
    tone = Tone.QUIET
    match proof.reason:
        case Reason.NO_BALANCE:
            text = translate("Verdict", "Not provable: no balance is told")
            more = translate("Verdict", "The bank tells no balance for this account.")
        case Reason.HISTORY_ARRIVING:
            text = translate("Verdict", "Not provable yet: history is still arriving")
            more = translate("Verdict", "The balance is today's, while older rows are on their way.")
        case Reason.OLDER_DATA:
            text = translate("Verdict", "Not provable now: the bank sent older data")
            more = translate("Verdict", "What came last is older than what was proved before.")
        case Reason.LOAN_ACCRUES:
            text = translate("Verdict", "Not provable: interest accrues")
            more = translate("Verdict", "Between two payments a loan changes without a row.")
        case Reason.FIRST_DIFFERENCE:
            amount = _amount(abs(proof.drift), account, locale)
            text = translate("Verdict", "Being checked: {amount} apart").format(amount=amount)
            more = translate(
                "Verdict",
                "Seen once; often the balance only comes late. The next news tell whether it stays.",
            )
            more = f"{more}\n{_compared(account, proof, locale)}"
        case _:
            text = translate("Verdict", "Not provable")
            more = ""
    return Finding("unproved", text, tone, more)


def _compared(account: Account, proof: Proof, locale: QLocale) -> str:
    return translate("Verdict", "The rows say {expected}, the bank says {told}.").format(
        expected=_amount(proof.expected, account, locale), told=_amount(proof.told, account, locale)
    )


def _amount(minor: int | None, account: Account, locale: QLocale) -> str:
    if minor is None or account.currency is None:
        return DASH
    return money(Money(minor, account.currency), locale)


def _since(since: date | None, now: datetime, locale: QLocale) -> str:
    today = local_today(now)
    shown = since or today
    written = day(shown, today, locale)
    # In the midst of a sentence, "today" and "yesterday" begin with a small letter.
    return written[:1].lower() + written[1:] if (today - shown).days in {0, 1} else written
