"""What is said about the next sync, and about what holds it up."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.realtime import Light, LightState
from budgetsync.domain.schedule import Hold
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.timetable import Planned, Timetable
from budgetsync.ui.formats import clock_time
from budgetsync.ui.realtime.light_words import light_words
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate


def next_status(timetable: Timetable, now: datetime, locale: QLocale) -> Status:
    """Say when is synced next, or why not."""
    pause, due = timetable.settings.pause, timetable.next_run_at
    holds = {item.planned.hold for item in timetable.items}
    if pause is not None and pause.holds(now):
        return Status("paused", pause_words(pause, now, locale), Tone.WARNING)
    if not timetable.items:
        return Status("new", translate("Settings", "No bank is connected yet."), Tone.QUIET)
    if timetable.situation.online is False:
        text = translate("Settings", "There is no network; syncing goes on when it is back.")
        return Status("offline", text, Tone.WARNING)
    if due is None and Hold.METERED in holds:
        text = translate("Settings", "Waiting for a network that is not metered.")
        return Status("paused", text, Tone.WARNING)
    return Status("waiting", _due_words(due, holds, now, locale), Tone.QUIET)


def webhook_status(timetable: Timetable, light: Light, now: datetime, locale: QLocale) -> Status:
    """Say whether news come by themselves; the light tells why where they do not."""
    if light.state is LightState.OFF:
        text = translate("Settings", "Webhooks: not set up. News come with the next sync.")
        return Status("new", text, Tone.QUIET)
    if timetable.is_safety_net:
        text = translate("Settings", "Webhooks: on. News come by themselves; the timer is the safety net.")
        return Status("ok", text, Tone.OK)
    shown = light_words(light, now, locale).status
    if shown.tone is Tone.OK:
        text = translate("Settings", "Webhooks: on, but some did not arrive. They come with the next sync.")
        return Status("attention", text, Tone.WARNING)
    text = translate("Settings", "Webhooks: {state}. News come with the next sync meanwhile.")
    return Status(shown.icon, text.format(state=shown.word), shown.tone)


def pause_words(pause: Pause, now: datetime, locale: QLocale) -> str:
    """Say how long a pause lasts."""
    if pause.until is None:
        return translate("Settings", "Paused until you resume.")
    text = translate("Settings", "Paused until {when}.")
    return text.format(when=clock_time(pause.until, now, locale))


def planned_words(planned: Planned, now: datetime, locale: QLocale) -> str:
    """Say when one connection is synced next, or what it waits for."""
    holds = {
        Hold.PAUSED: translate("Settings", "Waits for the end of the pause."),
        Hold.METERED: translate("Settings", "Waits for a network that is not metered."),
        Hold.OFFLINE: translate("Settings", "Waits for the network."),
        Hold.QUEUED: translate("Settings", "A sync waits or is running."),
    }
    if planned.hold in holds:
        return holds[planned.hold]
    if planned.due_at is None:
        return ""
    if planned.due_at <= now:
        return translate("Settings", "Due now.")
    text = translate("Settings", "Next: {when}.")
    if planned.hold is Hold.QUIET:
        text = translate("Settings", "After the quiet hours: {when}.")
    return text.format(when=clock_time(planned.due_at, now, locale))


def _due_words(due: datetime | None, holds: set[Hold | None], now: datetime, locale: QLocale) -> str:
    if due is None:
        return translate("Settings", "Nothing is planned now; a sync waits or is running.")
    if due <= now:
        return translate("Settings", "The next sync is due now.")
    text = translate("Settings", "Next sync: {when}.")
    if holds == {Hold.QUIET}:
        text = translate("Settings", "Quiet hours. Next sync: {when}.")
    return text.format(when=clock_time(due, now, locale))
