"""A person's own keys: typed, tried at the provider, and only then kept."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
)

from budgetsync.domain.errors import BudgetSyncError, ProviderRejected, TransientError, Trouble
from budgetsync.domain.keys import Keys
from budgetsync.domain.profile import PRODUCTION, SANDBOX
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.hello_sheet import PathLabel
from budgetsync.ui.connect.setup import Setup
from budgetsync.ui.connect.sheet import Sheet, paragraph
from budgetsync.ui.connect.troubles import trouble_here
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import engine_text
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.tick import Tick
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import Glyph, button

translate = QCoreApplication.translate
WHERE_TO_GET_KEYS = "https://dashboard.plaid.com/developers/keys"


class KeysSheet(Sheet):
    """Client id, secret and environment. What is typed is tried before it is kept.

    Args:
        icons: The drawings.
        environment: Which one is chosen at first.
        reason: Why they are asked for again; "" at the first start.
    """

    accepted = Signal(str, object)
    """Environment and Keys that are to be kept."""
    where_requested = Signal()
    tried = Signal()
    """A try has ended."""

    def __init__(self, icons: Icons, setup: Setup, bridge: Bridge, environment: str, reason: str) -> None:
        text = translate(
            "Welcome",
            "You get them from Plaid. Those for its sandbox cost nothing and open test banks. They are kept in your "
            "keyring, and sent to Plaid only.",
        )
        super().__init__(icons, translate("Welcome", "Your own Plaid keys"), reason or text, icon="key")
        self._icons, self._setup, self._bridge = icons, setup, bridge
        self._is_accepted = False
        self.where_button = button(
            translate("Welcome", "&Where to get keys"),
            translate("Welcome", "Open the page of Plaid where you get keys"),
            "quiet",
        )
        self.where_button.clicked.connect(lambda *_: self.where_requested.emit())
        self.add_beside(self.where_button)
        self._add_form(environment)
        self._add_result()
        self.go_button = self.add_button(button("", "", "primary"), self._go)
        self.anyway_button = self.add_button(
            button(
                translate("Welcome", "&Save all the same"),
                translate("Welcome", "Save the keys although nobody could be asked about them"),
            ),
            self._accept,
        )
        self.add_leave(translate("Welcome", "Back"), translate("Welcome", "Back to the first page"))
        self.begin_with(self.client_id)
        self._changed()

    @property
    def environment(self) -> str:
        """Which environment is chosen."""
        return PRODUCTION if self.production.isChecked() else SANDBOX

    @property
    def keys(self) -> Keys:
        """What was typed, without what is pasted along with it."""
        return Keys(self.client_id.text().strip(), self.secret.text().strip())

    @property
    def said(self) -> str:
        """What a try came to, where it went well."""
        return self._good.text()

    def show_trouble(self, trouble: Trouble, *, anyway: bool = False) -> None:
        """Say what is wrong; what was typed stays.

        Args:
            anyway: Whether the keys can be kept without being tried.
        """
        self._rest(busy=False)
        self.trouble.show_trouble(trouble)
        self.trouble.show()
        self.anyway_button.setVisible(anyway)

    def _add_form(self, environment: str) -> None:
        self.client_id, self.secret = QLineEdit(), QLineEdit()
        self.client_id.setAccessibleName(translate("Welcome", "Client id"))
        self.secret.setAccessibleName(translate("Welcome", "Secret"))
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.shown = Tick(translate("Welcome", "S&how"))
        self.shown.setAccessibleName(translate("Welcome", "Show the letters of the secret"))
        self.shown.toggled.connect(self._show_secret)
        secret = QHBoxLayout()
        secret.setSpacing(GRID)
        secret.addWidget(self.secret, 1)
        secret.addWidget(self.shown)
        self.sandbox = QRadioButton(translate("Welcome", "San&dbox: test banks"))
        self.production = QRadioButton(translate("Welcome", "P&roduction: real banks"))
        group = QButtonGroup(self)
        environments = QVBoxLayout()
        environments.setSpacing(GRID // 2)
        for choice in (self.sandbox, self.production):
            group.addButton(choice)
            environments.addWidget(choice)
        (self.production if environment == PRODUCTION else self.sandbox).setChecked(True)
        self.place = PathLabel(translate("Welcome", "Their data are kept in {folder}"))
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(translate("Welcome", "Client &id"), self.client_id)
        secret_label = QLabel(translate("Welcome", "S&ecret"))
        secret_label.setBuddy(self.secret)
        form.addRow(secret_label, secret)
        form.addRow(translate("Welcome", "Keys for"), environments)
        self.add(form)
        self.add(self.place)
        for field in (self.client_id, self.secret):
            field.textChanged.connect(self._changed)
            field.returnPressed.connect(self._go)
        self.sandbox.toggled.connect(self._changed)

    def _add_result(self) -> None:
        self.trouble = TroublePanel(self._icons, translate("Welcome", "Your own Plaid keys"))
        self._good_icon = Glyph(self._icons, "ok", Tone.OK)
        self._good = paragraph("")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._good_icon)
        row.addWidget(self._good, 1)
        self.add(row)
        self.add(self.trouble)

    def _show_secret(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        self.secret.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _changed(self) -> None:
        """What was found out holds for what was typed then only."""
        self._is_accepted = False
        self.place.show_path(self._setup.folder(self.environment))
        self.trouble.hide()
        self.anyway_button.hide()
        self._say("")
        self._rest(busy=False)

    def _rest(self, *, busy: bool) -> None:
        """Let nothing be changed while it is tried."""
        for control in (self.client_id, self.secret, self.sandbox, self.production):
            control.setEnabled(not busy)
        if self._is_accepted:
            text, name = (
                translate("Welcome", "&Save and open"),
                translate("Welcome", "Save the keys and open"),
            )
        else:
            text, name = translate("Welcome", "&Check"), translate("Welcome", "Check the keys at Plaid")
        self.go_button.setText(text)
        self.go_button.setAccessibleName(name)
        self.go_button.setEnabled(bool(self.keys) and not busy)
        self.anyway_button.setEnabled(not busy)

    def _go(self) -> None:
        if not self.go_button.isEnabled():
            return
        if self._is_accepted:
            self._accept()
            return
        self.trouble.hide()
        self.anyway_button.hide()
        self._say(translate("Welcome", "Asking Plaid."), "waiting", Tone.BUSY)
        self._rest(busy=True)
        self._bridge.spawn(self._try(self.environment, self.keys), on_error=self._failed)

    async def _try(self, environment: str, keys: Keys) -> None:
        try:
            await self._setup.check(environment, keys)
        except ProviderRejected as error:
            self._say("")
            self.show_trouble(self._explain(error))
        except TransientError as error:
            self._say("")
            self.show_trouble(trouble_here(error), anyway=True)
        else:
            self._is_accepted = True
            self._say(translate("Welcome", "Plaid accepts these keys."))
            self._rest(busy=False)
        self.go_button.setFocus()
        self.tried.emit()

    def _failed(self, trouble: Trouble) -> None:
        self._say("")
        self.show_trouble(trouble)

    def _explain(self, error: BudgetSyncError) -> Trouble:
        if self.environment == PRODUCTION:
            action = translate(
                "Welcome", "Look at both again, and whether the secret is the one for production."
            )
        else:
            action = translate(
                "Welcome", "Look at both again, and whether the secret is the one for the sandbox."
            )
        return Trouble(error.code, translate("Welcome", "Not accepted"), engine_text(error.message), action)

    def _accept(self) -> None:
        self._rest(busy=True)
        self.accepted.emit(self.environment, self.keys)

    def _say(self, text: str, icon: str = "ok", tone: Tone = Tone.OK) -> None:
        self._good_icon.show_icon(icon, tone)
        self._good_icon.setVisible(bool(text))
        self._good.setText(text)
        self._good.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._good, text))
