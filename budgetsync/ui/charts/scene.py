"""What a chart of a certain size shows, and what is where on it."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from budgetsync.ui.charts.contents import Behind
from budgetsync.ui.charts.look import Look

PAGE = 10
"""So many points are passed over at once."""


class Spot(NamedTuple):
    """A point that is pointed at, by mouse or keyboard.

    Attributes:
        part: Which of several things that stand at one place.
        at: The place.
    """

    part: int
    at: int


@dataclass(frozen=True, slots=True)
class Said:
    """One value that is told of a point.

    Attributes:
        place: Of the line whose mark stands before it; None for none.
        strong: It is the one that is pointed at.
    """

    name: str
    value: str
    place: int | None = None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Tip:
    """What is told of a point."""

    title: str
    said: tuple[Said, ...]
    note: str = ""

    @property
    def spoken(self) -> str:
        """All of it for those who listen, what is pointed at first."""
        ordered = sorted(self.said, key=lambda each: not each.strong)
        values = ", ".join(f"{each.name} {each.value}".strip() for each in ordered)
        return ". ".join(part for part in (f"{self.title}: {values}", self.note) if part)


class Scene(ABC):
    """Drawn once for a size; asked for whatever is pointed at."""

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Draw everything but what is pointed at."""

    @abstractmethod
    def first_spot(self) -> Spot | None:
        """Where the keyboard begins."""

    @abstractmethod
    def nearest(self, spot: Spot) -> Spot | None:
        """The same point, or the one that is nearest now that others are shown."""

    @abstractmethod
    def spot_at(self, point: QPointF) -> Spot | None:
        """What lies under the mouse."""

    @abstractmethod
    def step(self, spot: Spot, key: Qt.Key) -> Spot | None:
        """Where a key leads; None where it means nothing here."""

    @abstractmethod
    def place(self, spot: Spot) -> QRectF:
        """Where a point is drawn; what is told of it stands beside."""

    @abstractmethod
    def mark(self, painter: QPainter, spot: Spot) -> None:
        """Show that a point is pointed at."""

    @abstractmethod
    def tip(self, spot: Spot) -> Tip:
        """What is told of a point."""

    def query(self, spot: Spot) -> str:
        """The search that lists what is behind a point; "" where there is none."""
        del spot
        return ""


class Graph(Protocol):
    """Something to be drawn at any size. Two that look the same are equal."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        ...

    @property
    def behind(self) -> Behind:
        """The table behind it."""
        ...

    def height(self, look: Look) -> int:
        """How high it wants to be."""
        ...

    def scene(self, room: QRectF, look: Look) -> Scene:
        """Lay it out."""
        ...


def stepped(at: int, key: Qt.Key, last: int) -> int | None:
    """Go along a row of places: by arrows, by pages, to both ends."""
    steps = {
        Qt.Key.Key_Left: at - 1,
        Qt.Key.Key_Right: at + 1,
        Qt.Key.Key_PageUp: at - PAGE,
        Qt.Key.Key_PageDown: at + PAGE,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: last,
    }
    wanted = steps.get(key)
    return None if wanted is None else max(0, min(last, wanted))
