"""The quiet line at the foot: where the data is, where secrets are kept, and which world this is."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSizePolicy, QStatusBar

from budgetsync.ui.theme import GRID
from budgetsync.ui.widgets import ElidedLabel

translate = QCoreApplication.translate


class StatusLine(QStatusBar):
    """Three facts that a person wants to be able to look up."""

    def __init__(self, data_folder: Path, vault_place: str, environment: str) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(GRID, 0, GRID, 0)
        folder = ElidedLabel()
        folder.show_text(
            translate("StatusLine", "Data: {folder}").format(folder=_short(data_folder)),
            translate("StatusLine", "Everything BudgetSync knows is in {folder}").format(folder=data_folder),
        )
        secrets = ElidedLabel()
        secrets.show_text(translate("StatusLine", "Secrets: {place}").format(place=vault_place))
        world = ElidedLabel()
        world.show_text(_environment(environment))
        world.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.addWidget(folder, 3)
        self.addWidget(secrets, 2)
        self.addPermanentWidget(world)


def _short(folder: Path) -> str:
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


def _environment(environment: str) -> str:
    words = {
        "demo": translate("StatusLine", "Demo bank"),
        "sandbox": translate("StatusLine", "Plaid sandbox: test data"),
        "production": translate("StatusLine", "Real banks"),
    }
    return words.get(environment, environment)
