"""What is done between two looks at a window: `verb:words`, in the order in which a person would do it.

    open:Insights          a page by its button in the sidebar
    wait:Adds up           until something says these words
    press:Filters          a button, as a screen reader presses it
    go:Search the log      the keyboard to what has this name; `table/Log`, where only a table is meant
    keys:ctrl+f Escape     keys, one after the other
    type:groceries         letters
    look:Name              all of the window is judged, and gone round by the Tab key
    within:Details         the same for what is called so, from its first stop until the Tab key leaves it
    hear:Menu              names and roles only
    points:Balances        the arrow keys go through a chart, and each point is said
    rows:Transactions      the arrow keys go through a table or list, and each line is said

This runs under the system's own Python, as `walk.py` does.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tests.a11y.ears import activate, listen, seize, turn, wait_for

if TYPE_CHECKING:
    from tests.a11y.walk import Walk

_SETTLES = 0.7  # seconds
_POINTS = ("End", "Left", "Home", "Right")
_ROWS = ("Down", "Up")


class Steps:
    """Takes one step after the other on a walk."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._known: dict[str, Callable[[str], object]] = {
            "open": walk.open,
            "wait": walk.wait_for_words,
            "press": self._press,
            "go": self._go,
            "keys": self._keys,
            "type": self._type,
            "look": walk.page,
            "within": walk.part,
            "hear": walk.hear_only,
            "points": partial(self._arrows, keys=_POINTS),
            "rows": partial(self._arrows, keys=_ROWS),
        }

    def take(self, step: str) -> None:
        """Take a step.

        Raises:
            ValueError: There is no such step.
        """
        verb, _, words = step.partition(":")
        if verb not in self._known:
            message = f"no such step: {step}"
            raise ValueError(message)
        self._known[verb](words)

    def _press(self, name: str) -> None:
        self._walk.press(name)
        turn(_SETTLES)

    def _go(self, name: str) -> None:
        activate(self._walk.application.name)
        wait_for(lambda: self._holds(name), f"the keyboard on {name}")

    def _holds(self, name: str) -> bool:
        """Give what has this name the keyboard; it may be told of only after its part was opened."""
        role, _, word = name.rpartition("/")
        for one in listen(self._walk.application):
            if one.name == word and one.role.startswith(role) and one.can_be_reached:
                seize(one)
                turn(0.3)
                return True
        return False

    def _keys(self, keys: str) -> None:
        activate(self._walk.application.name)
        for key in keys.split():
            self._walk.focus.type_keys(key)
        turn(_SETTLES)

    def _type(self, letters: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "40", letters], check=True, timeout=60)
        turn(_SETTLES)

    def _arrows(self, name: str, keys: tuple[str, ...]) -> None:
        """Something else is said after each key, and it is more than a name."""
        self._go(name)
        before = ""
        for key in keys:
            said = self._walk.focus.hear_key(key)
            self._walk.found.points += 1
            self._walk.say(f"{key}: {said}")
            if not said or said == before:
                self._walk.found.flaws.append(f"{name}: nothing new is said after {key}: {said!r}")
            before = said
