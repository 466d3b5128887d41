"""Loads everything that is open."""

from collections.abc import Iterable
from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.errors import Trouble
from budgetsync.domain.ids import ItemId
from budgetsync.domain.needs import ConnectionStanding, Standing, find_needs, find_passing
from budgetsync.domain.notices import Notice, NoticeEntry, NoticeKind
from budgetsync.domain.problems import OpenNeed, Problems
from budgetsync.store.drifts import load_drifts
from budgetsync.store.letters import load_figures
from budgetsync.store.notices import load_entries
from budgetsync.store.review import load_review

_ENTRIES = 1_000


def load_problems(
    db: SqliteDatabase, standing: Standing, troubles: Iterable[Trouble], program: str, now: datetime
) -> Problems:
    """Put together what is open.

    Args:
        standing: How everything stands, as of the same read.
        troubles: What is said of ledger, folder and program; those that are needs are left out.
        program: Its version: what another one failed at is no poison to this one.
    """
    needs = find_needs(standing, now)
    told = {entry.notice.cause: entry for entry in load_entries(db, _ENTRIES, open_only=True)}
    connections = {one.item.id: one for one in standing.items}
    known = [trouble for _, trouble in standing.ledger] + [standing.disk]
    letters = load_figures(db, program)

    def open_need(notice: Notice) -> OpenNeed:
        entry = told.get(notice.cause)
        connection = None if notice.item_id is None else connections.get(notice.item_id)
        since = letters.oldest_at if notice.kind is NoticeKind.DEAD_LETTERS else None
        return OpenNeed(notice, since or _began(notice, connection, entry), entry, connection)

    return Problems(
        at=now,
        needs=tuple(map(open_need, needs)),
        passing=tuple(map(open_need, find_passing(standing, needs, now))),
        remarks=tuple(trouble for trouble in dict.fromkeys(troubles) if trouble not in known),
        drifts=tuple(load_drifts(db)),
        review=load_review(db),
        letters=letters,
        banks=tuple((ItemId(one.item.id), one.item.institution.name) for one in standing.items),
    )


def _began(
    notice: Notice, connection: ConnectionStanding | None, entry: NoticeEntry | None
) -> datetime | None:
    """Tell when something began, by what knows it best."""
    if connection is not None and notice.kind is NoticeKind.STALE and connection.staleness.since is not None:
        return connection.staleness.since
    fails = notice.kind not in {NoticeKind.STALE, NoticeKind.CONSENT, NoticeKind.WEBHOOKS}
    if connection is not None and fails and connection.failing_since is not None:
        return connection.failing_since
    return None if entry is None else entry.noted_at
