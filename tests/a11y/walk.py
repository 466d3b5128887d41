"""Walks through a window as somebody does who hears it and has no mouse: `/usr/bin/python3 -m tests.a11y.walk`.

Writes one line of JSON: how much there was, and everything that falls short.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from tests.a11y.ears import (
    CONTROLS,
    Focus,
    Heard,
    activate,
    differs,
    find_application,
    hear_again,
    listen,
    picture,
    press,
    turn,
    wait_for,
)

UNKNOWN = frozenset({"unknown", "invalid", "redundant object"})
_NO_STOPS = frozenset({"frame", "scroll pane", "menu bar", "label"})  # labels are selected by the mouse
_IN_GROUPS = frozenset({"radio button", "page tab"})
_MOST_STOPS = 250
_VISIBLE = 12  # pixels at least that look otherwise where the focus is


@dataclass
class Findings:
    """What a walk found.

    Attributes:
        pages: Those that were opened.
        heard: Everything that was heard.
        controls: What a person acts on or looks something up in.
        stops: Of the Tab key.
        pressed: Buttons that were pressed by a screen reader's way.
    """

    pages: int = 0
    heard: int = 0
    controls: int = 0
    stops: int = 0
    pressed: int = 0
    flaws: list[str] = field(default_factory=list)


class Walk:
    """A walk through one window."""

    def __init__(self, name: str, *, keys: bool, aloud: bool) -> None:
        self.found = Findings()
        self._aloud = aloud
        self._keys = keys
        self._application = find_application(name)
        self._focus = Focus(self._application)

    def pages(self, wanted: list[str]) -> None:
        """Open one page after the other by pressing its button, and look at each."""
        before: frozenset[str] | None = None
        for page in wanted:
            button = wait_for(partial(self._find_page, page), f"the button of {page}")
            if press(button):
                self.found.pressed += 1
            else:
                self.found.flaws.append(f"{button} cannot be pressed by a screen reader")
            wait_for(partial(self._is_open, page), f"{page} to be open")
            turn(0.7)
            words = self._words()
            if words == before:
                self.found.flaws.append(f"{page}: its button is pressed, and the same is shown as before")
            before = words
            self.page(page)

    def wait_for_words(self, words: str) -> None:
        """Wait until something says these words."""
        if words:
            wait_for(lambda: any(words in name for name in self._words()), f"the words {words!r}")

    def press(self, name: str) -> None:
        """Press a button that is known by its name."""
        button = wait_for(
            lambda: next((one for one in listen(self._application) if one.name == name), None),
            f"the button {name}",
        )
        self.found.pressed += press(button)

    def page(self, page: str) -> None:
        """Look at what is shown now."""
        self.found.pages += 1
        heard = list(listen(self._application))
        self.found.heard += len(heard)
        self._judge(page, heard)
        if self._keys:
            self._tab_through(page, heard)

    def _find_page(self, page: str) -> Heard | None:
        for heard in listen(self._application):
            if heard.role in {"radio button", "check box", "page tab", "push button", "toggle button"} and (
                heard.name == page or heard.name.startswith(f"{page}, ")
            ):
                return heard
        return None

    def _is_open(self, page: str) -> bool:
        button = self._find_page(page)
        return button is not None and "checked" in button.states

    def _words(self) -> frozenset[str]:
        return frozenset(one.name for one in listen(self._application) if one.seen and one.name)

    def _judge(self, page: str, heard: list[Heard]) -> None:
        """Names and roles."""
        splits = {one.key for one in heard if one.role == "split pane"}
        for one in heard:
            if not one.seen:
                continue
            if (
                one.role in UNKNOWN and one.group not in splits
            ):  # AT-SPI has no word for what a splitter is held by
                self.found.flaws.append(f"{page}: nobody knows what this is: {one}")
            is_control = one.role in CONTROLS or ("focusable" in one.states and not one.inner)
            self.found.controls += is_control
            if is_control and not one.name and one.role not in {"menu", "table column header"}:
                self.found.flaws.append(f"{page}: has no name: {one}")
        buttons = [one for one in heard if one.seen and one.role == "push button"]
        for name, count in Counter(one.name for one in buttons).items():
            if count > 1:
                self.found.flaws.append(f"{page}: {count} buttons are called {name!r}")

    def _tab_through(self, page: str, heard: list[Heard]) -> None:
        """Go round by the Tab key: everything is reached, nothing twice, and the place is seen each time."""
        activate(self._application.name)
        reached: dict[str, Heard] = {}
        pictures = []
        while len(reached) < _MOST_STOPS:
            stop = self._focus.type_keys("Tab")
            if stop is None:
                break  # what was not reached is told below
            pictures.append((stop, picture()))
            if stop.key in reached:
                break
            reached[stop.key] = stop
        self.found.stops += len(reached)
        self._judge_stops(page, heard, reached)
        if self._aloud:
            sys.stderr.write("\n".join(f"{page}: {stop}" for stop in reached.values()) + "\n")
        for (stop, shown), (other, later) in pairwise(pictures):
            if stop.key != other.key and differs(shown, later, stop.place) < _VISIBLE:
                self.found.flaws.append(f"{page}: the focus is not seen on {stop}")
            screen = (0, 0, shown[0], shown[1])
            if not _inside(stop.place, screen):
                self.found.flaws.append(f"{page}: the focus goes out of sight: {stop}")

    def _judge_stops(self, page: str, heard: list[Heard], reached: dict[str, Heard]) -> None:
        groups = {one.group for one in heard if one.key in reached and one.role in _IN_GROUPS}
        groups |= {one.key for one in reached.values()}
        for one in heard:
            if not one.can_be_reached or one.key in reached or one.role in _NO_STOPS:
                continue
            if one.role in _IN_GROUPS and one.group in groups:
                continue  # the arrow keys go from one to the next
            now = hear_again(one)
            if now is not None and now.can_be_reached:
                self.found.flaws.append(f"{page}: the Tab key does not reach {now}")


def _inside(place: tuple[int, int, int, int], screen: tuple[int, int, int, int]) -> bool:
    middle = place[0] + place[2] // 2, place[1] + place[3] // 2
    return 0 <= middle[0] < screen[2] and 0 <= middle[1] < screen[3]


def main() -> int:
    """Walk, and say what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--application", default="BudgetSync")
    parser.add_argument("--page", action="append", default=[])
    parser.add_argument("--no-keys", action="store_true")
    parser.add_argument("--press", default="", help="a button by its name, before the pages")
    here = "what is shown, by a name for the report, once a button was pressed; '' for none"
    parser.add_argument("--here", nargs=2, metavar=("BUTTON", "NAME"), action="append", default=[], help=here)
    parser.add_argument("--wait-for", action="append", default=[], help="words that are to be heard first")
    parser.add_argument("--aloud", action="store_true", help="name each stop of the Tab key")
    told = parser.parse_args()
    walk = Walk(told.application, keys=not told.no_keys, aloud=told.aloud)
    first, *others = told.wait_for or [""]
    walk.wait_for_words(first)
    if told.press:
        walk.press(told.press)
    for words in others:
        walk.wait_for_words(words)
    walk.pages(told.page)
    for button, name in told.here:
        if button:
            walk.press(button)
            turn(0.7)
        walk.page(name)
    sys.stdout.write(json.dumps(vars(walk.found)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
