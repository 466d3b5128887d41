"""The bank itself, without HTTP: the world, the items, and what is remembered across restarts."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from threading import RLock

from budgetsync.sandbox import clock
from budgetsync.sandbox.ids import request_id
from budgetsync.sandbox.model.items import Item, Registry
from budgetsync.sandbox.model.world import World
from budgetsync.sandbox.options import DEFAULT_SEED, BankOptions
from budgetsync.sandbox.state import Action, State, StateError, load_state, save_state
from budgetsync.sandbox.wire.rows import RowWriter


class Bank:
    """Everything that outlives a request. Safe to use from several threads: hold `lock` around use.

    Args:
        options: the choices that make it.

    Raises:
        StateError: the state file cannot be used, or belongs to another world than the one asked for.
    """

    def __init__(self, options: BankOptions) -> None:
        self.options = options
        self.lock = RLock()
        self._state = _resume(options)
        self.world = World(
            seed=self._state.seed, start=date.fromisoformat(self._state.start), rows=self._state.rows
        )
        self.items = Registry(self._state.seed)
        self._requests = 0
        self._writers: dict[tuple[int, bool], RowWriter] = {}
        for action in self._state.actions:
            self.world.run_until(action.at)
            self._apply(action)
        self.world.run_until(self._state.now)
        self._state.now = self.world.now
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
            if self.options.real_clock:
                self.world.run_until(clock.minute_of(datetime.now(UTC)))
            yield

    def next_request_id(self) -> str:
        """A request id that was not given out before."""
        self._requests += 1
        return request_id(self._state.seed, self._state.boots, self._requests)

    def writer(self, item: Item, *, original_description: bool) -> RowWriter:
        """The writer of an item's rows, with or without the bank's own text."""
        key = (item.number, original_description)
        if key not in self._writers:
            self._writers[key] = RowWriter(item, original_description=original_description)
        return self._writers[key]

    def advance(self, minutes: int) -> None:
        """Let time pass.

        Raises:
            ValueError: ``minutes`` is negative.
        """
        if minutes < 0:
            message = "the bank's time does not run backwards"
            raise ValueError(message)
        with self.turn():
            self.world.run_until(self.world.now + minutes)
            self._save()

    def link(
        self, institution_id: str, products: tuple[str, ...], webhook: str | None, days: int | None
    ) -> Item:
        """Make an item at an institution; its public token is not exchanged yet."""
        return self._act(
            Action(
                at=self.world.now,
                kind="link",
                institution_id=institution_id,
                products=products,
                webhook=webhook,
                days=days or self.options.history_days,
                not_ready=self.options.not_ready_calls,
            )
        )

    def exchange(self, item: Item) -> None:
        """Let the access token of an item be valid from now on."""
        self._act(Action(at=self.world.now, kind="exchange", item=item.number))

    def remove(self, item: Item) -> None:
        """Remove an item for good."""
        self._act(Action(at=self.world.now, kind="remove", item=item.number))

    def reset_login(self, item: Item) -> None:
        """Put an item into the state in which its user has to sign in again."""
        self._act(Action(at=self.world.now, kind="reset_login", item=item.number))

    def answer_not_ready(self, item: Item) -> None:
        """Count one sync call that was answered with NOT_READY."""
        self._act(Action(at=self.world.now, kind="answer_not_ready", item=item.number))

    def _act(self, action: Action) -> Item:
        item = self._apply(action)
        self._state.actions.append(action)
        self._save()
        return item

    def _apply(self, action: Action) -> Item:
        if action.kind == "link":
            return self.items.create(
                self.world.books[action.institution_id],
                now=self.world.now,
                first_day=self.world.today - action.days,
                products=action.products,
                webhook=action.webhook,
                not_ready=action.not_ready,
            )
        item = self.items.by_number(action.item)
        self._changes()[action.kind](item)
        return item

    def _changes(self) -> dict[str, Callable[[Item], None]]:
        return {
            "exchange": Item.open,
            "remove": Item.close,
            "reset_login": Item.lock_out,
            "answer_not_ready": Item.wait_less,
        }

    def _save(self) -> None:
        self._state.now = self.world.now
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
        return State(seed=seed, rows=options.rows, start=(options.start or today).isoformat())
    asked = {"seed": options.seed, "rows": options.rows, "start": options.start and options.start.isoformat()}
    for name, value in asked.items():
        if value is not None and value != getattr(state, name):
            message = (
                f"{options.state_path} belongs to a world with {name} {getattr(state, name)}, not {value}."
            )
            raise StateError(message)
    return state
