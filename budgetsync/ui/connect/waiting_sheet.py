"""While a person is on the page in the browser: what to do now, how it stands, how long it can be opened."""

import math
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QGuiApplication,
    QHideEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit

from budgetsync.core_links import LinkNews
from budgetsync.domain.link import LinkSession, LinkState
from budgetsync.ui.connect.sheet import Sheet, paragraph
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.progress import SyncProgressBar
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate
_TICK_MS = 1_000
_MINUTE = 60


class AskingSheet(Sheet):
    """While a page is being made."""

    waits = True

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons, translate("Connect", "Asking for a page"), icon="key")
        bar = SyncProgressBar()
        bar.setAccessibleName(translate("Connect", "Asking for a page on which you sign in"))
        self.add(bar)
        self.add(paragraph(translate("Connect", "The browser opens in a moment.")))
        self.add_leave(translate("Connect", "Cancel"), translate("Connect", "Stop asking for a page"))


class WaitingSheet(Sheet):
    """Waits, calmly; leaving it ends the waiting.

    Args:
        icons: The drawings.
        session: The page that waits for the person.
        bank: Where they sign in anew; "" for a new connection.
        hint: What helps on the page, such as a test bank's password; "" for nothing.
        now: The program's clock.
    """

    waits = True
    said = Signal()

    def __init__(
        self,
        icons: Icons,
        session: LinkSession,
        *,
        bank: str,
        hint: str,
        locale: QLocale,
        now: Callable[[], datetime],
        open_page: Callable[[str], bool],
    ) -> None:
        super().__init__(icons, translate("Connect", "Continue in your browser"), icon="key")
        self._session, self._locale, self._now, self._open_page = session, locale, now, open_page
        self._add_steps(bank, hint)
        self._state_icon = Glyph(icons, "waiting", Tone.BUSY)
        self._state = paragraph("")
        self._time_left = paragraph("", Tone.QUIET)
        bar = SyncProgressBar()
        bar.setAccessibleName(translate("Connect", "Waiting for you to finish in the browser"))
        state = QHBoxLayout()
        state.setSpacing(GRID)
        state.addWidget(self._state_icon)
        state.addWidget(self._state, 1)
        self.add(bar)
        self.add(state)
        self.add(self._time_left)
        self._add_address(session.url)
        self.again_button = self.add_button(
            button(
                translate("Connect", "Open the page again"),
                translate("Connect", "Open the page again in the browser"),
            ),
            self.open_page,
        )
        self.add_button(
            button(translate("Connect", "Cancel"), translate("Connect", "Stop waiting for the browser")),
            self.left.emit,
        )
        self._ticker = QTimer(self, interval=_TICK_MS)
        self._ticker.timeout.connect(self.show_time_left)
        self.show_time_left()
        self.show_news(LinkNews(LinkState.WAITING))

    @property
    def words(self) -> str:
        """How it stands, as it is said."""
        return self._state.text()

    @property
    def time_left(self) -> str:
        """How long the page can be opened, as it is said."""
        return self._time_left.text()

    def open_page(self) -> None:
        """Open the page in the browser; where there is none that opens, the address helps."""
        if not self._open_page(self._session.url):
            self._say(
                "attention",
                Tone.WARNING,
                translate(
                    "Connect", "The browser did not open. Copy the address below and open it yourself."
                ),
            )

    def show_news(self, news: LinkNews) -> None:
        """Say what changed."""
        if news.trouble is not None:
            text = translate(
                "Connect", "{message} BudgetSync goes on waiting; what you do on the page is not lost."
            )
            self._say("offline", Tone.WARNING, text.format(message=engine_text(news.trouble.message)))
        elif news.state is LinkState.UNDER_WAY:
            self._say(
                "syncing", Tone.BUSY, translate("Connect", "The page is open. Waiting for you to finish.")
            )
        else:
            self._say("waiting", Tone.BUSY, translate("Connect", "Waiting for you to open the page."))

    def showEvent(self, event: QShowEvent) -> None:
        """Count the time while it is seen."""
        super().showEvent(event)
        self.show_time_left()
        self._ticker.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._ticker.stop()

    def _add_steps(self, bank: str, hint: str) -> None:
        if bank:
            first = translate("Connect", "Sign in at {bank} on the page that has opened.").format(bank=bank)
        else:
            first = translate("Connect", "Choose your bank on the page that has opened, and sign in there.")
        steps = [first, translate("Connect", "Come back here when the page says that it is done.")]
        if self._session.replaces is not None:
            steps.insert(
                0,
                translate(
                    "Connect",
                    "The key of this connection is gone, so the bank is connected anew. History and everything you "
                    "changed are carried over.",
                ),
            )
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for place, step in enumerate(steps):
            figure = paragraph(number(place + 1, self._locale), Tone.BUSY)
            figure.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(figure, place, 0)
            grid.addWidget(paragraph(step), place, 1)
        self.add(grid)
        if hint:
            self.add(paragraph(hint, Tone.QUIET))

    def _add_address(self, url: str) -> None:
        self.address = QLineEdit(url)
        self.address.setReadOnly(True)
        self.address.setCursorPosition(0)
        self.address.setAccessibleName(translate("Connect", "Address of the page"))
        self.copy_button = button(
            translate("Connect", "Copy the address"), translate("Connect", "Copy the address of the page")
        )
        self.copy_button.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.address, 1)
        row.addWidget(self.copy_button)
        self.add(row)
        self.add(
            paragraph(
                translate("Connect", "Give the address to nobody: whoever has it can go on in your place."),
                Tone.QUIET,
            )
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._session.url)
        self.copy_button.setText(translate("Connect", "Copied"))

    def _say(self, icon: str, tone: Tone, text: str) -> None:
        self._state_icon.show_icon(icon, tone)
        if text != self._state.text():
            self._state.setText(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._state, text))
        self.said.emit()

    def show_time_left(self) -> None:
        """Say how long the page can still be opened."""
        seconds = (self._session.expires_at - self._now()).total_seconds()
        minutes = math.ceil(seconds / _MINUTE)
        if seconds <= 0:
            text = translate(
                "Connect", "The page can no longer be opened. What you have begun there still counts."
            )
        elif minutes == 1:
            text = translate("Connect", "The page can be opened for one more minute.")
        else:
            text = translate("Connect", "The page can be opened for {n} more minutes.", None, minutes)
            text = text.format(n=number(minutes, self._locale))
        if text != self._time_left.text():
            self._time_left.setText(text)
