"""Why a connection is not well, in its card: the cause, what can be done about it, and the details."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from budgetsync.domain.errors import SecretMissing, Trouble
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.notices import NoticeAction, Offer
from budgetsync.domain.overview import ItemOverview
from budgetsync.ui.formats import utc_stamp
from budgetsync.ui.monitor.buttons import PaintedButton
from budgetsync.ui.monitor.ink import Ink
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.trouble_panel import TroublePanel, text_label

translate = QCoreApplication.translate


class CardTrouble(TroublePanel):
    """A notice with the buttons that help; the first of them is the most useful."""

    chosen = Signal(object)
    """A NoticeAction."""
    status_page_requested = Signal()
    resized = Signal()
    """Details came to be seen, or are no longer."""

    def __init__(self, ink: Ink, parent: QWidget, bank: str, *, has_status_page: bool) -> None:
        super().__init__(ink.icons, bank)
        self.setParent(parent)
        self._overview: ItemOverview | None = None
        self.main_button = PaintedButton(ink, self, translate("Trouble", "Try again"), "", primary=True)
        self.main_button.clicked.connect(self._choose)
        page_name = translate("Trouble", "Open the status page for {bank}").format(bank=bank)
        self.page_button = PaintedButton(ink, self, translate("Trouble", "Status page"), page_name)
        self.page_button.setToolTip(
            translate("Trouble", "Opens in the browser how the provider's connection to this bank does")
        )
        self.page_button.clicked.connect(self.status_page_requested)
        self.page_button.setVisible(has_status_page)
        self._has_status_page = has_status_page
        self.details_button = PaintedButton(
            ink,
            self,
            translate("Trouble", "Show details"),
            translate("Trouble", "Show the details: {bank}").format(bank=bank),
        )
        self.details_button.setCheckable(True)
        self.details_button.toggled.connect(self._show_details)
        self._bank = bank
        self._more = text_label()
        self._more.hide()
        self._arrange_buttons()

    def show_overview(self, overview: ItemOverview, trouble: Trouble, tone: Tone) -> None:
        """Say why a connection is not well."""
        self._overview = overview
        self.show_trouble(trouble, "\n".join(_context(overview)), tone)
        _, text, name = self._main_words(overview)
        self.main_button.show_text(text)
        self.main_button.setAccessibleName(name.format(bank=self._bank))
        busy = overview.progress is not None
        self.main_button.setEnabled(not busy and overview.item.removed_at is None)
        self.main_button.setVisible(overview.item.removed_at is None)
        self.page_button.setVisible(self._has_status_page and overview.item.removed_at is None)
        if self._more.isVisibleTo(self):
            self._more.setText(self.details)

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        return (self.copy_button, self.main_button, self.page_button, self.details_button)

    @staticmethod
    def _main_words(overview: ItemOverview) -> tuple[Offer, str, str]:
        trouble = overview.item.trouble
        missing = trouble is not None and trouble.code == SecretMissing.__name__
        if overview.item.status is ItemStatus.DISCONNECTED:
            name = translate("Trouble", "Connect the bank again: {bank}")
            return Offer.RECONNECT, translate("Trouble", "Connect again"), name
        if overview.item.status is ItemStatus.REAUTH_REQUIRED or missing:
            name = translate("Trouble", "Sign in again: {bank}")
            return Offer.RECONNECT, translate("Trouble", "Sign in again"), name
        return Offer.RETRY, translate("Trouble", "Try again"), translate("Trouble", "Try again: {bank}")

    def _choose(self) -> None:
        if self._overview is not None:
            self.chosen.emit(NoticeAction(self._main_words(self._overview)[0], self._overview.item.id))

    def _show_details(self, seen: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        hide, show = translate("Trouble", "Hide details"), translate("Trouble", "Show details")
        self.details_button.show_text(hide if seen else show)
        self._more.setText(self.details if seen else "")
        self._more.setVisible(seen)
        self.resized.emit()

    def _arrange_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.setContentsMargins(0, GRID // 2, 0, 0)
        for each in (self.main_button, self.page_button, self.details_button):
            row.addWidget(each)
        row.addStretch(1)
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        grid.addLayout(row, 3, 1)
        grid.addWidget(self._more, 4, 1)


def _context(overview: ItemOverview) -> Iterator[str]:
    contact = translate("Trouble", "Last contacted: {when}")
    yield contact.format(when=utc_stamp(overview.item.contacted_at))
    if overview.item.succeeded_at is not None:
        success = translate("Trouble", "Last success: {when}")
        yield success.format(when=utc_stamp(overview.item.succeeded_at))
    if overview.last_run is not None:
        run = translate("Trouble", "Last sync: number {number}, begun {when}, {state}")
        yield run.format(
            number=overview.last_run.id,
            when=utc_stamp(overview.last_run.started_at),
            state=overview.last_run.state.value,
        )
