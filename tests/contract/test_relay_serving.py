"""The relay as its owner runs it: a process, or several on one PostgreSQL, and what a container has to hold."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.contract.postgres_server import PostgresServer
from tests.integration.relay_server import PATIENCE, Desktop, webhook

ROOT = Path(__file__).parents[2]
SERVE = (sys.executable, "-m", "budgetsync.relay.server.cli", "serve")


@dataclass
class Served:
    """A relay process."""

    process: subprocess.Popen[str]
    url: str


@contextmanager
def serving(database: str, *options: str, **variables: str) -> Iterator[Served]:
    environment = {**os.environ, "BUDGETSYNC_RELAY_DATABASE": database, **variables}
    words = (*SERVE, "--listen", "127.0.0.1:0", "--open", *options)
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            yield Served(process, process.stdout.readline().strip().rpartition(" ")[2])
        finally:
            process.terminate()
            process.wait(PATIENCE)


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=PATIENCE, trust_env=False) as http:
        yield http


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_told_to_stop(
    relay_url: str, http: httpx.Client, number: signal.Signals
) -> None:
    with serving(relay_url) as served:
        assert http.get(served.url + "/healthz").status_code == 200
        desktop = Desktop(served.url, http).pair()
        with desktop.listen() as stream:
            stream.read()
            served.process.send_signal(number)
            assert stream.read() == {"event": "the end"}
        assert served.process.wait(PATIENCE) == 0
        assert served.process.stderr is not None
        told = served.process.stderr.read()

    assert "Traceback" not in told
    assert desktop.mailbox not in told


def test_an_event_that_one_process_takes_in_reaches_the_streams_of_another(
    postgres: PostgresServer, http: httpx.Client
) -> None:
    database, public = postgres.database(), "https://relay.example.org"
    with (
        serving(database, "--public-url", public) as one,
        serving(database, "--public-url", public) as other,
    ):
        here = RenamedDesktop(one.url, http).pair()
        there = here.at(other.url)
        with there.listen() as stream:
            assert stream.read()["data"]["head"] == 0
            assert here.post(number=1).status_code == 200
            assert there.unseal(stream.read()["data"])[1] == webhook(1)
            assert there.acknowledge(1).status_code == 204
            assert here.poll(after=1) == []
            assert here.post(number=2).status_code == 200
            assert stream.read()["data"]["seq"] == 2

        tower = RenamedDesktop(one.url, http)
        here.add(tower)
        with tower.at(other.url).listen() as stream:
            stream.read()
            assert here.call("DELETE", f"/devices/{tower.device}").status_code == 204
            assert stream.read() == {"event": "the end"}


class RenamedDesktop(Desktop):
    """One that knows the relay by its public name only."""

    @property
    def host(self) -> str:
        return "relay.example.org"

    def at(self, url: str) -> RenamedDesktop:
        """The same one at another process."""
        copy = RenamedDesktop(url, self.http, self.key, self.seal, self.mailbox, self.device)
        copy.bearer, copy.epoch = self.bearer, self.epoch
        return copy

    def post(self, body: bytes | None = None, number: int = 0, **headers: str) -> httpx.Response:
        public, self.address = self.address, self.address.replace("https://relay.example.org", self.url)
        try:
            return super().post(body, number, **headers)
        finally:
            self.address = public


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--public-url", "ftp://relay.example.org"), "not the address of a relay"),
        (("--public-url", "http://relay.example.org"), "https"),
        (("--listen", "0.0.0.0:0"), "--public-url"),
        (("--listen", "203.0.113.7:1"), "cannot listen"),
        (("--listen", "127.0.0.1:TAKEN"), "cannot listen"),
        (("--trusted-proxies", "nonsense"), "--trusted-proxies"),
        (("--connections", "none"), "--connections"),
    ],
)
def test_what_cannot_work_is_said_at_once(tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [*SERVE, *(option.replace("TAKEN", port) for option in options)],
            env={**os.environ, "BUDGETSYNC_RELAY_DATABASE": f"sqlite:///{tmp_path / 'relay.sqlite'}"},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )

    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_container_has_all_that_a_relay_needs(tmp_path: Path) -> None:
    """The files that are copied into it are loaded all, and need no package but those that are put there."""
    text = (ROOT / "packaging" / "relay" / "Containerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^COPY (budgetsync/.*)$", text, re.MULTILINE):
        *sources, target = line.split()
        folder = tmp_path / Path(target).relative_to("/app")
        for source in sources:
            if (ROOT / source).is_dir():
                folder.mkdir(parents=True)
                for path in (ROOT / source).glob("*.py"):
                    (folder / path.name).write_bytes(path.read_bytes())
            else:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / Path(source).name).write_bytes((ROOT / source).read_bytes())
    done = subprocess.run(
        [sys.executable, "-P", "-c", LOADED],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.stderr == ""
    lock = (ROOT / "packaging" / "requirements-relay.txt").read_text(encoding="utf-8")
    assert set(done.stdout.split()) <= set(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))


LOADED = """
import sys
before = set(sys.modules)
import importlib, pkgutil
from importlib.metadata import packages_distributions
import budgetsync.relay.server as server
for module in pkgutil.iter_modules(server.__path__):
    importlib.import_module(f"{server.__name__}.{module.name}")
server_loop = importlib.import_module("budgetsync.relay.server.serve_command").make_loop()
server_loop.close()
homes = packages_distributions()
names = {name.partition(".")[0] for name in set(sys.modules) - before} - {"budgetsync"}
print(*{home.lower().replace("_", "-") for name in names for home in homes.get(name, ())})
"""
