"""The command that runs the relay: its options, by argument or by environment, and its life until a signal."""

import argparse
import asyncio
import gc
import logging
import os
import signal
import sys
from collections.abc import Callable
from importlib.util import find_spec
from ipaddress import ip_network

from budgetsync.relay.server.callers import LOOPBACK, Network
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.options import Options

LISTEN = "127.0.0.1:8470"
CONNECTIONS = 25_000
GARBAGE_SECONDS = 300.0
"""Between two looks for what closed connections left behind."""
_YOUNG, _NEVER = 2000, 1_000_000_000
_PREFIX = "BUDGETSYNC_RELAY_"


class SettingError(Exception):
    """The relay cannot be run as it is told to; the text says why."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Describe the options; each can be given by the environment too, BUDGETSYNC_RELAY_ and its name."""
    parser.add_argument(
        "--listen",
        metavar="HOST:PORT",
        type=_address,
        default=_told("LISTEN", LISTEN),
        help="where to take connections; TLS is for what stands in front (%(default)s)",
    )
    parser.add_argument(
        "--public-url",
        metavar="URL",
        default=_told("PUBLIC_URL", ""),
        help="what desktops and providers call this relay by, such as https://relay.example.org",
    )
    parser.add_argument(
        "--open",
        action="store_true",
        default=_told("OPEN", "").lower() in {"1", "true", "yes"},
        help="give a mailbox to everybody who asks, without an invite",
    )
    parser.add_argument(
        "--trusted-proxies",
        metavar="NETWORKS",
        type=_networks,
        default=_told("TRUSTED_PROXIES", ",".join(map(str, LOOPBACK))),
        help="whose X-Forwarded-For is believed, separated by commas (%(default)s)",
    )
    parser.add_argument(
        "--metrics-from",
        metavar="NETWORKS",
        type=_networks,
        default=_told("METRICS_FROM", ",".join(map(str, LOOPBACK))),
        help="who may read /metrics (%(default)s)",
    )
    parser.add_argument(
        "--connections",
        metavar="COUNT",
        type=int,
        default=_told("CONNECTIONS", str(CONNECTIONS)),
        help="at a time, at most (%(default)s)",
    )


async def serve(room: Mailroom, chosen: argparse.Namespace) -> None:
    """Run the relay until SIGINT or SIGTERM.

    Raises:
        SettingError: It cannot listen there, or nobody could call it by its public address.
    """
    from budgetsync.relay.server.serving import RelayServer, listen, raise_limits  # noqa: PLC0415 - for this only

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for noisy in ("uvicorn.error", "peewee"):  # the latter would tell names of mailboxes
        logging.getLogger(noisy).setLevel(logging.WARNING)
    try:
        listener = listen(*chosen.listen)
    except OSError as error:
        message = f"The relay cannot listen at {chosen.listen[0]}:{chosen.listen[1]}: {error.strerror}."
        raise SettingError(message) from error
    host, port = listener.getsockname()[:2]
    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    try:
        options = Options(
            (chosen.public_url or address).rstrip("/"),
            is_open=chosen.open,
            proxies=chosen.trusted_proxies,
            watchers=chosen.metrics_from,
        )
    except ValueError as error:
        listener.close()
        message = f"The public address (--public-url) cannot be used: {error}."
        raise SettingError(message) from error
    if room.rolled_back:
        logging.getLogger(__name__).warning("the database is an older copy: every desktop is told to sync")
    server = RelayServer(
        room,
        options,
        listener,
        most=raise_limits(chosen.connections),
        ready=lambda: _say(f"The relay listens at {address}\n"),
    )
    _on_signals(server.ask_to_stop)
    collecting = asyncio.create_task(_collect_garbage())
    try:
        await server.run_relay()
    finally:
        collecting.cancel()


async def _collect_garbage() -> None:
    """Look through everything only now and then: with thousands of streams that holds all up for 100 ms."""
    _, young, _ = gc.get_threshold()
    gc.set_threshold(_YOUNG, young, _NEVER)
    while True:
        await asyncio.sleep(GARBAGE_SECONDS)
        gc.collect()


def make_loop() -> asyncio.AbstractEventLoop:
    """The quicker loop, where it is installed."""
    if find_spec("uvloop") is not None:
        import uvloop  # noqa: PLC0415 - an extra

        return uvloop.new_event_loop()
    return asyncio.new_event_loop()


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _on_signals(stop: Callable[[], None]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stop())


def _told(name: str, otherwise: str) -> str:
    return os.environ.get(_PREFIX + name) or otherwise


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    return host.strip("[]") or "127.0.0.1", int(port)


def _networks(text: str) -> tuple[Network, ...]:
    return tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())
