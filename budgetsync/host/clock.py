"""The system's clocks and its time zone."""

import time
from datetime import UTC, datetime, timedelta, tzinfo


class SystemClock:
    """The wall clock of this computer."""

    def now(self) -> datetime:
        """The time, aware UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds on the monotonic clock, which on most systems stands still during sleep."""
        return time.monotonic()


class LocalZone(tzinfo):
    """The time zone that this computer is set to, followed when its user travels.

    Python knows the system's zone only as offsets of single instants; these are what it is asked for here.
    """

    def utcoffset(self, at: datetime | None, /) -> timedelta | None:
        """The offset of a wall time, by its fold where it is shown twice."""
        return None if at is None else at.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _at: datetime | None, /) -> timedelta | None:
        """Not told apart from the offset."""
        return None

    def tzname(self, at: datetime | None, /) -> str | None:
        """The abbreviation, such as CET."""
        return None if at is None else at.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, at: datetime, /) -> datetime:
        """The wall time of an instant, with the fold that it has."""
        if hasattr(time, "tzset"):
            time.tzset()  # the C library otherwise keeps the zone that it saw first
        instant = at.replace(tzinfo=UTC).timestamp()
        return datetime.fromtimestamp(instant).replace(tzinfo=self)  # noqa: DTZ006 - the system's zone is meant
