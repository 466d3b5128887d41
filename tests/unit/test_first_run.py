"""The first run keeps what was chosen, and knows when to ask."""

from __future__ import annotations

import asyncio
import os
import stat
from pathlib import Path

import pytest

from budgetsync.assembly import assemble
from budgetsync.cli import main
from budgetsync.configuration import load_settings, needs_guide
from budgetsync.domain.errors import ProviderRejected, VaultError, VaultLocked
from budgetsync.domain.keys import Keys, load_keys, save_keys
from budgetsync.domain.ports import Vault
from budgetsync.domain.profile import Profile
from budgetsync.first_run import FirstRun
from budgetsync.host.profile import load_profile, profile_path, save_profile
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from budgetsync.vault.file_vault import FileVault
from budgetsync.vault.memory_vault import MemoryVault

KEYS = Keys(DEMO_CLIENT_ID, DEMO_SECRET)
WRONG = Keys(DEMO_CLIENT_ID, "0" * 30)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if "PLAID" in name or name.startswith("BUDGETSYNC_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def no_demo() -> tuple[str, str]:
    return "", ""


def test_keys_are_asked_about_at_the_environment_that_they_are_for(tmp_path: Path) -> None:
    with DemoBank(rows=10).serve() as server:
        guide = FirstRun(tmp_path / "profile.json", hosts={"sandbox": server.url})

        asyncio.run(guide.check("sandbox", KEYS))
        with pytest.raises(ProviderRejected) as told:
            asyncio.run(guide.check("sandbox", WRONG))

    assert told.value.provider_code == "INVALID_API_KEYS"
    assert not (tmp_path / "profile.json").exists()


def test_the_demo_is_remembered_and_asks_for_nothing() -> None:
    guide = FirstRun()
    assert needs_guide(None, {})

    profile = asyncio.run(guide.choose_demo())

    assert profile == load_profile(Path(os.environ["XDG_CONFIG_HOME"]) / "budgetsync" / "profile.json")
    assert not needs_guide(profile, {})


def test_keys_in_the_keyring_are_used_by_the_next_start_and_by_no_other_environment(tmp_path: Path) -> None:
    keyring = MemoryVault()

    def open_keyring(kind: str, _folder: Path, _passphrase: str) -> Vault:
        assert kind == "keyring"
        return keyring

    guide = FirstRun(tmp_path / "profile.json", open_vault=open_keyring)
    profile = asyncio.run(guide.choose_own("sandbox", KEYS, vault="keyring"))

    assert not needs_guide(profile, {})
    assert load_keys(keyring, "sandbox") == KEYS
    assert not load_keys(keyring, "production")
    assert profile.session == {}
    settings, folder = load_settings({}, no_demo, profile=profile)
    assert (settings.plaid_env, settings.vault, settings.plaid_secret) == ("sandbox", "keyring", "")
    assert folder == guide.folder("sandbox")


def test_a_vault_that_takes_nothing_leaves_no_choice_behind(tmp_path: Path) -> None:
    def locked(_kind: str, _folder: Path, _passphrase: str) -> Vault:
        message = "The keyring is locked."
        raise VaultLocked(message)

    guide = FirstRun(tmp_path / "profile.json", open_vault=locked)

    with pytest.raises(VaultLocked):
        asyncio.run(guide.choose_own("sandbox", KEYS, vault="keyring"))

    assert not (tmp_path / "profile.json").exists()


def test_a_passphrase_is_asked_for_at_each_start_and_opens_the_same_file(tmp_path: Path) -> None:
    guide = FirstRun(tmp_path / "profile.json")
    first = asyncio.run(guide.choose_own("sandbox", KEYS, vault="file", passphrase="correct horse"))
    settings, folder = load_settings({}, no_demo, profile=first)
    assert (settings.vault, settings.passphrase) == ("file", "correct horse")

    later = load_profile(tmp_path / "profile.json")
    assert later is not None
    assert needs_guide(later, {})
    assert not needs_guide(later, {"BUDGETSYNC_PASSPHRASE": "correct horse"})
    with pytest.raises(VaultLocked):
        asyncio.run(guide.unlock(later, "wrong horse"))
    with pytest.raises(VaultError, match="needs a passphrase"):
        asyncio.run(guide.unlock(later, ""))
    opened = asyncio.run(guide.unlock(later, "correct horse"))

    assert opened.session == {"BUDGETSYNC_PASSPHRASE": "correct horse"}
    sealed = folder / "secrets.sealed"
    assert load_keys(FileVault(sealed, passphrase="correct horse"), "sandbox") == KEYS
    assert DEMO_SECRET.encode() not in sealed.read_bytes()
    assert stat.S_IMODE(sealed.stat().st_mode) == 0o600


def test_for_this_session_only_nothing_secret_is_written(tmp_path: Path) -> None:
    guide = FirstRun(tmp_path / "profile.json")

    profile = asyncio.run(guide.choose_own("production", KEYS, vault="memory"))

    settings, _ = load_settings({}, no_demo, profile=profile)
    assert (settings.plaid_env, settings.vault) == ("production", "memory")
    assert (settings.plaid_client_id, settings.plaid_secret) == (DEMO_CLIENT_ID, DEMO_SECRET)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.name for path in left] == ["profile.json"]
    assert DEMO_SECRET not in left[0].read_text()
    assert needs_guide(load_profile(left[0]), {})


def test_who_names_something_else_is_not_asked_and_the_profile_does_not_count(tmp_path: Path) -> None:
    profile = Profile("production", vault="memory")
    named: dict[str, str | None] = {"BUDGETSYNC_DATA_DIR": str(tmp_path / "other")}
    keys: dict[str, str | None] = {"PLAID_CLIENT_ID": "a", "NEXT_PUBLIC_PLAID_SECRET": "b"}

    assert not needs_guide(None, named)
    assert not needs_guide(None, keys)
    assert needs_guide(None, {"PLAID_CLIENT_ID": "a"})
    settings, folder = load_settings(named, no_demo, profile=profile)
    assert (settings.plaid_env, settings.vault, folder) == ("sandbox", "auto", tmp_path / "other")
    settings, _ = load_settings({"PLAID_ENV": "sandbox"}, no_demo, profile=profile)
    assert (settings.plaid_env, settings.vault) == ("sandbox", "auto")


def test_a_folder_of_the_persons_choice_is_opened_again(tmp_path: Path) -> None:
    settings, folder = load_settings({}, no_demo, profile=Profile("sandbox", tmp_path / "mine"))

    assert (settings.plaid_env, folder) == ("sandbox", tmp_path / "mine")


def test_a_command_looks_at_the_ledger_that_the_window_opens(capsys: pytest.CaptureFixture[str]) -> None:
    asyncio.run(FirstRun().choose_own("production", KEYS, vault="memory"))

    assert main(["status", "--json"]) == 0
    assert main(["backups"]) == 0

    assert (FirstRun().folder("production") / "ledger.sqlite").is_file()
    assert not FirstRun().folder("sandbox").exists()
    assert DEMO_SECRET not in capsys.readouterr().out


def test_stored_keys_are_read_when_the_provider_is_first_called_and_weaker_than_others(
    tmp_path: Path,
) -> None:
    with DemoBank(rows=10).serve() as server:
        typed: dict[str, str | None] = {
            "PLAID_URL": server.url,
            "BUDGETSYNC_VAULT": "file",
            "BUDGETSYNC_PASSPHRASE": "correct horse",
        }
        settings, folder = load_settings(typed, no_demo, tmp_path / "ledger")
        assembly = assemble(settings, folder)
        core = assembly.core

        async def scene() -> None:
            with pytest.raises(ProviderRejected, match="not set"):
                await core.check_keys()
            assert not await core.keys.are_kept()
            with pytest.raises(ProviderRejected):
                await core.keys.check(WRONG)
            await core.keys.check(KEYS)
            await core.keys.keep(WRONG)
            with pytest.raises(ProviderRejected):
                await core.check_keys()
            await core.keys.keep(KEYS)
            await core.check_keys()
            assert await core.keys.are_kept()
            await core.stop()

        asyncio.run(scene())
        assembly.ownership.release()
    kept = FileVault(folder / "secrets.sealed", passphrase="correct horse")
    assert load_keys(kept, "demo") == KEYS


def test_another_place_for_secrets_is_used_at_once_and_the_older_ones_are_still_read(tmp_path: Path) -> None:
    settings, folder = load_settings({"BUDGETSYNC_VAULT": "memory"}, no_demo, tmp_path / "ledger")
    assembly = assemble(settings, folder)
    core = assembly.core
    save_keys(core._vault, "sandbox", KEYS)
    save_profile(Profile("sandbox", vault="keyring"), profile_path())

    async def scene() -> None:
        assert core.vault_place == MemoryVault.place
        await core.keys.keep_in_file("correct horse")
        assert core.vault_place == "a file sealed with your passphrase"
        assert await core.keys.are_kept()
        assert load_keys(FileVault(folder / "secrets.sealed", passphrase="correct horse"), "sandbox") == KEYS
        await core.keys.keep(WRONG)
        await core.keys.keep_for_session()
        assert core.vault_place == MemoryVault.place
        assert load_keys(core._vault, "sandbox") == KEYS
        assert load_profile(profile_path()) == Profile("sandbox", vault="file")
        await core.stop()

    asyncio.run(scene())
    assembly.ownership.release()
    assert load_keys(FileVault(folder / "secrets.sealed", passphrase="correct horse"), "sandbox") == WRONG
