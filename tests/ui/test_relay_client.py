"""The relay's client on the window's own loop: Qt's."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import httpx

from budgetsync.domain.realtime import LightState, TestStep
from tests.integration.mailbox_reader import Reader
from tests.integration.relay_server import TOKEN, RelayThread, webhook

Run = Callable[[Coroutine[Any, Any, None]], None]


def test_it_pairs_follows_wakes_and_tests_on_qts_loop(run: Run, tmp_path: Path) -> None:
    async def scene() -> None:
        reader = Reader()
        mailbox = await reader.client.pair(relay.url, "laptop", "")
        async with reader.following(mailbox):
            await reader.until_light(LightState.ON)
            assert (await reader.client.test(mailbox)).reached is TestStep.BACK
            for number in range(1, 4):
                await asyncio.to_thread(post, mailbox.address, number)
                await reader.until(lambda number=number: len(reader.inbox.bodies) == number)  # type: ignore[misc]
                reader.client.wake()
            await reader.until_light(LightState.ON)
        assert reader.inbox.bodies == [webhook(number) for number in (1, 2, 3)]
        await reader.client.leave(mailbox)

    def post(address: str, number: int) -> None:
        headers = {"content-type": "application/json", "plaid-verification": TOKEN}
        answer = httpx.post(address, content=webhook(number), headers=headers, trust_env=False)
        assert answer.status_code == 200

    with RelayThread(tmp_path / "relay.db") as relay:
        run(scene())
