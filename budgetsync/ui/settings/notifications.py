"""Notifications: what is said aloud. Everything is listed under Problems in any case."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from budgetsync.core import Core
from budgetsync.domain.notices import CHOOSABLE, NoticeKind
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.rows import Card, Feedback, Row, Words
from budgetsync.ui.settings.section import Section
from budgetsync.ui.settings.switch import Switch
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class NotificationsSection(Section):
    """A switch for each kind, all on at first."""

    quiet_requested = Signal()
    """The person wants to choose quiet hours, which are in another section."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons) -> None:
        super().__init__(
            bridge,
            translate("Settings", "Notifications"),
            translate(
                "Settings",
                "Each cause is said once, and taken back when it is solved. "
                "What is not said aloud is listed under Problems all the same.",
            ),
        )
        self._core, self._icons = core, icons
        self.switches: dict[NoticeKind, Switch] = {}
        self._feedbacks: dict[NoticeKind, Feedback] = {}
        self._add_trial(self.add_card())
        for title, kinds in _groups():
            self._add_kinds(self.add_card(title), kinds)
        bridge.notices_changed.connect(self.refresh)

    async def load(self) -> None:
        """Load what is said aloud."""
        silent = await self._core.notices.silent_kinds()
        for kind, box in self.switches.items():
            box.setChecked(kind not in silent)

    def words_of(self, kind: NoticeKind) -> str:
        """What is said below the switch of a kind."""
        return self._feedbacks[kind].words

    def _add_trial(self, card: Card) -> None:
        name = translate("Settings", "Say a test notification")
        self.test_button = button(translate("Settings", "Test"), name)
        self.test_button.clicked.connect(self._try_out)
        self.test_row = Row(
            self._icons,
            translate("Settings", "Test notification"),
            translate("Settings", "Shows how this computer says something on BudgetSync's behalf."),
            (self.test_button,),
        )
        card.add(self.test_row)
        hours = button(
            translate("Settings", "Choose"), translate("Settings", "Choose quiet hours, under Syncing")
        )
        hours.clicked.connect(self.quiet_requested)
        card.add(
            Row(
                self._icons,
                translate("Settings", "Quiet hours"),
                translate("Settings", "The same as for syncing; what comes meanwhile is said afterwards."),
                (hours,),
            )
        )

    def _add_kinds(self, card: Card, kinds: dict[NoticeKind, str]) -> None:
        """Add one switch a line. One grid and one feedback for all: a row for each would take too long to build."""
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, GRID // 2, 0, GRID // 2)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(0, 1)
        feedback = Feedback(self._icons)
        for line, (kind, word) in enumerate(kinds.items()):
            switch = Switch(translate("Settings", "Say aloud: {what}").format(what=word))
            switch.setChecked(True)
            switch.clicked.connect(partial(self._choose, kind))
            grid.addWidget(Words(word), line, 0)
            grid.addWidget(switch, line, 1)
            self.switches[kind], self._feedbacks[kind] = switch, feedback
        card.add(lines)
        card.add_line(feedback)

    def _choose(self, kind: NoticeKind) -> None:
        silent = {each for each, switch in self.switches.items() if not switch.isChecked()}
        feedback = self._feedbacks[kind]
        listed = translate("Settings", "Saved. It is listed only.")
        self.keep(
            feedback,
            self._core.notices.choose_silent(silent),
            told=lambda: feedback.say(listed) if kind in silent else feedback.saved(),
        )

    def _try_out(self) -> None:
        if self._core.notices.try_out():
            self.test_row.feedback.say(translate("Settings", "It was said just now."))
            return
        text = translate("Settings", "This computer has no way to say it; notices are listed under Problems.")
        self.test_row.feedback.say(text, icon="attention", tone=Tone.WARNING)


def _groups() -> tuple[tuple[str, dict[NoticeKind, str]], ...]:
    groups = (
        (
            translate("Settings", "Connections"),
            {
                NoticeKind.REAUTH: translate("Settings", "A bank wants you to sign in again"),
                NoticeKind.GONE: translate("Settings", "A connection has ended"),
                NoticeKind.CONSENT: translate("Settings", "A consent ends soon"),
                NoticeKind.DOWN: translate("Settings", "A bank cannot be reached for long"),
                NoticeKind.STALE: translate("Settings", "A bank has had no news for long"),
                NoticeKind.WEBHOOKS: translate("Settings", "A bank's news do not arrive by themselves"),
                NoticeKind.ACCOUNTS: translate("Settings", "A bank has accounts that are not shared"),
                NoticeKind.SETUP: translate("Settings", "The keys or the set-up are refused"),
            },
        ),
        (
            translate("Settings", "Ledger"),
            {
                NoticeKind.DRIFT: translate("Settings", "A balance is not what the bank says"),
                NoticeKind.HELD: translate("Settings", "Removals wait for your decision"),
                NoticeKind.DEAD_LETTERS: translate("Settings", "Rows could not be read"),
            },
        ),
        (
            translate("Settings", "This computer"),
            {
                NoticeKind.DISK: translate("Settings", "The disk is full or cannot be written"),
                NoticeKind.LEDGER: translate("Settings", "The ledger's file is damaged"),
                NoticeKind.BACKUP: translate("Settings", "A backup was not made"),
                NoticeKind.KEYRING: translate("Settings", "The place for secrets does not open"),
            },
        ),
    )
    assert {kind for _, kinds in groups for kind in kinds} == set(CHOOSABLE)
    return groups
