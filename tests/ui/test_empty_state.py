"""Where there is no connection yet, one button leads on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from budgetsync.ui.empty_state import EmptyState
from budgetsync.ui.icons import Icons
from tests.ui.samples import delete

pytestmark = pytest.mark.usefixtures("dressed")


def test_the_first_bank_is_connected_by_the_keyboard_too(icons: Icons) -> None:
    empty, asked = EmptyState(icons), []
    empty.connect_requested.connect(lambda: asked.append("connect"))
    empty.show()

    QTest.keyClick(empty.connect_button, Qt.Key.Key_Return)
    empty.connect_button.click()

    assert asked == ["connect"] * 2
    assert empty.connect_button.accessibleName() == "Connect your first bank"
    delete(empty)
