"""Proofs: anchors set, verdicts written after each run."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from peewee import SqliteDatabase

from budgetsync.domain.balance import (
    Anchor,
    Basis,
    Before,
    Figures,
    Proof,
    Reason,
    Sums,
    Told,
    Verdict,
    prove,
)
from budgetsync.domain.ids import AccountId, RunId
from budgetsync.store.convert import to_instant, to_millis, to_optional_instant, to_optional_millis
from budgetsync.store.raw import connection_of

_LOOKED_BACK = 60
"""Proofs of an account that the next one looks at."""
_SURE_BY = 3
"""So many more of them speak for one way to count pending rows than for the other, and it is sure."""
_KEPT_ASIDE = (
    "SELECT 1 FROM dead_letter d JOIN source_account s ON s.item_id = d.item_id "
    "WHERE s.account_id = anchor.account_id AND d.kind = 'row' AND d.state IN ('open', 'requeued')"
)
"""While a row could not be read, a balance that has it in it is no point to count from for good."""
_RECENT = 3
"""Runs by which a balance may come late."""
_PROOF = "verdict, reason, expected, told, drift, drift_since, basis, by_posted, with_pending"


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
        f"SELECT account_id, {_PROOF}, proved_at FROM proof "
        "WHERE id IN (SELECT (SELECT max(p.id) FROM proof p WHERE p.account_id = a.id) FROM account a)"
    )
    return {AccountId(row[0]): (_to_proof(row[1:-1]), to_instant(row[-1])) for row in rows}


def _prove(db: SqliteDatabase, run_id: RunId, account_id: AccountId, told: Told, now: datetime) -> Proof:
    connection = connection_of(db)
    sums = _without_others(db, run_id, account_id, load_sums(db, account_id))
    row = connection.execute(
        "SELECT balance, posted, pending, confirmed FROM anchor WHERE account_id = ?", (account_id,)
    ).fetchone()
    anchor = Anchor(row[0], Sums(row[1], row[2]), bool(row[3])) if row else None
    found = prove(told, sums, anchor, _load_before(db, account_id), now.date())
    if found.verdict is Verdict.ANCHORED:
        connection.execute(
            "INSERT OR REPLACE INTO anchor (account_id, run_id, balance, posted, pending, bank_as_of, set_at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                account_id,
                run_id,
                told.current,
                sums.posted,
                sums.pending,
                to_optional_millis(told.as_of),
                to_millis(now),
            ),
        )
    elif found.verdict is Verdict.PROVED:
        connection.execute(
            "UPDATE anchor SET confirmed = 1 WHERE account_id = ? AND confirmed = 0 "
            f"AND (bank_as_of IS NULL OR bank_as_of < ?) AND NOT EXISTS ({_KEPT_ASIDE})",
            (account_id, to_optional_millis(told.as_of)),
        )
    connection.execute(
        "INSERT INTO proof (account_id, run_id, verdict, reason, expected, told, drift, drift_since, basis, "
        "by_posted, with_pending, bank_as_of, proved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            account_id,
            run_id,
            found.verdict.value,
            found.reason.value,
            found.expected,
            found.told,
            found.drift,
            found.since and found.since.isoformat(),
            found.basis.value,
            *(found.figures or (None, None)),
            to_optional_millis(told.as_of),
            to_millis(now),
        ),
    )
    return found


def _without_others(db: SqliteDatabase, run_id: RunId, account_id: AccountId, sums: Sums) -> Sums:
    """Leave out what the run's provider never told: older statements are no part of what it says the account holds."""
    connection = connection_of(db)
    of_run = connection.execute(
        "SELECT i.provider FROM sync_run r JOIN item i ON i.id = r.item_id WHERE r.id = ?", (run_id,)
    ).fetchone()[0]
    others = [
        number
        for (number,) in connection.execute(
            "SELECT id FROM source_account WHERE account_id = ? AND source <> ?", (account_id, of_run)
        )
    ]
    if not others:
        return sums
    marks = ",".join("?" * len(others))
    posted, pending = connection.execute(
        "SELECT ifnull(sum(iif(t.state = 'POSTED', t.amount, 0)), 0), "
        "ifnull(sum(iif(t.state = 'PENDING', t.amount, 0)), 0) "
        f"FROM (SELECT DISTINCT transaction_id AS id FROM observation WHERE source_account IN ({marks})) x "
        'JOIN "transaction" t ON t.id = x.id WHERE NOT EXISTS (SELECT 1 FROM observation o '
        "JOIN source_account s ON s.id = o.source_account WHERE o.transaction_id = t.id AND s.source = ?)",
        (*others, of_run),
    ).fetchone()
    return Sums(sums.posted - posted, sums.pending - pending)


def _load_before(db: SqliteDatabase, account_id: AccountId) -> Before:
    """Load what earlier proofs say to the next one; the cost does not grow with their number."""
    newest = connection_of(db).execute(
        f"SELECT {_PROOF}, bank_as_of FROM "
        "(SELECT * FROM proof WHERE account_id = ? ORDER BY id DESC LIMIT ?) WHERE by_posted IS NOT NULL",
        (account_id, _LOOKED_BACK),
    )
    compared = [(_to_proof(row[:-1]), row[-1]) for row in newest]
    if not compared:
        return Before()
    last, as_of = compared[0]
    counts = Counter(proof.basis for proof, _ in compared)
    posted, with_pending = counts[Basis.POSTED], counts[Basis.WITH_PENDING]
    return Before(
        last,
        to_optional_instant(as_of),
        likely=Basis.WITH_PENDING if with_pending > posted else Basis.POSTED,
        sure=abs(posted - with_pending) >= _SURE_BY,
        recent={proof.expected for proof, _ in compared[:_RECENT] if proof.expected is not None},
    )


def _to_proof(row: Sequence[Any]) -> Proof:
    verdict, reason, expected, told, drift, since, basis, by_posted, with_pending = row
    return Proof(
        Verdict(verdict),
        Reason(reason),
        expected,
        told,
        drift,
        date.fromisoformat(since) if since else None,
        Basis(basis),
        None if by_posted is None else Figures(by_posted, with_pending),
    )
