"""What is opened outside the program, in the system's own way."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_in_browser(url: str) -> bool:
    """Open an address in the person's own browser; False where there is none."""
    return QDesktopServices.openUrl(QUrl(url))


def open_folder(folder: Path) -> bool:
    """Open a folder in the file manager; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
