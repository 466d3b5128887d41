"""What holds for any two sources: no order of rows matters, no row is taken twice, and amounts are exact."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.matching import FreshRow, KnownRow, match
from budgetsync.domain.transaction import TransactionState
from tests.unit.domain.builders import PENDING, POSTED, day

Row = tuple[TransactionState, int, int, str]

_TEXTS = st.sampled_from(
    ("Blue Door", "BLUE DOOR 4242", "Noodle Ferry", "ZV QWRT", "ZV PLMK", "CARD 12.06", "")
)
_MINOR = st.sampled_from((-450, -450, -1200, 450, -1400))
_ROW = st.tuples(st.sampled_from((POSTED, POSTED, PENDING)), _MINOR, st.integers(-12, 12), _TEXTS)
_ROWS = st.lists(_ROW, max_size=25)


@given(_ROWS, _ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(ours: list[Row], theirs: list[Row], random: Random) -> None:
    known, fresh = _known(ours), _fresh(theirs)
    first = match(known, fresh)
    random.shuffle(known)
    random.shuffle(fresh)

    assert match(known, fresh) == first


@given(_ROWS, _ROWS)
def test_nothing_is_taken_twice_and_joined_rows_have_one_amount(ours: list[Row], theirs: list[Row]) -> None:
    known, fresh = _known(ours), _fresh(theirs)
    found = match(known, fresh)

    rows, places = {row.id: row for row in known}, {row.place: row for row in fresh}
    answered = Counter([one.place for one in found.matches] + [one.place for one in found.doubts])
    assert set(answered) <= set(places)
    assert set(answered.values()) <= {1}
    assert set(Counter(one.row for one in found.matches).values()) <= {1}
    for one in found.matches:
        assert rows[one.row].minor == places[one.place].minor
        assert len(one.signals) > 1
    for doubt in found.doubts:
        assert 0 < len(doubt.rows) <= 3
        assert all(rows[row].minor * places[doubt.place].minor > 0 for row in doubt.rows)


@given(_ROWS)
def test_a_source_that_tells_the_same_in_the_same_words_adds_nothing(told: list[Row]) -> None:
    rows = [row for row in told if row[0] is POSTED and row[3] == "Blue Door"]
    found = match(_known(rows), _fresh(rows))

    assert [one.place for one in found.matches] == list(range(len(rows)))
    assert found.doubts == []


def _known(rows: list[Row]) -> list[KnownRow]:
    return [
        KnownRow(TransactionId(number), state, minor, "USD", (day(on),), (text,) if text else ())
        for number, (state, minor, on, text) in enumerate(rows, 1)
    ]


def _fresh(rows: list[Row]) -> list[FreshRow]:
    return [
        FreshRow(place, state, minor, "USD", (day(on),), (text,) if text else ())
        for place, (state, minor, on, text) in enumerate(rows)
    ]
