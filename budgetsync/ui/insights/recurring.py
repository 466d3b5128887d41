"""What comes again: when it is expected next, what is late, what has ended."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from budgetsync.domain.insights import Cadence, Recurring
from budgetsync.ui.charts.table import AnyIndex, FiguresModel, FiguresTable
from budgetsync.ui.colours import colours_of
from budgetsync.ui.formats import NO_BREAK, calendar_day, money, number
from budgetsync.ui.icons import Icons
from budgetsync.ui.insights.parts import Part, part_title
from budgetsync.ui.insights.period import translate
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.theme import GRID, font_of
from budgetsync.ui.widgets import ElidedLabel, tone_colour

_PADDING = 14
_ICON = 14
_NOTE = 88
_FIGURES = frozenset({2, 6})
_MOST = 20
_SOON = 60  # days


def state_of(each: Recurring, today: date, locale: QLocale) -> Status:
    """Say in words when it is expected."""
    days = (each.next_on - today).days
    if each.ended:
        return Status("paused", translate("Recurring", "Ended"), Tone.QUIET)
    if days < 0:
        text = translate("Recurring", "1 day late")
        if days != -1:
            text = translate("Recurring", "{n} days late", None, -days).format(n=number(-days, locale))
        return Status("waiting", text, Tone.WARNING)
    if days == 0:
        return Status("day", translate("Recurring", "Today"), Tone.BUSY)
    if days == 1:
        return Status("day", translate("Recurring", "Tomorrow"), Tone.OK)
    if days <= _SOON:
        text = translate("Recurring", "In {n} days", None, days).format(n=number(days, locale))
        return Status("day", text, Tone.OK)
    return Status("day", translate("Recurring", "Later"), Tone.OK)


def cadence_name(cadence: Cadence) -> str:
    """Say how often it comes."""
    names = {
        Cadence.WEEKLY: translate("Recurring", "Every week"),
        Cadence.FORTNIGHTLY: translate("Recurring", "Every two weeks"),
        Cadence.MONTHLY: translate("Recurring", "Every month"),
        Cadence.QUARTERLY: translate("Recurring", "Every quarter"),
        Cadence.YEARLY: translate("Recurring", "Every year"),
    }
    return names[cadence]


class RecurringBehind:
    """The rows of the table."""

    def __init__(self, some: tuple[Recurring, ...], today: date, locale: QLocale) -> None:
        self.some, self._locale = some, locale
        self.states = [state_of(each, today, locale) for each in some]
        self.headings = (
            translate("Recurring", "Next"),
            translate("Recurring", "Name"),
            translate("Recurring", "Amount"),
            translate("Recurring", "How often"),
            translate("Recurring", "Expected on"),
            translate("Recurring", "Account"),
            translate("Recurring", "Times"),
        )

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.some)

    def is_figure(self, column: int) -> bool:
        """The amount and the count."""
        return column in _FIGURES

    def cells(self, row: int) -> tuple[str, ...]:
        """Write a row."""
        each = self.some[row]
        amount = money(each.amount, self._locale)
        if each.varies:
            amount = translate("Recurring", "about {amount}").format(amount=amount)
        return (
            self.states[row].word,
            each.name,
            amount,
            cadence_name(each.cadence),
            calendar_day(each.next_on, self._locale) if not each.ended else "",
            each.account_name,
            number(each.times, self._locale),
        )

    def query(self, row: int) -> str:
        """Lists its rows."""
        return self.some[row].query


class RecurringModel(FiguresModel):
    """Draws the state's icon in its colour before the word; what has ended is quiet."""

    def __init__(self, icons: Icons, ratio: Callable[[], float]) -> None:
        super().__init__()
        self._icons, self._ratio = icons, ratio

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Write a cell."""
        behind = self.behind
        if not isinstance(behind, RecurringBehind) or not index.isValid():
            return None
        if role not in {Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ForegroundRole}:
            return super().data(index, role)
        status = behind.states[index.row()]
        table = self.parent()
        assert isinstance(table, FiguresTable)
        colours = colours_of(table.palette())
        first = index.column() == 0
        if role == Qt.ItemDataRole.ForegroundRole and (first or status.tone is Tone.QUIET):
            return QColor(tone_colour(colours, status.tone))
        if role == Qt.ItemDataRole.DecorationRole and first:
            return self._icons.pixmap(status.icon, tone_colour(colours, status.tone), _ICON, self._ratio())
        return None


class RecurringPanel(QFrame):
    """A card with the table of what comes again; Return or a double click lists the rows behind one."""

    chosen = Signal(str)
    """The search that lists them."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("Card")
        title = part_title(Part.RECURRING)
        self.setAccessibleName(title)
        self.title = ElidedLabel(title)
        self.title.setFont(font_of(self, 1.2, strong=True))
        self.summary = QLabel(wordWrap=True)
        self.summary.setProperty("tone", Tone.QUIET.value)
        self.note = QLabel(translate("Recurring", "Adding up"), wordWrap=True)
        self.note.setProperty("tone", Tone.QUIET.value)
        self.note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note.setMinimumHeight(_NOTE)
        self.table = FiguresTable(
            title, RecurringModel(icons, self.devicePixelRatioF), icon=_ICON, most=_MOST
        )
        self.table.chosen.connect(self.chosen)
        self.table.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING + 2, _PADDING - 2, _PADDING + 2, _PADDING)
        layout.setSpacing(GRID)
        for widget in (self.title, self.summary, self.note, self.table):
            layout.addWidget(widget)
        self.summary.hide()

    def show_recurring(self, some: tuple[Recurring, ...], today: date, locale: QLocale) -> None:
        """Show them in place."""
        self.note.setText(
            translate("Recurring", "Nothing that comes again was found. It takes three times to be noticed.")
        )
        self.note.setVisible(not some)
        self.table.setVisible(bool(some))
        self.summary.setVisible(bool(some))
        self.summary.setText(summary_of(some, today, locale))
        self.table.show_behind(RecurringBehind(some, today, locale))


def summary_of(some: tuple[Recurring, ...], today: date, locale: QLocale) -> str:
    """Count them: those that go on, those that are late, those that ended."""
    ended = sum(each.ended for each in some)
    late = sum(each.next_on < today and not each.ended for each in some)
    going = len(some) - ended
    text = translate("Recurring", "1 payment comes again and again.")
    if going != 1:
        text = translate("Recurring", "{n} payments come again and again.", None, going)
    parts = [text.format(n=number(going, locale))]
    if late:
        text = translate("Recurring", "1 is late.")
        if late != 1:
            text = translate("Recurring", "{n} are late.", None, late)
        parts.append(text.format(n=number(late, locale)))
    if ended:
        text = translate("Recurring", "1 has ended.")
        if ended != 1:
            text = translate("Recurring", "{n} have ended.", None, ended)
        parts.append(text.format(n=number(ended, locale)))
    return " ".join(parts).replace(NO_BREAK, " ")
