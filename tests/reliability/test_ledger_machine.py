"""Whatever a bank does and in whatever order, ledger and bank agree and the user's words are kept.

Also: any batches replayed once more from any point on leave the same ledger.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Observation, ObservationKey
from budgetsync.store import items
from tests.unit.domain.builders import key, observation, page, pending, snapshot
from tests.unit.domain.ledger_model import Loop, histories
from tests.unit.store.ledger_file import NOW, LedgerFile

NAMES = st.integers(0, 30)
# Every purchase has an amount of its own: what nobody could tell apart is what the histories are for.


class Boom(Exception):  # noqa: N818
    """What ends an apply in the middle."""


class LedgerMachine(RuleBasedStateMachine):
    """A bank with one account, and a ledger that syncs now and then."""

    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.ledger = LedgerFile(self.folder)
        self.generation = 1
        self.account = "acc-1"
        self.rows: dict[int, Observation] = {}
        self.removed: dict[int, Observation] = {}
        self.told: dict[str, Observation] = {}
        self.words: dict[int, str] = {}
        self.serial = 0
        self.agreed = True

    def teardown(self) -> None:
        self.ledger.close()
        shutil.rmtree(self.folder)

    @rule(on=st.integers(-20, 0), waits=st.booleans())
    def buy(self, on: int, waits: object) -> None:
        self.serial += 1
        make = pending if waits else observation
        self._put(self.serial, make(f"a{self.serial}", minor=-1000 - 7 * self.serial, on=on))

    @precondition(lambda self: self._pendings())
    @rule(which=NAMES, tip=st.sampled_from([0, 0, 3]), linked=st.booleans())
    def post(self, which: int, tip: int, linked: object) -> None:
        number = self._pick(self._pendings(), which)
        row = self.rows[number]
        link = row.source_transaction_id if linked or tip else None
        posted = observation(f"{row.source_transaction_id}-posted", minor=row.minor - tip, link=link)
        self._put(number, posted._replace(transacted_on=row.transacted_on))

    @precondition(lambda self: self.rows)
    @rule(which=NAMES)
    def change(self, which: int) -> None:
        number = self._pick(self.rows, which)
        self._put(number, self.rows[number]._replace(merchant="Renamed"))

    @precondition(lambda self: self.rows)
    @rule(which=NAMES)
    def take_back(self, which: int) -> None:
        number = self._pick(self.rows, which)
        self.removed[number] = self.rows.pop(number)
        self.agreed = False

    @precondition(lambda self: any(row.posted_on for row in self.removed.values()))
    @rule(which=NAMES, anew=st.booleans())
    def give_again(self, which: int, anew: object) -> None:
        number = self._pick([one for one, row in self.removed.items() if row.posted_on], which)
        row = self.removed.pop(number)
        if anew:
            row = row._replace(source_transaction_id=f"{row.source_transaction_id}+", pending_id=None)
        self._put(number, row)

    @precondition(lambda self: self.agreed and self.rows)
    @rule(which=NAMES)
    def edit(self, which: int) -> None:
        number = self._pick(self.rows, which)
        found = self.ledger.cell(
            "SELECT transaction_id FROM observation WHERE source_transaction_id = ? ORDER BY id DESC",
            self.rows[number].source_transaction_id,
        )
        assert isinstance(found, int)
        self.words[number] = f"note {len(self.words)}"
        self.ledger.edit(found, "note", self.words[number])

    @rule()
    def sync(self) -> None:
        self.ledger.sync(self._news())
        self.told = {row.source_transaction_id: row for row in self.rows.values()}
        self.agreed = True

    @precondition(lambda self: not self.agreed)
    @rule()
    def crash_amid_a_sync(self) -> None:
        before = self.ledger.contents()["transaction"]

        def boom(_written: int) -> None:
            raise Boom

        try:
            self.ledger.sync(self._news(), boom)
        except Boom:
            assert self.ledger.contents()["transaction"] == before
        else:
            self.told = {row.source_transaction_id: row for row in self.rows.values()}
            self.agreed = True

    @precondition(lambda self: self.agreed)
    @rule()
    def relink(self) -> None:
        self.generation += 1
        self.account = f"acc-{self.generation}"
        name = f"item-{self.generation}"
        connection = Connection(name, Institution("ins_1", "Bank"), "access-token")
        self.ledger.item = self.ledger.database.run_now(
            lambda db: items.save_connection(db, "plaid", connection, NOW)
        )
        self.rows = {number: self._named_anew(row) for number, row in self.rows.items()}
        self.removed = {number: self._named_anew(row) for number, row in self.removed.items()}
        self.told = {}
        self.sync()

    @invariant()
    def bank_and_ledger_agree(self) -> None:
        if self.agreed:
            ledger = Counter(
                self.ledger.rows("SELECT amount, state FROM \"transaction\" WHERE state <> 'REMOVED'")
            )
            assert ledger == Counter((row.minor, row.state.value) for row in self.rows.values())

    @invariant()
    def words_are_kept(self) -> None:
        if self.agreed:
            for number, word in self.words.items():
                if number in self.rows:
                    state = self.ledger.rows(
                        'SELECT t.note, t.state FROM "transaction" t JOIN observation o ON o.transaction_id = t.id '
                        "WHERE o.source_transaction_id = ?",
                        self.rows[number].source_transaction_id,
                    )
                    assert state == [(word, self.rows[number].state.value)]
                else:
                    assert self.ledger.cell('SELECT bank_removed FROM "transaction" WHERE note = ?', word)

    def _put(self, number: int, row: Observation) -> None:
        self.rows[number] = row._replace(source_account_id=self.account)
        self.agreed = False

    def _pendings(self) -> list[int]:
        return [number for number, row in self.rows.items() if row.posted_on is None]

    @staticmethod
    def _pick(numbers: object, which: int) -> int:
        ordered = sorted(numbers)  # type: ignore[call-overload]
        return int(ordered[which % len(ordered)])

    def _named_anew(self, row: Observation) -> Observation:
        name = f"{row.source_transaction_id}'"
        link = row.pending_id and f"{row.pending_id}'"
        return row._replace(source_account_id=self.account, source_transaction_id=name, pending_id=link)

    def _news(self) -> SyncBatch:
        now = {row.source_transaction_id: row for row in self.rows.values()}
        added = [row for name, row in now.items() if name not in self.told]
        modified = [row for name, row in now.items() if name in self.told and self.told[name] != row]
        gone = [ObservationKey(self.account, name) for name in self.told if name not in now]
        accounts = (replace(snapshot(self.account), persistent_id="persistent"),)
        return SyncBatch("", [page(added, modified, gone, accounts=accounts)])


LedgerMachine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, derandomize=True, database=None
)
TestLedgerMachine = LedgerMachine.TestCase


def state_of(ledger: LedgerFile) -> dict[str, object]:
    """Every table that a replay must leave as it is: all but runs, times and proofs of runs."""
    contents = ledger.contents()
    kept = ("transaction", "field_choice", "tag", "transfer", "suggestion", "daily_sum", "daily_category_sum")
    told = [row[:14] for row in contents["observation"]]
    held = [row[0] for row in contents["held_removal"]]
    changes = [row[1:2] + row[4:8] for row in contents["change"]]
    return {**{name: contents[name] for name in kept}, "told": told, "held": held, "changes": changes}


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(histories(), st.data())
def test_any_prefix_replayed_leaves_the_same_ledger(loops: list[Loop], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        ledger = LedgerFile(Path(folder))
        for loop in loops:
            ledger.sync(loop.whole())
            ledger.sync(SyncBatch("", [page(removed=[key("never told")])]))
            before = state_of(ledger)
            for _ in range(data.draw(st.integers(1, 2))):
                ledger.sync(loop.whole())
            assert state_of(ledger) == before
        ledger.close()
