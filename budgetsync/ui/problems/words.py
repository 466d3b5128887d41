"""The words of the Problems page that more than one part of it uses."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.problems import CauseKind, DriftCause, Problems
from budgetsync.domain.transaction import Transaction
from budgetsync.ui.formats import day as day_text
from budgetsync.ui.formats import local_today, number, relative
from budgetsync.ui.problems.entries import Entry

translate = QCoreApplication.translate


def below_title(entry: Entry, now: datetime, locale: QLocale) -> str:
    """Write the second line of a row: where, since when, how it stands."""
    age = "" if entry.at is None else relative(entry.at, now, locale)
    return " · ".join(part for part in (entry.where, entry.mark, age) if part)


def spoken(entry: Entry, now: datetime, locale: QLocale) -> str:
    """Say a row in one sentence, for those who listen."""
    parts = [entry.title, below_title(entry, now, locale).replace(" · ", ", ")]
    if entry.is_fresh:
        parts.append(translate("Problems", "not read yet"))
    return ", ".join(part for part in parts if part)


def summary(problems: Problems, locale: QLocale) -> str:
    """Say in a few words how much is open."""
    if not problems.count and not problems.questions:
        return translate("Problems", "Nothing needs your attention")
    parts = []
    if problems.count == 1:
        parts.append(translate("Problems", "1 thing needs your attention"))
    elif problems.count:
        text = translate("Problems", "{n} things need your attention", None, problems.count)
        parts.append(text.format(n=number(problems.count, locale)))
    if problems.questions == 1:
        parts.append(translate("Problems", "1 question to answer"))
    elif problems.questions:
        text = translate("Problems", "{n} questions to answer", None, problems.questions)
        parts.append(text.format(n=number(problems.questions, locale)))
    return ", ".join(parts)


def cause_words(cause: DriftCause, locale: QLocale) -> str:
    """Say what a difference may come from."""
    match cause.kind:
        case CauseKind.HELD:
            one = translate(
                "Drift",
                "A removal of this account waits for your decision. The bank's balance is without that row already.",
            )
            many = translate(
                "Drift",
                "{n} removals of this account wait for your decision. The bank's balance is without them already.",
                None,
                cause.count,
            )
        case CauseKind.UNREADABLE:
            one = translate(
                "Drift", "A row of this connection could not be read. It is kept aside and in no sum here."
            )
            many = translate(
                "Drift",
                "{n} rows of this connection could not be read. They are kept aside and in no sum here.",
                None,
                cause.count,
            )
        case CauseKind.RESTORED:
            one = translate("Drift", "A row counts here that the bank took back: you restored it.")
            many = translate(
                "Drift", "{n} rows count here that the bank took back: you restored them.", None, cause.count
            )
        case CauseKind.PENDING:
            one = many = translate(
                "Drift",
                "It is exactly what pending transactions make out. It may go away when they are booked.",
            )
        case CauseKind.DOUBLED:
            one = many = translate(
                "Drift",
                "{n} rows of exactly this amount are alike. One of them may be doubled.",
                None,
                cause.count,
            )
        case CauseKind.EXTRA:
            one = translate(
                "Drift", "A row of exactly this amount is here. The bank may not have counted it."
            )
            many = translate(
                "Drift",
                "{n} rows of exactly this amount are here. The bank may not have counted one of them.",
                None,
                cause.count,
            )
        case _:  # CauseKind.TAKEN_BACK
            one = translate(
                "Drift", "The bank took back a row of exactly this amount. Its balance may still have it."
            )
            many = translate(
                "Drift",
                "The bank took back {n} rows of exactly this amount. Its balance may still have one of them.",
                None,
                cause.count,
            )
    return (one if cause.count == 1 else many).format(n=number(cause.count, locale))


def row_day(row: Transaction, now: datetime, locale: QLocale) -> str:
    """Write the day of a transaction."""
    return day_text(row.transacted_on, local_today(now), locale)
