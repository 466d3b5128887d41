"""What terms, filters and marks of a search are called."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from budgetsync.domain.query import (
    Amount,
    Days,
    Exact,
    Field,
    Flag,
    Flagged,
    InState,
    Kind,
    Named,
    Numbered,
    OneOf,
    Term,
    Words,
)
from budgetsync.domain.query.completion import Offer, OfferKind
from budgetsync.domain.query.vocabulary import Vocabulary
from budgetsync.domain.transaction import TransactionState
from budgetsync.ui.formats import day, number
from budgetsync.ui.transactions.reading import Reading

translate = QCoreApplication.translate


def say_term(term: Term, vocabulary: Vocabulary, reading: Reading) -> str:
    """Say a term in words, as it stands on its chip."""
    said = _say(term, vocabulary, reading)
    return translate("Search", "not {what}").format(what=said) if term.negated else said


def _say(term: Term, vocabulary: Vocabulary, reading: Reading) -> str:
    if isinstance(term, OneOf | Named | Exact | Numbered):
        terms = term.terms if isinstance(term, OneOf) else (term,)
        return _about(terms[0]).format(name=", ".join(_name(one, vocabulary) for one in terms))
    match term:
        case Amount():
            return say_amount(term, reading.locale)
        case Days():
            return say_days(term, reading)
        case Flagged():
            return mark_words()[term.flag]
        case InState():
            return state_words()[term.state]
        case Words():
            return " ".join(term.phrase.words)


def _name(term: Named | Exact | Numbered, vocabulary: Vocabulary) -> str:
    if isinstance(term, Exact):
        return term.text
    if isinstance(term, Named):
        text = " ".join(term.phrase.words)
        if term.field is Field.ACCOUNT:
            names = [one.name for one in vocabulary.accounts if term.phrase.found_in(one.name)]
            return names[0] if len(names) == 1 else text
        return text
    if term.kind is Kind.ACCOUNT:
        known = {one.id: one for one in vocabulary.accounts}
        account = known.get(term.number)  # type: ignore[call-overload]
        if account is not None:
            return (
                account.name if account.is_unique or not account.bank else f"{account.name}, {account.bank}"
            )
    return str(term.number)


def _about(term: Named | Exact | Numbered) -> str:
    if isinstance(term, Numbered):
        words = {
            Kind.ID: translate("Search", "Transaction {name}"),
            Kind.RUN: translate("Search", "Changed by sync {name}"),
            Kind.COMMAND: translate("Search", "Changed by edit {name}"),
            Kind.ACCOUNT: translate("Search", "Account: {name}"),
        }
        return words[term.kind]
    return {
        Field.ACCOUNT: translate("Search", "Account: {name}"),
        Field.CATEGORY: translate("Search", "Category: {name}"),
        Field.TAG: translate("Search", "Tag: {name}"),
        Field.NOTE: translate("Search", "Note: {name}"),
        Field.PAYEE: translate("Search", "Payee: {name}"),
        Field.MERCHANT: translate("Search", "Bank's payee: {name}"),
        Field.SOURCE: translate("Search", "Source: {name}"),
    }[term.field]


def mark_words() -> dict[Flag, str]:
    """What marks are called."""
    return {
        Flag.NEW: translate("Search", "New since you last looked"),
        Flag.DOUBTFUL: translate("Search", "Waits for your answer"),
        Flag.UNCATEGORIZED: translate("Search", "Without a category"),
        Flag.EDITED: translate("Search", "Changed by you"),
        Flag.REVIEWED: translate("Search", "Reviewed"),
        Flag.SPLIT: translate("Search", "Split"),
        Flag.TRANSFER: translate("Search", "Transfer"),
        Flag.HIDDEN: translate("Search", "Hidden"),
    }


def state_words() -> dict[TransactionState, str]:
    """What states are called."""
    return {
        TransactionState.PENDING: translate("Search", "Pending"),
        TransactionState.POSTED: translate("Search", "Posted"),
        TransactionState.REMOVED: translate("Search", "Removed by the bank"),
    }


def filter_words() -> dict[str, str]:
    """What the names in front of a colon are for."""
    return {
        "account:": translate("Search", "Account"),
        "category:": translate("Search", "Category"),
        "tag:": translate("Search", "Tag"),
        "note:": translate("Search", "Note"),
        "payee:": translate("Search", "Payee"),
        "merchant:": translate("Search", "Payee as the bank says"),
        "source:": translate("Search", "Source"),
        "since:": translate("Search", "From a day on"),
        "until:": translate("Search", "Up to a day"),
        "on:": translate("Search", "On a day, in a month or year"),
        "is:": translate("Search", "State or mark"),
    }


def spoken_words() -> Mapping[str, str]:
    """What can be typed in the person's language for filters and marks."""
    marks = {f"is:{flag}": word for flag, word in mark_words().items()}
    states = {f"is:{state.value.lower()}": word for state, word in state_words().items()}
    return {**filter_words(), **marks, **states}


def day_words() -> dict[str, str]:
    """What words for days mean."""
    return {
        "today": translate("Search", "Today"),
        "yesterday": translate("Search", "Yesterday"),
        "this-month": translate("Search", "This month"),
        "last-month": translate("Search", "Last month"),
        "this-year": translate("Search", "This year"),
        "last-year": translate("Search", "Last year"),
        "7d": translate("Search", "7 days ago"),
        "30d": translate("Search", "30 days ago"),
        "90d": translate("Search", "90 days ago"),
    }


def describe_offer(offer: Offer) -> str:
    """Say what an offer is, beside its text or name."""
    if offer.kind is OfferKind.FILTER:
        return filter_words().get(offer.text, "")
    if offer.kind is OfferKind.MARK:
        return spoken_words().get(offer.text, "")
    if offer.kind is OfferKind.DAYS:
        return day_words().get(offer.text, "")
    if offer.kind is OfferKind.AMOUNT:
        return {
            ">": translate("Search", "More than this"),
            "<": translate("Search", "Less than this"),
            "=": translate("Search", "Exactly this"),
            "-": translate("Search", "Exactly this, money out"),
            "+": translate("Search", "Exactly this, money in"),
        }[offer.text[0]]
    return {
        OfferKind.ACCOUNT: translate("Search", "Account"),
        OfferKind.CATEGORY: translate("Search", "Category"),
        OfferKind.TAG: translate("Search", "Tag"),
        OfferKind.PAYEE: translate("Search", "Payee"),
        OfferKind.SOURCE: translate("Search", "Source"),
    }[offer.kind]


def say_amount(term: Amount, locale: QLocale) -> str:
    """Say an amount in words."""
    low, high = _figure(term.low, locale), _figure(term.high, locale)
    if term.low is not None and term.low == term.high:
        text = translate("Search", "Exactly {low}").format(low=low)
    elif term.low is not None and term.high is not None:
        text = translate("Search", "{low} to {high}").format(low=low, high=high)
    elif term.low is not None and term.low_included:
        text = translate("Search", "{low} or more").format(low=low)
    elif term.low is not None:
        text = translate("Search", "More than {low}").format(low=low)
    elif term.high_included:
        text = translate("Search", "{high} or less").format(high=high)
    else:
        text = translate("Search", "Less than {high}").format(high=high)
    if term.currency is not None:
        text = f"{text} {term.currency}"
    if term.direction < 0:
        return translate("Search", "{amount}, money out").format(amount=text)
    if term.direction > 0:
        return translate("Search", "{amount}, money in").format(amount=text)
    return text


def _figure(value: Decimal | None, locale: QLocale) -> str:
    if value is None:
        return ""
    places = -int(value.as_tuple().exponent)
    return number(int(value), locale) if places <= 0 else locale.toString(float(value), "f", places)


def say_days(term: Days, reading: Reading) -> str:
    """Say a stretch of days in words; whole months and years by their names."""
    today, locale = reading.today(), reading.locale
    if term.first is None:
        assert term.last is not None
        return translate("Search", "Up to {day}").format(day=day(term.last, today, locale))
    if term.last is None:
        return translate("Search", "From {day} on").format(day=day(term.first, today, locale))
    if term.first == term.last:
        return day(term.first, today, locale)
    first, last = (QDate(one.year, one.month, one.day) for one in (term.first, term.last))
    if first.day() == 1 and last == first.addMonths(1).addDays(-1):
        month = locale.standaloneMonthName(first.month(), QLocale.FormatType.LongFormat)
        return translate("Search", "{month} {year}").format(month=month, year=first.year())
    if first.dayOfYear() == 1 and last == first.addYears(1).addDays(-1):
        return str(first.year())
    begin, end = day(term.first, today, locale), day(term.last, today, locale)
    return translate("Search", "{begin} to {end}").format(begin=begin, end=end)
