"""How to get to the states of the Activity page."""

from __future__ import annotations

from datetime import timedelta

from budgetsync.domain.activity import Who
from budgetsync.domain.edits import Edit
from budgetsync.domain.ids import RunId
from budgetsync.domain.log_line import Level, LogLine
from budgetsync.ui.activity.page import ActivityPage, Tab
from budgetsync.ui.pages import Page
from budgetsync.ui.problems.sheets import Act, Deed
from tests.screenshots.stage import Stage
from tests.screenshots.studio import until
from tests.screenshots.ways import bank_down, synced

_LOG = (
    (Level.INFO, "sync.worker", "the request of a connection is taken up", "request 12 item 2"),
    (Level.INFO, "sync.engine", "a run began", "request 12 run 9 item 2"),
    (
        Level.WARNING,
        "providers.plaid.client",
        "the bank did not answer: ReadTimeout",
        "request 12 run 9 item 2",
    ),
    (Level.INFO, "sync.aftermath", "tried again in 4 s", "request 12 run 9 item 2"),
    (Level.INFO, "sync.engine", "a run began", "request 12 run 10 item 2"),
    (Level.ERROR, "ui.bridge", "a coroutine of the window failed", ""),
)


async def runs(stage: Stage) -> None:
    """Syncs, one that failed among them; one that brought news is looked at."""
    await bank_down(stage)
    page = _page(stage)
    await until(lambda: page.runs.model.rowCount() > 4, "the syncs are listed")
    chosen = next(line.run.id for line in page.runs.model.values if line.run.counts.modified)
    page.show_subject(RunId(chosen))
    await until(
        lambda: page.runs.details_shown is not None and page.runs.details_shown.line.run.id == chosen,
        "its details are there",
    )


async def failed_run(stage: Stage) -> None:
    """A sync that failed."""
    await runs(stage)
    page = _page(stage)
    failed = next(line.run.id for line in page.runs.model.values if line.run.trouble is not None)
    page.show_subject(RunId(failed))
    await until(
        lambda: page.runs.details_shown is not None and page.runs.details_shown.line.run.id == failed,
        "its details are there",
    )


async def asked(stage: Stage) -> None:
    """What it would mean to undo a sync."""
    await runs(stage)
    page = _page(stage)
    page.show_subject(RunId(1))
    await until(
        lambda: page.runs.details_shown is not None and page.runs.details_shown.line.run.id == 1,
        "its details are there",
    )
    page.runs.details.acted.emit(Act(Deed.UNDO, "", ""))


async def changes(stage: Stage) -> None:
    """What was changed, by the bank and by the person."""
    await synced(stage)
    rows = [row.id for row in await stage.core.newest_transactions(12)]
    await stage.core.edit_transactions(rows[:1], Edit(note="shared with Ann", tags=("holiday",)))
    await stage.core.edit_transactions(rows[1:3], Edit(category="Groceries"))
    page = _page(stage)
    page.tabs.setCurrentIndex(Tab.TRAIL)
    await until(lambda: page.trail.model.rowCount() > 100, "the changes are listed")


async def no_change(stage: Stage) -> None:
    """Nothing fits."""
    await changes(stage)
    trail = _page(stage).trail
    trail.filter.who.setCurrentIndex(trail.filter.who.findData(Who.YOU))
    trail.filter.search.setText("never written")
    await until(lambda: trail.model.rowCount() == 0 and not trail.pages.is_looking, "nothing is found")


async def log(stage: Stage) -> None:
    """The program's log."""
    await synced(stage)
    page = _page(stage)
    page.tabs.setCurrentIndex(Tab.LOG)
    at = stage.core.now() - timedelta(seconds=30)
    page.log.model.add(
        [LogLine(number, at + timedelta(seconds=number), *line) for number, line in enumerate(_LOG, 1)]
    )
    page.log.look()


def _page(stage: Stage) -> ActivityPage:
    stage.window.show_page(Page.ACTIVITY)
    page = stage.window.stack.page(Page.ACTIVITY)
    assert isinstance(page, ActivityPage)
    return page
