"""What the monkey does: drawn by a seed, so that the same seed does the same things in the same order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

SCREEN: Final = (1400, 900)
_SMALLEST: Final = (520, 420)
_STEPS_OF_A_DRAG: Final = 8

_KEYS: Final = (
    *("Tab",) * 8,
    *("shift+Tab",) * 3,
    *("Down",) * 8,
    *("Up",) * 5,
    *("Left", "Right") * 3,
    *("Return",) * 5,
    *("Escape",) * 6,
    *("space",) * 4,
    *("shift+Down", "shift+Up", "ctrl+Down", "shift+End", "shift+Prior"),
    *("Home", "End", "Prior", "Next", "ctrl+Home", "ctrl+End") * 2,
    *("F2", "F5", "F5", "F11", "Delete", "BackSpace", "Menu", "F10"),
    *("ctrl+a", "ctrl+c", "ctrl+v", "ctrl+x", "ctrl+f", "ctrl+k", "ctrl+n", "ctrl+period"),
    *("ctrl+z",) * 4,
    *("ctrl+shift+z",) * 3,
    *("alt+e", "alt+v", "alt+s", "alt+f", "alt+h"),
)
_LAST_KEYS: Final = ("ctrl+q", "ctrl+w")
_WORDS: Final = (
    "coffee", "market", "is:pending", "-is:transfer", ">20", "since:30d", "category:food", "account:check", "rent",
    "12.50", "2026-01-31", "a, b", "holiday", "=1+1", "x", "42", "tag:holiday", "Food and drink",
)  # fmt: skip
_COMMANDS: Final = (
    "dark", "light", "like the system", "sync all", "cancel", "pause hour", "resume", "undo", "redo", "select all",
    "insights", "activity", "transactions", "overview", "problems", "settings", "find", "full screen", "category",
    "copy", "about", "export", "table", "months",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that is done.

    Attributes:
        name: What it is, for the record.
        words: What xdotool is told; `{window}` stands for the window's number.
        pause: Seconds until the next one.
    """

    name: str
    words: tuple[str, ...]
    pause: float


class Monkey:
    """Draws one act after the other. What it does depends on nothing but the seed."""

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)  # noqa: S311 - spreads acts out, guards nothing
        self.size = SCREEN
        self._weighed: tuple[tuple[Callable[[], Act], float], ...] = (
            (self._click, 30),
            (self._double_click, 4),
            (self._other_button, 4),
            (self._wheel, 12),
            (self._drag, 6),
            (self._key, 32),
            (self._type, 9),
            (self._command, 4),
            (self._go_to_page, 8),
            (self._resize, 2),
            (self._end, 0.05),
        )

    def draw(self) -> Act:
        """Give the next act."""
        draws, weights = [draw for draw, _ in self._weighed], [weight for _, weight in self._weighed]
        return self._dice.choices(draws, weights)[0]()

    def _pause(self) -> float:
        """Mostly as quick as a hurried person, now and then a moment of rest in which things are loaded."""
        return self._dice.choice((0.02, 0.05, 0.05, 0.1, 0.1, 0.2, 0.2, 0.4, 1.0))

    def _act(self, name: str, *words: str) -> Act:
        return Act(name, words, self._pause())

    def _place(self) -> tuple[str, str]:
        width, height = self.size
        return str(self._dice.randrange(2, width - 2)), str(self._dice.randrange(2, height - 2))

    def _click(self) -> Act:
        return self._act("click", "mousemove", *self._place(), "click", "1")

    def _double_click(self) -> Act:
        return self._act(
            "double click", "mousemove", *self._place(), "click", "--repeat", "2", "--delay", "40", "1"
        )

    def _other_button(self) -> Act:
        return self._act(
            "other button", "mousemove", *self._place(), "click", self._dice.choice(("2", "3", "3", "3"))
        )

    def _wheel(self) -> Act:
        turns, button = str(self._dice.randrange(1, 12)), self._dice.choice(("4", "5", "5", "5", "6", "7"))
        return self._act(
            "wheel", "mousemove", *self._place(), "click", "--repeat", turns, "--delay", "12", button
        )

    def _drag(self) -> Act:
        (x, y), (to_x, to_y) = (tuple(map(int, self._place())) for _ in range(2))
        way: list[str] = []
        for step in range(1, _STEPS_OF_A_DRAG + 1):
            at = x + (to_x - x) * step // _STEPS_OF_A_DRAG, y + (to_y - y) * step // _STEPS_OF_A_DRAG
            way += ["mousemove", *map(str, at), "sleep", "0.01"]
        return self._act("drag", "mousemove", str(x), str(y), "mousedown", "1", *way, "mouseup", "1")

    def _key(self) -> Act:
        times = self._dice.choice((1, 1, 1, 2, 5))
        return self._act("key", "key", "--delay", "20", *[self._dice.choice(_KEYS)] * times)

    def _type(self) -> Act:
        return self._act("type", "type", "--delay", "15", self._dice.choice(_WORDS))

    def _command(self) -> Act:
        word = self._dice.choice(_COMMANDS)
        return self._act(
            f"command {word}", "key", "Escape", "ctrl+k", "sleep", "0.1", "type", "--delay", "15", word,
            "sleep", "0.05", "key", "Return",
        )  # fmt: skip

    def _go_to_page(self) -> Act:
        return self._act("page", "key", f"ctrl+{self._dice.randrange(1, 7)}")

    def _resize(self) -> Act:
        least, most = _SMALLEST, SCREEN
        whole = self._dice.random() < 0.4
        self.size = (
            most if whole else (self._dice.randint(least[0], most[0]), self._dice.randint(least[1], most[1]))
        )
        width, height = map(str, self.size)
        return self._act(
            "resize", "windowmove", "{window}", "0", "0", "windowsize", "{window}", width, height
        )

    def _end(self) -> Act:
        return self._act("end", "key", self._dice.choice(_LAST_KEYS))
