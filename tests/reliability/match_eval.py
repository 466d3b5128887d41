"""`make match-eval FIRST=1 COUNT=200`: two years from three sources into one account, compared with the truth.

python -m tests.reliability.match_eval --first 1 --count 200

Every seed is a ledger on a real file. The sources come in one of the six orders; then the last purchases are booked,
with tips. Counted are rows that became one and are of different purchases (twins, which nobody can tell apart, aside),
purchases that no row counts any more, and which share of what is one was made one without a question. A failure
prints the seed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from typing import Final

from peewee import SqliteDatabase

from budgetsync.domain.account import AccountSnapshot, Balance
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.importing import NewAccount
from budgetsync.domain.item import Connection, History, Institution
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.domain.sync import SyncBatch, SyncPage, Trigger
from budgetsync.domain.transaction import Observation, ObservationKey, TransactionState
from budgetsync.providers.statements.reading import read_statement_bytes
from budgetsync.store import items, queue, sync_runs
from budgetsync.store.apply import apply_batch
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.importing import commit_import, plan_import
from budgetsync.store.linking_accounts import link_accounts
from budgetsync.store.payloads import pack
from budgetsync.store.raw import connection_of
from tests.empty_ledgers import lay
from tests.reliability.sources_world import Sources, Told, make_sources
from tests.statement_writers import ofx

ORDERS: Final = tuple(permutations(("plaid", "simplefin", "statement")))
AUTO: Final = 0.97
"""So many of the rows that are one have to be made one without a question."""
MEMORY: Final = "/dev/shm"  # noqa: S108 - ledgers of a moment, where they can be


@dataclass(slots=True)
class Score:
    """How a seed, or all of them, came out.

    Attributes:
        wrong: Rows that are of different purchases.
        lost: Purchases that no row counts.
        made: Joins that were made and are right.
        wanted: Joins that the truth has.
        asked: Questions that are open about rows that are one.
        silent: Purchases that two rows count, without a question.
    """

    seeds: int = 0
    wrong: int = 0
    lost: int = 0
    made: int = 0
    wanted: int = 0
    asked: int = 0
    silent: int = 0

    def __add__(self, other: Score) -> Score:
        """Add two scores."""
        return Score(
            self.seeds + other.seeds,
            self.wrong + other.wrong,
            self.lost + other.lost,
            self.made + other.made,
            self.wanted + other.wanted,
            self.asked + other.asked,
            self.silent + other.silent,
        )

    @property
    def is_right(self) -> bool:
        """Whether nothing is lost, nothing merged in error, and what was not made is asked."""
        return not self.wrong and not self.lost and not self.silent

    @property
    def is_enough(self) -> bool:
        """Whether enough was made without a question."""
        return self.made >= AUTO * self.wanted

    def __str__(self) -> str:
        """Say it in a line."""
        precision = self.made / max(1, self.made + self.wrong)
        recall = self.made / max(1, self.wanted)
        return (
            f"{self.seeds} seeds, {self.wanted:,} true matches: {self.made:,} made by itself "
            f"({recall:.2%}), {self.asked:,} asked, {self.wrong} wrong, {self.lost} lost, "
            f"{self.silent} neither made nor asked; precision {precision:.4%}, recall {recall:.2%}"
        )


class Scene:
    """A ledger that the sources of a world come into."""

    def __init__(self, folder: Path, world: Sources) -> None:
        self.world = world
        self.database = Database(lay(folder / FILE_NAME), "demo")
        self.now = datetime(2026, 6, 15, 12, tzinfo=UTC)
        self.account: AccountId | None = None
        self._items: dict[str, ItemId] = {}

    def bring(self, source: str) -> None:
        """Let a source tell what it has at first, into the account that is there."""
        before = self.account
        if source == "statement":
            self._import(before)
        else:
            self._sync(source, getattr(self.world, source), ())
        self._link(before)

    def settle(self) -> None:
        """Let what was pending be booked."""
        for source in ("plaid", "simplefin"):
            told = getattr(self.world, source)
            self._sync(
                source, getattr(self.world, f"{source}_later"), [row.id for row in told if row.pending]
            )

    def _import(self, account: AccountId | None) -> None:
        content = ofx(self.world.lines()).replace("EUR", "USD").encode()
        file = read_statement_bytes(content, ReadOptions())
        chosen = account if account is not None else NewAccount("Checking", "USD")

        def step(db: SqliteDatabase) -> AccountId:
            plan = plan_import(db, Path("statement.ofx"), file, {0: chosen})
            return commit_import(db, plan, {}, self.now).accounts[0]

        self.account = self.database.run_now(step)

    def _sync(self, source: str, rows: Sequence[Told], gone: Iterable[str]) -> None:
        self.now += timedelta(hours=1)
        if source not in self._items:
            connection = Connection(f"{source}-item", Institution(source, source.title()), "secret")
            self._items[source] = self.database.run_now(
                lambda db: items.save_connection(db, source, connection, self.now)
            )
        item, name = self._items[source], f"{source}-account"
        page = SyncPage(
            (
                AccountSnapshot(
                    name,
                    f"{source} Checking",
                    None,
                    "0417",
                    "depository",
                    None,
                    "USD",
                    Balance(None, None, None),
                ),
            ),
            [self._observe(name, row) for row in rows],
            [],
            [ObservationKey(name, number) for number in gone],
            [],
            f"cursor-{self.now}",
            has_more=False,
            history=History.COMPLETE,
        )

        def step(db: SqliteDatabase) -> None:
            queue.request(db, item, Trigger.USER, self.now)
            request = queue.lease_next(db, self.now, ())
            assert request is not None
            run = sync_runs.open_run(db, item, Trigger.USER, "", self.now)
            apply_batch(
                db,
                item_id=item,
                run_id=run,
                request_id=request.id,
                batch=SyncBatch("", [page]),
                requests=1,
                now=self.now,
                on_progress=lambda _written: None,
            )

        self.database.run_now(step)

    @staticmethod
    def _observe(account: str, row: Told) -> Observation:
        state = TransactionState.PENDING if row.pending else TransactionState.POSTED
        return Observation(
            account, row.id, state, row.minor, "USD", row.on, row.posted, row.name, row.text, row.pending_id or None,
            None, None, pack([b"{}"]),
        )  # fmt: skip

    def _link(self, before: AccountId | None) -> None:
        """Make one account of the two, where a source came with an account of its own."""

        def newest(db: SqliteDatabase) -> AccountId:
            return AccountId(
                connection_of(db).execute("SELECT max(account_id) FROM source_account").fetchone()[0]
            )

        found = self.database.run_now(newest)
        if before is None:
            self.account = found
        elif found != before:
            kept, other = self._lead(before, found)
            self.database.run_now(lambda db: link_accounts(db, kept, other, self.now))
            self.account = kept

    def _lead(self, one: AccountId, other: AccountId) -> tuple[AccountId, AccountId]:
        """The account whose source is in charge is the one that stays."""
        sql = "SELECT account_id FROM source_account WHERE account_id IN (?, ?) ORDER BY rank DESC, id DESC LIMIT 1"
        kept = self.database.run_now(lambda db: connection_of(db).execute(sql, (one, other)).fetchone()[0])
        return (one, other) if kept == one else (other, one)

    def judge(self) -> Score:
        """Compare what became of it with the truth."""
        rows, asked = self.database.run_now(_load)
        truth, twins = self._truth(), self._twins()
        score = Score(seeds=1)
        of_row: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for number, source, name, day in rows:
            of_row[number].append((source, truth[source, name, day]))
        counted: set[int] = set()
        sources_of: dict[int, set[str]] = defaultdict(set)
        for told in of_row.values():
            kinds = {twins[purchase] for _, purchase in told}
            score.wrong += len(kinds) > 1
            counted.update(purchase for _, purchase in told)
        for (source, _, _), purchase in truth.items():
            sources_of[purchase].add(source)
        score.wanted = sum(len(sources) - 1 for sources in sources_of.values())
        score.lost = len(self.world.truth.keys() & sources_of.keys() - counted)
        score.made = sum(len({source for source, _ in told}) - 1 for told in of_row.values())
        score.made -= score.wrong
        kinds_of = {number: {twins[purchase] for _, purchase in told} for number, told in of_row.items()}
        score.asked = sum(
            bool(kinds_of.get(first, set()) & kinds_of.get(second, set())) for first, second in asked
        )
        doubtful = {number for pair in asked for number in pair}
        score.silent = sum(
            len(numbers) > max(per_source.values()) and not numbers & doubtful
            for numbers, per_source in self._shares(of_row, twins)
        )
        return score

    @staticmethod
    def _shares(
        of_row: dict[int, list[tuple[str, int]]], twins: dict[int, int]
    ) -> list[tuple[set[int], dict[str, int]]]:
        """By purchases that nobody could tell apart: the rows that are of them, and how many each source tells."""
        found: dict[int, tuple[set[int], dict[str, int]]] = {}
        for number, told in of_row.items():
            for source, purchase in told:
                numbers, per_source = found.setdefault(twins[purchase], (set(), {}))
                numbers.add(number)
                per_source[source] = per_source.get(source, 0) + 1
        return list(found.values())

    def _truth(self) -> dict[tuple[str, str, str], int]:
        """Which purchase each row of a source is of: by source, its id and, for files that use ids again, its day."""
        told: dict[tuple[str, str, str], int] = {}
        for source, rows in (
            ("plaid", [row for row in self.world.plaid if not row.pending] + self.world.plaid_later),
            (
                "simplefin",
                [row for row in self.world.simplefin if not row.pending] + self.world.simplefin_later,
            ),
        ):
            told |= {(source, row.id, ""): row.purchase for row in rows}
        for row in self.world.statement:
            told["ofx", row.id, f"{row.posted}:{row.minor}"] = row.purchase
        return told

    def _twins(self) -> dict[int, int]:
        """Purchases that nobody could tell apart, by one of them: of one shop, amount, and day in some source."""
        world = self.world
        kind = {number: number for number in world.truth}

        def find(number: int) -> int:
            while kind[number] != number:
                number = kind[number]
            return number

        told = [(one.on, one.minor, one.name, one.number, "truth") for one in world.truth.values()]
        for source in ("statement", "simplefin", "simplefin_later"):
            rows: list[Told] = getattr(world, source)
            told += [
                (row.on, row.minor, world.truth[row.purchase].name, row.purchase, source) for row in rows
            ]
        first: dict[tuple[object, ...], int] = {}
        for day, minor, name, number, source in told:
            other = first.setdefault((day, minor, name, source), number)
            kind[find(number)] = find(other)
        return {number: find(number) for number in kind}

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def _load(db: SqliteDatabase) -> tuple[list[tuple[int, str, str, str]], list[tuple[int, int]]]:
    """Every live posted observation: its row, source, id and, of a file, day and amount; and the open questions."""
    connection = connection_of(db)
    rows = [
        (row, source, name.partition("#")[0], f"{day}:{minor}" if source == "ofx" else "")
        for row, source, name, day, minor in connection.execute(
            "SELECT o.transaction_id, s.source, o.source_transaction_id, o.posted_on, o.amount FROM observation o "
            'JOIN source_account s ON s.id = o.source_account JOIN "transaction" t ON t.id = o.transaction_id '
            "WHERE o.state = 'POSTED' AND t.state = 'POSTED'"
        )
    ]
    asked = connection.execute(
        "SELECT first_id, second_id FROM suggestion WHERE state = 'open' AND kind = 'posted'"
    )
    return rows, asked.fetchall()


def run(seed: int) -> tuple[int, Score]:
    """Play a seed."""
    room = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix=f"match-{seed}-", dir=room) as folder:
        scene = Scene(Path(folder), make_sources(seed))
        try:
            for source in ORDERS[seed % len(ORDERS)]:
                scene.bring(source)
            scene.settle()
            return seed, scene.judge()
        finally:
            scene.close()


def main() -> int:
    """Play all seeds; 1 where one does not hold."""
    parser = argparse.ArgumentParser(description="Measures the matcher by worlds whose truth is known.")
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--count", type=int, default=200)
    asked = parser.parse_args()
    total, failed = Score(), []
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for seed, score in pool.map(run, range(asked.first, asked.first + asked.count)):
            total += score
            if not score.is_right:
                failed.append(seed)
                sys.stdout.write(f"seed {seed}: {score}\n  again: make match-eval FIRST={seed} COUNT=1\n")
                sys.stdout.flush()
    sys.stdout.write(f"match-eval: {total}; {len(failed)} of {asked.count} seeds fall short\n")
    return 1 if failed or not total.is_enough else 0


if __name__ == "__main__":
    sys.exit(main())
