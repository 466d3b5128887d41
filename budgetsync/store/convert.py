"""Between columns and domain values: instants, days, troubles."""

from datetime import UTC, datetime, timedelta
from typing import Protocol

from budgetsync.domain.errors import Trouble

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Troubled(Protocol):
    trouble_code: str | None
    trouble_title: str | None
    trouble_message: str | None
    trouble_action: str | None


def to_millis(instant: datetime) -> int:
    """Convert an aware instant to whole milliseconds since 1970 UTC."""
    return (instant - _EPOCH) // timedelta(milliseconds=1)


def to_optional_millis(instant: datetime | None) -> int | None:
    """Convert an instant that may be unknown."""
    return None if instant is None else to_millis(instant)


def to_instant(millis: int) -> datetime:
    """Convert milliseconds since 1970 UTC to an aware instant, exactly."""
    return _EPOCH + timedelta(milliseconds=millis)


def to_optional_instant(millis: int | None) -> datetime | None:
    """Convert milliseconds that may be NULL."""
    return None if millis is None else to_instant(millis)


def trouble_columns(trouble: Trouble | None) -> dict[str, str | None]:
    """Spread a trouble over its four columns."""
    code, title, message, action = (
        (None, None, None, None)
        if trouble is None
        else (trouble.code, trouble.title, trouble.message, trouble.action)
    )
    return {
        "trouble_code": code,
        "trouble_title": title,
        "trouble_message": message,
        "trouble_action": action,
    }


def to_trouble(row: _Troubled) -> Trouble | None:
    """Read a trouble from its four columns; None when there is none."""
    if row.trouble_code is None:
        return None
    return Trouble(
        row.trouble_code, row.trouble_title or "", row.trouble_message or "", row.trouble_action or ""
    )
