"""Edits and undo, as far as they need no ledger."""

from __future__ import annotations

import pytest

from budgetsync.domain.edits import Edit, check_splits, describe
from budgetsync.domain.errors import UsageError
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import Split
from budgetsync.domain.undo import group_of, kind_of_undoing, may_take_back, name_undoing


def test_only_what_was_said_is_changed() -> None:
    assert Edit().changed == ()
    assert Edit(payee=None, hidden=False, add_tags=("a",)).changed == ("payee", "hidden", "tags")
    assert Edit.of_text("note", "x") == Edit(note="x")
    with pytest.raises(UsageError):
        Edit.of_text("amount", "1")


@pytest.mark.parametrize(
    ("minor", "parts", "left"),
    [(-1000, (-600, -399), "-0.01"), (1000, (600, 401), "-0.01"), (-1000, (-1000,), "One part")],
)
def test_parts_have_to_add_up_exactly(minor: int, parts: tuple[int, ...], left: str) -> None:
    with pytest.raises(UsageError, match=left):
        check_splits([Split(part, None) for part in parts], Money(minor, "USD"))
    check_splits([Split(minor - 1, None), Split(1, None)], Money(minor, "USD"))
    check_splits([], Money(minor, "USD"))


def test_edits_are_put_into_words() -> None:
    assert describe(("category",), "12 transactions") == "Category of 12 transactions"
    assert describe(("payee", "note", "tags"), "Cafe") == "Payee, note and tags of Cafe"


def test_what_undoes_a_command_is_named_after_it() -> None:
    assert name_undoing("undo", "Note of Cafe") == "Undo: Note of Cafe"
    assert name_undoing("redo", "Undo: Note of Cafe") == "Redo: Note of Cafe"
    assert name_undoing("redo", "Undo of sync run 7") == "Redo of sync run 7"
    assert name_undoing("undo", "Payee of Undo: the film") == "Undo: Payee of Undo: the film"
    assert [kind_of_undoing(kind) for kind in ("edit note", "undo", "redo")] == ["undo", "redo", "undo"]


def test_a_value_and_who_chose_it_go_together() -> None:
    assert group_of("category_id") == group_of("category:choice") == group_of("category:bank") == "category"
    assert group_of("transacted_on") == group_of("date:choice") == "date"
    assert group_of("suggestion:posted:7") != group_of("suggestion:posted:8")


def test_only_what_is_still_as_it_was_given_is_taken_back() -> None:
    user, rule = '{"source": "USER", "at": 1}', '{"source": "RULE", "at": 1}'
    given = {"note": "x", "note:choice": user, "note:bank": None}
    assert may_take_back(given, {"note": "x", "note:choice": user, "note:bank": "says"})
    assert may_take_back(given, {"note": "x", "note:choice": '{"source": "USER", "at": 9}'})
    assert not may_take_back(given, {"note": "y", "note:choice": user})
    assert not may_take_back(given, {"note": "x", "note:choice": rule})
    assert not may_take_back(given, {"note": "x"})
    assert may_take_back({"hidden": "1"}, {"hidden": 1})


def test_a_last_part_that_follows_the_amount_is_no_later_edit() -> None:
    one = '[{"amount": -4, "category_id": 1, "note": null}, {"amount": -1, "category_id": 2, "note": null}]'
    assert may_take_back({"splits": one}, {"splits": one.replace("-1", "-9")})
    assert not may_take_back({"splits": one}, {"splits": one.replace("-4", "-9")})
    assert not may_take_back({"splits": one}, {"splits": None})
