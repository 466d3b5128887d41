"""The invented world: balances that add up, time that does not care how it is moved, sizes as asked."""

from collections import Counter
from datetime import UTC, date, datetime

import pytest

from budgetsync.sandbox import DemoBank
from budgetsync.sandbox.catalog.categories import PRIMARIES
from budgetsync.sandbox.model.book import Row
from budgetsync.sandbox.model.world import World

START = date(2026, 6, 15)


def rows_of(world: World) -> list[Row]:
    return [row for book in world.books.values() for row in book.live()]


def picture(world: World) -> list[tuple[object, ...]]:
    """Everything about every entry of every log, dead ones included."""
    return [
        (
            row.key,
            row.account,
            row.profile.name,
            row.amount,
            row.date,
            row.pending,
            row.gone,
            row.last,
            row.stamp,
        )
        for book in world.books.values()
        for row in book.log
    ]


def assert_balances_add_up(world: World) -> None:
    for book in world.books.values():
        for account in book.accounts:
            own = [row for row in book.live() if row.account == account.index]
            posted = sum(row.amount for row in own if not row.pending)
            pending = sum(row.amount for row in own if row.pending)
            if account.spec.type == "depository":
                assert account.current == account.opening - posted
                assert account.available == account.current - pending
            else:
                assert account.current == account.opening + posted
                limit = account.spec.limit
                assert account.available == (None if limit is None else limit - account.current - pending)
            assert account.posted_count + account.pending_count == len(own)


@pytest.mark.parametrize("rows", [None, 50, 20_000])
def test_balances_are_the_opening_and_all_transactions(rows: int | None) -> None:
    world = World(seed=1, start=START, rows=rows)
    for _ in range(10):
        assert_balances_add_up(world)
        world.run_until(world.now + 1440)


@pytest.mark.parametrize("rows", [1, 7, 300, 4_000, 25_000])
def test_a_world_has_as_many_rows_as_asked_for(rows: int) -> None:
    world = World(seed=2, start=START, rows=rows)

    assert len(rows_of(world)) == rows
    assert len({(id(book), row.key) for book in world.books.values() for row in book.live()}) == rows


def test_balances_do_not_depend_on_the_number_of_rows() -> None:
    def currents(world: World) -> list[int]:
        return [account.current for book in world.books.values() for account in book.accounts]

    assert currents(World(seed=4, start=START)) == currents(World(seed=4, start=START, rows=9_000))


@pytest.mark.parametrize("step", [60, 7 * 60 + 13, 1440])
def test_time_may_be_moved_in_any_steps(step: int) -> None:
    once, often = World(seed=3, start=START, rows=500), World(seed=3, start=START, rows=500)
    target = once.now + 20 * 1440
    once.run_until(target)
    while often.now < target:
        often.run_until(min(often.now + step, target))

    assert picture(often) == picture(once)


def test_seeds_make_different_worlds() -> None:
    assert picture(World(seed=1, start=START)) != picture(World(seed=2, start=START))


def test_two_years_are_a_few_thousand_believable_rows() -> None:
    world = World(seed=7, start=START)
    rows = rows_of(world)
    kinds = Counter(row.profile.primary for row in rows)

    assert 3_000 < len(rows) < 6_000
    assert min(row.date for row in rows) >= START.toordinal() - 731
    assert max(row.date for row in rows) <= START.toordinal()
    expected = {
        *("INCOME", "RENT_AND_UTILITIES", "FOOD_AND_DRINK", "TRAVEL", "BANK_FEES", "ENTERTAINMENT"),
        *("TRANSFER_IN", "TRANSFER_OUT", "LOAN_PAYMENTS", "TRANSPORTATION"),
    }
    assert expected <= set(kinds) <= set(PRIMARIES)
    assert any(row.amount < 0 and row.profile.primary == "FOOD_AND_DRINK" for row in rows), "a refund"
    assert any(row.pending for row in rows)


def test_transfers_between_own_accounts_have_two_equal_sides() -> None:
    world = World(seed=7, start=START)
    sides = {
        name: sorted(row.amount for row in rows_of(world) if row.profile.name == name)
        for name in (
            *("Transfer to Rainy Day Savings", "Transfer from Everyday Checking"),
            *("Gingham Car Loan Payment", "Payment from Household Checking"),
            *("Platypus Card Payment", "Payment Thank You"),
        )
    }
    out, into = (sides[name] for name in ("Transfer to Rainy Day Savings", "Transfer from Everyday Checking"))
    assert sum(out) == -sum(into) > 0
    assert sum(sides["Gingham Car Loan Payment"]) == -sum(sides["Payment from Household Checking"]) > 0
    assert sum(sides["Platypus Card Payment"]) == -sum(sides["Payment Thank You"]) > 0


def test_every_fate_of_a_purchase_is_met() -> None:
    """In half a year: linked and unlinked settlements, changed amounts, vanished holds, corrections."""
    world = World(seed=9, start=START)
    start = {id(book): len(book.log) for book in world.books.values()}
    world.run_until(world.now + 180 * 1440)
    met: Counter[str] = Counter()
    for book in world.books.values():
        fresh = book.log[start[id(book)] :]
        pending = {row.key: row for row in fresh if row.pending}
        settled = {row.replaces: row for row in fresh if row.replaces}
        met["linked"] += len(settled)
        met["amount changed"] += sum(
            row.amount != pending[key].amount for key, row in settled.items() if key in pending
        )
        met["no link or vanished"] += sum(row.gone and key not in settled for key, row in pending.items())
        met["posted row removed"] += sum(row.gone and not row.pending for row in fresh)
        met["modified"] += sum(row.last != row.created and not row.gone for row in set(fresh))
        met["refunded"] += sum(row.amount < 0 and bool(row.profile.place.city) for row in set(fresh))

    for fate in (
        "linked",
        "amount changed",
        "no link or vanished",
        "posted row removed",
        "modified",
        "refunded",
    ):
        assert met[fate] > 0, fate


def test_the_real_clock_is_followed_when_asked_for() -> None:
    bank = DemoBank(rows=20, real_clock=True)

    before, told, after = datetime.now(UTC), bank.world(transactions=False), datetime.now(UTC)

    assert before.date().isoformat() <= told["today"] <= after.date().isoformat()


def test_time_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        DemoBank(rows=20).advance(hours=-1)
