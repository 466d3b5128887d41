"""The user's word: what is written, what the bank's other opinion becomes, what survives what."""

from __future__ import annotations

import json
from datetime import date

import pytest

from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.transaction import Split, Transaction, TransactionState
from budgetsync.store import edits, transactions, undo
from tests.unit.domain.builders import batch, key, observation, pending
from tests.unit.store.ledger_file import Cell, LedgerFile

ONE = TransactionId(1)
EVERYTHING = Edit(
    payee="Mine",
    category="Treats",
    note="nice",
    date=date(2026, 6, 1),
    hidden=True,
    reviewed=True,
    tags=("work", "Lunch"),
    splits=(Split(-400, "Food"), Split(-50, "Tip", "for Ann")),
)


def edit(ledger: LedgerFile, wanted: Edit, *numbers: int) -> None:
    ids = [TransactionId(number) for number in numbers or (1,)]
    ledger.database.run_now(lambda db: edits.edit(db, ids, wanted, ledger.now))


def look(ledger: LedgerFile, number: int = 1) -> Transaction:
    (row,) = ledger.database.run_now(lambda db: transactions.load_some(db, [TransactionId(number)]))
    return row


def choices(ledger: LedgerFile) -> list[Cell]:
    return [row[0] for row in ledger.rows("SELECT field FROM field_choice ORDER BY field")]


def users_fields(row: Transaction) -> tuple[object, ...]:
    return (
        row.payee,
        row.category,
        row.note,
        row.transacted_on,
        row.hidden,
        row.reviewed,
        row.tags,
        [part.category for part in row.splits],
    )


def test_every_field_is_written_with_its_choice_and_its_audit_as_one_command(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))

    edit(ledger, EVERYTHING)

    row = look(ledger)
    assert users_fields(row) == (
        "Mine",
        "Treats",
        "nice",
        date(2026, 6, 1),
        True,
        True,
        ("Lunch", "work"),
        ["Food", "Tip"],
    )
    assert row.splits == (Split(-400, "Food"), Split(-50, "Tip", "for Ann"))
    assert choices(ledger) == sorted(EVERYTHING.changed)
    (command,) = ledger.rows("SELECT id, description FROM command")
    assert str(command[1]).endswith("of Mine")
    audited = {row[0] for row in ledger.rows("SELECT field FROM change WHERE command_id = ?", command[0])}
    values = {"payee", "category_id", "note", "transacted_on", "hidden", "reviewed", "tags", "splits"}
    assert audited == values | {f"{field}:choice" for field in EVERYTHING.changed}
    assert ledger.rows("SELECT DISTINCT source FROM change WHERE command_id = ?", command[0]) == [("USER",)]


def test_taking_the_word_back_leaves_what_the_bank_says(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    before = look(ledger)
    edit(ledger, EVERYTHING)

    edit(
        ledger,
        Edit(payee="", category=" ", note=None, date=None, hidden=False, reviewed=None, tags=(), splits=()),
    )

    assert look(ledger) == before
    assert choices(ledger) == []


@pytest.mark.parametrize(
    "parts",
    [(Split(-449, "Food"), Split(-2, "Tip")), (Split(-450, "Food"),), (Split(-400, "a"), Split(50, "b"))],
)
def test_parts_that_do_not_add_up_change_nothing(ledger: LedgerFile, parts: tuple[Split, ...]) -> None:
    ledger.sync(batch([observation("a"), observation("b")]))
    before = ledger.contents()

    with pytest.raises(UsageError):
        edit(ledger, Edit(note="x", splits=parts), 1, 2)

    assert ledger.contents() == before


def test_many_rows_are_one_command_and_one_step_of_undo(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation(name) for name in "abc"]))
    before = ledger.contents()

    edit(ledger, Edit(category="Coffee", add_tags=("daily",)), 1, 2, 3)

    assert ledger.rows("SELECT description FROM command") == [("Category and tags of 3 transactions",)]
    assert {look(ledger, number).category for number in (1, 2, 3)} == {"Coffee"}
    ledger.database.run_now(lambda db: undo.undo_last(db, ledger.now))
    after = ledger.contents()
    for table in ("transaction", "tag", "field_choice", "daily_sum", "daily_category_sum"):
        assert after[table] == before[table]


def test_nothing_new_is_no_command(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, EVERYTHING)
    before = ledger.contents()

    edit(ledger, EVERYTHING)

    assert ledger.contents() == before


def test_tags_are_added_and_taken_off_whatever_their_case(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, Edit(tags=("Work",)))
    edit(ledger, Edit(add_tags=("travel", "WORK"), remove_tags=("TRAVEL", "none")))
    assert look(ledger).tags == ("WORK",)
    edit(ledger, Edit(remove_tags=("work",)))
    assert look(ledger).tags == ()
    assert choices(ledger) == []


def test_what_the_bank_changes_later_is_kept_beside_the_users_word(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, EVERYTHING)

    ledger.sync(batch(modified=[observation("a", minor=-500, on=2, merchant="Roastery")]))

    row = look(ledger)
    assert users_fields(row) == (
        "Mine",
        "Treats",
        "nice",
        date(2026, 6, 1),
        True,
        True,
        ("Lunch", "work"),
        ["Food", "Tip"],
    )
    assert row.bank_says == {"payee": "Roastery", "date": "2026-06-17", "splits": "-5.00"}
    assert [part.minor for part in row.splits] == [-400, -100]
    audited = ledger.rows(
        "SELECT field, old, new FROM change WHERE run_id IS NOT NULL AND (field LIKE '%:bank' OR field = 'splits')"
    )
    assert {row[0] for row in audited} == {"payee:bank", "date:bank", "splits:bank", "splits"}


def test_the_banks_word_is_taken_field_by_field_or_left_aside(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, EVERYTHING)
    ledger.sync(batch(modified=[observation("a", minor=-500, on=2, merchant="Roastery")]))

    ledger.database.run_now(lambda db: edits.take_banks(db, [ONE], ["payee"], ledger.now))
    taken = look(ledger)
    assert (taken.payee, taken.shown_payee) == (None, "Roastery")
    assert taken.bank_says.keys() == {"date", "splits"}

    ledger.database.run_now(lambda db: edits.keep_mine(db, [ONE], ["splits"], ledger.now))
    assert look(ledger).bank_says.keys() == {"date"}
    assert [part.minor for part in look(ledger).splits] == [-400, -100]

    ledger.database.run_now(lambda db: edits.take_banks(db, [ONE], (), ledger.now))
    assert look(ledger).transacted_on == date(2026, 6, 17)
    assert look(ledger).bank_says == {}
    assert choices(ledger) == ["category", "hidden", "note", "reviewed", "splits", "tags"]
    with pytest.raises(UsageError):
        ledger.database.run_now(lambda db: edits.keep_mine(db, [ONE], (), ledger.now))

    for _ in range(3):
        ledger.database.run_now(lambda db: undo.undo_last(db, ledger.now))
    again = look(ledger)
    assert (again.payee, again.transacted_on) == ("Mine", date(2026, 6, 1))
    assert again.bank_says.keys() == {"payee", "date", "splits"}


JOINS = {
    "LINK": batch([observation("q", link="p", minor=-520, on=1)], removed=[key("p")]),
    "VANISHED_PENDING": batch([observation("q", on=1)], removed=[key("p")]),
    "CHANGED_AMOUNT": batch([observation("q", minor=-520, on=1)], removed=[key("p")]),
}


@pytest.mark.parametrize("reason", JOINS)
def test_edits_made_while_pending_survive_posting(ledger: LedgerFile, reason: str) -> None:
    ledger.sync(batch([pending("p")]))
    edit(ledger, EVERYTHING)
    before = users_fields(look(ledger))

    news = JOINS[reason]
    ledger.sync(batch(news.pages[0].added, removed=news.pages[0].removed))

    row = look(ledger)
    assert users_fields(row) == before
    assert row.state is TransactionState.POSTED
    assert sum(part.minor for part in row.splits) == row.amount.minor
    assert ledger.cell("SELECT joined_by FROM observation WHERE source_transaction_id = 'q'") == reason
    assert len(ledger.ledger) == 1


def test_edits_survive_rows_given_again(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, EVERYTHING)
    before = users_fields(look(ledger))

    ledger.sync(batch([observation("b")], removed=[key("a")]))

    assert users_fields(look(ledger)) == before
    assert ledger.cell("SELECT joined_by FROM observation WHERE source_transaction_id = 'b'") == "READDED"


def test_an_edited_row_that_the_bank_took_back_stays_in_sight_and_out_of_totals(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b", minor=-700)]))
    edit(ledger, Edit(note="mine"))

    ledger.sync(batch(removed=[key("a"), key("b")]))

    listed = ledger.database.run_now(lambda db: transactions.load_newest(db, None))
    assert [(row.id, row.state, row.bank_removed, row.note) for row in listed] == [
        (1, TransactionState.REMOVED, True, "mine")
    ]
    assert ledger.rows("SELECT * FROM daily_sum") == []
    assert ("bank_removed", "0", "1") in ledger.rows("SELECT field, old, new FROM change WHERE run_id = 2")


def test_it_is_restored_or_let_go_and_both_are_undone(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, Edit(note="mine"))
    ledger.sync(batch(removed=[key("a")]))
    removed = look(ledger)

    ledger.database.run_now(lambda db: edits.let_go(db, [ONE], ledger.now))
    assert ledger.database.run_now(lambda db: transactions.load_newest(db, None)) == []
    ledger.database.run_now(lambda db: undo.undo_last(db, ledger.now))
    assert look(ledger) == removed

    ledger.database.run_now(lambda db: edits.restore(db, [ONE], ledger.now))
    assert (look(ledger).state, look(ledger).bank_removed) == (TransactionState.POSTED, False)
    assert ledger.cell("SELECT posted FROM daily_sum") == -450
    with pytest.raises(UsageError):
        ledger.database.run_now(lambda db: edits.let_go(db, [ONE], ledger.now))
    ledger.database.run_now(lambda db: undo.undo_last(db, ledger.now))
    assert look(ledger) == removed
    assert ledger.rows("SELECT * FROM daily_sum") == []


def test_a_restored_row_that_the_bank_gives_again_is_one_row(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, Edit(note="mine"))
    ledger.sync(batch(removed=[key("a")]))
    ledger.database.run_now(lambda db: edits.restore(db, [ONE], ledger.now))

    ledger.sync(batch([observation("b")]))

    assert len(ledger.ledger) == 1
    assert look(ledger).note == "mine"
    assert choices(ledger) == ["note"]
    ledger.sync(batch(removed=[key("b")]))
    assert look(ledger).bank_removed


def test_a_row_removed_under_the_users_hands_stays_in_sight(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.sync(batch(removed=[key("a")]))

    edit(ledger, Edit(note="typed before the screen knew"))

    assert look(ledger).bank_removed
    assert look(ledger).note == "typed before the screen knew"


def test_choices_of_rules_do_not_keep_a_removed_row_in_sight(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.rows(
        "INSERT INTO field_choice (transaction_id, field, source, chosen_at) VALUES (1, 'hidden', 'RULE', 1)"
    )

    ledger.sync(batch(removed=[key("a")]))

    assert not look(ledger).bank_removed


def test_a_mark_that_a_rule_set_is_taken_off_by_the_users_word(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    ledger.rows(
        "INSERT INTO field_choice (transaction_id, field, source, chosen_at) VALUES (1, 'hidden', 'RULE', 1)"
    )
    ledger.rows('UPDATE "transaction" SET hidden = 1')

    edit(ledger, Edit(hidden=False))

    assert not look(ledger).hidden
    assert ledger.rows("SELECT field, source FROM field_choice") == [("hidden", "USER")]


def test_rows_that_are_not_there_or_part_of_another_are_not_edited(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    with pytest.raises(UsageError, match="no transaction 7"):
        edit(ledger, Edit(note="x"), 1, 7)
    assert look(ledger).note is None


def test_sums_and_search_follow_an_edit(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, Edit(note="zebra", splits=(Split(-400, "Food"), Split(-50, "Tip"))))
    food = ledger.cell("SELECT id FROM category WHERE name = 'Food'")

    assert ledger.cell("SELECT amount FROM daily_category_sum WHERE category = ?", f"u:{food!s}") == -400
    assert len(ledger.rows("SELECT rowid FROM search WHERE search MATCH 'zebra'")) == 1
    edit(ledger, Edit(hidden=True, note=None))
    assert ledger.rows("SELECT * FROM daily_category_sum WHERE aside = 0") == []
    assert ledger.rows("SELECT * FROM payee_sum") == []
    assert ledger.rows("SELECT rowid FROM search WHERE search MATCH 'zebra'") == []
    assert ledger.cell("SELECT posted FROM daily_sum") == -450


def test_a_page_with_everything_on_it_is_loaded_without_a_query_a_row(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation(f"a{number}") for number in range(60)]))
    edit(ledger, Edit(tags=("t",), splits=(Split(-400, "Food"), Split(-50, "Tip"))), *range(1, 61))
    asked: list[str] = []

    def load(db: object) -> list[Transaction]:
        db.connection().set_trace_callback(asked.append)  # type: ignore[attr-defined]
        try:
            return transactions.load_newest(db, 50)  # type: ignore[arg-type]
        finally:
            db.connection().set_trace_callback(None)  # type: ignore[attr-defined]

    rows = ledger.database.run_now(load)

    assert [(row.tags, len(row.splits)) for row in rows] == [(("t",), 2)] * 50
    assert len(asked) == 7


def test_the_stored_form_of_tags_and_parts_is_readable(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, Edit(tags=("Ü", "b"), splits=(Split(-400, "Food"), Split(-50, "Tip", "x"))))

    tags = ledger.cell("SELECT new FROM change WHERE field = 'tags'")
    splits = ledger.cell("SELECT new FROM change WHERE field = 'splits'")
    assert tags == '["b", "Ü"]'
    assert [part["amount"] for part in json.loads(str(splits))] == [-400, -50]


def test_accounts_are_named_once(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b")]))
    done = ledger.database.run_now(
        lambda db: edits.edit(db, [ONE, ONE, TransactionId(2)], Edit(note="x"), ledger.now)
    )
    assert done.transactions == (1, 2)
    assert len(done.accounts) == 1
