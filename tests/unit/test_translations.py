"""The translations are whole, and the catalogue knows whatever the engine says."""

# ruff: noqa: E402 - the tools that make them are no package
from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))

import translatable
import translations
from translatable import NotALiteralError, Text, sentences, window_texts
from translations import LANGUAGES, faults

# What is made of a literal in one of these is said to a person.
SAID = {"Trouble", "Notice"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_whole(language: str) -> None:
    assert list(faults(language)) == []


def test_the_catalogue_of_the_engine_is_in_step() -> None:
    assert json.loads(translations.CATALOGUE.read_text("utf-8")) == translatable.engine_texts()


def test_what_goes_wrong_is_known_to_the_catalogue() -> None:
    known = {_shape(text) for text in translatable.engine_texts()}
    unknown = []
    for path in translatable.engine_files():
        unknown += [f"{path.name}: {text}" for text in _said(path) if _shape(text) not in known]
    assert unknown == []


def _said(path: Path) -> Iterator[str]:
    """Messages, titles and actions, found by where they stand and not by how they read."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        found: list[ast.expr] = []
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in {"message", "title", "action"}:
            found = [node.value]
        elif isinstance(node, ast.Call):
            found = [each.value for each in node.keywords if each.arg in {"title", "action"}]
            if ast.unparse(node.func).split(".")[-1] in SAID:
                found += node.args[1:4] if ast.unparse(node.func) == "Trouble" else node.args[2:5]
        for value in found:
            text = translatable.template(value)
            if (
                text
                and re.search(r"[^\W\d_]{2} ", re.sub(r"\{\w+\}", "", text))
                and text[0] not in "abcdefghijklm"
            ):
                yield text


def _shape(text: str) -> str:
    return re.sub(r"\{\w+\}", "{}", text.strip())


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('raise StoreError("The file is damaged.")', ["The file is damaged."]),
        ('message = f"There is no row {row.number} in {name!r}."', ["There is no row {number} in {name}."]),
        ('title = "Disconnected"', ["Disconnected"]),
        ('text = f"{one.count} of {two.count} rows"', ["{count} of {count2} rows"]),
        ('_log.info("The file is damaged.")', []),
        ('"""The file is damaged."""', []),
        ('sql = "SELECT id FROM item WHERE id = ?"', []),
        ('x: "Core | None" = None', []),
    ],
)
def test_sentences_are_found_as_templates(source: str, found: list[str]) -> None:
    assert list(sentences(source)) == found


def test_texts_of_the_window_are_literals(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    page = tmp_path / "ui" / "page.py"
    page.write_text(
        'translate("A", "{n} rows", None, count)\npainter.translate(1, 2)\ntranslate("A", "Quit")\n'
    )
    assert window_texts(tmp_path) == [Text("A", "{n} rows", counted=True), Text("A", "Quit")]
    page.write_text('translate("A", f"{name} rows")')
    with pytest.raises(NotALiteralError):
        window_texts(tmp_path)
