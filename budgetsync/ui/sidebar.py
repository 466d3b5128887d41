"""The pages of the window, one below the other at its leading edge."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from budgetsync.ui.colours import colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.pages import PAGE_ICONS, Page, page_title
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import mirrored

translate = QCoreApplication.translate
_ICON = 16
_HEIGHT = 32
_WIDTH = 184
_NARROW = 48
_MOST = 999
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SidebarButton(QAbstractButton):
    """A page's name with its drawing and, where something waits there, a number."""

    def __init__(self, page: Page, icons: Icons, number: int) -> None:
        super().__init__()
        self.page = page
        self.is_narrow = False
        self.is_clicked = False
        self._icons, self._waiting, self._hovered = icons, 0, False
        self._new = 0
        self.setCheckable(True)
        self.setText(page_title(page))
        self.setToolTip(
            translate("Sidebar", "{page} (Ctrl+{number})").format(page=self.text(), number=number)
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(font_of(self))
        self._name()

    def show_waiting(self, count: int) -> None:
        """Say how much waits on the page."""
        if count != self._waiting:
            self._waiting = count
            self._name()
            self.update()

    def show_new(self, count: int) -> None:
        """Say how much came that was not looked at yet; it is no trouble, and looks like none."""
        if count != self._new:
            self._new = count
            self._name()
            self.update()

    def nextCheckState(self) -> None:
        """Know a click, which is told by `clicked` too, from a screen reader's toggling."""
        self.is_clicked = True
        super().nextCheckState()
        self.is_clicked = False

    def sizeHint(self) -> QSize:
        """One height for all; the sidebar chooses the width."""
        return QSize(_NARROW, max(_HEIGHT, self.fontMetrics().height() + GRID + 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the sidebar."""
        if event.key() in _STEPS:
            event.ignore()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, mirrored where one reads from right to left."""
        del event
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self._hovered or self.hasFocus():
            fill = colours.selection if self.isChecked() else colours.hover
            painter.setBrush(QColor(fill) if self.isChecked() or self._hovered else Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colours.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(room, 6, 6)
        colour = colours.accent if self.isChecked() else colours.secondary
        ratio = self.devicePixelRatioF()
        icon = self._icons.pixmap(PAGE_ICONS[self.page], colour, _ICON, ratio)
        left = (self.width() - _ICON) // 2 if self.is_narrow else GRID + 4
        place = mirrored(self, QRect(left, (self.height() - _ICON) // 2, _ICON, _ICON))
        painter.drawPixmap(place.topLeft(), icon)
        if self.is_narrow:
            self._draw_dot(painter, place)
        else:
            self._draw_words(painter)
        painter.end()

    def _draw_words(self, painter: QPainter) -> None:
        colours, end = colours_of(self.palette()), self.width() - GRID
        if count := self._waiting or self._new:
            text = f"{count}" if count <= _MOST else f"{_MOST}+"
            width = max(20, self.fontMetrics().horizontalAdvance(text) + 12)
            badge = mirrored(self, QRect(end - width, (self.height() - 20) // 2, width, 20))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.warning_tint if self._waiting else colours.tint))
            painter.drawRoundedRect(QRectF(badge), 10, 10)
            painter.setPen(QColor(colours.warning if self._waiting else colours.accent))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
            end -= width + GRID // 2
        begin = GRID + 4 + _ICON + GRID + 2
        room = mirrored(self, QRect(begin, 0, end - begin, self.height()))
        painter.setPen(QColor(colours.text))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        leading = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(leading | Qt.AlignmentFlag.AlignVCenter), text)

    def _draw_dot(self, painter: QPainter, icon: QRect) -> None:
        if self._waiting or self._new:
            colours = colours_of(self.palette())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.warning if self._waiting else colours.accent))
            corner = icon.topLeft() if self.isRightToLeft() else icon.topRight()
            painter.drawEllipse(QPointF(corner), 3.5, 3.5)

    def _name(self) -> None:
        if self._waiting:
            name = translate("Sidebar", "{page}, {n} waiting", None, self._waiting)
        elif self._new:
            name = translate("Sidebar", "{page}, {n} new", None, self._new)
        else:
            name = "{page}"
        self.setAccessibleName(name.format(page=self.text(), n=self._waiting or self._new))


class Sidebar(QWidget):
    """One button for each page, of which one is pressed; the arrow keys go from one to the next."""

    chosen = Signal(object)
    """A Page."""

    def __init__(self, icons: Icons, pages: Iterable[Page] = tuple(Page)) -> None:
        super().__init__()
        self.setAccessibleName(translate("Sidebar", "Pages"))
        self.buttons = {page: SidebarButton(page, icons, at) for at, page in enumerate(pages, 1)}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(2)
        for page, button in self.buttons.items():
            if page is Page.SETTINGS:
                layout.addStretch(1)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _checked=False, page=page: self.chosen.emit(page))
            button.toggled.connect(lambda checked, page=page: self._toggled(page, checked=checked))
            layout.addWidget(button)
        self._shown: Page | None = None
        self.be_narrow(narrow=False)

    def show_page(self, page: Page) -> None:
        """Show which page is open."""
        self._shown = page
        self.buttons[page].setChecked(True)
        for (
            each,
            button,
        ) in self.buttons.items():  # Tab comes to the page that is open; arrows go on from there
            by_tab = Qt.FocusPolicy.StrongFocus if each is page else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(by_tab)

    def _toggled(self, page: Page, *, checked: bool) -> None:
        """Open a page that was chosen without a click: a screen reader toggles what can be checked."""
        if checked and page is not self._shown and not self.buttons[page].is_clicked:
            self.chosen.emit(page)

    def show_new(self, page: Page, count: int) -> None:
        """Say how much is new on a page."""
        self.buttons[page].show_new(count)

    def show_waiting(self, page: Page, count: int) -> None:
        """Say how much waits on a page."""
        self.buttons[page].show_waiting(count)

    def be_narrow(self, *, narrow: bool) -> None:
        """Show drawings without words, where there is little room."""
        for button in self.buttons.values():
            button.is_narrow = narrow
            button.update()
        words = max(self.fontMetrics().horizontalAdvance(button.text()) for button in self.buttons.values())
        self.setFixedWidth((_NARROW if narrow else max(_WIDTH - 2 * GRID, words + 88)) + 2 * GRID)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go one up or down."""
        step = _STEPS.get(Qt.Key(event.key()))
        buttons = list(self.buttons.values())
        focus = self.window().focusWidget()
        at = next((at for at, button in enumerate(buttons) if button is focus), None)
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        wanted = buttons[(at + step) % len(buttons)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        wanted.click()
