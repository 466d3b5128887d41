"""A disk that loses its power: what a program wrote, read back from strace, and what may be left of it.

Only what was synced is certain. Of the rest any part may be there: a write, a half of it by sectors, a later one
without an earlier one, a longer file without its contents, a file under its old name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from random import Random
from typing import Literal

Kind = Literal["write", "append", "truncate", "sync", "create", "unlink", "rename", "told"]
RECORDED = ("-y", "-xx", "-s", "10000000", "-e")
CALLS = "pwrite64,write,ftruncate,fsync,fdatasync,openat,?rename,renameat,renameat2,?unlink,unlinkat,sendto"
SECTOR = 512
_KINDS: dict[str, Kind] = {
    "pwrite64": "write",
    "write": "append",
    "ftruncate": "truncate",
    "fsync": "sync",
    "fdatasync": "sync",
}
_BEGUN = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)$")
_CALL = re.compile(r"\d+ +(\w+)\((.*)\) += (-?\d+)(?:<(.*)>)?")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"|<((?:\\x[0-9a-f]{2})*)>')


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the folder, or a word that was told.

    Attributes:
        name: The file, relative to the folder; "" is the folder itself. For `told`, the word.
        to: The new name of a file that was renamed.
    """

    kind: Kind
    name: str
    offset: int = 0
    content: bytes = b""
    to: str = ""


def read_events(lines: Iterable[str], folder: Path) -> Iterator[Event]:
    """Read what strace wrote down with RECORDED and CALLS, as far as it concerns a folder."""
    begun: dict[str, str] = {}
    for line in lines:
        if (match := _BEGUN.match(line)) is not None:
            begun[match[1]] = match[2]
            continue
        if (match := _RESUMED.match(line)) is not None:
            line = f"{match[1]} {begun.pop(match[1])}{match[2]}"  # noqa: PLW2901 - the whole of the same call
        called = _CALL.match(line)
        if called is not None and int(called[3]) >= 0:
            yield from _to_events(called, folder)


def _to_events(called: re.Match[str], folder: Path) -> Iterator[Event]:
    call, rest = called[1], called[2]
    texts = [bytes.fromhex((one or other).replace("\\x", "")) for one, other in _TEXT.findall(rest)]
    if call == "sendto":
        if texts[1].endswith(b"\n"):
            yield Event("told", texts[1].decode().rstrip("\n"))
        return
    contents = texts.pop(1) if call in {"pwrite64", "write"} else b""
    names = [name for text in texts if (name := _within(Path(text.decode()), folder)) is not None]
    if not names:
        return
    if call == "openat":
        if "O_TRUNC" in rest:
            yield Event("truncate", names[-1])
        elif "O_CREAT" in rest:
            yield Event("create", names[-1])
    elif call.startswith("rename"):
        yield Event("rename", names[0], to=names[-1])
    elif call.startswith("unlink"):
        yield Event("unlink", names[-1])
    else:
        offset = int(rest.rpartition(", ")[2]) if call in {"pwrite64", "ftruncate"} else 0
        yield Event(_KINDS[call], names[0], offset, contents)


def _within(path: Path, folder: Path) -> str | None:
    return str(path.relative_to(folder)) if path.is_relative_to(folder) else None


class Habit(Enum):
    """How a disk treats what was not synced."""

    DROPS = "nothing of it is there"
    CUTS = "what came first is there, the last of it torn"
    MIXES = "any of it is there"
    TEARS = "any sectors of it are there"


@dataclass(slots=True)
class _Inode:
    durable: bytearray = field(default_factory=bytearray)
    pending: list[Event] = field(default_factory=list)

    def size(self) -> int:
        """How long the file is to the program."""
        size = len(self.durable)
        for event in self.pending:
            size = event.offset if event.kind == "truncate" else max(size, event.offset + len(event.content))
        return size


class Disk:
    """A folder, as the program sees it and as it would be found after a power cut."""

    def __init__(self, folder: Path) -> None:
        """Begin with what lies in a folder, all of it synced."""
        self._names = {
            str(path.relative_to(folder)): _Inode(bytearray(path.read_bytes()))
            for path in folder.rglob("*")
            if path.is_file()
        }
        self._durable_names = dict(self._names)
        self._pending_names: list[tuple[str, _Inode | None]] = []
        self.unsynced = 0

    def take(self, event: Event) -> None:
        """Let an event happen."""
        if event.kind == "told":
            return
        if event.kind == "sync":
            self._sync(event.name)
        elif event.kind == "rename":
            self._put(event.to, self._names.pop(event.name))
            self._pending_names.append((event.name, None))
        elif event.kind == "unlink":
            self._names.pop(event.name)
            self._pending_names.append((event.name, None))
        else:
            if event.name not in self._names:
                self._put(event.name, _Inode())
            inode = self._names[event.name]
            if event.kind == "append":
                event = Event("write", event.name, inode.size(), event.content)
            if event.kind != "create":
                inode.pending.append(event)

    def _put(self, name: str, inode: _Inode) -> None:
        self._names[name] = inode
        self._pending_names.append((name, inode))

    def _sync(self, name: str) -> None:
        inode = self._names.get(name)
        if inode is not None:
            for event in inode.pending:
                _apply(inode.durable, event)
            inode.pending.clear()
            return
        # A folder: the names in it.
        folder = "" if name == "." else f"{name}/"
        left = []
        for entry in self._pending_names:
            if entry[0].startswith(folder) and "/" not in entry[0][len(folder) :]:
                self._rename(self._durable_names, entry)
            else:
                left.append(entry)
        self._pending_names = left

    @staticmethod
    def _rename(names: dict[str, _Inode], entry: tuple[str, _Inode | None]) -> None:
        name, inode = entry
        if inode is None:
            names.pop(name, None)
        else:
            names[name] = inode

    def cut(self, rng: Random, habit: Habit) -> dict[str, bytes]:
        """What is found after a power cut now, by name."""
        names = dict(self._durable_names)
        kept = rng.randint(0, len(self._pending_names))
        for at, entry in enumerate(self._pending_names):
            if rng.random() < 0.5 if habit in {Habit.MIXES, Habit.TEARS} else at < kept:
                self._rename(names, entry)
        return {name: _left_of(inode, rng, habit) for name, inode in names.items()}

    def pending(self) -> int:
        """How many writes are not synced."""
        return sum(len(inode.pending) for inode in self._names.values())


def _left_of(inode: _Inode, rng: Random, habit: Habit) -> bytes:
    content = bytearray(inode.durable)
    if habit is Habit.DROPS or not inode.pending:
        return bytes(content)
    if habit is Habit.CUTS:
        whole = rng.randint(0, len(inode.pending))
        for event in inode.pending[:whole]:
            _apply(content, event)
        for event in inode.pending[whole : whole + 1]:
            _apply(content, event, sectors=rng.randint(0, len(event.content) // SECTOR))
        return bytes(content)
    likely = rng.choice([0.1, 0.5, 0.9])
    for event in inode.pending:
        if habit is Habit.MIXES or event.kind == "truncate" or len(event.content) <= SECTOR:
            if rng.random() < likely:
                _apply(content, event)
            continue
        for at in range(0, len(event.content), SECTOR):
            if rng.random() < likely:
                _apply(content, Event("write", "", event.offset + at, event.content[at : at + SECTOR]))
    return bytes(content)


def _apply(content: bytearray, event: Event, sectors: int | None = None) -> None:
    if event.kind == "truncate":
        missing = event.offset - len(content)
        if missing > 0:
            content.extend(bytes(missing))
        else:
            del content[event.offset :]
        return
    written = event.content if sectors is None else event.content[: sectors * SECTOR]
    if not written:
        return
    missing = event.offset - len(content)
    if missing > 0:
        content.extend(bytes(missing))
    content[event.offset : event.offset + len(written)] = written
