"""Whatever is asked, leased, failed, killed and withdrawn in whatever order: nothing is stuck, nothing is twice."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from budgetsync.domain.request import SyncRequest, WaitsFor
from budgetsync.domain.sync import Trigger
from budgetsync.store import queue
from budgetsync.store.queue import LEASE
from tests.unit.store.ledger_file import NOW, LedgerFile

WORKERS = st.sampled_from(["one", "two"])
NEWS = {Trigger.WEBHOOK, Trigger.RECONNECT}


class QueueMachine(RuleBasedStateMachine):
    """One connection, two workers, a clock that goes both ways.

    `owed` says that something was asked for that no attempt has begun since, nor a person withdrawn.
    """

    def __init__(self) -> None:
        super().__init__()
        in_memory = Path("/dev/shm")  # noqa: S108 - thousands of commits, none of which has to last
        self._folder = tempfile.TemporaryDirectory(dir=in_memory if in_memory.is_dir() else None)
        self.ledger = LedgerFile(Path(self._folder.name))
        self.now = NOW
        self.held: dict[str, SyncRequest] = {}
        self.owed = False

    def teardown(self) -> None:
        self.ledger.close()
        self._folder.cleanup()

    @rule(trigger=st.sampled_from(Trigger))
    def ask(self, trigger: Trigger) -> None:
        running = bool(self.ledger.cell("SELECT count(*) FROM queue WHERE state = 'leased'"))
        self.ledger.database.run_now(lambda db: queue.request(db, self.ledger.item, trigger, self.now))
        self.owed |= not running or trigger in NEWS

    @rule(seconds=st.integers(-2_000, 2_000))
    def let_time_pass(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(worker=WORKERS)
    def lease(self, worker: str) -> None:
        if worker in self.held:
            return
        leased = self.ledger.database.run_now(lambda db: queue.lease_next(db, self.now, (), worker=worker))
        if leased is not None:
            self.held = {worker: leased}  # whoever had it let its lease run out
            self.owed = False

    @precondition(lambda self: self.held)
    @rule(ending=st.sampled_from(["done", "dead", "retry", "killed", "stopped"]))
    def end(self, ending: str) -> None:
        _, request = self.held.popitem()
        database = self.ledger.database
        if ending == "done":
            database.run_now(lambda db: queue.complete(db, request.id, self.now))
        elif ending == "dead":
            database.run_now(lambda db: queue.bury(db, request.id, self.now, "x"))
        elif ending == "retry":
            at = self.now + timedelta(minutes=15)
            database.run_now(
                lambda db: queue.retry(db, request.id, self.now, at=at, error="x", why=WaitsFor.RETRY)
            )
        elif ending == "stopped":
            database.run_now(lambda db: queue.release(db, request.id, self.now))
        else:
            database.run_now(queue.release_leases)

    @rule()
    def withdraw(self) -> None:
        if self.ledger.database.run_now(lambda db: queue.cancel_pending(db, None, self.now)):
            self.owed = False

    @invariant()
    def at_most_one_request_is_open(self) -> None:
        assert self.ledger.cell("SELECT count(*) FROM queue WHERE ended_at IS NULL") in {0, 1}
        assert self.ledger.cell("SELECT count(*) FROM queue WHERE state = 'leased'") in {0, 1}

    @invariant()
    def what_is_owed_is_open(self) -> None:
        if self.owed:
            assert self.ledger.cell("SELECT count(*) FROM queue WHERE ended_at IS NULL") == 1

    @invariant()
    def what_is_open_is_due_within_the_longest_wait(self) -> None:
        if self.ledger.cell("SELECT count(*) FROM queue WHERE ended_at IS NULL"):
            longest = self.now + max(LEASE, timedelta(minutes=15)) + timedelta(minutes=1)
            turn = self.ledger.database.run_now(lambda db: queue.next_turn(db, self.now, ()))
            assert turn is not None
            assert turn <= longest


QueueMachine.TestCase.settings = settings(
    max_examples=40, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestQueueMachine = QueueMachine.TestCase
