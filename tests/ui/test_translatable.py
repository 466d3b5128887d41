"""Every text that a person sees goes through the translator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

UI = Path(__file__).parents[2] / "budgetsync" / "ui"
NAMES_OF_THINGS = {"BudgetSync"}
SHOWING = {
    "addAction",
    "addItem",
    "addMenu",
    "button",
    "format",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setText",
    "setTitle",
    "setToolTip",
    "setWindowTitle",
    "show_text",
    "ElidedLabel",
    "QAction",
    "QLabel",
    "Status",
    "TroublePanel",
}
KEYS = {"primary", "quiet", "plain"}
WORDS = re.compile(r"[A-Z]\w+|\w+ \w+")


def untranslated(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SHOWING:
            continue
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            for part in parts:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    text = part.value
                    if text not in NAMES_OF_THINGS | KEYS and WORDS.search(text):
                        yield text


def test_no_text_is_shown_past_the_translator() -> None:
    found = {path.name: list(untranslated(path.read_text("utf-8"))) for path in UI.rglob("*.py")}
    assert len(found) > 20
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('label.setText("Sync now")', ["Sync now"]),
        ('QLabel("Quit")', ["Quit"]),
        ('label.setText(f"Last seen {when}")', ["Last seen "]),
        ('QLabel(translate("Menu", "Quit"))', []),
        ('label.setText("")', []),
        ('label.setText(f"{a}: {b}")', []),
    ],
)
def test_a_text_past_the_translator_is_found(source: str, found: list[str]) -> None:
    assert list(untranslated(source)) == found
