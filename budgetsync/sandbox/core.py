"""The bank itself, without HTTP: the world, the items, and what is remembered across restarts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from threading import Condition, RLock
from typing import Any, Final

from budgetsync.sandbox import clock
from budgetsync.sandbox.acts import carry_out
from budgetsync.sandbox.ids import request_id
from budgetsync.sandbox.journal import Journal
from budgetsync.sandbox.limits import Limiter
from budgetsync.sandbox.lines import Lines
from budgetsync.sandbox.link.desk import LinkDesk
from budgetsync.sandbox.model.estate import Estate
from budgetsync.sandbox.model.items import Item, Registry
from budgetsync.sandbox.model.world import World
from budgetsync.sandbox.options import DEFAULT_SEED, BankOptions
from budgetsync.sandbox.plan.book import FaultPlan
from budgetsync.sandbox.plan.rules import read_rules
from budgetsync.sandbox.script.rhythm import Rhythm
from budgetsync.sandbox.state import Action, State, StateError, load_state, save_state
from budgetsync.sandbox.timepiece import Timepiece
from budgetsync.sandbox.webhooks.courier import Courier
from budgetsync.sandbox.webhooks.notices import Notices
from budgetsync.sandbox.webhooks.outbox import Delivery, Outbox
from budgetsync.sandbox.wire.ahead import PageAhead
from budgetsync.sandbox.wire.rows import RowWriter

_POLL_EVERY: Final = 360
_POLL_PHASE: Final = 310
"""Banks are asked for news at ten past five, eleven, seventeen and twenty-three."""


class Bank:
    """Everything that outlives a request. Safe to use from several threads: hold `lock` around use.

    Args:
        options: the choices that make it.

    Raises:
        StateError: the state file cannot be used, or belongs to another world than the one asked for.
        ValueError: the clock or the fault plan that was asked for cannot be.
    """

    def __init__(self, options: BankOptions) -> None:
        self.options = options
        self.lock = RLock()
        self._condition = Condition(self.lock)
        self._state = _resume(options)
        first_day = date.fromisoformat(self._state.start)
        self.world = World(
            seed=self._state.seed, start=first_day, rows=self._state.rows, past=options.past_days
        )
        self._timepiece = Timepiece(
            max(self._state.now, self.world.now) * 60 + self._state.second,
            real=options.real_clock,
            factor=options.clock_factor,
            offset=self._state.offset,
        )
        self.items = Registry(self._state.seed)
        self.outbox = Outbox(self._wake)
        self.notices = Notices(self.outbox, self.second, self._timepiece.outside)
        self.estate = Estate(self.world, self.items, self.notices, options, self.world.now * 60)
        self.plan = FaultPlan(self._state.seed, self.second)
        self.plan.add(read_rules(options.faults_path) if options.faults_path else [])
        self.notices.meddler = self.plan
        self.journal = Journal()
        self.lines = Lines()
        self.desk = LinkDesk(self._state.seed, self._state.boots)
        self.limiter = Limiter(self._timepiece.now) if self._timepiece.runs else Limiter()
        self.courier = Courier(
            self.outbox,
            self._condition,
            self._timepiece.now,
            self._timepiece.wait_for,
            self._tick,
            self._sign,
            anywhere=options.webhooks_anywhere,
        )
        self.ahead = PageAhead()
        self._requests = 0
        self._writers: dict[tuple[int, bool, str], RowWriter] = {}
        self._next_poll = self.world.now - (self.world.now - _POLL_PHASE) % _POLL_EVERY + _POLL_EVERY
        self._live_again()

    def _live_again(self) -> None:
        """Bring the world to where the state file left it, saying nothing of what is long past."""
        if self._state.lively:
            self.world.add_planner(Rhythm(self.estate).plan)
        self.notices.muted = True
        for action in self._state.actions:
            self._pass_time(action.at)
            carry_out(self.estate, action)
        self._pass_time(self._state.now)
        self.notices.muted = False
        self._state.boots += 1
        self._save()

    @property
    def seed(self) -> int:
        """The seed of the world."""
        return self._state.seed

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Have the bank to oneself, with its clock right."""
        with self.lock:
            self._pass_time(self._timepiece.now() // 60)
            yield

    def second(self) -> int:
        """The bank's second; within a long step of time, that of what is happening."""
        now = self._timepiece.now()
        return now if now // 60 == self.world.now else self.world.now * 60

    def patience(self, seconds: int) -> int:
        """How many of the bank's seconds a person or client is given for what Plaid gives them so many.

        With an accelerated clock that is more: they are no faster than before.
        """
        return int(seconds * max(1.0, self.options.clock_factor or 1.0))

    def next_request_id(self) -> str:
        """A request id that was not given out before."""
        self._requests += 1
        return request_id(self._state.seed, self._state.boots, self._requests)

    def writer(self, item: Item, *, original_description: bool, categories: str) -> RowWriter:
        """The writer of an item's rows, as a request's options want them."""
        key = (item.number, original_description, categories)
        if key not in self._writers:
            self._writers[key] = RowWriter(
                item, original_description=original_description, categories=categories
            )
        return self._writers[key]

    def advance(self, minutes: int, *, seconds: int = 0) -> None:
        """Let time pass at once, whatever the clock.

        Raises:
            ValueError: the sum is negative.
        """
        with self.turn():
            self._timepiece.advance(minutes * 60 + seconds)
            self._pass_time(self._timepiece.now() // 60)
            self._save()
            self._condition.notify_all()

    def act(
        self,
        kind: str,
        item: Item | None = None,
        *,
        webhook: str | None = None,
        **detail: Any,  # noqa: ANN401 - each act has its own
    ) -> Item | None:
        """Do something that a restart will do again; returns the item that it was done to."""
        return self._act(
            Action(
                at=self.world.now,
                kind=kind,
                item=item.number if item else 0,
                webhook=webhook,
                detail=detail,
            )
        )

    def link(
        self,
        institution_id: str,
        products: tuple[str, ...],
        webhook: str | None,
        days: int | None,
        **detail: Any,  # noqa: ANN401 - what the login has to remember
    ) -> Item:
        """Make an item at an institution; its public token is not exchanged yet."""
        options = self.options
        if options.plaid_timing:
            detail["partial"] = 1
        item = self._act(
            Action(
                at=self.world.now,
                kind="link",
                institution_id=institution_id,
                products=products,
                webhook=webhook,
                days=days or options.days,
                not_ready=options.first_calls_not_ready,
                detail=detail,
            )
        )
        assert item is not None
        return item

    def happen(self, told: dict[str, Any]) -> None:
        """Let an event happen; a restart will let it happen again.

        Raises:
            EventError: there is no such event, or nothing that it could happen to.
        """
        if told.get("kind") == "rotate_keys":
            self.act("rotate_keys", second=self.second())
        else:
            self._act(Action(at=self.world.now, kind="event", detail=told))

    def release_held(self) -> None:
        """Send the webhooks that the fault plan held back."""
        for delivery in self.plan.release():
            self.outbox.put(delivery)

    def checkpoint(self) -> None:
        """Remember how far an accelerated clock has come, before a client learns of it."""
        if self.options.clock_factor is not None and self._state.now != self.world.now:
            self._save()

    def _act(self, action: Action) -> Item | None:
        item = carry_out(self.estate, action)
        self._state.actions.append(action)
        self._save()
        return item

    def _pass_time(self, minute: int) -> None:
        while self._next_poll <= minute:
            self.world.run_until(self._next_poll)
            self._next_poll += _POLL_EVERY
            self.estate.poll()
        self.world.run_until(minute)

    def _tick(self) -> int | None:
        """Let time pass where the clock runs by itself; returns when the next thing is to happen."""
        if not self._timepiece.runs:
            return None
        self._pass_time(self._timepiece.now() // 60)
        following = self.world.agenda.next_minute
        return min(self._next_poll, self._next_poll if following is None else following) * 60

    def _wake(self) -> None:
        self.courier.wake()

    def _sign(self, delivery: Delivery, now: int) -> str | None:
        """The signature of a webhook, or what a forger puts in its place.

        Whoever checks it looks at a clock of their own.
        """
        keys, now = self.estate.keys, self._timepiece.outside(now)
        match delivery.forgery:
            case "missing":
                return None
            case "key":
                return keys.stranger().sign(delivery.body, now)
            case "algorithm":
                return keys.current.sign(delivery.body, now, algorithm="HS256")
            case "body":
                return keys.current.sign(delivery.body + b" ", now)
        return keys.current.sign(delivery.body, now)

    def _save(self) -> None:
        self._state.now = self.world.now
        self._state.second = 0 if self.options.real_clock else self._timepiece.now() % 60
        self._state.offset = self._timepiece.offset if self.options.real_clock else self._state.offset
        if self.options.state_path is not None:
            save_state(self.options.state_path, self._state)


def _resume(options: BankOptions) -> State:
    """The state that the file holds, or a new one.

    Raises:
        StateError: the file belongs to another world than the options ask for.
    """
    state = load_state(options.state_path) if options.state_path else None
    if state is None:
        today = datetime.now(UTC).date() - timedelta(days=1) if options.real_clock else clock.DEFAULT_START
        seed = DEFAULT_SEED if options.seed is None else options.seed
        start = (options.start or today).isoformat()
        return State(seed=seed, rows=options.rows, start=start, lively=options.lively)
    asked = {"seed": options.seed, "rows": options.rows, "start": options.start and options.start.isoformat()}
    for name, value in asked.items():
        if value is not None and value != getattr(state, name):
            message = (
                f"{options.state_path} belongs to a world with {name} {getattr(state, name)}, not {value}."
            )
            raise StateError(message)
    return state
