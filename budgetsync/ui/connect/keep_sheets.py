"""Where the keyring takes nothing: the ways out in place; and the passphrase of a sealed file that is there."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout

from budgetsync.domain.errors import Trouble, VaultLocked
from budgetsync.ui.connect.sheet import Sheet
from budgetsync.ui.connect.vault_ways import PassphraseField, VaultWays
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class KeepSheet(Sheet):
    """The keyring did not take the keys."""

    chosen = Signal(str, str)
    """Where they are kept instead (keyring, memory or file), and a passphrase."""

    def __init__(self, icons: Icons, trouble: Trouble) -> None:
        text = translate("Welcome", "Nothing was saved so far. Choose where your keys are kept.")
        super().__init__(
            icons, translate("Welcome", "The keys cannot be kept"), text, icon="key", tone=Tone.WARNING
        )
        self.ways = VaultWays(icons)
        self.ways.show_trouble(trouble)
        self.ways.again.connect(lambda: self.chosen.emit("keyring", ""))
        self.ways.session_only.connect(lambda: self.chosen.emit("memory", ""))
        self.ways.passphrase_chosen.connect(lambda word: self.chosen.emit("file", word))
        self.add(self.ways)
        self.add_leave(translate("Welcome", "Back"), translate("Welcome", "Back to the keys"))
        self.begin_with(self.ways.again_button)


class UnlockSheet(Sheet):
    """The passphrase of the sealed file, which each start asks for."""

    chosen = Signal(str)
    others_requested = Signal()
    refused = Signal()
    """It did not open."""

    def __init__(self, icons: Icons) -> None:
        text = translate(
            "Welcome", "Your keys are in a file that is sealed with the passphrase that you chose."
        )
        super().__init__(icons, translate("Welcome", "Type your passphrase"), text, icon="key")
        self.passphrase = PassphraseField()
        self.passphrase.setAccessibleName(translate("Welcome", "Passphrase"))
        self.passphrase.textChanged.connect(self._changed)
        self.passphrase.returnPressed.connect(self._choose)
        form = QFormLayout()
        form.setHorizontalSpacing(GRID)
        form.addRow(translate("Welcome", "&Passphrase"), self.passphrase)
        self.trouble = TroublePanel(icons, translate("Welcome", "The sealed file"))
        self.add(form)
        self.add(self.trouble)
        self.open_button = self.add_button(
            button(translate("Welcome", "&Open"), translate("Welcome", "Open the sealed file"), "primary"),
            self._choose,
        )
        self.others_button = self.add_button(
            button(
                translate("Welcome", "Something &else"),
                translate("Welcome", "Choose something else to be opened"),
                "quiet",
            ),
            self.others_requested.emit,
        )
        self.begin_with(self.passphrase)
        self._changed()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say why it does not open; the passphrase is typed anew."""
        self.passphrase.setEnabled(True)
        self.passphrase.clear()
        if trouble.code == VaultLocked.__name__:
            trouble = replace(trouble, action=translate("Welcome", "Type it again, as you chose it."))
        self.trouble.show_trouble(trouble)
        self.trouble.show()
        self.passphrase.setFocus()
        self.refused.emit()

    def _changed(self) -> None:
        self.trouble.hide()
        self.open_button.setEnabled(bool(self.passphrase.text()))

    def _choose(self) -> None:
        if self.open_button.isEnabled():
            self.open_button.setEnabled(False)
            self.passphrase.setEnabled(False)
            self.chosen.emit(self.passphrase.text())
