"""Rows that cannot be read, from the real bank's wire to the ledger and back; health as the program itself tells it."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from budgetsync.cli.health_output import health_fields
from budgetsync.core import Core
from budgetsync.domain.dead_letter import LetterFilter, LetterKind, Redrive
from budgetsync.domain.errors import ProviderRejected
from budgetsync.domain.events import DeadLettersChanged, LedgerChanged
from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.letter_text import details
from budgetsync.domain.money import MoneyError, minor_units
from budgetsync.domain.quota import LIMITS
from budgetsync.providers.plaid import convert
from budgetsync.providers.plaid.redacted import show_row
from budgetsync.store import dead_letters
from tests.integration.household import Household, MakeHousehold, Recorder, sync

BANK = "ins_109508"


@pytest.fixture
def old_program(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A program that cannot take every amount yet."""

    def wary(amount: Decimal, currency: str) -> int:
        minor = minor_units(amount, currency)
        if minor % 7 == 0:
            message = "the amount is a multiple of seven"
            raise MoneyError(message)
        return minor

    monkeypatch.setattr(convert, "minor_units", wary)
    return monkeypatch


def test_rows_kept_aside_are_in_the_ledger_once_the_program_can_read_them(
    make_household: MakeHousehold, old_program: pytest.MonkeyPatch
) -> None:
    household = make_household(600)

    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            letters = await core.letters.find(LetterFilter(limit=10_000))
            assert len(letters) > 10
            assert {one.kind for one in letters} == {LetterKind.ROW}
            assert (await core.health()).dead_letters == {"row": len(letters)}
            assert await core.letters.retry(letters[0].id) is Redrive.FAILED

            old_program.undo()
            recorder = Recorder(core)
            assert await core.letters.retry(letters[0].id) is Redrive.SOLVED
            report = await core.letters.retry_all()

            assert report.count(Redrive.SOLVED) == len(report.outcomes) == len(letters) - 1
            assert await core.letters.find() == []
            assert any(isinstance(event, DeadLettersChanged) for event in recorder.events)
            changes = [event.change for event in recorder.events if isinstance(event, LedgerChanged)]
            assert sum(change.counts.added for change in changes) == len(letters)
            await sync(core)
            household.truth_is_kept()

    asyncio.run(scene())


def test_what_is_copied_has_no_id_no_name_and_no_text(
    make_household: MakeHousehold, old_program: pytest.MonkeyPatch
) -> None:
    assert old_program
    household = make_household(300)

    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            world = household.bank.world()
            private = {
                str(row[name])
                for row in world["transactions"]
                for name in ("transaction_id", "account_id", "name", "merchant_name")
                if row.get(name)
            }
            for letter in await core.letters.find():
                text = details(letter, "1.0")
                assert "amount: " in text
                assert "date: 20" in text
                assert [one for one in private if len(one) > 5 and one in text] == []

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"\xff\xfe", "2 bytes that are no JSON"),
        (b"[1, 2]", "6 bytes of JSON, list of 2"),
        (b"[" * 100_000, "100000 bytes that are no JSON"),
        (
            b'{"amount": 12.50, "date": "2026-06-15", "iso_currency_code": "USD"}',
            "amount: 12.50\ndate: 2026-06-15\niso_currency_code: USD",
        ),
        (b'{"amount": "DE89370400440532013000"}', "amount: text of 22 characters"),
        (b'{"date": "4111111111111111", "pending": true}', "date: text of 16 characters\npending: true"),
        (b'{"name": "Jane Doe", "account_owner": null}', "name: text of 8 characters\naccount_owner: null"),
        (b'{"Jane Doe": 1}', "... and 1 more fields"),
        (
            b'{"personal_finance_category": {"primary": "FOOD", "detailed": "Jane Doe"}}',
            "personal_finance_category: FOOD",
        ),
        (
            b'{"amount": NaN, "location": {"city": "Here"}}',
            "amount: text of 3 characters\nlocation: object of 1 fields",
        ),
    ],
)
def test_a_row_is_shown_by_its_shape(raw: bytes, shown: str) -> None:
    assert show_row(raw) == shown


def test_a_letter_of_a_request_is_tried_by_the_queue_and_solved_by_a_success(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            trouble = ProviderRejected("Plaid did not accept the client id or secret.").trouble
            await core._database.run(
                lambda db: dead_letters.save_request(db, ItemId(1), None, trouble, core.now())
            )
            (letter,) = await core.letters.find()

            assert await core.letters.retry(letter.id) is Redrive.QUEUED
            await core.wait_until_done([ItemId(1)])

            assert await core.letters.find() == []

    asyncio.run(scene())


def test_health_tells_what_is_so(household: Household) -> None:
    async def scene() -> None:
        async with household.running(limits=LIMITS) as core:
            assert (await core.health()).up_to_date.total == 0
            await household.connect(core, BANK)
            await sync(core)
            household.bank.add_fault(
                "error", code="ITEM_LOGIN_REQUIRED", endpoint="/transactions/sync", times=1
            )
            await sync(core)
            health = await core.health()

            assert health.queue.depth["pending"] == 0
            assert (health.queue.last_hour.done, health.queue.last_hour.succeeded) == (2, 1)
            assert health.queue.last_day.success_rate == 0.5
            (item,) = health.items
            assert item.status is ItemStatus.REAUTH_REQUIRED
            assert item.failures == 1
            assert item.as_of is not None
            assert str(health.up_to_date) == "Your connection is not up to date"
            assert health.file.bytes > 100_000
            assert health.webhooks.p50 is None
            assert health.breakers == ()
            sync_calls = [one for one in health.quotas if "/transactions/sync" in one.scope]
            assert [one.used for one in sync_calls] == [sync_calls[0].used] * 2
            assert sync_calls[1].left == sync_calls[1].limit - sync_calls[1].used < 40
            assert replace(health, at=core.now()).queue == health.queue

    asyncio.run(scene())


def test_a_bank_that_is_down_is_a_breaker_in_the_health(household: Household) -> None:
    async def scene() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            household.bank.add_fault("error", code="INSTITUTION_DOWN", endpoint="/transactions/sync")
            await sync(core)
            health = await core.health()
            (breaker,) = health.breakers
            assert breaker.scope == "plaid, First Platypus Bank"
            assert (breaker.state, breaker.failures) == ("closed", 1)
            assert health.queue.next_retry_at is not None
            assert health.items[0].status is ItemStatus.WAITING

    asyncio.run(scene())


def test_health_is_one_read_and_json(household: Household) -> None:
    async def scene(core: Core) -> None:
        fields = health_fields(await core.health())
        assert json.loads(json.dumps(fields)) == fields
        assert {
            "queue",
            "dead_letters",
            "connections",
            "breakers",
            "quotas",
            "scheduler",
            "webhooks",
            "database",
        } <= set(fields)

    async def run() -> None:
        async with household.running() as core:
            await household.connect(core, BANK)
            await sync(core)
            await scene(core)

    asyncio.run(run())
