"""A small table among the rows of a card: the arrow keys go through its rows, the Tab key goes past it."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget


class SmallTable(QTableWidget):
    """Rows that can be chosen one at a time, and not changed; columns are as wide as what is in them."""

    def __init__(self, locale: QLocale, name: str, headings: Sequence[str], *, least: int, seen: int) -> None:
        """Make it, still empty.

        Args:
            name: What it is called by those who listen.
            least: It is as high as so many rows at least.
            seen: And as so many at most; the rest is scrolled to.
        """
        super().__init__(0, len(headings))
        self._locale = locale
        self._least, self._seen = least, seen
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def cell(self, row: int, column: int) -> str:
        """The text of a cell."""
        item = self.item(row, column)
        return item.text() if item is not None else ""

    def sizeHint(self) -> QSize:
        """Be as high as the rows, within bounds."""
        rows = min(max(self.rowCount(), self._least), self._seen)
        height = (
            self.verticalHeader().defaultSectionSize() * rows + self.horizontalHeader().sizeHint().height()
        )
        return QSize(super().sizeHint().width(), height + 2 * self.frameWidth() + 2)

    def minimumSizeHint(self) -> QSize:
        """Do not shrink below that."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())
