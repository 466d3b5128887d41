"""The system's clock."""

from datetime import UTC, datetime


class SystemClock:
    """The wall clock of this computer."""

    def now(self) -> datetime:
        """The time, aware UTC."""
        return datetime.now(UTC)
