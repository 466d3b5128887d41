"""Commands about real time: `relay`, `webhooks`."""

import argparse
import sys
from collections.abc import Awaitable, Callable

from budgetsync.cli import output, relay_output
from budgetsync.cli.session import ACT, DONE, NOT_SYNCED
from budgetsync.core import Core
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import RunId
from budgetsync.domain.realtime import LightState, TestStep

_LONGEST_INVITE = 200


async def relay(core: Core, chosen: argparse.Namespace) -> int:
    """`relay`: the mailbox, and who reads it."""
    commands: dict[str, Callable[[Core, argparse.Namespace], Awaitable[int]]] = {
        "pair": _pair,
        "status": _status,
        "test": _test,
        "rotate": _rotate,
        "devices": _devices,
        "revoke": _revoke,
        "request": _request,
        "approve": _approve,
        "join": _join,
        "unpair": _unpair,
    }
    return await commands[chosen.relay_command or "status"](core, chosen)


async def webhooks(core: Core, chosen: argparse.Namespace) -> int:
    """`webhooks`: those that came, newest first."""
    if chosen.run is not None:
        events = await core.events_of_run(RunId(chosen.run))
    else:
        events = (await core.realtime()).events
    events = events[: max(chosen.limit, 0)]
    if chosen.json:
        output.print_json([relay_output.event_fields(event) for event in events])
    elif events:
        relay_output.print_events(events)
    else:
        sys.stdout.write("No webhook came.\n")
    return DONE


async def _status(core: Core, chosen: argparse.Namespace) -> int:
    found = await core.realtime()
    if chosen.json:
        output.print_json(relay_output.real_time_fields(found))
    else:
        relay_output.print_real_time(found, core.now())
    return ACT if found.light.state is LightState.REVOKED else DONE


async def _pair(core: Core, chosen: argparse.Namespace) -> int:
    invite = chosen.invite
    if invite == "-":
        invite = sys.stdin.readline(_LONGEST_INVITE).strip()
    await core.pair_relay(chosen.relay, invite, chosen.name)
    return await _paired(core)


async def _join(core: Core, chosen: argparse.Namespace) -> int:
    await core.join_mailbox(chosen.text)
    return await _paired(core)


async def _paired(core: Core) -> int:
    await _tell_provider(core)
    found = await core.realtime()
    sys.stdout.write(
        f"Paired with {relay_output.relay_name(found)}. Plaid posts its news there from now on.\n"
    )
    if core.owns_engine:
        sys.stdout.write("They come in while the window is open, or `budgetsync daemon` runs.\n")
    sys.stdout.write("Try it: `budgetsync relay test`.\n")
    return DONE


async def _tell_provider(core: Core) -> None:
    """Have the provider told here, where no other process is there that does it."""
    if core.owns_engine:
        await core.addresses.compare()


async def _test(core: Core, chosen: argparse.Namespace) -> int:
    result = await core.test_relay()
    if chosen.json:
        output.print_json(relay_output.test_fields(result))
    else:
        relay_output.print_test(result)
    return DONE if result.reached is TestStep.BACK else NOT_SYNCED


async def _rotate(core: Core, _chosen: argparse.Namespace) -> int:
    await core.rotate_address()
    await _tell_provider(core)
    sys.stdout.write("There is another address. The older one is closed once Plaid posts to it no more.\n")
    return DONE


async def _devices(core: Core, chosen: argparse.Namespace) -> int:
    devices = await core.relay_devices()
    if chosen.json:
        output.print_json([relay_output.device_fields(device) for device in devices])
    else:
        relay_output.print_devices(devices, core.now())
    return DONE


async def _revoke(core: Core, chosen: argparse.Namespace) -> int:
    found = [one for one in await core.relay_devices() if one.id.startswith(chosen.device)]
    if len(found) != 1:
        message = "No computer is called so there." if not found else "Several are called so."
        raise UsageError(message, action="See `budgetsync relay devices`.")
    await core.revoke_device(found[0].id)
    sys.stdout.write(f"{found[0].name} is shut out.\n")
    return DONE


async def _request(core: Core, chosen: argparse.Namespace) -> int:
    text = await core.request_pairing(chosen.relay, chosen.name)
    sys.stderr.write("Type this at a computer that reads the mailbox: budgetsync relay approve ...\n")
    sys.stdout.write(f"{text}\n")
    return DONE


async def _approve(core: Core, chosen: argparse.Namespace) -> int:
    text = await core.approve_pairing(chosen.text)
    sys.stderr.write("Type this at the other computer: budgetsync relay join ...\n")
    sys.stdout.write(f"{text}\n")
    return DONE


async def _unpair(core: Core, _chosen: argparse.Namespace) -> int:
    await core.unpair_relay()
    await _tell_provider(core)
    sys.stdout.write("The relay was left. Syncs by the clock go on.\n")
    return DONE
