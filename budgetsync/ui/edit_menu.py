"""The Edit menu: undo and redo by their names, and what a text or a table that has the keyboard can do."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from budgetsync.domain.undo import CommandName
from budgetsync.ui.menus import add_action
from budgetsync.ui.undo import UndoStack, within_a_sentence

translate = QCoreApplication.translate
_LONGEST = 56
_TEXTS = QLineEdit | QPlainTextEdit | QTextEdit
_Key = Qt.Key
_KEYS: Final = {"cut": _Key.Key_X, "copy": _Key.Key_C, "paste": _Key.Key_V, "select": _Key.Key_A}


class EditMenu(QObject):
    """Fills a menu, and keeps it true to the ledger's undo stack and to what has the keyboard.

    Cut, copy, paste and select all have no shortcut here: each text and each table knows those keys by itself, and
    what the menu does is to press them.

    Args:
        window: Whose keyboard it is about.
        find: Lets a search be typed.
    """

    def __init__(self, window: QMainWindow, menu: QMenu, undo: UndoStack, find: Callable[[], object]) -> None:
        super().__init__(menu)
        self._window, self._undo = window, undo
        self.undo = add_action(menu, "", self._take_back, "Ctrl+Z")
        self.redo = add_action(menu, "", self._do_again, "Ctrl+Shift+Z", "Ctrl+Y")
        menu.addSeparator()
        self._pressed = {
            "cut": self._add(menu, translate("Menu", "Cu&t"), "cut"),
            "copy": self._add(menu, translate("Menu", "&Copy"), "copy"),
            "paste": self._add(menu, translate("Menu", "&Paste"), "paste"),
            "select": self._add(menu, translate("Menu", "Select &all"), "select"),
        }
        menu.addSeparator()
        self._menu = menu
        self.find = add_action(menu, translate("Menu", "&Find transactions..."), find, "Ctrl+F")
        menu.aboutToShow.connect(self.refresh)
        menu.aboutToShow.connect(undo.refresh)
        undo.changed.connect(self._name_ends)
        self._name_ends()

    def offer(self, selected: QMenu) -> None:
        """Offer what can be done to the rows that are selected, before the search."""
        self._menu.insertMenu(self.find, selected)
        self._menu.insertSeparator(self.find)

    def refresh(self) -> None:
        """Show what can be done now; before the palette offers it, too."""
        focus = self._focus()
        is_text = isinstance(focus, _TEXTS)
        may_write = isinstance(focus, _TEXTS) and not focus.isReadOnly()
        is_table = isinstance(focus, QAbstractItemView)
        can = {
            "cut": may_write and _has_selection(focus),
            "copy": _has_selection(focus),
            "paste": may_write,  # to look whether there is anything could mean to wait for another program
            "select": is_text or is_table,
        }
        for name, action in self._pressed.items():
            action.setEnabled(can[name])
        self._name_ends()

    def _add(self, menu: QMenu, text: str, name: str) -> QAction:
        keys = QKeySequence(Qt.Modifier.CTRL | _KEYS[name])
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        return add_action(menu, f"{text}\t{shown}", lambda: self._press(name))

    def _name_ends(self) -> None:
        """Name what would be undone; both can be pressed before their names are known, right after an edit."""
        is_typed = self._typed_into() is not None
        undo, redo = self._undo.undoable.undo, self._undo.undoable.redo
        if is_typed:
            text = translate("Menu", "&Undo typing")
        elif undo is None:
            text = translate("Menu", "&Undo")
        else:
            text = translate("Menu", "&Undo {what}").format(what=_in_a_menu(undo))
        self.undo.setText(text)
        text = translate("Menu", "&Redo")
        if redo is not None:
            text = translate("Menu", "&Redo {what}").format(what=_in_a_menu(redo))
        self.redo.setText(text)

    def _take_back(self) -> None:
        if (text := self._typed_into()) is not None:
            text.undo()
        else:
            self._undo.undo()

    def _do_again(self) -> None:
        self._undo.redo()

    def _typed_into(self) -> QLineEdit | None:
        """The field with the keyboard in which something was typed that it can take back itself."""
        focus = self._focus()
        return focus if isinstance(focus, QLineEdit) and focus.isUndoAvailable() else None

    def _press(self, name: str) -> None:
        if (focus := self._focus()) is None:
            return
        key, held = _KEYS[name], Qt.KeyboardModifier.ControlModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(focus, QKeyEvent(kind, key, held))

    def _focus(self) -> QWidget | None:
        focus = self._window.window().focusWidget()
        return None if isinstance(focus, QMenuBar) else focus


def _has_selection(focus: QWidget | None) -> bool:
    if isinstance(focus, QLineEdit):
        return focus.hasSelectedText()
    if isinstance(focus, QPlainTextEdit | QTextEdit):
        return focus.textCursor().hasSelection()
    return (
        isinstance(focus, QAbstractItemView)
        and focus.selectionModel() is not None
        and (focus.selectionModel().hasSelection())
    )


def _in_a_menu(name: CommandName) -> str:
    """Write what a command was about: a person's words may be long, and have a sign that means a mnemonic in menus."""
    text = within_a_sentence(name.thing)
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return text.replace("&", "&&")
