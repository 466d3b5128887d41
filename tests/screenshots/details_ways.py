"""How to get to the details of rows, and to rows that may be one."""

from __future__ import annotations

from peewee import SqliteDatabase

from budgetsync.store.convert import to_millis
from budgetsync.store.raw import connection_of
from budgetsync.ui.pages import Page
from budgetsync.ui.problems.page import ProblemsPage
from tests.screenshots.stage import Stage
from tests.screenshots.studio import until
from tests.screenshots.ways import synced


async def match(stage: Stage) -> None:
    """A suggested match among the problems, its two rows beside each other."""
    await synced(stage)
    rows = [
        row for row in await stage.core.newest_transactions(120) if row.amount.minor < 0 and not row.transfer
    ]
    first = rows[0]
    second = next(row for row in rows[1:] if row.account_id == first.account_id)

    def suggest(db: SqliteDatabase) -> None:
        connection_of(db).execute(
            "INSERT INTO suggestion (kind, first_id, second_id, state, reason, suggested_at) "
            "VALUES ('posted', ?, ?, 'open', 'CHANGED_AMOUNT', ?)",
            (first.id, second.id, to_millis(stage.core.now())),
        )

    await stage.core._database.run(suggest)
    stage.window.show_page(Page.PROBLEMS)
    page = stage.window.stack.page(Page.PROBLEMS)
    assert isinstance(page, ProblemsPage)
    page.watch.refresh()
    await until(lambda: page.open.entries.choose_key("suggestion:1"), "the match is listed")
