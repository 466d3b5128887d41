"""The one table of what there is to see: each state, how to get there, and in which sizes and colours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from budgetsync.ui.language import Language
from budgetsync.ui.pages import Page
from budgetsync.ui.settings.page import Place
from budgetsync.ui.theme import Appearance
from tests.screenshots import (
    activity_ways,
    details_ways,
    edit_ways,
    guide,
    list_ways,
    live,
    looks,
    search_ways,
    ways,
)
from tests.screenshots.stage import USUAL, SetUp

Size = tuple[int, int]
WIDE: Size = (1280, 820)
SMALL: Size = (720, 540)
GUIDE: Size = (720, 560)
NARROW: Size = (520, 760)


class Keep(StrEnum):
    """What becomes of a picture."""

    NO = "looked at and forgotten"
    YES = "kept in resources/screenshots"
    COMPARED = "kept, and compared by the picture tests"


@dataclass(frozen=True)
class Shot:
    """One picture of a state.

    Attributes:
        scale: 1, or 2 for a screen of twice the density, which is 200 % too.
    """

    size: Size = WIDE
    appearance: Appearance = Appearance.LIGHT
    scale: int = 1
    keep: Keep = Keep.NO
    language: Language = Language.ENGLISH

    @property
    def suffix(self) -> str:
        """What its file's name ends in."""
        words = [""]
        if self.size == NARROW:
            words.append("narrow")
        if self.appearance is Appearance.DARK:
            words.append("dark")
        if self.scale != 1:
            words.append(f"{self.scale}x")
        if self.language is not Language.ENGLISH:
            words.append(self.language.value)
        return "-".join(words)


@dataclass(frozen=True)
class State:
    """Something that a person may see.

    Attributes:
        reach: How to get there from a window that was just opened.
    """

    name: str
    reach: ways.Way
    shots: tuple[Shot, ...]
    set_up: SetUp = USUAL


@dataclass(frozen=True)
class Guide:
    """Something that may be seen before there is a ledger."""

    name: str
    reach: guide.GuideWay
    shots: tuple[Shot, ...]


def _shots(keep: Keep = Keep.YES, size: Size = WIDE) -> tuple[Shot, ...]:
    """Light is kept; dark, narrow and doubled are looked at."""
    return (
        Shot(size, keep=keep),
        Shot(size, Appearance.DARK),
        Shot(NARROW),
        Shot(SMALL, scale=2),
        *_abroad(size),
    )


def _abroad(size: Size = WIDE, keep: Keep = Keep.NO) -> tuple[Shot, ...]:
    """The same in longer words, which is where things are cut off; one of each language may be kept."""
    german, spanish = Language.GERMAN, Language.SPANISH
    return (
        Shot(size, keep=keep, language=german),
        Shot(NARROW, Appearance.DARK, language=german),
        Shot(SMALL, scale=2, language=german),
        Shot(size, Appearance.DARK, keep=keep, language=spanish),
        Shot(NARROW, language=spanish),
        Shot(SMALL, Appearance.DARK, scale=2, language=spanish),
    )


_EVERY_WAY = (
    Shot(keep=Keep.COMPARED),
    Shot(appearance=Appearance.DARK, keep=Keep.COMPARED),
    Shot(NARROW, keep=Keep.YES),
    Shot(NARROW, Appearance.DARK),
    Shot(SMALL, scale=2, keep=Keep.COMPARED),
    Shot(SMALL, Appearance.DARK, scale=2, keep=Keep.COMPARED),
    *_abroad(keep=Keep.YES),
)

_BEST_SETTINGS = (Place.SYNCING, Place.BACKUPS, Place.SECRETS, Place.REAL_TIME)

STATES: tuple[State | Guide, ...] = (
    Guide("first-run", guide.hello, _shots(size=GUIDE)),
    Guide("first-run-keys", guide.keys_wanted, _shots(size=GUIDE)),
    Guide("first-run-keys-refused", guide.keys_refused, _shots(Keep.NO, GUIDE)),
    Guide("first-run-keyring-locked", guide.keyring_locked, _shots(size=GUIDE)),
    State("no-connections", ways.nothing, _shots(), SetUp(demo=False)),
    State("overview", ways.synced, _EVERY_WAY),
    State("syncing", ways.syncing, _shots(), SetUp(rows=20_000)),
    State("sign-in-again", ways.login_expired, _shots()),
    State("bank-down", ways.bank_down, _shots()),
    State("rate-limited", ways.rate_limited, _shots(Keep.NO)),
    State("set-up-wrong", ways.keys_wrong, _shots(Keep.NO)),
    State("disconnected", ways.permission_revoked, _shots(Keep.NO)),
    State("unreadable-rows", ways.unreadable, _shots(Keep.NO)),
    State("held-removals", ways.removals_held, _shots(Keep.NO)),
    State("drift", ways.drifted, _shots(Keep.NO)),
    State("offline", ways.offline, _shots()),
    State("paused", ways.paused, _shots()),
    State("long-names", ways.long_names, _shots(), SetUp(long_names=True)),
    State("right-to-left", ways.synced, _shots(), SetUp(mirrored=True)),
    State("transactions", ways.seen(Page.TRANSACTIONS), _shots()),
    State("transactions-none", list_ways.none_yet, _shots(Keep.NO), SetUp(demo=False)),
    State("transactions-sorted", list_ways.sorted_by_amount, _shots(Keep.NO)),
    State("transactions-typed", list_ways.typed_into, _shots(Keep.NO)),
    State("transactions-narrowed", search_ways.narrowed, _shots(Keep.NO)),
    State("transactions-offered", search_ways.offered, _shots(Keep.NO)),
    State("transactions-several", edit_ways.several, _shots(Keep.NO)),
    State("transactions-several-typing", edit_ways.typing, _shots(Keep.NO)),
    State("transactions-changed", edit_ways.changed, _shots(Keep.NO)),
    State("transactions-nothing-found", search_ways.nothing_found, _shots(Keep.NO)),
    State("insights-none", ways.seen(Page.INSIGHTS, ways.nothing), _shots(Keep.NO), SetUp(demo=False)),
    State("insights", looks.drawn, _shots(), SetUp(rows=3_000)),
    State("insights-pointed", looks.pointed, _shots(Keep.COMPARED), SetUp(rows=3_000)),
    State("insights-sums", looks.sums, _shots(), SetUp(rows=3_000)),
    State("insights-listed", looks.listed, _shots(Keep.NO), SetUp(rows=3_000)),
    State("activity", activity_ways.runs, _shots()),
    State("activity-failed", activity_ways.failed_run, _shots(Keep.NO)),
    State("activity-undo-asked", activity_ways.asked, _shots(Keep.NO)),
    State("activity-changes", activity_ways.changes, _shots()),
    State("activity-no-change", activity_ways.no_change, _shots(Keep.NO)),
    State("activity-log", activity_ways.log, _shots(Keep.NO)),
    State("details", details_ways.row, _shots()),
    State("details-sources", details_ways.sources, _shots(Keep.NO)),
    State("details-history", details_ways.history, _shots(Keep.NO)),
    State("details-splitting", details_ways.splitting, _shots(Keep.NO)),
    State("details-merging", details_ways.merging, _shots(Keep.NO)),
    State("details-several", details_ways.two, _shots(Keep.NO)),
    State("problems-none", ways.seen(Page.PROBLEMS), _shots()),
    State("problems", ways.problems, _shots()),
    State("problems-match", details_ways.match, _shots(Keep.NO)),
    State("problems-kept-aside", ways.kept_aside, _shots(Keep.NO)),
    State("connect", ways.choosing, _shots(Keep.NO)),
    State("connect-simplefin", ways.by_token, _shots(Keep.NO)),
    State("connect-waiting", ways.waiting, _shots()),
    State("connect-done", ways.connected, _shots(Keep.NO)),
    State("connect-duplicate", ways.duplicate, _shots(Keep.NO)),
    State("connect-sign-in", ways.signing_in, _shots(Keep.NO)),
    State("remove", ways.removing, _shots(Keep.NO)),
    *(
        State(
            f"settings-{place.value}",
            ways.settings(place),
            _shots(Keep.YES if place in _BEST_SETTINGS else Keep.NO),
        )
        for place in Place
    ),
    State("real-time", live.paired(), _shots()),
    State("settings-real-time-paired", live.tested, _shots()),
    State("settings-real-time-relay", live.section(live.paired(), at="relay"), _shots(Keep.NO)),
    State("settings-real-time-no-contact", live.unreachable, _shots(Keep.NO)),
    State("settings-real-time-revoked", live.revoked, _shots(Keep.NO)),
    State("settings-real-time-direct", live.straight, _shots(Keep.NO), SetUp(receives=True)),
    State("settings-real-time-long-names", live.long_host, _shots(Keep.NO)),
    State("palette", ways.palette, _shots()),
    State("many-connections", ways.twelve, _shots(), SetUp(banks=12)),
)
"""Every state."""
