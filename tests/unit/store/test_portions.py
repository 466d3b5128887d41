"""Commands on thousands of rows: in portions, one step of undo, stopped and carried on with."""

from __future__ import annotations

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done, Edit
from budgetsync.domain.ids import CommandId, TransactionId
from budgetsync.store import merges, undo
from budgetsync.store.portions import PORTION, Step, edit_in_portions, undo_in_portions
from tests.unit.domain.builders import batch, observation
from tests.unit.store.ledger_file import LedgerFile

ROWS = 2 * PORTION + 500
IDS = [TransactionId(number) for number in range(1, ROWS + 1)]
FOOD = Edit(category="Food", add_tags=("many",))
COUNT = "SELECT count(*) FROM \"transaction\" t JOIN category c ON c.id = t.category_id WHERE c.name = 'Food'"


def fill(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation(f"row-{number}") for number in range(ROWS)]))


def carry_out(ledger: LedgerFile, step: Step, portions: int = 99) -> list[Done]:
    """Do so many portions, then stop."""
    done: list[Done] = []
    rest: Step | None = step
    while rest is not None:
        now = rest
        portion = ledger.database.run_now(lambda db: now(db, ledger.now))  # noqa: B023 - run at once
        done.append(portion.done)
        rest = portion.rest
        if len(done) == portions:
            if portion.stop is not None:
                ledger.database.run_now(portion.stop)
            break
    return done


def derived(ledger: LedgerFile) -> dict[str, object]:
    names = ("daily_category_sum", "field_choice", "tag", "transaction")
    return {name: rows for name, rows in ledger.contents().items() if name in names}


def test_thousands_of_rows_are_one_step_of_undo(ledger: LedgerFile) -> None:
    fill(ledger)
    before = derived(ledger)

    done = carry_out(ledger, edit_in_portions(IDS, FOOD))

    assert [len(one.transactions) for one in done] == [PORTION, PORTION, 500]
    assert {one.command_id for one in done} == {CommandId(1)}
    assert ledger.cell(COUNT) == ROWS
    assert ledger.cell("SELECT sum(rows) FROM daily_category_sum WHERE category LIKE 'u:%'") == ROWS
    after = derived(ledger)
    name = ledger.database.run_now(undo.load_undoable).undo
    assert name is not None
    assert name.thing == f"Category and tags of {ROWS:,} transactions"

    undone = carry_out(ledger, undo_in_portions(undo.find_last))
    assert len(undone) > 2
    assert {one.command_id for one in undone} == {CommandId(2)}
    assert derived(ledger) == before

    redone = carry_out(ledger, undo_in_portions(undo.find_last_undone))
    assert len(redone) > 2
    assert derived(ledger) == after


def test_what_was_stopped_says_how_far_it_came_and_is_undone_so_far(ledger: LedgerFile) -> None:
    fill(ledger)
    before = derived(ledger)
    carry_out(ledger, edit_in_portions(IDS, FOOD), portions=1)
    assert ledger.cell(COUNT) == PORTION
    name = ledger.database.run_now(undo.load_undoable).undo
    assert name is not None
    assert name.thing == f"Category and tags of {PORTION:,} transactions"
    carry_out(ledger, undo_in_portions(undo.find_last))
    assert derived(ledger) == before


def test_an_undo_that_was_stopped_is_taken_back_and_begun_again(ledger: LedgerFile) -> None:
    fill(ledger)
    before = derived(ledger)
    carry_out(ledger, edit_in_portions(IDS, FOOD))
    after = derived(ledger)
    carry_out(ledger, undo_in_portions(undo.find_last), portions=1)
    assert 0 < int(str(ledger.cell(COUNT))) < ROWS
    carry_out(ledger, undo_in_portions(undo.find_last_undone))
    assert derived(ledger) == after
    carry_out(ledger, undo_in_portions(undo.find_last))
    assert derived(ledger) == before


def test_a_row_that_became_part_of_another_one_is_passed_over(ledger: LedgerFile) -> None:
    fill(ledger)
    ledger.database.run_now(lambda db: merges.merge(db, IDS[0], IDS[PORTION + 1], ledger.now))
    done = carry_out(ledger, edit_in_portions([*IDS, TransactionId(999_999)], FOOD))
    assert sum(len(one.transactions) for one in done) == ROWS - 1
    assert ledger.cell(COUNT) == ROWS - 1


def test_nothing_is_added_to_a_command_that_another_program_has_undone(ledger: LedgerFile) -> None:
    fill(ledger)
    before = derived(ledger)
    first = edit_in_portions(IDS, FOOD)
    begun = ledger.database.run_now(lambda db: first(db, ledger.now))
    ledger.database.run_now(lambda db: undo.undo_last(db, ledger.now))
    assert begun.rest is not None
    rest = begun.rest

    def go_on(db: SqliteDatabase) -> bool:
        return rest(db, ledger.now).rest is None

    assert ledger.database.run_now(go_on)
    assert derived(ledger) == before
