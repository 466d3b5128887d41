"""Two rows beside each other: what agrees, what is near, what differs, each said in a word."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.likeness import Agreement, Aspect, Likeness, Trait, compare
from budgetsync.domain.transaction import Transaction, TransactionState
from budgetsync.ui.formats import DASH, day, money, number
from budgetsync.ui.problems.sheets import Grid
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate


def comparison(
    first: Transaction, second: Transaction, today: date, locale: QLocale, *, as_transfer: bool = False
) -> Grid:
    """Lay two rows side by side; a line for each aspect, marked by whether it agrees."""
    likeness = compare(first, second, as_transfer=as_transfer)
    shown = [trait for trait in likeness.traits if _is_worth_a_line(trait, first, second)]
    lines = tuple(
        (
            aspect_word(trait.aspect),
            _value(first, trait.aspect, today, locale),
            _value(second, trait.aspect, today, locale),
        )
        for trait in shown
    )
    header = ("", *_titles(first, second, as_transfer=as_transfer), "")
    marks = tuple(_mark(trait, likeness, first, second, locale) for trait in shown)
    return Grid(translate("Compare", "The two rows"), header, lines, marks=marks)


def aspect_word(aspect: Aspect) -> str:
    """Name what is compared."""
    words = {
        Aspect.AMOUNT: translate("Compare", "Amount"),
        Aspect.DAY: translate("Compare", "Date"),
        Aspect.NAME: translate("Compare", "Payee"),
        Aspect.ACCOUNT: translate("Compare", "Account"),
        Aspect.STATE: translate("Compare", "Status"),
        Aspect.CATEGORY: translate("Compare", "Category"),
        Aspect.NOTE: translate("Compare", "Note"),
    }
    return words[aspect]


def state_word(state: TransactionState) -> str:
    """Say how a row stands."""
    words = {
        TransactionState.PENDING: translate("Compare", "Pending"),
        TransactionState.POSTED: translate("Compare", "Booked"),
        TransactionState.REMOVED: translate("Compare", "Taken back"),
    }
    return words[state]


def _titles(first: Transaction, second: Transaction, *, as_transfer: bool) -> tuple[str, str]:
    if as_transfer:
        return translate("Compare", "Left"), translate("Compare", "Arrived")
    if first.state is TransactionState.POSTED and second.state is TransactionState.POSTED:
        return translate("Compare", "First"), translate("Compare", "Second")
    before, after = translate("Compare", "Before"), translate("Compare", "Booked")
    return (before, after) if second.state is TransactionState.POSTED else (after, before)


def _is_worth_a_line(trait: Trait, first: Transaction, second: Transaction) -> bool:
    match trait.aspect:
        case Aspect.NOTE:
            return bool(first.note or second.note)
        case Aspect.CATEGORY:
            return bool(first.category or second.category)
        case _:
            return True


def _value(row: Transaction, aspect: Aspect, today: date, locale: QLocale) -> str:
    values = {
        Aspect.AMOUNT: money(row.amount, locale),
        Aspect.DAY: day(row.transacted_on, today, locale),
        Aspect.NAME: row.shown_payee,
        Aspect.ACCOUNT: row.account_name,
        Aspect.STATE: state_word(row.state),
        Aspect.CATEGORY: row.category or DASH,
        Aspect.NOTE: row.note or DASH,
    }
    return values[aspect]


def _mark(
    trait: Trait, likeness: Likeness, first: Transaction, second: Transaction, locale: QLocale
) -> Status:
    match trait.agreement:
        case Agreement.SAME:
            return Status("ok", _same_word(trait.aspect, first, second), Tone.OK)
        case Agreement.NEAR:
            return Status("match", _near_word(trait.aspect, likeness, locale), Tone.BUSY)
        case _:
            return Status("difference", _other_word(trait.aspect, likeness, locale), Tone.WARNING)


def _same_word(aspect: Aspect, first: Transaction, second: Transaction) -> str:
    fits = aspect is Aspect.ACCOUNT and first.account_id != second.account_id
    fits = fits or (aspect is Aspect.AMOUNT and first.amount != second.amount)
    return translate("Compare", "Fits") if fits else translate("Compare", "Same")


def _near_word(aspect: Aspect, likeness: Likeness, locale: QLocale) -> str:
    match aspect:
        case Aspect.AMOUNT if likeness.apart is not None:
            return _apart(likeness, locale)
        case Aspect.DAY:
            return _days(likeness.days, locale)
        case Aspect.STATE:
            return translate("Compare", "Fits")
        case _:
            return translate("Compare", "Alike")


def _other_word(aspect: Aspect, likeness: Likeness, locale: QLocale) -> str:
    match aspect:
        case Aspect.AMOUNT if likeness.apart is not None and likeness.apart.minor:
            return _apart(likeness, locale)
        case Aspect.DAY:
            return _days(likeness.days, locale)
        case _:
            return translate("Compare", "Differs")


def _apart(likeness: Likeness, locale: QLocale) -> str:
    assert likeness.apart is not None
    sign = "+" if likeness.apart.minor > 0 else ""
    return f"{sign}{money(likeness.apart, locale)}"


def _days(days: int, locale: QLocale) -> str:
    count = abs(days)
    if count == 1:
        return translate("Compare", "1 day apart")
    return translate("Compare", "{n} days apart", None, count).format(n=number(count, locale))
