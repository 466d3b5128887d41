"""The ways out where the place for secrets takes none: try again, this session only, or a file with a passphrase."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from budgetsync.domain.errors import Trouble, VaultLocked
from budgetsync.ui.connect.sheet import caption, paragraph
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
SHORTEST = 8
"""Letters of a passphrase; the file can be tried by whoever has a copy of it."""


class VaultWays(QFrame):
    """Says what is wrong with the place for secrets, and offers each way out in place."""

    again = Signal()
    session_only = Signal()
    passphrase_chosen = Signal(str)
    shown = Signal()
    """Something was said."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._tried_file = False
        self.trouble = TroublePanel(icons, translate("Vault", "The place for secrets"))
        self.again_button = button(
            translate("Vault", "Try again"), translate("Vault", "Try the keyring again"), "primary"
        )
        self.again_button.clicked.connect(self._try_again)
        self.session_button = button(
            translate("Vault", "Keep for this session only"),
            translate("Vault", "Keep the secrets for this session only"),
        )
        self.session_button.clicked.connect(lambda *_: self.session_only.emit())
        self.first, self.second = PassphraseField(), PassphraseField()
        self.first.setAccessibleName(translate("Vault", "Passphrase"))
        self.second.setAccessibleName(translate("Vault", "The same passphrase again"))
        self.file_button = button(
            translate("Vault", "Keep in a sealed file"),
            translate("Vault", "Keep the secrets in a file that is sealed with the passphrase"),
        )
        self.file_button.clicked.connect(self._choose)
        self.complaint = paragraph("", Tone.WARNING)
        self.complaint.hide()
        for field in (self.first, self.second):
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self._choose)
        self._arrange()
        self._typed()

    def show_trouble(self, trouble: Trouble) -> None:
        """Say what is wrong now."""
        self.trouble.show_trouble(replace(trouble, action=self._advice(trouble)))
        self.shown.emit()

    def _advice(self, trouble: Trouble) -> str:
        """Say what to do here: the errors' own words are for those who have no window."""
        if trouble.code != VaultLocked.__name__:
            return translate("Vault", "Choose one of the ways below.")
        if self._tried_file:
            return translate(
                "Vault", "Type the passphrase that the file was made with, or choose another way."
            )
        return translate("Vault", "Unlock your system's keyring and try again, or choose another way below.")

    def _arrange(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(GRID)
        ways.addWidget(self.again_button)
        ways.addWidget(self.session_button)
        ways.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(GRID)
        form.setVerticalSpacing(GRID)
        form.addRow(translate("Vault", "&Passphrase"), self.first)
        form.addRow(translate("Vault", "&Again"), self.second)
        last = QHBoxLayout()
        last.addWidget(self.file_button)
        last.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.trouble)
        layout.addLayout(ways)
        layout.addWidget(
            paragraph(
                translate("Vault", "For this session only means: they are asked for at the next start."),
                Tone.QUIET,
            )
        )
        layout.addSpacing(GRID // 2)
        layout.addWidget(caption(translate("Vault", "Or a file that is sealed with a passphrase")))
        layout.addWidget(
            paragraph(
                translate(
                    "Vault",
                    "Each start asks for the passphrase. Nobody can find it out for you: without it, your banks "
                    "are connected anew.",
                ),
                Tone.QUIET,
            )
        )
        layout.addLayout(form)
        layout.addWidget(self.complaint)
        layout.addLayout(last)

    def _try_again(self) -> None:
        self._tried_file = False
        self.again.emit()

    def _typed(self) -> None:
        self.complaint.hide()
        self.file_button.setEnabled(bool(self.first.text() and self.second.text()))

    def _choose(self) -> None:
        if len(self.first.text()) < SHORTEST:
            text = translate("Vault", "A passphrase has {n} letters or more.", None, SHORTEST)
            self._complain(text.format(n=SHORTEST))
        elif self.first.text() != self.second.text():
            self._complain(translate("Vault", "The two are not the same."))
        else:
            self._tried_file = True
            self.passphrase_chosen.emit(self.first.text())

    def _complain(self, text: str) -> None:
        self.complaint.setText(text)
        self.complaint.show()


class PassphraseField(QLineEdit):
    """A field whose letters are not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
