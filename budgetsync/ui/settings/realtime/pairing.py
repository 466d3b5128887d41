"""Pairing this computer with a relay: anew, or with a mailbox that another computer has already."""

from PySide6.QtCore import QCoreApplication, QLocale, QSysInfo, Signal
from PySide6.QtWidgets import QLineEdit

from budgetsync.core import Core
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.realtime.fields import Answer, Copyable, Form
from budgetsync.ui.settings.rows import Row
from budgetsync.ui.settings.steps import LongStep
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import button, order_tabs

translate = QCoreApplication.translate
_EXAMPLE = "https://relay.example.org"


def host_name() -> str:
    """What this computer is called."""
    return QSysInfo.machineHostName()


class PairRow(Row):
    """Address, invite and a name for this computer."""

    paired = Signal()

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        explanation = translate(
            "RealTime", "You get address and invite from whoever runs the relay; it may be you."
        )
        super().__init__(icons, translate("RealTime", "Pair with a relay"), explanation)
        self._core = core
        form = Form()
        self.relay = form.add(translate("RealTime", "&Address"), QLineEdit())
        self.relay.setPlaceholderText(_EXAMPLE)
        self.invite = form.add(translate("RealTime", "&Invite"), QLineEdit())
        self.invite.setPlaceholderText(translate("RealTime", "if the relay wants one"))
        self.name = form.add(translate("RealTime", "&Name here"), QLineEdit(host_name()))
        self.name.setAccessibleName(translate("RealTime", "Name of this computer, for your other ones"))
        self.pair_button = button(
            translate("RealTime", "Pair"),
            translate("RealTime", "Pair this computer with the relay"),
            "primary",
        )
        form.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        self.add_below(form)
        self.add_control(self.pair_button)
        cancel = translate("RealTime", "Cancel pairing")
        self._pairing = LongStep(bridge, self, (self.pair_button,), cancel, locale)
        self.pair_button.clicked.connect(self._pair)
        for field in (self.relay, self.invite, self.name):
            field.returnPressed.connect(self._pair)
            field.textChanged.connect(self._allow)
        order_tabs((self.relay, self.invite, self.name, self.pair_button))
        self._allow()

    @property
    def address(self) -> str:
        """The relay's address as it is meant: a name alone is one for the secure web."""
        typed = self.relay.text().strip()
        return typed if "://" in typed or not typed else f"https://{typed}"

    def _allow(self) -> None:
        if not self._pairing.is_running:
            self.pair_button.setEnabled(bool(self.relay.text().strip()))

    def _pair(self) -> None:
        if self.pair_button.isEnabled():
            words = translate("RealTime", "The relay is asked for a mailbox")
            self._pairing.begin(words, self._carry_out(), self._allow)

    async def _carry_out(self) -> None:
        await self._core.pair_relay(self.address, self.invite.text().strip(), self.name.text().strip())
        self.invite.clear()  # it is used up
        self.feedback.say(translate("RealTime", "Paired. Plaid is told where news go from now on."))
        self.paired.emit()


class JoinRow(Row):
    """A code for the other computer, and one from it."""

    joined = Signal()

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale, pair: PairRow) -> None:
        explanation = translate(
            "RealTime",
            "Both then read the same mailbox. Type the relay's address above and show the code; it is typed at the "
            "other computer, which shows one for here.",
        )
        self.show_button = button(
            translate("RealTime", "Show the code"),
            translate("RealTime", "Show the code for a computer that is paired already"),
        )
        title = translate("RealTime", "Another computer of yours is paired already")
        super().__init__(icons, title, explanation, (self.show_button,))
        self._core, self._pair = core, pair
        self.request = Copyable(
            translate("RealTime", "The code for the other computer"),
            translate("RealTime", "Copy the code for the other computer"),
        )
        join = button(
            translate("RealTime", "Join"), translate("RealTime", "Join the other computer's mailbox")
        )
        self.answer = Answer(translate("RealTime", "The other computer's code"), join, self._join)
        self.answer.hide()
        self.add_below(self.request)
        self.add_below(self.answer)
        cancel = translate("RealTime", "Cancel joining")
        self._asking = LongStep(bridge, self, (self.show_button, join), cancel, locale)
        self.show_button.clicked.connect(self._show)
        pair.relay.textChanged.connect(self._allow)
        self._allow()

    def _allow(self) -> None:
        if not self._asking.is_running:
            self.show_button.setEnabled(bool(self._pair.relay.text().strip()))
            self.answer.press.setEnabled(bool(self.answer.field.text().strip()))

    def _show(self) -> None:
        self._asking.begin(translate("RealTime", "A code is being made"), self._make(), self._allow)

    async def _make(self) -> None:
        name = self._pair.name.text().strip()
        self.request.show_text(await self._core.request_pairing(self._pair.address, name))
        self.answer.show()
        self.feedback.say(
            translate("RealTime", "Type this code at the other computer, and its answer below."), icon="new"
        )

    def _join(self, approval: str) -> None:
        words = translate("RealTime", "The mailbox is being joined")
        self._asking.begin(words, self._carry_out(approval), self._allow)

    async def _carry_out(self, approval: str) -> None:
        await self._core.join_mailbox(approval)
        self.request.show_text("")
        self.answer.field.clear()
        self.answer.hide()
        self.feedback.say(translate("RealTime", "Joined. News reach this computer too."))
        self.joined.emit()
