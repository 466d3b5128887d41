"""The menu bar: everything that the window can do, by keyboard too."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from budgetsync.ui.pages import Page
from budgetsync.ui.theme import Appearance

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Commands:
    """What the menus call."""

    connect: Callable[[], object]
    set_up: Callable[[], object]
    new_row: Callable[[], object]
    new_account: Callable[[], object]
    import_files: Callable[[], object]
    export: Callable[[], object]
    palette: Callable[[], object]
    close: Callable[[], object]
    quit: Callable[[], object]
    sync_all: Callable[[], object]
    cancel_all: Callable[[], object]
    pause: Callable[[timedelta | None], object]
    pause_until_tomorrow: Callable[[], object]
    resume: Callable[[], object]
    show_page: Callable[[Page], object]
    full_screen: Callable[[bool], object]
    appearance: Callable[[Appearance], object]
    about: Callable[[], object]


@dataclass(frozen=True, slots=True, weakref_slot=True)  # a signal is connected to a method of it
class Menus:
    """The actions whose state the window changes, and the Edit menu, which another module fills."""

    edit: QMenu
    sync_all: QAction
    cancel_all: QAction
    resume: QAction
    full_screen: QAction
    appearances: dict[Appearance, QAction]

    def show_appearance(self, appearance: Appearance) -> None:
        """Tick the one that is worn, wherever it was chosen."""
        self.appearances[appearance].setChecked(True)


def build_menus(window: QMainWindow, commands: Commands, appearance: Appearance) -> Menus:
    """Fill a window's menu bar."""
    bar = window.menuBar()
    _add_file(bar.addMenu(translate("Menu", "&File")), commands)
    edit = bar.addMenu(translate("Menu", "&Edit"))
    sync = bar.addMenu(translate("Menu", "&Sync"))
    sync_all = add_action(sync, translate("Menu", "Sync &all"), commands.sync_all, "F5", "Ctrl+R")
    cancel_all = add_action(sync, translate("Menu", "&Cancel"), commands.cancel_all, "Ctrl+.")
    sync.addSeparator()
    add_pauses(sync.addMenu(translate("Menu", "&Pause")), commands.pause, commands.pause_until_tomorrow)
    resume = add_action(sync, translate("Menu", "&Resume"), commands.resume)
    view = bar.addMenu(translate("Menu", "&View"))
    for at, (page, word) in enumerate(_page_words().items(), 1):
        add_action(view, word, partial(commands.show_page, page), f"Ctrl+{at}")
    view.addSeparator()
    appearances = _add_appearance(view, commands, appearance)
    full_screen = add_action(view, translate("Menu", "&Full screen"), None, "F11")
    full_screen.setCheckable(True)
    full_screen.toggled.connect(commands.full_screen)
    help_menu = bar.addMenu(translate("Menu", "&Help"))
    add_action(help_menu, translate("Menu", "Find a &command"), commands.palette, "Ctrl+K", "Ctrl+Shift+P")
    about = add_action(help_menu, translate("Menu", "&About BudgetSync"), commands.about)
    about.setMenuRole(QAction.MenuRole.AboutRole)
    return Menus(edit, sync_all, cancel_all, resume, full_screen, appearances)


def _page_words() -> dict[Page, str]:
    return {
        Page.OVERVIEW: translate("Menu", "&Overview"),
        Page.TRANSACTIONS: translate("Menu", "&Transactions"),
        Page.INSIGHTS: translate("Menu", "&Insights"),
        Page.ACTIVITY: translate("Menu", "Acti&vity"),
        Page.PROBLEMS: translate("Menu", "&Problems"),
        Page.SETTINGS: translate("Menu", "&Settings"),
    }


def _add_file(file: QMenu, commands: Commands) -> None:
    add_action(file, translate("Menu", "Connect a &bank..."), commands.connect, "Ctrl+N")
    add_action(file, translate("Menu", "&Set up your own bank..."), commands.set_up)
    file.addSeparator()
    add_action(file, translate("Menu", "&New transaction..."), commands.new_row, "Ctrl+Shift+N")
    add_action(file, translate("Menu", "New &account..."), commands.new_account)
    add_action(file, translate("Menu", "&Import statements..."), commands.import_files, "Ctrl+I")
    add_action(file, translate("Menu", "&Export transactions..."), commands.export, "Ctrl+E")
    file.addSeparator()
    add_action(file, translate("Menu", "&Close the window"), commands.close, "Ctrl+W")
    leave = add_action(file, translate("Menu", "&Quit"), commands.quit, "Ctrl+Q")
    leave.setMenuRole(QAction.MenuRole.QuitRole)


def add_pauses(
    menu: QMenu, pause_for: Callable[[timedelta | None], object], until_tomorrow: Callable[[], object]
) -> None:
    """Offer the three pauses in a menu that says that it is about pausing."""
    add_action(menu, translate("Menu", "For an &hour"), partial(pause_for, timedelta(hours=1)))
    add_action(menu, translate("Menu", "Until &tomorrow"), until_tomorrow)
    add_action(menu, translate("Menu", "Until I &resume"), partial(pause_for, None))


def _add_appearance(view: QMenu, commands: Commands, appearance: Appearance) -> dict[Appearance, QAction]:
    menu = view.addMenu(translate("Menu", "&Appearance"))
    group = QActionGroup(menu)
    words = {
        Appearance.SYSTEM: translate("Menu", "Like the &system"),
        Appearance.LIGHT: translate("Menu", "&Light"),
        Appearance.DARK: translate("Menu", "&Dark"),
    }
    actions = {
        value: add_action(menu, word, partial(commands.appearance, value)) for value, word in words.items()
    }
    for value, action in actions.items():
        action.setCheckable(True)
        action.setChecked(value is appearance)
        group.addAction(action)
    return actions


def add_action(menu: QMenu, text: str, call: Callable[[], object] | None, *keys: str) -> QAction:
    """Add something that can be done to a menu.

    Args:
        call: Does it; None where whoever adds it listens by itself.
        keys: Its shortcuts.
    """
    action = QAction(text, menu)
    action.setShortcuts([QKeySequence(key) for key in keys])
    if call is not None:
        action.triggered.connect(lambda _checked=False: call())
    menu.addAction(action)
    return action
