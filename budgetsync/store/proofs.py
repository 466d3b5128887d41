"""Proofs: anchors set, verdicts written after each run."""

from datetime import date, datetime

from peewee import SqliteDatabase

from budgetsync.domain.balance import Anchor, Proof, Reason, Sums, Told, Verdict, prove
from budgetsync.domain.ids import AccountId, RunId
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant, to_optional_millis
from budgetsync.store.raw import connection_of


def prove_accounts(
    db: SqliteDatabase, run_id: RunId, told: dict[AccountId, Told], now: datetime
) -> dict[AccountId, Proof]:
    """Prove accounts after a run, inside its transaction, when their sums are up to date."""
    return {account_id: _prove(db, run_id, account_id, one, now) for account_id, one in told.items()}


def load_sums(db: SqliteDatabase, account_id: AccountId) -> Sums:
    """What the ledger holds of an account."""
    found = (
        connection_of(db)
        .execute("SELECT posted, pending FROM account_sum WHERE account_id = ?", (account_id,))
        .fetchone()
    )
    return Sums(*found) if found else Sums(0, 0)


def load_proofs(db: SqliteDatabase) -> dict[AccountId, tuple[Proof, datetime]]:
    """Load the newest proof of each account and when it was made."""
    rows = connection_of(db).execute(
        "SELECT account_id, verdict, reason, expected, told, drift, drift_since, proved_at FROM proof "
        "WHERE id IN (SELECT (SELECT max(p.id) FROM proof p WHERE p.account_id = a.id) FROM account a)"
    )
    return {AccountId(row[0]): (_to_proof(row[1:7]), to_instant(row[7])) for row in rows}


def _prove(db: SqliteDatabase, run_id: RunId, account_id: AccountId, told: Told, now: datetime) -> Proof:
    connection = connection_of(db)
    sums = load_sums(db, account_id)
    row = connection.execute(
        "SELECT balance, posted, pending FROM anchor WHERE account_id = ?", (account_id,)
    ).fetchone()
    anchor = Anchor(row[0], Sums(row[1], row[2])) if row else None
    before = connection.execute(
        "SELECT verdict, reason, expected, told, drift, drift_since, bank_as_of FROM proof "
        "WHERE account_id = ? ORDER BY id DESC LIMIT 1",
        (account_id,),
    ).fetchone()
    last = _to_proof(before[:6]) if before else None
    last_as_of = to_optional_instant(before[6]) if before else None
    found = prove(told, sums, anchor, last, last_as_of, now.date())
    if found.verdict is Verdict.ANCHORED:
        connection.execute(
            "INSERT INTO anchor (account_id, run_id, balance, posted, pending, set_at) VALUES (?, ?, ?, ?, ?, ?)",
            (account_id, run_id, told.current, sums.posted, sums.pending, to_millis(now)),
        )
    connection.execute(
        "INSERT INTO proof (account_id, run_id, verdict, reason, expected, told, drift, drift_since, bank_as_of, "
        "proved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            account_id,
            run_id,
            found.verdict.value,
            found.reason.value,
            found.expected,
            found.told,
            found.drift,
            found.since and found.since.isoformat(),
            to_optional_millis(told.as_of),
            to_millis(now),
        ),
    )
    return found


def _to_proof(row: tuple[str, str, int | None, int | None, int, str | None]) -> Proof:
    verdict, reason, expected, told, drift, since = row
    return Proof(
        Verdict(verdict), Reason(reason), expected, told, drift, date.fromisoformat(since) if since else None
    )
