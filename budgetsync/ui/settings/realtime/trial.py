"""A test event, from the relay's public address back to this computer."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.core import Core
from budgetsync.domain.realtime import TestResult, TestStep
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import latency
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.rows import Feedback, Line, Row
from budgetsync.ui.settings.steps import LongStep
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class TrialRow(Row):
    """Sends one, and says how far it came, step by step."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        explanation = translate(
            "RealTime",
            "Goes to the relay as news from Plaid would, and comes back here. It is about no bank and is kept nowhere.",
        )
        self.send_button = button(
            translate("RealTime", "Send a test event"), translate("RealTime", "Send a test event")
        )
        super().__init__(
            icons, translate("RealTime", "Test from end to end"), explanation, (self.send_button,)
        )
        self._core, self._locale = core, locale
        self.lines = tuple(Line(icons) for _ in TestStep)
        self.verdict = Feedback(icons)
        for line in (*self.lines, self.verdict):
            self.add_below(line)
        cancel = translate("RealTime", "Cancel the test")
        self._sending = LongStep(bridge, self, (self.send_button,), cancel, locale)
        self.send_button.clicked.connect(self._send)

    def _send(self) -> None:
        for line in (*self.lines, self.verdict):
            line.clear()
        self._sending.begin(translate("RealTime", "A test event is on its way"), self._try())

    async def _try(self) -> None:
        self._show(await self._core.test_relay())

    def _show(self, result: TestResult) -> None:
        reached = list(TestStep).index(result.reached)
        for at, (line, status) in enumerate(zip(self.lines, self._statuses(result), strict=True)):
            line.show_status(status if at <= reached else _missed(at, reached))
        self.feedback.clear()
        if result.trouble is not None:
            self.verdict.fail(result.trouble)
        elif result.reached is TestStep.BACK:
            self.verdict.say(translate("RealTime", "News reach this computer."))
        else:
            text = translate("RealTime", "It did not come back. News come with the sync by the clock.")
            self.verdict.say(text, icon="attention", tone=Tone.ERROR)

    def _statuses(self, result: TestResult) -> tuple[Status, Status, Status]:
        taken = translate("RealTime", "The relay took it in after {length}")
        back = translate("RealTime", "It came back to this computer after {length}")
        return (
            Status("ok", translate("RealTime", "Sent to the public address"), Tone.OK),
            Status("ok", taken.format(length=self._after(result.taken_after)), Tone.OK),
            Status("ok", back.format(length=self._after(result.back_after)), Tone.OK),
        )

    def _after(self, seconds: float | None) -> str:
        return latency(timedelta(seconds=seconds or 0.0), self._locale)


def _missed(at: int, reached: int) -> Status:
    words = (
        translate("RealTime", "It could not be sent"),
        translate("RealTime", "The relay did not take it in"),
        translate("RealTime", "It did not come back to this computer"),
    )
    if at == reached + 1:
        return Status("attention", words[at], Tone.ERROR)
    return Status("new", words[at], Tone.QUIET)
