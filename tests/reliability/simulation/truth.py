"""Compares the ledger's file with the bank's own model and with what the user typed."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from budgetsync.sandbox.model.book import Row
from budgetsync.sandbox.model.items import Item
from tests.reliability.recount import differences
from tests.reliability.simulation.bankside import BankSide

Words = str | int | None
"""What the user typed, as it is stored; tags as one text."""
WORDS = ("payee", "category", "note", "tags", "hidden")
_WORDS = (
    "SELECT t.payee, c.name, t.note, (SELECT group_concat(g.name) FROM "
    "(SELECT name FROM tag WHERE transaction_id = t.id ORDER BY name DESC) g), t.hidden, t.state, t.bank_removed "
    'FROM "transaction" t LEFT JOIN category c ON c.id = t.category_id WHERE t.id = ?'
)
_TOLD = (
    "SELECT o.source_transaction_id, s.source_account_id, o.state, o.amount, o.transaction_id, t.state, t.amount "
    "FROM observation o JOIN source_account s ON s.id = o.source_account "
    'JOIN "transaction" t ON t.id = o.transaction_id WHERE s.item_id = ?'
)
_PROOFS = (
    "SELECT a.name, a.type, p.verdict, p.reason, p.drift FROM proof p JOIN account a ON a.id = p.account_id "
    "WHERE p.id IN (SELECT max(id) FROM proof GROUP BY account_id)"
)


_RETRIES = (
    "SELECT started_at, (SELECT count(*) FROM sync_run o WHERE o.trigger = 'RETRY' "
    "AND o.started_at BETWEEN r.started_at AND r.started_at + 58999) AS many "
    "FROM sync_run r WHERE r.trigger = 'RETRY' AND many > 10"
)


_AT_WORK = 900.0
_TWO_MINUTES = 120_000
_LEFT = {
    "runs that never ended": "SELECT item_id, trigger FROM sync_run WHERE state = 'RUNNING' AND started_at < ?",
    "requests that nobody carries out": (
        "SELECT item_id, trigger, last_error FROM queue WHERE state = 'leased' AND changed_at < ?"
    ),
    "requests whose turn has passed": (
        "SELECT item_id, trigger, last_error FROM queue WHERE state = 'pending' AND next_attempt_at < ?"
    ),
}


class _Seen(NamedTuple):
    account: str
    state: str
    minor: int
    row: int
    row_state: str
    row_minor: int

    @property
    def lives(self) -> bool:
        return self.state != "REMOVED"


class Truth:
    """Knows the bank and what the user typed.

    Attributes:
        failures: What is wrong, in words.
        clicks: When the user asked for a sync, in milliseconds by the computer's clock.
        proved: Accounts whose balance the program proved in the end.
    """

    def __init__(self, path: Path, side: BankSide) -> None:
        self.failures: list[str] = []
        self.proved = 0
        self.clicks: list[float] = []
        self._side = side
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._words: dict[int, dict[str, Words]] = defaultdict(dict)
        self._posted: dict[int, str] = {}

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()

    def fail(self, reason: str) -> None:
        """Write down what is wrong."""
        self.failures.append(reason)

    def ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the file itself."""
        if self._connection is None:
            self._connection = sqlite3.connect(self._path)
        return self._connection.execute(sql, values).fetchall()

    def newest_rows(self, limit: int) -> list[int]:
        """Rows that a user could see and edit."""
        sql = "SELECT id FROM \"transaction\" WHERE state <> 'REMOVED' ORDER BY id DESC LIMIT ?"
        return [number for (number,) in self.ask(sql, limit)]

    def words_of(self, row: int) -> dict[str, Words]:
        """What the user sees of their own in a row."""
        return dict(zip(WORDS, self.ask(_WORDS, row)[0][:5], strict=True))

    def remember(self, row: int, name: str, value: Words) -> None:
        """Write down what the user typed."""
        self._words[row][name] = value

    def solved(self, cause: str) -> int:
        """How often what a notice was about has been solved."""
        sql = "SELECT count(*) FROM notice WHERE cause = ? AND solved_at IS NOT NULL"
        return int(self.ask(sql, cause)[0][0])

    def open_notices(self) -> list[str]:
        """What the program tells, that a bank is quiet aside: here they have been made so."""
        sql = "SELECT cause FROM notice WHERE solved_at IS NULL AND kind <> 'stale'"
        return [cause for (cause,) in self.ask(sql)]

    def runs(self, trigger: str | None = None) -> int:
        """How many runs there were, all of them or those of a trigger."""
        sql = "SELECT count(*) FROM sync_run WHERE ?1 IS NULL OR trigger = ?1"
        return int(self.ask(sql, trigger)[0][0])

    def is_current(self, item: Item) -> bool:
        """Whether the ledger has all of an item's log and its status says so."""
        found = self.ask("SELECT cursor, status, history FROM item WHERE source_item_id = ?", item.item_id)
        return (
            bool(found)
            and found[0][1:] == ("HEALTHY", "COMPLETE")
            and not self._side.backlog(item, found[0][0])
        )

    def check(self) -> None:
        """Look whether the ledger has what the bank told up to each cursor, and the user's every word."""
        self._posted.clear()
        for number, name, cursor in self.ask("SELECT id, source_item_id, cursor FROM item"):
            item = self._side.bank.items.by_id(name)
            assert item is not None
            if cursor:
                self._check_item(number, item, cursor)
        self._check_words()

    def check_end(self, now: datetime) -> None:
        """Look a last time, when everything has come to rest."""
        self.check()
        assert self._connection is not None
        for difference in differences(self._connection):
            self.fail(difference)
        for what, sql in _LEFT.items():  # what began just now is at work
            if left := self.ask(sql, (now.timestamp() - _AT_WORK) * 1000):
                self.fail(f"{what}: {left}")
        for begun, many in self.ask(_RETRIES):  # an attempt that a person asked for counts for itself
            if not any(abs(begun - click) < _TWO_MINUTES for click in self.clicks):
                self.fail(f"{many} retries within the minute after {begun}")
        for name, kind, verdict, reason, drift in self.ask(_PROOFS):
            self.proved += verdict == "PROVED"
            if verdict != "PROVED" and kind != "loan":
                self.fail(f"{name} ends {verdict} {reason} {drift}")

    def history(self) -> list[tuple[Any, ...]]:
        """Everything that must be the same for the same seed."""
        return [
            *self.ask("SELECT * FROM sync_run ORDER BY id"),
            *self.ask('SELECT * FROM "transaction" ORDER BY id'),
            *self.ask("SELECT id, event_digest, state, received_at, run_id FROM inbox ORDER BY id"),
            *self.ask(
                "SELECT id, transaction_id, run_id, command_id, field, old, new, changed_at FROM change"
            ),
        ]

    def _check_item(self, number: int, item: Item, cursor_text: str) -> None:
        cursor = self._side.cursor(item, cursor_text)
        if cursor is None or not cursor.finished or cursor.base > len(item.book.log):
            self.fail(f"the cursor of item {number} is none that a loop ended with")
            return
        told = {name: _Seen(*rest) for name, *rest in self.ask(_TOLD, number)}
        log = item.book.log
        known = {item.row_ids.of(row.key).decode(): row for row in log}
        for name, row in known.items():
            seen = told.get(name)
            shown = row.date >= cursor.first_day and cursor.accounts >> row.account & 1
            if row.last >= cursor.base or not shown or name in self._side.unread:
                continue
            if row.gone:
                if seen is not None and seen.lives:
                    self.fail(f"{name} of item {number} was taken back and still counts")
            elif seen is None or not seen.lives:
                self.fail(f"{name} of item {number} is lost: {row.name} {row.amount}, {seen}")
            else:
                self._check_row(item, name, row, seen, told)
        if strange := told.keys() - known.keys():
            self.fail(f"item {number} has rows that its bank never had: {sorted(strange)[:3]}")
        self._check_sharing(number, told)

    def _check_row(self, item: Item, name: str, row: Row, seen: _Seen, told: dict[str, _Seen]) -> None:
        wanted = (item.account_id(row.account), "PENDING" if row.pending else "POSTED", -row.amount)
        if (seen.account, seen.state, seen.minor) != wanted:
            self.fail(f"{name} is {seen}, not {wanted}")
        pending = item.pending_id(row)
        if pending in told and told[pending].row != seen.row:
            self.fail(f"{name} is row {seen.row}, but its pending was row {told[pending].row}")

    def _check_sharing(self, number: int, told: dict[str, _Seen]) -> None:
        """One row for each posted purchase and none for two; each row that counts has something that it says."""
        rows: dict[int, list[_Seen]] = defaultdict(list)
        for name, seen in told.items():
            rows[seen.row].append(seen)
            if seen.state == "POSTED" and (other := self._posted.setdefault(seen.row, name)) != name:
                self.fail(f"row {seen.row} of item {number} stands for {name} and {other}")
        for row, seens in rows.items():
            living = [seen for seen in seens if seen.lives]
            if bool(living) != (seens[0].row_state != "REMOVED"):
                self.fail(f"row {row} of item {number} is {seens[0].row_state}, the bank's word is {living}")
            leading = [seen.minor for seen in living if seen.state == "POSTED"] or [
                one.minor for one in living
            ]
            if living and seens[0].row_minor not in leading:
                self.fail(f"row {row} of item {number} is {seens[0].row_minor}, the bank says {leading}")

    def _check_words(self) -> None:
        for row, words in self._words.items():
            *found, state, bank_removed = self.ask(_WORDS, row)[0]
            seen = dict(zip(WORDS, found, strict=True))
            for name, value in words.items():
                if seen[name] != value:
                    self.fail(f"row {row}: {name} is {seen[name]!r}, the user wrote {value!r}")
            if state == "REMOVED" and any(words.values()) and not bank_removed:
                self.fail(f"the edited row {row} was taken away without a flag")
