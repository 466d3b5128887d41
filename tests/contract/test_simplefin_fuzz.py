"""Whatever a SimpleFIN server sends is read, told as a problem, or refused as unreadable: nothing else comes out."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from random import Random

from budgetsync.domain.errors import ProviderError
from budgetsync.providers.simplefin.convert import read_row, to_page
from budgetsync.providers.simplefin.windows import next_window

NOW = datetime(2026, 6, 15, 12, tzinfo=UTC)
WHOLE = {
    "errlist": [{"code": "con.auth", "msg": "Sign in", "conn_id": "CON-1", "account_id": "1"}],
    "errors": ["You must sign in"],
    "connections": [{"conn_id": "CON-1", "name": "Mine", "org_name": "Bank"}],
    "accounts": [
        {
            "id": "1",
            "conn_id": "CON-1",
            "name": "Checking (1234)",
            "currency": "USD",
            "balance": "10.50",
            "available-balance": "9.50",
            "balance-date": 1_781_500_000,
            "org": {"domain": "bank.example"},
            "transactions": [
                {"id": "1", "posted": 1_781_400_000, "amount": "-4.20", "description": "COFFEE"},
                {"id": "2", "posted": 0, "amount": "-1", "description": "BREAD", "pending": True},
            ],
        }
    ],
}
ODD: tuple[object, ...] = (
    None,
    True,
    -1,
    1e300,
    10**30,
    "",
    "NaN",
    "-0",
    "1e9",
    "9" * 40,
    "\x00",
    "https://x.example",
    [],
    {},
    [[]],
    "é",
)


def spoil(chance: Random, value: object) -> object:
    """Put something odd in one place."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        name = chance.choice(sorted(value))
        return {**value, name: spoil(chance, value[name])}
    if isinstance(value, list) and value and chance.random() < 0.9:
        place = chance.randrange(len(value))
        return [*value[:place], spoil(chance, value[place]), *value[place + 1 :]]
    return chance.choice(ODD)


def test_only_our_errors_come_out() -> None:
    chance = Random(11)  # noqa: S311 - the same answers each time
    window = next_window("", NOW)
    read = 0
    for _ in range(4_000):
        body = json.dumps(spoil(chance, spoil(chance, WHOLE))).encode()
        if chance.random() < 0.2:
            place = chance.randrange(len(body) or 1)
            body = body[:place] + bytes([chance.randrange(256)]) + body[place + 1 :]
        try:
            page, _standing = to_page(body, window, b"\n".join, NOW)
        except ProviderError:
            continue
        read += 1
        for problem in page.problems:
            if problem.payload:
                again = read_row(problem.payload, b"\n".join, NOW.date())
                assert len(again.problems) + len(again.added) == 1
    assert read > 1_000
