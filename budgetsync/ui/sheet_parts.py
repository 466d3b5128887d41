"""What details are made of wherever they stand: named facts, small tables, captions, text that can be selected."""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QSizePolicy, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.sheets import Fact, Grid
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import StatusLabel

_MARK = 14
_SHORT = 10  # characters that stay in one line
_LONG_WORD = re.compile(r"\S{15,}")
_PIECE = re.compile(rf".{{1,{_SHORT}}}")
_JOINT = "\N{ZERO WIDTH SPACE}"


def facts_part(facts: tuple[Fact, ...]) -> QWidget:
    """Make lines that name something and say it."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    for row, fact in enumerate(facts):
        grid.addWidget(caption(fact.name), row, 0, Qt.AlignmentFlag.AlignTop)
        text = paragraph(fact.text)
        text.setFont(font_of(text))
        text.setToolTip(fact.hover)
        text.setAccessibleName(f"{fact.name}: {fact.text}")
        grid.addWidget(text, row, 1)
    grid.setColumnStretch(1, 1)
    return made


def grid_part(content: Grid, icons: Icons, *, framed: bool = True, stacked: bool = False) -> QWidget:
    """Make some rows of text in columns, each with a mark behind it where there are marks.

    Args:
        framed: Whether it has a ground of its own; without one it stands within something that has.
        stacked: Whether marks stand below their rows, where there is little room.
    """
    made = QFrame()
    if framed:
        made.setObjectName("Rows")
    made.setAccessibleName(content.title)
    grid = QGridLayout(made)
    margins = (GRID + 4, GRID, GRID + 4, GRID) if framed else (0, 0, 0, 0)
    grid.setContentsMargins(*margins)
    grid.setHorizontalSpacing(2 * GRID)
    grid.setVerticalSpacing(GRID // 2)
    columns = max((len(row) for row in content.rows), default=1)
    grid.addWidget(caption(content.title), 0, 0, 1, columns)
    # Figures beside what they are of: that takes the room.
    only_figures = columns > 1 and content.figures >= set(range(1, columns))
    for column, name in enumerate(content.header):
        side = Qt.AlignmentFlag.AlignTrailing if column in content.figures else Qt.AlignmentFlag.AlignLeading
        grid.addWidget(caption(name), 1, column, side)
    height = 2 if stacked and content.marks else 1
    for number, row in enumerate(content.rows):
        line = 2 + number * height
        for column, text in enumerate(row):
            cell = QLabel(_breakable(text))
            cell.setTextFormat(Qt.TextFormat.PlainText)
            cell.setAccessibleName(text)
            cell.setFont(font_of(cell))
            wraps = column not in content.figures and (column != 0 or only_figures)
            cell.setWordWrap(wraps and len(text) > _SHORT)
            trailing = (
                Qt.AlignmentFlag.AlignTrailing if column in content.figures else Qt.AlignmentFlag.AlignLeading
            )
            cell.setAlignment(trailing | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(cell, line, column)
    for number, status in enumerate(content.marks):
        mark = StatusLabel(icons, _MARK)
        mark.show_status(status)
        if stacked:
            grid.addWidget(mark, 3 + number * height, 1, 1, columns - 1)
        else:
            grid.addWidget(mark, 2 + number, columns, Qt.AlignmentFlag.AlignTop)
    if content.more:
        grid.addWidget(caption(content.more), len(content.rows) * height + 2, 0, 1, columns)
    grid.setColumnStretch(0, int(only_figures))
    for column in range(1, columns):
        grid.setColumnStretch(column, 0 if column in content.figures else 1)
    return made


def _breakable(text: str) -> str:
    """Let words that are longer than a column go on in the next line."""
    return _LONG_WORD.sub(lambda found: _JOINT.join(_PIECE.findall(found.group())), text)


def quote(text: str) -> QLabel:
    """Make text in letters of equal width, as it came."""
    label = paragraph(text)
    label.setObjectName("Command")
    label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    return label


def caption(text: str) -> QLabel:
    """Make a quiet word that names what stands beside or below it."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", Tone.QUIET.value)
    return label


def paragraph(text: str = "") -> QLabel:
    """Make text that runs over several lines and can be selected."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
