"""The demo bank's webhooks on virtual time: its own outbox, schedule and signatures, without its thread."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from hashlib import sha256

from budgetsync.sandbox.webhooks.outbox import Delivery
from tests.reliability.simulation.bankside import BankSide
from tests.reliability.simulation.loop import pass_time

Post = Callable[[str, bytes, dict[str, str]], Awaitable[int | None]]
"""Posts a body to an address; gives the status of the answer, None where none came."""


class SimulatedCourier:
    """Delivers what is due, one after the other, as the bank's own does.

    Attributes:
        genuine: Everything that the bank signed and did not spoil, by its digest: whether it was answered 200.
        posts: What was answered 200, genuine or not, as it was sent.
    """

    def __init__(self, side: BankSide, post: Post) -> None:
        self.genuine: dict[str, bool] = {}
        self.posts: list[tuple[str, bytes, dict[str, str]]] = []
        self._side = side
        self._bank = side.bank
        self._post = post
        self._news = asyncio.Event()
        side.bank.courier = self  # type: ignore[assignment]

    def wake(self) -> None:
        """Look again for what is due."""
        self._news.set()

    async def deliver(self) -> None:
        """Deliver until cancelled."""
        while True:
            self._side.catch_up()
            delivery = self._bank.outbox.due(self._bank.second())
            if delivery is None:
                await self._wait()
            else:
                await self._deliver(delivery)

    async def follow(self) -> None:
        """Have the bank live on by itself, as one with a clock does: from one look at its banks to the next."""
        while True:
            await pass_time(max(1, self._bank._next_poll * 60 - self._bank.second()))
            self._side.catch_up()

    async def _wait(self) -> None:
        self._news.clear()
        due = self._bank.outbox.next_due()
        with suppress(TimeoutError):
            async with asyncio.timeout(None if due is None else max(1, due - self._bank.second())):
                await self._news.wait()

    async def _deliver(self, delivery: Delivery) -> None:
        bank = self._bank
        token = bank._sign(delivery, bank.second())
        headers = {"content-type": "application/json", "user-agent": "Plaid Webhooks"}
        if token is not None:
            headers["plaid-verification"] = token
        digest = digest_of(token or "")
        if not delivery.forgery:
            self.genuine.setdefault(digest, False)
        status = await self._post(delivery.url, delivery.body, headers)
        if status == 200:
            self.posts.append((delivery.url, delivery.body, headers))
            if not delivery.forgery:
                self.genuine[digest] = True
        bank.outbox.record(delivery, bank.second(), status=status)


def digest_of(token: str) -> str:
    """What the inbox knows a webhook by."""
    return sha256(token.rpartition(".")[0].encode()).hexdigest()
