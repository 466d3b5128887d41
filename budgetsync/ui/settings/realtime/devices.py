"""The computers that read a mailbox: who they are, letting one in, shutting one out."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.core import Core
from budgetsync.domain.errors import Trouble
from budgetsync.domain.realtime import Device
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import relative
from budgetsync.ui.icons import Icons
from budgetsync.ui.prompt import Prompt
from budgetsync.ui.settings.realtime.fields import Answer, Copyable
from budgetsync.ui.settings.rows import Card, Feedback, Row
from budgetsync.ui.settings.steps import LongStep
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class DeviceRows:
    """The rows of a card about computers. They are asked for at the relay when somebody looks, not each moment."""

    def __init__(self, card: Card, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        self._card, self._core, self._bridge, self._icons, self._locale = card, core, bridge, icons, locale
        self._rows: dict[str, DeviceRow] = {}
        self.state = Feedback(icons)
        self.approve_row = ApproveRow(core, bridge, icons, locale, self.look)
        card.add(self.approve_row)
        card.add_line(self.state)

    @property
    def rows(self) -> list["DeviceRow"]:
        """The computers that are shown."""
        return list(self._rows.values())

    def look(self) -> None:
        """Ask the relay which there are."""
        self._bridge.spawn(self._look(), on_error=self._fail)

    async def _look(self) -> None:
        self.show_devices(await self._core.relay_devices())
        self.state.clear()

    def show_devices(self, devices: Sequence[Device]) -> None:
        """Show which there are."""
        for gone in self._rows.keys() - {device.id for device in devices}:
            self._card.remove(self._rows.pop(gone))
        for device in devices:
            if device.id not in self._rows:
                row = DeviceRow(self._icons, device, partial(self._shut_out, device.id))
                self._rows[device.id] = row
                self._card.add(row)
            self._rows[device.id].show_device(device, self._seen(device))

    def _fail(self, trouble: Trouble) -> None:
        self.state.fail(trouble)

    def _seen(self, device: Device) -> str:
        if device.own:
            return translate("RealTime", "This computer")
        if device.seen_at is None:
            return translate("RealTime", "Never asked for anything yet")
        text = translate("RealTime", "Last asked for news {when}")
        return text.format(when=relative(device.seen_at, self._core.now(), self._locale))

    def _shut_out(self, device: str) -> None:
        row = self._rows[device]

        async def carry_out() -> None:
            await self._core.revoke_device(device)
            await self._look()

        row.out_button.setEnabled(False)

        def refused(trouble: Trouble) -> None:
            row.out_button.setEnabled(True)
            row.feedback.fail(trouble)

        self._bridge.spawn(carry_out(), on_error=refused, finish=True)


class DeviceRow(Row):
    """One computer.

    Args:
        shut_out: Called where a person agreed to shut it out.
    """

    def __init__(self, icons: Icons, device: Device, shut_out: Callable[[], object]) -> None:
        self.out_button = button(
            translate("RealTime", "Shut out..."),
            translate("RealTime", "Shut out the computer {name}").format(name=device.name),
        )
        super().__init__(icons, device.name, " ", () if device.own else (self.out_button,))
        self.question = Prompt(icons)
        self.add_below(self.question)
        self._shut_out = shut_out
        self.out_button.clicked.connect(self._ask)

    def show_device(self, device: Device, seen: str) -> None:
        """Show how it stands."""
        self.title.show_text(device.name)
        self.explanation.show_text(seen)

    def _ask(self) -> None:
        text = translate(
            "RealTime", "Shut {name} out? It reads no news from now on, and can come back only by a new code."
        )
        self.question.ask(
            text.format(name=self.title.text()), translate("RealTime", "Shut out"), self._shut_out
        )


class ApproveRow(Row):
    """Lets another computer in: its code is typed here, and the answer there."""

    def __init__(
        self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale, let_in: Callable[[], object]
    ) -> None:
        explanation = translate(
            "RealTime",
            "Choose “Another computer of yours is paired already” there, and type its code here. Take a code only from "
            "a screen that you see yourself: whoever it is from reads along.",
        )
        super().__init__(icons, translate("RealTime", "Let another computer in"), explanation)
        self._core, self._let_in = core, let_in
        approve = button(
            translate("RealTime", "Let it in"), translate("RealTime", "Let the other computer in")
        )
        self.answer = Answer(translate("RealTime", "The other computer's code"), approve, self._approve)
        self.approval = Copyable(
            translate("RealTime", "The answer, for the other computer"),
            translate("RealTime", "Copy the answer for the other computer"),
        )
        self.add_below(self.answer)
        self.add_below(self.approval)
        cancel = translate("RealTime", "Cancel letting it in")
        self._approving = LongStep(bridge, self, (approve,), cancel, locale)

    def _approve(self, request: str) -> None:
        words = translate("RealTime", "The relay is told")
        self._approving.begin(words, self._carry_out(request))

    async def _carry_out(self, request: str) -> None:
        self.approval.show_text(await self._core.approve_pairing(request))
        self.answer.field.clear()
        self.feedback.say(translate("RealTime", "Now type this answer at the other computer."))
        self._let_in()
