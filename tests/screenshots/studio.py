"""Where pictures are taken: always the same font, style, language, zone and moment, whatever the computer's are."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget

from budgetsync.ui.language import Language, speak
from budgetsync.ui.theme import Theme

FONT = "DejaVu Sans"
FONT_SIZE = 9.75  # points: 13 pixels
RESOURCES = Path(__file__).parents[2] / "resources"
REGIONS = {Language.ENGLISH: "en_US", Language.GERMAN: "de_DE", Language.SPANISH: "es_ES"}
"""Where each language is spoken in the pictures."""
_LOOK_MS = 60
_SAME_LOOKS = 4  # in a row, so that nothing is on its way
_PATIENCE = 40.0  # seconds
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>{cache}</cachedir>
  <alias binding="same"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="hintstyle" mode="assign"><const>hintnone</const></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
    <edit name="lcdfilter" mode="assign"><const>lcdnone</const></edit>
  </match>
</fontconfig>
"""


class NotReachedError(Exception):
    """A state did not come, or never came to rest."""


def environment(folder: Path, scale: int) -> dict[str, str]:
    """Describe the process that takes pictures; Qt reads most of this before its first widget."""
    fonts = folder / "fonts.conf"
    fonts.write_text(_FONTS.format(cache=folder / "fonts"), encoding="utf-8")
    foreign = ("QT_", "XDG_", "LC_", "PLAID", "BUDGETSYNC", "NEXT_PUBLIC", "SYNC_", "OPENAI")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {
        **kept,
        "FONTCONFIG_FILE": str(fonts),
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(scale),
        "QT_ENABLE_HIGHDPI_SCALING": "1",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
    }


class _StillStyle(QProxyStyle):
    """The program's style, without anything that moves."""

    def styleHint(  # noqa: N802 - Qt's own
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returned)


def be_quiet() -> None:
    """Leave out what the offscreen platform and a bank that is stopped in the middle of an answer say of themselves."""

    def hear(_kind: QtMsgType, _context: QMessageLogContext, said: str) -> None:
        if "propagateSizeHints" not in said:
            sys.stderr.write(f"{said}\n")

    qInstallMessageHandler(hear)
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)


def dress(application: QApplication, language: Language = Language.ENGLISH) -> Theme:
    """Give the application the program's colours and language, and what is the same everywhere."""
    application.setQuitOnLastWindowClosed(False)
    font = QFont(FONT)
    font.setPointSizeF(FONT_SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)
    application.setCursorFlashTime(0)
    speak(language, RESOURCES, QLocale(REGIONS[language]))
    theme = Theme(application)
    application.setStyle(_StillStyle("Fusion"))
    gc.disable()  # as the program does: Qt's objects go on their own thread
    return theme


def said(context: str, text: str) -> str:
    """What a button is called in the language that is spoken, without the mark of its key."""
    return QCoreApplication.translate(context, text).replace("&", "")


async def pause() -> None:
    """Let Qt go on for a moment."""
    over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def go_on() -> None:
        if not over.done():
            over.set_result(None)

    QTimer.singleShot(_LOOK_MS, go_on)
    await over


async def until(done: Callable[[], bool], what: str) -> None:
    """Wait until something is so.

    Raises:
        NotReachedError: It is not, after all patience.
    """
    try:
        async with asyncio.timeout(_PATIENCE):
            while not done():
                await pause()
    except TimeoutError:
        message = f"it was waited in vain until {what}"
        raise NotReachedError(message) from None


async def still(window: QWidget) -> QImage:
    """Look until nothing changes any more, and give the picture.

    Raises:
        NotReachedError: Something keeps changing.
    """
    last, same = window.grab().toImage(), 0
    try:
        async with asyncio.timeout(_PATIENCE):
            while same < _SAME_LOOKS:
                await pause()
                now = window.grab().toImage()
                same = same + 1 if now == last else 0
                last = now
    except TimeoutError:
        message = "the picture never came to rest"
        raise NotReachedError(message) from None
    return last
