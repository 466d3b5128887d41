"""Undo: of commands, of what a run decided, of itself; later edits are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from budgetsync.domain.edits import Done, Edit
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import CommandId, RunId, TransactionId
from budgetsync.domain.reconcile import ReconcilePlan, plan
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Split
from budgetsync.store import edits, undo
from tests.unit.domain.builders import batch, key, observation, pending
from tests.unit.store.ledger_file import Cell, LedgerFile

NOT_COMPARED = {
    "change",  # the audit
    "command",
    "setting",  # each ledger has a name of its own
    "migration",
    "suggestion",  # what remembers that it is not to be made again
    "search_data",  # how the index lies on the disk; its answers are compared
    "search_docsize",
    "search_idx",
    "sync_run_account",  # what the run did then
}
COUNTS = "SELECT id, state, cursor_after, problems FROM sync_run ORDER BY id"


def edit(ledger: LedgerFile, wanted: Edit, *numbers: int) -> Done:
    ids = [TransactionId(number) for number in numbers or (1,)]
    return ledger.database.run_now(lambda db: edits.edit(db, ids, wanted, ledger.now))


def undo_run(ledger: LedgerFile, run: int) -> Done:
    return ledger.database.run_now(lambda db: undo.undo_run(db, RunId(run), ledger.now))


def undo_command(ledger: LedgerFile, command: int | None) -> Done:
    assert command is not None
    return ledger.database.run_now(lambda db: undo.undo_command(db, CommandId(command), ledger.now))


def undo_last(ledger: LedgerFile) -> Done:
    return ledger.database.run_now(lambda db: undo.undo_last(db, ledger.now))


def redo_last(ledger: LedgerFile) -> Done:
    return ledger.database.run_now(lambda db: undo.redo_last(db, ledger.now))


def everything(ledger: LedgerFile) -> dict[str, list[tuple[Cell, ...]]]:
    """All that is stored, but for the audit and the marks of undo."""
    found = {name: rows for name, rows in ledger.contents(numbered=False).items() if name not in NOT_COMPARED}
    found["sync_run"] = ledger.rows(COUNTS)
    found["hits"] = ledger.rows("SELECT rowid FROM search WHERE search MATCH 'c*' ORDER BY rowid")
    return found


def deciding_nothing(make: Callable[..., ReconcilePlan]) -> Callable[..., ReconcilePlan]:
    """A planner that joins nothing: what a source says becomes a row of its own, what was to be joined is lost."""

    def decide(*arguments: object) -> ReconcilePlan:
        decided = make(*arguments)
        gone = {known.id for known in decided.removals}
        decided.inserts += [join.observation for join in decided.joins]
        for join in decided.joins:
            replaced = join.reason in {"READDED", "RELINKED"} and join.stored.state != "REMOVED"
            if replaced and join.stored.id not in gone:
                decided.removals.append(join.stored)
        decided.joins.clear()
        return decided

    return decide


VANISHED = batch([observation("q", on=1)], removed=[key("p")])
CHANGED = batch([observation("q", minor=-520, on=1)], removed=[key("p")])
LINKED = batch([observation("q", link="p", minor=-520, on=2, merchant="Cafe")], removed=[key("p")])
READDED = batch([observation("q")], removed=[key("p")])
DECISIONS = [
    pytest.param(pending("p"), VANISHED, id="VANISHED_PENDING"),
    pytest.param(pending("p"), CHANGED, id="CHANGED_AMOUNT"),
    pytest.param(pending("p"), LINKED, id="LINK"),
    pytest.param(observation("p"), READDED, id="READDED"),
]
WORDS = Edit(
    payee="Mine",
    category="Treats",
    date=date(2026, 6, 1),
    tags=("x",),
    splits=(Split(-400, "a"), Split(-50, "b")),
)


def fresh(news: SyncBatch) -> SyncBatch:
    """The same news again: applying a batch may take rows out of it."""
    page = news.pages[0]
    return batch(page.added, page.modified, page.removed)


@pytest.mark.parametrize("words", [None, WORDS], ids=["untouched", "edited"])
@pytest.mark.parametrize(("first", "news"), DECISIONS)
def test_an_undone_run_leaves_no_trace_but_its_audit(
    ledger: LedgerFile,
    another: LedgerFile,
    monkeypatch: pytest.MonkeyPatch,
    first: object,
    news: SyncBatch,
    words: Edit | None,
) -> None:
    for one in (ledger, another):
        one.sync(batch([first, observation("other", minor=-99, on=-9)]))  # type: ignore[list-item]
        if words:
            edit(one, words)
    ledger.sync(fresh(news))
    decided = everything(ledger)
    assert len(ledger.ledger) == 2
    monkeypatch.setattr("budgetsync.store.apply.plan", deciding_nothing(plan))
    another.sync(fresh(news))

    undone = undo_run(ledger, 2)

    assert everything(ledger) == everything(another)
    assert ledger.cell("SELECT undone_by FROM sync_run WHERE id = 2") == undone.command_id
    assert ledger.cell("SELECT undoes_run FROM command WHERE id = ?", undone.command_id) == 2
    assert ledger.rows("SELECT kind, first_id, second_id, state FROM suggestion") == [
        ("posted", 1, 3, "rejected")
    ]

    monkeypatch.undo()
    ledger.sync(batch())
    ledger.sync(batch(modified=[news.pages[0].added[0]._replace(merchant="Coffee house")]))
    assert ledger.cell("SELECT count(*) FROM observation GROUP BY transaction_id ORDER BY 1 DESC") == 1

    again = undo_command(ledger, undone.command_id)
    assert again.description == "Redo of sync run 2"
    assert ledger.cell("SELECT undone_by FROM sync_run WHERE id = 2") is None
    assert len(ledger.ledger) == 2
    assert len(decided["observation"]) == ledger.cell("SELECT count(*) FROM observation")


@pytest.mark.parametrize(("first", "news"), DECISIONS)
def test_undo_of_undo_is_redo_and_so_on(ledger: LedgerFile, first: object, news: SyncBatch) -> None:
    ledger.sync(batch([first, observation("other", minor=-99, on=-9)]))  # type: ignore[list-item]
    edit(ledger, WORDS)
    ledger.sync(fresh(news))
    joined = everything(ledger)
    undo_run(ledger, 2)
    apart = everything(ledger)

    for _ in range(2):
        redo_last(ledger)
        again = everything(ledger)
        # A row that was made by the undo stays as a tombstone without observations: its audit hangs on it.
        again["transaction"] = again["transaction"][:-1]
        assert again == joined
        with pytest.raises(UsageError, match="nothing to redo"):
            redo_last(ledger)
        redone = ledger.cell("SELECT max(id) FROM command")
        undo_command(ledger, int(str(redone)))
        assert everything(ledger) == apart


def test_a_run_that_is_undone_is_undone_once(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.sync(fresh(VANISHED))
    undo_run(ledger, 2)
    for run in (1, 2, 9):
        before = ledger.contents()
        with pytest.raises(UsageError):
            undo_run(ledger, run)
        assert ledger.contents() == before


def test_edits_made_after_the_run_are_kept(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.sync(fresh(CHANGED))
    edit(ledger, Edit(note="after", splits=(Split(-500, "a"), Split(-20, "b"))))

    undo_run(ledger, 2)

    rows = ledger.rows('SELECT id, state, amount, note, bank_removed FROM "transaction" ORDER BY id')
    assert rows == [(1, "REMOVED", -450, "after", 1), (2, "POSTED", -520, None, 0)]
    assert ledger.rows("SELECT amount FROM split") == [(-500,), (50,)]

    redo_last(ledger)
    assert ledger.rows('SELECT state, amount, note FROM "transaction" WHERE id = 1') == [
        ("POSTED", -520, "after")
    ]
    assert ledger.rows("SELECT amount FROM split") == [(-500,), (-20,)]


def test_words_on_the_row_that_the_undo_made_come_along_when_it_is_redone(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    edit(ledger, Edit(payee="Mine"))
    ledger.sync(fresh(VANISHED))
    undo_run(ledger, 2)
    edit(ledger, Edit(payee="Yours", note="only here"), 2)

    undone = int(str(ledger.cell("SELECT id FROM command WHERE undoes_run = 2")))
    redone = undo_command(ledger, undone)

    assert ledger.rows("SELECT payee, note FROM \"transaction\" WHERE state <> 'REMOVED'") == [
        ("Mine", "only here")
    ]
    undo_command(ledger, redone.command_id)
    assert ledger.rows('SELECT payee, note FROM "transaction" ORDER BY id') == [
        ("Mine", None),
        ("Yours", "only here"),
    ]


def test_what_was_joined_later_goes_along(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.sync(fresh(VANISHED))
    ledger.sync(batch([observation("r", on=1)], removed=[key("q")]))
    assert ledger.cell("SELECT joined_by FROM observation WHERE source_transaction_id = 'r'") == "READDED"

    undo_run(ledger, 2)

    assert ledger.rows("SELECT source_transaction_id, transaction_id FROM observation ORDER BY id") == [
        ("p", 1),
        ("q", 2),
        ("r", 2),
    ]
    assert ledger.ledger == [(-450, "POSTED", "Coffee")]


def test_what_was_taken_apart_is_not_joined_again(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.sync(fresh(VANISHED))
    undo_run(ledger, 2)

    ledger.sync(batch([observation("r", on=0)], removed=[key("q")]))

    assert ledger.cell("SELECT transaction_id FROM observation WHERE source_transaction_id = 'r'") != 1
    assert len(ledger.ledger) == 1


def test_sums_and_proofs_stay_right(ledger: LedgerFile, another: LedgerFile) -> None:
    for one in (ledger, another):
        one.sync(batch([pending("p"), observation("o", minor=-1)]))
        one.sync(fresh(CHANGED))
    sums = "SELECT sum(posted), sum(pending) FROM daily_sum"
    proof = "SELECT verdict, reason, expected, told, drift FROM proof ORDER BY id DESC LIMIT 1"

    undo_run(ledger, 2)
    assert ledger.rows(sums) == another.rows(sums)

    for one in (ledger, another):
        one.sync(batch())
    assert ledger.rows(proof) == another.rows(proof)


def test_choices_by_rules_are_taken_back_with_the_run(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b")]))
    before = everything(ledger)
    ledger.rows('UPDATE "transaction" SET reviewed = 1')
    for number in (1, 2):
        ledger.rows(
            "INSERT INTO field_choice (transaction_id, field, source, chosen_at) VALUES (?, 'reviewed', 'RULE', 5)",
            number,
        )
        for field, old, new in (
            ("reviewed", "0", "1"),
            ("reviewed:choice", None, '{"source": "RULE", "at": 5}'),
        ):
            ledger.rows(
                "INSERT INTO change (transaction_id, run_id, field, old, new, source, changed_at) "
                "VALUES (?, 1, ?, ?, ?, 'RULE', 5)",
                number,
                field,
                old,
                new,
            )
    edit(ledger, Edit(reviewed=False), 2)

    undo_run(ledger, 1)

    assert ledger.rows('SELECT reviewed FROM "transaction" ORDER BY id') == [(0,), (0,)]
    assert ledger.rows("SELECT transaction_id, source FROM field_choice") == [(2, "USER")]
    assert everything(ledger)["observation"] == before["observation"]


def test_a_command_is_taken_back_but_for_what_was_changed_since(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b")]))
    first = edit(ledger, Edit(category="One", note="first"), 1, 2)
    edit(ledger, Edit(category="Two"), 2)
    edit(ledger, Edit(note="later"), 1)

    undo_command(ledger, first.command_id)

    names = 'SELECT c.name, t.note FROM "transaction" t LEFT JOIN category c ON c.id = t.category_id ORDER BY t.id'
    assert ledger.rows(names) == [(None, "later"), ("Two", None)]
    with pytest.raises(UsageError, match="undone already"):
        undo_command(ledger, first.command_id)
    redo_last(ledger)
    assert ledger.rows(names) == [("One", "later"), ("Two", "first")]


def test_undo_and_redo_walk_back_and_forth_through_commands(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    states = [everything(ledger)]
    for wanted in (
        Edit(note="1"),
        Edit(note="2", tags=("t",)),
        Edit(hidden=True),
        Edit(note=None, date=date(2026, 1, 1)),
    ):
        edit(ledger, wanted)
        states.append(everything(ledger))

    for state in reversed(states[:-1]):
        undo_last(ledger)
        assert everything(ledger) == state
    with pytest.raises(UsageError, match="nothing to undo"):
        undo_last(ledger)
    for state in states[1:]:
        redo_last(ledger)
        assert everything(ledger) == state
    undo_last(ledger)
    assert everything(ledger) == states[-2]
    edit(ledger, Edit(note="another way"))
    with pytest.raises(UsageError, match="nothing to redo"):
        redo_last(ledger)


def test_commands_are_named_in_words(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b")]))
    edit(ledger, Edit(category="One"), 1, 2)
    undo_last(ledger)
    redo_last(ledger)
    undo_last(ledger)

    assert [row[0] for row in ledger.rows("SELECT description FROM command ORDER BY id")] == [
        "Category of 2 transactions",
        "Undo: Category of 2 transactions",
        "Redo: Category of 2 transactions",
        "Undo: Category of 2 transactions",
    ]


def test_a_day_that_the_bank_changed_meanwhile_is_not_put_back_to_an_old_one(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a")]))
    edit(ledger, Edit(date=date(2026, 6, 1)))
    ledger.sync(batch(modified=[observation("a", on=3)]))

    undo_last(ledger)

    assert ledger.rows('SELECT transacted_on FROM "transaction"') == [("2026-06-18",)]
    assert ledger.rows("SELECT * FROM field_choice") == []


def test_the_ends_of_the_stack_are_called_by_what_was_done_at_first(ledger: LedgerFile) -> None:
    ledger.sync(batch([observation("a"), observation("b")]))

    def ends() -> tuple[str | None, str | None]:
        found = ledger.database.run_now(undo.load_undoable)
        return found.undo.thing if found.undo else None, found.redo.thing if found.redo else None

    assert ends() == (None, None)
    edit(ledger, Edit(note="x"), 1, 2)
    edit(ledger, Edit(category="Food"), 1, 2)
    note, category = "Note of 2 transactions", "Category of 2 transactions"
    assert ends() == (category, None)
    undo_last(ledger)
    assert ends() == (note, category)
    undo_last(ledger)
    assert ends() == (None, note)
    redo_last(ledger)
    assert ends() == (note, category)
    assert redo_last(ledger).kind == "redo"
    assert ends() == (category, None)
    undo_last(ledger)
    edit(ledger, Edit(payee="New"), 1)
    assert ends() == ("Payee of New", None)
