"""Compares a ledger with the bank's truth and the user's words, by looking into the file itself."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from budgetsync.domain.ids import ItemId, RunId
from tests.reliability.bank import Bank, Version
from tests.reliability.kinship import Kin, gather
from tests.reliability.recount import differences
from tests.reliability.stream import Stream

Words = str | int | None
"""What the user typed, as it is stored; tags as one text."""
_ROWS = (
    "SELECT t.id, t.account_id, t.state, t.amount, t.transacted_on, t.bank_removed, t.payee, c.name, t.note, "
    "(SELECT group_concat(g.name) FROM (SELECT name FROM tag WHERE transaction_id = t.id ORDER BY name DESC) g), "
    't.hidden FROM "transaction" t LEFT JOIN category c ON c.id = t.category_id'
)
_OBSERVATIONS = (
    "SELECT o.transaction_id, o.source_transaction_id, o.state, "
    "EXISTS (SELECT 1 FROM held_removal h WHERE h.observation_id = o.id AND h.state = 'open') FROM observation o"
)
_PROOFS = (
    "SELECT account_id, verdict, reason, drift, drift_since FROM proof "
    "WHERE id IN (SELECT max(id) FROM proof GROUP BY account_id)"
)
_WORDS = ("payee", "category", "note", "tags", "hidden")
_UNCOMPARED = {"NO_BALANCE", "HISTORY_ARRIVING", "OLDER_DATA"}


@dataclass(slots=True)
class _Row:
    account: int
    state: str
    amount: int
    day: str
    bank_removed: int
    words: dict[str, Words]
    chains: set[int] = field(default_factory=set)
    held: bool = False

    @property
    def live(self) -> bool:
        return self.state != "REMOVED"

    @property
    def counts(self) -> bool:
        return self.live and not self.held


class _Drift(NamedTuple):
    size: int
    day: date


class Judge:
    """Knows the bank and what the user typed; looks after every sync.

    Attributes:
        failures: What is wrong, in words.
        offered: Edits on rows that are kept beside what they may have become: where nobody could be sure.
    """

    def __init__(self, path: Path, bank: Bank, stream: Stream) -> None:
        self.failures: list[str] = []
        self.offered = self.proved = self.drifts = self.rows = 0
        self._path = path
        self._bank = bank
        self._stream = stream
        self._connection: sqlite3.Connection | None = None
        self._words: dict[int, dict[str, Words]] = defaultdict(dict)
        self._seen: set[int] = set()
        self._drift_seen: dict[int, _Drift] = {}
        self._undated: set[int] = set()
        self._drifting: set[int] = set()
        self._judged = 0

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()

    def fail(self, reason: str) -> None:
        """Write down what is wrong."""
        self.failures.append(f"{self._bank.today} sync {self._judged}: {reason}")

    def relinked(self) -> None:
        """Take note that from now on nothing says which old row a new one is."""
        for chain in self._bank.chains.values():
            chain.retold = True
        since = self._bank.today - timedelta(days=20)
        for versions in self._bank.versions.values():
            if versions[0].pending and versions[0].bought >= since:
                chain = self._bank.chains[versions[0].chain]
                chain.adrift = chain.guess = True

    def newest_rows(self, limit: int) -> list[int]:
        """Rows that a user could see and edit."""
        sql = "SELECT id FROM \"transaction\" WHERE state <> 'REMOVED' ORDER BY id DESC LIMIT ?"
        return [number for (number,) in self._ask(sql, limit)]

    def words_of(self, row: int) -> dict[str, Words]:
        """What the user sees of their own in a row."""
        found = self._ask(f"{_ROWS} WHERE t.id = ?", row)[0]
        return dict(zip(_WORDS, found[6:], strict=True))

    def remember(self, row: int, name: str, value: Words) -> None:
        """Write down what the user typed."""
        self._words[row][name] = value

    def all_anchored(self) -> bool:
        """Whether the proof has begun on every account that tells a balance."""
        told = sum(account.told and account.type != "loan" for account in self._bank.accounts)
        return int(self._ask("SELECT count(*) FROM anchor WHERE confirmed")[0][0]) >= told

    def fingerprint(self, item_id: ItemId) -> object:
        """What a failed sync must leave as it was."""
        return (
            self._ask("SELECT cursor FROM item WHERE id = ?", item_id),
            self._ask("SELECT count(*), sum(id * amount), sum(state = 'POSTED') FROM \"transaction\""),
            self._ask("SELECT count(*), sum(id * amount), sum(state = 'REMOVED') FROM observation"),
            self._ask("SELECT (SELECT count(*) FROM proof), (SELECT count(*) FROM balance)"),
        )

    def last_run(self, item_id: ItemId) -> RunId:
        """The number of the newest run."""
        return RunId(self._ask("SELECT max(id) FROM sync_run WHERE item_id = ?", item_id)[0][0])

    def judge(self, item_id: ItemId, *, thorough: bool = False) -> None:
        """Look after a sync that succeeded; what costs most, every third time only, or if it is to be thorough."""
        self._judged += 1
        cursor, history = self._ask("SELECT cursor, history FROM item WHERE id = ?", item_id)[0]
        at = int(cursor[1:] or 0)
        if at > len(self._bank.log):
            self.fail("the cursor is ahead of the bank")
        rows = self._load_rows()
        self._check_presence(rows)
        if history == "COMPLETE" and cursor.startswith("C") and at == len(self._bank.log):
            self._check_rows(rows)
            if self._judged % 3 == 0 or thorough:
                self._check_kin(rows)
            self._check_proofs(rows)
        self._check_words(rows)
        if self._judged % 16 == 0:
            self._check_derived()

    def judge_end(self, item_id: ItemId) -> None:
        """Look a last time, when everything has come to rest."""
        self.judge(item_id, thorough=True)
        self._check_derived()
        accounts = self._accounts()
        rows = self._load_rows()
        proofs = {accounts[row[0]]: row[1:] for row in self._ask(_PROOFS) if row[0] in accounts}
        for number, account in enumerate(self._bank.accounts):
            verdict, reason, drift, since = proofs.get(number, ("no proof", "", 0, None))
            wanted: tuple[str, str, int, str | None] = ("PROVED", "", 0, None)
            if not account.told:
                wanted = ("NOT_PROVABLE", "NO_BALANCE", 0, None)
            elif account.interest or (account.type == "loan" and verdict != "PROVED"):
                if verdict != "NOT_PROVABLE" or reason != "LOAN_ACCRUES":
                    self.fail(f"a loan that accrues is {verdict} {reason}")
                continue
            elif size := self._wanted_drift(rows, number):
                first = str(self._drift_seen[number].day)
                wanted = ("DRIFT", "", size, since if number in self._undated else first)
            if (verdict, reason, drift, since) != wanted:
                self.fail(f"{account.name}: proof {(verdict, reason, drift, since)}, not {wanted}")
            self.proved += verdict == "PROVED"
            self.drifts += verdict == "DRIFT"
        self.rows = len(self._seen)

    def _check_presence(self, rows: dict[int, _Row]) -> None:
        if lost := self._seen - rows.keys():
            self.fail(f"rows {sorted(lost)} are not in the ledger any more")
        self._seen |= rows.keys()

    def _check_rows(self, rows: dict[int, _Row]) -> None:
        accounts = self._accounts()
        ledger = Counter(
            (accounts.get(row.account, -row.account), row.state, row.amount, row.day)
            for row in rows.values()
            if row.counts
        )
        bank = Counter(
            (one.account, "PENDING" if one.pending else "POSTED", one.minor, str(one.bought))
            for one in self._standing()
        )
        if lost := bank - ledger:
            self.fail(f"lost: {_few(lost.elements())}")
        if extra := ledger - bank:
            self.fail(f"too many: {_few(extra.elements())}")

    def _check_kin(self, rows: dict[int, _Row]) -> None:
        """One row for each purchase through its whole life, and none for two."""
        kin = gather(self._bank)
        standing = Counter(kin.of[one.chain].number for one in self._standing())
        counted: Counter[int] = Counter()
        for number, row in rows.items():
            families = {kin.of[chain].number for chain in row.chains}
            if len(families) > 1:
                self.fail(f"row {number} stands for purchases {sorted(row.chains)}")
            counted.update(families if row.counts else ())
        for number in standing.keys() | counted.keys():
            if standing[number] != counted[number]:
                wrong = f"{counted[number]} rows for {standing[number]} purchases"
                self.fail(f"{wrong} of {sorted(kin.families[number].chains)[:8]}")
        self._check_places(rows, kin, standing)

    def _check_places(self, rows: dict[int, _Row], kin: Kin, standing: Counter[int]) -> None:
        """An edited row is what its purchase has become; where nobody could tell, it is kept in sight."""
        self.offered = 0
        for number in self._words:
            row = rows[number]
            if row.live or not row.chains:
                continue
            family = kin.families[kin.of[min(row.chains)].number]
            if any(self._words[number].values()) and not row.bank_removed:
                self.fail(f"edited row {number} was taken away without a flag")
            if standing[family.number] < len(family.chains):
                continue
            if family.guess:
                self.offered += 1
            else:
                self.fail(f"the edits of row {number} are not on what purchase {sorted(row.chains)} became")

    def _check_words(self, rows: dict[int, _Row]) -> None:
        for number, words in self._words.items():
            for name, value in words.items():
                if rows[number].words[name] != value:
                    self.fail(
                        f"row {number}: {name} is {rows[number].words[name]!r}, the user wrote {value!r}"
                    )

    def _wanted_drift(self, rows: dict[int, _Row], number: int) -> int:
        """What was planted, and what the user has to decide on.

        That is rows that the bank took back for good and that are held, and rows that it hides though they are true.
        """
        account, accounts = self._bank.accounts[number], self._accounts()
        ledger = sum(
            row.amount
            for row in rows.values()
            if row.live
            and accounts.get(row.account) == number
            and (account.counts_pending or row.state == "POSTED")
        )
        beyond = ledger - self._bank.moved(number)
        return account.drift + (beyond if account.owed else -beyond)

    def _check_proofs(self, rows: dict[int, _Row]) -> None:
        accounts = self._accounts()
        told_at = self._bank.now - self._stream.late
        for account_id, verdict, reason, drift, since in self._ask(_PROOFS):
            number = accounts.get(account_id)
            if number is None:
                continue
            account, wanted = self._bank.accounts[number], self._wanted_drift(rows, number)
            if account.lag and verdict != "DRIFT":
                self._drift_seen.pop(number, None)  # another difference may have come between
                self._undated.add(number)
            elif reason not in _UNCOMPARED and not account.lag:
                self._date_drift(number, wanted, told_at.date(), confirmed=verdict == "DRIFT")
            if verdict != "DRIFT":
                self._drifting.discard(number)
                continue
            if account.lag and number in self._drifting:
                continue  # a late balance hides that it has healed, or how large it is today
            self._drifting.add(number)
            if not wanted:
                self.fail(f"{account.name}: a drift of {drift} since {since} that nobody planted")
            elif not account.lag and not self._is_dated(number, wanted, drift, since):
                first = self._drift_seen.get(number)
                self.fail(
                    f"{account.name}: a drift of {drift} since {since}, planted was {wanted} since {first}"
                )

    def _is_dated(self, number: int, wanted: int, drift: int, since: str | None) -> bool:
        first = self._drift_seen.get(number)
        dated = number in self._undated or (first is not None and since == str(first.day))
        return dated and drift == wanted

    def _date_drift(self, number: int, wanted: int, day: date, *, confirmed: bool) -> None:
        """Note on which day of the bank's what it holds beyond its rows can first have been seen."""
        first = self._drift_seen.get(number)
        if not wanted:
            self._drift_seen.pop(number, None)
            self._undated.discard(number)
        elif first is None or (first.size != wanted and not confirmed):
            self._drift_seen[number] = _Drift(wanted, day)
        else:
            self._drift_seen[number] = _Drift(wanted, first.day)

    def _check_derived(self) -> None:
        assert self._connection is not None
        for difference in differences(self._connection):
            self.fail(difference)

    def _standing(self) -> Iterable[Version]:
        return (one for one in self._bank.standing().values() if one.readable)

    def _accounts(self) -> dict[int, int]:
        """Which account of the bank each of the ledger's is."""
        login = self._stream.login
        ids = {login.account_id(number): number for number in range(len(self._bank.accounts))}
        found = self._ask("SELECT account_id, source_account_id FROM source_account")
        return {number: ids[name] for number, name in found if name in ids}

    def _load_rows(self) -> dict[int, _Row]:
        rows = {
            number: _Row(account, state, amount, day, kept, dict(zip(_WORDS, words, strict=True)))
            for number, account, state, amount, day, kept, *words in self._ask(_ROWS)
        }
        living: dict[int, list[bool]] = defaultdict(list)
        for number, name, state, held in self._ask(_OBSERVATIONS):
            rows[number].chains.add(self._bank.last[self._stream.login.serial(name)].chain)
            if state != "REMOVED":
                living[number].append(bool(held))
        for number, held_ones in living.items():
            rows[number].held = all(held_ones)
        return rows

    def _ask(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        if self._connection is None:
            self._connection = sqlite3.connect(self._path)
        return self._connection.execute(sql, values).fetchall()


def _few(found: Iterable[object]) -> str:
    listed = list(found)
    return f"{len(listed)}, such as {listed[:3]}"
