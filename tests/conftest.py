"""What all tests share: a log record of WARNING or above that nobody expected fails the test.

A test that means to provoke one says so, by a regular expression that is searched in "logger: message":

    @pytest.mark.expected_warnings(r"budgetsync\\.sync: the bank did not answer")
    def test_it(): ...

or, when the text is known only inside the test, by the fixture: `expected_warnings.allow(pattern)`.
"""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Generator
from pathlib import Path

import pytest


class WarningWatch(logging.Handler):
    """Collects the records of one test and knows which of them were expected."""

    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self._records: list[logging.LogRecord] = []
        self._allowed: list[re.Pattern[str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps a record; raising here would be swallowed in a worker thread."""
        self._records.append(record)

    def allow(self, pattern: str) -> None:
        """Expects records whose "logger: message" matches, before or after they come."""
        self._allowed.append(re.compile(pattern))

    def fail_on_unexpected(self) -> None:
        """Fails the test that runs for the records that nobody expected, and forgets them."""
        texts = [f"{record.name}: {record.getMessage()}" for record in self._records]
        self._records.clear()
        unexpected = [text for text in texts if not any(known.search(text) for known in self._allowed)]
        if unexpected:
            pytest.fail("unexpected warnings in the log:\n  " + "\n  ".join(unexpected), pytrace=False)


WATCH = pytest.StashKey[WarningWatch]()


IN_MEMORY = Path("/dev/shm")  # noqa: S108 - where Linux has files that lie in memory
ENOUGH = 4 * 1024**3


def have_quick_files() -> None:
    """Put the tests' own files into memory where there is room: thousands of commits wait for no disk.

    Programs that tests start find the usual place for files of a moment. `--basetemp` goes before.
    """
    try:
        found = os.statvfs(IN_MEMORY)
    except OSError:
        return
    if (
        found.f_bavail * found.f_frsize >= ENOUGH
        and not found.f_flag & os.ST_NOEXEC
        and os.access(IN_MEMORY, os.W_OK)
    ):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


have_quick_files()
os.environ["QT_QPA_PLATFORM"] = "offscreen"  # whatever test is the first to want Qt; programs get their own
os.environ.update(
    LC_ALL="C.UTF-8", LANGUAGE=""
)  # programs speak the system's language, and tests read English


def pytest_sessionstart() -> None:
    """Leaves garbage to `collect_garbage`: Qt's objects must not be deleted on some test's worker thread."""
    gc.disable()


@pytest.fixture(autouse=True, scope="module")
def collect_garbage() -> Generator[None]:
    """Collects on the main thread after each file of tests, as the program does at quiet moments."""
    yield
    gc.collect()


def pytest_configure(config: pytest.Config) -> None:
    """Makes the marker known."""
    config.addinivalue_line(
        "markers",
        "expected_warnings(*patterns): log records of WARNING or above that this test means to provoke",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Watches the log from the test's first fixture to its last."""
    watch = WarningWatch()
    for marker in item.iter_markers("expected_warnings"):
        for pattern in marker.args:
            watch.allow(pattern)
    item.stash[WATCH] = watch
    logging.getLogger().addHandler(watch)
    try:
        return (yield)
    finally:
        logging.getLogger().removeHandler(watch)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Judges after the test itself; a test that failed keeps its own reason."""
    result = yield
    item.stash[WATCH].fail_on_unexpected()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Judges again after the fixtures, which may have been the ones to warn."""
    result = yield
    item.stash[WATCH].fail_on_unexpected()
    return result


@pytest.fixture
def expected_warnings(request: pytest.FixtureRequest) -> WarningWatch:
    """Lets a test allow warnings whose text it knows only while it runs."""
    watch: WarningWatch = request.node.stash[WATCH]
    return watch
