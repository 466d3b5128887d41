"""What the head of a card says: how the connection is, when, and what comes next."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.item import FILES, ConsentWarning, consent_warning
from budgetsync.domain.overview import ItemOverview
from budgetsync.domain.realtime import WebhookState
from budgetsync.domain.request import WaitsFor
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.sync import Counts, SyncRunState
from budgetsync.domain.timetable import Planned
from budgetsync.ui.formats import clock_time, day, exact, local_today
from budgetsync.ui.institution import institution_name
from budgetsync.ui.monitor.account_words import changes_spans
from budgetsync.ui.monitor.ink import Face
from budgetsync.ui.monitor.lines import Line, Span, when_span
from budgetsync.ui.realtime.webhook_words import connection_status
from budgetsync.ui.status import Tone, is_busy, silent_names, status_of
from budgetsync.ui.text import progress_text, run_text, unreadable_rows
from budgetsync.ui.widgets import Fit

translate = QCoreApplication.translate


def connection_lines(overview: ItemOverview, now: datetime, locale: QLocale) -> tuple[Line, ...]:
    """Write the lines of a connection: name, times, what it does or did, and then what is to be remarked."""
    return (
        _title(overview, now),
        _times(overview, now, locale),
        activity_line(overview, now, locale),
        *((Span(text, Tone.WARNING, icon="attention"),) for text in _remarks(overview, now, locale)),
    )


def activity_line(overview: ItemOverview, now: datetime, locale: QLocale) -> Line:
    """Write what it does now; at rest, what became of its last sync, and when the next is."""
    if not overview.item.is_synced:
        return changes_spans(Counts(), overview.today, locale)[-1:]
    if is_busy(overview):
        return (Span(progress_text(overview.progress, locale), Tone.BUSY),)
    run = overview.last_run
    if run is not None and run.state is SyncRunState.SUCCEEDED:
        done = changes_spans(run.counts, overview.today, locale)
    else:
        done = (Span(run_text(run, locale), Tone.QUIET),)
        if overview.today != Counts():
            done += changes_spans(Counts(), overview.today, locale)[1:]
    text, hover = next_sync(overview, now, locale)
    return (*done, Span(text, Tone.QUIET, hover=hover, trailing=True)) if text else done


def next_sync(overview: ItemOverview, now: datetime, locale: QLocale) -> tuple[str, str]:
    """Say when a connection is synced next and why not sooner, with the exact time."""
    coming = overview.next_sync
    if overview.item.removed_at is not None:
        return "", ""
    if coming.retry_at is not None and coming.waits_for is not None:
        return _retry(coming.retry_at, coming.waits_for, now, locale)
    if coming.pause is not None:
        return _paused(coming.pause, now, locale)
    return _planned(coming.planned, now, locale) if coming.planned is not None else ("", "")


def _paused(pause: Pause, now: datetime, locale: QLocale) -> tuple[str, str]:
    if pause.until is None:
        return translate("NextSync", "Paused until you resume"), ""
    text = translate("NextSync", "Paused until {when}")
    return text.format(when=clock_time(pause.until, now, locale)), exact(pause.until, locale)


def _planned(planned: Planned, now: datetime, locale: QLocale) -> tuple[str, str]:
    if planned.hold is Hold.OFFLINE:
        return translate("NextSync", "Next sync when the network is back"), ""
    if planned.hold is Hold.METERED:
        return translate("NextSync", "Next sync on a network without a meter"), ""
    if planned.due_at is None:
        return "", ""
    text = translate("NextSync", "Next sync: {when}")
    if planned.due_at <= now:
        text = translate("NextSync", "Next sync is due")
    elif planned.hold is Hold.QUIET:
        text = translate("NextSync", "Next sync: {when}, after quiet hours")
    return text.format(when=clock_time(planned.due_at, now, locale)), exact(planned.due_at, locale)


def _retry(at: datetime, waits_for: WaitsFor, now: datetime, locale: QLocale) -> tuple[str, str]:
    text = {
        WaitsFor.TOLD: translate("NextSync", "Next try: {when}, as the bank's service wants it"),
        WaitsFor.QUOTA: translate("NextSync", "Next try: {when}, its calls are used up until then"),
    }.get(waits_for, translate("NextSync", "Next try: {when}"))
    if at <= now:
        return translate("NextSync", "Next try in a moment"), exact(at, locale)
    return text.format(when=clock_time(at, now, locale)), exact(at, locale)


def _title(overview: ItemOverview, now: datetime) -> Line:
    status = status_of(overview, now)
    silent = silent_names(overview, now)
    more = translate("Status", "No new rows for far longer than usual: {accounts}")
    hover = more.format(accounts=", ".join(silent)) if silent else ""
    return (
        Span(institution_name(overview.item), face=Face.TITLE),
        Span(status.word, status.tone, icon=status.icon, hover=hover, fit=Fit.ELIDE),
    )


def _times(overview: ItemOverview, now: datetime, locale: QLocale) -> Line:
    item = overview.item
    if not item.is_synced:
        return _brought(overview, now, locale)
    if item.contacted_at is None:
        return (Span(translate("Connection", "Not contacted yet"), Tone.QUIET),)
    text = translate("Connection", "Contacted {when}")
    hover = translate("Connection", "The bank's service last answered on {when}")
    spans = [when_span(text, hover, item.contacted_at, now, locale)]
    if item.as_of is not None:
        text = translate("Connection", "Bank's data as of {when}")
        hover = translate("Connection", "The bank itself last gave news on {when}")
        spans.append(when_span(text, hover, item.as_of, now, locale))
    return (*spans, *_real_time(overview, now, locale))


def _brought(overview: ItemOverview, now: datetime, locale: QLocale) -> Line:
    """Say when a file was last taken in, or that the user enters these accounts' rows."""
    run = overview.last_run
    if overview.item.provider != FILES:
        return (Span(translate("Connection", "You enter these transactions yourself"), Tone.QUIET),)
    if run is None or run.finished_at is None:
        return (Span(translate("Connection", "No file was imported yet"), Tone.QUIET),)
    text = translate("Connection", "Last import {when}")
    hover = translate("Connection", "A statement file was last imported on {when}")
    return (when_span(text, hover, run.finished_at, now, locale),)


def _real_time(overview: ItemOverview, now: datetime, locale: QLocale) -> Iterator[Span]:
    """A mark where news come by themselves; where they should and do not is a remark."""
    webhooks = overview.webhooks
    if webhooks is not None and webhooks.state in {WebhookState.WORKING, WebhookState.SET}:
        said = connection_status(webhooks, now, locale)
        text = translate("Connection", "Real time")
        yield Span(
            text, Tone.QUIET, icon="live", hover=said.word, spoken=said.word, fit=Fit.WHOLE, trailing=True
        )


def _remarks(overview: ItemOverview, now: datetime, locale: QLocale) -> list[str]:
    item, remarks = overview.item, []
    if overview.last_run is not None and overview.last_run.problems:
        remarks.append(unreadable_rows(overview.last_run.problems, locale))
    expires = item.access_ends_at
    nearness = consent_warning(expires, now)
    if expires is not None and nearness in {ConsentWarning.WEEK, ConsentWarning.DAY}:
        text = translate("Connection", "The bank's consent ends on {day}: sign in again before that.")
        if expires == item.disconnects_at:
            text = translate(
                "Connection", "The bank ends this connection on {day}: sign in again before that."
            )
        remarks.append(text.format(day=day(local_today(expires), local_today(now), locale)))
    webhooks = overview.webhooks
    if webhooks is not None and webhooks.state in {WebhookState.MISSING, WebhookState.FAILED}:
        remarks.append(connection_status(webhooks, now, locale).word)
    return remarks
