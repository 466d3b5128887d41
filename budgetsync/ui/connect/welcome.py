"""The first run: what the program does, where data lives, and two ways to begin."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from budgetsync.domain.errors import Trouble
from budgetsync.domain.profile import Profile
from budgetsync.ui.connect.setup import Setup


class WelcomeWindow(QWidget):
    """The guide."""


async def choose_profile(
    setup: Setup, *, resources: Path, before: Profile | None = None, trouble: Trouble | None = None
) -> Profile | None:
    """Show the guide until the person has chosen.

    The application has to be dressed already (`ui.theme.Theme`).

    Args:
        setup: Looks at keys and keeps what was chosen.
        resources: The folder that has icons/.
        before: What was chosen before, where the person comes back or a passphrase is asked for.
        trouble: Why the guide is shown again, where there is a reason.

    Returns:
        What is to be opened, remembered already; None where the person closed the guide.
    """
    del setup, resources, before, trouble
    raise NotImplementedError
