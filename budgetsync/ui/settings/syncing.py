"""Syncing: what is next, how often, and when not."""

from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.core import Core
from budgetsync.domain.ids import ItemId
from budgetsync.domain.overview import Overview
from budgetsync.domain.schedule_settings import HOURLY, OnMetered, Pause, QuietHours, ScheduleSettings
from budgetsync.domain.timetable import Timetable
from budgetsync.ui.actions import Actions
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import trouble_text
from budgetsync.ui.settings.choices import Values, clock_choice, interval_choice
from budgetsync.ui.settings.connection_rows import ConnectionRow
from budgetsync.ui.settings.next_words import next_status, webhook_status
from budgetsync.ui.settings.rows import Card, Line, Row
from budgetsync.ui.settings.section import Section
from budgetsync.ui.settings.switch import Switch
from budgetsync.ui.settings.told import told_by_environment
from budgetsync.ui.status import Status, Tone
from budgetsync.ui.widgets import button, order_tabs

translate = QCoreApplication.translate
_STRETCHES = (1, 2, 4, 8)
_NIGHT = QuietHours(time(22), time(7))


class SyncingSection(Section):
    """When connections are synced by themselves. Choices are kept in the ledger and hold for whoever syncs it."""

    def __init__(self, core: Core, bridge: Bridge, actions: Actions, icons: Icons, locale: QLocale) -> None:
        super().__init__(
            bridge,
            translate("Settings", "Syncing"),
            translate("Settings", "Sync now works at any time, whatever is chosen here."),
        )
        self._core, self._actions, self._icons, self._locale = core, actions, icons, locale
        self._connections: dict[ItemId, ConnectionRow] = {}
        self._add_next(self.add_card(translate("Settings", "Next")))
        self._often = self.add_card(translate("Settings", "How often"))
        self._add_often(self._often)
        self._add_when_not(self.add_card(translate("Settings", "When not")))
        news = (bridge.schedule_changed, bridge.items_changed, bridge.runs_finished, bridge.realtime_changed)
        for changed in news:
            changed.connect(lambda *_: self.refresh())

    async def load(self) -> None:
        """Load the timetable."""
        timetable, overview = await self._core.timetable(), await self._core.overview()
        now, settings = self._core.now(), timetable.settings
        self._show_next(timetable, now)
        self._show_often(timetable, overview, now)
        self._show_quiet(settings)
        self.metered.setChecked(settings.on_metered is OnMetered.HOLD)
        self.battery.show_value(settings.battery_stretch)

    def _add_next(self, card: Card) -> None:
        self.next_line = Line(self._icons)
        self.webhooks = Line(self._icons)
        self.trouble = Line(self._icons)
        for line in (self.next_line, self.webhooks, self.trouble):
            card.add_line(line)
        hour = button(
            translate("Settings", "For an hour"), translate("Settings", "Pause syncing for an hour")
        )
        tomorrow = button(
            translate("Settings", "Until tomorrow"), translate("Settings", "Pause syncing until tomorrow")
        )
        resumed = button(
            translate("Settings", "Until I resume"), translate("Settings", "Pause syncing until I resume it")
        )
        resume = button(translate("Settings", "Resume"), translate("Settings", "Resume syncing"))
        hour.clicked.connect(lambda: self._actions.pause_for(timedelta(hours=1)))
        tomorrow.clicked.connect(lambda: self._actions.pause_until_tomorrow(None))
        resumed.clicked.connect(lambda: self._actions.pause(Pause()))
        resume.clicked.connect(lambda: self._actions.resume(None))
        self.pause_buttons, self.resume_button = (hour, tomorrow, resumed), resume
        resume.hide()
        explanation = translate("Settings", "Nothing is synced by itself during a pause.")
        self.pause_row = Row(
            self._icons, translate("Settings", "Pause"), explanation, (hour, tomorrow, resumed, resume)
        )
        card.add(self.pause_row)

    def _add_often(self, card: Card) -> None:
        name = translate("Settings", "How often all connections are synced")
        self.interval = interval_choice(self._icons, name, self._locale, self._choose_interval)
        self.interval.show_value(HOURLY)
        explanation = translate(
            "Settings", "At most this long between two syncs. Each takes a few kilobytes."
        )
        self.interval_row = Row(
            self._icons, translate("Settings", "All connections"), explanation, (self.interval,)
        )
        card.add(self.interval_row)

    def _add_when_not(self, card: Card) -> None:
        self.quiet = Switch(translate("Settings", "Quiet hours"))
        self.quiet.clicked.connect(self._choose_quiet)
        begin_name = translate("Settings", "Quiet hours begin at")
        end_name = translate("Settings", "Quiet hours end at")
        self.quiet_begin = clock_choice(self._icons, begin_name, self._locale, lambda _: self._choose_quiet())
        self.quiet_end = clock_choice(self._icons, end_name, self._locale, lambda _: self._choose_quiet())
        self.quiet_row = Row(
            self._icons,
            translate("Settings", "Quiet hours"),
            translate(
                "Settings", "Nothing is synced by itself and nothing said aloud; it is caught up afterwards."
            ),
            (self.quiet_begin, self.quiet_end, self.quiet),
        )
        card.add(self.quiet_row)
        self.metered = Switch(translate("Settings", "Wait on a metered network"))
        self.metered.clicked.connect(self._choose_metered)
        self.metered_row = Row(
            self._icons,
            translate("Settings", "Wait on a metered network"),
            translate("Settings", "Syncing by itself goes on when the network is no longer paid by volume."),
            (self.metered,),
        )
        card.add(self.metered_row)
        self.battery = Values(
            self._icons,
            translate("Settings", "How much less often connections are synced on battery"),
            _STRETCHES,
            self._stretch_word,
            self._choose_stretch,
        )
        self.battery_row = Row(
            self._icons,
            translate("Settings", "On battery"),
            translate(
                "Settings", "Intervals get so many times as long while the computer is not plugged in."
            ),
            (self.battery,),
        )
        card.add(self.battery_row)

    def _show_next(self, timetable: Timetable, now: datetime) -> None:
        pause = timetable.settings.pause
        paused = pause is not None and pause.holds(now)
        self.resume_button.setVisible(paused)
        for each in self.pause_buttons:
            each.setVisible(not paused)
        self.next_line.show_status(next_status(timetable, now, self._locale))
        light = self._core.realtime_light
        self.webhooks.show_status(webhook_status(timetable, light, now, self._locale))
        if timetable.trouble is None:
            self.trouble.clear()
        else:
            text = trouble_text(timetable.trouble)
            self.trouble.show_status(Status("attention", text, Tone.WARNING))

    def _show_often(self, timetable: Timetable, overview: Overview, now: datetime) -> None:
        settings = timetable.settings
        self.interval.show_value(settings.interval)
        self.interval.setEnabled(not timetable.is_told_interval)
        if timetable.is_told_interval:
            self.interval_row.explanation.show_text(told_by_environment("SYNC_SCHEDULE_INTERVAL"))
        names = {shown.item.id: shown.item.institution.name for shown in overview.items}
        for gone in self._connections.keys() - {item.planned.item_id for item in timetable.items}:
            self._often.remove(self._connections.pop(gone))
        known = set(self._connections)
        for item in timetable.items:
            item_id = item.planned.item_id
            if item_id not in self._connections:
                self._add_connection(item_id, names.get(item_id, ""))
            self._connections[item_id].show_planned(
                item.planned, settings.intervals.get(item_id), settings.pauses, now
            )

        if known != set(self._connections):
            self._order_tabs()

    def _order_tabs(self) -> None:
        of_one = [each for row in self.connections for each in (row.resume_button, row.interval)]
        when_not = (self.quiet_begin, self.quiet_end, self.quiet, self.metered, self.battery)
        order_tabs((*self.pause_buttons, self.resume_button, self.interval, *of_one, *when_not))

    def _add_connection(self, item_id: ItemId, name: str) -> None:
        row = ConnectionRow(self._icons, self._locale, item_id, name)
        row.interval_chosen.connect(partial(self._choose_own_interval, row))
        row.resume_requested.connect(lambda: self._actions.resume(item_id))
        self._connections[item_id] = row
        self._often.add(row)

    @property
    def connections(self) -> list[ConnectionRow]:
        """The rows of the single connections."""
        return list(self._connections.values())

    def _show_quiet(self, settings: ScheduleSettings) -> None:
        quiet = settings.quiet or _NIGHT
        self.quiet.setChecked(settings.quiet is not None)
        for choice, value in ((self.quiet_begin, quiet.begin), (self.quiet_end, quiet.end)):
            choice.setEnabled(settings.quiet is not None)
            if settings.quiet is not None or choice.currentIndex() <= 0:
                choice.show_value(value)

    def _stretch_word(self, stretch: int) -> str:
        if stretch == 1:
            return translate("Settings", "As often as ever")
        text = translate("Settings", "{n} times as long", None, stretch)
        return text.format(n=number(stretch, self._locale))

    def _choose_interval(self, interval: timedelta) -> None:
        self.keep(self.interval_row, self._core.choose_interval(interval))

    def _choose_own_interval(self, row: ConnectionRow, interval: timedelta | None) -> None:
        self.keep(row, self._core.choose_interval(interval, row.item_id))

    def _choose_quiet(self) -> None:
        quiet = None
        if self.quiet.isChecked():
            begin, end = self.quiet_begin.value, self.quiet_end.value
            if begin == end:
                text = translate("Settings", "Choose an end that is not the beginning.")
                self.quiet_row.feedback.say(text, icon="attention", tone=Tone.WARNING)
                return
            quiet = QuietHours(begin, end)
        self.keep(self.quiet_row, self._core.choose_quiet(quiet))

    def _choose_metered(self, hold: bool) -> None:  # noqa: FBT001 - as Qt's signal gives it
        choice = OnMetered.HOLD if hold else OnMetered.SYNC
        self.keep(self.metered_row, self._core.choose_on_metered(choice))

    def _choose_stretch(self, stretch: int) -> None:
        self.keep(self.battery_row, self._core.choose_battery_stretch(stretch))
