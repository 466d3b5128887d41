"""What two years at the demo bank add up to: what comes again is found, and nothing else."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime, timedelta

from budgetsync.domain.found import Found
from budgetsync.domain.insights import Cadence, Insights, Scope
from tests.integration.household import Household, MakeHousehold, sync

TODAY = date(2026, 6, 18)
"""The demo bank's own."""

MONTHLY = {
    "Alder Quay Residences", "Cricketfield Mobile", "Cumulus Vault", "Eichenlaub Versicherung", "Fiberfinch",
    "Granite Gym", "Hedgerow Mutual", "Interest Charge", "Interest Paid", "Kumo Gakuin Tutoring", "Lagerhof Neuhaven",
    "Larkin City Light", "Marquee Stream", "Port Larkin Water", "Riverkeepers Fund", "Suzume Mobile",
    "The Larkin Ledger", "Treble Clef Music", "Weidenverlag GmbH Honorar",
}  # fmt: skip
PAY = "Brambleworks Ltd Payroll"
SELDOM = {"International Wire Tattersall", "Gutschrift Platypus Bank", "Annual Membership Fee"}


class BanksDay:
    """A clock that stands still at the demo bank's day."""

    def now(self) -> datetime:
        return datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(hours=12)

    def monotonic(self) -> float:
        return 0.0


def add_up(household: Household) -> tuple[Insights, dict[str, Found]]:
    """Sync two years; returns what they add up to, and the newest rows that each search of what comes again lists."""

    async def run() -> tuple[Insights, dict[str, Found]]:
        async with household.running() as core:
            await household.connect(core)
            await sync(core)
        async with household.running(clock=BanksDay()) as core:
            found = await core.insights(Scope(TODAY - timedelta(days=364), TODAY))
            return found, {one.query: await core.search(one.query, 400) for one in found.recurring}

    return asyncio.run(run())


def test_pay_bills_and_subscriptions_come_again_and_nothing_else(make_household: MakeHousehold) -> None:
    found, listed = add_up(make_household(4_000))

    told = {one.name: one for one in found.recurring}
    assert {name for name, one in told.items() if one.cadence is Cadence.MONTHLY} == MONTHLY
    assert told.keys() - MONTHLY == {PAY, *SELDOM}
    pay = told[PAY]
    assert (pay.cadence, pay.varies, pay.ended) == (Cadence.FORTNIGHTLY, False, False)
    assert pay.next_on == pay.last_on + timedelta(days=14)
    assert told["Larkin City Light"].varies
    assert not any(one.ended for one in found.recurring)
    assert all(one.next_on > one.last_on for one in found.recurring)
    assert [one.next_on for one in found.recurring] == sorted(one.next_on for one in found.recurring)
    for one in found.recurring:
        rows = listed[one.query].rows
        assert len(rows) >= one.times
        assert rows[0].transacted_on == one.last_on
        assert {(row.shown_payee, row.account_id) for row in rows} == {(one.name, one.account_id)}
    for total in found.totals:
        lines = [one for one in found.accounts if one.currency == total.currency]
        assert total.accounts == len(lines)
        assert total.points[-1].minor == sum(line.points[-1].minor for line in lines)
