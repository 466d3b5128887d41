"""A list of the Problems page: what is chosen and where it stands stay while rows come and go."""

from itertools import chain
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from budgetsync.ui.icons import Icons
from budgetsync.ui.problems.delegate import EntryDelegate
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.problems.model import EntriesModel

_DRESS = frozenset({QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange})
_ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})
_PAGES_AHEAD = 2
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EntryList(QTableView):
    """Always has one row chosen, if there is any; Return goes to its buttons, Ctrl+C copies its details.

    A table of one column, since Qt's own list asks for each of ten thousand rows before it shows the first.

    Args:
        name: What the list is called where it is heard.
        uniform: Whether there are no headings, so that thousands of rows need not be measured.
        several: Whether more than one row can be chosen.
    """

    chosen = Signal(object)
    """An Entry, also when the one that is chosen has changed; None where there is none."""
    entered = Signal()
    typed = Signal(str)
    """A letter, in capitals."""
    copied = Signal()
    end_neared = Signal()
    """What lies below may be wanted soon."""

    def __init__(
        self,
        model: EntriesModel[Any],
        delegate_of: tuple[Icons, Any],
        name: str,
        *,
        uniform: bool,
        several: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("Entries")
        self._model = model
        self._kept: tuple[object, int] | None = None
        self._top: object = None
        self.setModel(model)
        self._delegate = EntryDelegate(*delegate_of, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self._uniform = uniform
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self._measure()
        model.about_to_load.connect(self._remember)
        model.loaded.connect(self._recall)
        model.dataChanged.connect(lambda *_: self._tell())
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.verticalScrollBar().rangeChanged.connect(self._look_ahead)
        if several:
            self.selectionModel().selectionChanged.connect(lambda *_: self._tell())

    @property
    def entry(self) -> Entry | None:
        """What is chosen."""
        return self._model.entry(self.currentIndex())

    @property
    def entries(self) -> list[Entry]:
        """All that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.entry_at(row) for row in rows]

    def keyboardSearch(self, search: str) -> None:
        """Tell the letter instead of looking for it."""
        self.typed.emit(search.upper())

    def choose_key(self, key: object) -> bool:
        """Choose an entry by its key; tells whether it is there."""
        row = self._model.row_of(key)
        if row >= 0:
            self._choose(row)
            self.scrollTo(self._model.index(row))
        return row >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return goes on to the details, Ctrl+C copies them; Home and End go to the first row and the last."""
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.key() in _ENDS and not event.modifiers():
            self._choose(self._nearest(0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1))
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take over other colours or another font at once."""
        super().changeEvent(event)
        if event.type() in _DRESS and hasattr(self, "_delegate"):
            self._delegate.dress(self)
            self._measure()

    @property
    def is_near_end(self) -> bool:
        """Whether little more than what is seen lies below."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - _PAGES_AHEAD * bar.pageStep()

    def refresh_times(self) -> None:
        """Write ages anew."""
        self.viewport().update()

    def _look_ahead(self, *_: int) -> None:
        if self.is_near_end:
            self.end_neared.emit()

    def _measure(self) -> None:
        """Give rows their height, headings a smaller one."""
        row, heading = self._delegate.heights
        self.verticalHeader().setDefaultSectionSize(row)
        if not self._uniform:
            for number in range(self._model.rowCount()):
                self.setRowHeight(number, heading if self._model.entry_at(number).is_heading else row)

    def _remember(self) -> None:
        index = self.currentIndex()
        self._kept = (self._model.key_at(index.row()), index.row()) if index.isValid() else None
        top = self.indexAt(self.viewport().rect().topLeft())
        scrolled = self.verticalScrollBar().value() > 0
        self._top = self._model.key_at(top.row()) if scrolled and top.isValid() else None

    def _recall(self) -> None:
        """Choose what was chosen, or what came into its place."""
        if not self._uniform:
            self._measure()
        key, row = self._kept or (None, 0)
        found = self._model.row_of(key) if key is not None else -1
        if found < 0:
            found = self._nearest(min(row, self._model.rowCount() - 1))
        if found != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self._choose(found)
        else:
            self._tell()
        top = self._model.row_of(self._top) if self._top is not None else -1
        if top >= 0 and self.indexAt(self.viewport().rect().topLeft()).row() != top:
            self.scrollTo(self._model.index(top), QAbstractItemView.ScrollHint.PositionAtTop)

    def _nearest(self, row: int) -> int:
        """Find a row that can be chosen: this one or one below it, else one above."""
        rows = chain(range(max(0, row), self._model.rowCount()), range(row, -1, -1))
        return next((one for one in rows if not self._model.entry_at(one).is_heading), -1)

    def _choose(self, row: int) -> None:
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self._tell()
        else:
            self.setCurrentIndex(self._model.index(row))

    def _tell(self) -> None:
        self.chosen.emit(self.entry)
