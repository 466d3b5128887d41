"""What is printed of real time."""

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from budgetsync.cli import output
from budgetsync.domain.addresses import shown_address
from budgetsync.domain.realtime import (
    ConnectionWebhooks,
    Device,
    Light,
    LightState,
    RealTime,
    TestResult,
    TestStep,
    WebhookState,
)
from budgetsync.domain.webhook import EventState, InboxEntry

_LIGHT = {
    LightState.OFF: "off",
    LightState.CONNECTING: "connecting",
    LightState.ON: "on",
    LightState.CATCHING_UP: "catching up",
    LightState.UNREACHABLE: "not reached; syncs by the clock go on",
    LightState.REVOKED: "not known there any more; pair anew",
}
_WEBHOOKS = {
    WebhookState.OFF: "off",
    WebhookState.SETTING: "the address is being told",
    WebhookState.SET: "the address is told, nothing came yet",
    WebhookState.WORKING: "they come",
    WebhookState.MISSING: "sent, but not arrived",
    WebhookState.FAILED: "the address could not be told",
}
_EVENT = {
    EventState.UNVERIFIED: "waits for its key",
    EventState.QUEUED: "waits for its sync",
    EventState.DONE: "done",
    EventState.NOTED: "noted",
    EventState.STRANGER: "of no connection here",
    EventState.DEAD: "given up, see dead-letters",
}


def relay_name(found: RealTime) -> str:
    """What a relay is called: its host."""
    return urlsplit(found.mailbox.relay).netloc if found.mailbox is not None else ""


def print_real_time(found: RealTime, now: datetime) -> None:
    """Print whether news come by themselves."""
    for line in _way_lines(found, now):
        sys.stdout.write(f"{line}\n")
    _print_figures(found)
    if found.connections:
        output.print_table(
            ("connection", "", "webhooks", "last came", "Plaid sent one"),
            (_connection_row(one, now) for one in found.connections),
        )
    for one in found.connections:
        if one.trouble is not None:
            sys.stdout.write(f"{output.plain_text(one.institution)}: {output.format_trouble(one.trouble)}\n")


def _way_lines(found: RealTime, now: datetime) -> Iterator[str]:
    if found.mailbox is not None:
        yield f"Relay: {relay_name(found)}, paired {output.format_age(found.mailbox.paired_at, now)}."
    elif found.listens_at:
        yield f"Webhooks are taken in at {shown_address(found.listens_at)}."
    elif found.route is not None:
        yield "Webhooks come straight to this computer, while the window or the daemon runs."
    else:
        yield "No relay is paired: `budgetsync relay pair ADDRESS`. Syncs by the clock go on."
    if found.mailbox is not None or found.listens_at:
        yield f"Light: {_light_words(found.light, now)}."
    if found.light.trouble is not None:
        yield output.format_trouble(found.light.trouble)
    if found.public_url:
        yield f"Plaid posts to {shown_address(found.public_url)}."
    elif found.listens_at:
        yield "Plaid is told nothing: set PLAID_WEBHOOK_URL to the public address that leads there."


def _print_figures(found: RealTime) -> None:
    if found.p50 is not None and found.p95 is not None:
        sys.stdout.write(
            f"From arrival to rows, last day: half in {_seconds(found.p50)}, 95 % in {_seconds(found.p95)}.\n"
        )
    if found.waiting:
        sys.stdout.write(f"{found.waiting} webhooks wait until their key can be asked for.\n")
    if found.rejected:
        turned = ", ".join(f"{count:,} {reason}" for reason, count in found.rejected.items())
        sys.stdout.write(f"Turned away: {turned}.\n")


def _light_words(light: Light, now: datetime) -> str:
    words = _LIGHT[light.state]
    if light.last_byte_at is not None:
        words += f", last heard of {_length(now - light.last_byte_at)} ago"
    if light.way is not None:
        words += f", by {light.way}"
    if light.catch_up is not None:
        words += f", {light.catch_up.events} events caught up after {_length(light.catch_up.absence)}"
    return words


def _seconds(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds < 1 else f"{seconds:,.1f} s"


def _length(span: timedelta) -> str:
    seconds = max(int(span.total_seconds()), 0)
    for size, unit in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def _connection_row(one: ConnectionWebhooks, now: datetime) -> tuple[str, ...]:
    sent = output.format_age(one.sent_at, now) if one.sent_at is not None else ""
    came = output.format_age(one.last_event_at, now)
    return one.institution, str(one.item_id), _WEBHOOKS[one.state], came, sent


def print_events(events: Iterable[InboxEntry]) -> None:
    """Print webhooks, newest first."""
    output.print_table(
        ("arrived", "connection", "webhook", "state", "after", "run"),
        (_event_row(event) for event in events),
        right=(4,),
    )


def _event_row(event: InboxEntry) -> tuple[str, ...]:
    latency = event.latency
    return (
        f"{event.arrived_at.astimezone():%Y-%m-%d %H:%M:%S}",
        event.institution,
        f"{event.type} {event.code}".strip(),
        _EVENT[event.state],
        _seconds(latency.total_seconds()) if latency is not None else "",
        str(event.run_id) if event.run_id is not None else "",
    )


def print_test(result: TestResult) -> None:
    """Print how far a test event came."""
    if result.taken_after is not None:
        sys.stdout.write(f"The relay took it after {result.taken_after:.2f} s.\n")
    if result.reached is TestStep.BACK and result.back_after is not None:
        sys.stdout.write(f"It came back after {result.back_after:.2f} s: news arrive.\n")
    elif result.trouble is not None:
        sys.stderr.write(f"{output.format_trouble(result.trouble)}\n")
    else:
        sys.stderr.write("It did not come back.\n")


def print_devices(devices: Iterable[Device], now: datetime) -> None:
    """Print who reads the mailbox, oldest first."""
    output.print_table(
        ("computer", "device", "added", "last seen", ""),
        (
            (
                one.name,
                one.id,
                output.format_age(one.added_at, now),
                output.format_age(one.seen_at, now),
                "this one" if one.own else "",
            )
            for one in devices
        ),
    )


def real_time_fields(found: RealTime) -> dict[str, Any]:
    """Everything about real time for a program; addresses without what makes them secret."""
    light = found.light
    return {
        "route": found.route,
        "relay": found.mailbox.relay if found.mailbox is not None else None,
        "paired_at": output.instant_text(found.mailbox.paired_at) if found.mailbox is not None else None,
        "listens_at": shown_address(found.listens_at) if found.listens_at else None,
        "public_url": shown_address(found.public_url) if found.public_url else None,
        "light": {
            "state": light.state,
            "since": output.instant_text(light.since),
            "last_byte_at": output.instant_text(light.last_byte_at),
            "way": light.way,
            "retry_at": output.instant_text(light.retry_at),
            "trouble": output.trouble_fields(light.trouble),
            "catch_up": light.catch_up
            and {
                "events": light.catch_up.events,
                "absence_seconds": light.catch_up.absence.total_seconds(),
                "at": output.instant_text(light.catch_up.at),
            },
        },
        "connections": [
            {
                "item": one.item_id,
                "institution": one.institution,
                "state": one.state,
                "last_event_at": output.instant_text(one.last_event_at),
                "sent_at": output.instant_text(one.sent_at),
                "trouble": output.trouble_fields(one.trouble),
            }
            for one in found.connections
        ],
        "waiting": found.waiting,
        "rejected": {str(reason): count for reason, count in found.rejected.items()},
        "latency_seconds": {"p50": found.p50, "p95": found.p95, "p99": found.p99},
    }


def event_fields(event: InboxEntry) -> dict[str, Any]:
    """A webhook for a program."""
    return {
        "id": event.id,
        "item": event.item_id,
        "institution": event.institution,
        "type": event.type,
        "code": event.code,
        "ask": event.ask,
        "route": event.route,
        "state": event.state,
        "arrived_at": output.instant_text(event.arrived_at),
        "received_at": output.instant_text(event.received_at),
        "acted_at": output.instant_text(event.acted_at),
        "run": event.run_id,
        "latency_seconds": event.latency.total_seconds() if event.latency is not None else None,
    }


def device_fields(device: Device) -> dict[str, Any]:
    """A computer that reads the mailbox, for a program."""
    return {
        "device": device.id,
        "name": device.name,
        "added_at": output.instant_text(device.added_at),
        "seen_at": output.instant_text(device.seen_at),
        "own": device.own,
    }


def test_fields(result: TestResult) -> dict[str, Any]:
    """What came of a test event, for a program."""
    return {
        "reached": result.reached,
        "taken_after_seconds": result.taken_after,
        "back_after_seconds": result.back_after,
        "trouble": output.trouble_fields(result.trouble),
    }
