"""A bank by SimpleFIN: a setup token is pasted, and claimed once."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit

from budgetsync.domain.errors import BudgetSyncError, Trouble
from budgetsync.domain.ids import ItemId
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.connect.sheet import Sheet, paragraph
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.trouble_panel import TroublePanel
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class SimpleFinSheet(Sheet):
    """Asks for a setup token. What goes wrong is said here, and nothing is tried again by itself.

    Args:
        icons: The drawings.
        claim: Claims a token, and gives the connection.
        bank: The connection that the token repairs; "" for a new one.
        reason: Why it has to be repaired, in words.
    """

    connected = Signal(object)
    """The ItemId of the connection."""
    trouble_shown = Signal()

    def __init__(
        self,
        icons: Icons,
        bridge: Bridge,
        claim: Callable[[str], Awaitable[ItemId]],
        *,
        bank: str = "",
        reason: str = "",
    ) -> None:
        title = (
            translate("Connect", "Repair {bank}").format(bank=bank)
            if bank
            else translate("Connect", "Connect by SimpleFIN")
        )
        text = translate(
            "Connect",
            "Make a setup token at your SimpleFIN server and paste it here. It works once; the key that it gives goes "
            "to your keyring. The server is asked three times a day.",
        )
        super().__init__(icons, title, reason or text, icon="key", tone=Tone.WARNING if bank else Tone.BUSY)
        if reason:
            self.add(paragraph(text))
        self._bridge, self._claim = bridge, claim
        self.token = QLineEdit()
        self.token.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.setAccessibleName(translate("Connect", "Setup token"))
        label = QLabel(translate("Connect", "Setup &token"))
        label.setBuddy(self.token)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(label, self.token)
        self.add(form)
        self._busy = paragraph(translate("Connect", "Asking the server."), Tone.QUIET)
        self._busy.hide()
        self.add(self._busy)
        self.trouble = TroublePanel(icons, title)
        self.trouble.hide()
        self.add(self.trouble)
        self.go_button = self.add_button(
            button(translate("Connect", "Connect"), translate("Connect", "Claim the setup token"), "primary"),
            self._go,
        )
        self.add_leave(translate("Connect", "Cancel"), translate("Connect", "Do not connect a bank"))
        self.begin_with(self.token)
        self.token.textChanged.connect(self._changed)
        self.token.returnPressed.connect(self._go)
        self._changed()

    def _changed(self) -> None:
        self.trouble.hide()
        self.go_button.setEnabled(bool(self.token.text().strip()))

    def _go(self) -> None:
        if not self.go_button.isEnabled():
            return
        self._rest(busy=True)
        self._bridge.spawn(self._try(self.token.text()), on_error=self._failed, finish=True)

    def _rest(self, *, busy: bool) -> None:
        self.waits = busy
        self.token.setEnabled(not busy)
        self.go_button.setEnabled(not busy)
        self._busy.setVisible(busy)
        if busy:
            self.trouble.hide()

    async def _try(self, token: str) -> None:
        try:
            made = await self._claim(token)
        except BudgetSyncError as error:
            self._failed(error.trouble)
            return
        self._rest(busy=False)
        self.connected.emit(made)

    def _failed(self, trouble: Trouble) -> None:
        self._rest(busy=False)
        self.trouble.show_trouble(trouble)
        self.trouble.show()
        self.token.setFocus()
        self.trouble_shown.emit()
