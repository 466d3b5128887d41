"""Two accounts that are one: their sources feed one account, and undo parts them again."""

from __future__ import annotations

import pytest

from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, ItemId, SourceAccountId
from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Observation
from budgetsync.store import alike_accounts, forgetting, items, linking_accounts, ranks, undo
from budgetsync.store.derived import rebuild_sums
from budgetsync.store.raw import connection_of
from tests.unit.domain.builders import batch, observation, page, snapshot
from tests.unit.store.ledger_file import NOW, Cell, LedgerFile

KEPT, OTHER = AccountId(1), AccountId(2)


def told_by_other(*rows: Observation) -> SyncBatch:
    """What the other account's connection says."""
    return SyncBatch("", [page(rows, accounts=[snapshot("other", name="Giro")])])


@pytest.fixture
def two(ledger: LedgerFile) -> LedgerFile:
    """An account of a bank, and one of another connection that tells two of its three rows too, and one more."""
    ledger.sync(
        batch([observation("a", minor=-100), observation("b", minor=-200), observation("c", minor=-300)])
    )
    first = ledger.item
    connection = Connection("item-2", Institution("ins_2", "Other way"), "access-token-2")
    ledger.item = ledger.database.run_now(lambda db: items.save_connection(db, "plaid", connection, NOW))
    names = {"x": -100, "y": -300, "z": -999}
    rows = [observation(name, minor=minor, account="other") for name, minor in names.items()]
    ledger.sync(
        told_by_other(*rows, observation("near", minor=-200, account="other", on=-2, merchant="Bistro"))
    )
    ledger.item = first
    return ledger


def standing(ledger: LedgerFile) -> list[tuple[Cell, ...]]:
    """Where each row is, and what is on it."""
    return ledger.rows(
        'SELECT t.account_id, t.state, t.amount, group_concat(o.source_transaction_id) FROM "transaction" t '
        "LEFT JOIN observation o ON o.transaction_id = t.id GROUP BY t.id ORDER BY t.id"
    )


def link(ledger: LedgerFile, kept: AccountId = KEPT, other: AccountId = OTHER) -> None:
    """Make one account of two."""
    ledger.database.run_now(lambda db: linking_accounts.link_accounts(db, kept, other, ledger.now))


def check_sums(ledger: LedgerFile) -> None:
    """Compare the sums with those made anew."""
    before = ledger.contents(numbered=False)
    ledger.database.run_now(lambda db: rebuild_sums(connection_of(db)))
    assert ledger.contents(numbered=False) == before


LINKED = [
    (1, "POSTED", -100, "a,x"),
    (1, "POSTED", -200, "b"),
    (1, "POSTED", -300, "c,y"),
    (1, "REMOVED", -100, None),
    (1, "REMOVED", -300, None),
    (1, "POSTED", -999, "z"),
    (1, "POSTED", -200, "near"),
]


def test_the_sources_of_both_feed_one_account(two: LedgerFile) -> None:
    """Rows that both told are one, all others are kept."""
    link(two)

    assert standing(two) == LINKED
    assert two.rows("SELECT DISTINCT account_id FROM source_account") == [(1,)]
    check_sums(two)


def test_what_may_be_one_is_asked(two: LedgerFile) -> None:
    """A row of the same amount two days before is in the review list."""
    link(two)

    assert two.rows("SELECT first_id, second_id, state, reason FROM suggestion") == [
        (2, 7, "open", "MATCHED")
    ]


def test_undo_parts_them_and_redo_links_them_again(two: LedgerFile) -> None:
    """As one step, rows and sums included."""
    before = standing(two)
    link(two)

    two.database.run_now(lambda db: undo.undo_last(db, two.now))
    assert standing(two) == before
    assert two.rows("SELECT account_id FROM source_account ORDER BY id") == [(1,), (2,)]
    check_sums(two)

    two.database.run_now(lambda db: undo.redo_last(db, two.now))
    assert standing(two) == LINKED
    check_sums(two)


def test_what_came_since_goes_with_its_source(two: LedgerFile) -> None:
    """Undo brings back what the second connection told meanwhile, too."""
    link(two)
    first, two.item = two.item, two.item + 1  # type: ignore[assignment]
    two.sync(told_by_other(observation("later", minor=-7, account="other")))
    two.item = first
    assert two.cell('SELECT account_id FROM "transaction" WHERE amount = -7') == 1

    two.database.run_now(lambda db: undo.undo_last(db, two.now))

    assert two.cell('SELECT account_id FROM "transaction" WHERE amount = -7') == 2
    check_sums(two)


def test_sources_are_told_with_their_days(two: LedgerFile) -> None:
    """The one in charge first."""
    link(two)
    told = two.database.run_now(lambda db: linking_accounts.load_sources(db, KEPT))
    assert [(one.institution, one.rows, one.is_live) for one in told] == [
        ("Other way", 4, True),
        ("Bank", 3, True),
    ]

    two.database.run_now(lambda db: ranks.set_rank(db, told[1].id, 40, two.now))
    again = two.database.run_now(lambda db: linking_accounts.load_sources(db, KEPT))
    assert [one.institution for one in again] == ["Bank", "Other way"]

    two.database.run_now(lambda db: undo.undo_last(db, two.now))
    back = two.database.run_now(lambda db: linking_accounts.load_sources(db, KEPT))
    assert [one.rank for one in back] == [30, 30]


def test_rows_say_what_the_source_in_charge_says(two: LedgerFile) -> None:
    """Undo lets the other one speak again; and its account is the one that stays."""
    number = two.cell("SELECT id FROM source_account WHERE account_id = 2")
    two.database.run_now(lambda db: ranks.set_rank(db, SourceAccountId(int(str(number))), 10, two.now))
    with pytest.raises(UsageError, match="that one stays"):
        link(two, OTHER, KEPT)
    two.rows("UPDATE observation SET merchant = 'Cafe' WHERE source_transaction_id = 'x'")
    link(two)
    assert two.cell('SELECT merchant FROM "transaction" WHERE id = 1') == "Coffee"

    two.database.run_now(lambda db: ranks.set_rank(db, SourceAccountId(int(str(number))), 50, two.now))
    assert two.cell('SELECT merchant FROM "transaction" WHERE id = 1') == "Cafe"

    two.database.run_now(lambda db: undo.undo_last(db, two.now))
    assert two.cell('SELECT merchant FROM "transaction" WHERE id = 1') == "Coffee"
    two.database.run_now(lambda db: undo.redo_last(db, two.now))
    assert two.cell('SELECT merchant FROM "transaction" WHERE id = 1') == "Cafe"


@pytest.mark.parametrize(("kept", "other"), [(1, 1), (1, 9), (9, 1)])
def test_what_cannot_be_one_is_refused(two: LedgerFile, kept: int, other: int) -> None:
    """Nothing is changed then."""
    with pytest.raises(UsageError):
        link(two, AccountId(kept), AccountId(other))


def test_two_accounts_of_one_connection_are_two(ledger: LedgerFile) -> None:
    """The bank itself says so."""
    both = [snapshot(), snapshot("other")]
    ledger.sync(SyncBatch("", [page([observation("a"), observation("b", account="other")], accounts=both)]))

    with pytest.raises(UsageError, match="two"):
        link(ledger)


def test_accounts_that_seem_to_be_one_are_offered(two: LedgerFile) -> None:
    """Their numbers end alike, and rows say no word against it; once they are linked nothing is offered."""
    (pair,) = two.database.run_now(alike_accounts.find_alike)
    assert (pair.kept, pair.other, pair.share, pair.same_number) == (KEPT, OTHER, None, True)

    link(two)
    assert two.database.run_now(alike_accounts.find_alike) == ()


@pytest.mark.parametrize(("common", "share"), [(8, 0.8), (5, None)])
def test_rows_speak_for_or_against_it(ledger: LedgerFile, common: int, share: float | None) -> None:
    """Ten rows, of which most, or half, are in the other account too."""
    ledger.sync(batch([observation(f"a{at}", minor=-at, on=-at) for at in range(1, 13)]))
    connection = Connection("item-2", Institution("ins_2", "Other way"), "access-token-2")
    ledger.item = ledger.database.run_now(lambda db: items.save_connection(db, "plaid", connection, NOW))
    theirs = [
        observation(f"b{at}", minor=-at if at <= common else -at - 500, on=-at, account="other")
        for at in range(1, 11)
    ]
    ledger.sync(told_by_other(*theirs))

    assert [pair.share for pair in ledger.database.run_now(alike_accounts.find_alike)] == (
        [] if share is None else [share]
    )


def test_an_account_of_two_sources_is_forgotten_with_the_last_of_them(two: LedgerFile) -> None:
    """Its links go with it."""
    link(two)
    second = ItemId(two.item + 1)
    two.database.run_now(lambda db: forgetting.retire(db, two.item, two.now))
    two.database.run_now(lambda db: forgetting.retire(db, second, two.now))
    first = two.database.run_now(lambda db: forgetting.delete_history(db, two.item, "Bank", two.now))
    assert first == []
    two.rows("UPDATE source_account SET item_id = ?", two.item)

    gone = two.database.run_now(lambda db: forgetting.delete_history(db, two.item, "Bank", two.now))

    assert list(gone) == [KEPT]
    assert two.rows("SELECT * FROM account_link") == []
