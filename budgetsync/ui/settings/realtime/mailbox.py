"""The mailbox that this computer is paired with: where it is, its address for the provider, and leaving it."""

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QPushButton

from budgetsync.core import Core
from budgetsync.domain.addresses import shown_address
from budgetsync.domain.realtime import Mailbox, RealTime
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.prompt import Prompt
from budgetsync.ui.settings.realtime.fields import Copyable, breakable
from budgetsync.ui.settings.rows import Card, Row
from budgetsync.ui.settings.steps import LongStep
from budgetsync.ui.settings.told import told_by_environment
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate
_URL = "PLAID_WEBHOOK_URL"


class MailboxRows:
    """The first rows of the card about a mailbox."""

    def __init__(self, card: Card, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        self._core, self._locale = core, locale
        self.leave_button = button(
            translate("RealTime", "Unpair..."), translate("RealTime", "Unpair this computer from the relay")
        )
        self.place_row = Row(icons, " ", " ", (self.leave_button,))
        self.change_button = button(
            translate("RealTime", "Change..."), translate("RealTime", "Change the address for Plaid")
        )
        explanation = translate(
            "RealTime",
            "Who knows it can send something here, and read nothing. Change it if it became known.",
        )
        self.address_row = Row(
            icons, translate("RealTime", "Address for Plaid"), explanation, (self.change_button,)
        )
        self.address = Copyable(
            translate("RealTime", "Address for Plaid"), translate("RealTime", "Copy the address for Plaid")
        )
        self.address_row.add_below(self.address)
        self.leave_question = self._ask_in(self.place_row, icons)
        self.change_question = self._ask_in(self.address_row, icons)
        self._leaving = self._step(bridge, self.place_row, self.leave_button)
        self._changing = self._step(bridge, self.address_row, self.change_button)
        self.leave_button.clicked.connect(self._ask_to_leave)
        self.change_button.clicked.connect(self._ask_to_change)
        for row in (self.place_row, self.address_row):
            card.add(row)

    def show_realtime(self, realtime: RealTime, mailbox: Mailbox) -> None:
        """Show which it is."""
        self.place_row.title.show_text(breakable(mailbox.relay))
        self.place_row.title.setAccessibleName(mailbox.relay)
        when = relative(mailbox.paired_at, self._core.now(), self._locale)
        self.place_row.explanation.show_text(translate("RealTime", "Paired {when}.").format(when=when))
        told = _URL in self._core.told_settings
        address = realtime.public_url or mailbox.address
        self.address.show_text(address, seen=shown_address(address))
        self.change_button.setVisible(not told)
        if told:
            self.address_row.explanation.show_text(told_by_environment(_URL))

    def _step(self, bridge: Bridge, row: Row, press: QPushButton) -> LongStep:
        cancel = translate("RealTime", "Cancel: {what}").format(what=press.accessibleName())
        return LongStep(bridge, row, (press,), cancel, self._locale)

    @staticmethod
    def _ask_in(row: Row, icons: Icons) -> Prompt:
        question = Prompt(icons)
        row.add_below(question)
        return question

    def _ask_to_leave(self) -> None:
        text = translate(
            "RealTime",
            "Leave the relay? Its keys are deleted here, and the mailbox is closed if no other computer reads it. "
            "News then come with the sync by the clock; nothing in the ledger changes.",
        )
        self.leave_question.ask(text, translate("RealTime", "Unpair"), self._leave)

    def _leave(self) -> None:
        self._leaving.begin(translate("RealTime", "The relay is being left"), self._core.unpair_relay())

    def _ask_to_change(self) -> None:
        text = translate(
            "RealTime",
            "Give Plaid another address? It is told for every connection, and the present address is closed once all "
            "use the new one; no news are lost meanwhile.",
        )
        self.change_question.ask(text, translate("RealTime", "Change the address"), self._change)

    def _change(self) -> None:
        self._changing.begin(translate("RealTime", "The relay is asked for an address"), self._rotate())

    async def _rotate(self) -> None:
        await self._core.rotate_address()
        self.address_row.feedback.say(
            translate("RealTime", "Changed. Plaid is being told; the older address is closed after that.")
        )
