"""What charts show, as values: made beside the window's thread, compared to tell whether anything changed."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from budgetsync.domain.ids import AccountId
from budgetsync.domain.insights import BalancePoint
from budgetsync.ui.charts.thinning import thin
from budgetsync.ui.charts.ticks import Span

_BUCKETS = 100
"""A line is drawn of four points for each at the most."""


class Behind(Protocol):
    """The table behind a chart."""

    @property
    def headings(self) -> Sequence[str]:
        """What the columns are called; the first names the rows."""
        ...

    @property
    def count(self) -> int:
        """How many rows there are."""
        ...

    def is_figure(self, column: int) -> bool:
        """Whether a column has figures, which stand at its end."""
        ...

    def cells(self, row: int) -> Sequence[str]:
        """Write a row."""
        ...

    def query(self, row: int) -> str:
        """The search that lists what is behind a row; "" where there is none."""
        ...


@dataclass(frozen=True)
class Line:
    """One line of a chart over time.

    Attributes:
        key: Tells it from others when the chart changes.
        place: Which dash, mark and hue it has; 0 is the one that stands out.
        points: Oldest first.
        accounts: Whose values they are; empty = all there are.
    """

    key: str
    name: str
    place: int
    points: tuple[BalancePoint, ...]
    accounts: tuple[AccountId, ...] = ()

    @cached_property
    def drawn(self) -> Sequence[BalancePoint]:
        """As many points as can be told apart."""
        return thin(self.points, _BUCKETS)

    @cached_property
    def steps(self) -> QPolygonF:
        """What is drawn, as days and values: a value holds until the next, so there are two corners to a change."""
        corners: list[QPointF] = []
        before: int | None = None
        for day, minor in self.drawn:
            place = day.toordinal()
            if before is not None and minor != before:
                corners.append(QPointF(place, before))
            corners.append(QPointF(place, minor))
            before = minor
        return QPolygonF(corners)

    @cached_property
    def days(self) -> list[date]:
        """The days of the points."""
        return [point.day for point in self.points]

    @cached_property
    def span(self) -> Span:
        """The lowest and the highest value."""
        values = [point.minor for point in self.points]
        return Span(min(values), max(values))

    def prepare(self) -> None:
        """Work out beforehand, on whichever thread, what drawing needs."""
        _ = self.days, self.span, self.steps

    def at(self, day: date) -> int | None:
        """The value at the end of a day; None before the first point."""
        place = bisect_right(self.days, day) - 1
        return None if place < 0 else self.points[place].minor


@dataclass(frozen=True)
class Lines:
    """Lines over one stretch of time, none of them empty."""

    lines: tuple[Line, ...] = ()

    @cached_property
    def days(self) -> list[date]:
        """Every day on which a line has a point."""
        return sorted({day for line in self.lines for day in line.days})


@dataclass(frozen=True, slots=True)
class Column:
    """What came in and went out in one stretch of time.

    Attributes:
        name: Under the column, short; `title` is its full name.
        up: Not negative.
        down: Not positive.
        query: Lists the rows behind it.
        is_open: The stretch is not over yet.
        within: What several of them lie in, such as a year; written below where it changes.
    """

    name: str
    title: str
    up: int
    down: int
    query: str = ""
    is_open: bool = False
    within: str = ""

    @property
    def net(self) -> int:
        """What is left of it."""
        return self.up + self.down


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns, oldest first, and what is told of the parts of each."""

    columns: tuple[Column, ...] = ()
    up_name: str = ""
    down_name: str = ""
    net_name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One amount of several that are compared.

    Attributes:
        before: The same amount of the stretch before; None where there was none to compare with.
        count: How many transactions it is made of, in words.
    """

    name: str
    minor: int
    before: int | None = None
    query: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Amounts, the largest first."""

    rows: tuple[Row, ...] = ()
