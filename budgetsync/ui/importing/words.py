"""What the import says of statements and entries."""

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.importing import ImportCounts, PlannedStatement, Verdict
from budgetsync.domain.matching import Signal
from budgetsync.domain.money import Money
from budgetsync.domain.statement import ProofVerdict, Statement, StatementFormat
from budgetsync.ui.formats import long_day, money, number
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate


def verdict_word(verdict: Verdict) -> str:
    """Say what becomes of an entry."""
    words = {
        Verdict.NEW: translate("Import", "New"),
        Verdict.MATCHED: translate("Import", "Matched"),
        Verdict.DOUBTFUL: translate("Import", "Uncertain"),
        Verdict.KNOWN: translate("Import", "Already there"),
        Verdict.DELETED: translate("Import", "Deleted by you"),
        Verdict.SKIPPED: translate("Import", "Left out"),
    }
    return words[verdict]


def verdict_meaning(verdict: Verdict) -> str:
    """Say what that means, in a sentence."""
    words = {
        Verdict.NEW: translate("Import", "No source has told of it yet: it becomes a transaction."),
        Verdict.MATCHED: translate("Import", "Another source told of it before: it is this transaction."),
        Verdict.DOUBTFUL: translate(
            "Import",
            "It may be this transaction. It is taken in as a new one, and asked about under Problems.",
        ),
        Verdict.KNOWN: translate("Import", "This file, or one that overlaps it, was imported before."),
        Verdict.DELETED: translate("Import", "You deleted this transaction; it stays deleted."),
        Verdict.SKIPPED: translate("Import", "It is not taken in."),
    }
    return words[verdict]


def verdict_tone(verdict: Verdict) -> Tone:
    """Tell how much attention it wants."""
    if verdict is Verdict.DOUBTFUL:
        return Tone.WARNING
    return Tone.OK if verdict in {Verdict.NEW, Verdict.MATCHED} else Tone.QUIET


def signals_text(signals: tuple[Signal, ...]) -> str:
    """Say what speaks for two rows being one."""
    words = {
        Signal.AMOUNT: translate("Import", "the amount"),
        Signal.DAY: translate("Import", "the day"),
        Signal.TEXT: translate("Import", "the text"),
        Signal.REFERENCE: translate("Import", "a reference number"),
        Signal.ONLY_ONE: translate("Import", "no other row comes into question"),
        Signal.SAME_COUNT: translate("Import", "as many equal ones on either side"),
        Signal.ORDER: translate("Import", "the order"),
        Signal.SETTLED: translate("Import", "a pending row that was booked with another amount"),
    }
    return ", ".join(words[signal] for signal in signals)


def format_name(form: StatementFormat) -> str:
    """Call a format as people do."""
    return form.value.upper()


def proof_status(said: Statement, planned: PlannedStatement, locale: QLocale) -> Status:
    """Say whether a statement adds up."""
    proof, currency = planned.proof, planned.currency
    if proof.verdict is ProofVerdict.NOT_PROVABLE or said.opening is None or said.closing is None:
        text = translate("Import", "The file does not give both balances, so it cannot be proved")
        return Status("notice", text, Tone.QUIET)
    opening, closing = (money(Money(one.minor, currency), locale) for one in (said.opening, said.closing))
    if proof.verdict is ProofVerdict.PROVED:
        text = translate("Import", "Proved: {opening} + entries = {closing}")
        return Status("ok", text.format(opening=opening, closing=closing), Tone.OK)
    text = translate(
        "Import", "It does not add up: {amount} too much or missing between {opening} and {closing}"
    )
    amount = money(Money(proof.difference, currency), locale)
    return Status("attention", text.format(amount=amount, opening=opening, closing=closing), Tone.WARNING)


def span_text(planned: PlannedStatement, locale: QLocale) -> str:
    """Say from when to when it is, and how much it has."""
    count = len(planned.entries)
    entries = translate("Import", "{n} entries", None, count).format(n=number(count, locale))
    if planned.first_day is None or planned.last_day is None:
        return entries
    first, last = long_day(planned.first_day, locale), long_day(planned.last_day, locale)
    return translate("Import", "{entries} from {first} to {last}").format(
        entries=entries, first=first, last=last
    )


def outcome_text(counts: ImportCounts, locale: QLocale) -> str:
    """Say what was done."""
    parts = [
        translate("Import", "{n} new transactions", None, counts.new + counts.doubtful).format(
            n=number(counts.new + counts.doubtful, locale)
        )
    ]
    for count, text in (
        (counts.matched, translate("Import", "{n} matched", None, counts.matched)),
        (counts.doubtful, translate("Import", "{n} to look at under Problems", None, counts.doubtful)),
        (counts.known, translate("Import", "{n} already there", None, counts.known)),
        (counts.deleted, translate("Import", "{n} stay deleted", None, counts.deleted)),
        (counts.skipped, translate("Import", "{n} left out", None, counts.skipped)),
        (counts.problems, translate("Import", "{n} could not be read", None, counts.problems)),
    ):
        if count:
            parts.append(text.format(n=number(count, locale)))
    return ", ".join(parts)
