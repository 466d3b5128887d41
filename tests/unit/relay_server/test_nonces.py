"""Nonces: good for one device of one mailbox, for a minute, and for nobody who made them up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.relay.protocol import NONCE_SECONDS, to_bytes, to_text
from budgetsync.relay.server.nonces import Nonces

NONCES = Nonces(b"s" * 32)
NOW = 1_800_000_000.0


def test_a_nonce_is_good_for_a_minute() -> None:
    nonce = NONCES.make("box", "laptop", b"12345678", NOW)

    assert NONCES.knows(nonce, "box", "laptop", NOW)
    assert NONCES.knows(nonce, "box", "laptop", NOW + NONCE_SECONDS)
    assert not NONCES.knows(nonce, "box", "laptop", NOW + NONCE_SECONDS + 0.1)
    assert not NONCES.knows(nonce, "box", "laptop", NOW - 60), "it is not of this life of the clock"


def test_every_process_with_the_secret_knows_it_and_no_other() -> None:
    nonce = NONCES.make("box", "laptop", b"12345678", NOW)

    assert Nonces(b"s" * 32).knows(nonce, "box", "laptop", NOW)
    assert not Nonces(b"t" * 32).knows(nonce, "box", "laptop", NOW)


def test_it_is_good_for_its_own_device_only() -> None:
    nonce = NONCES.make("box", "laptop", b"12345678", NOW)

    assert not NONCES.knows(nonce, "box", "tower", NOW)
    assert not NONCES.knows(nonce, "other", "laptop", NOW)
    assert not NONCES.knows(nonce, "boxl", "aptop", NOW)


@given(st.text(max_size=80))
def test_nothing_made_up_is_known(text: str) -> None:
    assert not NONCES.knows(text, "box", "laptop", NOW)


@given(st.integers(0, 31), st.integers(1, 255))
def test_no_bit_of_it_can_be_changed(place: int, flip: int) -> None:
    raw = bytearray(to_bytes(NONCES.make("box", "laptop", b"12345678", NOW)))
    raw[place] ^= flip

    assert not NONCES.knows(to_text(bytes(raw)), "box", "laptop", NOW)


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Nonces(b"short")
