"""What the details of a sync and of a change say and offer."""

from collections.abc import Iterator

from budgetsync.domain.activity import AuditEntry, RunDetails
from budgetsync.domain.activity_text import change_report, run_report
from budgetsync.domain.sync import Counts, SyncRun, SyncRunState
from budgetsync.ui.activity.change_words import ChangeWriter
from budgetsync.ui.activity.words import (
    decided_words,
    run_status,
    state_words,
    trigger_words,
    who_words,
)
from budgetsync.ui.formats import exact, latency, local_today, long_day, number
from budgetsync.ui.language import engine_text
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.problems.sheets import Act, Deed, Fact, Grid, Reading, Sheet, act, copy_act, translate
from budgetsync.ui.settings.realtime.words import event_words
from budgetsync.ui.settings.realtime.words import state_words as event_state
from budgetsync.ui.text import unreadable_rows

_SHOWN_EVENTS = 12


def run_sheet(entry: Entry, details: RunDetails, read: Reading) -> Sheet:
    """Make the details of a sync."""
    line, run = details.line, details.line.run
    status = run_status(line, read.locale)
    return Sheet(
        key=entry.key,
        icon=status.icon,
        tone=status.tone,
        title=status.word,
        where=line.bank,
        facts=tuple(_run_facts(run, read)),
        paragraphs=tuple(_run_paragraphs(details, read)),
        grids=tuple(_grids(details, read)),
        acts=tuple(_run_acts(details, line.bank)),
        copied=run_report(details, read.program),
    )


def _run_facts(run: SyncRun, read: Reading) -> Iterator[Fact]:
    locale = read.locale
    yield from read.when(translate("Activity", "Started"), run.started_at)
    yield Fact(translate("Activity", "Why"), trigger_words(run.trigger))
    yield Fact(translate("Activity", "How it ended"), state_words(run))
    if run.finished_at is not None:
        yield Fact(translate("Activity", "Took"), latency(run.finished_at - run.started_at, locale))
    if run.requests:
        yield Fact(translate("Activity", "Asked"), _asked(run, read))
    yield Fact(translate("Activity", "Number"), number(run.id, locale))


def _asked(run: SyncRun, read: Reading) -> str:
    requests = translate("Activity", "{n} requests", None, run.requests)
    if run.requests == 1:
        requests = translate("Activity", "1 request")
    pages = translate("Activity", "{n} pages", None, run.pages)
    if run.pages == 1:
        pages = translate("Activity", "1 page")
    requests = requests.format(n=number(run.requests, read.locale))
    pages = pages.format(n=number(run.pages, read.locale))
    return f"{requests}, {pages}" if run.pages else requests


def _run_paragraphs(details: RunDetails, read: Reading) -> Iterator[str]:
    run = details.line.run
    if run.trouble is not None:
        yield engine_text(run.trouble.message)
        yield engine_text(run.trouble.action)
    if run.problems:
        yield unreadable_rows(run.problems, read.locale)
    yield from decided_words(details.decided, read.locale)
    if details.line.undone_by is not None:
        yield translate("Activity", "What it decided was undone. No later sync decides so again.")


def _grids(details: RunDetails, read: Reading) -> Iterator[Grid]:
    locale = read.locale
    if details.accounts:
        yield Grid(
            translate("Activity", "What changed"),
            (
                translate("Activity", "Account"),
                translate("Activity", "New"),
                translate("Activity", "Changed"),
                translate("Activity", "Removed"),
            ),
            tuple(
                (
                    one.account,
                    number(one.counts.added, locale),
                    number(one.counts.modified, locale),
                    number(one.counts.removed, locale),
                )
                for one in details.accounts
            ),
            frozenset({1, 2, 3}),
        )
    if details.events:
        more = len(details.events) - _SHOWN_EVENTS
        text = translate("Activity", "and {n} more", None, more).format(n=number(more, locale))
        yield Grid(
            translate("Activity", "News from the bank that it fetched"),
            (),
            tuple(
                (event_words(one), exact(one.arrived_at, locale), event_state(one, locale))
                for one in details.events[:_SHOWN_EVENTS]
            ),
            more=text if more > 0 else "",
        )


def _run_acts(details: RunDetails, about: str) -> Iterator[Act]:
    run = details.line.run
    if run.counts != Counts():
        yield act(
            Deed.SHOW_ROWS,
            translate("Activity", "Show its transactions"),
            about,
            "primary",
            translate("Activity", "Every row that this sync added, changed or removed"),
        )
    if run.counts != Counts() or details.decided:
        yield act(Deed.SHOW_CHANGES, translate("Activity", "Show each change"), about)
    if run.state in {SyncRunState.FAILED, SyncRunState.CANCELLED}:
        yield act(Deed.SYNC, translate("Activity", "Sync now"), about)
    if run.problems:
        yield act(Deed.SHOW_LETTERS, translate("Activity", "Show what is kept aside"), about)
    if details.line.undone_by is not None:
        yield act(Deed.REDO, translate("Activity", "Decide so again"), about)
    elif details.decided and run.state is SyncRunState.SUCCEEDED:
        yield act(
            Deed.UNDO,
            translate("Activity", "Undo what it decided..."),
            about,
            hover=translate("Activity", "Says first what that means"),
        )
    yield copy_act(about)


def change_sheet(entry: Entry, change: AuditEntry, read: Reading) -> Sheet:
    """Make the details of a change."""
    return Sheet(
        key=entry.key,
        icon=entry.icon,
        tone=entry.tone,
        title=entry.title,
        where=change.account,
        facts=tuple(_change_facts(change, read)),
        paragraphs=tuple(_change_paragraphs(change)),
        acts=tuple(_change_acts(change)),
        copied=change_report(change, read.program),
    )


def _change_facts(change: AuditEntry, read: Reading) -> Iterator[Fact]:
    writer = ChangeWriter(read.locale, local_today(read.now))
    yield Fact(translate("Activity", "Transaction"), writer.row(change), long_day(change.day, read.locale))
    if change.old is not None or change.new is not None:
        yield Fact(translate("Activity", "Before"), writer.value(change, change.old))
        yield Fact(translate("Activity", "After"), writer.value(change, change.new))
    yield from read.when(translate("Activity", "When"), change.at)
    yield Fact(translate("Activity", "Who"), who_words(change.who))
    if change.run_id is not None and change.trigger is not None:
        text = translate("Activity", "{bank}: {why}")
        why = trigger_words(change.trigger)
        yield Fact(translate("Activity", "Sync"), text.format(bank=change.bank, why=why))
    else:
        yield Fact(translate("Activity", "Step"), engine_text(change.description))


def _change_paragraphs(change: AuditEntry) -> Iterator[str]:
    if change.undone_by is None:
        return
    if change.run_id is not None:
        yield translate(
            "Activity", "What this sync decided was undone; what the bank said stays as the bank said it."
        )
    else:
        yield translate("Activity", "This was undone, as far as it was not changed again since.")


def _change_acts(change: AuditEntry) -> Iterator[Act]:
    about = change.payee
    yield act(Deed.SHOW_ROWS, translate("Activity", "Show the transaction"), about, "primary")
    yield act(Deed.SHOW_HISTORY, translate("Activity", "All changes of this transaction"), about)
    if change.run_id is not None:
        yield act(Deed.SHOW_RUN, translate("Activity", "Show the sync"), about)
    else:
        yield act(Deed.SHOW_CHANGES, translate("Activity", "All changes of this step"), about)
        if change.undone_by is None:
            yield act(
                Deed.UNDO,
                translate("Activity", "Undo this step"),
                engine_text(change.description),
                hover=translate("Activity", "Takes back all of it, except for what was changed again since"),
            )
        else:
            yield act(Deed.REDO, translate("Activity", "Do this step again"), engine_text(change.description))
    yield copy_act(about)
