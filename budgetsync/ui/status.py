"""How a status is shown: an icon, a word and a colour that say the same."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from budgetsync.domain.freshness import Freshness
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.overview import ItemOverview, Overview
from budgetsync.domain.sync import Stage

translate = QCoreApplication.translate


class Tone(StrEnum):
    """What a colour stands for; a word and an icon always say the same."""

    OK = "ok"
    BUSY = "busy"
    QUIET = "secondary"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Status:
    """How a status is shown.

    Attributes:
        icon: Name of the drawing.
        calm: Nothing is wrong and nothing is missing.
    """

    icon: str
    word: str
    tone: Tone
    calm: bool = False


def is_busy(overview: ItemOverview) -> bool:
    """Tell whether a sync of a connection waits or runs, be it another process that carries it out."""
    return overview.progress is not None or overview.item.status is ItemStatus.SYNCING


def status_of(overview: ItemOverview, now: datetime) -> Status:
    """Put a connection's status into an icon, a word and a tone; stale never looks fresh."""
    item = overview.item
    if item.removed_at is not None:
        return Status("disconnected", translate("Status", "Removed, history kept"), Tone.QUIET)
    if not item.is_synced:
        return Status("person", translate("Status", "Kept by you"), Tone.QUIET)
    if overview.progress is not None and overview.progress.stage is Stage.QUEUED:
        return Status("waiting", translate("Status", "Waiting to start"), Tone.BUSY)
    if is_busy(overview):
        return _named(ItemStatus.SYNCING)
    return _freshness(overview, now) if item.status is ItemStatus.HEALTHY else _named(item.status)


def _freshness(overview: ItemOverview, now: datetime) -> Status:
    staleness = overview.staleness(now)
    match staleness.freshness:
        case Freshness.FRESH:
            return _named(ItemStatus.HEALTHY)
        case Freshness.NEVER:
            return Status("new", translate("Status", "Not synced yet"), Tone.QUIET)
        case Freshness.NOT_SYNCED:
            return Status("waiting", translate("Status", "Out of date"), Tone.WARNING)
        case Freshness.ACCOUNT_SILENT:  # one silent account does not colour all of them
            return Status("ok", _except(silent_names(overview, now) or [staleness.account]), Tone.OK)
        case _:  # the bank has been silent for too long
            return Status("waiting", translate("Status", "Nothing new from the bank"), Tone.WARNING)


def silent_names(overview: ItemOverview, now: datetime) -> list[str]:
    """Name the accounts of a connection that have been silent for far too long."""
    silent = overview.silent_accounts(now)
    return [account.name for account in overview.accounts if account.id in silent]


def _except(silent: list[str]) -> str:
    if len(silent) == 1:
        return translate("Status", "Up to date except {account}").format(account=silent[0])
    text = translate("Status", "Up to date except {n} accounts", None, len(silent))
    return text.format(n=len(silent))


def up_to_date(overview: Overview, now: datetime) -> str:
    """Say how many of the connections are up to date."""
    total = len(overview.live)
    fresh = sum(status_of(item, now).calm for item in overview.live)
    text = translate("Summary", "{fresh} of {total} connections up to date", None, total)
    return text.format(fresh=fresh, total=total)


def headline(overview: Overview, now: datetime) -> Status:
    """Sum all connections up in one line."""
    total = len(overview.live)
    busy = sum(is_busy(item) for item in overview.live)
    fresh = sum(status_of(item, now).calm for item in overview.live)
    if busy:
        return Status("syncing", _syncing(busy, total), Tone.BUSY)
    if not total:
        by_hand = any(not one.item.is_synced for one in overview.items)
        words = translate("Summary", "No bank is connected any more")
        nothing = translate("Summary", "Nothing has to be synced") if by_hand else words
        return Status("new", nothing, Tone.QUIET, calm=True)
    if all(
        item.item.status is ItemStatus.PAUSED for item in overview.live
    ):  # nothing is wrong: it is so wanted
        return Status("paused", translate("Summary", "Syncing is paused"), Tone.QUIET)
    tone = Tone.OK if fresh == total else Tone.WARNING
    icon = "ok" if fresh == total else "attention"
    if total == 1:
        only = status_of(overview.live[0], now)
        word = translate("Summary", "Your connection is up to date") if only.calm else only.word
        return Status(only.icon, word, only.tone, calm=only.calm)
    if fresh == total:
        text = translate("Summary", "All {total} connections up to date", None, total).format(total=total)
    else:
        text = up_to_date(overview, now)
    return Status(icon, text, tone, calm=fresh == total)


def _named(status: ItemStatus) -> Status:
    match status:
        case ItemStatus.HEALTHY:
            named = Status("ok", translate("Status", "Up to date"), Tone.OK, calm=True)
        case ItemStatus.SYNCING:
            named = Status("syncing", translate("Status", "Syncing"), Tone.BUSY)
        case ItemStatus.WAITING:
            named = Status("waiting", translate("Status", "Will try again"), Tone.WARNING)
        case ItemStatus.OFFLINE:
            named = Status("offline", translate("Status", "Offline"), Tone.WARNING)
        case ItemStatus.REAUTH_REQUIRED:
            named = Status("key", translate("Status", "Sign in again"), Tone.WARNING)
        case ItemStatus.ATTENTION_REQUIRED:
            named = Status("attention", translate("Status", "Needs attention"), Tone.ERROR)
        case ItemStatus.PAUSED:
            named = Status("paused", translate("Status", "Paused"), Tone.QUIET)
        case _:  # ItemStatus.DISCONNECTED
            named = Status("disconnected", translate("Status", "Disconnected"), Tone.ERROR)
    return named


def _syncing(busy: int, total: int) -> str:
    if total == 1:
        return translate("Summary", "Syncing your connection")
    if busy == total:
        return translate("Summary", "Syncing all {total} connections", None, total).format(total=total)
    return translate("Summary", "Syncing {busy} of {total} connections", None, total).format(
        busy=busy, total=total
    )
