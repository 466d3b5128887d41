"""What the details of a problem say and offer, as plain values: what happened, why, since when, what can be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.ids import ItemId
from budgetsync.domain.notices import NoticeAction, Offer
from budgetsync.ui.formats import exact, relative
from budgetsync.ui.offers import offer_label
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate
_ON_THIS_PAGE = frozenset({Offer.OPEN_PROBLEMS, Offer.OPEN_REVIEW})


class Deed(StrEnum):
    """What a button of the page does."""

    OFFER = "offer"
    """What a notice offers; the window's matter."""
    APPLY_REMOVALS = "apply-removals"
    KEEP_ROWS = "keep-rows"
    ACCEPT = "accept"
    REJECT = "reject"
    TAKE = "take"
    KEEP = "keep"
    RESTORE = "restore"
    LET_GO = "let-go"
    RETRY = "retry"
    INSIST = "insist"
    DISCARD = "discard"
    HAVE_BACK = "have-back"
    SHOW_LETTERS = "show-letters"
    SHOW_OPEN = "show-open"
    SNOOZE = "snooze"
    SHOW_ROWS = "show-rows"
    SHOW_RUN = "show-run"
    SHOW_CHANGES = "show-changes"
    SHOW_HISTORY = "show-history"
    UNDO = "undo"
    REDO = "redo"
    SYNC = "sync"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Act:
    """A button.

    Attributes:
        word: What it says.
        name: What it is called where it is heard and not seen.
        kind: primary, plain or quiet.
        action: Of an offer.
        item_id: The connection whose letters are to be shown; None for all.
        hover: What it does, where the word alone leaves that open.
    """

    deed: Deed
    word: str
    name: str
    kind: str = "plain"
    action: NoticeAction | None = None
    item_id: ItemId | None = None
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line that names something and says it.

    Attributes:
        hover: The same more exactly.
    """

    name: str
    text: str
    hover: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Some rows of text in columns.

    Attributes:
        title: What the rows are.
        header: Names of the columns; () for none.
        figures: Columns that are aligned as figures.
        more: What is said below, such as how many are not shown.
        marks: How each row stands, behind its last column; () for none.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()
    more: str = ""
    marks: tuple[Status, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The details of one entry.

    Attributes:
        key: Of the entry.
        paragraphs: What happened, why, and what can be done.
        quoted: Text as it came, in letters of equal width.
        copied: What "Copy details" puts on the clipboard, without secrets.
    """

    key: str
    icon: str
    tone: Tone
    title: str
    where: str
    facts: tuple[Fact, ...] = ()
    paragraphs: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    quoted: str = ""
    acts: tuple[Act, ...] = ()
    copied: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads: what texts depend on beside the problem."""

    locale: QLocale
    now: datetime
    program: str

    def when(self, name: str, at: datetime | None) -> tuple[Fact, ...]:
        """Write a time as a fact: how long ago, and exactly where it is hovered over."""
        if at is None:
            return ()
        return (Fact(name, relative(at, self.now, self.locale), exact(at, self.locale)),)


def sheet_of(
    entry: Entry,
    facts: Iterable[Fact],
    paragraphs: Iterable[str],
    grids: Iterable[Grid] = (),
    *,
    acts: Iterable[Act],
    copied: str = "",
    quoted: str = "",
    title: str | None = None,
    where: str | None = None,
) -> Sheet:
    """Make the details of an entry of a list.

    Args:
        title: Where it is another one than the entry's.
        where: The same.
    """
    return Sheet(
        entry.key,
        entry.icon,
        entry.tone,
        entry.title if title is None else title,
        entry.where if where is None else where,
        tuple(facts),
        tuple(paragraphs),
        tuple(grids),
        quoted,
        tuple(acts),
        copied,
    )


def act(deed: Deed, word: str, about: str, kind: str = "plain", hover: str = "") -> Act:
    """Make a button whose name is complete without what stands around it."""
    return Act(deed, word, f"{word}: {about}", kind, hover=hover)


def offers(actions: Iterable[NoticeAction], about: str, *, first: str = "primary") -> tuple[Act, ...]:
    """Make the buttons of a notice; those that lead to this page are left out.

    Args:
        first: What kind of button the first one is.
    """
    found: list[Act] = []
    for action in actions:
        if action.offer not in _ON_THIS_PAGE:
            kind = "plain" if found else first
            word = offer_label(action)
            found.append(Act(Deed.OFFER, word, f"{word}: {about}", kind, action))
    return tuple(found)


def copy_act(about: str) -> Act:
    """Make the button that copies the details."""
    return act(
        Deed.COPY,
        translate("Trouble", "Copy details"),
        about,
        "quiet",
        translate("Trouble", "Copies what happened, without secrets"),
    )
