"""Every colour that is drawn, once for light and once for dark."""

from dataclasses import dataclass

from PySide6.QtGui import QPalette

_DARK_BELOW = 128  # lightness of a window's background


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour that is drawn, as #rrggbb. Texts have a contrast of 4.5 or more on `window` and `card`.

    Attributes:
        tint: Background of a quiet notice.
        warning_tint: Background of a notice that wants something.
        line: Hairlines between things.
        edge: Outlines of what can be pressed or typed into.
    """

    window: str
    card: str
    field: str
    hover: str
    tint: str
    warning_tint: str
    line: str
    edge: str
    text: str
    secondary: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    ok: str
    warning: str
    error: str
    income: str
    track: str


LIGHT = Colours(
    window="#f4f5f7", card="#ffffff", field="#ffffff", hover="#eceef1",
    tint="#e9f1fb", warning_tint="#fdf3e2", line="#e3e5e9", edge="#c9cdd3",
    text="#1c1e21", secondary="#5b616a", accent="#0b62c4", accent_hover="#0954a8",
    on_accent="#ffffff", selection="#d7e7fb", ok="#1a7440", warning="#8a5200",
    error="#b3261e", income="#1a7440", track="#e3e6ea",
)  # fmt: skip

DARK = Colours(
    window="#1c1d20", card="#26282b", field="#2d2f33", hover="#34373b",
    tint="#233246", warning_tint="#3a3021", line="#35383d", edge="#4a4e55",
    text="#eceef0", secondary="#a6abb3", accent="#6cb0ff", accent_hover="#8cc2ff",
    on_accent="#10233a", selection="#263c58", ok="#6ed39a", warning="#f2b866",
    error="#ff9488", income="#6ed39a", track="#3b3e43",
)  # fmt: skip


def colours_of(palette: QPalette) -> Colours:
    """Tell which set of colours a palette belongs to, so that a widget needs no reference to the theme."""
    window = palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    return DARK if window.lightness() < _DARK_BELOW else LIGHT


_LIGHT_HUES = ("#0b62c4", "#8a5200", "#1a7440", "#8b3fa8", "#b3261e", "#4a5568")
_DARK_HUES = ("#6cb0ff", "#f2b866", "#6ed39a", "#d4a1ea", "#ff9488", "#b3bccb")


def hues_of(palette: QPalette) -> tuple[str, ...]:
    """Give the colours of lines in a chart; the first is the accent. Dash and mark tell lines apart as well."""
    return _DARK_HUES if colours_of(palette) is DARK else _LIGHT_HUES


@dataclass(frozen=True, slots=True)
class TrayColours:
    """What icons in a panel are painted with, whose own colour nobody knows.

    Each stands out from white and from black alike, and white drawings stand out from it.
    """

    drawing: str = "#ffffff"
    well: str = "#2a78d6"
    attention: str = "#b8660a"
    quiet: str = "#76808c"


TRAY = TrayColours()
