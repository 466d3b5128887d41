"""The log: redacted, private, bounded, and tied together."""

from __future__ import annotations

import asyncio
import json
import logging
import stat
from pathlib import Path
from typing import Any

import pytest

from budgetsync.domain.log_line import Level
from budgetsync.domain.redaction import redact
from budgetsync.domain.trace import current_trace, tracing
from budgetsync.host import logs
from budgetsync.host.log_tap import MOST, LogTap
from budgetsync.host.logs import logging_to

LOG = logging.getLogger("budgetsync.test")
SECRETS = (
    "access-sandbox-0f6c2d8e-91b7-4a35-c0d7-e2f4a6981b00",
    "public-production-0f6c2d8e-91b7-4a35-c0d7-e2f4a6981b00",
    "link-development-1234abcd",
    "0f6c2d8e91b74a35c0d7e2f4a6981b",
    "DE89370400440532013000",
    "GB29 NWBK 6016 1331 9268 19",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111111111111111",
    "000123456789",
    "someone.else+bank@example.co.uk",
    "eyJhbGciOiJFUzI1NiJ9.eyJpYXQiOjF9.c2lnbmF0dXJl",
)


def lines(folder: Path) -> list[dict[str, Any]]:
    return [
        json.loads(line)
        for file in sorted((folder / "logs").glob("*.jsonl*"))
        for line in file.read_text(encoding="utf-8").splitlines()
    ]


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("around", ["{}", "before {} after", "({})", "x={}, y", '{{"access_token": "{}"}}'])
def test_what_looks_secret_is_taken_out(secret: str, around: str) -> None:
    shown = redact(around.format(secret))

    assert secret not in shown
    assert "…" in shown


@pytest.mark.parametrize(
    "text",
    [
        "run 1234567 of item 3 failed: INSTITUTION_DOWN",
        "2026-06-15 12:00:00+00:00 and 2026-06-15T12:00:00.123Z",
        "1,234,567 rows in 12.345678901 s",
        "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION",
        "127.0.0.1:50123",
    ],
)
def test_ordinary_texts_stay(text: str) -> None:
    assert redact(text) == text


def test_named_values_and_known_words_are_taken_out() -> None:
    assert "hunter" not in redact("password=hunter2 and PLAID_SECRET: hunter3")
    assert redact("my own words", ["own words"]) == "my …"
    assert redact("a b", ["a"]) == "a b"


@pytest.mark.expected_warnings(r"budgetsync\.test: ")
def test_no_known_secret_reaches_the_file(tmp_path: Path) -> None:
    with logging_to(tmp_path, ["the passphrase itself"]):
        for secret in SECRETS:
            LOG.info("told %s", secret)
            LOG.warning(f"told {secret}")  # noqa: G004 - as careless code does
            try:
                raise ValueError(secret)  # noqa: TRY301
            except ValueError:
                LOG.exception("broke")
        LOG.info("the passphrase itself")

    text = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "logs").iterdir())
    assert [secret for secret in (*SECRETS, "the passphrase itself") if secret in text] == []
    assert len(lines(tmp_path)) == 3 * len(SECRETS) + 1
    assert lines(tmp_path)[2]["error"] == "ValueError"
    assert "test_logs.py" in lines(tmp_path)[2]["trace"]


def test_lines_name_what_they_belong_to(tmp_path: Path) -> None:
    async def one(run: int) -> None:
        with tracing(run=run, item=3):
            await asyncio.sleep(0)
            LOG.info("begun")
            with tracing(request=9, event="abc"):
                await asyncio.sleep(0)
                LOG.info("asked")

    async def both() -> None:
        await asyncio.gather(one(1), one(2))

    with logging_to(tmp_path):
        asyncio.run(both())
        LOG.info("alone")

    told: list[object] = [
        {name: line[name] for name in line if name.endswith("_id")} for line in lines(tmp_path)
    ]
    for expected in (
        {},
        *({"run_id": run, "item_id": 3} for run in (1, 2)),
        *({"run_id": run, "item_id": 3, "request_id": 9, "event_id": "abc"} for run in (1, 2)),
    ):
        told.remove(expected)
    assert told == []
    assert current_trace().as_fields() == {}


def test_the_files_are_private_and_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "SIZE", 2_000)
    with logging_to(tmp_path):
        for number in range(500):
            LOG.info("line %d", number)

    files = list((tmp_path / "logs").iterdir())
    assert len(files) == 5
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)
    assert all(file.stat().st_size <= 2_000 for file in files)
    assert stat.S_IMODE((tmp_path / "logs").stat().st_mode) == 0o700
    assert lines(tmp_path)[-1]


def test_two_writers_share_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "SIZE", 100_000)
    with logging_to(tmp_path):
        LOG.info("first")
        current = tmp_path / "logs" / logs.FILE_NAME
        current.rename(current.with_suffix(".jsonl.1"))  # as another process turns it over
        LOG.info("second")

    assert [json.loads(current.read_text())["message"]] == ["second"]


def test_what_cannot_be_written_is_counted_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with logging_to(tmp_path):
        monkeypatch.setattr(logs._PrivateFile, "shouldRollover", _refuse)
        LOG.info("lost")
        LOG.info("lost")
        monkeypatch.undo()
        LOG.info("kept")

    assert [line["message"] for line in lines(tmp_path)] == [
        "2 lines before this one could not be written",
        "kept",
    ]


def _refuse(_handler: object, _record: logging.LogRecord) -> bool:
    raise OSError


def test_nothing_stays_behind(tmp_path: Path) -> None:
    root, before = logging.getLogger(), list(logging.getLogger().handlers)
    with logging_to(tmp_path):
        assert len(root.handlers) > len(before)
    assert root.handlers == before
    assert list((tmp_path / "logs").iterdir()) == []


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    with logging_to(tmp_path / "logs"):
        LOG.info("said into the air")


@pytest.mark.expected_warnings(r"budgetsync\.test: ")
def test_a_tap_keeps_the_newest_lines_as_clean_as_the_files_are(tmp_path: Path) -> None:
    tap = LogTap(["the passphrase itself"])
    with logging_to(tmp_path, tap=tap):
        with tracing(run=7, item=3):
            LOG.info("the passphrase itself at %s", SECRETS[0])
        try:
            raise ValueError(SECRETS[0])  # noqa: TRY301
        except ValueError:
            LOG.exception("broke")

    first, second = tap.read()
    assert (first.number, first.level, first.part, first.belongs) == (1, Level.INFO, "test", "run 7 item 3")
    assert (second.level, second.message) == (Level.ERROR, "broke")
    assert "ValueError" in second.trace
    told = f"{first}\n{second}"
    assert SECRETS[0] not in told
    assert "passphrase itself" not in told
    assert tap.read(1) == (second,)
    assert tap.read(2) == ()
    LOG.info("nobody listens any more")
    assert len(tap.read()) == 2


def test_a_tap_lets_go_of_the_oldest_lines(tmp_path: Path) -> None:
    tap = LogTap()
    with logging_to(tmp_path, tap=tap):
        for number in range(MOST + 5):
            LOG.info("line %d", number)

    assert len(tap.read()) == MOST
    assert [line.message for line in tap.read(MOST + 3)] == [f"line {MOST + 3}", f"line {MOST + 4}"]
