"""Keys in the vault, and what is carried by hand."""

from __future__ import annotations

import pytest
from nacl.public import PublicKey, SealedBox

from budgetsync.domain.errors import RelayRefused, SecretMissing
from budgetsync.relay.client.desk import read_name, read_relay
from budgetsync.relay.client.keys import forget_keys, load_keys, provide_keys
from budgetsync.relay.client.texts import Approval, PairingRequest, read_text, write_text
from budgetsync.relay.protocol import to_bytes
from budgetsync.vault.memory_vault import MemoryVault

HOME, AWAY = "https://relay.example.org", "https://other.example.org"


def test_keys_are_made_once_for_a_relay_and_no_other_sees_them() -> None:
    vault = MemoryVault()
    home, away = provide_keys(vault, "entry", HOME), provide_keys(vault, "entry", AWAY)
    assert home.device_pub != away.device_pub
    assert home.seal_pub != away.seal_pub
    for keys in (provide_keys(vault, "entry", HOME), load_keys(vault, "entry", HOME)):
        assert (keys.device_pub, keys.seal_pub) == (home.device_pub, home.seal_pub)


def test_keys_that_are_forgotten_are_gone_and_others_are_not() -> None:
    vault = MemoryVault()
    provide_keys(vault, "entry", HOME)
    provide_keys(vault, "entry", AWAY)
    forget_keys(vault, "entry", HOME)
    with pytest.raises(SecretMissing):
        load_keys(vault, "entry", HOME)
    load_keys(vault, "entry", AWAY)
    forget_keys(vault, "entry", AWAY)
    forget_keys(vault, "entry", AWAY)
    with pytest.raises(SecretMissing):
        vault.load("entry")


def test_relays_that_were_tried_in_vain_leave_no_heap_of_keys() -> None:
    vault = MemoryVault()
    for number in range(50):
        provide_keys(vault, "entry", f"https://{number}.example.org")
    assert vault.load("entry").count("relay") <= 4


@pytest.mark.parametrize(
    "entry", ["", "{}", "[", '{"keys":[{"relay":"https://relay.example.org"}]}', "[" * 9_000]
)
def test_an_entry_that_cannot_be_read_is_none(entry: str) -> None:
    vault = MemoryVault()
    vault.save("entry", entry)
    with pytest.raises(SecretMissing):
        load_keys(vault, "entry", HOME)


def test_what_is_sealed_for_another_device_or_was_changed_does_not_open() -> None:
    keys, others = provide_keys(MemoryVault(), "entry", HOME), provide_keys(MemoryVault(), "entry", HOME)
    sealed = SealedBox(PublicKey(to_bytes(keys.seal_pub))).encrypt(b"news")
    assert keys.unseal(sealed) == b"news"
    with pytest.raises(ValueError, match="sealed"):
        others.unseal(sealed)
    for packet in (b"", b"short", sealed[:-1], bytes([sealed[0] ^ 1]) + sealed[1:]):
        with pytest.raises(ValueError, match="sealed"):
            keys.unseal(packet)


def test_neither_keys_nor_their_vault_entry_show_when_they_are_printed() -> None:
    vault = MemoryVault()
    keys = provide_keys(vault, "entry", HOME)
    seed = vault.load("entry").partition('"device":"')[2].partition('"')[0]
    assert len(seed) > 40
    assert seed not in repr(keys) + repr(vars(keys))


def test_a_text_survives_being_broken_into_lines_and_nothing_else() -> None:
    words = PairingRequest(HOME, "device", "seal", "tower")
    text = write_text(words)
    assert read_text(f"  {text[:20]}\n{text[20:]} \n", PairingRequest) == words
    for wrong in (text[:-1], text[1:], text[:30] + "A" + text[31:], "", "é", f"{text}!", "A" * 10_000):
        with pytest.raises(RelayRefused):
            read_text(wrong, PairingRequest)
    with pytest.raises(RelayRefused):
        read_text(text, Approval)


@pytest.mark.parametrize(
    ("typed", "relay"),
    [
        ("relay.example.org", "https://relay.example.org"),
        (" https://Relay.Example.org/ ", "https://relay.example.org"),
        ("https://relay.example.org:8443/sub/", "https://relay.example.org:8443/sub"),
        ("http://127.0.0.1:8500", "http://127.0.0.1:8500"),
    ],
)
def test_an_address_is_read_as_people_type_it(typed: str, relay: str) -> None:
    assert read_relay(typed) == relay


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "http://relay.example.org",
        "ftp://x",
        "https://me@relay.example.org",
        "https://relay.example.org?x",
        "a b",
        "https://[",
    ],
)
def test_an_address_that_could_mislead_or_be_overheard_is_refused(typed: str) -> None:
    with pytest.raises(RelayRefused):
        read_relay(typed)


def test_a_computers_name_is_made_fit() -> None:
    assert read_name("Anna's\u200b laptop\n" + "x" * 99) == ("Anna's laptop" + "x" * 99)[:64]
