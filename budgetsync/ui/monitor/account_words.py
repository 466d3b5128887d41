"""What a row of an account says."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.account import Account
from budgetsync.domain.overview import AccountFigures
from budgetsync.domain.sync import Counts
from budgetsync.ui.formats import day, local_today, number
from budgetsync.ui.monitor.ink import Face
from budgetsync.ui.monitor.lines import Line, Span, when_span
from budgetsync.ui.monitor.verdict import finding_of
from budgetsync.ui.status import Tone
from budgetsync.ui.text import balance_extra, balance_figure, balance_qualifier, counts_long, counts_short
from budgetsync.ui.widgets import Fit

translate = QCoreApplication.translate
_NOTHING = Counts()


def account_lines(
    account: Account,
    figures: AccountFigures,
    silent_since: date | None,
    now: datetime,
    locale: QLocale,
    *,
    by_hand: bool = False,
) -> tuple[Line, ...]:
    """Write the lines of an account.

    Args:
        silent_since: The day of its last row, where it has been silent for far too long.
        by_hand: Whether it comes from files or from the user: nothing is late, and nothing is proved by a bank.
    """
    if by_hand:
        return (_title(account, locale), _as_of(account, now, locale), _today(figures, locale))
    trouble = _own_trouble(account, figures, silent_since, now, locale)
    return (
        _title(account, locale),
        (*trouble, *_proof(account, figures, now, locale, aside=bool(trouble))),
        (*_changes(account, figures, locale), *_extra(account, locale)),
    )


def changes_spans(last: Counts, today: Counts, locale: QLocale) -> Line:
    """Say what the last sync changed, and all of today's."""
    if last == today == _NOTHING:
        return (Span(translate("Changes", "Nothing new today"), Tone.QUIET),)
    shown = []
    for counts, text, nothing in (
        (last, translate("Changes", "Last sync: {counts}"), translate("Changes", "Last sync: nothing new")),
        (today, translate("Changes", "Today: {counts}"), translate("Changes", "Today: nothing new")),
    ):
        if counts == _NOTHING:
            shown.append(Span(nothing, Tone.QUIET, fit=Fit.WHOLE))
            continue
        short = text.format(counts=counts_short(counts, locale))
        long = counts_long(counts, locale)
        shown.append(Span(short, Tone.QUIET, fit=Fit.WHOLE, hover=long, spoken=text.format(counts=long)))
    return tuple(shown)


def _as_of(account: Account, now: datetime, locale: QLocale) -> Line:
    count = translate("Account", "{n} transactions", None, account.transactions)
    spans = [Span(count.format(n=number(account.transactions, locale)), Tone.QUIET)]
    if account.balance_as_of is not None:
        written = day(local_today(account.balance_as_of), local_today(now), locale)
        text = translate("Account", "balance of {day}").format(day=written)
        spans.append(Span(text, Tone.QUIET, fit=Fit.RIGID, trailing=True))
    return tuple(spans)


def _today(figures: AccountFigures, locale: QLocale) -> Line:
    return changes_spans(_NOTHING, figures.today, locale)[-1:]


def _title(account: Account, locale: QLocale) -> Line:
    figure, qualifier = balance_figure(account, locale), balance_qualifier(account)
    spans = [Span(account.name, hover=account.official_name or "")]
    if account.mask:
        spans.append(Span(f"••{account.mask}", Tone.QUIET, fit=Fit.RIGID))
    if qualifier:
        spans.append(Span(qualifier, Tone.QUIET, fit=Fit.RIGID, trailing=True))
    spans.append(Span(figure, face=Face.STRONG, fit=Fit.RIGID, trailing=True))
    return tuple(spans)


def _own_trouble(
    account: Account, figures: AccountFigures, silent_since: date | None, now: datetime, locale: QLocale
) -> Line:
    """What is wrong with the account alone; what is wrong with its connection is said there."""
    if account.currency is None:
        text = translate("Status", "Currency not known")
        more = translate(
            "Status", "Its rows are kept aside until a version of BudgetSync knows the currency."
        )
        return (Span(text, Tone.WARNING, icon="attention", hover=more),)
    if figures.held:
        text = translate("Status", "1 removal to review")
        if figures.held > 1:
            text = translate("Status", "{n} removals to review", None, figures.held)
        more = translate(
            "Status", "The bank took back unusually many rows at once. They stay until you decide."
        )
        return (
            Span(
                text.format(n=number(figures.held, locale)),
                Tone.WARNING,
                icon="attention",
                hover=more,
            ),
        )
    if silent_since is not None:
        written = day(silent_since, local_today(now), locale)
        text = translate("Status", "No rows since {day}").format(day=written)
        more = translate("Status", "It has never been without new rows for so long lately.")
        return (Span(text, Tone.WARNING, icon="waiting", hover=more),)
    return ()


def _proof(account: Account, figures: AccountFigures, now: datetime, locale: QLocale, *, aside: bool) -> Line:
    """The verdict, beside a trouble or alone, and how old the balance is: what is wrong has room first."""
    found = finding_of(account, figures.proof, figures.proved_at, now, locale)
    wrong = found.tone is Tone.WARNING
    fit = Fit.WHOLE if aside and not wrong else Fit.ELIDE
    spans = [Span(found.text, found.tone, icon=found.icon, hover=found.more, fit=fit)]
    if account.balance_as_of is not None:
        text = translate("Account", "updated {when}")
        hover = translate("Account", "The bank's balance as of {when}")
        updated = when_span(text, hover, account.balance_as_of, now, locale)
        spans.append(replace(updated, fit=Fit.WHOLE if aside or wrong else Fit.RIGID, trailing=True))
    return tuple(spans)


def _changes(account: Account, figures: AccountFigures, locale: QLocale) -> Line:
    last = Counts(account.added, account.modified, account.removed)
    return changes_spans(last, figures.today, locale)


def _extra(account: Account, locale: QLocale) -> Line:
    extra = balance_extra(account, locale)
    return (Span(extra, Tone.QUIET, fit=Fit.WHOLE, trailing=True),) if extra else ()
