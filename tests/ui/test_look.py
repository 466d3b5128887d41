"""Colours that can be read, icons that are sharp, light and dark that follow at once."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from budgetsync.domain.item import ItemStatus
from budgetsync.ui.colours import DARK, LIGHT, Colours, colours_of
from budgetsync.ui.icons import Icons
from budgetsync.ui.status import status_of
from budgetsync.ui.theme import Appearance, Theme, font_of
from tests.ui.samples import NOW, connection, delete


def luminance(colour: str) -> float:
    shade = QColor(colour)
    total = 0.0
    for weight, part in ((0.2126, shade.redF()), (0.7152, shade.greenF()), (0.0722, shade.blueF())):
        total += weight * (part / 12.92 if part <= 0.03928 else math.pow((part + 0.055) / 1.055, 2.4))
    return total


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_can_be_read_on_everything_that_it_stands_on(colours: Colours) -> None:
    grounds = (colours.window, colours.card, colours.hover, colours.selection)
    texts = (colours.text, colours.secondary)
    weak = [(text, ground) for text in texts for ground in grounds if contrast(text, ground) < 4.5]
    tones = (colours.ok, colours.warning, colours.error, colours.accent, colours.income)
    weak += [(tone, ground) for tone in tones for ground in grounds[:2] if contrast(tone, ground) < 4.5]
    weak += [
        (text, ground)
        for text in (colours.text, colours.secondary, colours.accent)
        for ground in (colours.tint, colours.warning_tint)
        if contrast(text, ground) < 4.5
    ]
    if contrast(colours.on_accent, colours.accent) < 4.5:
        weak.append((colours.on_accent, colours.accent))
    assert weak == []


def test_the_whole_application_changes_between_light_and_dark_at_once(
    dressed: Theme, qapp: QApplication
) -> None:
    label = QLabel("text")
    dressed.choose(Appearance.LIGHT)  # whatever a test before this one chose
    heard: list[bool] = []
    dressed.changed.connect(lambda: heard.append(True))
    dressed.choose(Appearance.DARK)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)
    assert colours_of(label.palette()) is DARK
    assert DARK.card in qapp.styleSheet()
    dressed.choose(Appearance.LIGHT)
    assert colours_of(label.palette()) is LIGHT
    assert heard == [True, True]


def test_the_system_decides_unless_the_user_does(
    dressed: Theme, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheme = [Qt.ColorScheme.Dark]
    monkeypatch.setattr(dressed, "_system_scheme", lambda: scheme[0])
    qapp.styleHints().colorSchemeChanged.emit(scheme[0])
    assert dressed.colours is DARK
    assert colours_of(qapp.palette()) is DARK
    scheme[0] = Qt.ColorScheme.Light
    qapp.styleHints().colorSchemeChanged.emit(scheme[0])
    assert colours_of(qapp.palette()) is LIGHT
    dressed.choose(Appearance.DARK)
    qapp.styleHints().colorSchemeChanged.emit(scheme[0])
    assert colours_of(qapp.palette()) is DARK


def test_where_the_system_says_nothing_its_palette_is_asked(qapp: QApplication) -> None:
    before = qapp.palette()
    night = QPalette(before)
    night.setColor(QPalette.ColorRole.Window, QColor("#101010"))
    qapp.setPalette(night)
    theme = Theme(qapp)
    assert theme.colours is DARK
    qapp.setPalette(before)
    qapp.setStyleSheet("")
    qapp.styleHints().colorSchemeChanged.disconnect()
    delete(theme)


def test_figures_have_equal_widths_and_fonts_come_from_the_system(qapp: QApplication) -> None:
    label = QLabel()
    font = font_of(label, 1.5, strong=True)
    assert font.isFeatureSet(QFont.Tag("tnum"))
    assert font.family() == qapp.font().family()
    assert font.pointSizeF() == pytest.approx(qapp.font().pointSizeF() * 1.5)
    assert font.weight() == QFont.Weight.DemiBold


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_icons_are_drawn_for_the_screen_in_the_colour_asked_for(icons: Icons, ratio: float) -> None:
    pixmap = icons.pixmap("ok", "#1a7440", 16, ratio)
    assert pixmap.width() == 16 * ratio
    assert pixmap.deviceIndependentSize().width() == 16
    image = pixmap.toImage()
    drawn = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert drawn == {"#1a7440"}
    assert icons.pixmap("ok", "#1a7440", 16, ratio) is pixmap


def test_there_is_a_drawing_for_every_status_and_each_can_be_tinted(icons: Icons) -> None:
    folder = Path(icons.file("ok")).parent
    drawings = {path.stem for path in folder.glob("*.svg")}
    shown = {status_of(connection(status=status), NOW).icon for status in ItemStatus}
    assert shown <= drawings
    for name in drawings - {"budgetsync"}:
        assert "currentColor" in (folder / f"{name}.svg").read_text("utf-8")
