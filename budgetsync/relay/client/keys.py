"""The keys of this device: one that signs, one that webhooks are sealed for. They live in the vault as one entry."""

from typing import Self

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.signing import SigningKey

from budgetsync.domain.errors import SecretMissing
from budgetsync.domain.ports import Vault
from budgetsync.relay.protocol import read_json, to_bytes, to_text


class _Entry(msgspec.Struct):
    relay: str
    device: str
    seal: str


class _Ring(msgspec.Struct):
    keys: list[_Entry]


_MOST_RELAYS = 4
"""Relays whose keys are kept: that of the mailbox, and those that were asked for one in vain."""


class DeviceKeys:
    """What proves to a relay who we are, and opens what it kept for us.

    Attributes:
        relay: The relay that they are for: no other one is shown them.
        device_pub, seal_pub: The public halves, as the protocol writes them.
    """

    def __init__(self, relay: str, device: bytes, seal: bytes) -> None:
        self.relay = relay
        self._signing = SigningKey(device)
        self._sealed_for = PrivateKey(seal)
        self._box = SealedBox(self._sealed_for)
        self.device_pub = to_text(bytes(self._signing.verify_key))
        self.seal_pub = to_text(bytes(self._sealed_for.public_key))

    @classmethod
    def draw(cls, relay: str) -> Self:
        """Make new ones."""
        return cls(relay, bytes(SigningKey.generate()), bytes(PrivateKey.generate()))

    @classmethod
    def read(cls, entry: _Entry) -> Self:
        """Read what `write` wrote.

        Raises:
            ValueError: It did not write that.
        """
        try:
            return cls(entry.relay, to_bytes(entry.device), to_bytes(entry.seal))
        except (CryptoError, ValueError, TypeError) as error:
            message = "no keys of a device"
            raise ValueError(message) from error

    def write(self) -> _Entry:
        """Write them for the vault."""
        return _Entry(self.relay, to_text(bytes(self._signing)), to_text(bytes(self._sealed_for)))

    def sign(self, text: bytes) -> str:
        """Sign what the protocol asks for."""
        return to_text(self._signing.sign(text).signature)

    def unseal(self, packet: bytes) -> bytes:
        """Open what was sealed for this device.

        Raises:
            ValueError: It was sealed for another one, or changed.
        """
        try:
            return self._box.decrypt(packet)
        except (CryptoError, TypeError, ValueError):
            message = "not sealed for this device"
            raise ValueError(message) from None


def load_keys(vault: Vault, name: str, relay: str) -> DeviceKeys:
    """Load the keys for a relay from the vault. Blocking.

    Raises:
        SecretMissing: There are none, or none that can be read.
        VaultError: It does not open.
    """
    for entry in _load(vault, name):
        if entry.relay == relay:
            try:
                return DeviceKeys.read(entry)
            except ValueError:
                break
    message = "The keys of this computer's mailbox are not in the vault any more, or cannot be read."
    raise SecretMissing(message, action="Pair with the relay anew, under Settings, Real time.")


def provide_keys(vault: Vault, name: str, relay: str) -> DeviceKeys:
    """Load the keys for a relay, or make them and keep them before anybody hears of them. Blocking.

    Raises:
        VaultError: It does not open, or they were not stored.
    """
    try:
        return load_keys(vault, name, relay)
    except SecretMissing:
        keys = DeviceKeys.draw(relay)
    others = [entry for entry in _load(vault, name) if entry.relay != relay]
    _save(vault, name, [*others[1 - _MOST_RELAYS :], keys.write()])
    return keys


def forget_keys(vault: Vault, name: str, relay: str) -> None:
    """Forget the keys for a relay. Blocking.

    Raises:
        VaultError: It does not open, or they are still there.
    """
    others = [entry for entry in _load(vault, name) if entry.relay != relay]
    if others:
        _save(vault, name, others)
    else:
        vault.delete(name)


def _load(vault: Vault, name: str) -> list[_Entry]:
    try:
        return read_json(vault.load(name).encode(), _Ring).keys
    except (SecretMissing, ValueError):
        return []


def _save(vault: Vault, name: str, entries: list[_Entry]) -> None:
    vault.save(name, msgspec.json.encode(_Ring(entries)).decode())
