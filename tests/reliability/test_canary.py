"""No secret is in anything that the program leaves, shows or hands on, whatever is done with it.

Known ones pass through a thousand random acts at a bank that repeats them in its errors, pages and extra fields.
Rows themselves are kept as the bank told them: those are the user's.
"""

from __future__ import annotations

import asyncio
import base64
import gzip
import logging
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from budgetsync.children import BankChild
from budgetsync.cli.parser import build_parser
from budgetsync.core import Core
from budgetsync.store.payloads import pack
from tests.e2e.programs import PROGRAM, Program
from tests.integration.household import Patient
from tests.reliability.canary_bank import ACCOUNT_NUMBER, CLIENT_ID, CLIENT_SECRET, IBAN, GossipingBank
from tests.reliability.canary_life import ACTS, CanaryLife
from tests.reliability.canary_search import Search

ACTIONS = 1000
PASSPHRASE = "canary passphrase 4f1c"
COMMANDS = (
    ("status", "--json"),
    ("sync",),
    ("transactions", "--limit", "0", "--csv"),
    ("history", "1", "--raw"),
    ("connect", "--institution", "ins_109511"),
    ("connect", "--institution", "nowhere"),
    ("reconnect", "1", "--test-bank"),
    ("health", "--json"),
    ("dead-letters",),
    ("archive", "export", "all.zip"),
    ("no-such-command",),
)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Everything that is logged, as finely as anybody can ask for."""
    path = tmp_path / "log.txt"
    root = logging.getLogger()
    handler, level = logging.FileHandler(path, encoding="utf-8"), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield path
    root.setLevel(level)
    root.removeHandler(handler)
    handler.close()


def test_a_thousand_acts_leave_no_secret(
    tmp_path: Path, log: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    program = Program(tmp_path)
    (tmp_path / "exports").mkdir()
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, program.environment[name])
    monkeypatch.setenv("BUDGETSYNC_PASSPHRASE", PASSPHRASE)
    # Hours of syncs in seconds: no budget of calls, and no second try behind the next act's back.
    monkeypatch.setattr("budgetsync.assembly.Core", partial(Core, limits={}, random=Patient()))
    keys = {"PLAID_CLIENT_ID": CLIENT_ID, "PLAID_SECRET": CLIENT_SECRET, "BUDGETSYNC_PASSPHRASE": PASSPHRASE}
    with GossipingBank(seed=11) as bank:
        life = CanaryLife(bank, program.ledger, seed=5)
        asyncio.run(life.live(ACTIONS))
        place = ["--data-dir", str(program.ledger), "--plaid-url", bank.url]
        ran = [program.run_plain(*PROGRAM, *words, *place, **keys) for words in COMMANDS]

    (tmp_path / "shown.txt").write_text("\n".join(life.shown), encoding="utf-8")
    (tmp_path / "ran.txt").write_text("\n".join(one.stdout + one.stderr for one in ran), encoding="utf-8")
    (tmp_path / "printed.txt").write_text("".join(capfd.readouterr()), encoding="utf-8")
    search = Search({*bank.issued, CLIENT_SECRET, PASSPHRASE, ACCOUNT_NUMBER, IBAN})
    assert sorted(set(search.in_folder(tmp_path))) == []
    assert set(life.done) == set(ACTS)
    assert sum(life.done.values()) == ACTIONS
    assert bank.gossips > 40
    assert life.refused > 20
    assert len(bank.issued) >= 6
    assert {name for name in ("ledger.sqlite", "log.txt", "all.zip") if list(tmp_path.rglob(name))} == {
        "ledger.sqlite",
        "log.txt",
        "all.zip",
    }
    assert log.stat().st_size > 0
    assert "Traceback" not in (tmp_path / "ran.txt").read_text(encoding="utf-8")


def test_a_child_gets_no_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = (
        "PLAID_SECRET",
        "NEXT_PUBLIC_PLAID_SECRET",
        "BUDGETSYNC_PASSPHRASE",
        "OPENAI_API_KEY",
        "PLAID_WEBHOOK_SECRET",
    )
    for name in names:
        monkeypatch.setenv(name, CLIENT_SECRET)
    with BankChild.start(tmp_path, seed=1) as bank:
        told = Path(f"/proc/{bank.process_id}")
        given = (told / "environ").read_bytes() + (told / "cmdline").read_bytes()

    assert b"budgetsync" in given
    assert list(Search([CLIENT_SECRET]).in_bytes("child", given)) == []


def test_no_secret_can_be_typed_on_the_command_line() -> None:
    told = build_parser().format_help()
    assert not {
        word for word in ("--secret", "--passphrase", "--access-token", "--client-id") if word in told
    }


def test_a_secret_is_found_wherever_it_hides(tmp_path: Path) -> None:
    token = "access-sandbox-0123abcd-aaaa-bbbb"
    (tmp_path / "plain.txt").write_text(f"the token is {token}.", encoding="utf-8")
    (tmp_path / "coded.txt").write_bytes(base64.b64encode(f"ab{CLIENT_SECRET} and more".encode()))
    (tmp_path / "log.gz").write_bytes(gzip.compress(f"{CLIENT_SECRET}\n".encode()))
    (tmp_path / PASSPHRASE).touch()
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("rows.jsonl", ACCOUNT_NUMBER * 50)
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        connection.execute("CREATE TABLE observation (payload BLOB)")
        connection.execute("INSERT INTO observation VALUES (?)", (pack([b"{}", f"{IBAN} ".encode() * 9]),))
        connection.commit()

    found = set(Search([CLIENT_SECRET, PASSPHRASE, ACCOUNT_NUMBER, IBAN]).in_folder(tmp_path))

    assert found >= {
        "plain.txt: access-sandbox-0123abcd",
        f"coded.txt: {CLIENT_SECRET}",
        f"log.gz: {CLIENT_SECRET}",
        f"a name: {PASSPHRASE}",
        f"all.zip/rows.jsonl: {ACCOUNT_NUMBER}",
        f"a.sqlite/observation: {IBAN}",
    }
    assert (tmp_path / "all.zip").stat().st_size < len(ACCOUNT_NUMBER) * 50
