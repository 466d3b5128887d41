"""What became of a row: every change with its cause, every observation, the raw rows."""

from __future__ import annotations

import json
from datetime import date

import pytest

from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import UsageError
from budgetsync.domain.history import History
from budgetsync.domain.ids import ObservationId, RunId, TransactionId
from budgetsync.domain.sync import Trigger
from budgetsync.domain.transaction import FieldSource, Split, TransactionState
from budgetsync.store import edits, history, undo
from budgetsync.store.payloads import pack
from tests.unit.domain.builders import batch, key, observation, pending
from tests.unit.store.ledger_file import LedgerFile

ONE = TransactionId(1)


def look(ledger: LedgerFile, number: int = 1) -> History:
    return ledger.database.run_now(lambda db: history.load_history(db, TransactionId(number)))


def said(found: History) -> list[tuple[str, str | None, str | None]]:
    return [(entry.field, entry.old, entry.new) for entry in found.entries]


def test_a_pending_with_a_tip_has_both_amounts_in_its_history(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    wanted = Edit(
        category="Treats",
        note="with Ann",
        tags=("work", "b"),
        hidden=True,
        splits=(Split(-400, "Food"), Split(-50, None, "x")),
    )
    ledger.database.run_now(lambda db: edits.edit(db, [ONE], wanted, ledger.now))
    ledger.sync(batch([observation("q", minor=-520, on=1, link="p")], removed=[key("p")]))

    found = look(ledger)

    assert set(said(found)) == {
        ("created", None, None),
        ("category", None, "Treats"),
        ("note", None, "with Ann"),
        ("hidden", "no", "yes"),
        ("tags", None, "b, work"),
        ("splits", None, "-4.00 Food; -0.50 x"),
        ("splits, as the bank says", None, "-5.20"),
        ("joined", None, "LINK"),
        ("state", "PENDING", "POSTED"),
        ("amount", "-4.50", "-5.20"),
        ("date", "2026-06-15", "2026-06-16"),
        ("posted on", None, "2026-06-16"),
        ("splits", "-4.00 Food; -0.50 x", "-4.00 Food; -1.20 x"),
    }
    assert said(found)[0] == ("created", None, None)
    assert [
        (one.amount.minor, one.state, one.source_transaction_id, one.joined_by) for one in found.observations
    ] == [
        (-450, TransactionState.REMOVED, "p", None),
        (-520, TransactionState.POSTED, "q", "LINK"),
    ]
    assert [(one.transacted_on, one.first_run, one.last_run) for one in found.observations] == [
        (date(2026, 6, 15), 1, 2),
        (date(2026, 6, 16), 2, 2),
    ]


def test_each_change_names_its_cause(ledger: LedgerFile) -> None:
    ledger.sync(batch([pending("p")]))
    ledger.edit(1, "note", "x")
    ledger.sync(batch([observation("q", on=1)], removed=[key("p")]))
    ledger.database.run_now(lambda db: undo.undo_run(db, RunId(2), ledger.now))

    found = look(ledger)

    by_field = {entry.field: entry for entry in found.entries}
    created, note, joined = by_field["created"], by_field["note"], by_field["joined"]
    assert (created.run_id, created.trigger, created.source, created.undone) == (
        1,
        Trigger.USER,
        FieldSource.PROVIDER,
        False,
    )
    assert (note.run_id, note.command_id, note.description, note.source) == (
        None,
        1,
        "Note of Coffee",
        FieldSource.USER,
    )
    assert (joined.run_id, joined.undone) == (2, True)
    taken_back = [entry for entry in found.entries if entry.description == "Undo of sync run 2"]
    assert ("state", "POSTED", "REMOVED") in [(one.field, one.old, one.new) for one in taken_back]
    assert found.entries[0].at < found.entries[-1].at
    assert said(look(ledger, 2))[0] == ("created", None, None)


def test_the_raw_row_is_unpacked_on_demand(ledger: LedgerFile) -> None:
    raw = json.dumps({"transaction_id": "a", "name": "Café"}).encode()
    ledger.sync(batch([observation("a", payload=pack([b"{}", raw, b"{}"]), place=1)]))

    text = ledger.database.run_now(lambda db: history.load_payload(db, ObservationId(1)))

    assert text == raw.decode()
    with pytest.raises(UsageError):
        ledger.database.run_now(lambda db: history.load_payload(db, ObservationId(9)))
    with pytest.raises(UsageError):
        look(ledger, 9)
