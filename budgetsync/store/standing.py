"""How everything stands, as far as a person may have to be told of it."""

from datetime import datetime

from peewee import SqliteDatabase

from budgetsync.domain.balance import Verdict
from budgetsync.domain.errors import Trouble
from budgetsync.domain.freshness import judge
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.money import Money
from budgetsync.domain.needs import TOLD_FOR, AccountStanding, ConnectionStanding, Standing
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.store import accounts, addresses, facts, items, proofs
from budgetsync.store.convert import to_optional_instant
from budgetsync.store.raw import connection_of
from budgetsync.store.rhythms import load_rhythms

_FAILING = """
SELECT count(*), min(finished_at) FROM (
    SELECT finished_at FROM sync_run WHERE item_id = ?1 AND state = 'FAILED' AND id > ifnull(
        (SELECT id FROM sync_run WHERE item_id = ?1 AND state = 'SUCCEEDED' ORDER BY id DESC LIMIT 1), 0)
    ORDER BY id DESC LIMIT 10000)
"""
_HELD = "SELECT account_id, count(*) FROM held_removal WHERE state = 'open' AND state <> 'applied' GROUP BY account_id"
# What is wrong with a connection's syncs is told of the connection.
_LETTERS = """
SELECT count(DISTINCT kind || ' ' || ifnull(item_id, 0) || ' ' || cause), ifnull(max(id), 0)
FROM dead_letter WHERE state = 'open' AND kind <> 'request'
"""


def load_standing(
    db: SqliteDatabase,
    now: datetime,
    settings: ScheduleSettings,
    *,
    ledger: tuple[tuple[str, Trouble], ...] = (),
    disk: Trouble | None = None,
) -> Standing:
    """Load how everything stands.

    Args:
        settings: Of syncs by the clock, as they hold now.
        ledger: Troubles of the file, by names that stay.
        disk: What the database said when it could not be written.
    """
    connection = connection_of(db)
    rhythms = load_rhythms(db, now)
    known = items.load_live_items(db)
    missed = addresses.missed_runs(db)
    revoked = facts.load_revoked(db, now - TOLD_FOR)
    connections = []
    for item in known:
        failures, since = failures_of(db, item.id)
        connections.append(
            ConnectionStanding(
                item,
                judge(item, rhythms.get(item.id, ()), now, interval=settings.interval_of(item.id)),
                failures,
                since,
                paused=settings.pause_of(item.id, now) is not None,
                missed=missed.get(item.id, 0),
                revoked=revoked.get(item.id, ()),
            )
        )
    letters, newest = connection.execute(_LETTERS).fetchone()
    return Standing(
        tuple(connections),
        tuple(_accounts(db, {item.id: item.institution.name for item in known})),
        letters,
        newest,
        ledger,
        disk,
    )


def failures_of(db: SqliteDatabase, item_id: ItemId) -> tuple[int, datetime | None]:
    """Count the runs of a connection that failed since one succeeded, and tell when the first of them ended."""
    count, since = connection_of(db).execute(_FAILING, (item_id,)).fetchone()
    return count, to_optional_instant(since)


def _accounts(db: SqliteDatabase, banks: dict[ItemId, str]) -> list[AccountStanding]:
    drifts = {
        account: proof.drift
        for account, (proof, _) in proofs.load_proofs(db).items()
        if proof.verdict is Verdict.DRIFT
    }
    held = {AccountId(account): count for account, count in connection_of(db).execute(_HELD)}
    if not drifts and not held:
        return []
    return [
        AccountStanding(
            account.id,
            account.name,
            banks.get(item_id, ""),
            _amount(drifts[account.id], account.currency) if account.id in drifts else "",
            held.get(account.id, 0),
        )
        for item_id, of_item in accounts.load_accounts(db).items()
        for account in of_item
        if account.id in drifts or account.id in held
    ]


def _amount(minor: int, currency: str | None) -> str:
    if currency is None:
        return f"{abs(minor):,} (currency not known)"
    return f"{abs(Money(minor, currency).decimal):,f} {currency}"
