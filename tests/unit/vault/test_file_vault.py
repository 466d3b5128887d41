"""Secrets in a sealed file, in memory, and in a vault that opens late."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from budgetsync.domain.errors import SecretMissing, VaultError, VaultLocked
from budgetsync.domain.ports import Vault
from budgetsync.vault.file_vault import FILE_NAME, FileVault
from budgetsync.vault.lazy_vault import LazyVault
from budgetsync.vault.memory_vault import MemoryVault
from tests.unit.store.ledger_file import child, hear, tell

SECRET = "access-sandbox-ключ-🔑"
PASSPHRASE = "correct horse"


def keyed(folder: Path) -> FileVault:
    return FileVault(folder / "data" / FILE_NAME, key_path=folder / "config" / "demo.key")


def sealed(folder: Path) -> FileVault:
    return FileVault(folder / FILE_NAME, passphrase=PASSPHRASE)


def lazy(folder: Path) -> Vault:
    return LazyVault("a file", lambda: keyed(folder))


def memory(_folder: Path) -> Vault:
    return MemoryVault()


@pytest.mark.parametrize("make", [keyed, sealed, lazy, memory])
def test_every_vault_keeps_finds_and_forgets(tmp_path: Path, make: Callable[[Path], Vault]) -> None:
    vault = make(tmp_path)
    vault.check()
    with pytest.raises(SecretMissing) as caught:
        vault.load("a")
    vault.save("a", "older")
    vault.save("a", SECRET)
    vault.save("b", "x")

    assert vault.place
    assert vault.load("a") == SECRET
    vault.delete("a")
    vault.delete("a")
    vault.delete("never")
    assert vault.load("b") == "x"
    with pytest.raises(SecretMissing):
        vault.load("a")
    assert caught.value.action.startswith("Reconnect")


@pytest.mark.parametrize("make", [keyed, sealed])
def test_a_sealed_file_opens_again_and_shows_nothing(
    tmp_path: Path, make: Callable[[Path], FileVault]
) -> None:
    make(tmp_path).save("item-1", SECRET)

    assert make(tmp_path).load("item-1") == SECRET
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    for path in files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
        content = path.read_bytes()
        assert not [word for word in (SECRET.encode(), b"item-1", PASSPHRASE.encode()) if word in content]
    assert not [path for path in files if path.suffix == ".partial"]


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    sealed(tmp_path).save("a", SECRET)
    before = (tmp_path / FILE_NAME).read_bytes()

    with pytest.raises(VaultLocked) as caught:
        FileVault(tmp_path / FILE_NAME, passphrase="wrong")

    assert "BUDGETSYNC_PASSPHRASE" in caught.value.action
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_without_passphrase_or_key_there_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(VaultError) as caught:
        FileVault(tmp_path / FILE_NAME)

    assert "BUDGETSYNC_PASSPHRASE" in caught.value.action
    assert list(tmp_path.iterdir()) == []


def test_damage_anywhere_is_told_and_the_file_left_as_it_is(tmp_path: Path) -> None:
    keyed(tmp_path).save("a", SECRET)
    path = tmp_path / "data" / FILE_NAME
    whole = path.read_bytes()
    damaged = [whole[:cut] for cut in range(0, len(whole), 7)]
    damaged += [
        whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in range(45, len(whole), 5)
    ]
    damaged += [b"", b"nonsense" * 40, whole + b"x"]

    for content in damaged:
        path.write_bytes(content)
        with pytest.raises(VaultError) as caught:
            keyed(tmp_path)
        assert caught.value.action
        assert path.read_bytes() == content

    path.write_bytes(whole)
    assert keyed(tmp_path).load("a") == SECRET


def test_a_sealed_file_that_is_cut_short_is_told(tmp_path: Path) -> None:
    sealed(tmp_path).save("a", SECRET)
    path = tmp_path / FILE_NAME
    path.write_bytes(path.read_bytes()[:30])

    with pytest.raises(VaultError, match="damaged"):
        sealed(tmp_path)


def test_a_lost_or_damaged_key_is_told(tmp_path: Path) -> None:
    keyed(tmp_path).save("a", SECRET)
    key = tmp_path / "config" / "demo.key"
    before = key.read_bytes()

    key.write_bytes(before[:-1])
    with pytest.raises(VaultError, match="damaged"):
        keyed(tmp_path)
    key.unlink()
    with pytest.raises(VaultLocked):
        keyed(tmp_path)
    key.unlink()
    key.mkdir()
    with pytest.raises(VaultError):
        keyed(tmp_path)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")

    with pytest.raises(VaultError) as caught:
        FileVault(tmp_path / "file" / FILE_NAME, key_path=tmp_path / "key").save("a", "b")

    assert "access" in caught.value.action


@pytest.mark.parametrize("make", [keyed, sealed])
def test_two_opened_on_nothing_see_what_either_keeps(
    tmp_path: Path, make: Callable[[Path], FileVault]
) -> None:
    one, other = make(tmp_path), make(tmp_path)

    one.save("a", "1")
    other.save("b", "2")

    assert (one.load("b"), other.load("a")) == ("2", "1")
    assert make(tmp_path).load("a") == "1"


SAVE = """
import sys
from pathlib import Path
from budgetsync.vault.file_vault import FileVault
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
vault = FileVault(folder / "data" / "secrets.sealed", key_path=folder / "config" / "demo.key")
for number in range(count):
    vault.save(f"{name}{number}", name)
"""


def test_processes_that_save_at_once_lose_nothing(tmp_path: Path) -> None:
    count, names = 12, ("a", "b", "c")
    with ExitStack() as stack:
        arguments = [(tmp_path, name, count) for name in names]
        children = [stack.enter_context(child(SAVE, *one)) for one in arguments]
        assert [hear(one) for one in children] == ["ready"] * len(names)
        for one in children:
            tell(one)
        assert [one.wait(60) for one in children] == [0] * len(names)

    vault = keyed(tmp_path)
    assert {vault.load(f"{name}{number}") for name in names for number in range(count)} == set(names)


def test_a_late_vault_is_opened_once_and_tried_again_until_it_opens() -> None:
    opened: list[str] = []

    def open_it() -> Vault:
        opened.append("try")
        if len(opened) < 3:
            message = "It does not open."
            raise VaultLocked(message)
        return MemoryVault()

    vault = LazyVault("somewhere", open_it)
    assert (vault.place, opened) == ("somewhere", [])
    for _ in range(2):
        with pytest.raises(VaultLocked):
            vault.save("a", "b")
    vault.save("a", "b")

    assert vault.load("a") == "b"
    assert len(opened) == 3
