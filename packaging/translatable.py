"""Finds the texts that are to be translated: those of the window, and the sentences of the engine.

The window's are arguments of `translate`; Qt's own `lupdate` misses many of them in Python. The engine's are literals
that read like a sentence, wherever they stand in the engine's folders: its errors, notices and names of commands.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "budgetsync"
ENGINE = "Engine"
ENGINE_FOLDERS = ("domain", "store", "sync", "providers", "vault", "host", "relay/client")
# What is written for other programs, for reports that travel in English, or for developers alone.
NOT_SAID = {
    "domain/money.py", "domain/redaction.py", "domain/problem_text.py", "domain/letter_text.py", "domain/ports.py",
    "domain/freshness.py", "domain/activity_text.py",
    "store/archive/layout.py", "store/conditions.py", "store/payloads.py", "host/folders.py",
    "host/autostart.py", "providers/plaid/redacted.py", "providers/plaid/webhooks/strict.py", "relay/protocol.py",
    "domain/query/terms.py", "store/observations.py", "relay/client/keys.py", "store/threads.py",
    "domain/export/beancount.py", "domain/export/double_entry.py", "domain/export/qif.py",
}  # fmt: skip
# Here also what begins with a small letter is a part of what is said.
IN_PARTS = {
    "domain/needs.py", "store/restore.py", "store/decisions.py", "store/edits.py", "store/merges.py", "store/undo.py",
    "store/journal.py", "store/forgetting.py", "store/history.py", "vault/keyring_vault.py", "vault/file_vault.py",
    "vault/memory_vault.py", "assembly.py",
}  # fmt: skip
# Parts of sentences that are put together from names, of which no literal tells.
PARTS = (
    "Undo", "Redo", "{first}, {second}", "payee", "category", "note", "tags", "date", "splits", "hidden", "reviewed",
    "Payee", "Category", "Note", "Tags", "Date", "Splits", "Hidden", "Reviewed", "Plaid", "{n} transactions",
    "{n} suggestions", "{subject}: {title}", "a transaction", "a suggestion",
    "a PDF", "a ZIP archive or a workbook (XLSX, ODS)", "an old Excel workbook (XLS)", "a gzip archive",
    "a bzip2 archive", "an xz archive", "a 7-Zip archive", "a RAR archive", "a database", "a picture", "a program",
    "a document (RTF)",
)  # fmt: skip
_CALLS = {"translate", "QT_TRANSLATE_NOOP"}
_LOGS = {"log", "_log", "logger", "logging", "_LOG", "LOG"}
_CODE = re.compile(
    r"\b(PRAGMA|CAST|CREATE|DROP|EXISTS|SELECT|INSERT|UPDATE|DELETE|JOIN|NULL|WHERE|AND|"
    r"ORDER BY|INDEXED BY|MATCH|BETWEEN|CASE|BEGIN|NOT|IN|Callable)\b"
    r"|[<>=?]\s*[?:']|\| None|^\w+://|^[A-Z]{3}( [A-Z]{3})+$|^\[|^Bearer |^sqlite|\w+ = [\w.]*[.(?:\d]|^Settings\("
    r"|\bt\.[a-z_]+\b|\bTHEN\b|^Iterator\["
)
_WORDS = re.compile(r"[^\W\d_]{2,}[,:;)']* +[({\w'`]|\}[:,]? [^\W\d_]{2,}|[^\W\d_]{2,}[,:]? \{")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text to be translated.

    Attributes:
        counted: Whether it has a form for each number.
    """

    context: str
    source: str
    counted: bool = False


class NotALiteralError(Exception):
    """A text that no tool can find."""


def window_texts(root: Path = PROGRAM) -> list[Text]:
    """Return every text of the window, in the order of the files.

    Raises:
        NotALiteralError: A text is put together before it is translated.
    """
    found: dict[tuple[str, str], Text] = {}
    files = [*sorted((root / "ui").rglob("*.py")), *sorted(root.glob("*.py"))]
    for path in files:
        for text in _calls(path):
            key = (text.context, text.source)
            found[key] = max(text, found.get(key, text))
    return list(found.values())


@cache
def engine_texts(root: Path = PROGRAM) -> list[str]:
    """Return every sentence of the engine as a template, sorted."""
    found: dict[str, str] = {}
    for text in PARTS:
        found.setdefault(_shape(text), text)
    for path in engine_files(root):
        for text in sentences(path.read_text("utf-8"), parts=_name(path, root) in IN_PARTS):
            found.setdefault(_shape(text), text)
    return sorted(found.values())


def _shape(template: str) -> str:
    """What it is whatever its holes are called: two that look alike cannot be told apart."""
    return re.sub(r"\{\w+\}", "{}", template)


def sentences(source: str, *, parts: bool = False) -> Iterator[str]:
    """Give what reads like a sentence in a module, with a hole for each value.

    Args:
        parts: Whether what begins with a small letter is given too.
    """
    tree = ast.parse(source)
    passed_over = set(_passed_over(tree))
    titles = set(_titles(tree))
    for node in ast.walk(tree):
        if id(node) in passed_over:
            continue
        text = template(node)
        if not text or _CODE.search(text) or not re.search(r"[^\W\d_]{2}", re.sub(r"\{\w+\}", "", text)):
            continue
        begins = text[0].isupper() or text[0] in "{'\"" or parts
        if (begins and _WORDS.search(text)) or id(node) in titles:
            yield text.strip() if parts else text


def engine_files(root: Path = PROGRAM) -> Iterator[Path]:
    """Give the modules of the engine that say something."""
    folders = [path for folder in ENGINE_FOLDERS for path in sorted((root / folder).rglob("*.py"))]
    for path in [*folders, *sorted(root.glob("*.py")), *sorted((root / "relay").glob("*.py"))]:
        if _name(path, root) not in NOT_SAID:
            yield path


def _name(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _calls(path: Path) -> Iterator[Text]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not _is_translation(node.func):
            continue
        given = [argument.value for argument in node.args[:2] if isinstance(argument, ast.Constant)]
        if len(given) == len(node.args[:2]) == 2 and all(isinstance(value, str) for value in given):  # noqa: PLR2004
            yield Text(str(given[0]), str(given[1]), len(node.args) > 3)  # noqa: PLR2004
        elif not (len(node.args) == 2 and ast.unparse(node.args[0]) == "_ENGINE"):  # noqa: PLR2004
            message = f"{path}:{node.lineno}: {ast.unparse(node)} has no literals"
            raise NotALiteralError(message)


def _is_translation(called: ast.expr) -> bool:
    """Whether it is the translator; a painter's `translate` is another thing."""
    if isinstance(called, ast.Attribute):
        return called.attr in _CALLS and ast.unparse(called.value) == "QCoreApplication"
    return isinstance(called, ast.Name) and called.id in _CALLS


def _passed_over(tree: ast.AST) -> Iterator[int]:
    """Docstrings, what is logged, what is translated already, types, and the pieces of what is put together."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            yield id(node.value)
        elif isinstance(node, ast.JoinedStr):
            for part in node.values:
                yield id(part)
                if isinstance(part, ast.FormattedValue) and part.format_spec is not None:
                    yield id(part.format_spec)
        elif isinstance(node, ast.Call) and _is_apart(node.func):
            yield from (id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.AnnAssign | ast.arg) and node.annotation is not None:
            yield from (id(inner) for inner in ast.walk(node.annotation))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns is not None:
            yield from (id(inner) for inner in ast.walk(node.returns))


def _is_apart(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in _CALLS or (isinstance(called.value, ast.Name) and called.value.id in _LOGS)
    return isinstance(called, ast.Name) and called.id in _CALLS


def _titles(tree: ast.AST) -> Iterator[int]:
    """What is given as a title, message or action, however short."""
    names = {"title", "message", "action", "hint", "description"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(
            isinstance(target, ast.Name) and target.id in names for target in node.targets
        ):
            yield id(node.value)
        elif isinstance(node, ast.Call):
            yield from (id(each.value) for each in node.keywords if each.arg in names)


def template(node: ast.AST) -> str | None:
    """Give a literal as a template, with a hole for each value; None where it is no literal."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    names: dict[str, str] = {}
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{" + _hole(part, names) + "}"
        for part in node.values
    )


def _hole(part: ast.expr, names: dict[str, str]) -> str:
    """Name a hole by what fills it; two values never share a name."""
    assert isinstance(part, ast.FormattedValue)
    said, value = ast.unparse(part.value), part.value
    if said not in names:
        while isinstance(value, ast.Call | ast.Subscript):
            value = value.func if isinstance(value, ast.Call) else value.value
        name = value.attr if isinstance(value, ast.Attribute) else getattr(value, "id", "value")
        name = name.strip("_").lower()
        count = sum(re.fullmatch(rf"{name}\d*", other) is not None for other in names.values())
        names[said] = name if not count else f"{name}{count + 1}"
    return names[said]
