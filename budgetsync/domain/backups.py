"""Backups: what their names say, when one is due, which are kept, and how the file itself was found."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

FOLDER = "backups"
"""The folder beside the ledger that they lie in."""
KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 7, 4, 12
"""So many of the newest days, weeks and months that have a backup keep one; time that the program was not
running in costs none."""

_NAMES = {
    "daily": re.compile(r"daily-(\d{4}-\d{2}-\d{2})\.sqlite"),
    "by-hand": re.compile(r"by-hand-(\d{4}-\d{2}-\d{2})(?:-\d+)?\.sqlite"),
    "before-schema": re.compile(r"before-schema-\d{4}(?:-\d+)?\.sqlite"),
}


class BackupKind(StrEnum):
    """Why a backup was made. Only daily ones are ever deleted by the program."""

    DAILY = "daily"
    BY_HAND = "by-hand"
    BEFORE_SCHEMA = "before-schema"


class Soundness(StrEnum):
    """What a look into a backup found.

    GOOD: whole, and as it was written. CHANGED: whole, but not as it was written, or nobody knows how that was.
    DAMAGED: not a whole database. FOREIGN: of another environment or program, or of a newer schema.
    """

    GOOD = "good"
    CHANGED = "changed"
    DAMAGED = "damaged"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Backup:
    """One file of the backups folder.

    Attributes:
        day: The UTC day in its name, or on which the file was written: a copied folder loses its times.
        made_at: When the file was written, by the file system. Aware UTC.
        size: In bytes.
        soundness: None where nobody has looked.
    """

    name: str
    kind: BackupKind
    day: date
    made_at: datetime
    size: int
    soundness: Soundness | None = None


@dataclass(frozen=True, slots=True)
class IntegrityReport:
    """What SQLite said about the file.

    Attributes:
        full: Whether indices were held against their rows and references followed, or only pages looked at.
        findings: SQLite's own words, a few at the most; () for a sound file.
        at: Aware UTC.
        seconds: How long it took.
    """

    full: bool
    findings: tuple[str, ...]
    at: datetime
    seconds: float

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


@dataclass(frozen=True, slots=True)
class Keeping:
    """How well the ledger is kept: for status and window.

    Attributes:
        quick, full: The last look of each kind; None before the first.
    """

    quick: IntegrityReport | None
    full: IntegrityReport | None
    newest_backup: Backup | None
    backups: int


def daily_name(day: date) -> str:
    """The name of a day's backup."""
    return f"daily-{day.isoformat()}.sqlite"


def by_hand_name(day: date) -> str:
    """The name of a backup that the user asked for; a second one of the day gets a number."""
    return f"by-hand-{day.isoformat()}.sqlite"


def kind_of(name: str) -> BackupKind | None:
    """Tell from its name what a backup is; None for a file that the program did not make."""
    for kind, pattern in _NAMES.items():
        match = pattern.fullmatch(name)
        if match and (not match.groups() or _to_day(match[1])):
            return BackupKind(kind)
    return None


def day_of(name: str) -> date | None:
    """Read the day in the name of a daily backup or one by hand; None for any other file."""
    match = _NAMES["daily"].fullmatch(name) or _NAMES["by-hand"].fullmatch(name)
    return _to_day(match[1]) if match else None


def daily_days(names: Iterable[str]) -> set[date]:
    """Read the days of the daily backups among some files."""
    return {day for name in names if kind_of(name) is BackupKind.DAILY and (day := day_of(name)) is not None}


def is_due(today: date, made: Iterable[date]) -> bool:
    """Tell whether today's backup is still to be made. A clock that was wrong once puts none off."""
    return today not in set(made)


def kept_days(made: Iterable[date]) -> frozenset[date]:
    """Choose the days whose backups stay, the newest always among them.

    Of a week (ISO, Monday to Sunday) and of a month the newest stays.
    """
    newest_first = sorted(set(made), reverse=True)
    kept: set[date] = set(newest_first[:KEEP_DAYS])
    for wanted, period in ((KEEP_WEEKS, _week), (KEEP_MONTHS, _month)):
        seen: dict[Hashable, date] = {}
        for day in newest_first:
            seen.setdefault(period(day), day)
        kept.update(list(seen.values())[:wanted])
    return frozenset(kept)


def _week(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(day: date) -> Hashable:
    return (day.year, day.month)


def _to_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
