"""The line at the top: how all connections are, with Sync all and Cancel."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetsync.domain.overview import Overview
from budgetsync.ui.formats import relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.status import Tone, headline, is_busy, up_to_date
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import ElidedLabel, Glyph, button

translate = QCoreApplication.translate


class SummaryBar(QWidget):
    """One sentence about all connections, one button for all of them."""

    sync_requested = Signal()
    cancel_requested = Signal()
    shown = Signal()
    """It says how things are by now."""

    def __init__(
        self, model: ConnectionsModel, icons: Icons, locale: QLocale, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._model, self._locale, self._now = model, locale, now
        self._glyph = Glyph(icons, "new", size=24)
        self._headline = ElidedLabel()
        self._headline.setFont(font_of(self, 1.45, strong=True))
        self._subline = ElidedLabel(tone=Tone.QUIET)
        self.sync_button = button(
            translate("SyncMonitor", "Sync all"), translate("SyncMonitor", "Sync all connections"), "primary"
        )
        self.sync_button.clicked.connect(self.sync_requested)
        self.cancel_button = button(
            translate("SyncMonitor", "Cancel"), translate("SyncMonitor", "Cancel all syncs")
        )
        self.cancel_button.clicked.connect(self.cancel_requested)
        policy = self.cancel_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.cancel_button.setSizePolicy(policy)
        self._arrange()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.refresh)
        for changed in (model.loaded, model.dataChanged, model.rowsRemoved):
            changed.connect(self._later.start)  # many changes of one turn are one
        self.refresh()

    @property
    def words(self) -> str:
        """What it says."""
        return self._headline.text()

    def focus_first(self) -> None:
        """Take the keyboard."""
        self.sync_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        """Say how things are now."""
        self._refresh()
        self.shown.emit()

    def _refresh(self) -> None:
        overview, now = self._model.overview, self._now()
        busy = [is_busy(item) for item in overview.items]
        if self.cancel_button.hasFocus() and not any(busy):
            self.sync_button.setFocus()
        self.sync_button.setEnabled(bool(overview.live) and not all(busy))
        self.cancel_button.setVisible(any(busy))
        if not overview.items:
            nothing = translate("SyncMonitor", "No connections yet") if self._model.is_loaded else ""
            self._headline.show_text(nothing)
            self._subline.hide()
            self._glyph.show_icon("new", Tone.QUIET)
            return
        status = headline(overview, now)
        self._glyph.show_icon(status.icon, status.tone)
        self._headline.show_text(status.word)
        self._subline.show_text(self._more(overview, now))
        self._subline.show()

    def _more(self, overview: Overview, now: datetime) -> str:
        if len(overview.items) > 1 and any(is_busy(item) for item in overview.items):
            return up_to_date(overview, now)
        times = [item.item.contacted_at for item in overview.items if item.item.contacted_at]
        if not times:
            return translate("SyncMonitor", "No bank was contacted yet")
        text = translate("SyncMonitor", "Last contact {when}")
        return text.format(when=relative(max(times), now, self._locale))

    def _arrange(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._headline)
        texts.addWidget(self._subline)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID // 2, 0, 0, 0)
        layout.setSpacing(GRID + 4)
        layout.addWidget(self._glyph)
        layout.addLayout(texts, 1)
        layout.addWidget(self.cancel_button)
        layout.addWidget(self.sync_button)
