"""A second start hands its wish to the first: whoever is first, and whatever the one before left behind."""

from __future__ import annotations

import asyncio
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from budgetsync.host.ownership import WINDOW_FILE_NAME, Ownership
from budgetsync.ui.single_instance import SingleInstance, address_of
from budgetsync.ui.wish import Wish

Run = Callable[[Coroutine[Any, Any, None]], None]
ROOT = Path(__file__).parents[2]
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from budgetsync.host.ownership import WINDOW_FILE_NAME, Ownership
from budgetsync.ui.single_instance import SingleInstance, address_of
from budgetsync.ui.wish import Wish
application = QCoreApplication([])
folder = Path(sys.argv[1])
instance = SingleInstance(Ownership(folder, WINDOW_FILE_NAME), address_of(folder))
alone = instance.begin(Wish(page="problems", token="token-1"), patience_ms=int(sys.argv[2]))
if alone:
    instance.listen()
print(alone, flush=True)
if len(sys.argv) > 3:
    sys.stdin.read()
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Path:
    """A data folder, and a place for sockets that is not the tester's own."""
    del qapp
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    return tmp_path / "ledger"


@pytest.fixture
def first(folder: Path) -> Iterator[SingleInstance]:
    instance = made(folder)
    assert instance.begin(Wish()) is True
    instance.listen()
    yield instance
    instance.close()


def made(folder: Path) -> SingleInstance:
    return SingleInstance(Ownership(folder, WINDOW_FILE_NAME), address_of(folder))


def start(folder: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, str(folder), *words],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_a_second_start_hands_over_what_it_was_asked_for(
    first: SingleInstance, folder: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(first.asked, timeout=20_000) as heard:
        second = start(folder, "20000")
    assert heard.args == [Wish(page="problems", token="token-1")]
    assert second.communicate()[0].strip() == "False"


def test_each_data_folder_has_a_first_of_its_own(first: SingleInstance, folder: Path) -> None:
    del first
    other = made(folder.with_name("other"))
    assert other.begin(Wish()) is True
    other.close()
    assert address_of(folder) == address_of(folder / ".." / folder.name)


def test_nobody_else_may_talk_to_it(first: SingleInstance, folder: Path) -> None:
    del first
    mode = Path(address_of(folder)).stat().st_mode
    assert stat.S_ISSOCK(mode)
    assert stat.S_IMODE(mode) & 0o077 == 0
    assert stat.S_IMODE((folder / WINDOW_FILE_NAME).stat().st_mode) == 0o600


def test_one_that_was_killed_is_in_nobodys_way(folder: Path) -> None:
    killed = start(folder, "20000", "stay")
    assert killed.stdout is not None
    assert killed.stdout.readline().strip() == "True"
    killed.kill()
    killed.communicate()
    assert Path(address_of(folder)).exists()
    instance = made(folder)
    assert instance.begin(Wish(), patience_ms=0) is True
    instance.listen()
    instance.close()
    assert not Path(address_of(folder)).exists()


def test_of_many_that_start_at_once_one_wins(folder: Path) -> None:
    started = [start(folder, "400", "stay") for _ in range(4)]
    said = []
    for each in started:
        assert each.stdout is not None
        said.append(each.stdout.readline().strip())
    for each in started:
        each.communicate()
    assert sorted(said) == ["None", "None", "None", "True"]  # the first of these has no loop to answer by


def test_one_that_does_not_answer_is_told_of(folder: Path) -> None:
    holder = Ownership(folder, WINDOW_FILE_NAME)
    assert holder.claim()
    assert made(folder).begin(Wish(), patience_ms=60) is None
    holder.release()


def test_a_stranger_at_the_socket_is_not_obeyed(first: SingleInstance, folder: Path, qtbot: QtBot) -> None:
    heard: list[object] = []
    first.asked.connect(heard.append)
    for words in (b"nonsense\n", b"[]\n", b"{}\n", b"x" * 9_000, b""):
        with socket.socket(socket.AF_UNIX) as stranger:
            stranger.connect(address_of(folder))
            stranger.sendall(words)
            stranger.shutdown(socket.SHUT_WR)
    with qtbot.waitSignal(first.asked, timeout=20_000):
        second = start(folder, "20000")
    second.communicate()
    assert heard == [Wish(page="problems", token="token-1")]


def test_a_start_brings_the_permission_that_its_launcher_gave_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    monkeypatch.setenv("DESKTOP_STARTUP_ID", "started-by-a-panel")
    assert Wish.of_start(background=True) == Wish(background=True, token="started-by-a-panel")
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "wayland")
    assert Wish.of_start(page="settings") == Wish(page="settings", token="wayland")


def test_it_answers_on_the_programs_own_loop(first: SingleInstance, folder: Path, run: Run) -> None:
    heard: asyncio.Queue[Wish] = asyncio.Queue()
    first.asked.connect(heard.put_nowait)

    async def ask() -> None:
        second = await asyncio.to_thread(start, folder, "20000")
        assert (await heard.get()).page == "problems"
        said, _ = await asyncio.to_thread(second.communicate)
        assert said.strip() == "False"

    run(ask())
