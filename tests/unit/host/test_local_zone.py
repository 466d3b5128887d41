"""The system's own time zone, as quiet hours need it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from budgetsync.host.clock import LocalZone, SystemClock


@pytest.fixture
def move_to(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Sets the zone that the system is in."""
    yield lambda zone: monkeypatch.setenv("TZ", zone)
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    "zone", ["Europe/Berlin", "America/New_York", "Pacific/Pago_Pago", "Pacific/Kiritimati", "UTC"]
)
def test_it_is_the_zone_of_the_system_on_every_hour_of_a_year(
    move_to: Callable[[str], None], zone: str
) -> None:
    move_to(zone)
    ours, known = LocalZone(), ZoneInfo(zone)
    for hour in range(366 * 24):
        at = datetime(2026, 1, 1, 0, 30, tzinfo=UTC) + timedelta(hours=hour)
        shown, expected = at.astimezone(ours), at.astimezone(known)
        assert (shown.replace(tzinfo=None), shown.fold) == (expected.replace(tzinfo=None), expected.fold)
        assert shown.astimezone(UTC) == at


def test_a_traveller_is_followed(move_to: Callable[[str], None]) -> None:
    zone, at = LocalZone(), datetime(2026, 6, 15, 12, tzinfo=UTC)
    move_to("Europe/Berlin")
    assert (at.astimezone(zone).hour, at.astimezone(zone).tzname()) == (14, "CEST")
    move_to("America/New_York")
    assert (at.astimezone(zone).hour, at.astimezone(zone).tzname()) == (8, "EDT")
    assert at.astimezone(zone).dst() is None


def test_the_monotonic_clock_goes_forwards() -> None:
    clock = SystemClock()
    assert clock.monotonic() <= clock.monotonic()
