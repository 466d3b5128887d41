"""Mistakes in the relay's server: each loses an entry, lets somebody in, or lets somebody take too much."""

from __future__ import annotations

from tests.reliability.sabotage_kind import Sabotage

SERVER = "budgetsync/relay/server"
STREAMS = ("tests/unit/relay_server/test_streams.py",)
HOSTILE = ("tests/integration/test_relay_hostile.py",)

OF_THE_RELAY = (
    Sabotage(
        "a stream goes on with whatever comes next",
        f"{SERVER}/streams.py",
        " or entry.seq != self._last + 1:\n",
        ":\n",
        STREAMS,
    ),
    Sabotage(
        "what comes while a stream reads is forgotten",
        f"{SERVER}/streams.py",
        "        self._behind = self._behind or self._last < page.head\n",
        "        self._behind = self._last < page.head\n",
        STREAMS,
    ),
    Sabotage(
        "what was handed over is read once more",
        f"{SERVER}/streams.py",
        "            if entry.seq > self._last:\n",
        "            if entry.seq:\n",
        STREAMS,
    ),
    Sabotage(
        "who does not read is waited for",
        f"{SERVER}/streams.py",
        "            if self._stalled > PAGE:\n",
        "            if self._stalled > PAGE * PAGE * PAGE:\n",
        STREAMS,
    ),
    Sabotage(
        "a quiet stream says nothing",
        f"{SERVER}/listeners.py",
        "                stream.beat()\n",
        "                stream.nudge()\n",
        STREAMS,
    ),
    Sabotage(
        "one mailbox may have all that there is",
        f"{SERVER}/posting.py",
        "self._guard.admit_to(await self._mailbox_of(address))\n",
        "await self._mailbox_of(address)\n",
        HOSTILE,
    ),
    Sabotage(
        "a body may be as long as it likes",
        f"{SERVER}/exchange.py",
        "                if surplus or len(body) + len(part) > largest:\n",
        "                if surplus:\n",
        HOSTILE,
    ),
    Sabotage(
        "a body is waited for for ever",
        f"{SERVER}/exchange.py",
        "        async with asyncio.timeout(BODY_SECONDS):\n",
        "        async with asyncio.timeout(3600):\n",
        HOSTILE,
    ),
    Sabotage(
        "webhooks that carry tokens are kept",
        f"{SERVER}/screening.py",
        '    return words.webhook_type.upper() != "LINK"\n',
        "    return True\n",
        ("tests/unit/relay_server/test_screening.py",),
    ),
    Sabotage(
        "anybody may say who he is",
        f"{SERVER}/callers.py",
        "        if not self._trusts(caller):\n            return caller\n        for",
        "        for",
        ("tests/unit/relay_server/test_callers.py",),
    ),
    Sabotage(
        "a nonce is good for ever",
        f"{SERVER}/nonces.py",
        "        return now <= ends <= now + NONCE_SECONDS + 1\n",
        "        return ends > 0\n",
        ("tests/unit/relay_server/test_nonces.py",),
    ),
    Sabotage(
        "a bucket has no bottom",
        f"{SERVER}/buckets.py",
        "        self._room = self._each * rate.burst\n",
        "        self._room = self._each * rate.burst * 1000\n",
        ("tests/unit/relay_server/test_buckets.py",),
    ),
)
