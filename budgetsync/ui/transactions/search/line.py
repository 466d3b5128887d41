"""The search line: typed, completed, chosen; its text is the one truth, chips and filters are read from it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.query import Flag, Flagged, Query
from budgetsync.domain.query.completion import Completion, Offer, OfferKind, complete
from budgetsync.domain.query.rewriting import Group, exchange, group_of, without
from budgetsync.domain.query.vocabulary import Vocabulary
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.colours import colours_of
from budgetsync.ui.flow import FlowLayout
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.problems.pace import PacedRefresher
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.search.chips import Chip
from budgetsync.ui.transactions.search.field import SearchField
from budgetsync.ui.transactions.search.filters import Filters
from budgetsync.ui.transactions.search.news import NewsWatch
from budgetsync.ui.transactions.search.offers import Line, OffersList
from budgetsync.ui.transactions.search.recents import Recents
from budgetsync.ui.transactions.search.term_words import describe_offer, say_term, spoken_words
from budgetsync.ui.widgets import button, order_tabs

translate = QCoreApplication.translate
_PAUSE_MS = 30
"""Between a letter and its search: letters that come faster are one search."""
_HINT_MS = 900
"""What is being typed is given so long to become something before it is called wrong."""
_MOST_NEW = 1_000
_MOST_CHIPS = 24
"""Terms that are shown below the text; whoever pastes more has them in the text."""
_ICON = 16
_DRESS = frozenset({QEvent.Type.PaletteChange, QEvent.Type.StyleChange})


class SearchLine(QWidget):
    """Searches as one types. Escape clears, then leaves; the arrow down goes on to the rows."""

    searched = Signal(str)
    """Rows of this are to be shown."""
    leave_requested = Signal()
    """The keyboard is to go on to the rows."""
    shown = Signal()
    """The names of the ledger were loaded, or what was typed was given up waiting for."""

    def __init__(
        self, core: Core, bridge: Bridge, icons: Icons, reading: Reading, recents: Recents, news: NewsWatch
    ) -> None:
        super().__init__()
        self._core, self._icons, self._reading = core, icons, reading
        self._recents, self._news = recents, news
        self._vocabulary = Vocabulary()
        self._query, self._said, self._narrowed = Query(), "", 0
        self.field = SearchField(icons)
        self.field.takes = self._take_key
        self.filter_button = button(translate("Search", "Filters"), translate("Search", "Filters"))
        self.new_chip = Chip("", is_switch=True)
        self.hint = QLabel()
        self.hint.setProperty("tone", Tone.WARNING.value)
        self.hint.setWordWrap(True)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.hide()
        self.filters = Filters(self, icons, reading)
        self.offers = OffersList(self.field)
        self._chip_row = QWidget()
        self._chips = FlowLayout()
        self._chip_row.setLayout(self._chips)
        self._chips.addWidget(self.new_chip)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._patience = QTimer(self, singleShot=True, interval=_HINT_MS)
        self._patience.timeout.connect(self._show_hints)
        self._names = PacedRefresher(bridge, self._load_names, self)
        self._arrange()
        self._connect(bridge)
        self._show_new()

    @property
    def text(self) -> str:
        """The search as it stands."""
        return self.field.text().strip()

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that are offered."""
        return self._vocabulary

    def show_query(self, text: str) -> None:
        """Show a search that comes from elsewhere; whoever shows it lists its rows."""
        if text != self.text:
            self._pause.stop()
            self._said = text
            self.field.setText(text)
            self._pause.stop()
            self._show_hints()

    def focus_field(self) -> None:
        """Give it the keyboard, with all of the text selected so that typing begins anew."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Take over other colours at once."""
        super().changeEvent(event)
        if event.type() in _DRESS:
            self._dress()

    @property
    def chips(self) -> list[Chip]:
        """What can be taken out of the search, in the order of its text."""
        widgets = (self._chips.itemAt(at) for at in range(self._chips.count()))
        found = [item.widget() for item in widgets if item is not None]
        return [chip for chip in found if isinstance(chip, Chip) and chip is not self.new_chip]

    @property
    def tab_stops(self) -> tuple[QWidget, ...]:
        """The controls in the order in which they are read."""
        return (self.field, self.filter_button, self.new_chip, *self.chips)

    def _typed(self) -> None:
        self._read()
        self._pause.start()
        self._patience.start()
        self.field.underline([hint for hint in self._query.hints if not self._is_at(hint.start, hint.end)])
        if not self._query.hints:
            self.hint.hide()

    def _read(self) -> None:
        self._query = self._core.read_query(self.field.text())
        self._show_chips()
        if self.filters.isVisible():
            self.filters.show_query(self.field.text(), self._query, self._vocabulary)

    def _edited(self) -> None:
        """Offer what can be typed; only where a person types."""
        done = complete(self.field.text(), self.field.cursorPosition(), self._vocabulary, spoken_words())
        text = self.field.text()
        self.offers.offer(
            [
                self._line_of(text, done, offer)
                for offer in done.offers
                if offer.text != text[done.start : done.end]
            ]
        )

    def _line_of(self, text: str, done: Completion, offer: Offer) -> Line:
        begin, typed, end = text[: done.start], text[done.start : done.end], text[done.end :]
        new = offer.text if offer.kind is OfferKind.FILTER or end else f"{offer.text} "
        goes_on = offer.text.strip('"').casefold().startswith(typed.strip('"').casefold())
        return Line(offer.name, describe_offer(offer), begin + new + end, len(begin + new), goes_on)

    def _offer_recents(self) -> bool:
        earlier = translate("Search", "Earlier search")
        texts = [text for text in self._recents.texts if text != self.text]
        self.offers.offer([Line(text, earlier, text, len(text)) for text in texts])
        return bool(texts)

    def _take(self, line: object) -> None:
        assert isinstance(line, Line)
        self.field.rewrite(line.text, line.cursor)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if line.text[: line.cursor].endswith(":"):
            self._edited()

    def _take_key(self, event: QKeyEvent) -> bool:
        if self.offers.take_key(event):
            return True
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            if self.field.text():
                self.field.rewrite("")
                self._search()
            else:
                self.leave_requested.emit()
            return True
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._recents.keep(self.text)
            self._search()
            self._show_hints()
            self.offers.hide()
            return True
        if key == Qt.Key.Key_Down:
            if self.text or not self._offer_recents():
                self.leave_requested.emit()
            return True
        if key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._edited()
            return True
        return False

    def _search(self) -> None:
        self._pause.stop()
        if self.text != self._said:
            self._said = self.text
            self.searched.emit(self.text)

    def _left(self) -> None:
        self.offers.hide()
        self._recents.keep(self.text)
        self._show_hints()

    def _is_at(self, begin: int, end: int) -> bool:
        return self.field.hasFocus() and begin <= self.field.cursorPosition() <= end

    def _show_hints(self) -> None:
        self._patience.stop()
        hints = self._query.hints
        self.field.underline(hints)
        text = self.field.text()
        said = translate(
            "Search", "\N{LEFT DOUBLE QUOTATION MARK}{part}\N{RIGHT DOUBLE QUOTATION MARK}: {hint}"
        )
        lines = [said.format(part=text[one.start : one.end], hint=engine_text(one.message)) for one in hints]
        self.hint.setText("\n".join(dict.fromkeys(lines)))
        self.field.setAccessibleDescription(self.hint.text())
        self.hint.setVisible(bool(lines))
        self.shown.emit()

    def _show_chips(self) -> None:
        numbers = [
            at
            for at, term in enumerate(self._query.terms)
            if group_of(term) is not Group.WORDS and term != Flagged(Flag.NEW)
        ]
        self._narrowed = len(numbers)
        numbers = numbers[:_MOST_CHIPS]
        words = [say_term(self._query.terms[at], self._vocabulary, self._reading) for at in numbers]
        chips = self.chips
        for chip in chips[len(words) :]:
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for place, (at, word) in enumerate(zip(numbers, words, strict=True)):
            if place < len(chips):
                chip = chips[place]
                chip.show_text(word)
            else:
                chip = Chip(word, self._chip_row)
                chip.clicked.connect(self._take_out)
                self._chips.addWidget(chip)
                chip.show()
            chip.setProperty("term", at)
        self._chips.invalidate()
        order_tabs(self.tab_stops)
        self._show_new()

    def _take_out(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)
        text, query = self.field.text(), self._query
        had_keyboard = chip.hasFocus()
        self.field.rewrite(without(text, query, int(chip.property("term"))))
        if had_keyboard:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_new(self) -> None:
        is_asked = Flagged(Flag.NEW) in self._query.terms
        count = self._news.count
        locale = self._reading.locale
        if count >= _MOST_NEW:
            text = translate("Search", "More than {n} new").format(n=number(_MOST_NEW - 1, locale))
        elif count == 1:
            text = translate("Search", "1 new since you last looked")
        elif count:
            text = translate("Search", "{n} new since you last looked", None, count)
            text = text.format(n=number(count, locale))
        else:
            text = translate("Search", "New since you last looked")
        self.new_chip.show_text(text)
        self.new_chip.setChecked(is_asked)
        self.new_chip.setVisible(bool(count) or is_asked)
        narrowed = self._narrowed + is_asked
        self._chip_row.setVisible(bool(narrowed or count))
        word = translate("Search", "Filters")
        self.filter_button.setText(f"{word} ({number(narrowed, locale)})" if narrowed else word)

    def _toggle_new(self) -> None:
        if self.new_chip.isChecked() is (Flagged(Flag.NEW) in self._query.terms):
            return  # it follows what is searched for
        new = [Flagged(Flag.NEW)] if self.new_chip.isChecked() else []
        marks = {Flagged(Flag.NEW), Flagged(Flag.NEW, negated=True)}
        self.field.rewrite(exchange(self.field.text(), self._query, lambda term: term in marks, new))

    def _open_filters(self) -> None:
        self.offers.hide()
        self._names.refresh()
        self.filters.show_query(self.field.text(), self._query, self._vocabulary)
        self.filters.open_below(self.filter_button)

    async def _load_names(self) -> None:
        known = await self._core.vocabulary()
        if known is not self._vocabulary:
            self._vocabulary = known
            self._read()
        self.shown.emit()

    def _dress(self) -> None:
        colour, ratio = colours_of(self.palette()).text, self.devicePixelRatioF()
        self.filter_button.setIcon(QIcon(self._icons.pixmap("filter", colour, _ICON, ratio)))

    def _connect(self, bridge: Bridge) -> None:
        self.field.textChanged.connect(lambda _text: self._typed())
        self.field.typed.connect(self._edited)
        self.field.left.connect(self._left)
        self.offers.taken.connect(self._take)
        self.filter_button.clicked.connect(self._open_filters)
        self.filters.changed.connect(self.field.rewrite)
        self.new_chip.toggled.connect(lambda _on: self._toggle_new())
        self._news.count_changed.connect(lambda _count: self._show_new())
        bridge.ledger_changed.connect(self._note_names)

    def _note_names(self) -> None:
        if self.isVisible():
            self._names.note()

    def showEvent(self, event: QShowEvent) -> None:
        """Load the names of the ledger, which may have changed meanwhile."""
        super().showEvent(event)
        self._names.refresh()

    def _arrange(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self.field, 1)
        first.addWidget(self.filter_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID + 4, GRID + 4, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(first)
        layout.addWidget(self._chip_row)
        layout.addWidget(self.hint)
        self._dress()
