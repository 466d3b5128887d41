"""A list becomes another with the fewest changes."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from budgetsync.ui.models.rows import update_rows

Row = tuple[int, str]


class Recorder:
    """A list that writes down what was done to it."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = list(rows)
        self.removed: list[int] = []
        self.changes = 0

    def row_values(self) -> Sequence[Row]:
        return self.rows

    def remove_rows(self, first: int, last: int) -> None:
        assert 0 <= first <= last < len(self.rows)
        self.removed += [key for key, _ in self.rows[first : last + 1]]
        del self.rows[first : last + 1]
        self.changes += 1

    def insert_rows(self, at: int, values: Sequence[Row]) -> None:
        assert 0 <= at <= len(self.rows)
        assert values
        self.rows[at:at] = values
        self.changes += 1

    def replace_row(self, at: int, value: Row) -> None:
        assert self.rows[at][0] == value[0]
        assert self.rows[at] != value
        self.rows[at] = value
        self.changes += 1


def update(before: Sequence[Row], after: Sequence[Row]) -> Recorder:
    recorder = Recorder(before)
    update_rows(recorder, after, lambda row: row[0])
    return recorder


lists = st.lists(st.tuples(st.integers(0, 30), st.sampled_from("ab")), unique_by=lambda row: row[0])


@given(before=lists, after=lists)
def test_any_list_becomes_any_other(before: list[Row], after: list[Row]) -> None:
    recorder = update(before, after)
    assert recorder.rows == after


@given(rows=lists, gone=st.sets(st.integers(0, 30)), fresh=lists)
def test_rows_that_stay_in_order_are_never_taken_out(
    rows: list[Row], gone: set[int], fresh: list[Row]
) -> None:
    staying = [row for row in rows if row[0] not in gone]
    known = {row[0] for row in rows}
    wanted = [row for row in fresh if row[0] not in known] + staying
    assert set(update(rows, wanted).removed) == known & gone


def test_news_at_the_top_are_one_insertion_and_what_falls_off_is_one_removal() -> None:
    before = [(number, "a") for number in range(200, 0, -1)]
    after = [(number, "a") for number in range(250, 50, -1)]
    recorder = update(before, after)
    assert recorder.rows == after
    assert recorder.changes == 2


def test_one_row_that_moves_is_the_only_one_that_moves() -> None:
    before = [(number, "a") for number in range(200)]
    after = [*before[1:150], before[0], *before[150:]]
    assert update(before, after).removed == [0]


def test_nothing_new_changes_nothing() -> None:
    assert update([(1, "a"), (2, "a")], [(1, "a"), (2, "a")]).changes == 0
    assert update([(1, "a"), (2, "a")], [(1, "a"), (2, "b")]).changes == 1
