"""No message without an action, and none with a secret, whatever the provider or the wire does."""

from __future__ import annotations

import re

import pytest

from budgetsync.cli.session import ACT, NOT_SYNCED
from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.redaction import redact
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from tests.reliability.error_table import CODES, GONE, OFFLINE, SETUP, USER, WIRE, Line, provoke, table
from tests.unit.domain.test_item import every_error

_VERBS = (
    "Add Ask Check Choose Close Connect Correct Download Finish Follow Give Keep Look Make Pair Press Reconnect "
    "Register Remove Run See Set Try Turn Unlock Update Use Wait"
)
VERBS = frozenset(_VERBS.split())


def begins_with_a_verb(action: str) -> bool:
    return action.split(" ", maxsplit=1)[0] in VERBS and action.endswith(".")


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> list[Line]:
    return provoke(tmp_path_factory.mktemp("errors"))


def test_every_error_of_the_table_was_provoked(lines: list[Line]) -> None:
    assert len(lines) == sum(len(codes.split()) for codes in CODES.values()) + len(WIRE) + 2
    assert table(lines).count("\n") == len(lines) + 1
    assert [
        line.name for line in lines if line.trouble.code != line.name and line.name in CODES[line.kind]
    ] == []


def test_each_leads_to_the_status_of_its_class(lines: list[Line]) -> None:
    assert [(line.name, line.status) for line in lines if line.status is not line.expected] == []


def test_each_says_what_to_do_and_says_it_in_the_terminal_too(lines: list[Line]) -> None:
    for line in lines:
        trouble = line.trouble
        assert trouble.title, line
        assert trouble.message.endswith("."), line
        assert begins_with_a_verb(trouble.action), line
        assert all(text in line.terminal for text in (trouble.title, trouble.message, trouble.action)), line
        assert line.code == (ACT if line.kind in {USER, GONE, SETUP, "data"} else NOT_SYNCED), line


def test_nothing_secret_is_said(lines: list[Line]) -> None:
    for line in lines:
        text = f"{line.trouble} {line.terminal}"
        assert not re.search(r"access-|public-|link-sandbox", text)
        assert DEMO_SECRET not in text
        assert DEMO_CLIENT_ID not in text
        assert redact(line.terminal) == line.terminal


def test_who_is_offline_is_told_so(lines: list[Line]) -> None:
    (line,) = [one for one in lines if one.name == OFFLINE]
    assert "network" in line.trouble.action


@pytest.mark.parametrize("kind", list(every_error()))
def test_every_class_of_error_has_an_action(kind: type[BudgetSyncError]) -> None:
    trouble = kind("Something happened.").trouble
    assert trouble.title
    assert begins_with_a_verb(trouble.action)
