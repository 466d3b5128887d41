"""Rows of a sync that another source told of before, in accounts that several sources feed."""

from collections.abc import Mapping

from peewee import SqliteDatabase

from budgetsync.domain.ids import AccountId
from budgetsync.domain.matching import FreshRow, Matching, match
from budgetsync.domain.reconcile import Join, JoinReason, PostedSuggestion, ReconcilePlan
from budgetsync.domain.transaction import Observation
from budgetsync.store.accounts import AccountRef
from budgetsync.store.matching_rows import load_known
from budgetsync.store.observations import load_leaders
from budgetsync.store.raw import connection_of


def match_others(
    db: SqliteDatabase, source: str, decided: ReconcilePlan, references: Mapping[str, AccountRef]
) -> None:
    """Join what a plan would insert to rows that other sources told of; what is merely possible is suggested.

    Costs nothing where an account has no other source.
    """
    by_account: dict[str, list[int]] = {}
    fed = _fed_by_others(db, source, references)
    for place, row in enumerate(decided.inserts if fed else ()):
        if row.source_account_id in fed:
            by_account.setdefault(row.source_account_id, []).append(place)
    joined: set[int] = set()
    leaving = {known.transaction_id for known in decided.removals}
    for name, places in by_account.items():
        fresh = [to_fresh(place, decided.inserts[place]) for place in places]
        first = min(min(row.days) for row in fresh)
        last = max(max(row.days) for row in fresh)
        found = match(load_known(db, fed[name], (source, name), first, last, leaving), fresh)
        joined |= _write_down(db, found, decided)
    if joined:
        known = {decided.inserts[place].key for place in joined}
        decided.suggestions[:] = [one for one in decided.suggestions if one.observation.key not in known]
        decided.inserts[:] = [row for place, row in enumerate(decided.inserts) if place not in joined]


def to_fresh(place: int, row: Observation) -> FreshRow:
    """Look at an observation as the matcher does."""
    days = (
        (row.transacted_on,)
        if row.posted_on in {None, row.transacted_on}
        else (row.transacted_on, row.posted_on)
    )
    texts = tuple(text for text in (row.merchant, row.original_description) if text)
    return FreshRow(place, row.state, row.minor, row.currency, tuple(day for day in days if day), texts)


def _fed_by_others(
    db: SqliteDatabase, source: str, references: Mapping[str, AccountRef]
) -> dict[str, AccountId]:
    others = {
        account
        for (account,) in connection_of(db).execute(
            "SELECT DISTINCT account_id FROM source_account WHERE source <> ?", (source,)
        )
    }
    return {name: ref.account_id for name, ref in references.items() if ref.account_id in others}


def _write_down(db: SqliteDatabase, found: Matching, decided: ReconcilePlan) -> set[int]:
    leaders = load_leaders(
        db, [*(one.row for one in found.matches), *(doubt.rows[0] for doubt in found.doubts)]
    )
    joined: set[int] = set()
    for one in found.matches:
        if one.row in leaders:
            decided.joins.append(Join(leaders[one.row], decided.inserts[one.place], JoinReason.MATCHED))
            joined.add(one.place)
    for doubt in found.doubts:
        if doubt.rows[0] in leaders:
            row = decided.inserts[doubt.place]
            decided.suggestions.append(PostedSuggestion(leaders[doubt.rows[0]], row, JoinReason.MATCHED))
    return joined
