"""The light says how news come now, in words and a shape beside its colour, and is on only where it is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from budgetsync.domain.realtime import SILENCE, Light, LightState, Way
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.domain.situation import Situation
from budgetsync.domain.timetable import Timetable
from budgetsync.ui.realtime.light import LightButton, draw_mark
from budgetsync.ui.realtime.light_words import light_words
from budgetsync.ui.settings.next_words import webhook_status
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import Theme
from tests.ui.realtime_samples import REVOKED, UNREACHABLE, caught, light
from tests.ui.samples import NOW, delete

OFF = Light(LightState.OFF, NOW)


@pytest.mark.parametrize(
    ("shown", "short", "tone"),
    [
        (OFF, "Real time: not set up", Tone.QUIET),
        (light(LightState.CONNECTING), "Real time: connecting", Tone.BUSY),
        (light(LightState.CATCHING_UP), "Real time: catching up", Tone.BUSY),
        (light(), "Real time: on, heard 5 s ago", Tone.OK),
        (light(heard=None), "Real time: on", Tone.OK),
        (light(catch_up=caught()), "Real time: 4 events caught up after 3 h", Tone.OK),
        (light(catch_up=caught(1)), "Real time: 1 event caught up after 3 h", Tone.OK),
        (light(catch_up=caught(0)), "Real time: on, heard 5 s ago", Tone.OK),
        (light(catch_up=caught(ago=timedelta(hours=1))), "Real time: on, heard 5 s ago", Tone.OK),
        (
            light(LightState.UNREACHABLE, heard=timedelta(minutes=5), trouble=UNREACHABLE),
            "Real time: no contact for 5 min",
            Tone.WARNING,
        ),
        (
            light(LightState.UNREACHABLE, heard=None, since=timedelta(seconds=90)),
            "Real time: no contact for 90 s",
            Tone.WARNING,
        ),
        (light(LightState.REVOKED, trouble=REVOKED), "Real time: pair again", Tone.ERROR),
    ],
)
def test_each_state_has_words_and_a_tone(shown: Light, short: str, tone: Tone, english: QLocale) -> None:
    words = light_words(shown, NOW, english)
    assert (words.short, words.status.tone) == (short, tone)
    assert words.status.word
    assert words.hover


def test_a_relay_that_has_been_silent_for_too_long_is_not_on(english: QLocale) -> None:
    words = light_words(light(heard=SILENCE + timedelta(seconds=2)), NOW, english)
    assert words.short == "Real time: no contact for 42 s"
    assert words.state is LightState.UNREACHABLE
    assert "syncing by the clock goes on" in words.hover


def test_a_byte_from_the_future_is_no_age_below_zero(english: QLocale) -> None:
    assert light_words(light(heard=-timedelta(minutes=3)), NOW, english).short.endswith("heard 0 s ago")


def test_the_reason_and_the_next_try_are_told_on_hovering(english: QLocale) -> None:
    shown = light(
        LightState.UNREACHABLE,
        heard=timedelta(hours=3),
        retry=timedelta(seconds=23),
        trouble=UNREACHABLE,
    )
    hover = light_words(shown, NOW, english).hover
    assert hover.startswith("It does not answer.")
    assert "Tried again in 23 s." in hover


def test_polling_is_said_where_a_stream_does_not_hold(english: QLocale) -> None:
    assert "asked again and again" in light_words(light(way=Way.POLL), NOW, english).hover
    assert "stays open" in light_words(light(), NOW, english).hover


def test_no_two_marks_look_alike_without_their_colour() -> None:
    def mark(state: LightState) -> bytes:
        image = QImage(18, 18, QImage.Format.Format_Grayscale8)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.scale(2, 2)
        draw_mark(painter, QRectF(0, 0, 9, 9), state, QColor("black"))
        painter.end()
        return bytes(image.constBits())

    alike = {LightState.CONNECTING, LightState.CATCHING_UP}  # something is under way, as the words say
    distinct = [state for state in LightState if state not in alike] + [LightState.CONNECTING]
    assert len({mark(state) for state in distinct}) == len(distinct)


def test_the_button_is_heard_as_it_is_read_and_gives_way(
    qtbot: QtBot, dressed: Theme, english: QLocale
) -> None:
    assert dressed.colours
    button = LightButton()
    button.show_light(light_words(light(catch_up=caught()), NOW, english))
    assert button.accessibleName() == button.text() == "Real time: 4 events caught up after 3 h"
    assert "by themselves" in button.accessibleDescription()
    assert button.text() in button.toolTip()
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    button.show()
    qtbot.waitExposed(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.click()
    assert pressed == [True]
    button.close()
    delete(button)


@pytest.mark.parametrize(
    ("shown", "works", "words", "tone"),
    [
        (OFF, False, "Webhooks: not set up. News come with the next sync.", Tone.QUIET),
        (light(), True, "Webhooks: on. News come by themselves; the timer is the safety net.", Tone.OK),
        (
            light(),
            False,
            "Webhooks: on, but some did not arrive. They come with the next sync.",
            Tone.WARNING,
        ),
        (
            light(LightState.UNREACHABLE, heard=timedelta(minutes=5)),
            False,
            "Webhooks: No contact for 5 min. News come with the next sync meanwhile.",
            Tone.WARNING,
        ),
    ],
)
def test_the_page_of_syncing_says_what_the_light_says(
    shown: Light, works: object, words: str, tone: Tone, english: QLocale
) -> None:
    timetable = Timetable(
        ScheduleSettings(),
        (),
        Situation(),
        is_told_interval=False,
        is_running=True,
        is_safety_net=bool(works),
    )
    status = webhook_status(timetable, shown, NOW, english)
    assert (status.word, status.tone) == (words, tone)
