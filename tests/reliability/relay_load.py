"""One relay process with thousands of desktops that listen: memory, events a second, and how late they come.

python -m tests.reliability.relay_load --connections 4000

Everything is as it is in life: SQLite on a real disk with fsync, the shipped limits, each webhook sealed and
committed before it is answered, and acknowledged after it came. The load itself runs in this process.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from nacl.public import PrivateKey, SealedBox
from nacl.signing import SigningKey

from budgetsync.relay.protocol import RECEIVE_PATH, to_bytes, unpack
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.serve_command import make_loop
from tests.reliability.daemon_processes import Sample, cpu_seconds
from tests.reliability.relay_load_lines import Load, Member

KIB_A_CONNECTION = 35.0
EVENTS_A_SECOND = 1000.0
P99 = 0.100
PATIENCE = 60
"""Seconds."""


@dataclass(frozen=True)
class Relay:
    """A relay process."""

    pid: int
    address: tuple[str, int]


@contextmanager
def running(database: Path, log: Path, *options: str) -> Iterator[Relay]:
    """Run a relay with what it ships with."""
    words = (
        sys.executable,
        "-m",
        "budgetsync.relay.server.cli",
        "serve",
        "--listen",
        "127.0.0.1:0",
        *options,
    )
    environment = {**os.environ, "BUDGETSYNC_RELAY_DATABASE": f"sqlite:///{database}"}
    with (
        log.open("w", encoding="utf-8") as told,
        subprocess.Popen(words, stdout=subprocess.PIPE, stderr=told, text=True, env=environment) as process,
    ):
        assert process.stdout is not None
        line = process.stdout.readline()
        if not line:
            process.wait(PATIENCE)
            message = f"the relay did not start: {log.read_text(encoding='utf-8')}"
            raise RuntimeError(message)
        host, _, port = line.strip().rpartition("/")[2].rpartition(":")
        try:
            yield Relay(process.pid, (host, int(port)))
        except ConnectionError:
            sys.stderr.write(log.read_text(encoding="utf-8"))
            raise
        finally:
            process.terminate()
            process.wait(PATIENCE)


async def make_members(database: Path, count: int, seal: PrivateKey) -> list[Member]:
    """Make mailboxes, each with a desktop that has a session. All share one key for what is sealed."""
    public = bytes(seal.public_key)

    async with Mailroom(f"sqlite:///{database}") as room:

        async def make(number: int) -> Member:
            key = bytes(SigningKey.generate().verify_key)
            paired = await room.pair(key, public, f"desktop {number}", None)
            bearer, _ = await room.open_session(paired.mailbox, paired.device)
            source = f"127.{1 + number // 60000}.{number // 250 % 240}.{1 + number % 250}"
            address = f"{RECEIVE_PATH}/{paired.address}"
            return Member(paired.mailbox, paired.device, address, paired.epoch, bearer, source)

        return list(await asyncio.gather(*(make(number) for number in range(count))))


def schedule(random: Random, count: int, rate: float, seconds: float) -> list[tuple[float, int]]:
    """When webhooks are posted, and for whom: at random moments, as many a second as wanted on average."""
    at, planned = 0.0, []
    while (at := at + random.expovariate(rate)) < seconds:
        planned.append((at, random.randrange(count)))
    return planned


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else float("inf")


def find_wrong(members: Sequence[Member], load: Load, seal: PrivateKey) -> list[str]:
    """What did not come as it should have: holes, repeats, what cannot be unsealed."""
    wrong = [f"{member.source}: {member.wrong}" for member in members if member.wrong]
    wrong += [
        f"{member.source}: {member.seen} of {len(member.posted)} came"
        for member in members
        if member.seen != len(member.posted)
    ]
    if load.refused:
        wrong.append(f"{len(load.refused)} requests were refused, the first with {load.refused[0]}")
    box = SealedBox(seal)
    for place, member in enumerate(members):
        if member.sample:
            _token, body = unpack(box.decrypt(to_bytes(json.loads(member.sample)["sealed"])))
            if json.loads(body)["item_id"] != f"item-{place}-{member.seen}":
                wrong.append(f"{member.source}: its last entry is another one's")
    return wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the load and judge it; the last line has the figures.

    Returns:
        0 where every figure is as good as it has to be.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--connections", type=int, default=4000)
    parser.add_argument("--rate", type=float, default=1100, help="webhooks a second")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-bars", action="store_true", help="judge what came, not how quickly")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=Path.cwd(), prefix=".relay-load-") as folder:
        return measure(Path(folder), chosen)


def measure(folder: Path, chosen: argparse.Namespace) -> int:
    """Run the load on a database in a folder."""
    random = Random(chosen.seed)  # noqa: S311 - a schedule, no secret
    seal = PrivateKey.generate()
    database = folder / "relay.sqlite"
    with asyncio.Runner(loop_factory=make_loop) as runner:
        members = runner.run(make_members(database, chosen.connections, seal))
    with running(database, folder / "relay.log") as relay:
        gc.disable()  # a pause of this process would be taken for one of the relay
        load = Load(relay.address, members)
        # What a process needs whether anybody listens or not: half of the webhooks come before anybody does.
        before = Sample.take(relay.pid).rss
        opened_in = load.open_streams()
        idle = Sample.take(relay.pid).rss
        used = cpu_seconds(relay.pid)
        planned = schedule(random, len(members), chosen.rate, chosen.seconds)
        seconds = load.run(planned)
        used = cpu_seconds(relay.pid) - used
        loaded = Sample.take(relay.pid).rss
        load.close()
        own = time.process_time()
        gc.enable()
    late = [one for member in members for one in member.late]
    wrong = find_wrong(members, load, seal)
    rate = len(late) / seconds if seconds else 0.0
    kib = (max(idle, loaded) - before) / len(members)
    p50, p99 = percentile(late, 0.5), percentile(late, 0.99)
    verdict = not wrong and (
        chosen.no_bars or (kib <= KIB_A_CONNECTION and rate > EVENTS_A_SECOND and p99 < P99)
    )
    for line in wrong[:10]:
        sys.stdout.write(f"wrong: {line}\n")
    sys.stdout.write(
        f"relay-load: {len(members)} streams (opened in {opened_in:.1f} s), {len(late)} of {len(planned)} events,"
        f" {rate:.0f}/s durable and delivered; POST to delivery p50 {p50 * 1000:.1f} ms, p99 {p99 * 1000:.1f} ms;"
        f" POST answered p99 {percentile(load.answered, 0.99) * 1000:.1f} ms; {load.acked} acknowledgements;"
        f" {(idle - before) / len(members):.1f} KiB a connection idle, {kib:.1f} at most;"
        f" relay {used / max(seconds, 1):.2f} of a core, load {own:.0f} s CPU: {'ok' if verdict else 'FAILED'}\n"
    )
    return 0 if verdict else 1


if __name__ == "__main__":
    sys.exit(main())
