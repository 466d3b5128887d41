"""The command palette: everything that can be done, found by typing a few letters of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMenuBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from budgetsync.ui.colours import colours_of
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of

translate = QCoreApplication.translate
_WIDTH = 560
_ROWS = 10
_ENTRY = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex
_TO_LIST = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be done.

    Attributes:
        keys: Its shortcut as the platform writes it, or "".
    """

    text: str
    keys: str
    call: Callable[[], object]


def entries_of(bar: QMenuBar) -> Iterator[Entry]:
    """Take what the menus offer now; what stands in a menu of a menu is named with that menu."""
    for top in bar.actions():
        if isinstance(menu := top.menu(), QMenu):
            yield from _entries(menu, "")


def _entries(menu: QMenu, within: str) -> Iterator[Entry]:
    for action in menu.actions():
        word, _, pressed = action.text().partition("\t")  # keys that belong to what has the keyboard
        text = f"{within}{_plain(word)}".removesuffix("...")
        if isinstance(inner := action.menu(), QMenu):
            yield from _entries(inner, f"{text}: ")
        elif action.isEnabled() and not action.isSeparator():
            keys = pressed or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Entry(text, keys, action.trigger)


def _plain(word: str) -> str:
    """Write a menu's word without its mnemonic; two of that sign are one that is meant."""
    return word.replace("&&", "\0").replace("&", "").replace("\0", "&")


def find(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Find what has every typed word: what begins with the first of them, then beginnings of words; else as given."""
    words = typed.casefold().split()

    def rank(entry: Entry) -> tuple[int, bool]:
        text = entry.text.casefold()
        parts = text.split()
        inner = sum(not any(part.startswith(word) for part in parts) for word in words)
        return inner, not text.startswith(tuple(words[:1]))

    fitting = [entry for entry in entries if all(word in entry.text.casefold() for word in words)]
    return sorted(fitting, key=rank)


class KeysDelegate(QStyledItemDelegate):
    """Writes a command's shortcut at the end of its line."""

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Draw the line, then the shortcut."""
        super().paint(painter, option, index)
        if keys := index.data(Qt.ItemDataRole.AccessibleDescriptionRole):
            painter.save()
            painter.setPen(QColor(colours_of(self._list.palette()).secondary))
            trailing = (
                Qt.AlignmentFlag.AlignLeft if self._list.isRightToLeft() else Qt.AlignmentFlag.AlignRight
            )
            room = option.rect.adjusted(GRID, 0, -GRID, 0)
            painter.drawText(room, int(trailing | Qt.AlignmentFlag.AlignVCenter), keys)
            painter.restore()


class Palette(QFrame):
    """Opened over the window's middle by Ctrl+K; Return carries out, Escape closes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("Palette")
        self.setAccessibleName(translate("Palette", "Command palette"))
        self._entries: list[Entry] = []
        self._before: QWidget | None = None
        self.line = QLineEdit()
        self.line.setPlaceholderText(translate("Palette", "Type what you want done"))
        self.line.setAccessibleName(translate("Palette", "Command"))
        self.line.setFont(font_of(self, 1.15))
        self.list = QListWidget()
        self.list.setAccessibleName(translate("Palette", "Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(KeysDelegate(self.list))
        self._none = QLabel(translate("Palette", "Nothing of that name can be done"))
        self._none.setProperty("tone", Tone.QUIET.value)
        self._none.setContentsMargins(GRID, 0, GRID, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self.line)
        layout.addWidget(self._none)
        layout.addWidget(self.list)
        self.line.textChanged.connect(self._show_fitting)
        self.line.installEventFilter(self)
        self.list.itemActivated.connect(self._carry_out)
        self.list.itemClicked.connect(self._carry_out)
        window.installEventFilter(self)
        self.hide()

    def open(self, entries: Sequence[Entry]) -> None:
        """Offer these."""
        self._entries = list(entries)
        self._before = self.window().focusWidget()
        self.line.clear()
        self._show_fitting("")
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass arrows on to the list, carry out on Return, close on Escape; stay in the window's middle."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if watched is self.line and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._close(return_focus=False)
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._carry_out(self.list.currentItem())
            return True
        if event.key() in _TO_LIST:
            QCoreApplication.sendEvent(self.list, event)
            return True
        return False

    def _show_fitting(self, typed: str) -> None:
        self.list.clear()
        for entry in find(self._entries, typed):
            row = QListWidgetItem(entry.text)
            row.setData(_ENTRY, entry)
            row.setData(Qt.ItemDataRole.AccessibleDescriptionRole, entry.keys)
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        self._none.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self._place()

    def _carry_out(self, row: QListWidgetItem | None) -> None:
        if row is None:
            return
        entry = row.data(_ENTRY)
        self._close()
        entry.call()

    def _close(self, *, return_focus: bool = True) -> None:
        self.hide()
        if return_focus and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        room = self.window().rect()
        width = min(_WIDTH, room.width() - 4 * GRID)
        row = max(24, self.list.sizeHintForRow(0))
        height = self.line.sizeHint().height() + row * _ROWS + 4 * GRID
        self.setGeometry(
            (room.width() - width) // 2, room.height() // 8, width, min(height, room.height() // 2)
        )
