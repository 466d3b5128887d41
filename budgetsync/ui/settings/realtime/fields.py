"""What is typed, and what is copied."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class Form(QWidget):
    """Fields with their names; the names stand above them where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(2 * GRID)
        self._form.setVerticalSpacing(GRID // 2 + 2)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)

    def add(self, name: str, field: QLineEdit) -> QLineEdit:
        """Add a field."""
        label = QLabel(name)
        label.setBuddy(field)
        field.setAccessibleName(name.replace("&", ""))
        self._form.addRow(label, field)
        return field


class Copyable(QWidget):
    """A text that is needed elsewhere: seen as far as there is room, copied whole. Hidden while there is none.

    Args:
        name: What it is, for those who hear it.
        copy_name: What is copied, for those who hear the button.
    """

    def __init__(self, name: str, copy_name: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setReadOnly(True)
        self.field.setAccessibleName(name)
        self.copy_button = button(translate("Settings", "Copy"), copy_name)
        self.copy_button.clicked.connect(self._copy)
        row = _beside(self)
        row.addWidget(self.field, 1)
        row.addWidget(self.copy_button)
        self._whole = ""
        self.hide()

    @property
    def whole(self) -> str:
        """What is copied."""
        return self._whole

    def show_text(self, text: str, *, seen: str | None = None) -> None:
        """Show a text.

        Args:
            seen: What is seen of it, where not all of it is for every eye.
        """
        if text != self._whole:
            self._whole = text
            self.field.setText(text if seen is None else seen)
            self.field.setCursorPosition(0)
            self.copy_button.setText(translate("Settings", "Copy"))
        self.setVisible(bool(text))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._whole)
        self.copy_button.setText(translate("Settings", "Copied"))


class Answer(QWidget):
    """A field for a code from elsewhere, and the button that uses it.

    Args:
        use: Called with what was typed; blanks around it are not a part of it.
    """

    def __init__(self, name: str, press: QPushButton, use: Callable[[str], object]) -> None:
        super().__init__()
        self.field, self.press = QLineEdit(), press
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self._use = use
        self.field.textChanged.connect(self._allow)
        self.field.returnPressed.connect(self._send)
        press.clicked.connect(self._send)
        row = _beside(self)
        row.addWidget(self.field, 1)
        row.addWidget(press)
        self._allow()

    def _allow(self) -> None:
        self.press.setEnabled(bool(self.field.text().strip()))

    def _send(self) -> None:
        if self.press.isEnabled():
            self._use(self.field.text().strip())


def breakable(address: str) -> str:
    """Let an address be broken where it has a joint: a long one has no blank."""
    for joint in "./-":
        address = address.replace(joint, f"{joint}\u200b")
    return address


def _beside(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    return row
