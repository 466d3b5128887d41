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
from itertools import chain, pairwise

from tests.a11y.ears import (
    CONTROLS,
    Focus,
    Heard,
    SilentError,
    activate,
    differs,
    find_application,
    hear_again,
    listen,
    picture,
    press,
    seize,
    turn,
    wait_for,
)
from tests.a11y.steps import Steps

UNKNOWN = frozenset({"unknown", "invalid", "redundant object"})
_NO_STOPS = frozenset({"frame", "scroll pane", "menu bar", "label"})  # labels are selected by the mouse
_IN_GROUPS = frozenset({"radio button", "page tab"})
_MOST_STOPS = 250
_PARTS = 3  # of a date, between which the Tab key goes
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
        points: Keys in charts and tables after which something is to be said.
    """

    pages: int = 0
    heard: int = 0
    controls: int = 0
    stops: int = 0
    pressed: int = 0
    points: int = 0
    flaws: list[str] = field(default_factory=list)


class Walk:
    """A walk through one window."""

    def __init__(self, name: str, *, keys: bool, aloud: bool) -> None:
        self.found = Findings()
        self._aloud = aloud
        self._keys = keys
        self.application = find_application(name)
        self.focus = Focus(self.application)

    def pages(self, wanted: list[str]) -> None:
        """Open one page after the other by pressing its button, and look at each."""
        before: frozenset[str] | None = None
        for page in wanted:
            self.open(page)
            words = self._words()
            if words == before:
                self.found.flaws.append(f"{page}: its button is pressed, and the same is shown as before")
            before = words
            self.page(page)

    def say(self, text: str) -> None:
        """Tell whoever looks on, where they asked for it."""
        if self._aloud:
            sys.stderr.write(f"{text}\n")

    def open(self, page: str) -> None:
        """Open a page by pressing its button."""
        button = wait_for(partial(self._find_page, page), f"the button of {page}")
        if press(button):
            self.found.pressed += 1
        else:
            self.found.flaws.append(f"{button} cannot be pressed by a screen reader")
        wait_for(partial(self._is_open, page), f"{page} to be open")
        turn(0.7)

    def wait_for_words(self, words: str) -> None:
        """Wait until something says these words."""
        if words:
            wait_for(lambda: any(words in name for name in self._words()), f"the words {words!r}")

    def press(self, name: str) -> None:
        """Press a button that is known by its name."""
        button = wait_for(partial(self._find_button, name), f"the button {name}")
        if press(button):
            self.found.pressed += 1
        else:
            self.found.flaws.append(f"{button} cannot be pressed by a screen reader")

    def page(self, page: str) -> None:
        """Look at what is shown now."""
        heard = self.hear_only(page)
        if self._keys:
            activate(self.application.name)
            self._tab_through(page, heard, within=None)

    def hear_only(self, page: str) -> list[Heard]:
        """Judge the names and roles of what is shown now."""
        heard = list(listen(self.application))
        self._take_in(page, heard)
        return heard

    def part(self, name: str) -> None:
        """Look at a part of what is shown, from its first stop until the Tab key leaves it."""
        top = wait_for(partial(self._find_part, name), name)
        heard = list(listen(top.node))
        self._take_in(name, heard)
        first = next((one for one in heard if one.can_be_reached and one.role not in _NO_STOPS), None)
        if first is None:
            self.found.flaws.append(f"{name}: there is nothing for the keyboard")
        elif self._keys:
            seize(first)
            turn(0.3)
            self.focus.type_keys("Tab")
            back = self.focus.type_keys("shift+Tab")  # the place is drawn where the keyboard came by a key
            if back is None or back.key != first.key:
                self.found.flaws.append(f"{name}: Shift+Tab does not go back to {first}, but to {back}")
            self._tab_through(name, heard, within=first)

    def _take_in(self, page: str, heard: list[Heard]) -> None:
        self.found.pages += 1
        self.found.heard += len(heard)
        self._judge(page, heard)

    def _find_part(self, name: str) -> Heard | None:
        above = self.focus.find_above(name)  # a popup is in no list of windows
        if above is not None:
            return above
        found = [one for one in listen(self.application) if one.name == name and one.seen]
        return max(found, key=lambda one: one.place[2] * one.place[3], default=None)

    def _find_button(self, name: str) -> Heard | None:
        popup = self.focus.find_popup()
        heard = chain(listen(self.application), () if popup is None else listen(popup.node))
        found = (one for one in heard if one.name == name)
        pressable = (one for one in found if one.seen and one.role in CONTROLS and "enabled" in one.states)
        return next(pressable, None)

    def _find_page(self, page: str) -> Heard | None:
        for heard in listen(self.application):
            if heard.role in {"radio button", "check box", "page tab", "push button", "toggle button"} and (
                heard.name == page or heard.name.startswith(f"{page}, ")
            ):
                return heard
        return None

    def _is_open(self, page: str) -> bool:
        button = self._find_page(page)
        return button is not None and "checked" in button.states

    def _words(self) -> frozenset[str]:
        return frozenset(one.name for one in listen(self.application) if one.seen and one.name)

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

    def _tab_through(self, page: str, heard: list[Heard], within: Heard | None) -> None:
        """Go round by the Tab key: everything is reached, nothing twice, and the place is seen each time.

        Args:
            within: Where the keyboard is already, if what was heard is only a part, which the Tab key may leave.
        """
        reached: dict[str, Heard] = {}
        pictures: list[tuple[Heard, tuple[int, int, bytes]]] = []
        back: list[str] = []
        may_wrap = True
        inside = {one.key: one.group for one in heard}
        if within is not None:
            reached[within.key] = within
            pictures.append((within, picture()))
        while len(reached) < _MOST_STOPS:
            last = pictures[-1][0] if pictures else None
            stop = self._go_on(last)
            if stop is None:
                break  # what was not reached is told below
            pictures.append((stop, picture()))
            if stop.key in reached or (within is not None and stop.key not in inside):
                break
            before = None if last is None else hear_again(last)  # it may have been scrolled meanwhile
            is_near = before is not None and inside.get(before.key) == inside.get(stop.key, "")
            if before is not None and is_near and _is_backwards(before.place, stop.place):
                first = next(iter(reached), "")
                if within is None and may_wrap and inside.get(first) == inside[stop.key]:
                    may_wrap = False  # the round began amid these, and comes to the first of them
                else:
                    back.append(f"{page}: the Tab key goes back from {before} to {stop}")
            reached[stop.key] = stop
        self.found.flaws += back
        self.found.stops += len(reached)
        self._judge_stops(page, heard, reached)
        self.say("\n".join(f"{page}: {stop}" for stop in reached.values()))
        for (stop, shown), (other, later) in pairwise(pictures):
            if stop.key != other.key and differs(shown, later, stop.place) < _VISIBLE:
                self.found.flaws.append(f"{page}: the focus is not seen on {stop}")
            screen = (0, 0, shown[0], shown[1])
            if not _inside(stop.place, screen):
                self.found.flaws.append(f"{page}: the focus goes out of sight: {stop}")

    def _go_on(self, last: Heard | None) -> Heard | None:
        """Press the Tab key until the keyboard is somewhere else.

        It goes through the parts of a date, too, and a button that it came to may be gone by now, as Cancel when a sync
        has ended.
        """
        stop = None
        for _ in range(_PARTS + 1):
            stop = self.focus.type_keys("Tab")
            if stop is not None and 0 not in stop.place[2:] and (last is None or stop.key != last.key):
                break
        return stop

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


def _is_backwards(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Tell whether something stands before another thing where one reads line by line, or in columns."""
    is_above = other[1] + other[3] <= one[1]
    is_left = other[0] + other[2] <= one[0]
    is_below = other[1] >= one[1] + one[3]
    return (is_above and other[0] < one[0] + one[2]) or (is_left and not is_below)


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
    parser.add_argument(
        "--step", action="append", default=[], help="see steps.py; in their order, at the end"
    )
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
    steps = Steps(walk)
    for step in told.step:
        try:
            steps.take(step)
        except SilentError as error:
            walk.found.flaws.append(f"{step}: {error}")
            break  # what comes next rests on it
        walk.say(f"{step} is done")
    sys.stdout.write(json.dumps(vars(walk.found)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
