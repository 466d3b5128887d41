"""SimpleFIN against the demo bank's server, over real HTTP."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from budgetsync.domain.errors import (
    PayloadError,
    ProviderError,
    ProviderRejected,
    ProviderUnavailable,
    ReauthRequired,
)
from budgetsync.domain.item import History
from budgetsync.domain.sync import SyncPage
from budgetsync.domain.transaction import TransactionState
from budgetsync.providers.simplefin.convert import to_page
from budgetsync.providers.simplefin.provider import SimpleFinProvider
from budgetsync.providers.simplefin.tokens import read_setup_token
from budgetsync.providers.simplefin.windows import FIRST, LONGEST, OVERLAP, Window, next_window
from budgetsync.sandbox import BankServer, DemoBank

TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)


def unpacked(rows: list[bytes]) -> bytes:
    return b"\n".join(rows)


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=5, rows=3000, start=TODAY)


@pytest.fixture
def server(bank: DemoBank) -> Iterator[BankServer]:
    with bank.serve() as running:
        yield running


def fetch_all(provider: SimpleFinProvider, key: str, cursor: str = "") -> list[SyncPage]:
    pages = [asyncio.run(provider.fetch_page(key, cursor))]
    while pages[-1].has_more:
        pages.append(asyncio.run(provider.fetch_page(key, pages[-1].next_cursor)))
    return pages


def test_a_setup_token_gives_ninety_days_in_windows_and_works_once(
    bank: DemoBank, server: BankServer
) -> None:
    provider = SimpleFinProvider(unpacked, lambda: NOW)
    token = bank.setup_token(server.url)

    connection = asyncio.run(provider.claim(token))
    pages = fetch_all(provider, connection.access_token)
    with pytest.raises(ReauthRequired) as refused:
        asyncio.run(provider.claim(token))

    assert "compromised" in refused.value.title
    assert connection.access_token not in repr(connection)
    assert len(pages) == 3
    assert not pages[0].complete_pendings
    assert pages[-1].complete_pendings == {one.source_account_id for one in pages[-1].accounts}
    rows = {row.key: row for page in pages for row in page.added}
    assert min(row.transacted_on for row in rows.values()) < TODAY - timedelta(days=80)
    assert {row.state for row in rows.values()} == {TransactionState.PENDING, TransactionState.POSTED}
    assert not [problem for page in pages for problem in page.problems if problem.payload]
    standing = asyncio.run(provider.fetch_standing(connection.access_token))
    assert standing.error is None
    assert standing.as_of is not None


def test_more_than_a_day_s_requests_disable_the_access(bank: DemoBank, server: BankServer) -> None:
    provider = SimpleFinProvider(unpacked, lambda: NOW)
    connection = asyncio.run(provider.claim(bank.setup_token(server.url)))
    for _ in range(24):
        asyncio.run(provider.fetch_page(connection.access_token, str(int(NOW.timestamp()))))

    with pytest.raises(ReauthRequired) as refused:
        asyncio.run(provider.fetch_page(connection.access_token, ""))

    assert "setup token" in refused.value.action
    assert connection.access_token.split(":")[2].split("@")[0] not in str(refused.value)


@pytest.mark.parametrize(
    "token", ["", "not base64!", "aHR0cDovL2V4YW1wbGUuY29tL2NsYWlt", "/w==", "YQ" * 9000]
)
def test_what_is_no_token_is_never_sent(token: str) -> None:
    with pytest.raises(ProviderRejected):
        read_setup_token(token)


def test_a_token_may_lead_to_https_or_this_computer() -> None:
    for url in ("https://bridge.example/claim/1", "http://127.0.0.1:8080/claim/1"):
        assert read_setup_token(base64.b64encode(url.encode()).decode()) == url


def test_windows_overlap_and_end_at_tomorrow() -> None:
    cursor = ""
    windows: list[Window] = []
    while not windows or not windows[-1].is_last:
        windows.append(next_window(cursor, NOW))
        cursor = windows[-1].next_cursor

    assert windows[0].start <= NOW - FIRST
    assert all(window.end - window.start <= LONGEST for window in windows)
    assert all(later.start <= earlier.end - OVERLAP for earlier, later in pairwise(windows))
    assert next_window(cursor, NOW + timedelta(hours=8)).is_last


ROWS: list[dict[str, object]] = [
    {"id": "1", "posted": 1_781_400_000, "amount": "-4.20", "description": "COFFEE"},
    {"id": "2", "posted": 0, "amount": "-1", "description": "BREAD", "pending": True},
]
ACCOUNT = {
    "id": "12345678",
    "name": "Checking 4321",
    "currency": "USD",
    "balance": "10.50",
    "balance-date": 1_781_500_000,
    "transactions": ROWS,
}


def page_of(**answer: object) -> SyncPage:
    window = next_window(str(int(NOW.timestamp())), NOW)
    return to_page(json.dumps({"accounts": [ACCOUNT], **answer}).encode(), window, unpacked, NOW)[0]


def test_both_versions_tell_the_same_rows_and_no_account_number() -> None:
    old = page_of(errors=[])
    new = page_of(errlist=[], connections=[{"conn_id": "CON-1", "org_name": "Bank"}])

    assert old.added == new.added
    assert [row.minor for row in new.added] == [-420, -100]
    assert new.history is History.COMPLETE
    assert "12345678" not in repr(new)


def test_troubles_are_told_although_the_answer_is_good() -> None:
    body = json.dumps(
        {
            "accounts": [ACCOUNT],
            "errlist": [
                {"code": "con.auth", "msg": "Sign in\nfor 12345678"},
                {"code": "act.failed", "msg": "Nothing new", "account_id": "12345678"},
            ],
        }
    )

    page, standing = to_page(body.encode(), next_window(str(int(NOW.timestamp())), NOW), unpacked, NOW)

    assert isinstance(standing.error, ReauthRequired)
    assert standing.error.message == "Sign in for …5678"
    assert [problem.error.message for problem in page.problems] == ["Nothing new"]
    assert len(page.added) == 2
    assert not page.complete_pendings


def test_rows_that_cannot_be_read_and_points_are_problems_beside_the_good_ones() -> None:
    bad: dict[str, object] = {"id": "3", "amount": "1.234", "posted": 1}
    broken = {**ACCOUNT, "transactions": [*ROWS, bad]}
    miles = {**ACCOUNT, "id": "9", "currency": "https://air.example/miles"}

    page = page_of(accounts=[broken, miles, {"id": 7}])

    assert len(page.added) == 2
    assert len(page.problems) == 3
    assert all(isinstance(problem.error, PayloadError) for problem in page.problems)
    assert not page.complete_pendings


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"accounts": 3}', b"\xff", b"[" * 100_000])
def test_what_is_no_answer_is_the_server_s_failure(body: bytes) -> None:
    with pytest.raises(ProviderUnavailable):
        to_page(body, next_window("", NOW), unpacked, NOW)


def test_a_server_that_is_not_there_is_an_error_without_the_key() -> None:
    provider = SimpleFinProvider(unpacked, lambda: NOW)
    with pytest.raises(ProviderError) as failed:
        asyncio.run(provider.fetch_page("http://who:secret@127.0.0.1:1/simplefin", ""))
    assert "secret" not in str(failed.value)
