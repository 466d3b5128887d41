"""Commands about syncing by the clock: `schedule`, `pause`, `resume`."""

import argparse
import sys
from datetime import datetime
from typing import Any

from budgetsync.cli import output
from budgetsync.cli.session import DONE, names
from budgetsync.core import Core
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import (
    OnMetered,
    Pause,
    format_duration,
    parse_duration,
    parse_interval,
    parse_quiet,
    parse_stretch,
    parse_until,
)
from budgetsync.domain.timetable import ItemTimetable, Timetable

_WAITS = {
    Hold.PAUSED: "paused",
    Hold.QUIET: "after the quiet hours",
    Hold.METERED: "waits for a network that is not metered",
    Hold.OFFLINE: "waits for the network",
    Hold.QUEUED: "now",
}


async def schedule(core: Core, chosen: argparse.Namespace) -> int:
    """`schedule`: choose, then show."""
    await _choose(core, chosen)
    timetable, known = await core.timetable(), names(await core.overview())
    is_kept_current = core.runs_scheduler or not core.owns_engine
    if chosen.json:
        output.print_json(timetable_fields(timetable, known, core.now(), is_kept_current=is_kept_current))
        return DONE
    _print_settings(timetable, core)
    _print_items(timetable, known, core)
    if not is_kept_current:
        sys.stdout.write(
            "Nothing is synced by itself now: keep the window open, or run `budgetsync daemon`.\n"
        )
    return DONE


async def pause(core: Core, chosen: argparse.Namespace) -> int:
    """`pause`: nothing by itself for a while."""
    now, zone = core.now(), core.scheduler.zone
    until = now + parse_duration(chosen.length) if chosen.length is not None else None
    if chosen.until is not None:
        until = parse_until(chosen.until, now, zone)
    await core.pause(Pause(until), _item(chosen))
    end = f"until {output.format_local(until)}" if until else "until `budgetsync resume`"
    sys.stdout.write(f"{await _subject(core, chosen)} paused {end}. `budgetsync sync` still syncs.\n")
    return DONE


async def resume(core: Core, chosen: argparse.Namespace) -> int:
    """`resume`: the end of a pause."""
    await core.resume(_item(chosen))
    sys.stdout.write(f"{await _subject(core, chosen)} no longer paused.\n")
    return DONE


def timetable_fields(
    timetable: Timetable, known: dict[ItemId, str], now: datetime, *, is_kept_current: bool
) -> dict[str, Any]:
    """Write a timetable for programs."""
    settings, situation = timetable.settings, timetable.situation
    return {
        "background": is_kept_current,
        "interval_seconds": int(settings.interval.total_seconds()),
        "interval_from": "environment" if timetable.is_told_interval else "ledger",
        "quiet": str(settings.quiet) if settings.quiet else None,
        "on_metered": settings.on_metered.value,
        "battery_stretch": settings.battery_stretch,
        **_pause_fields(settings.pause if settings.pause and settings.pause.holds(now) else None),
        "timer_is_safety_net": timetable.is_safety_net,
        "online": situation.online,
        "metered": situation.metered,
        "on_battery": situation.on_battery,
        "last_run_at": output.instant_text(timetable.last_run_at),
        "next_run_at": output.instant_text(timetable.next_run_at),
        "drift_seconds": timetable.drift.total_seconds(),
        "trouble": timetable.trouble.message if timetable.trouble else None,
        "connections": [
            {
                "id": item.planned.item_id,
                "institution": known.get(item.planned.item_id, ""),
                "interval_seconds": int(item.interval.total_seconds()),
                "last_run_at": output.instant_text(item.last_run_at),
                "next_run_at": output.instant_text(item.planned.due_at),
                "waits_for": item.planned.hold.value.lower() if item.planned.hold else None,
                "drift_seconds": item.planned.drift.total_seconds(),
                **_pause_fields(settings.pause_of(item.planned.item_id, now)),
            }
            for item in timetable.items
        ],
    }


async def _choose(core: Core, chosen: argparse.Namespace) -> None:
    """Read everything before anything is chosen, so that a slip of the fingers changes nothing."""
    if chosen.item is not None and chosen.every is None:
        message = "--item chooses whose interval --every is, and --every is missing."
        raise UsageError(message, action="Add --every, such as --every 30m.")
    every = None if chosen.every in {None, "default"} else parse_interval(chosen.every)
    quiet = None if chosen.quiet in {None, "off"} else parse_quiet(chosen.quiet)
    stretch = None if chosen.battery is None else parse_stretch(chosen.battery)
    if chosen.every is not None:
        await core.choose_interval(every, _item(chosen))
    if chosen.quiet is not None:
        await core.choose_quiet(quiet)
    if chosen.metered is not None:
        await core.choose_on_metered(OnMetered(chosen.metered))
    if stretch is not None:
        await core.choose_battery_stretch(stretch)


def _print_settings(timetable: Timetable, core: Core) -> None:
    settings, situation = timetable.settings, timetable.situation
    if timetable.trouble:
        sys.stderr.write(f"{output.format_trouble(timetable.trouble)}\n")
    told = " (SYNC_SCHEDULE_INTERVAL)" if timetable.is_told_interval else ""
    lines = [f"Every {format_duration(settings.interval)}{told}"]
    if timetable.is_safety_net:
        lines[0] += "; the bank's news come at once by webhook, the timer is the safety net"
    if settings.pause and settings.pause.holds(core.now()):
        until = settings.pause.until
        lines.append(f"paused until {output.format_local(until) if until else 'resumed'}")
    if settings.quiet:
        lines.append(f"not at {settings.quiet}")
    if settings.on_metered is OnMetered.HOLD:
        lines.append("not on a metered network" + (", as now" if situation.metered else ""))
    if settings.battery_stretch > 1:
        lines.append(f"{settings.battery_stretch} times as long on battery")
    if situation.online is False:
        lines.append("there is no network now")
    sys.stdout.write(f"{'; '.join(lines)}.\n")


def _print_items(timetable: Timetable, known: dict[ItemId, str], core: Core) -> None:
    if not timetable.items:
        sys.stdout.write("No bank is connected yet. Try `budgetsync connect --help`.\n")
        return
    output.print_table(
        ("", "connection", "every", "last", "next"),
        (
            (
                str(item.planned.item_id),
                known.get(item.planned.item_id, ""),
                format_duration(item.interval),
                output.format_age(item.last_run_at, core.now()),
                _describe_next(item, core),
            )
            for item in timetable.items
        ),
        right=(0,),
    )


def _describe_next(item: ItemTimetable, core: Core) -> str:
    planned = item.planned
    waits = _WAITS[planned.hold] if planned.hold else ""
    if planned.due_at is None:
        return waits or "when BudgetSync runs in the background"
    if planned.due_at <= core.now():
        return "overdue"
    at = output.format_local(planned.due_at)
    return f"{at} ({waits})" if waits else at


async def _subject(core: Core, chosen: argparse.Namespace) -> str:
    item = _item(chosen)
    return f"{names(await core.overview())[item]} is" if item is not None else "Syncing by itself is"


def _item(chosen: argparse.Namespace) -> ItemId | None:
    return ItemId(chosen.item) if chosen.item is not None else None


def _pause_fields(found: Pause | None) -> dict[str, Any]:
    return {"paused": found is not None, "paused_until": output.instant_text(found.until) if found else None}
