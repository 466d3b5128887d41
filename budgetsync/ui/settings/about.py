"""About: which version this is, where its log lies, and what the environment decides."""

import sys

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QGuiApplication

import budgetsync
from budgetsync.core import Core
from budgetsync.domain.trace import LOG_FOLDER
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.browser import open_folder
from budgetsync.ui.icons import Icons
from budgetsync.ui.settings.rows import Row, Words
from budgetsync.ui.settings.section import Section
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class AboutSection(Section):
    """What a person needs who asks for help."""

    def __init__(self, core: Core, bridge: Bridge, icons: Icons) -> None:
        super().__init__(bridge, translate("Settings", "About"))
        self._core, self._log = core, core.data_folder / LOG_FOLDER
        licence = translate("Settings", "MIT licence. Drawn with Qt {qt} (LGPL) through PySide6.")
        version = translate("Settings", "BudgetSync {version}").format(version=budgetsync.__version__)
        self.copy_button = button(
            translate("Settings", "Copy"), translate("Settings", "Copy the versions, for a report")
        )
        self.copy_button.clicked.connect(self._copy)
        self.version_row = Row(icons, version, licence.format(qt=qVersion()), (self.copy_button,))
        self.log_button = button(
            translate("Settings", "Open"), translate("Settings", "Open the folder of the log")
        )
        self.log_button.clicked.connect(self._open_log)
        self.log_row = Row(icons, translate("Settings", "Log"), _log_words(), (self.log_button,))
        self.log_row.add_below(Words(str(self._log), selectable=True))
        self.told_row = Row(icons, translate("Settings", "Set by the environment"), self._told())
        card = self.add_card()
        for row in (self.version_row, self.log_row, self.told_row):
            card.add(row)

    @property
    def report(self) -> str:
        """What "Copy" puts on the clipboard."""
        python = ".".join(map(str, sys.version_info[:3]))
        facts = (
            f"BudgetSync {budgetsync.__version__}",
            f"Qt {qVersion()}, Python {python}, {sys.platform}, {QGuiApplication.platformName()}",
            self._core.environment,
            self._core.vault_place,
        )
        return "\n".join(facts)

    def _told(self) -> str:
        names = ", ".join(sorted(self._core.told_settings))
        if not names:
            return translate("Settings", "Nothing: all settings are those of this window and the ledger.")
        text = translate("Settings", "{names}. These are changed where the program is started, not here.")
        return text.format(names=names)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.version_row.feedback.say(translate("Settings", "Copied."))

    def _open_log(self) -> None:
        if not open_folder(self._log):
            self.log_row.feedback.say(translate("Settings", "The path is shown here; open it by hand."))


def _log_words() -> str:
    return translate(
        "Settings",
        "What the program did and what failed, line by line. Tokens, keys, account and card numbers are taken out.",
    )
