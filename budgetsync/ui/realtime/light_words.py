"""What the light says: how news come now, and when anything last came. A word, a drawing and a colour say the same."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.realtime import SILENCE, CatchUp, Light, LightState, Way
from budgetsync.ui.formats import number, stretch
from budgetsync.ui.language import engine_trouble
from budgetsync.ui.status import Status, Tone

translate = QCoreApplication.translate
_TOLD_FOR = timedelta(minutes=10)
"""So long the light says what was caught up, before it says only when it last heard anything."""


@dataclass(frozen=True, slots=True)
class LightWords:
    """What is shown of the light.

    Attributes:
        state: As it is to be seen: a relay that is silent for too long is not on, whatever else is said.
        short: For the line at the foot, where its subject has to be named.
        brief: The same where there is next to no room.
        hover: What it means, and what comes next.
    """

    state: LightState
    status: Status
    short: str
    brief: str
    hover: str


def light_words(light: Light, now: datetime, locale: QLocale) -> LightWords:
    """Put the light into words; a relay that has been silent for too long is never shown as on.

    Where another process listens (there is no way then), the age is that of what it last wrote down.
    """
    age = None if light.last_byte_at is None else max(timedelta(0), now - light.last_byte_at)
    match light.state:
        case LightState.OFF:
            return _off()
        case LightState.CONNECTING:
            text = translate("RealTime", "Connecting")
            short = translate("RealTime", "Real time: connecting")
            return LightWords(
                light.state, Status("syncing", text, Tone.BUSY), short, text, _heard(age, locale)
            )
        case LightState.CATCHING_UP:
            text = translate("RealTime", "Catching up with what came meanwhile")
            short = translate("RealTime", "Real time: catching up")
            return LightWords(
                light.state,
                Status("syncing", text, Tone.BUSY),
                short,
                translate("RealTime", "Catching up"),
                _heard(age, locale),
            )
        case LightState.ON if age is None or age <= SILENCE or light.way is None:
            return _on(light, age, now, locale)
        case LightState.REVOKED:
            text = translate("RealTime", "The relay no longer knows this computer: pair again")
            short = translate("RealTime", "Real time: pair again")
            return LightWords(
                light.state,
                Status("attention", text, Tone.ERROR),
                short,
                translate("RealTime", "Pair again"),
                _why(light, now, locale),
            )
        case _:  # UNREACHABLE, and ON that has been silent for too long
            return _silent(light, age, now, locale)


def caught_up(catch_up: CatchUp, locale: QLocale) -> str:
    """Say what came after an absence."""
    text = translate("RealTime", "{n} events caught up after {length}", None, catch_up.events)
    if catch_up.events == 1:
        text = translate("RealTime", "1 event caught up after {length}")
    return text.format(n=number(catch_up.events, locale), length=stretch(catch_up.absence, locale))


def way_words(way: Way | None) -> str:
    """Say how news come from the relay; "" where none can."""
    words = {
        Way.STREAM: translate("RealTime", "They come over one connection that stays open."),
        Way.POLL: translate(
            "RealTime", "A lasting connection does not hold here, so the relay is asked again and again."
        ),
    }
    return words[way] if way is not None else ""


def _off() -> LightWords:
    status = Status("new", translate("RealTime", "Not set up"), Tone.QUIET)
    hover = translate(
        "RealTime", "News come with the next sync by the clock; no relay is paired. Press to set it up."
    )
    return LightWords(
        LightState.OFF, status, translate("RealTime", "Real time: not set up"), status.word, hover
    )


def _on(light: Light, age: timedelta | None, now: datetime, locale: QLocale) -> LightWords:
    why = translate("RealTime", "Banks' news come by themselves; syncing by the clock is the safety net.")
    hover = " ".join(part for part in (why, way_words(light.way)) if part)
    text, short = translate("RealTime", "On"), translate("RealTime", "Real time: on")
    if age is not None:
        ago = stretch(age, locale)
        text = translate("RealTime", "On, last heard from {age} ago").format(age=ago)
        short = translate("RealTime", "Real time: on, heard {age} ago").format(age=ago)
    brief, recent = translate("RealTime", "Live"), light.catch_up
    if recent is not None and recent.events and timedelta(0) <= now - recent.at < _TOLD_FOR:
        short = translate("RealTime", "Real time: {what}").format(what=caught_up(recent, locale))
        brief = translate("RealTime", "{n} caught up", None, recent.events).format(
            n=number(recent.events, locale)
        )
        hover = f"{hover} {_heard(age, locale)}"
    return LightWords(light.state, Status("ok", text, Tone.OK), short, brief, hover)


def _silent(light: Light, age: timedelta | None, now: datetime, locale: QLocale) -> LightWords:
    length = age if age is not None else max(timedelta(0), now - light.since)
    since = stretch(length, locale)
    text = translate("RealTime", "No contact for {length}").format(length=since)
    short = translate("RealTime", "Real time: no contact for {length}").format(length=since)
    return LightWords(
        LightState.UNREACHABLE,
        Status("offline", text, Tone.WARNING),
        short,
        translate("RealTime", "No contact"),
        _why(light, now, locale),
    )


def _why(light: Light, now: datetime, locale: QLocale) -> str:
    parts = []
    if light.trouble is not None:
        trouble = engine_trouble(light.trouble)
        parts.append(f"{trouble.message} {trouble.action}".strip())
    if light.retry_at is not None and light.retry_at > now:
        text = translate("RealTime", "Tried again in {length}.")
        parts.append(text.format(length=stretch(light.retry_at - now, locale)))
    parts.append(translate("RealTime", "Nothing is lost: syncing by the clock goes on."))
    return " ".join(parts)


def _heard(age: timedelta | None, locale: QLocale) -> str:
    if age is None:
        return translate("RealTime", "Nothing was heard from the relay yet.")
    text = translate("RealTime", "Last heard from the relay {age} ago.")
    return text.format(age=stretch(age, locale))
