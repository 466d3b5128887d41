"""Mistakes in our end of a relay: each misses a hint, believes what nobody sealed, or does too much for a liar."""

from __future__ import annotations

from tests.reliability.sabotage_kind import Sabotage

CLIENT = "budgetsync/relay/client"
TAKING = ("tests/unit/relay_client/test_taking.py",)
FOLLOWING = ("tests/unit/relay_client/test_following.py",)
STREAM = ("tests/unit/relay_client/test_sse.py",)

OF_THE_CLIENT = (
    Sabotage(
        "an older copy with the same epoch is followed as before",
        f"{CLIENT}/connection.py",
        "(epoch != place.epoch or head < place.cursor)\n",
        "epoch != place.epoch\n",
        TAKING,
    ),
    Sabotage(
        "one that cannot be unsealed is nothing",
        f"{CLIENT}/reading.py",
        "        except ValueError:\n            return MailboxEvent(event.seq, None, 1)\n",
        "        except ValueError:\n            return MailboxEvent(event.seq, None, 0)\n",
        TAKING,
    ),
    Sabotage(
        "a proxy's page ends the pairing",
        f"{CLIENT}/wire.py",
        "    if said and status in _REFUSALS:\n",
        "    if status in _REFUSALS:\n",
        FOLLOWING,
    ),
    Sabotage(
        "a computer that slept does not know it",
        f"{CLIENT}/following.py",
        "            if ahead - before >= LEAP:\n",
        "            if ahead - before >= 1000 * LEAP:\n",
        FOLLOWING,
    ),
    Sabotage(
        "a relay may ask for any pause",
        f"{CLIENT}/pace.py",
        "min(told, LONGEST_TOLD) + pause\n",
        "told + pause\n",
        FOLLOWING,
    ),
    Sabotage(
        "streams that never begin are tried for ever",
        f"{CLIENT}/pace.py",
        "            self._poll_until = now + POLL_FOR\n",
        "            self._poll_until = 0.0\n",
        FOLLOWING,
    ),
    Sabotage(
        "a line may be as long as it likes",
        f"{CLIENT}/sse.py",
        "            if self._size > LONGEST_BLOCK:\n",
        "            if self._size < 0:\n",
        STREAM,
    ),
    Sabotage(
        "a relay may flood for ever",
        f"{CLIENT}/pace.py",
        "        return self._left >= 0\n",
        "        return True\n",
        (
            "tests/integration/test_relay_client_hostile.py::test_a_stream_without_end_is_cut_off_and_takes_little_memory",
        ),
    ),
    Sabotage(
        "the light goes by the socket",
        f"{CLIENT}/light.py",
        "            if self._clock.now() > dark_at:\n",
        "            if dark_at is None:\n",
        FOLLOWING,
    ),
    Sabotage(
        "the relay hears of keys before they are kept",
        f"{CLIENT}/keys.py",
        "    _save(vault, name, [*others[1 - _MOST_RELAYS :], keys.write()])\n    return keys\n",
        "    return keys\n",
        ("tests/contract/test_relay_client.py",),
    ),
)
