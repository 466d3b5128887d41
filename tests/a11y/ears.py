"""What a screen reader hears of a window, by AT-SPI; and the keyboard, by xdotool.

This runs under the system's own Python, which has pyatspi: standard library besides, and nothing of the program.
"""

from __future__ import annotations

import importlib
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

atspi: Any = importlib.import_module("pyatspi")
glib: Any = importlib.import_module("gi.repository.GLib")

PATIENCE = 60.0  # seconds
_MANY = 60  # children of a list or table of which the rest is like the first
_DEEP = 40
_PATIENCE_FOR_A_KEY = 3.0  # seconds
_CONTAINERS = frozenset({"table", "tree table", "tree", "list", "list box", "menu bar", "menu", "popup menu"})
_INNER = frozenset({"table cell", "table row", "list item", "tree item", "menu item", "check menu item"})
CONTROLS = frozenset(
    {
        "push button", "toggle button", "check box", "radio button", "combo box", "entry", "password text",
        "text", "slider", "spin button", "progress bar", "link", "menu item", "check menu item",
        "radio menu item", "menu", "page tab", "page tab list", "table", "tree", "tree table", "list", "dial",
        "level bar", "table column header",
    }
)  # fmt: skip
"""Roles of what a person acts on or looks something up in."""


class SilentError(Exception):
    """The program did not say what was waited for."""


@dataclass(frozen=True)
class Heard:
    """One thing on the screen, as it is heard.

    Attributes:
        key: The same for the same thing at two moments.
        place: x, y, width and height on the screen.
        inner: It belongs to a list, table or menu, which the Tab key enters as one.
        group: The key of its parent.
    """

    key: str
    role: str
    name: str
    states: frozenset[str]
    place: tuple[int, int, int, int]
    inner: bool
    group: str
    node: Any

    @property
    def seen(self) -> bool:
        """Whether it is there for a person, be it after scrolling."""
        return "visible" in self.states and self.place[2] > 0 and self.place[3] > 0

    @property
    def can_be_reached(self) -> bool:
        """Whether the keyboard has to get there."""
        return self.seen and not self.inner and {"enabled", "focusable"} <= self.states

    def __str__(self) -> str:
        """Say what it is and where."""
        return f"{self.role} {self.name!r} at {self.place[0]},{self.place[1]} {self.place[2]}x{self.place[3]}"


def listen(node: Any, *, inner: bool = False, group: str = "", deep: int = 0) -> Iterator[Heard]:  # noqa: ANN401
    """Hear a node and all below it."""
    heard = _tried(partial(hear, node, inner=inner, group=group))
    if heard is None:
        return  # gone since its parent named it
    yield heard
    within = inner or heard.role in _CONTAINERS
    if not heard.seen and heard.role not in {"application", "menu", "menu bar"}:
        return
    count = _tried(node.get_child_count) or 0
    for at in range(min(count, _MANY) if deep < _DEEP else 0):
        child = _tried(partial(node.getChildAtIndex, at))
        if child is not None:
            yield from listen(child, inner=within, group=heard.key, deep=deep + 1)


def hear(node: Any, *, inner: bool = False, group: str = "") -> Heard:  # noqa: ANN401
    """Hear one node."""
    role = node.getRoleName()
    states = frozenset(
        str(atspi.stateToString(state)).lower().replace("_", " ") for state in node.getState().getStates()
    )
    place = (0, 0, 0, 0)
    component = _tried(node.queryComponent)
    if component is not None:
        found = component.getExtents(atspi.DESKTOP_COORDS)
        place = (found.x, found.y, found.width, found.height)
    within = inner or role in _INNER
    return Heard(str(node.path), role, (node.name or "").strip(), states, place, within, group, node)


def hear_again(heard: Heard) -> Heard | None:
    """Hear a node as it is now; None where it is gone."""
    found: Heard | None = _tried(partial(hear, heard.node))
    return found


def find_application(name: str) -> Any:  # noqa: ANN401
    """Wait for a program on the accessibility bus, and for a window of it."""

    def look() -> Any:  # noqa: ANN401
        desktop = atspi.Registry.getDesktop(0)
        for at in range(desktop.childCount):
            found = _tried(partial(desktop.getChildAtIndex, at))
            if found is not None and found.name == name and found.childCount:
                return found
        return None

    return wait_for(look, f"{name} on the accessibility bus")


def wait_for(look: Callable[[], Any], what: str) -> Any:  # noqa: ANN401
    """Wait until a look finds something.

    Raises:
        SilentError: It does not, after all patience.
    """
    until = time.monotonic() + PATIENCE
    while not (found := look()):
        if time.monotonic() > until:
            message = f"waited in vain for {what}"
            raise SilentError(message)
        turn(0.1)
    return found


def turn(seconds: float) -> None:
    """Let events come in for a while."""
    context = glib.MainContext.default()
    glib.timeout_add(int(seconds * 1000) + 1, lambda: False)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        context.iteration(True)


def press(heard: Heard) -> bool:
    """Press something as a screen reader does; tells whether it can be pressed."""
    action = _tried(heard.node.queryAction)
    if action is None:
        return False
    names = [action.getName(at).lower() for at in range(action.nActions)]
    for wanted in ("press", "toggle", "check"):
        if wanted in names:
            return bool(action.doAction(names.index(wanted)))
    return False


def seize(heard: Heard) -> None:
    """Give something the keyboard, as a screen reader does."""
    component = _tried(heard.node.queryComponent)
    if component is not None:
        component.grabFocus()


def activate(name: str) -> None:
    """Give the keyboard to the program's window."""
    wanted = ["--sync", "--onlyvisible", "--name", f"^{name}$"]
    subprocess.run(["xdotool", "search", *wanted, "windowactivate", "--sync", "%@"], check=True, timeout=30)


class Focus:
    """Follows the keyboard's focus by the events that a screen reader gets."""

    def __init__(self, application: Any) -> None:  # noqa: ANN401
        self.last: Any = None
        self._application = application
        self._count = 0
        self._said: list[str] = []
        atspi.Registry.registerEventListener(self._hear, "object:state-changed:focused")
        atspi.Registry.registerEventListener(self._hear_words, "object:announcement")

    def type_keys(self, *keys: str) -> Heard | None:
        """Press keys and hear where the focus goes; None where it goes nowhere."""
        before = self._count
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True, timeout=30)
        until = time.monotonic() + 0.5
        while self._count == before and time.monotonic() < until:
            turn(0.02)
        turn(0.05)
        if self._count > before and self.last is not None:
            return hear(self.last)
        # A program that was there before AT-SPI's registry may not know that somebody listens.
        for heard in listen(self._application):
            if "focused" in heard.states and heard.seen and not heard.inner:
                return heard
        return None

    def find_above(self, name: str) -> Heard | None:
        """Find what is called so around that which has the keyboard."""
        return next((one for one in self._above() if one.name == name), None)

    def find_popup(self) -> Heard | None:
        """Find the frame below another one that has the keyboard: no list of windows has it."""
        around = [one for one in self._above() if one.role not in {"application", "desktop frame"}]
        return around[-1] if around and around[-1].role != "frame" else None

    def _above(self) -> Iterator[Heard]:
        """Hear what is around that which has the keyboard, from the inside."""
        node = None if self.last is None else _tried(partial(getattr, self.last, "parent"))
        while node is not None and (heard := _tried(partial(hear, node))) is not None:
            yield heard
            node = _tried(partial(getattr, node, "parent"))

    def hear_key(self, key: str) -> str:
        """Press a key and hear what is said thereupon; "" where nothing is."""
        self._said.clear()
        subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True, timeout=30)
        until = time.monotonic() + _PATIENCE_FOR_A_KEY
        while not any(self._said) and time.monotonic() < until:
            turn(0.02)
        turn(0.1)
        return " ".join(dict.fromkeys(said for said in self._said if said))

    def _hear(self, event: Any) -> None:  # noqa: ANN401
        if event.detail1:
            self.last = event.source
            self._count += 1
            self._said.append(_tried(lambda: event.source.name) or "")

    def _hear_words(self, event: Any) -> None:  # noqa: ANN401
        self._said.append(str(event.any_data or ""))


def picture() -> tuple[int, int, bytes]:
    """Take the whole screen: width, height, and three bytes for each pixel."""
    done = subprocess.run(
        ["import", "-window", "root", "-depth", "8", "ppm:-"], capture_output=True, check=True
    )
    head, size, _, pixels = done.stdout.split(b"\n", 3)
    assert head == b"P6"
    width, height = map(int, size.split())
    return width, height, pixels


def differs(
    one: tuple[int, int, bytes], other: tuple[int, int, bytes], place: tuple[int, int, int, int]
) -> int:
    """Count the pixels of a place, and a little around it, that two pictures show otherwise."""
    width, height, before = one
    after = other[2]
    left, top = max(0, place[0] - 3), max(0, place[1] - 3)
    right, bottom = min(width, place[0] + place[2] + 3), min(height, place[1] + place[3] + 3)
    count = 0
    for y in range(top, bottom):
        begin, end = 3 * (y * width + left), 3 * (y * width + right)
        if before[begin:end] != after[begin:end]:
            count += sum(before[at : at + 3] != after[at : at + 3] for at in range(begin, end, 3))
    return count


def _tried(ask: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Ask for something that a node may not have, or may be gone: None then."""
    try:
        return ask()
    except (NotImplementedError, LookupError, RuntimeError, glib.GError):
        return None
