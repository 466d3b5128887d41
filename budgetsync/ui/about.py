"""What this program is."""

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

import budgetsync
from budgetsync.ui.status import Tone
from budgetsync.ui.theme import GRID, font_of

translate = QCoreApplication.translate
_PICTURE = 72


class AboutDialog(QDialog):
    """Opened with open(), never with exec()."""

    def __init__(self, parent: QWidget, icon: QIcon) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("About", "About BudgetSync"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picture = QLabel()
        picture.setPixmap(icon.pixmap(_PICTURE, _PICTURE))
        picture.setAccessibleName("BudgetSync")
        name = QLabel("BudgetSync")
        name.setFont(font_of(name, 1.6, strong=True))
        version = QLabel(translate("About", "Version {version}").format(version=budgetsync.__version__))
        purpose = QLabel(
            translate("About", "Keeps your bank transactions current\nin one SQLite file that you own.")
        )
        made_with = QLabel(
            translate("About", "MIT licence. Drawn with Qt {qt} (LGPL) through PySide6.").format(
                qt=qVersion()
            )
        )
        for label in (version, made_with):
            label.setProperty("tone", Tone.QUIET.value)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        for label in (picture, name, version, purpose, made_with):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addSpacing(GRID)
        layout.addWidget(buttons)
