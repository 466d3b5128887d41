"""A mailroom to try things on: its clock is set by hand, its randomness is a seed, and everything is waited for."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from nacl.public import PrivateKey, SealedBox

from budgetsync.relay.protocol import pack, unpack
from budgetsync.relay.server.group_commit import Beside
from budgetsync.relay.server.mailroom import Mailroom
from budgetsync.relay.server.records import SECOND, Entry, Limits, Page, Pairing, Post, Reader, Stored

T = TypeVar("T")
NOON = 1_800_000_000
MONTH = 30 * 24 * 60 * 60


class Desktop:
    """A device with its keys, as the far end has them."""

    def __init__(self, number: int) -> None:
        self.device_pub = number.to_bytes(32, "big")
        self.seal = PrivateKey((number << 8).to_bytes(32, "little"))  # its lowest bits do not count
        self.seal_pub = bytes(self.seal.public_key)

    def read(self, entry: Entry) -> str:
        """Unseals an entry; returns the body."""
        return unpack(SealedBox(self.seal).decrypt(entry.sealed))[1].decode()

    def read_all(self, page: Page) -> list[str]:
        """Returns each entry of a page in a word: the body, or how many a gap stands for."""
        return [f"gap {entry.dropped}" if entry.dropped else self.read(entry) for entry in page.entries]


class Bench:
    """A mailroom and the loop that it runs on."""

    def __init__(
        self, url: str, limits: Limits | None = None, seed: int = 1, beside: Beside | None = None
    ) -> None:
        self.url = url
        self.limits = limits or Limits()
        self._beside = beside
        self.now = float(NOON)
        self._randomness = random.Random(seed)  # noqa: S311 - to be repeated
        self._runner = asyncio.Runner()
        self._desktops = 0
        self.room = self.open()

    def open(self) -> Mailroom:
        """Opens the database once more, as another process would."""
        return Mailroom(
            self.url,
            clock=lambda: self.now,
            randomness=self._randomness.randbytes,
            limits=self.limits,
            beside=self._beside,
        )

    def reopen(self) -> Mailroom:
        """Closes the mailroom and opens it again, as a restart does."""
        self.run(self.room.close())
        self.room = self.open()
        return self.room

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Runs something on the loop to its end."""
        return self._runner.run(work)

    def close(self) -> None:
        """Closes the mailroom and the loop."""
        self.run(self.room.close())
        self._runner.close()

    def desktop(self) -> Desktop:
        """Makes a device that no mailbox knows yet."""
        self._desktops += 1
        return Desktop(self._desktops)

    def pair(self, desktop: Desktop | None = None) -> tuple[Desktop, Pairing]:
        """Gets a mailbox for a device."""
        desktop = desktop or self.desktop()
        return desktop, self.run(self.room.pair(desktop.device_pub, desktop.seal_pub, "desk", None))

    def reader(self, pairing: Pairing) -> Reader:
        """Stands for a session of the pairing's device."""
        return Reader(pairing.mailbox, pairing.device, int(self.now + MONTH) * SECOND)

    def post(self, address: str, *bodies: str) -> list[tuple[Stored, ...]]:
        """Posts webhooks, all at once."""
        return self.run(self._post(address, bodies))

    async def _post(self, address: str, bodies: tuple[str, ...]) -> list[tuple[Stored, ...]]:
        posts = [Post(address, pack("a.b.c", body.encode()), int(self.now * SECOND)) for body in bodies]
        return await asyncio.gather(*(self.room.take_in(post) for post in posts))

    def page(self, pairing: Pairing, after: int = 0, *, epoch: str | None = None, limit: int = 64) -> Page:
        """Reads what waits for the pairing's device."""
        asked = pairing.epoch if epoch is None else epoch
        return self.run(self.room.page(self.reader(pairing), asked, after, limit))

    def acknowledge(self, pairing: Pairing, seq: int, *, epoch: str | None = None) -> None:
        """Acknowledges everything up to a number."""
        asked = pairing.epoch if epoch is None else epoch
        self.run(self.room.acknowledge(self.reader(pairing), asked, seq))


class Inline:
    """Runs what blocks on the loop itself: no threads, and everything in the same order each time."""

    async def __call__(self, work: Callable[[], T], /) -> T:
        """Runs it."""
        return work()


def sqlite_url(folder: Path) -> str:
    """Spells the URL of a database in a folder."""
    return f"sqlite:///{folder / 'relay.sqlite'}"
