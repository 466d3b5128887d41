"""What can be done with a connection beside syncing it: the menu behind "...", and of the card itself."""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from budgetsync.domain.overview import ItemOverview
from budgetsync.ui.actions import Actions
from budgetsync.ui.institution import institution_name
from budgetsync.ui.menus import add_action

translate = QCoreApplication.translate
_HOUR = timedelta(hours=1)


def open_menu(overview: ItemOverview, actions: Actions, now: datetime, at: QPoint, parent: QWidget) -> QMenu:
    """Open the menu of a connection at a place of the screen; it goes when it is left."""
    menu = build_menu(overview, actions, now, parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
    return menu


def build_menu(overview: ItemOverview, actions: Actions, now: datetime, parent: QWidget) -> QMenu:
    """Make the menu of a connection, with what makes sense for it now."""
    item = overview.item
    menu = QMenu(parent)
    menu.setAccessibleName(translate("CardMenu", "More for {bank}").format(bank=institution_name(item)))
    if not item.is_synced:
        add_action(menu, translate("CardMenu", "&Import a statement..."), actions.import_requested.emit)
        return menu
    if item.removed_at is None:
        busy = overview.progress is not None
        refresh = add_action(
            menu, translate("CardMenu", "Ask the &bank to refresh..."), lambda: actions.refresh_bank(item.id)
        )
        refresh.setEnabled(not busy)
        menu.addSeparator()
        pause = overview.next_sync.pause
        if pause is not None and pause.holds(now):
            add_action(menu, translate("CardMenu", "&Resume"), lambda: actions.resume(item.id))
        _add_pauses(menu, overview, actions)
        menu.addSeparator()
        add_action(
            menu,
            translate("CardMenu", "&Sign in again..."),
            lambda: actions.reconnect_requested.emit(item.id),
        )
        remove = translate("CardMenu", "Re&move the connection...")
    else:
        add_action(menu, translate("CardMenu", "&Connect the bank again..."), actions.connect_requested.emit)
        remove = translate("CardMenu", "&Delete its history...")
    add_action(menu, remove, lambda: actions.remove_requested.emit(item.id))
    return menu


def _add_pauses(menu: QMenu, overview: ItemOverview, actions: Actions) -> None:
    item_id = overview.item.id
    add_action(menu, translate("CardMenu", "Pause for an &hour"), lambda: actions.pause_for(_HOUR, item_id))
    tomorrow = translate("CardMenu", "Pause until &tomorrow")
    add_action(menu, tomorrow, lambda: actions.pause_until_tomorrow(item_id))
    add_action(
        menu, translate("CardMenu", "Pause until &you resume"), lambda: actions.pause_for(None, item_id)
    )
