"""The house rules that no linter knows. Each is tried on a bad example too."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = sorted((ROOT / "budgetsync").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TOOLS = sorted((ROOT / "packaging").glob("*.py"))

LONGEST_FILE = 500
LARGEST_MEDIAN = 150

# The homes of `except Exception`, each with the reason why nothing narrower will do there.
BROAD_HANDLERS = {
    "budgetsync/providers/plaid/calls.py": "what a call raised is handed to whoever awaits it on the loop",
    "budgetsync/store/threads.py": "what a step raised is handed to whoever waits for it on another thread",
    "budgetsync/sync/worker.py": "a run is closed whatever its fetch raised",
    "budgetsync/sync/supervisor.py": "a task that crashed is reported and started again",
    "budgetsync/ui/bridge.py": "a failed coroutine reaches the window as a message",
    "budgetsync/app.py": "the last resort before the process ends",
}
# The tests that may be skipped, each with the reason.
SKIPPING_TESTS = {
    "tests/ui/test_none_references.py": "None is immortal from Python 3.12 on",
}

BLOCKING_DIALOGS = {
    "QMessageBox": {"information", "question", "warning", "critical", "about", "aboutQt"},
    "QFileDialog": {
        "getExistingDirectory",
        "getExistingDirectoryUrl",
        "getOpenFileName",
        "getOpenFileNames",
        "getOpenFileUrl",
        "getOpenFileUrls",
        "getSaveFileName",
        "getSaveFileUrl",
    },
    "QInputDialog": {"getText", "getMultiLineText", "getInt", "getDouble", "getItem"},
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}

Rule = Callable[[ast.AST], str | None]


def dotted(node: ast.AST) -> str:
    """Spells a name or an attribute as it stands in the source, or ""."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    return node.id if isinstance(node, ast.Name) else ""


def last_name(node: ast.AST) -> str:
    """Returns the last part of a dotted name."""
    return dotted(node).rpartition(".")[2]


def opens_a_nested_loop(node: ast.AST) -> str | None:
    """Finds dialogs that run an event loop of their own, which strands the tasks of the outer one."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    method, owner = node.func.attr, last_name(node.func.value)
    if method in {"exec", "exec_"}:
        return f".{method}() strands other tasks: use open() and await finished"
    if method in BLOCKING_DIALOGS.get(owner, set()):
        return f"{owner}.{method}() strands other tasks: make the dialog and open() it"
    return None


def swallows_an_exception(node: ast.AST) -> str | None:
    """Finds handlers that do nothing at all."""
    if not isinstance(node, ast.ExceptHandler):
        return None
    nothing = all(
        isinstance(line, ast.Pass) or (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant))
        for line in node.body
    )
    return "a handler that does nothing: name the case with contextlib.suppress, or act" if nothing else None


def catches_everything(node: ast.AST) -> str | None:
    """Finds handlers for every exception there is; one that cleans up and raises it again is none."""
    if isinstance(node, ast.ExceptHandler):
        last = node.body[-1]
        if isinstance(last, ast.Raise) and last.exc is None:
            return None
        kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
        names = ["BaseException" if kind is None else last_name(kind) for kind in kinds]
    elif isinstance(node, ast.Call) and last_name(node.func) == "suppress":
        names = [last_name(kind) for kind in node.args]
    else:
        return None
    broad = {"Exception", "BaseException"}.intersection(names)
    return f"{broad.pop()} is caught outside the homes named in BROAD_HANDLERS" if broad else None


def sleeps(node: ast.AST) -> str | None:
    """Finds tests that wait for time to pass instead of for what they wait for."""
    if isinstance(node, ast.ImportFrom) and node.module == "time":
        return "import time, not names from it" if any(name.name == "sleep" for name in node.names) else None
    if not isinstance(node, ast.Call):
        return None
    name = dotted(node.func)
    if name == "time.sleep":
        return "time.sleep in a test: wait for the event"
    if name in {"asyncio.sleep", "anyio.sleep"}:
        instant = len(node.args) == 1 and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0
        return None if instant else f"{name} of more than 0 in a test: wait for the event"
    return None


def skips(node: ast.AST) -> str | None:
    """Finds tests that do not run."""
    name = dotted(node) if isinstance(node, ast.Attribute) else ""
    hidden = {"pytest.skip", "pytest.importorskip", "pytest.xfail"}
    hidden |= {f"pytest.mark.{mark}" for mark in ("skip", "skipif", "xfail")}
    hidden |= {"unittest.skip", "unittest.skipIf", "unittest.skipUnless"}
    return f"{name}: every test runs" if name in hidden else None


def findings(rule: Rule, source: str) -> Iterator[str]:
    """Applies a rule to each node of a source text."""
    for node in ast.walk(ast.parse(source)):
        found = rule(node)
        if found is not None:
            yield f"{getattr(node, 'lineno', 0)}: {found}"


def broken(rule: Rule, files: list[Path], excused: dict[str, str] | None = None) -> list[str]:
    """Applies a rule to files; returns what it found in those that are not excused."""
    found = []
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        if name not in (excused or {}):
            found += [f"{name}:{line}" for line in findings(rule, path.read_text(encoding="utf-8"))]
    return found


def expect_none(found: list[str]) -> None:
    """Fails with one finding in each line."""
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def line_count(path: Path) -> int:
    """Counts a file's lines."""
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_too_long() -> None:
    sizes = {str(path.relative_to(ROOT)): line_count(path) for path in PROGRAM + TESTS + TOOLS}
    expect_none([f"{name} has {size} lines" for name, size in sizes.items() if size > LONGEST_FILE])


def test_the_median_file_is_short() -> None:
    sizes = [line_count(path) for path in PROGRAM if path.name != "__init__.py"]
    assert statistics.median(sizes or [0]) < LARGEST_MEDIAN


def test_no_dialog_runs_a_loop_of_its_own() -> None:
    expect_none(broken(opens_a_nested_loop, PROGRAM))


def test_no_handler_does_nothing() -> None:
    expect_none(broken(swallows_an_exception, PROGRAM + TESTS + TOOLS))


def test_everything_is_caught_in_the_named_homes_only() -> None:
    expect_none(broken(catches_everything, PROGRAM, BROAD_HANDLERS))


def test_no_test_waits_for_time_to_pass() -> None:
    expect_none(broken(sleeps, TESTS))


def test_no_test_is_skipped() -> None:
    expect_none(broken(skips, TESTS, SKIPPING_TESTS))


@pytest.mark.parametrize(
    ("rule", "bad", "good"),
    [
        (opens_a_nested_loop, "dialog.exec()", "dialog.open()"),
        (opens_a_nested_loop, "menu.exec_(place)", "connection.execute('SELECT 1')"),
        (opens_a_nested_loop, "QMessageBox.warning(self, 'a', 'b')", "QMessageBox.StandardButton.Ok.name"),
        (opens_a_nested_loop, "QtWidgets.QFileDialog.getOpenFileName(self)", "QFileDialog(self).open()"),
        (opens_a_nested_loop, "name, ok = QInputDialog.getText(self, 'a', 'b')", "log.warning('a')"),
        (swallows_an_exception, "try: f()\nexcept: pass", "try: f()\nexcept OSError: g()"),
        (swallows_an_exception, "try: f()\nexcept OSError: ...", "with suppress(OSError): f()"),
        (swallows_an_exception, "try: f()\nexcept OSError:\n '''Why.'''\n pass", "try: f()\nfinally: pass"),
        (catches_everything, "try: f()\nexcept Exception as e: g(e)", "try: f()\nexcept OSError as e: g(e)"),
        (catches_everything, "try: f()\nexcept: g()", "try: f()\nexcept (OSError, ValueError): g()"),
        (catches_everything, "try: f()\nexcept (OSError, BaseException): g()", "raise Exception"),
        (
            catches_everything,
            "try: f()\nexcept Exception: raise X",
            "try: f()\nexcept Exception:\n g()\n raise",
        ),
        (catches_everything, "with contextlib.suppress(Exception): f()", "with suppress(KeyError): f()"),
        (sleeps, "time.sleep(0.1)", "time.monotonic()"),
        (sleeps, "from time import sleep", "from time import monotonic"),
        (sleeps, "asyncio.sleep(0.01)", "asyncio.sleep(0)"),
        (skips, "@pytest.mark.skip\ndef test(): ...", "@pytest.mark.parametrize('a', [])\ndef test(a): ..."),
        (skips, "pytest.skip('not today')", "pytest.fail('today')"),
        (skips, "pytest.importorskip('keyring')", "import keyring"),
    ],
)
def test_each_rule_finds_its_bad_example_and_passes_the_good_one(rule: Rule, bad: str, good: str) -> None:
    assert len(list(findings(rule, bad))) == 1
    assert list(findings(rule, good)) == []


def test_no_tracked_file_names_a_folder_or_a_registry_of_one_machine() -> None:
    git = shutil.which("git")
    folders = r"(?<![\w.}/-])/(?:work|root|tmp(?!/\.X11-unix)|home/[a-z]+|Users/[A-Za-z]+)/"
    hosts = r"pypi\.org|pythonhosted|npmjs|deb\.debian|pkg\.dev"
    pattern = re.compile(f"{folders}|{hosts}")
    if git is not None and (ROOT / ".git").exists():
        listed = subprocess.run(
            [git, "-c", "safe.directory=*", "ls-files", "-z"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        tracked = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        tracked = PROGRAM + TESTS + TOOLS
    found = []
    for path in tracked:
        if path == Path(__file__) or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in pattern.finditer(text)]
    expect_none(found)


def test_lock_files_name_no_place_to_download_from() -> None:
    locks = sorted((ROOT / "packaging").glob("requirements*.txt"))
    assert len(locks) == 4
    place = re.compile(r"://|--(?:extra-)?index-url|--find-links|--trusted-host")
    assert [path.name for path in locks if place.search(path.read_text(encoding="utf-8"))] == []


def test_docstrings_are_asked_for_everywhere_in_the_program() -> None:
    lint = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]
    ignored = list(lint["ignore"])
    for pattern, codes in lint["per-file-ignores"].items():
        ignored += codes if pattern.startswith("budgetsync") else []
    assert {code for code in ignored if re.fullmatch(r"D(1\d\d|1|)", code)} <= {"D105", "D107"}
    silenced = re.compile(r"#\s*(?:ruff:\s*noqa\s*$|ruff:\s*noqa:.*\bD1|noqa\s*$|noqa:.*\bD1)", re.MULTILINE)
    assert [path.name for path in PROGRAM if silenced.search(path.read_text(encoding="utf-8"))] == []


def cycles(imports: dict[str, set[str]]) -> list[list[str]]:
    """Returns the groups of modules that reach each other, each sorted."""
    reached: dict[str, set[str]] = {}
    for module, direct in imports.items():
        seen: set[str] = set()
        ahead = list(direct)
        while ahead:
            current = ahead.pop()
            if current not in seen:
                seen.add(current)
                ahead += imports.get(current, set())
        reached[module] = seen
    looped = {module for module in imports if module in reached[module]}
    groups = {tuple(sorted(n for n in looped if n in reached[m] and m in reached[n])) for m in looped}
    return [list(group) for group in sorted(groups)]


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("budgetsync", exclude_type_checking_imports=False, cache_dir=None)
    imports = {module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}
    assert len(imports) > 1
    expect_none([" <-> ".join(group) for group in cycles(imports)])


def test_a_circle_is_found() -> None:
    assert cycles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [["b", "c"]]


LOGGING_TESTS = """
import logging, threading, pytest

def test_quiet_passes(): logging.getLogger("a").info("fine")
def test_warning_fails(): logging.getLogger("a").warning("the bank is %s", "closed")
def test_thread_fails():
    thread = threading.Thread(target=logging.error, args=("x",))
    thread.start()
    thread.join()
def test_another_fails(expected_warnings):
    expected_warnings.allow("a: .*closed")
    logging.error("b")
def test_allowed_passes(expected_warnings):
    expected_warnings.allow("a: .*closed")
    logging.getLogger("a").error("closed")
@pytest.mark.expected_warnings("a: .*closed")
def test_marked_passes(): logging.getLogger("a").error("closed")
@pytest.fixture
def late():
    yield
    logging.error("late")
def test_late_fails(late): ...
"""


def test_an_unexpected_warning_in_the_log_fails_a_test(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_it.py").write_text(LOGGING_TESTS, encoding="utf-8")
    plain = ["-p", "no:cacheprovider", "-p", "no:pytest-qt", "--rootdir", str(tmp_path)]
    command = [sys.executable, "-m", "pytest", "-q", *plain]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    unhappy = set(re.findall(r"^(?:FAILED|ERROR) test_it\.py::(\w+)", done.stdout, re.MULTILINE))
    assert unhappy == {"test_warning_fails", "test_thread_fails", "test_another_fails", "test_late_fails"}
    assert done.stdout.count("unexpected warnings in the log") >= len(unhappy)
    assert "the bank is closed" in done.stdout
