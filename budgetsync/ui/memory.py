"""What the window remembers between two starts, in a file of the data folder."""

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FILE = "window.ini"
_BETWEEN = "\n"


class Memory:
    """Sizes and places by name. Nothing in it matters enough to fail over."""

    def __init__(self, data_folder: Path) -> None:
        self._settings = QSettings(str(data_folder / FILE), QSettings.Format.IniFormat)

    def shape(self, name: str) -> QByteArray:
        """Give a remembered state of a window, splitter or header; empty where there is none."""
        value = self._settings.value(name)
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_shape(self, name: str, state: QByteArray) -> None:
        """Remember a state."""
        self._settings.setValue(name, state)

    def word(self, name: str, known: Collection[str]) -> str:
        """Give a remembered word if it is still one of the known ones, else the first of them."""
        value = self._settings.value(name)
        return value if isinstance(value, str) and value in known else next(iter(known))

    def keep_word(self, name: str, value: str) -> None:
        """Remember a word."""
        self._settings.setValue(name, value)

    def words(self, name: str) -> list[str]:
        """Give words that nobody knows beforehand, such as names; none where there are none."""
        value = self._settings.value(name)
        return [each for each in value.split(_BETWEEN) if each] if isinstance(value, str) else []

    def keep_words(self, name: str, values: Iterable[str]) -> None:
        """Remember such words, in order."""
        self._settings.setValue(name, _BETWEEN.join(values))

    def save(self) -> None:
        """Write it down now, readable by its owner only, as all else in the folder."""
        self._settings.sync()
        with suppress(OSError):
            Path(self._settings.fileName()).chmod(0o600)
