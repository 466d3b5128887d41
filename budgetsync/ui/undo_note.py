"""What was just done to the ledger, said over the foot of the window for a while, with the way back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.undo import Announcement, Underway, UndoStack
from budgetsync.ui.widgets import ElidedLabel, Glyph, button

translate = QCoreApplication.translate
_SHOWN_MS: Final = 10_000
_WIDEST: Final = 640
_ABOVE_FOOT: Final = 10 * GRID
"""What lies at the foot of a page stays in sight."""


class UndoNote(QFrame):
    """Hidden until something was done; it takes no room of the page, goes by itself, and Escape puts it away.

    Args:
        over: What it lies over.
    """

    def __init__(self, over: QWidget, undo: UndoStack, icons: Icons) -> None:
        super().__init__(over)
        self.setObjectName("Floating")
        self._over, self._undo = over, undo
        self._before: QWidget | None = None
        self._said: Announcement | None = None
        self._text = ElidedLabel()
        self.back_button = button("", "", "quiet")
        self.back_button.clicked.connect(self._take_back)
        self.close_button = button(
            translate("Undo", "Close"), translate("Undo", "Close this message"), "quiet"
        )
        self.close_button.clicked.connect(self._put_away)
        self.stop_button = button(
            translate("Undo", "Stop"), translate("Undo", "Stop here; what is changed stays changed"), "quiet"
        )
        self._stop: Callable[[], object] = undo.stop
        self.stop_button.clicked.connect(self._press_stop)
        self.stop_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID // 2, GRID // 2, GRID // 2)
        layout.setSpacing(GRID)
        self._glyph = Glyph(icons, "ok", Tone.OK)
        layout.addWidget(self._glyph)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.stop_button)
        layout.addWidget(self.back_button)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self._timer.timeout.connect(self._fade)
        undo.announced.connect(self.tell)
        undo.progressed.connect(self.tell_progress)
        over.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; "" while it says nothing."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, said: Announcement) -> None:
        """Say what was done."""
        self._said = said
        self._glyph.show_icon("ok", Tone.OK)
        if not self._has_keyboard():
            self._before = self.window().focusWidget()
        self._text.show_text(said.text)
        word = translate("Undo", "Redo") if said.is_undoing else translate("Undo", "Undo")
        self.back_button.setText(word)
        self.back_button.setAccessibleName(f"{word}: {said.text}")
        self.back_button.setVisible(said.command_id is not None)
        self.stop_button.hide()
        self.close_button.show()
        self.setAccessibleName(said.text)
        self._appear()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said.text))

    def say(self, text: str) -> None:
        """Say something that was done and cannot be undone."""
        self.tell(Announcement(text, None))

    def tell_progress(self, underway: Underway) -> None:
        """Say how far a long command is."""
        percent = 100 * underway.reached // max(1, underway.total)
        text = translate("Undo", "Changing transactions: {percent} %").format(percent=percent)
        self.tell_step(text, self._undo.stop)

    def tell_step(self, text: str, stop: Callable[[], object]) -> None:
        """Say how far something is that takes long; it stays until something else is said, or `end_step`.

        Args:
            stop: Ends it, where somebody wants that.
        """
        self._stop = stop
        self._text.show_text(text)
        self._glyph.show_icon("syncing", Tone.BUSY)
        self.back_button.hide()
        self.close_button.hide()
        self.stop_button.show()
        self._timer.stop()
        if self.isHidden():
            self.setAccessibleName(text)
            self._appear()
        self._place()

    def end_step(self) -> None:
        """Go, if what is said is how far something is: it is over."""
        if not self.stop_button.isHidden():
            self._put_away()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in its place when the window is made larger or smaller."""
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.stop_button.isHidden():
            self._put_away()
        else:
            super().keyPressEvent(event)

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _fade(self) -> None:
        """Go, unless somebody is about to press something of it."""
        if self.underMouse() or self._has_keyboard():
            self._timer.start()
        else:
            self.hide()

    def _has_keyboard(self) -> bool:
        return any(each.hasFocus() for each in (self.back_button, self.close_button, self.stop_button))

    def _press_stop(self) -> None:
        self._stop()

    def _put_away(self) -> None:
        """Go, and give the keyboard back to what had it."""
        if self._has_keyboard() and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _take_back(self) -> None:
        self._put_away()
        if self._said is not None and self._said.command_id is not None:
            self._undo.take_back(self._said.command_id)

    def _place(self) -> None:
        over = self._over
        width = min(_WIDEST, self.sizeHint().width(), over.width() - 4 * GRID)
        height = self.sizeHint().height()
        self.setGeometry((over.width() - width) // 2, over.height() - height - _ABOVE_FOOT, width, height)
