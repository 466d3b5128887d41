"""One account in its connection's card: a row that paints itself."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from budgetsync.domain.account import Account
from budgetsync.domain.overview import NO_FIGURES, AccountFigures
from budgetsync.ui.colours import colours_of
from budgetsync.ui.monitor.account_words import account_lines
from budgetsync.ui.monitor.buttons import PaintedButton
from budgetsync.ui.monitor.ink import Ink
from budgetsync.ui.monitor.lines import Lines, tell_hover
from budgetsync.ui.text import account_title, balance_figure, balance_qualifier
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import mirrored

translate = QCoreApplication.translate
_KINDS = {"credit": "credit", "loan": "loan", "investment": "investment", "depository": "depository"}
_ICON = 20
_INSET = 2 * GRID
_WORDS_FROM = 620


class AccountRow(QAbstractButton):
    """Name, balance with its verdict, what changed, and Sync now; pressed, it asks for the account's rows.

    Its height is always the same, and nothing in it is laid out: a change paints one line anew.
    """

    sync_requested = Signal()

    def __init__(self, ink: Ink, parent: QWidget, account: Account, bank: str) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self._ink, self._bank = ink, bank
        self.account = account
        self._kind = "account"
        self._silent_since: date | None = None
        self._figures = NO_FIGURES
        self._by_hand = False
        self._text = Lines(ink, self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.sync_button = PaintedButton(ink, self, translate("Account", "Sync now"), "", icon="syncing")
        hover = translate("Account", "Syncs all accounts at {bank}: a bank is asked for all of them at once")
        self.sync_button.setToolTip(hover.format(bank=bank))
        self.sync_button.clicked.connect(self.sync_requested)

    @property
    def texts(self) -> list[str]:
        """What it says, in reading order."""
        return self._text.texts

    @property
    def wanted_height(self) -> int:
        """How high it is, whatever it says."""
        return 3 * self._ink.line + 2 * 2 + 2 * (GRID + 1)

    def show_account(
        self, account: Account, figures: AccountFigures, silent_since: date | None, now: datetime
    ) -> None:
        """Show the account as it is now.

        Args:
            silent_since: The day of its last row, where it has been silent for far too long.
        """
        renamed = account != self.account or not self.accessibleName()
        self.account, self._figures, self._silent_since = account, figures, silent_since
        if renamed:
            self._name(account)
        self.refresh_times(now)

    def refresh_times(self, now: datetime) -> None:
        """Write everything anew; what says the same is not painted again."""
        lines = account_lines(
            self.account, self._figures, self._silent_since, now, self._ink.locale, by_hand=self._by_hand
        )
        if self._text.show(lines):
            self._place()
            self.setAccessibleDescription(". ".join(self._text.spoken))

    def be_by_hand(self, *, by_hand: bool) -> None:
        """Say whether nobody can be asked for its news."""
        if by_hand is not self._by_hand:
            self._by_hand = by_hand
            self.sync_button.setVisible(not by_hand)
            self.restyle()

    def allow_sync(self, *, allowed: bool) -> None:
        """Say whether a sync can be asked for now."""
        if allowed is not self.sync_button.isEnabled():
            self.sync_button.setEnabled(allowed)

    def restyle(self) -> None:
        """Measure everything anew."""
        self._text.forget()
        self._place()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the texts their room."""
        super().resizeEvent(event)
        self._place()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell more of what is hovered over."""
        super().mouseMoveEvent(event)
        tell_hover(self, self._text.hover_at(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what changed."""
        colours = colours_of(self.palette())
        clip = event.rect()
        painter = QPainter(self)
        hovered = self.underMouse() and not self.sync_button.underMouse()
        painter.fillRect(clip, self._ink.colour(colours.hover if hovered else colours.card))
        painter.fillRect(QRect(0, 0, self.width(), 1), self._ink.colour(colours.line))
        icon = mirrored(self, QRect(_INSET, GRID + 1, _ICON, _ICON))
        if clip.intersects(icon):
            ratio = self.devicePixelRatioF()
            painter.drawPixmap(icon.topLeft(), self._ink.icon(self._kind, colours.secondary, _ICON, ratio))
        self._text.paint(painter, clip)
        if self.hasFocus():
            painter.setPen(self._ink.colour(colours.accent))
            painter.drawRoundedRect(self.rect().adjusted(2, 3, -3, -3), 5, 5)
        painter.end()

    def _name(self, account: Account) -> None:
        title = account_title(account)
        self._kind = "savings" if account.subtype == "savings" else _KINDS.get(account.type, "account")
        spoken = translate("Account", "{account} at {bank}: {figure} {qualifier}")
        self.setAccessibleName(
            spoken.format(
                account=title,
                bank=self._bank,
                figure=balance_figure(account, self._ink.locale),
                qualifier=balance_qualifier(account),
            ).strip()
        )
        name = translate("Account", "Sync now: {account} at {bank}")
        self.sync_button.setAccessibleName(name.format(account=title, bank=self._bank))
        self.update()

    def _place(self) -> None:
        self.sync_button.be_compact(compact=self.width() < _WORDS_FROM)
        size = QSize(0, 0) if self.sync_button.isHidden() else self.sync_button.sizeHint()
        button = QRect(
            self.width() - size.width() - GRID,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        self.sync_button.setGeometry(mirrored(self, button))
        start = _INSET + _ICON + GRID + 4
        self._text.place(tuple(self._text.rooms(start, GRID + 1, button.x() - GRID - start)))
