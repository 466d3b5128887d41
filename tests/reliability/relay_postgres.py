"""Two relay processes on one PostgreSQL database, one of them killed every few seconds: nothing answered 200 is lost.

python -m tests.reliability.relay_postgres --seconds 120

Webhooks are posted to either process and again until they are answered 200, as a provider does. Desktops read at
either, go to another one where theirs dies, and now and then acknowledge. Half-way through, the database itself
loses its power. Whatever was answered has to come, in order, without a hole, and the same to whoever asks again.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import httpx
from nacl.public import PrivateKey, SealedBox
from nacl.signing import SigningKey

from budgetsync.relay.protocol import RECEIVE_PATH, VERIFICATION_HEADER, read_event_id, to_bytes, unpack
from budgetsync.relay.server.cli import NO_DATABASE
from budgetsync.relay.server.mailroom import Mailroom
from tests.contract.postgres_server import PostgresServer
from tests.reliability.relay_load_lines import TOKEN

PROCESSES = 2
MEMBERS = 120
RATE = 60.0  # webhooks a second: so many that no mailbox comes upon its limit
PATIENCE = 30.0
_STARTING = 60.0


async def pause(seconds: float) -> None:
    """Lets time pass."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await asyncio.Event().wait()


class RelayProcess:
    """A relay process, which can be killed and started again."""

    def __init__(self, database: str, log: Path) -> None:
        self._environment = {**os.environ, "BUDGETSYNC_RELAY_DATABASE": database}
        self._log = log
        self._process: asyncio.subprocess.Process | None = None
        self.url = ""

    async def start(self) -> None:
        """Starts it, at any free port, and waits until it answers; again where the database does not, yet."""
        async with asyncio.timeout(_STARTING):
            while not await self._start_once():
                await pause(1)

    async def _start_once(self) -> bool:
        words = ("-m", "budgetsync.relay.server.cli", "serve", "--listen", "127.0.0.1:0")
        with self._log.open("a", encoding="utf-8") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *words, env=self._environment, stdout=asyncio.subprocess.PIPE, stderr=log
            )
        assert self._process.stdout is not None
        line = await self._process.stdout.readline()
        if not line:
            code = await self._process.wait()
            assert code == NO_DATABASE, self._log.read_text(encoding="utf-8")
            return False
        self.url = line.decode().rpartition(" ")[2].strip()
        return True

    async def stop(self, how: signal.Signals) -> None:
        """Ends it."""
        assert self._process is not None
        self.url = ""
        if self._process.returncode is None:
            self._process.send_signal(how)
        await self._process.wait()


@dataclass
class Desktop:
    """A mailbox, what was posted to it, and what came out of it."""

    mailbox: str
    device: str
    address: str
    epoch: str
    bearer: str
    source: str
    tried: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    came: dict[int, str] = field(default_factory=dict)
    acked: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def missing(self) -> set[str]:
        """What was answered and has not come."""
        return self.answered - set(self.came.values())

    def take(self, seq: int, body: str) -> bool:
        """Takes an entry that came; returns whether it was new."""
        if seq in self.came:
            if self.came[seq] != body:
                self.wrong.append(f"{seq} was two different webhooks")
            return False
        if seq != len(self.came) + 1:
            self.wrong.append(f"{seq} came after {len(self.came)}")
        self.came[seq] = body
        return True


class Campaign:
    """Everything that happens."""

    def __init__(self, relays: Sequence[RelayProcess], desktops: Sequence[Desktop], random: Random) -> None:
        self._relays = relays
        self._desktops = desktops
        self._random = random
        self._seal = SealedBox(SEAL)
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(10, read=20), limits=httpx.Limits(max_connections=None), trust_env=False
        )
        self.counts: Counter[str] = Counter()

    async def run(self, seconds: float, kill_every: float, server: PostgresServer) -> None:
        """Posts, reads, kills; then waits until all has come, or nothing more does."""
        async with self._client, asyncio.TaskGroup() as tasks:
            readers = [tasks.create_task(self._read(desktop)) for desktop in self._desktops]
            async with asyncio.TaskGroup() as work:
                work.create_task(self._kill(seconds, kill_every))
                work.create_task(self._cut_power(seconds / 2, server))
                work.create_task(self._post_all(seconds))
            await self._drain()
            for reader in readers:
                reader.cancel()

    async def _drain(self) -> None:
        last, since = -1, time.monotonic()
        while (left := sum(len(desktop.missing) for desktop in self._desktops)) and (
            time.monotonic() - since < PATIENCE
        ):
            if left != last:
                last, since = left, time.monotonic()
            await pause(0.2)

    async def _kill(self, seconds: float, every: float) -> None:
        end = time.monotonic() + seconds
        turn = 0
        while time.monotonic() + every < end:
            await pause(every)
            victim = self._relays[turn % len(self._relays)]
            await victim.stop(signal.SIGKILL)
            self.counts["kills"] += 1
            await victim.start()
            turn += 1

    async def _cut_power(self, after: float, server: PostgresServer) -> None:
        await pause(after)
        await asyncio.to_thread(server.stop, signal.SIGQUIT)
        await asyncio.to_thread(server.start)
        self.counts["power cuts"] += 1

    async def _post_all(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        number = 0
        async with asyncio.TaskGroup() as posts:
            while time.monotonic() < end:
                number += 1
                posts.create_task(self._post(self._random.choice(self._desktops), f"event-{number}"))
                await pause(self._random.expovariate(RATE))

    async def _post(self, desktop: Desktop, name: str) -> None:
        """Posts one webhook, and again until somebody answers 200."""
        desktop.tried.add(name)
        body = json.dumps({"webhook_type": "TRANSACTIONS", "webhook_code": "DEFAULT_UPDATE", "item_id": name})
        headers = {
            VERIFICATION_HEADER: TOKEN,
            "Content-Type": "application/json",
            "X-Forwarded-For": desktop.source,
        }
        while True:
            relay = await self._any_relay()
            try:
                answer = await self._client.post(
                    f"{relay}{RECEIVE_PATH}/{desktop.address}", content=body, headers=headers
                )
            except httpx.HTTPError:
                self.counts["posts broken off"] += 1
            else:
                if answer.status_code == httpx.codes.OK:
                    desktop.answered.add(name)
                    return
                self.counts[f"answers {answer.status_code}"] += 1
            await pause(0.1 + self._random.random())

    async def _any_relay(self) -> str:
        while not (up := [relay.url for relay in self._relays if relay.url]):
            await pause(0.05)
        return self._random.choice(up)

    async def _read(self, desktop: Desktop) -> None:
        """Listens at one process after the other, for as long as each lives."""
        while True:
            relay = await self._any_relay()
            with suppress(httpx.HTTPError):
                await self._listen(desktop, relay)
            await pause(self._random.random() / 4)

    async def _listen(self, desktop: Desktop, relay: str) -> None:
        headers = self._headers(desktop) | {"Last-Event-ID": f"{desktop.epoch}-{self._place(desktop)}"}
        url = f"{relay}/v1/mailboxes/{desktop.mailbox}/events"
        async with self._client.stream("GET", url, headers=headers) as answer:
            if answer.status_code != httpx.codes.OK:
                self.counts[f"streams {answer.status_code}"] += 1
                return
            self.counts["streams"] += 1
            place = ("", 0)
            async for line in answer.aiter_lines():
                if line.startswith("id: "):
                    place = read_event_id(line[4:])
                elif line.startswith("data: ") and place[0]:
                    await self._take(desktop, place, json.loads(line[6:]), relay)
                    place = ("", 0)

    def _place(self, desktop: Desktop) -> int:
        # Now and then as a desktop that lost what it had not acknowledged.
        return desktop.acked if self._random.random() < 0.5 else len(desktop.came)

    async def _take(
        self, desktop: Desktop, place: tuple[str, int], event: dict[str, object], relay: str
    ) -> None:
        epoch, seq = place
        if epoch != desktop.epoch or event["kind"] != "webhook":
            desktop.wrong.append(f"{event['kind']} {seq} came, in epoch {epoch}")
            return
        _token, body = unpack(self._seal.decrypt(to_bytes(str(event["sealed"]))))
        if not desktop.take(seq, json.loads(body)["item_id"]):
            self.counts["repeats"] += 1
        elif self._random.random() < 0.3:
            await self._acknowledge(desktop, seq, relay)

    async def _acknowledge(self, desktop: Desktop, seq: int, relay: str) -> None:
        desktop.acked = max(desktop.acked, seq)  # the answer may get lost on its way
        answer = await self._client.post(
            f"{relay}/v1/mailboxes/{desktop.mailbox}/ack",
            json={"epoch": desktop.epoch, "seq": seq},
            headers=self._headers(desktop),
        )
        if answer.status_code == httpx.codes.NO_CONTENT:
            self.counts["acknowledged"] += 1

    def _headers(self, desktop: Desktop) -> dict[str, str]:
        return {"Authorization": f"Bearer {desktop.bearer}", "X-Forwarded-For": desktop.source}


SEAL = PrivateKey.generate()


async def make_desktops(database: str, count: int) -> list[Desktop]:
    """Makes mailboxes, each with a device that has a session."""
    desktops = []
    async with Mailroom(database) as room:
        for number in range(count):
            key = bytes(SigningKey.generate().verify_key)
            paired = await room.pair(key, bytes(SEAL.public_key), "desktop", None)
            bearer, _ = await room.open_session(paired.mailbox, paired.device)
            source = f"10.0.{number // 250}.{1 + number % 250}"
            desktops.append(
                Desktop(paired.mailbox, paired.device, paired.address, paired.epoch, bearer, source)
            )
    return desktops


@asynccontextmanager
async def running(database: str, folder: Path) -> AsyncIterator[list[RelayProcess]]:
    """Runs the relay processes."""
    relays = [RelayProcess(database, folder / f"relay-{number}.log") for number in range(PROCESSES)]
    async with AsyncExitStack() as stack:
        for relay in relays:
            await relay.start()
            stack.push_async_callback(relay.stop, signal.SIGTERM)
        yield relays


async def measure(chosen: argparse.Namespace, random: Random, server: PostgresServer, folder: Path) -> int:
    """Runs the campaign and judges it; the last line has the figures."""
    database = server.database()
    desktops = await make_desktops(database, MEMBERS)
    async with running(database, folder) as relays:
        campaign = Campaign(relays, desktops, random)
        await campaign.run(chosen.seconds, chosen.kill_every, server)
    wrong = [f"{desktop.source}: {text}" for desktop in desktops for text in desktop.wrong]
    lost = sum(len(desktop.missing) for desktop in desktops)
    answered = sum(len(desktop.answered) for desktop in desktops)
    came = sum(len(desktop.came) for desktop in desktops)
    aliens = sum(len(set(desktop.came.values()) - desktop.tried) for desktop in desktops)
    counts = campaign.counts
    sound = not (wrong or lost or aliens) and answered and counts["kills"]
    for line in wrong[:10]:
        sys.stdout.write(f"wrong: {line}\n")
    others = ", ".join(f"{name}: {count}" for name, count in sorted(counts.items()) if name != "kills")
    sys.stdout.write(
        f"relay-postgres: {PROCESSES} processes, {MEMBERS} mailboxes, {counts['kills']} kills,"
        f" {answered} webhooks answered 200, {came} entries came, {lost} lost, {len(wrong)} out of order or twice,"
        f" {aliens} from nowhere ({others}): {'ok' if sound else 'FAILED'}\n"
    )
    return 0 if sound else 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the campaign.

    Returns:
        0 where nothing was lost.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--kill-every", type=float, default=10, metavar="SECONDS")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    random = Random(chosen.seed)  # noqa: S311 - chances, no secret
    with tempfile.TemporaryDirectory() as folder, PostgresServer() as server:
        return asyncio.run(measure(chosen, random, server, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
