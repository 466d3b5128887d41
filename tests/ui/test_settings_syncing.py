"""Settings of syncing and of notifications: each changes what the ledger keeps, and is read back after a restart."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from budgetsync.core import Core
from budgetsync.domain.events import ItemChanged
from budgetsync.domain.notices import CHOOSABLE, Notice, NoticeKind
from budgetsync.domain.schedule_settings import OnMetered, QuietHours, ScheduleSettings
from budgetsync.store import forgetting
from budgetsync.ui.settings.notifications import NotificationsSection
from budgetsync.ui.settings.page import Place
from budgetsync.ui.settings.syncing import SyncingSection
from budgetsync.ui.theme import Theme
from tests.ui.settings_stage import Stage, open_settings, press

Run = Callable[[Coroutine[Any, Any, None]], None]
NIGHT = QuietHours(time(22), time(7))


class Clock:
    """A clock that stands still."""

    def now(self) -> datetime:
        return datetime(2026, 6, 15, 12, tzinfo=UTC)

    def monotonic(self) -> float:
        return 0.0


class Ears:
    """Keeps what is said aloud."""

    def __init__(self) -> None:
        self.heard: list[Notice] = []

    def show(self, notice: Notice) -> None:
        self.heard.append(notice)

    def withdraw(self, cause: str) -> None:
        del cause


async def settings_of(core: Core) -> ScheduleSettings:
    return (await core.timetable()).settings


async def open_syncing(stage: Stage) -> SyncingSection:
    section = stage.show(Place.SYNCING, SyncingSection)
    await stage.until(lambda: bool(section.next_line.words))
    return section


def test_every_choice_is_kept_at_once_and_known_after_a_restart(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed, banks=("Harbor", "Juniper")) as stage:
            section = await open_syncing(stage)
            assert section.interval.currentText() == "Every hour"
            rows = section.interval_row, section.quiet_row, section.metered_row, section.battery_row
            press(section.interval, Qt.Key.Key_Up)
            press(section.quiet, Qt.Key.Key_Space)
            press(section.metered, Qt.Key.Key_Space)
            press(section.battery, Qt.Key.Key_Down)
            own = section.connections[1]
            press(own.interval, Qt.Key.Key_End)
            await stage.until(lambda: all(row.feedback.words == "Saved." for row in (*rows, own)))
            kept = await settings_of(stage.core)
            assert kept.interval == timedelta(minutes=30)
            assert kept.quiet == NIGHT
            assert kept.on_metered is OnMetered.HOLD
            assert kept.battery_stretch == 2
            assert kept.intervals == {own.item_id: timedelta(days=1)}
        async with open_settings(tmp_path, dressed, banks=("Harbor", "Juniper")) as stage:
            section = await open_syncing(stage)
            assert section.interval.currentText() == "Every 30 minutes"
            assert section.quiet.isChecked()
            assert section.quiet_begin.isEnabled()
            assert section.metered.isChecked()
            assert section.battery.currentText() == "2 times as long"
            texts = [row.interval.currentText() for row in section.connections]
            assert texts == ["Like all connections", "Once a day"]
            press(section.connections[1].interval, Qt.Key.Key_Home)
            press(section.quiet_end, Qt.Key.Key_Down)
            press(section.metered, Qt.Key.Key_Space)
            await stage.until(lambda: section.quiet_row.feedback.words == "Saved.")
            await stage.until(lambda: section.metered_row.feedback.words == "Saved.")
            kept = await settings_of(stage.core)
            assert kept.intervals == {}
            assert kept.quiet == QuietHours(time(22), time(7, 30))
            assert kept.on_metered is OnMetered.SYNC

    run(scenario())


def test_a_value_that_is_not_in_the_list_is_shown_as_it_is(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            await stage.core.choose_interval(timedelta(minutes=45))
            await stage.core.choose_quiet(QuietHours(time(21, 10), time(6, 5)))
            section = stage.show(Place.SYNCING, SyncingSection)
            await stage.until(lambda: section.quiet_end.value == time(6, 5))
            assert section.interval.currentText() == "Every 45 minutes"
            assert section.quiet_begin.value == time(21, 10)

    run(scenario())


def test_quiet_hours_that_end_when_they_begin_are_not_kept(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            await stage.core.choose_quiet(NIGHT)
            section = stage.show(Place.SYNCING, SyncingSection)
            await stage.until(section.quiet.isChecked)
            section.quiet_end.show_value(time(22))
            section.quiet_end.activated.emit(section.quiet_end.currentIndex())
            assert section.quiet_row.feedback.words.startswith("Choose an end")
            assert (await settings_of(stage.core)).quiet == NIGHT

    run(scenario())


def test_what_the_environment_says_is_shown_and_cannot_be_changed(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed, interval=timedelta(minutes=10)) as stage:
            section = await open_syncing(stage)
            assert not section.interval.isEnabled()
            assert section.interval.currentText() == "Every 10 minutes"
            assert "SYNC_SCHEDULE_INTERVAL" in section.interval_row.explanation.text()

    run(scenario())


def test_a_pause_is_made_told_and_ended(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed, clock=Clock(), banks=("Harbor",)) as stage:
            section = await open_syncing(stage)
            hour, tomorrow, resumed = section.pause_buttons
            assert section.webhooks.words == "Webhooks: not set up. News come with the next sync."
            press(hour, Qt.Key.Key_Space)
            await stage.until(lambda: section.next_line.words.startswith("Paused until"))
            pause = (await settings_of(stage.core)).pause
            assert pause is not None
            assert pause.until == Clock().now() + timedelta(hours=1)
            assert section.resume_button.isVisibleTo(section)
            assert not hour.isVisibleTo(section)
            press(section.resume_button, Qt.Key.Key_Space)
            await stage.until(lambda: not section.next_line.words.startswith("Paused"))
            assert (await settings_of(stage.core)).pause is None
            press(resumed, Qt.Key.Key_Space)
            await stage.until(lambda: section.next_line.words == "Paused until you resume.")
            await stage.core.resume()
            await stage.until(lambda: tomorrow.isVisibleTo(section))
            press(tomorrow, Qt.Key.Key_Space)
            await stage.until(lambda: "tomorrow at" in section.next_line.words)

    run(scenario())


def test_a_connection_that_is_gone_goes_from_the_list_and_one_alone_is_resumed(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed, banks=("Harbor", "Juniper")) as stage:
            section = await open_syncing(stage)
            first, second = section.connections
            stage.actions.pause_for(None, first.item_id)
            await stage.until(lambda: first.resume_button.isVisibleTo(section))
            assert first.explanation.text() == "Paused until you resume."
            press(first.resume_button, Qt.Key.Key_Space)
            await stage.until(lambda: not first.resume_button.isVisibleTo(section))
            now = stage.core.now()
            await stage.core._database.run(lambda db: forgetting.retire(db, second.item_id, now))
            stage.core._bus.publish(ItemChanged(second.item_id))
            await stage.until(lambda: section.connections == [first])

    run(scenario())


def test_what_is_said_aloud_is_chosen_by_kind(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.NOTIFICATIONS, NotificationsSection)
            assert set(section.switches) == set(CHOOSABLE)
            assert all(each.isChecked() for each in section.switches.values())
            press(section.switches[NoticeKind.STALE], Qt.Key.Key_Space)
            press(section.switches[NoticeKind.DRIFT], Qt.Key.Key_Space)
            wanted = {NoticeKind.STALE, NoticeKind.DRIFT}
            await stage.until(lambda: "It is listed only." in section.words_of(NoticeKind.DRIFT))
            assert await stage.core.notices.silent_kinds() == wanted
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.NOTIFICATIONS, NotificationsSection)
            await stage.until(lambda: not section.switches[NoticeKind.STALE].isChecked())
            assert {kind for kind, each in section.switches.items() if not each.isChecked()} == wanted
            press(section.switches[NoticeKind.STALE], Qt.Key.Key_Space)
            await stage.until(lambda: section.words_of(NoticeKind.STALE) == "Saved.")
            assert await stage.core.notices.silent_kinds() == {NoticeKind.DRIFT}

    run(scenario())


def test_a_test_notification_is_said_where_there_is_a_way_to(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        ears = Ears()
        async with open_settings(tmp_path, dressed, notifier=ears) as stage:
            section = stage.show(Place.NOTIFICATIONS, NotificationsSection)
            press(section.test_button, Qt.Key.Key_Space)
            assert [notice.kind for notice in ears.heard] == [NoticeKind.TEST]
            assert section.test_row.feedback.words == "It was said just now."
            assert await stage.core.notices.entries() == []
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.NOTIFICATIONS, NotificationsSection)
            press(section.test_button, Qt.Key.Key_Space)
            assert "no way to say it" in section.test_row.feedback.words
            section.quiet_requested.emit()
            assert stage.page.place is Place.SYNCING

    run(scenario())
