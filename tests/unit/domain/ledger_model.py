"""A ledger in memory that carries plans out, and banks that invent loops for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from budgetsync.domain.ids import ObservationId, TransactionId
from budgetsync.domain.reconcile import ReconcilePlan, keys_needed, plan
from budgetsync.domain.sync import SyncBatch
from budgetsync.domain.transaction import Observation, ObservationKey, StoredObservation, TransactionState
from tests.unit.domain.builders import PENDING, POSTED, REMOVED, key, observation, page, pending, stored


@dataclass
class Ledger:
    """Rows and the observations that hang on them, without a database."""

    kept: dict[ObservationKey, StoredObservation] = field(default_factory=dict)
    rows: dict[TransactionId, TransactionState] = field(default_factory=dict)

    def plan(self, batch: SyncBatch) -> ReconcilePlan:
        """Plan with no more than what a plan asks to see."""
        needed = keys_needed(batch.pages)
        seen = {
            name: one._replace(row_state=self.rows[one.transaction_id])
            for name, one in self.kept.items()
            if name in needed
        }
        return plan(seen, batch)

    def sync(self, batch: SyncBatch) -> ReconcilePlan:
        """Plan a batch and carry it out."""
        decided = self.plan(batch)
        for row in decided.inserts:
            number = TransactionId(len(self.rows) + 1)
            self._hang(row, number)
            self.rows[number] = row.state
            if (companion := decided.companions.get(row.key)) is not None:
                self._hang(companion, number)
        joined = {join.stored.id for join in decided.joins}
        for join in decided.joins:
            self._hang(join.observation, join.stored.transaction_id)
            self.rows[join.stored.transaction_id] = join.observation.state
        for update in decided.updates:
            old, new = update.stored, update.observation
            self.kept[old.key] = stored(new, number=old.id, transaction=old.transaction_id)
            superseded = (
                new.state is PENDING and old.state is not POSTED and self.rows[old.transaction_id] is POSTED
            )
            if not superseded and old.id not in joined:
                self.rows[old.transaction_id] = new.state
        for gone in decided.removals:
            self.kept[gone.key] = self.kept[gone.key]._replace(state=REMOVED)
            if not self.living(gone.transaction_id):
                self.rows[gone.transaction_id] = REMOVED
        return decided

    def living(self, row: TransactionId) -> list[StoredObservation]:
        """Observations of a row that the bank has not taken back."""
        return [one for one in self.kept.values() if one.transaction_id == row and one.state is not REMOVED]

    def _hang(self, row: Observation, number: TransactionId) -> None:
        assert row.key not in self.kept
        known = stored(row, number=len(self.kept) + 1, transaction=number)
        self.kept[row.key] = known._replace(id=ObservationId(len(self.kept) + 1))


@dataclass
class Loop:
    """What one loop of a bank tells, before it is cut into pages."""

    added: list[Observation]
    modified: list[Observation]
    removed: list[ObservationKey]

    def whole(self) -> SyncBatch:
        """On one page."""
        return SyncBatch("", [page(self.added, self.modified, self.removed)])

    def cut(self, draw: Callable[[st.SearchStrategy[int]], int]) -> SyncBatch:
        """On several pages: each list keeps its order, none is ordered against another."""
        pages: dict[int, tuple[list[Any], list[Any], list[Any]]] = defaultdict(lambda: ([], [], []))
        lists: tuple[list[Any], ...] = (self.added, self.modified, self.removed)
        for place, entries in enumerate(lists):
            at = 0
            for entry in entries:
                at += draw(st.integers(0, 2))
                pages[at][place].append(entry)
        return SyncBatch("", [page(*pages[number]) for number in sorted(pages)] or [page()])


@st.composite
def histories(draw: st.DrawFn, loops: int = 4) -> list[Loop]:
    """Loops of a bank: an id comes once, may change, goes once and never comes back.

    Pendings are p..., posted rows q...; links name any pending, seen, gone or never told.
    """
    unseen = [f"p{number}" for number in range(6)] + [f"q{number}" for number in range(6)]
    alive: list[str] = []
    made = []
    for _ in range(draw(st.integers(1, loops))):
        added = draw(st.lists(st.sampled_from(unseen), unique=True, max_size=6)) if unseen else []
        known = [*alive, *unseen[:1]]
        changed = draw(st.lists(st.sampled_from(known), unique=True, max_size=3)) if known else []
        added = [name for name in added if name not in changed]
        going = [name for name in alive if name not in changed]
        gone = draw(st.lists(st.sampled_from(going), unique=True, max_size=4)) if going else []
        unseen = [name for name in unseen if name not in (*added, *changed)]
        alive = [name for name in dict.fromkeys((*alive, *added, *changed)) if name not in gone]
        made.append(
            Loop(
                [draw(_rows(name)) for name in added],
                [draw(_rows(name)) for name in changed],
                [key(name) for name in gone],
            )
        )
    return made


@st.composite
def _rows(draw: st.DrawFn, name: str) -> Observation:
    minor, on = draw(st.sampled_from([-450, -999])), draw(st.integers(-16, 16))
    if name.startswith("p"):
        return pending(name, minor=minor, on=on)
    link = draw(st.sampled_from([None, None, *(f"p{number}" for number in range(6))]))
    return observation(name, minor=minor, on=on, link=link)


def shape(decided: ReconcilePlan) -> object:
    """A plan without the order in which equal things were written down."""
    return (
        sorted(row.key for row in decided.inserts),
        sorted((name, row.key) for name, row in decided.companions.items()),
        sorted((join.stored.key, join.observation.key, join.reason) for join in decided.joins),
        sorted((update.stored.key, update.observation.minor) for update in decided.updates),
        sorted(gone.key for gone in decided.removals),
    )
