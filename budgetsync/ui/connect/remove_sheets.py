"""What is said and asked before a connection is removed, and what came of it."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from budgetsync.core_links import Removal
from budgetsync.domain.errors import Trouble
from budgetsync.domain.overview import ItemOverview
from budgetsync.ui.connect.sheet import Sheet, caption, paragraph
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.progress import SyncProgressBar
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class RemoveSheet(Sheet):
    """Keep the history or delete it; deleting wants the bank's name typed.

    Args:
        icons: The drawings.
        connection: What is to be removed.
    """

    chosen = Signal(bool)
    """Whether the history is kept."""

    def __init__(self, icons: Icons, connection: ItemOverview, locale: QLocale) -> None:
        bank = self._bank = connection.item.institution.name
        rows = sum(account.transactions for account in connection.accounts)
        title = translate("Remove", "Remove the connection to {bank}").format(bank=bank)
        text = translate(
            "Remove",
            "BudgetSync no longer fetches from this bank. The key is deleted at the provider and on this computer.",
        )
        super().__init__(icons, title, text, icon="disconnected", tone=Tone.WARNING)
        figure = number(rows, locale)
        self.keep = QRadioButton(translate("Remove", "&Keep the history"))
        self.keep.setAccessibleName(translate("Remove", "Keep the history of {bank}").format(bank=bank))
        self.delete = QRadioButton(translate("Remove", "&Delete the history"))
        self.delete.setAccessibleName(translate("Remove", "Delete the history of {bank}").format(bank=bank))
        group = QButtonGroup(self)
        kept = translate("Remove", "Its {n} transactions stay, with all that you changed.", None, rows)
        gone = translate(
            "Remove",
            "Its accounts and their {n} transactions go for good, with your categories, notes and tags on them. This "
            "cannot be undone. A backup is made first; delete that too where nothing is to be left.",
            None,
            rows,
        )
        for choice, consequence in ((self.keep, kept), (self.delete, gone)):
            group.addButton(choice)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeading)
            words = paragraph(consequence.format(n=figure), Tone.QUIET)
            column.addLayout(_indented(words))
            choice.setAccessibleDescription(consequence.format(n=figure))
            self.add(column)
        self.keep.setChecked(True)
        self._add_confirmation(bank)
        self.go_button = self.add_button(button("", "", "primary"), self._choose)
        self.add_leave(translate("Remove", "Cancel"), translate("Remove", "Remove nothing"))
        self.begin_with(self.keep)
        self.keep.toggled.connect(self._show)
        self.name.textChanged.connect(self._show)
        self._show()

    def _add_confirmation(self, bank: str) -> None:
        self.name = QLineEdit()
        self.name.setAccessibleName(translate("Remove", "Type {bank} to confirm").format(bank=bank))
        self.name.returnPressed.connect(self._choose)
        label = QLabel(
            translate("Remove", "Type the &name of the bank to confirm: {bank}").format(
                bank=bank.replace("&", "&&")
            )
        )
        label.setWordWrap(True)
        label.setBuddy(self.name)
        self.confirmation = QWidget()
        column = QVBoxLayout(self.confirmation)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(label)
        column.addWidget(self.name)
        self.add(_indented(self.confirmation))

    def _show(self) -> None:
        keeps = self.keep.isChecked()
        self.confirmation.setVisible(not keeps)
        if keeps:
            text = translate("Remove", "Remove the connection")
            name = translate("Remove", "Remove the connection to {bank} and keep its history")
        else:
            text = translate("Remove", "Remove and delete")
            name = translate("Remove", "Remove the connection to {bank} and delete its history")
        self.go_button.setText(text)
        self.go_button.setAccessibleName(name.format(bank=self._bank))
        self.go_button.setEnabled(keeps or self._is_confirmed())

    def _is_confirmed(self) -> bool:
        return " ".join(self.name.text().split()).casefold() == " ".join(self._bank.split()).casefold()

    def _choose(self) -> None:
        if self.go_button.isEnabled():
            self.chosen.emit(self.keep.isChecked())


def _indented(part: QWidget) -> QHBoxLayout:
    """Set something in, on the side where lines begin."""
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addSpacing(3 * GRID)
    row.addWidget(part, 1)
    return row


class RemovingSheet(Sheet):
    """While it is being removed, which is not broken off halfway."""

    waits = True

    def __init__(self, icons: Icons, bank: str, *, keeps: bool) -> None:
        title = translate("Remove", "Removing the connection to {bank}").format(bank=bank)
        super().__init__(icons, title, icon="disconnected")
        bar = SyncProgressBar()
        bar.setAccessibleName(title)
        self.add(bar)
        if keeps:
            text = translate("Remove", "The key is being deleted at the provider and here.")
        else:
            text = translate("Remove", "A backup is made first, then the history is deleted.")
        self.add(paragraph(text))


class RemovedSheet(Sheet):
    """What came of it."""

    def __init__(
        self, icons: Icons, connection: ItemOverview, removal: Removal, locale: QLocale, *, kept: bool
    ) -> None:
        bank = connection.item.institution.name
        title = translate("Remove", "{bank} is disconnected").format(bank=bank)
        good = removal.at_provider
        super().__init__(
            icons, title, icon="ok" if good else "attention", tone=Tone.OK if good else Tone.WARNING
        )
        if good:
            text = translate("Remove", "Its key is worth nothing any more, at the provider and here.")
        else:
            text = translate(
                "Remove",
                "The provider could not be told, so the connection may still be there. Remove it in your account at "
                "the provider too.",
            )
        self.add(paragraph(text))
        if kept:
            rows = sum(account.transactions for account in connection.accounts)
            stays = translate(
                "Remove", "Its {n} transactions stay. You can connect the bank again at any time.", None, rows
            )
            self.add(paragraph(stays.format(n=number(rows, locale))))
        else:
            self._add_deleted(connection, removal, locale)
        self.add_button(
            button(
                translate("Remove", "Done"),
                translate("Remove", "Done: {title}").format(title=title),
                "primary",
            ),
            self.left.emit,
        )

    def _add_deleted(self, connection: ItemOverview, removal: Removal, locale: QLocale) -> None:
        gone, all_of_them = len(removal.deleted), len(connection.accounts)
        text = translate(
            "Remove", "{n} of {total} accounts were deleted with all their transactions.", None, gone
        )
        self.add(paragraph(text.format(n=number(gone, locale), total=number(all_of_them, locale))))
        if gone < all_of_them:
            self.add(
                paragraph(
                    translate("Remove", "The others are shown by another connection, too, and stay."),
                    Tone.QUIET,
                )
            )
        self.add(caption(translate("Remove", "Backups still have them")))
        name = translate("Remove", "{backup} and older ones, until you delete those.").format(
            backup=removal.backup
        )
        self.add(paragraph(name, Tone.QUIET))


class NotRemovedSheet(Sheet):
    """The provider could not be told; nothing was changed so far."""

    again = Signal()
    forced = Signal()

    def __init__(self, icons: Icons, bank: str, trouble: Trouble, *, can_force: bool) -> None:
        title = translate("Remove", "{bank} was not removed").format(bank=bank)
        super().__init__(icons, title, icon="attention", tone=Tone.WARNING)
        panel = TroublePanel(icons, title)
        panel.show_trouble(trouble)
        self.add(panel)
        if can_force:
            self.add(
                paragraph(
                    translate(
                        "Remove",
                        "Nothing was changed so far. Removed here all the same, the connection may go on at the "
                        "provider until you remove it in your account there.",
                    ),
                    Tone.QUIET,
                )
            )
        self.again_button = self.add_button(
            button(
                translate("Remove", "Try again"),
                translate("Remove", "Try again to remove {bank}").format(bank=bank),
                "primary",
            ),
            self.again.emit,
        )
        if can_force:
            self.force_button = self.add_button(
                button(
                    translate("Remove", "Remove here all the same"),
                    translate("Remove", "Remove {bank} here all the same").format(bank=bank),
                ),
                self.forced.emit,
            )
        self.add_leave(
            translate("Remove", "Cancel"), translate("Remove", "Leave {bank} connected").format(bank=bank)
        )
