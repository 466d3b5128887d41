"""Real time: how news come, whether they do, and the relay that passes them on."""

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent

from budgetsync.core import Core
from budgetsync.domain.realtime import Light, LightState, RealTime
from budgetsync.domain.webhook import Route
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.icons import Icons
from budgetsync.ui.realtime.light_words import caught_up, light_words, way_words
from budgetsync.ui.settings.realtime.connection_states import ConnectionStates
from budgetsync.ui.settings.realtime.devices import DeviceRows
from budgetsync.ui.settings.realtime.direct import DirectRows, how_words
from budgetsync.ui.settings.realtime.events import EventRows
from budgetsync.ui.settings.realtime.explained import add_explanation
from budgetsync.ui.settings.realtime.mailbox import MailboxRows
from budgetsync.ui.settings.realtime.pairing import JoinRow, PairRow
from budgetsync.ui.settings.realtime.trial import TrialRow
from budgetsync.ui.settings.rows import Line, Words
from budgetsync.ui.settings.section import Section
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate
_LIGHT_MS = 5_000


class RealTimeSection(Section):
    """Three pages in one: not paired, paired, and straight from the provider. Built card by card as they are needed."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons, locale: QLocale) -> None:
        super().__init__(
            bridge,
            translate("Settings", "Real time"),
            translate(
                "RealTime",
                "Plaid tells news as they happen, but only to an address on the internet, which this computer "
                "does not have. A relay is a small server that takes them in and keeps them until this computer "
                "asks. Without one, news come with the sync by the clock.",
            ),
        )
        self._core, self._icons, self._locale = core, icons, locale
        self.light, self.catch_up, self.trouble = Line(icons), Line(icons), Line(icons)
        self.way = Words("", Tone.QUIET)
        self._now_card = self.add_card(translate("RealTime", "Now"))
        for line in (self.light, self.way, self.catch_up, self.trouble):
            self._now_card.add_line(line)
        self.direct = DirectRows(self._now_card, icons)
        self.trial = TrialRow(core, bridge, icons, locale)
        self._now_card.add(self.trial)
        self._now_card.show_row(self.trial, shown=False)
        self.pair: PairRow | None = None
        self.join: JoinRow | None = None
        self.mailbox: MailboxRows | None = None
        self.devices: DeviceRows | None = None
        self._event_card = self.add_card(translate("RealTime", "The last news"))
        self.events = EventRows(self._event_card, icons, locale)
        self._state_card = self.add_card(translate("RealTime", "Connections"))
        self.connections = ConnectionStates(self._state_card, icons, locale)
        self._pair_card = self.add_card()
        self._mailbox_card = self.add_card(translate("RealTime", "Relay"))
        self._device_card = self.add_card(translate("RealTime", "Computers"))
        add_explanation(
            self.add_card(translate("RealTime", "What a relay sees, and what it cannot do")), icons
        )
        self._direct_card = self.add_card(translate("RealTime", "Without a relay"))
        self._direct_card.add_line(Words(how_words(), Tone.QUIET))
        for card in (
            self._pair_card,
            self._event_card,
            self._state_card,
            self._mailbox_card,
            self._device_card,
        ):
            card.hide()
        self._asked_devices = False
        self._beat = QTimer(self, interval=_LIGHT_MS)
        self._beat.timeout.connect(lambda: self._show_light(core.realtime_light))
        for changed in (bridge.realtime_changed, bridge.items_changed):
            changed.connect(lambda *_: self.refresh())

    async def load(self) -> None:
        """Load how things stand."""
        self.show_realtime(await self._core.realtime())

    def showEvent(self, event: QShowEvent) -> None:
        """Let the light's age grow while it is seen, and ask anew which computers there are."""
        super().showEvent(event)
        self._asked_devices = False
        self._beat.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._beat.stop()

    def show_realtime(self, realtime: RealTime) -> None:
        """Show how things stand."""
        paired, comes = realtime.mailbox is not None, realtime.route is not None
        revoked = realtime.light.state is LightState.REVOKED
        self._show_light(realtime.light)
        self._now_card.show_row(self.trial, shown=paired and not revoked)
        self._show_pairing(realtime, shown=not paired or revoked)
        self._event_card.setVisible(comes or bool(realtime.events))
        self._state_card.setVisible(comes)
        self.events.show_realtime(realtime)
        self.connections.show_connections(realtime.connections, self._core.now())
        self._show_mailbox(realtime)
        self.direct.show_realtime(realtime)
        self._direct_card.setVisible(not realtime.listens_at)

    def _show_light(self, light: Light) -> None:
        words = light_words(light, self._core.now(), self._locale)
        self.light.show_status(words.status)
        self.way.show_text(way_words(light.way) if words.state is LightState.ON else "")
        if light.catch_up is not None and light.catch_up.events:
            self.catch_up.show_status(Status("ok", f"{caught_up(light.catch_up, self._locale)}.", Tone.QUIET))
        else:
            self.catch_up.clear()
        if words.state in {LightState.UNREACHABLE, LightState.REVOKED}:
            self.trouble.show_status(Status("new", words.hover, Tone.QUIET))
        else:
            self.trouble.clear()

    def _show_pairing(self, realtime: RealTime, *, shown: bool) -> None:
        if shown and self.pair is None:
            core, bridge, icons, locale = self._core, self._bridge, self._icons, self._locale
            self.pair = PairRow(core, bridge, icons, locale)
            self.join = JoinRow(core, bridge, icons, locale, self.pair)
            for row in (self.pair, self.join):
                self._pair_card.add(row)
            self.pair.paired.connect(self.refresh)
            self.join.joined.connect(self.refresh)
            if realtime.mailbox is not None:  # no longer known there; a person may try the same one again
                self.pair.relay.setText(realtime.mailbox.relay)
        if shown and realtime.route is not Route.DIRECT:  # where news come all the same, they go first
            self._column.insertWidget(self._column.indexOf(self._now_card) + 1, self._pair_card)
        self._pair_card.setVisible(shown)

    def _show_mailbox(self, realtime: RealTime) -> None:
        mailbox = realtime.mailbox
        if mailbox is not None and self.mailbox is None:
            core, bridge, icons, locale = self._core, self._bridge, self._icons, self._locale
            self.mailbox = MailboxRows(self._mailbox_card, core, bridge, icons, locale)
            self.devices = DeviceRows(self._device_card, core, bridge, icons, locale)
        for card in (self._mailbox_card, self._device_card):
            card.setVisible(mailbox is not None)
        if mailbox is None or self.mailbox is None or self.devices is None:
            return
        self.mailbox.show_realtime(realtime, mailbox)
        if not self._asked_devices and realtime.light.state is LightState.ON:
            self._asked_devices = True
            self.devices.look()
