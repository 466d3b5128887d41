"""Every text that a person sees goes through the translator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parents[2] / "budgetsync"
FILES = [*sorted((PROGRAM / "ui").rglob("*.py")), PROGRAM / "app.py", PROGRAM / "desktop.py"]
# What reads like a text and is none that a person sees, by file.
NO_TEXTS = {
    "ui/activity/words.py": {"Offline"},  # the code of a trouble
    "ui/language.py": {"Engine", "English", "Deutsch"},  # what languages call themselves
    "ui/theme.py": {"Fusion"},  # a style of Qt's
    "ui/transactions/details/words.py": {
        ", as the bank says",
        "posted on",
        "removal held",
        "taken back by the bank",
        "the bank's row",
        "with transaction ",
    },  # the engine's names
    "ui/widgets.py": {
        "ends in an ellipsis; hovering shows all of it",
        "is not shown at all: a part of a figure would mislead",
        "keeps its room; others give way",
    },  # what the members of an enumeration mean
    "ui/transactions/bulk_fields.py": {
        "add tags",
        "remove tags",
    },  # kinds of commands, as the ledger has them
}
SENTENCE = re.compile(r"[^\W\d_]{2,}[,.:]? +[^\W\d_]{2,}|^[A-Z][a-z]{2,}[.…:!]?$")
# Whatever is handed to these is a text, however short.
SHOWING = {
    "addAction",
    "addItem",
    "addMenu",
    "button",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setStatusTip",
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
    "Words",
}
WORD = re.compile(r"[A-Z]\w+|\w+ \w+")
NAMES_AND_KEYS = {"BudgetSync", "primary", "quiet", "plain", "danger"}
# What is handed to these never is a text.
SILENT = {
    "cast", "encode", "field", "findChild", "getLogger", "inherits", "Path", "setObjectName", "setProperty",
    "Template", "toString", "translate", "TypeVar",
}  # fmt: skip


def untranslated(source: str) -> Iterator[str]:
    """Give what reads like a text and is not translated: in calls, properties, tables, joined texts and f-strings."""
    tree = ast.parse(source)
    passed_over = set(_passed_over(tree))
    shown = set(_shown(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed_over:
            text = node.value
            if SENTENCE.search(text) or (id(node) in shown and WORD.search(text)):
                yield text


def _passed_over(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        apart: list[ast.AST | None] = []
        match node:
            case ast.Expr(value=ast.Constant()):  # a docstring
                apart = [node]
            case ast.Call(func=called) if _name(called) in SILENT or _is_log(called):
                apart = [node]
            case ast.AnnAssign(annotation=annotation) | ast.arg(annotation=annotation):
                apart = [annotation]
            case ast.FunctionDef(returns=returns) | ast.AsyncFunctionDef(returns=returns):
                apart = [returns]
            case ast.Assert():
                apart = [node]
            case ast.Subscript(slice=key):
                apart = [key]
            case ast.Dict(keys=keys):
                apart = list(keys)
        yield from (id(inner) for each in apart if each is not None for inner in ast.walk(each))


def _shown(tree: ast.AST) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in SHOWING:
            for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
                for part in argument.values if isinstance(argument, ast.JoinedStr) else [argument]:
                    if isinstance(part, ast.Constant) and part.value not in NAMES_AND_KEYS:
                        yield id(part)


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _is_log(called: ast.expr) -> bool:
    return isinstance(called, ast.Attribute) and ast.unparse(called.value) in {"_log", "re", "logging"}


def test_no_text_is_shown_past_the_translator() -> None:
    found: dict[str, set[str]] = {}
    for path in FILES:
        name = path.relative_to(PROGRAM).as_posix()
        texts = set(untranslated(path.read_text("utf-8"))) - NO_TEXTS.get(name, set())
        if texts:
            found[name] = texts
    assert len(FILES) > 20
    assert found == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('label.setText("Sync now")', ["Sync now"]),
        ('QLabel("Quit")', ["Quit"]),
        ('label.setText(f"Last seen {when}")', ["Last seen "]),
        ('text = "Last seen " + when', ["Last seen "]),
        ('WORDS = {Kind.A: "Not asked for"}', ["Not asked for"]),
        ('return f"{count} rows of the bank"', [" rows of the bank"]),
        ('self.card.show_heading("Accounts")', ["Accounts"]),
        ('Line(text="No connection")', ["No connection"]),
        ('QLabel(translate("Menu", "Quit"))', []),
        ('label.setText("")', []),
        ('label.setText(f"{a}: {b}")', []),
        ('label.setObjectName("Last seen")', []),
        ('_log.info("it was last seen at %s", when)', []),
        ('def f() -> "Core | None":\n    """Say what it is."""', []),
    ],
)
def test_a_text_past_the_translator_is_found(source: str, found: list[str]) -> None:
    assert list(untranslated(source)) == found
