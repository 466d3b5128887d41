"""Colours, fonts and measures. Light and dark follow the system at once; one accent colour for both."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from budgetsync.ui.colours import DARK, LIGHT, Colours, colours_of
from budgetsync.ui.stylesheet import stylesheet

GRID = 8
"""All distances are multiples or halves of it."""


TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""How large texts can be, in percent of the size that the system gives; the first is as it comes."""


class Appearance(StrEnum):
    """Whose choice light or dark is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_SCHEMES = {
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
}


_OWN_FONT = Qt.WidgetAttribute.WA_SetFont


def font_of(widget: QWidget, scale: float = 1.0, *, strong: bool = False) -> QFont:
    """Derive a font from the system's, with figures of equal width."""
    font = QFont(widget.font())
    font.setFeature(QFont.Tag("tnum"), 1)
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * scale)
    else:
        font.setPixelSize(round(font.pixelSize() * scale))
    if strong:
        font.setWeight(QFont.Weight.DemiBold)
    return font


class Theme(QObject):
    """Dresses the application, and again whenever the system changes between light and dark."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = Appearance.SYSTEM
        self._worn: Colours | None = None
        self._text_size = TEXT_SIZES[0]
        self._system_font = QFont(application.font())
        self._system_palette_is_dark = colours_of(application.palette()) is DARK
        application.setStyle("Fusion")
        application.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def appearance(self) -> Appearance:
        """Whose choice light or dark is now."""
        return self._appearance

    def choose(self, appearance: Appearance) -> None:
        """Follow the system, or stay light or dark; where the platform can, its title bars go along."""
        self._appearance = appearance
        self._application.styleHints().setColorScheme(_SCHEMES[appearance])
        self._apply()

    @property
    def text_size(self) -> int:
        """How large texts are, in percent of the system's."""
        return self._text_size

    def choose_text_size(self, percent: int) -> None:
        """Write everything larger or smaller at once: what has the application's font, and what derived its own."""
        if percent == self._text_size:
            return
        ratio, self._text_size = percent / self._text_size, percent
        own = [each for each in self._application.allWidgets() if each.testAttribute(_OWN_FONT)]
        sizes = [_scaled(each.font(), ratio) for each in own]
        self._application.setFont(_scaled(self._system_font, percent / TEXT_SIZES[0]))
        # Under a style sheet, what stands inside something else keeps its font until it is dressed anew.
        self._application.sendPostedEvents()
        self._application.setStyleSheet(stylesheet(self.colours))
        for widget, font in zip(own, sizes, strict=True):
            widget.setFont(font)

    @property
    def colours(self) -> Colours:
        """The set of colours that is worn now."""
        return DARK if self._is_dark() else LIGHT

    def _is_dark(self) -> bool:
        if self._appearance is not Appearance.SYSTEM:
            return self._appearance is Appearance.DARK
        scheme = self._system_scheme()
        if scheme is Qt.ColorScheme.Unknown:
            return self._system_palette_is_dark
        return scheme is Qt.ColorScheme.Dark

    def _system_scheme(self) -> Qt.ColorScheme:
        return self._application.styleHints().colorScheme()

    def _apply(self) -> None:
        colours = self.colours
        if colours is self._worn:
            return
        self._worn = colours
        self._application.setPalette(_palette(colours))
        self._application.setStyleSheet(stylesheet(colours))
        self.changed.emit()


def _scaled(font: QFont, ratio: float) -> QFont:
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * ratio)
    else:
        scaled.setPixelSize(round(font.pixelSize() * ratio))
    return scaled


def install(application: QApplication) -> Theme:
    """Dress an application before its first window is built."""
    return Theme(application)


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    pairs = {
        role.Window: colours.window, role.WindowText: colours.text, role.Base: colours.card,
        role.AlternateBase: colours.window, role.Text: colours.text, role.Button: colours.card,
        role.ButtonText: colours.text, role.BrightText: colours.error,
        role.Highlight: colours.selection, role.HighlightedText: colours.text,
        role.PlaceholderText: colours.secondary, role.Link: colours.accent,
        role.LinkVisited: colours.accent, role.ToolTipBase: colours.card,
        role.ToolTipText: colours.text, role.Accent: colours.accent, role.Light: colours.card,
        role.Midlight: colours.hover, role.Mid: colours.edge, role.Dark: colours.edge,
        role.Shadow: colours.line,
    }  # fmt: skip
    palette = QPalette()
    for name, colour in pairs.items():
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.secondary))
    return palette
