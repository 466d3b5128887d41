"""Each mistake of `make sabotage` can still be made, and what tries them tells caught from missed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.reliability.sabotage import commit, place_of
from tests.reliability.sabotage_kind import Sabotage
from tests.reliability.sabotage_list import SABOTAGES

TEST = """
from money import turned

def test_the_sign_is_turned(): assert turned(1) == -1
def test_nothing(): ...
"""


@pytest.mark.parametrize("sabotage", SABOTAGES, ids=lambda one: one.name)
def test_it_can_be_made(sabotage: Sabotage) -> None:
    assert place_of(sabotage) == ""


def test_they_have_names_of_their_own() -> None:
    assert len({one.name for one in SABOTAGES}) == len(SABOTAGES) >= 20
    assert len({(one.file, one.new) for one in SABOTAGES}) == len(SABOTAGES)


def test_caught_is_told_from_missed(tmp_path: Path) -> None:
    (tmp_path / "money.py").write_text("def turned(minor): return -minor\n", encoding="utf-8")
    (tmp_path / "test_it.py").write_text(TEST, encoding="utf-8")
    wrong = Sabotage("the sign is not turned", "money.py", "-minor", "minor", ("test_it.py",))

    assert commit(wrong, tmp_path) == "caught by test_it.py::test_the_sign_is_turned"
    assert commit(replace(wrong, tests=("test_it.py::test_nothing",)), tmp_path) == "MISSED"
    assert "could not be tried" in commit(replace(wrong, tests=("test_it.py::test_gone",)), tmp_path)
    assert "-minor" in (tmp_path / "money.py").read_text(encoding="utf-8")


def test_a_place_that_is_gone_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("1 + 1 + 1\n", encoding="utf-8")
    (tmp_path / "t.py").touch()
    one = Sabotage("a", "a.py", "2", "3", ("t.py",))

    assert place_of(one, tmp_path) == "its place is 0 times in a.py"
    assert place_of(replace(one, old="+"), tmp_path) == "its place is 2 times in a.py"
    assert place_of(replace(one, old="1 + 1 + 1", tests=("u.py::t",)), tmp_path) == "there is no u.py::t"
    assert place_of(replace(one, old="1 + 1 + 1"), tmp_path) == ""
