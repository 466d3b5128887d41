"""The Settings page: the list of sections at the leading side, the chosen one beside it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from budgetsync.core import Core
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.settings.about import AboutSection
from budgetsync.ui.settings.appearance import AppearanceSection
from budgetsync.ui.settings.backups import BackupsSection
from budgetsync.ui.settings.choices import Values
from budgetsync.ui.settings.notifications import NotificationsSection
from budgetsync.ui.settings.outlook import CategoriesSection
from budgetsync.ui.settings.outside import Outside
from budgetsync.ui.settings.realtime.section import RealTimeSection
from budgetsync.ui.settings.secrets_section import SecretsSection
from budgetsync.ui.settings.section import Section
from budgetsync.ui.settings.start import StartSection
from budgetsync.ui.settings.storage import StorageSection
from budgetsync.ui.settings.syncing import SyncingSection
from budgetsync.ui.theme import GRID, Theme

translate = QCoreApplication.translate
_COLUMN = 720
_LIST_FROM = 660
_LIST = 168
_PADDING = 14
_MEMORY = "settings/section"


class Place(StrEnum):
    """A section, by the name under which it is remembered."""

    SYNCING = "syncing"
    NOTIFICATIONS = "notifications"
    DATA = "data"
    BACKUPS = "backups"
    SECRETS = "secrets"
    APPEARANCE = "appearance"
    START = "start"
    REAL_TIME = "real-time"
    CATEGORIES = "categories"
    ABOUT = "about"


class SettingsPage(QWidget):
    """Everything that a person can choose. Each choice holds at once; there is nothing to confirm.

    Args:
        outside: What is needed of the program around the core.
    """

    restart_requested = Signal()
    """The program is to be closed and started again: a backup takes the ledger's place, or keys are new."""
    appearance_chosen = Signal(object)
    """An Appearance that was chosen here and is worn already."""

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        actions: Actions,
        theme: Theme,
        icons: Icons,
        locale: QLocale,
        memory: Memory,
        outside: Outside = Outside(),  # noqa: B008 - frozen
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._actions, self._theme = core, bridge, actions, theme
        self._icons, self._locale, self._memory, self._outside = icons, locale, memory, outside
        self._built: dict[Place, Section] = {}
        self._columns: dict[Place, _Column] = {}
        self.place = Place(memory.word(_MEMORY, [place.value for place in Place]))
        self.list = _SectionList()
        self.list.currentRowChanged.connect(lambda row: self._show(tuple(Place)[row]))
        words = _titles()
        self.list.addItems([words[place] for place in Place])
        self.list.make_room()
        self.choice = Values(
            icons,
            translate("Settings", "Section of the settings"),
            tuple(Place),
            lambda each: words[each],
            self.show_place,
        )
        self._stack = QStackedWidget()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(lambda: self.section(self.place))
        self._arrange()
        self.show_place(self.place)

    def show_place(self, place: Place) -> None:
        """Let a section be seen."""
        self.list.setCurrentRow(tuple(Place).index(place))

    def section(self, place: Place) -> Section:
        """Give a section, which is built now if it was not yet."""
        if place not in self._built:
            column = _Column(_titles()[place])
            # In its place before it is filled: what moves is dressed anew, with all that is in it.
            self._stack.addWidget(column)
            self._columns[place] = column
            self._built[place] = self._builders()[place]()
            column.fill(self._built[place])
        if place is self.place:
            self._stack.setCurrentWidget(self._columns[place])
        return self._built[place]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List the sections in a drop-down list where there is little room."""
        super().resizeEvent(event)
        narrow = event.size().width() < _LIST_FROM
        self.list.setVisible(not narrow)
        self.choice.setVisible(narrow)
        self.setFocusProxy(self.choice if narrow else self.list)  # the keyboard begins at the sections

    def _show(self, place: Place) -> None:
        self.place = place
        self.choice.show_value(place)
        if place in self._built:
            self._stack.setCurrentWidget(self._columns[place])
        else:
            self._later.start()  # in a turn of its own: to build page and section at once would be felt
        self._memory.keep_word(_MEMORY, place.value)

    def _builders(self) -> dict[Place, Callable[[], Section]]:
        core, bridge, icons, locale = self._core, self._bridge, self._icons, self._locale
        return {
            Place.SYNCING: lambda: SyncingSection(core, bridge, self._actions, icons, locale),
            Place.NOTIFICATIONS: self._build_notifications,
            Place.REAL_TIME: lambda: RealTimeSection(core, bridge, icons, locale),
            Place.CATEGORIES: lambda: CategoriesSection(bridge),
            Place.DATA: lambda: StorageSection(core, bridge, self._actions, icons, locale),
            Place.BACKUPS: self._build_backups,
            Place.SECRETS: self._build_secrets,
            Place.APPEARANCE: self._build_appearance,
            Place.START: lambda: StartSection(self._outside, bridge, icons, self._memory),
            Place.ABOUT: lambda: AboutSection(core, bridge, icons),
        }

    def _build_notifications(self) -> Section:
        section = NotificationsSection(self._core, self._bridge, self._icons)
        section.quiet_requested.connect(lambda: self.show_place(Place.SYNCING))
        return section

    def _build_backups(self) -> Section:
        section = BackupsSection(self._core, self._bridge, self._icons, self._locale)
        section.restart_requested.connect(self.restart_requested)
        return section

    def _build_secrets(self) -> Section:
        section = SecretsSection(self._core, self._bridge, self._icons, self._outside)
        section.restart_requested.connect(self.restart_requested)
        return section

    def _build_appearance(self) -> Section:
        section = AppearanceSection(self._theme, self._bridge, self._icons, self._locale, self._memory)
        section.appearance_chosen.connect(self.appearance_chosen)
        section.restart_requested.connect(self.restart_requested)
        return section

    def _arrange(self) -> None:
        self.setAccessibleName(translate("Settings", "Settings"))
        beside = QVBoxLayout()
        beside.setSpacing(GRID)
        beside.addWidget(self.choice)
        beside.addWidget(self._stack, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.list)
        layout.addLayout(beside, 1)


class _SectionList(QListWidget):
    """The sections by name; the arrow keys go through them."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Sections")
        self.setAccessibleName(translate("Settings", "Sections of the settings"))
        self.setFixedWidth(_LIST)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def changeEvent(self, event: QEvent) -> None:
        """Give each line room for its text, whatever its size is now."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.make_room()

    def make_room(self) -> None:
        """Let all lines be of one height."""
        height = self.fontMetrics().height() + _PADDING
        for row in range(self.count()):
            self.item(row).setSizeHint(QSize(0, height))


class _Column(QScrollArea):
    """A section that scrolls, in a column that stays narrow enough to be read."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        page = QWidget()
        page.setObjectName("Page")
        self._layout = QVBoxLayout()
        layout = QHBoxLayout(page)
        layout.setContentsMargins(GRID // 4, 0, GRID // 2, 0)
        layout.addLayout(self._layout, 10_000)
        layout.addStretch(1)
        self.setWidget(page)

    def fill(self, section: Section) -> None:
        """Put the section into it."""
        section.setMaximumWidth(_COLUMN)
        section.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._layout.addWidget(section)
        self._layout.addStretch(1)


def _titles() -> dict[Place, str]:
    return {
        Place.SYNCING: translate("Settings", "Syncing"),
        Place.NOTIFICATIONS: translate("Settings", "Notifications"),
        Place.REAL_TIME: translate("Settings", "Real time"),
        Place.CATEGORIES: translate("Settings", "Categories"),
        Place.DATA: translate("Settings", "Data"),
        Place.BACKUPS: translate("Settings", "Backups"),
        Place.SECRETS: translate("Settings", "Secrets"),
        Place.APPEARANCE: translate("Settings", "Appearance"),
        Place.START: translate("Settings", "Start"),
        Place.ABOUT: translate("Settings", "About"),
    }
