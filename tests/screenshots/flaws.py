"""What a look at a window can find wrong without eyes: cut texts, widgets that do not fit, a blank picture."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitterHandle,
    QTableView,
    QToolButton,
    QWidget,
)

from budgetsync.ui.transactions.model import TransactionsModel
from budgetsync.ui.widgets import ElidedLabel, Fit

_LEFT = 7  # letters of a text that is cut
_SLACK = 1  # pixel that rounding may take
_FEWEST_COLOURS = 24
_FULLEST = 0.995  # of a picture in one colour is blank
_LABELLED = (QPushButton, QCheckBox, QRadioButton)


def find_flaws(window: QWidget, picture: QImage) -> list[str]:
    """Name everything that a person would be ashamed of, in words that lead to its place."""
    found = list(_blank(picture))
    for widget in window.findChildren(QWidget):
        if not _is_seen(widget, window):
            continue
        found += [f"{_place(widget)}: {flaw}" for flaw in (*_cut(widget), *_misplaced(widget))]
    return found


def _is_seen(widget: QWidget, window: QWidget) -> bool:
    return widget.window() is window and widget.isVisibleTo(window) and not widget.size().isEmpty()


def _blank(picture: QImage) -> Iterator[str]:
    small = picture.scaledToWidth(160).convertToFormat(QImage.Format.Format_RGB32)
    pixels = list(memoryview(small.constBits()).cast("I"))
    colours = set(pixels)
    fullest = max(pixels.count(colour) for colour in colours) / len(pixels)
    if len(colours) < _FEWEST_COLOURS or fullest > _FULLEST:
        yield f"the picture is blank: {len(colours)} colours, {fullest:.1%} of it in one"


def _cut(widget: QWidget) -> Iterator[str]:
    """Texts that are not seen whole, and that hovering does not show whole either."""
    if isinstance(widget, QTableView):
        yield from _cut_cells(widget)
    elif isinstance(widget, QHeaderView):
        yield from _cut_sections(widget)
    elif not widget.toolTip():
        wanted = _wanted(widget)
        if wanted:
            yield f"cut off: {wanted!r}"


def _wanted(widget: QWidget) -> str:
    """The text that has not enough room, or ""."""
    if isinstance(widget, QLabel):
        return _wanted_by_label(widget)
    if isinstance(widget, QComboBox):
        room = widget.width() - 2 * 10 - 14
        return widget.currentText() if _wide(widget, widget.currentText()) > room else ""
    if isinstance(widget, QLineEdit):
        hidden = _wide(widget, widget.placeholderText()) > widget.width() - 2 * 4
        return widget.placeholderText() if hidden and not widget.text() else ""
    labelled = isinstance(widget, _LABELLED) or (isinstance(widget, QToolButton) and widget.text())
    if isinstance(widget, QAbstractButton) and labelled:
        icon_only = isinstance(widget, QToolButton) and (
            widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        return widget.text() if not icon_only and widget.sizeHint().width() > widget.width() + _SLACK else ""
    return ""


def _wanted_by_label(label: QLabel) -> str:
    if not label.text():
        return ""
    if isinstance(label, ElidedLabel) and label._fit is not Fit.RIGID:
        return label.text() if _little_is_left(label) else ""
    if label.wordWrap():
        return label.text() if label.heightForWidth(label.width()) > label.height() + _SLACK else ""
    if label.textFormat() is Qt.TextFormat.RichText:
        return label.text() if label.sizeHint().width() > label.width() + _SLACK else ""
    room = label.contentsRect()
    lines = label.text().split("\n")
    too_wide = max(_wide(label, line) for line in lines) > room.width() + _SLACK
    too_high = label.fontMetrics().height() * len(lines) > room.height() + 2 * _SLACK
    return label.text() if too_wide or too_high else ""


def _little_is_left(label: ElidedLabel) -> bool:
    """Hovering tells the rest, but a name of which three letters are seen is none."""
    room, wanted = label.contentsRect().width(), _wide(label, label.text())
    shown = label._fit is Fit.ELIDE and wanted > room
    return shown and room < _LEFT * label.fontMetrics().averageCharWidth()


def _wide(widget: QWidget, text: str) -> int:
    shown = text.replace("&", "") if isinstance(widget, QLabel) and widget.buddy() is not None else text
    return widget.fontMetrics().horizontalAdvance(shown)


def _cut_cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for row in range(table.verticalHeader().count()):
        top = table.rowViewportPosition(row)
        if not 0 <= top < table.viewport().height():
            continue
        for column in range(table.horizontalHeader().count()):
            index: QModelIndex = model.index(row, column)
            text = index.data()
            if not isinstance(text, str) or table.isColumnHidden(column):
                continue
            if not index.flags() & Qt.ItemFlag.ItemIsSelectable:
                continue  # a heading is drawn across all columns
            hover = index.data(Qt.ItemDataRole.ToolTipRole)
            is_heading = isinstance(model, TransactionsModel) and model.heading(row) is not None
            room = table.viewport().width() if is_heading else table.columnWidth(column)
            if not hover and _wide(table, text) > room - 2 * 4:
                yield f"cell cut off: {text!r}"


def _cut_sections(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if header.orientation() is Qt.Orientation.Vertical:
        return
    for section in range(header.count()):
        text = model.headerData(section, header.orientation())
        hover = model.headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if header.isSectionHidden(section) or not isinstance(text, str) or hover:
            continue
        if _wide(header, text) > header.sectionSize(section) - 2 * 4:
            yield f"heading cut off: {text!r}"


def _misplaced(widget: QWidget) -> Iterator[str]:
    """Widgets beyond their parent's edge, over each other, or under a scroll area's edge for good."""
    parent = widget.parentWidget()
    if isinstance(widget, QScrollArea) and (inner := widget.widget()) is not None:
        never = widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if never and inner.width() > widget.viewport().width() + _SLACK:
            yield f"its contents are {inner.width() - widget.viewport().width()} px too wide to be seen"
    if parent is None or _may_stick_out(widget, parent):
        return
    room = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    if not room.contains(widget.geometry()):
        where, wide = widget.geometry(), parent.size()
        yield (
            f"outside its parent: {where.x()},{where.y()} {where.width()}x{where.height()} "
            f"in {wide.width()}x{wide.height()}"
        )
    if isinstance(widget, QLabel | QAbstractButton):
        for other in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if _lies_over(widget, other):
                yield f"lies over {_place(other)}"


def _lies_over(widget: QWidget, other: QWidget) -> bool:
    if other is widget or not isinstance(other, QLabel | QAbstractButton) or not other.isVisible():
        return False
    both = widget.geometry().intersected(other.geometry())
    first = (widget.x(), widget.y()) < (other.x(), other.y())
    return first and both.width() > 2 * _SLACK and both.height() > 2 * _SLACK


def _may_stick_out(widget: QWidget, parent: QWidget) -> bool:
    """What scrolls, and parts of Qt's own that it places by itself."""
    grandparent = parent.parentWidget()
    scrolls = isinstance(grandparent, QAbstractScrollArea) and grandparent.viewport() is parent
    own = widget.objectName().startswith("qt_") or parent.objectName().startswith("qt_")
    return scrolls or own or isinstance(widget, QSplitterHandle) or isinstance(parent, QMenuBar)


def _place(widget: QWidget) -> str:
    name = widget.accessibleName() or widget.objectName()
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    called = name or text
    at = widget.mapTo(widget.window(), QPoint())
    where = QRect(at, widget.size())
    what = f"{type(widget).__name__} {called!r}" if called else type(widget).__name__
    return f"{what} at {where.x()},{where.y()} {where.width()}x{where.height()}"
