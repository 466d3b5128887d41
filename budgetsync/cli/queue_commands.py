"""`queue`, and what a sync that has to wait is told."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from budgetsync.cli import output
from budgetsync.cli.session import DONE, names
from budgetsync.core import Core
from budgetsync.domain.ids import ItemId
from budgetsync.domain.request import QueueEntry, QueueOverview, RequestState, WaitsFor

_WHY = {
    WaitsFor.RETRY: "the last try failed",
    WaitsFor.BREAKER: "bank or provider failed too often",
    WaitsFor.TOLD: "the provider asks to wait",
    WaitsFor.QUOTA: "the calls that the provider allows are used up",
    WaitsFor.BUDGET: "many others are tried again just now",
}


async def queue(core: Core, chosen: argparse.Namespace) -> int:
    """`queue`: every open request and the figures."""
    found, known = await core.queue_overview(), names(await core.overview())
    if chosen.json:
        output.print_json(_fields(found, known))
        return DONE
    if found.entries:
        output.print_table(
            ("connection", "", "asked by", "state", "attempts", "when", "last error"),
            (_row(entry, known, core.now()) for entry in found.entries),
            right=(4,),
        )
    figures = found.figures
    depth = ", ".join(f"{figures.depth[state]} {state}" for state in RequestState)
    sys.stdout.write(
        f"Requests: {depth} (ends of the last seven days).\n"
        f"Last hour: {figures.came_1h} came, {figures.went_1h} went. "
        f"Last day: {figures.came_24h} came, {figures.went_24h} went.\n"
    )
    return DONE


def tell_waiting(
    found: QueueOverview, asked: Iterable[ItemId], known: Mapping[ItemId, str], now: datetime, *, stays: bool
) -> None:
    """Say on stderr which of the connections that were asked for have to wait, and until when.

    Args:
        stays: Some process stays that tries again by itself; else nothing is said about tries to come.
    """
    wanted = set(asked)
    for entry in found.entries:
        if entry.item_id not in wanted or entry.waits_for is None:
            continue
        when = output.format_local(entry.next_attempt_at, now)
        name = known[entry.item_id]
        if not entry.waits_for.yields_to_click:
            sys.stderr.write(f"{name}: next possible at {when}, as {_WHY[entry.waits_for]}.\n")
        elif stays:
            sys.stderr.write(f"{name}: tried again by itself at {when}.\n")


def _row(entry: QueueEntry, known: Mapping[ItemId, str], now: datetime) -> tuple[str, ...]:
    return (
        known.get(entry.item_id, "—"),
        str(entry.item_id),
        entry.trigger.value.lower(),
        "running" if entry.state is RequestState.LEASED else "waiting",
        str(entry.attempts),
        _describe_turn(entry, now),
        entry.last_error or "",
    )


def _describe_turn(entry: QueueEntry, now: datetime) -> str:
    if entry.state is RequestState.LEASED:
        return "now"
    if entry.waits_for is None:
        return "its turn is next"
    when = output.format_local(entry.next_attempt_at, now)
    verb = "next try" if entry.waits_for.yields_to_click else "next possible"
    return f"{verb} at {when}: {_WHY[entry.waits_for]}"


def _fields(found: QueueOverview, known: Mapping[ItemId, str]) -> dict[str, Any]:
    figures = found.figures
    return {
        "requests": [
            {
                "id": entry.id,
                "kind": entry.kind,
                "item": entry.item_id,
                "institution": known.get(entry.item_id),
                "trigger": entry.trigger.value,
                "state": entry.state.value,
                "attempts": entry.attempts,
                "requested_at": output.instant_text(entry.requested_at),
                "next_attempt_at": output.instant_text(entry.next_attempt_at),
                "waits_for": entry.waits_for,
                "last_error": entry.last_error,
                "history": [{"at": output.instant_text(one.at), "error": one.code} for one in entry.history],
            }
            for entry in found.entries
        ],
        "depth": {state.value: count for state, count in figures.depth.items()},
        "oldest_pending_at": output.instant_text(figures.oldest_pending_at),
        "next_attempt_at": output.instant_text(figures.next_attempt_at),
        "last_hour": {"came": figures.came_1h, "went": figures.went_1h},
        "last_day": {"came": figures.came_24h, "went": figures.went_24h},
    }
