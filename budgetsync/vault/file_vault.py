"""Secrets in a sealed file, for machines without a keyring.

Encrypted and authenticated with XSalsa20-Poly1305. The key comes from a passphrase by Argon2id or, for the
demo bank only, lies in a file of its own outside the data folder: pretend money needs no passphrase, and a
copy of the data folder still holds nothing readable.
Source: https://doc.libsodium.org/secret-key_cryptography/secretbox
"""

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.utils import random

from budgetsync.domain.errors import SecretMissing, VaultError, VaultLocked
from budgetsync.vault.file_lock import locked

FILE_NAME = "secrets.sealed"
_MAGIC = b"budgetsync sealed file 1\n"
_SALT = argon2id.SALTBYTES
_WRITE_ACCESS = "Make room and give yourself write access, then try again."


class FileVault:
    """A sealed file of names and secrets. Every change replaces the file as a whole."""

    def __init__(self, path: Path, *, passphrase: str = "", key_path: Path | None = None) -> None:
        """Open the file, or prepare a new one.

        Args:
            passphrase: What the key is derived from, or
            key_path: where a random key lies; it is made when it is missing.

        Raises:
            VaultLocked: The passphrase or key does not open the file.
            VaultError: Neither was given, or the file cannot be read.
        """
        if not passphrase and key_path is None:
            message = "A sealed file for secrets needs a passphrase."
            raise VaultError(message, action="Set BUDGETSYNC_PASSPHRASE, or use a keyring.")
        self._path = path
        self.place = "a sealed file (demo bank)" if key_path else "a file sealed with your passphrase"
        self._key_path = key_path
        self._passphrase = passphrase
        self._salt, self._box = b"", SecretBox(bytes(SecretBox.KEY_SIZE))
        self._secrets: dict[str, str] = {}
        self._reload()
        if not self._salt:
            self._use(random(_SALT))

    def check(self) -> None:
        """Write the file as it is."""
        with _alone(self._path):
            self._reload()
            self._write(self._secrets)

    def load(self, name: str) -> str:
        """Read a secret of the file."""
        if name not in self._secrets:
            self._reload()  # another process may have connected a bank since
        try:
            return self._secrets[name]
        except KeyError:
            message = "The sealed file on this computer has no key for this connection."
            raise SecretMissing(message) from None

    def save(self, name: str, secret: str) -> None:
        """Write a secret and the file, durably."""
        with _alone(self._path):
            self._reload()
            self._write({**self._secrets, name: secret})

    def delete(self, name: str) -> None:
        """Forget a secret; one that is not there is no error."""
        with _alone(self._path):
            self._reload()
            self._write({key: secret for key, secret in self._secrets.items() if key != name})

    def _reload(self) -> None:
        sealed = _read(self._path)
        if sealed is None:
            return
        if sealed[:_SALT] != self._salt:  # the first time, or another process made the file meanwhile
            self._use(sealed[:_SALT])
        self._secrets = self._open(sealed[_SALT:])

    def _use(self, salt: bytes) -> None:
        key = _key_file(self._key_path) if self._key_path else _derive(self._passphrase, salt)
        self._salt, self._box = salt, SecretBox(key)

    def _open(self, sealed: bytes) -> dict[str, str]:
        try:
            opened = json.loads(self._box.decrypt(sealed))
        except (CryptoError, ValueError):
            message = "The sealed file with the secrets does not open with this passphrase."
            raise VaultLocked(
                message,
                title="The sealed file is locked",
                action="Set BUDGETSYNC_PASSPHRASE to the passphrase that it was made with.",
            ) from None
        return dict(opened)

    def _write(self, secrets: dict[str, str]) -> None:
        sealed = _MAGIC + self._salt + self._box.encrypt(json.dumps(secrets).encode())
        _replace(self._path, sealed)
        self._secrets = secrets


def _read(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = "The sealed file with the secrets cannot be read."
        raise VaultError(
            message, action="Give yourself access to the data folder, then try again."
        ) from error
    if not content.startswith(_MAGIC) or len(content) < len(_MAGIC) + _SALT:
        message = "The file with the secrets is not one of BudgetSync's, or is damaged."
        raise VaultError(message, action="Move it away and reconnect your banks; the ledger is not affected.")
    return content[len(_MAGIC) :]


def _derive(passphrase: str, salt: bytes) -> bytes:
    return argon2id.kdf(
        SecretBox.KEY_SIZE,
        passphrase.encode(),
        salt,
        opslimit=argon2id.OPSLIMIT_MODERATE,
        memlimit=argon2id.MEMLIMIT_MODERATE,
    )


def _key_file(path: Path) -> bytes:
    try:
        with locked(path):
            if not path.exists():
                _replace(path, random(SecretBox.KEY_SIZE))
            key = path.read_bytes()
    except OSError as error:
        message = "The key of the demo bank's sealed file cannot be read."
        raise VaultError(message, action=f"Give yourself access to {path.name}, then try again.") from error
    if len(key) != SecretBox.KEY_SIZE:
        message = "The key of the demo bank's sealed file is damaged."
        raise VaultError(message, action=f"Delete {path.name} and connect the demo bank again.")
    return key


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes from writing between our reading and our writing."""
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(path))
        except OSError as error:
            message = "The sealed file with the secrets cannot be written."
            raise VaultError(message, action=_WRITE_ACCESS) from error
        yield


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old or the new one, readable by the user only."""
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        with os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as error:
        message = "The sealed file with the secrets cannot be written."
        raise VaultError(message, action=_WRITE_ACCESS) from error
