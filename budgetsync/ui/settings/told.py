"""What is said about a setting that stronger layers decide."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def told_by_environment(name: str) -> str:
    """Say that a setting cannot be changed here, and where it can."""
    text = translate("Settings", "Set by the environment ({name}); it cannot be changed here.")
    return text.format(name=name)
