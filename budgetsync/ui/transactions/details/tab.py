"""A column of parts that scrolls: what the tabs of the details are made of."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import order_tabs

translate = QCoreApplication.translate
SETTLES_MS = 60
"""Who goes through a list with a held key has nothing loaded for the rows that fly by."""
WIDEST = 640
"""Lines that are longer are hard to read."""
_NARROWEST, _ENOUGH = 320, 400
"""As narrow as it gets; and what it may ask for where its texts need it, before some of them are cut."""


class Column(QScrollArea):
    """Parts below each other; what has the keyboard is scrolled into sight.

    Attributes:
        parts: Where the parts are put.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("Details")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        inner = QWidget()
        inner.setObjectName("DetailsInner")
        inner.setMaximumWidth(WIDEST)
        self.parts = QVBoxLayout(inner)
        self.parts.setContentsMargins(2 * GRID, GRID + 4, 2 * GRID, 2 * GRID)
        self.parts.setSpacing(2 * GRID)
        around = QWidget()
        outer = QHBoxLayout(around)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(inner, 1)
        outer.addStretch(0)
        self.setWidget(around)
        self._inner = inner
        inner.installEventFilter(self)
        self.setMinimumWidth(_NARROWEST)
        self._ordered: tuple[QWidget, ...] = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the room that the parts need, since nothing is scrolled sideways."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self._inner:
            bar = self.verticalScrollBar().sizeHint().width()
            needed = self._inner.minimumSizeHint().width() + bar + 2 * GRID // 2
            self.setMinimumWidth(max(_NARROWEST, min(needed, _ENOUGH)))
        return super().eventFilter(watched, event)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through, from the top."""
        return ()

    def order(self, before: QWidget) -> None:
        """Have the Tab key go from what stands before to the stops in the order in which they are read."""
        stops = (before, *self.stops)
        if stops != self._ordered:
            self._ordered = stops
            order_tabs(stops)


def flowing(*widgets: QWidget) -> QWidget:
    """Lay buttons out as words of a text."""
    flow = FlowLayout()
    for widget in widgets:
        flow.addWidget(widget)
    made = QWidget()
    made.setLayout(flow)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
