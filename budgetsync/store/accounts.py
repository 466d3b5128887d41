"""Accounts, what sources call them, and their balances."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from peewee import SqliteDatabase

from budgetsync.domain.account import Account, AccountSnapshot
from budgetsync.domain.ids import AccountId, ItemId, RunId, SourceAccountId
from budgetsync.domain.money import Money
from budgetsync.domain.sync import SyncBatch
from budgetsync.store import relinks, tables
from budgetsync.store.convert import to_millis, to_optional_instant, to_optional_millis
from budgetsync.store.raw import connection_of, select_rows

_RENAME = (
    "UPDATE account SET name = ?1, official_name = ?2, mask = ?3, type = ?4, subtype = ?5, currency = ?6 "
    "WHERE id = ?7 AND (name, official_name, mask, type, subtype, currency) IS NOT (?1, ?2, ?3, ?4, ?5, ?6)"
)
_SELECT = """
SELECT a.id, s.item_id, a.name, a.official_name, a.mask, a.type, a.subtype, a.currency,
       ifnull(b.current, CASE s.source WHEN 'manual' THEN ifnull((SELECT iif(a.type IN ('credit', 'loan'), -1, 1)
           * d.posted FROM account_sum d WHERE d.account_id = a.id), 0) END),
       b.available, b.credit_limit, ifnull(b.as_of, b.read_at),
       ifnull((SELECT d.rows FROM account_sum d WHERE d.account_id = a.id), 0),
       r.added, r.modified, r.removed
FROM account a
JOIN source_account s ON s.id = (
    SELECT h.id FROM source_account h JOIN item i ON i.id = h.item_id AND i.superseded_by IS NULL
    WHERE h.account_id = a.id ORDER BY h.rank DESC, h.id DESC LIMIT 1)
LEFT JOIN balance b ON b.id = (
    SELECT max(n.id) FROM balance n WHERE n.account_id = a.id AND NOT EXISTS (
        SELECT 1 FROM command c WHERE c.import_run = n.run_id AND c.undone_by IS NOT NULL))
LEFT JOIN sync_run_account r
    ON r.account_id = a.id AND r.run_id = (SELECT max(id) FROM sync_run WHERE item_id = s.item_id)
ORDER BY a.id
"""


_LED = """
SELECT EXISTS (
    SELECT 1 FROM source_account s
    JOIN source_account h ON h.account_id = s.account_id AND h.rank > s.rank AND h.item_id <> s.item_id
    JOIN item i ON i.id = h.item_id AND i.superseded_by IS NULL AND i.removed_at IS NULL
    WHERE s.id = ? AND i.provider NOT IN ('file', 'manual'))
"""


class _Row(NamedTuple):
    """A row of _SELECT, column by column."""

    id: int
    item_id: int
    name: str
    official_name: str | None
    mask: str | None
    type: str
    subtype: str | None
    currency: str | None
    current: int | None
    available: int | None
    credit_limit: int | None
    balance_as_of: int | None
    transactions: int
    added: int | None
    modified: int | None
    removed: int | None


RANKS: Final[Mapping[str, int]] = {"plaid": 30, "simplefin": 20, "manual": 0}
"""Who is in charge at first, by source; the user may choose otherwise."""


class AccountRef(NamedTuple):
    """Where rows of a source's account go.

    Attributes:
        relinked: An older connection told of the account too.
    """

    source_account: SourceAccountId
    account_id: AccountId
    relinked: bool = False


def save_accounts(
    db: SqliteDatabase,
    item_id: ItemId,
    source: str,
    run_id: RunId,
    snapshots: Collection[AccountSnapshot],
    batch: SyncBatch,
    now: datetime,
) -> dict[str, AccountRef]:
    """Keep what a provider said about an item's accounts, and their balances where they changed.

    Args:
        batch: What came with them; a connection made anew is recognized by its history, if by nothing else.

    Returns:
        Every account of the item, also those not in `snapshots`, by the source's id; without those that may be
        ones that the ledger has, until their rows tell.
    """
    known = _references(db, item_id, source)
    new = [snapshot for snapshot in snapshots if snapshot.source_account_id not in known]
    found = relinks.find_old_accounts(db, item_id, new, batch) if new else relinks.Found({})
    for snapshot in snapshots:
        if snapshot.source_account_id in found.undecided:
            continue
        reference = known.get(snapshot.source_account_id)
        if reference is None:
            old = found.old.get(snapshot.source_account_id)
            reference = _insert(db, item_id, source, snapshot, old, now)
            known[snapshot.source_account_id] = reference
        elif is_led_by_another(db, reference):
            continue
        else:
            connection_of(db).execute(_RENAME, (*_columns(snapshot).values(), reference.account_id))
        _save_balance(db, reference.account_id, run_id, snapshot, now)
    if found.old:
        relinks.supersede(db, item_id)
    return known


def is_led_by_another(db: SqliteDatabase, reference: AccountRef) -> bool:
    """Tell whether another connection that is synced is in charge: it says what the account is and holds."""
    return bool(connection_of(db).execute(_LED, (reference.source_account,)).fetchone()[0])


def load_accounts(db: SqliteDatabase) -> dict[ItemId, list[Account]]:
    """Load every account with its newest balance, number of rows and counts of its connection's last run.

    One that several sources feed is under the connection of the one in charge. What only the user tells of holds
    the sum of its rows.

    Returns:
        Accounts by connection, each list in order of first appearance.
    """
    by_item: dict[ItemId, list[Account]] = {}
    for row in connection_of(db).execute(_SELECT):
        account = _to_account(_Row(*row))
        by_item.setdefault(account.item_id, []).append(account)
    return by_item


def _references(db: SqliteDatabase, item_id: ItemId, source: str) -> dict[str, AccountRef]:
    rows = connection_of(db).execute(
        "SELECT s.source_account_id, s.id, s.account_id, EXISTS (SELECT 1 FROM source_account x "
        "WHERE x.account_id = s.account_id AND x.item_id < s.item_id AND x.source = s.source) "
        "FROM source_account s WHERE s.item_id = ? AND s.source = ?",
        (item_id, source),
    )
    return {
        name: AccountRef(SourceAccountId(number), AccountId(account_id), relinked=bool(older))
        for name, number, account_id, older in rows
    }


def _columns(snapshot: AccountSnapshot) -> dict[str, str | None]:
    return {
        "name": snapshot.name,
        "official_name": snapshot.official_name,
        "mask": snapshot.mask,
        "type": snapshot.type,
        "subtype": snapshot.subtype,
        "currency": snapshot.currency,
    }


def _insert(
    db: SqliteDatabase,
    item_id: ItemId,
    source: str,
    snapshot: AccountSnapshot,
    old: AccountId | None,
    now: datetime,
) -> AccountRef:
    account_id = old or tables.Account.insert(created_at=to_millis(now), **_columns(snapshot)).execute(db)
    source_account = tables.SourceAccount.insert(
        account_id=account_id,
        item_id=item_id,
        source=source,
        source_account_id=snapshot.source_account_id,
        persistent_id=snapshot.persistent_id,
        rank=RANKS.get(source, RANKS["plaid"]),
    ).execute(db)
    return AccountRef(SourceAccountId(source_account), AccountId(account_id), relinked=old is not None)


def _save_balance(
    db: SqliteDatabase, account_id: AccountId, run_id: RunId, snapshot: AccountSnapshot, now: datetime
) -> None:
    said = snapshot.balance
    if said.current is None and said.available is None and said.limit is None:
        return
    newest = select_rows(db, tables.Balance, "WHERE account_id = ? ORDER BY id DESC LIMIT 1", (account_id,))
    last = newest[0] if newest else None
    as_of = to_optional_millis(said.as_of)
    figures = (said.current, said.available, said.limit, as_of)
    if last is not None and (last.current, last.available, last.credit_limit, last.as_of) == figures:
        confirm = "UPDATE balance SET read_at = ? WHERE id = ?"
        connection_of(db).execute(confirm, (to_millis(now), last.id))
        return
    tables.Balance.insert(
        account_id=account_id,
        run_id=run_id,
        current=said.current,
        available=said.available,
        credit_limit=said.limit,
        as_of=as_of,
        read_at=to_millis(now),
    ).execute(db)


def _to_account(row: _Row) -> Account:
    def money(minor: int | None) -> Money | None:
        return None if minor is None or row.currency is None else Money(minor, row.currency)

    return Account(
        id=AccountId(row.id),
        item_id=ItemId(row.item_id),
        name=row.name,
        official_name=row.official_name,
        mask=row.mask,
        type=row.type,
        subtype=row.subtype,
        currency=row.currency,
        current=money(row.current),
        available=money(row.available),
        limit=money(row.credit_limit),
        balance_as_of=to_optional_instant(row.balance_as_of),
        transactions=row.transactions,
        added=row.added or 0,
        modified=row.modified or 0,
        removed=row.removed or 0,
    )
