"""One connection: an institution with its accounts, what it does now and what became of it."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from budgetsync.domain.ids import AccountId
from budgetsync.domain.overview import ItemOverview
from budgetsync.domain.sync import Progress, Stage
from budgetsync.ui.account_row import AccountRow
from budgetsync.ui.formats import exact, relative, utc_stamp
from budgetsync.ui.icons import Icons
from budgetsync.ui.progress import SyncProgressBar
from budgetsync.ui.status import Tone, is_busy, status_of
from budgetsync.ui.text import counts_long, progress_text, run_text, unreadable_rows
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import ElidedLabel, StatusLabel, button, hairline

translate = QCoreApplication.translate
_BUTTON_WIDTH = 96


class ConnectionCard(QFrame):
    """A card that changes in place: nothing in it moves while it syncs."""

    sync_requested = Signal(object)
    cancel_requested = Signal(object)
    rows_added = Signal()
    """There are other rows than before, and so other buttons."""

    def __init__(self, icons: Icons, locale: QLocale, overview: ItemOverview, now: datetime) -> None:
        super().__init__()
        self.setObjectName("Card")
        self._icons, self._locale = icons, locale
        self._overview = overview
        self._rows: dict[AccountId, AccountRow] = {}
        self._lines: dict[AccountId, QFrame] = {}
        bank = overview.item.institution.name
        self._name = ElidedLabel(bank)
        self._name.setFont(font_of(self, 1.2, strong=True))
        self._status = StatusLabel(icons)
        self._contacted = ElidedLabel(tone=Tone.QUIET)
        self._as_of = ElidedLabel(tone=Tone.QUIET)
        self._run = ElidedLabel(tone=Tone.QUIET)
        self._run.setFont(font_of(self))
        self._unreadable = QLabel(wordWrap=True)
        self._unreadable.setProperty("tone", Tone.WARNING.value)
        self.progress = SyncProgressBar()
        self.progress.setAccessibleName(translate("Connection", "Progress: {bank}").format(bank=bank))
        self._progress_text = ElidedLabel(tone=Tone.BUSY)
        self._progress_text.setFont(font_of(self))
        sample = progress_text(Progress(Stage.APPLYING, 1, 88_888, 88_888), locale)
        self._progress_text.setMinimumWidth(self._progress_text.fontMetrics().horizontalAdvance(sample))
        sync_name = translate("Connection", "Sync now: {bank}").format(bank=bank)
        self.sync_button = button(translate("Connection", "Sync now"), sync_name)
        self.sync_button.setToolTip(
            translate("Connection", "Asks {bank} for news of all its accounts").format(bank=bank)
        )
        self.sync_button.clicked.connect(lambda: self.sync_requested.emit(self._overview.item.id))
        cancel_name = translate("Connection", "Cancel the sync: {bank}").format(bank=bank)
        self.cancel_button = button(translate("Connection", "Cancel"), cancel_name, "quiet")
        self.cancel_button.setToolTip(translate("Connection", "Stops this sync; nothing half-done is kept"))
        self.cancel_button.clicked.connect(lambda: self.cancel_requested.emit(self._overview.item.id))
        self.trouble = TroublePanel(icons, bank)
        self._accounts = QVBoxLayout()
        self._accounts.setSpacing(0)
        self._activity = QStackedLayout()
        self._arrange()
        self._show_everything(now)

    def show_overview(self, overview: ItemOverview, now: datetime) -> None:
        """Show the connection as it is now, accounts included."""
        before, self._overview = self._overview, overview
        one_step = replace(before, progress=overview.progress) == overview
        if one_step and status_of(before, now) == status_of(overview, now):
            self._show_activity()  # further on and nothing else, many times in a run
        else:
            self._show_everything(now)

    def refresh_times(self, now: datetime) -> None:
        """Write the times anew; what was up to date may be so no longer."""
        item = self._overview.item
        if item.contacted_at is None:
            self._contacted.show_text(translate("Connection", "Not contacted yet"))
        else:
            text = translate("Connection", "Contacted {when}")
            hover = translate("Connection", "The bank's service last answered on {when}")
            self._contacted.show_text(
                text.format(when=relative(item.contacted_at, now, self._locale)),
                hover.format(when=exact(item.contacted_at, self._locale)),
            )
        if item.as_of is None:
            self._as_of.show_text("")
        else:
            text = translate("Connection", "Bank's data as of {when}")
            hover = translate("Connection", "The bank itself last gave news on {when}")
            self._as_of.show_text(
                text.format(when=relative(item.as_of, now, self._locale)),
                hover.format(when=exact(item.as_of, self._locale)),
            )
        self._status.show_status(status_of(self._overview, now))
        for row in self._rows.values():
            row.refresh_times(now)

    @property
    def rows(self) -> tuple[AccountRow, ...]:
        """The rows of the accounts that are built, in order."""
        return tuple(self._rows.values())

    def _show_everything(self, now: datetime) -> None:
        self._shown_at = now
        overview = self._overview
        status, busy = status_of(overview, now), is_busy(overview)
        self._status.show_status(status)
        had_sync, had_cancel = self.sync_button.hasFocus(), self.cancel_button.hasFocus()
        self._show_activity()
        if busy and had_sync:
            self.cancel_button.setFocus()
        self.sync_button.setEnabled(not busy)
        if had_cancel and not busy:
            self.sync_button.setFocus()
        self.setAccessibleName(f"{overview.item.institution.name}: {status.word}")
        trouble = overview.item.trouble
        if trouble is not None:
            contact = translate("Trouble", "Last contacted: {when}").format(
                when=utc_stamp(overview.item.contacted_at)
            )
            self.trouble.show_trouble(trouble, contact, status.tone)
        self.trouble.setVisible(trouble is not None)
        problems = overview.last_run.problems if overview.last_run else 0
        self._unreadable.setText(unreadable_rows(problems, self._locale) if problems else "")
        self._unreadable.setVisible(problems > 0)
        self._show_accounts(now)
        self.refresh_times(now)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        buttons = (row.sync_button for row in self.rows)
        return (self.sync_button, self.cancel_button, self.trouble.copy_button, *buttons)

    def _show_activity(self) -> None:
        progress, run = self._overview.progress, self._overview.last_run
        self._run.show_text(run_text(run, self._locale), counts_long(run.counts, self._locale) if run else "")
        if is_busy(self._overview):
            text = progress_text(progress, self._locale)
            self.progress.show_progress(progress)
            self._progress_text.show_text(text)
            self.progress.setAccessibleDescription(text)
        self._activity.setCurrentIndex(1 if is_busy(self._overview) else 0)

    def _show_accounts(self, now: datetime) -> None:
        wanted = [account.id for account in self._overview.accounts]
        missing = [account_id for account_id in wanted if account_id not in self._rows]
        if self.isVisible() and len(missing) > 1:
            # One at a time, or a bank with many accounts holds the window up when it appears.
            wanted = [account_id for account_id in wanted if account_id not in missing[1:]]
            QTimer.singleShot(0, self, self._add_row)
        if wanted != list(self._rows):
            self._rebuild(wanted)
        status = status_of(self._overview, now)
        bank = self._overview.item.institution.name
        for account in self._overview.accounts:
            if (row := self._rows.get(account.id)) is not None:
                row.show_account(account, bank, status, now)

    def _add_row(self) -> None:
        self._show_accounts(self._shown_at)
        self.rows_added.emit()

    def _rebuild(self, wanted: list[AccountId]) -> None:
        for account_id in set(self._rows) - set(wanted):
            for widget in (self._rows.pop(account_id), self._lines.pop(account_id)):
                self._accounts.removeWidget(widget)
                widget.deleteLater()
        for at, account_id in enumerate(wanted):
            row = self._rows.pop(account_id, None) or self._new_row(account_id)
            self._rows[account_id] = row
            self._accounts.insertWidget(2 * at, self._lines[account_id])
            self._accounts.insertWidget(2 * at + 1, row)

    def _new_row(self, account_id: AccountId) -> AccountRow:
        row = AccountRow(self._icons, self._locale)
        row.sync_requested.connect(lambda: self.sync_requested.emit(self._overview.item.id))
        self._lines[account_id] = hairline()
        return row

    def _arrange(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(GRID + 4)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        title.addWidget(self._name)
        title.addWidget(self._status)
        title.addStretch(1)
        times = QHBoxLayout()
        times.setSpacing(GRID + 4)
        self._contacted.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        times.addWidget(self._contacted)
        times.addWidget(self._as_of, 1)
        syncing = QWidget()
        line = QHBoxLayout(syncing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self.progress, 1)
        line.addWidget(self._progress_text, 1)
        line.addWidget(self.cancel_button)
        self._activity.addWidget(self._run)
        self._activity.addWidget(syncing)
        self.sync_button.setMinimumWidth(_BUTTON_WIDTH)
        header = QGridLayout()
        header.setContentsMargins(2 * GRID, GRID, GRID + 4, GRID)
        header.setHorizontalSpacing(GRID)
        header.setVerticalSpacing(0)
        header.addLayout(title, 0, 0)
        header.addWidget(self.sync_button, 0, 1)
        header.addLayout(times, 1, 0, 1, 2)
        header.addLayout(self._activity, 2, 0, 1, 2)
        header.addWidget(self._unreadable, 3, 0, 1, 2)
        header.addWidget(self.trouble, 4, 0, 1, 2)
        header.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addLayout(self._accounts)
