"""A household for each test: an empty folder beside a bank of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from budgetsync.sandbox import DemoBank
from tests.integration.household import Household, MakeHousehold


@pytest.fixture
def make_household(tmp_path: Path) -> Iterator[MakeHousehold]:
    """Makes a household whose bank has so many rows."""
    with ExitStack() as stack:

        def make(rows: int, **options: Any) -> Household:  # noqa: ANN401 - DemoBank's
            household = Household(tmp_path / "ledger", DemoBank(seed=5, rows=rows, **options))
            stack.callback(household.close)
            return household

        yield make


@pytest.fixture
def household(make_household: MakeHousehold) -> Household:
    return make_household(2000)
