"""Keeps the translations in step with the code, and builds them into the resources.

`python packaging/translations.py make` finds the texts, merges them into the .ts files (with Qt's lupdate) and makes
the .qm files of them (with Qt's lrelease). `python packaging/translations.py check` tells what is behind: a text that
is not in the files, one without a translation, a .qm that is not made of its .ts.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from translatable import ENGINE, ROOT, Text, engine_texts, window_texts

FOLDER = ROOT / "resources" / "translations"
CATALOGUE = FOLDER / "engine.json"
LANGUAGES = ("de", "es")
_HOLE = re.compile(r"\{\w*\}|%n")


@dataclass(frozen=True, slots=True)
class Message:
    """A text as a .ts file has it.

    Attributes:
        forms: Its translation, one for each form of number where it is counted.
        finished: Whether somebody said that it is.
    """

    text: Text
    forms: tuple[str, ...]
    finished: bool


@cache
def texts() -> list[Text]:
    """Return every text that has to be in the files."""
    return [*window_texts(), *(Text(ENGINE, template) for template in engine_texts())]


def source_of(language: str) -> Path:
    """Return the .ts file of a language."""
    return FOLDER / f"budgetsync_{language}.ts"


def messages(file: Path) -> Iterator[Message]:
    """Read a .ts file."""
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 - a file of our own
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            counted = message.get("numerus") == "yes"
            text = Text(name, message.findtext("source") or "", counted)
            told = message.find("translation")
            assert told is not None
            forms = [form.text or "" for form in told.iter("numerusform")] if counted else [told.text or ""]
            yield Message(text, tuple(forms), told.get("type") is None)


def faults(language: str) -> Iterator[str]:
    """Tell what is behind or wrong in one language."""
    known = {message.text: message for message in messages(source_of(language))}
    wanted = set(texts())
    yield from (f"{language}: not in the file: {text}" for text in sorted(wanted - set(known)))
    yield from (f"{language}: no text any more: {text}" for text in sorted(set(known) - wanted))
    for text, message in known.items():
        if text in wanted:
            yield from (f"{language}: {fault}: {text}" for fault in _faults_of(message))
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.qm"
        _release(source_of(language), fresh)
        if fresh.read_bytes() != source_of(language).with_suffix(".qm").read_bytes():
            yield f"{language}: the .qm is not made of the .ts"


def _faults_of(message: Message) -> Iterator[str]:
    source = message.text.source
    if not message.finished or not all(message.forms):
        yield "not translated"
        return
    for form in message.forms:
        holes, wanted = set(_HOLE.findall(form)), set(_HOLE.findall(source))
        if holes != wanted and not (message.text.counted and holes == wanted - {"{n}"}):
            yield f"other holes ({form})"
        if ("&" in source.replace("&&", "")) != ("&" in form.replace("&&", "")) and "\n" not in source:
            yield f"a key to press is missing or too many ({form})"
        if source[-1:] in ".!?…:" and form[-1:] != source[-1:]:
            yield f"ends otherwise ({form})"
        if (source[:1].isspace(), source[-1:].isspace()) != (form[:1].isspace(), form[-1:].isspace()):
            yield f"other space around it ({form})"


def make() -> int:
    """Bring the files in step with the code."""
    FOLDER.mkdir(exist_ok=True)
    CATALOGUE.write_text(json.dumps(engine_texts(), ensure_ascii=False, indent=0) + "\n", "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "texts.cpp"
        found.write_text("".join(map(_as_cpp, texts())), "utf-8")
        for language in LANGUAGES:
            _run("lupdate", "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en",
                 "-target-language", language, str(found), "-ts", str(source_of(language)))  # fmt: skip
    open_ones = 0
    for language in LANGUAGES:
        _release(source_of(language), source_of(language).with_suffix(".qm"))
        open_ones += sum(not message.finished for message in messages(source_of(language)))
    print(f"{len(texts())} texts in {len(LANGUAGES)} languages, {open_ones} translations are missing")
    return 0


def check() -> int:
    """Tell what is behind; nothing is changed."""
    found = [fault for language in LANGUAGES for fault in faults(language)]
    if json.loads(CATALOGUE.read_text("utf-8")) != engine_texts():
        found.append("the catalogue of the engine's texts is behind")
    for fault in found:
        print(fault)
    if found:
        print(f"{len(found)} faults; `make translations` brings the files in step, Qt Linguist translates")
    return 1 if found else 0


def _as_cpp(text: Text) -> str:
    """Write a text as what lupdate reads best."""
    context, source = (json.dumps(part, ensure_ascii=False) for part in (text.context, text.source))
    return f"QCoreApplication::translate({context}, {source}{', nullptr, 1' if text.counted else ''});\n"


def _release(source: Path, made: Path) -> None:
    _run("lrelease", "-silent", str(source), "-qm", str(made))


def _run(tool: str, *arguments: str) -> None:
    found = find_spec("PySide6")
    assert found is not None
    assert found.submodule_search_locations is not None
    subprocess.run([str(Path(found.submodule_search_locations[0]) / tool), *arguments], check=True)


def main() -> int:
    """Do what the command line says."""
    tasks = {"make": make, "check": check}
    if sys.argv[1:] and sys.argv[1] in tasks:
        return tasks[sys.argv[1]]()
    print(f"usage: translations.py {'|'.join(tasks)}", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
