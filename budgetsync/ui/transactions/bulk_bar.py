"""What several selected rows can be told at once: a bar at the foot of the table, one field at a time in it."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QWidget

from budgetsync.core import Core
from budgetsync.core_ledger import Follow
from budgetsync.domain.edits import Done, Edit
from budgetsync.domain.ids import TransactionId
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.transactions.bulk_fields import BulkField, names_for, read_edit, words_of
from budgetsync.ui.transactions.edit_desk import EditDesk
from budgetsync.ui.transactions.reading import Reading
from budgetsync.ui.transactions.selection import NOTHING, Selection
from budgetsync.ui.undo import UndoStack
from budgetsync.ui.widgets import ElidedLabel, Fit, Glyph, button

translate = QCoreApplication.translate
_PAINTED: Final = 1_000
"""Up to so many rows are painted before the ledger has them."""
_ROWS_A_SECOND: Final = 5_000
_LONG: Final = 20_000
_COUNT_NEEDS: Final = 22
"""Letters of width beside the buttons of the commonest fields: how many are selected, and what is between."""
_OWN_BUTTONS = (BulkField.CATEGORY, BulkField.PAYEE, BulkField.NOTE, BulkField.ADD_TAGS)
_PAIR: Final = 2
_OFFERS: Final = 10


class BulkBar(QFrame):
    """Hidden until several rows are selected.

    Args:
        selected_ids: Gives all selected rows where the selection does not name them.

    Attributes:
        actions_menu: Everything that can be done to what is selected, by the keyboard's menus too.
    """

    finished = Signal()
    """The keyboard is to go back to the table."""
    copy_requested = Signal()
    export_requested = Signal()

    def __init__(
        self,
        core: Core,
        bridge: Bridge,
        undo: UndoStack,
        desk: EditDesk,
        icons: Icons,
        reading: Reading,
        selected_ids: Callable[[], Awaitable[Sequence[TransactionId]]],
    ) -> None:
        super().__init__()
        self._core, self._bridge, self._undo, self._desk, self._reading = core, bridge, undo, desk, reading
        self._selected_ids = selected_ids
        self._selection = NOTHING
        self._field: BulkField | None = None
        self.setObjectName("Bulk")
        self.setAccessibleName(translate("Bulk", "Selected transactions"))
        self._count = ElidedLabel(fit=Fit.RIGID)
        self.actions_menu = QMenu(translate("Bulk", "&Selected transactions"), self)
        self.fields = {
            field: self._add(words_of(field).menu, partial(self.begin, field)) for field in BulkField
        }
        self.actions_menu.addSeparator()
        self._add(translate("Bulk", "&Hide from sums"), partial(self._apply, Edit(hidden=True)))
        self._add(translate("Bulk", "&Show in sums"), partial(self._apply, Edit(hidden=False)))
        self._add(translate("Bulk", "Mark as re&viewed"), partial(self._apply, Edit(reviewed=True)))
        self._add(translate("Bulk", "Mark as not revie&wed"), partial(self._apply, Edit(reviewed=False)))
        self.actions_menu.addSeparator()
        self.merge = self._add(translate("Bulk", "&Merge into one"), self._merge)
        self.pair = self._add(translate("Bulk", "Pair as trans&fer"), self._pair)
        self.actions_menu.addSeparator()
        self.copy = self._add(translate("Bulk", "Copy as te&xt"), self.copy_requested.emit)
        self.export = self._add(translate("Bulk", "&Export..."), self.export_requested.emit)
        self._arrange(icons)
        self.show_selection(NOTHING)

    @property
    def hint(self) -> str:
        """What it says beside what is being typed."""
        return self._hint.text()

    def show_selection(self, selection: Selection) -> None:
        """Follow what is selected; what is being typed stays, and is for whatever is selected at the end."""
        self._selection = selection
        count = selection.count
        self._count.show_text(_count_text(count, number(count, self._reading.locale)))
        for action in self.actions_menu.actions():
            action.setEnabled(count > 0)
        for action in (self.merge, self.pair):
            action.setEnabled(len(selection.ids) == _PAIR)
        if not count:
            self._end_typing()
        self._show_hint()
        self.setVisible(count > 1 or self._field is not None)

    def begin(self, field: BulkField) -> None:
        """Let a field be typed for all that is selected."""
        if not self._selection.count:
            return
        self._field = field
        words = words_of(field)
        self._name.show_text(words.name)
        self.line.clear()
        self.line.setPlaceholderText(words.hint)
        self.line.setAccessibleName(
            translate("Bulk", "{field} of the selected transactions").format(field=words.name)
        )
        self._show_hint()
        self._names.setStringList([])
        self._bridge.spawn(self._offer_names(field))
        self._sides.setCurrentIndex(1)
        self._show_count()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the typing, and then gives the keyboard back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self._end_typing()
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave buttons out where there is little room; the menu has them all."""
        super().resizeEvent(event)
        buttons = sum(each.sizeHint().width() + GRID for each in (*self._own_buttons, self.more_button))
        wide = event.size().width() >= buttons + _COUNT_NEEDS * self.fontMetrics().averageCharWidth()
        for each in self._own_buttons:
            each.setVisible(wide)
        self._is_wide = wide
        self._show_count()

    def _show_count(self) -> None:
        """Leave out how many there are where one types and there is little room."""
        is_seen = self._is_wide or self._field is None
        self._count.setVisible(is_seen)
        self._glyph.setVisible(is_seen)
        self._hint.setVisible(is_seen)

    def _add(self, text: str, call: Callable[[], object]) -> QAction:
        action = QAction(text, self.actions_menu)
        action.triggered.connect(lambda _checked=False: call())
        self.actions_menu.addAction(action)
        return action

    def _arrange(self, icons: Icons) -> None:
        choose, typed = QWidget(), QWidget()
        choose.setMinimumWidth(1)  # the buttons go before they are cut off
        self._own_buttons = []
        row = _row(choose)
        row.addStretch(1)
        for field in _OWN_BUTTONS:
            words = words_of(field)
            own = button(_plain(words.menu), _plain(words.menu), "quiet")
            own.clicked.connect(partial(self.begin, field))
            self._own_buttons.append(own)
            row.addWidget(own)
        self.more_button = button(
            translate("Bulk", "Change"), translate("Bulk", "Change the selected transactions")
        )
        self.more_button.setMenu(self.actions_menu)
        row.addWidget(self.more_button)
        self._name, self._hint = ElidedLabel(fit=Fit.RIGID), ElidedLabel(tone=Tone.QUIET)
        self.line = QLineEdit()
        self._names = QStringListModel(self)
        self.line.setCompleter(_completer(self._names))
        self.line.returnPressed.connect(self._set)
        self.line.textEdited.connect(lambda _text: self._show_hint())
        self.set_button = button(
            translate("Bulk", "Set"), translate("Bulk", "Set for all selected transactions"), "primary"
        )
        self.set_button.clicked.connect(self._set)
        cancel = button(translate("Bulk", "Cancel"), translate("Bulk", "Change nothing"), "quiet")
        cancel.clicked.connect(self._cancel)
        typing = _row(typed)
        typing.addWidget(self._name)
        typing.addWidget(self.line, 1)
        typing.addWidget(self._hint)
        typing.addWidget(self.set_button)
        typing.addWidget(cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 4, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID)
        self._glyph = Glyph(icons, "rows", Tone.BUSY)
        self._is_wide = True
        layout.addWidget(self._glyph)
        layout.addWidget(self._count)
        self._sides = QStackedLayout()
        layout.addLayout(self._sides, 1)  # first: what has no place yet would be a window for a moment
        self._sides.addWidget(choose)
        self._sides.addWidget(typed)

    async def _offer_names(self, field: BulkField) -> None:
        known = await self._core.vocabulary()
        if self._field is field:
            self._names.setStringList(list(names_for(field, known)))

    def _set(self) -> None:
        if self._field is None:
            return
        wanted = read_edit(self._field, self.line.text(), self._reading.today(), self._reading.locale)
        if wanted is None:
            self._hint.show_text(_refusal(self._field))
            self._hint.show()
            self._hint.show_tone(Tone.WARNING)
            return
        self._end_typing()
        self._apply(wanted)
        self.finished.emit()

    def _cancel(self) -> None:
        self._end_typing()
        self.finished.emit()

    def _end_typing(self) -> None:
        self._field = None
        self._sides.setCurrentIndex(0)
        self._show_count()
        self.setVisible(self._selection.count > 1)

    def _show_hint(self) -> None:
        """Say beforehand what takes long."""
        count = self._selection.count
        self._hint.show_tone(Tone.QUIET)
        if count <= _LONG:
            self._hint.show_text("")
            return
        minutes = max(1, round(count / _ROWS_A_SECOND / 60))
        text = translate("Bulk", "About {n} min; can be stopped and undone")
        self._hint.show_text(text.format(n=number(minutes, self._reading.locale)))

    def _apply(self, wanted: Edit) -> None:
        selection = self._selection
        if 0 < len(selection.ids) <= _PAINTED:
            self._desk.apply(selection.ids, wanted)
            return

        async def ids() -> Sequence[TransactionId]:
            return selection.ids or await self._selected_ids()

        self._undo.run_long(lambda follow: _edit(self._core, ids, wanted, follow))

    def _merge(self) -> None:
        if (rows := self._two()) is not None:
            kept, other = rows
            self._undo.run(lambda: self._core.merge(kept, other))

    def _pair(self) -> None:
        if (rows := self._two()) is not None:
            one, other = rows
            self._undo.run(lambda: self._core.pair_transfer(one, other))

    def _two(self) -> tuple[TransactionId, TransactionId] | None:
        """The two selected rows, the one that the keyboard is on first: it is the one that stays."""
        if len(self._selection.ids) != _PAIR:
            return None
        one, other = self._selection.ids
        current = self._selection.current
        return (other, one) if current is not None and current.id == other else (one, other)


async def _edit(
    core: Core, ids: Callable[[], Awaitable[Sequence[TransactionId]]], wanted: Edit, follow: Follow
) -> Done:
    return await core.edit_transactions(await ids(), wanted, follow)


def _completer(names: QStringListModel) -> QCompleter:
    completer = QCompleter(names, names)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setMaxVisibleItems(_OFFERS)
    return completer


def _row(side: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(side)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    return row


def _plain(menu_text: str) -> str:
    return menu_text.replace("&", "").removesuffix("...")


def _count_text(count: int, figure: str) -> str:
    if count == 1:
        return translate("Bulk", "1 selected")
    return translate("Bulk", "{n} selected", None, count).format(n=figure)


def _refusal(field: BulkField) -> str:
    if field is BulkField.DATE:
        return translate("Bulk", "This is no day: type it as 2026-01-31")
    return translate("Bulk", "A tag is missing here")
