"""The window looks as it did when somebody last looked: a few states beside their kept pictures.

Where a change of looks is meant, `make screenshots` renews the pictures; look at them before they are committed.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tests.screenshots.__main__ import KEPT, take
from tests.screenshots.flaws import find_flaws
from tests.screenshots.pictures import compare, save
from tests.screenshots.states import STATES, Keep
from tests.ui.samples import delete

COMPARED = sorted(
    f"{state.name}{shot.suffix}.png" for state in STATES for shot in state.shots if shot.keep is Keep.COMPARED
)


def test_light_and_dark_at_both_scales_are_among_what_is_compared() -> None:
    shots = [shot for state in STATES for shot in state.shots if shot.keep is Keep.COMPARED]
    assert {(shot.appearance.value, shot.scale) for shot in shots} == {
        ("light", 1), ("dark", 1), ("light", 2), ("dark", 2)
    }  # fmt: skip


def test_the_window_looks_as_in_its_kept_pictures(tmp_path: Path) -> None:
    names = {state.name for state in STATES if any(shot.keep is Keep.COMPARED for shot in state.shots)}
    harvest = take(tmp_path, sorted(names), keeps=[Keep.COMPARED])
    assert harvest.flaws == []
    assert sorted(harvest.pictures) == COMPARED
    differences = {name: compare(tmp_path / name, KEPT / name) for name in COMPARED}
    changed = [f"{name}: {found}" for name, found in differences.items() if not found.is_tolerated]
    assert changed == [], "look at build/screenshots after `make screenshots`"


def page(words: str = "Sync now", at: int = 20) -> QImage:
    image = QImage(480, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4f5f7"))
    painter = QPainter(image)
    painter.drawText(QPoint(at, 40), words)
    painter.fillRect(QRect(at, 80, 200, 60), QColor("#0b62c4"))
    painter.end()
    return image


def test_pictures_are_compared_as_a_person_would(tmp_path: Path) -> None:
    shown = {"here": page(), "again": page(), "a letter": page("Sync new"), "moved": page(at=120)}
    for name, image in shown.items():
        save(image, tmp_path / name)
    save(page().copy(0, 0, 400, 200), tmp_path / "smaller")
    same = {name: compare(tmp_path / "here", tmp_path / name).is_tolerated for name in (*shown, "smaller")}
    assert same == {"here": True, "again": True, "a letter": True, "moved": False, "smaller": False}


def test_what_is_cut_off_misplaced_or_blank_is_found() -> None:
    window = QWidget()
    layout = QHBoxLayout(window)
    cut = QLabel("A long sentence that has no room")
    cut.setFixedWidth(40)
    told = QLabel("Another long sentence that has no room")
    told.setFixedWidth(40)
    told.setToolTip("Another long sentence that has no room")
    layout.addWidget(cut)
    layout.addWidget(told)
    stray = QPushButton("Stray", window)
    stray.setGeometry(-30, 300, 80, 30)
    window.resize(300, 100)
    window.show()
    blank = QImage(300, 100, QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    found = find_flaws(window, blank)
    assert [flaw.rpartition(": ")[2] for flaw in found if "cut off" in flaw] == [repr(cut.text())]
    assert any("outside its parent" in flaw for flaw in found)
    assert any("blank" in flaw for flaw in found)
    delete(window)
