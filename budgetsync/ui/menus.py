"""The menu bar: everything that the window can do, by keyboard too."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from budgetsync.ui.theme import Appearance

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus call."""

    quit: Callable[[], object]
    sync_all: Callable[[], object]
    cancel_all: Callable[[], object]
    go_to_connections: Callable[[], object]
    go_to_transactions: Callable[[], object]
    full_screen: Callable[[bool], object]
    appearance: Callable[[Appearance], object]
    about: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Menus:
    """The actions whose state the window changes."""

    sync_all: QAction
    cancel_all: QAction
    full_screen: QAction


def build_menus(window: QMainWindow, commands: Commands, appearance: Appearance) -> Menus:
    """Fill a window's menu bar."""
    bar = window.menuBar()
    file = bar.addMenu(translate("Menu", "&File"))
    leave = _action(file, translate("Menu", "&Quit"), commands.quit, "Ctrl+Q")
    leave.setMenuRole(QAction.MenuRole.QuitRole)
    sync = bar.addMenu(translate("Menu", "&Sync"))
    sync_all = _action(sync, translate("Menu", "Sync &all"), commands.sync_all, "F5", "Ctrl+R")
    cancel_all = _action(sync, translate("Menu", "&Cancel"), commands.cancel_all, "Ctrl+.")
    view = bar.addMenu(translate("Menu", "&View"))
    _action(view, translate("Menu", "&Connections"), commands.go_to_connections, "Ctrl+1")
    _action(view, translate("Menu", "Newest &transactions"), commands.go_to_transactions, "Ctrl+2")
    view.addSeparator()
    _add_appearance(view, commands, appearance)
    full_screen = _action(view, translate("Menu", "&Full screen"), None, "F11")
    full_screen.setCheckable(True)
    full_screen.toggled.connect(commands.full_screen)
    about = _action(
        bar.addMenu(translate("Menu", "&Help")), translate("Menu", "&About BudgetSync"), commands.about
    )
    about.setMenuRole(QAction.MenuRole.AboutRole)
    return Menus(sync_all, cancel_all, full_screen)


def _add_appearance(view: QMenu, commands: Commands, appearance: Appearance) -> None:
    menu = view.addMenu(translate("Menu", "&Appearance"))
    group = QActionGroup(menu)
    words = {
        Appearance.SYSTEM: translate("Menu", "Like the &system"),
        Appearance.LIGHT: translate("Menu", "&Light"),
        Appearance.DARK: translate("Menu", "&Dark"),
    }
    for value, word in words.items():
        action = _action(menu, word, partial(commands.appearance, value))
        action.setCheckable(True)
        action.setChecked(value is appearance)
        group.addAction(action)


def _action(menu: QMenu, text: str, call: Callable[[], object] | None, *keys: str) -> QAction:
    action = QAction(text, menu)
    action.setShortcuts([QKeySequence(key) for key in keys])
    if call is not None:
        action.triggered.connect(lambda _checked=False: call())
    menu.addAction(action)
    return action
