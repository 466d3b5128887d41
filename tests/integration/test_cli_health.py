"""`health`, `status` and `dead-letters` on a real ledger, in this process."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from budgetsync.cli import commands, health_commands
from budgetsync.cli.parser import build_parser
from budgetsync.cli.session import DONE, NOT_SYNCED
from budgetsync.core import Core
from budgetsync.domain.errors import UsageError
from budgetsync.domain.money import MoneyError
from budgetsync.providers.plaid import convert
from tests.integration.household import Household, MakeHousehold, sync

BANK = "ins_109508"
WORDS = {
    "health": health_commands.health,
    "dead-letters": health_commands.dead_letters,
    "status": commands.status,
}


async def run(core: Core, words: str) -> int:
    chosen = build_parser().parse_args(words.split())
    return await WORDS[chosen.command](core, chosen)


@pytest.fixture
def spoiled(make_household: MakeHousehold, monkeypatch: pytest.MonkeyPatch) -> Household:
    """A bank whose rows this program cannot read until `monkeypatch.undo`."""
    monkeypatch.setattr(convert, "minor_units", _refuse)
    return make_household(40)


def _refuse(*_: object) -> int:
    message = "not today"
    raise MoneyError(message)


def test_letters_are_listed_tried_discarded_and_copied(
    spoiled: Household, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def scene() -> None:
        async with spoiled.running() as core:
            assert await run(core, "dead-letters") == DONE
            assert capsys.readouterr().out == "Nothing is kept aside.\n"
            await spoiled.connect(core, BANK)
            await sync(core)

            assert await run(core, "dead-letters list --kind row --json") == DONE
            letters = json.loads(capsys.readouterr().out)
            assert letters
            assert letters[0]["error"]["action"]
            first = letters[-1]["id"]
            assert await run(core, "dead-letters --search unusable") == DONE
            assert f"{first}  row at First Platypus Bank, open, failed once" in capsys.readouterr().out

            assert await run(core, f"dead-letters retry {first}") == NOT_SYNCED
            assert await run(core, f"dead-letters retry {first}") == NOT_SYNCED
            assert "could not be dealt with" in capsys.readouterr().out
            assert await run(core, f"dead-letters retry {first}") == NOT_SYNCED
            assert "--insist" in capsys.readouterr().out
            await run(core, "dead-letters")
            assert "Discard it, or update BudgetSync" in capsys.readouterr().out

            assert await run(core, f"dead-letters copy {first}") == DONE
            copied = capsys.readouterr().out
            assert "3 attempts, 2 of them by hand" in copied
            assert "amount: " in copied
            assert await run(core, f"dead-letters discard {first}") == DONE
            assert await run(core, "dead-letters --state discarded --json") == DONE
            discarded = capsys.readouterr().out.partition("\n")[2]
            assert [one["id"] for one in json.loads(discarded)] == [first]
            assert await run(core, f"dead-letters restore {first}") == DONE
            with pytest.raises(UsageError):
                await run(core, f"dead-letters restore {first}")

            monkeypatch.undo()
            capsys.readouterr()
            assert await run(core, "dead-letters retry --json") == NOT_SYNCED
            outcomes = json.loads(capsys.readouterr().out)
            assert {one["outcome"] for one in outcomes} == {"solved", "poison"}
            assert await run(core, f"dead-letters retry --insist {first}") == DONE
            assert await run(core, "dead-letters retry") == DONE
            assert "Nothing that is open is kept aside." in capsys.readouterr().out

    asyncio.run(scene())


def test_health_and_status_say_the_same_to_people_and_to_programs(
    household: Household, capsys: pytest.CaptureFixture[str]
) -> None:
    async def scene() -> tuple[dict[str, Any], str, str]:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            await run(core, "status --json")
            fields = json.loads(capsys.readouterr().out)
            await run(core, "health")
            page = capsys.readouterr().out
            await run(core, "status")
            return fields, page, capsys.readouterr().out

    fields, page, status = asyncio.run(scene())
    health = fields["health"]
    assert health["up_to_date"] == {"fresh": 0, "total": 1, "behind": [1]}
    assert (
        health["connections"][0]["freshness"] == "BANK_SILENT"
    )  # its world stands still on a day that is long past
    assert health["connections"][0]["as_of_age"] > 36 * 3_600
    assert health["queue"]["last_hour"] == {"in": 1, "out": 1, "succeeded": 1, "success_rate": 1.0}
    assert health["dead_letters"] == {"row": 0, "event": 0, "request": 0}
    assert health["webhooks"]["p99"] is None
    assert health["database"]["bytes"] > 0
    for text in ("Your connection is not up to date.", "the bank itself sends no news"):
        assert text in page
        assert text in status
    assert "Kept aside: nothing." in page
    assert "1 asked for, 1 done, 100% well" in page
