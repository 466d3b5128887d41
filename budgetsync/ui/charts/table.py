"""The table behind a chart: the same figures in cells, for screen readers and for whoever likes them better."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from budgetsync.ui.charts.contents import Behind
from budgetsync.ui.theme import GRID, font_of

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROWS = 9
_KEPT = 200
_RETURNS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_WIDEST = 220
_SAMPLE = 30
"""So many rows are looked at for the widths of columns."""


class FiguresModel(QAbstractTableModel):
    """Cells are written when they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._behind: Behind | None = None
        self._count = 0
        self._written: dict[int, Sequence[str]] = {}

    @property
    def behind(self) -> Behind | None:
        """What is shown."""
        return self._behind

    def show_behind(self, behind: Behind) -> None:
        """Show other figures; where only cells differ, they change in place."""
        before = self._behind
        self._written.clear()
        same = before is not None and list(before.headings) == list(behind.headings)
        if not same:
            self.beginResetModel()
            self._behind, self._count = behind, behind.count
            self.endResetModel()
            return
        if behind.count < self._count:
            self.beginRemoveRows(_NOWHERE, behind.count, self._count - 1)
            self._count = behind.count
            self.endRemoveRows()
        self._behind = behind
        self._written.clear()
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, self.columnCount() - 1))
        if behind.count > self._count:
            self.beginInsertRows(_NOWHERE, self._count, behind.count - 1)
            self._count = behind.count
            self.endInsertRows()

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count rows."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        """Count columns."""
        return 0 if parent.isValid() or self._behind is None else len(self._behind.headings)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Write a cell; figures stand at the right."""
        if self._behind is None or not index.isValid() or index.row() >= self._count:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self._behind.headings[index.column()]
            return f"{heading}: {self._cells(index.row())[index.column()]}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name a column."""
        if self._behind is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._behind.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def _cells(self, row: int) -> Sequence[str]:
        """Write a row once for all of its cells that are asked for."""
        if row not in self._written and self._behind is not None:
            if len(self._written) >= _KEPT:
                self._written.clear()
            self._written[row] = self._behind.cells(row)
        return self._written[row]

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right = self._behind is not None and self._behind.is_figure(column)
        side = Qt.AlignmentFlag.AlignTrailing if right else Qt.AlignmentFlag.AlignLeading
        return side | Qt.AlignmentFlag.AlignVCenter


class FiguresTable(QTableView):
    """Shows what is behind a chart; Return or a double click lists the rows behind a row.

    Args:
        model: Writes the cells; a plain one where none is given.
        icon: Width of the icons in the first column; 0 for none.
        most: So many rows are seen at once.
    """

    chosen = Signal(str)
    """The search that lists them."""
    pointed = Signal(QRect)
    """The keyboard has come here, or to a row that is drawn here."""

    def __init__(
        self, name: str, model: FiguresModel | None = None, *, icon: int = 0, most: int = _ROWS
    ) -> None:
        super().__init__()
        self._icon, self._most = icon, most
        self._model = model or FiguresModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setObjectName("Figures")
        self._widths: list[int] = []
        self.setAccessibleName(name)
        self.setFont(font_of(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + GRID)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self._choose(index.row()))

    def show_behind(self, behind: Behind) -> None:
        """Show other figures in place."""
        before = self._model.columnCount()
        grown = self._model.rowCount() == 0
        self._model.show_behind(behind)
        if before != self._model.columnCount() or grown:
            self._fit()
        self._stretch()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have the page show all of it."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.pointed.emit(self.rect())

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Have the page show the row: the table may be higher than what is seen of it."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            place = self.visualRect(current)
            self.pointed.emit(place.translated(self.viewport().pos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """List what is behind the current row."""
        if Qt.Key(event.key()) in _RETURNS and self.currentIndex().isValid():
            self._choose(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        behind = self._model.behind
        if behind is not None and (query := behind.query(row)):
            self.chosen.emit(query)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the first column take the room that is left."""
        super().resizeEvent(event)
        self._stretch()

    def _fit(self) -> None:
        """Make columns as wide as what stands in the first rows."""
        behind = self._model.behind
        if behind is None:
            return
        sample = [behind.cells(row) for row in range(min(_SAMPLE, behind.count))]
        self._widths = []
        for column, heading in enumerate(behind.headings):
            texts = [heading, *(cells[column] for cells in sample)]
            width = max(map(self.fontMetrics().horizontalAdvance, texts)) + 3 * GRID + 4
            width += self._icon + GRID if self._icon and column == 0 else 0
            self._widths.append(min(_WIDEST, width))
            self.horizontalHeader().resizeSection(column, self._widths[column])
        self._stretch()

    def _stretch(self) -> None:
        """Give the first column the room that is left, and be as high as the rows that are seen at once."""
        if not self._widths:
            return
        rest = self.viewport().width() - sum(self._widths)
        self.horizontalHeader().resizeSection(0, self._widths[0] + max(0, rest))
        rows = min(self._most, max(1, self._model.rowCount()))
        height = (
            rows * self.verticalHeader().defaultSectionSize() + self.horizontalHeader().sizeHint().height()
        )
        self.setFixedHeight(height + 4 + (self.horizontalScrollBar().sizeHint().height() if rest < 0 else 0))
