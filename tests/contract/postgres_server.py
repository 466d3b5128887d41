"""A PostgreSQL server of the tests' own: an empty cluster in a folder of its own, reached by a socket there."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import threading
from itertools import count
from pathlib import Path
from typing import Self

import psycopg

STARTING = 60.0
_ACCOUNTS = ("postgres", "nobody")


def find_programs() -> Path:
    """Finds the folder of the newest PostgreSQL server; Debian keeps it off the search path."""
    on_path = shutil.which("initdb")
    if on_path is not None:
        return Path(on_path).resolve().parent
    folders = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(folders, key=lambda path: int(path.parts[-3]), default=None)
    if newest is None:
        message = "there is no PostgreSQL server here: install the package postgresql"
        raise FileNotFoundError(message)
    return newest.parent


def unprivileged_account() -> pwd.struct_passwd | None:
    """Chooses whom the server runs as: it refuses to be root. None where we are somebody else anyway."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    return next(known[name] for name in _ACCOUNTS if name in known)


class PostgresServer:
    """A cluster that lives as long as the with statement."""

    def __init__(self, *settings: str) -> None:
        """Take further settings, as `name=value`."""
        self._settings = settings
        self._account = unprivileged_account()
        # Short, since the path of a socket has 107 characters at most; and outside pytest's folder, which nobody
        # but root may enter.
        self.folder = Path(tempfile.mkdtemp(prefix="relay-postgres-"))
        self._programs = find_programs()
        self._process: subprocess.Popen[bytes] | None = None
        self._said: list[str] = []
        self._names = (f"relay{number}" for number in count(1))

    def __enter__(self) -> Self:
        if self._account is not None:
            os.chown(self.folder, self._account.pw_uid, self._account.pw_gid)
        made = self._start(
            "initdb", "--no-sync", "--auth=trust", "--username=relay", "--encoding=UTF8", "-D", "data"
        )
        try:
            output, _ = made.communicate(timeout=STARTING)
            assert made.returncode == 0, output.decode()
            self.start()
        except BaseException:
            shutil.rmtree(self.folder)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop(signal.SIGQUIT)  # in good order it would first write everything to the disk
        shutil.rmtree(self.folder)

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        settings = ("listen_addresses=", f"unix_socket_directories={self.folder}", *self._settings)
        options = [word for setting in settings for word in ("-c", setting)]
        self._process = self._start("postgres", "-D", "data", *options)
        self._said = []
        ready = threading.Event()
        # Somebody has to go on reading what it says, or it would wait for that some day.
        threading.Thread(target=self._listen, args=(self._process, ready), daemon=True).start()
        assert ready.wait(STARTING), "".join(self._said)
        assert self._is_ready(), "".join(self._said)

    def _is_ready(self) -> bool:
        return any("ready to accept connections" in line for line in self._said)

    def _listen(self, process: subprocess.Popen[bytes], ready: threading.Event) -> None:
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                if not ready.is_set():
                    self._said.append(line.decode(errors="replace"))
                    if self._is_ready():
                        ready.set()
        ready.set()

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stops the server: SIGINT in good order, SIGQUIT as if the power had gone."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(STARTING)
            self._process = None

    def database(self) -> str:
        """Makes an empty database; returns its URL."""
        name = next(self._names)
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, database: str) -> str:
        """Spells the URL of a database."""
        return f"postgresql:///{database}?host={self.folder}&user=relay"

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        account = self._account
        return subprocess.Popen(
            [self._programs / program, *arguments],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
            user=account.pw_uid if account else None,
            group=account.pw_gid if account else None,
            extra_groups=[] if account else None,
        )
