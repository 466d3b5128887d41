"""A thousand things that a person and a program do, chosen at random, while secrets pass through all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import timedelta
from pathlib import Path
from random import Random

from budgetsync.assembly import Assembly, assemble
from budgetsync.configuration import load_settings
from budgetsync.core import Core
from budgetsync.domain.edits import Edit
from budgetsync.domain.errors import BudgetSyncError
from budgetsync.domain.events import RunFinished
from budgetsync.domain.ids import ItemId, TransactionId
from budgetsync.sandbox.bank import DemoBank
from tests.reliability.canary_bank import CLIENT_ID, CLIENT_SECRET, GossipingBank

BANKS = ("ins_109508", "ins_109509", "ins_109510")
PATIENCE = 60  # seconds for one sync
QUERIES = (
    "coffee",
    ">20",
    "note:canary -tag:x",
    '"two words"',
    "state:pending",
    "is:hidden",
    "access-sandbox",
)
FAULTS = (
    "rate_limited",
    "server_error",
    "error",
    "reset",
    "truncated_json",
    "html",
    "mutation",
    "login_required",
)

Act = Callable[["CanaryLife"], Awaitable[object]]


class CanaryLife:
    """Lives through it.

    Attributes:
        shown: Everything that a person was shown or told.
        done: How often each act was done.
        refused: How many of them ended with an error of ours.
    """

    def __init__(self, bank: GossipingBank, folder: Path, seed: int) -> None:
        self.bank = bank
        self.folder = folder
        self.rng = Random(seed)  # noqa: S311 - a life that can be lived again
        self.shown: list[str] = []
        self.done: dict[str, int] = {}
        self.refused = 0
        self._assembly: Assembly | None = None
        self._log: AbstractContextManager[None] = nullcontext()

    @property
    def core(self) -> Core:
        """The program that runs now."""
        assert self._assembly is not None
        return self._assembly.core

    async def live(self, acts: int) -> None:
        """Do so many things."""
        await self.begin()
        try:
            self.bank.calm = True
            for name in BANKS:
                await self.core.connect_sandbox(name)
            await sync(self)
            self.bank.calm = False
            names = list(ACTS)
            weights = [weight for weight, _ in ACTS.values()]
            for name in self.rng.choices(names, weights, k=acts):
                self.done[name] = self.done.get(name, 0) + 1
                try:
                    self.show(await ACTS[name][1](self))
                except BudgetSyncError as error:
                    self.refused += 1
                    self.show((error, error.trouble))
        finally:
            await self.end()

    def show(self, something: object) -> None:
        """Keep what a person would see."""
        self.shown.append(repr(something))

    async def begin(self) -> None:
        """Start the program."""
        settings, folder = load_settings(
            {"PLAID_URL": self.bank.url}, lambda: (CLIENT_ID, CLIENT_SECRET), self.folder
        )
        self.show(settings)
        self._assembly = assemble(settings, folder)
        self._log = self._assembly.logging()
        self._log.__enter__()
        self.core.subscribe(lambda event: self.show(event) if isinstance(event, RunFinished) else None)
        await self.core.start()

    async def end(self) -> None:
        """End the program."""
        assert self._assembly is not None
        await self.core.stop()
        self._log.__exit__(None, None, None)
        self._assembly.ownership.release()

    async def row(self) -> TransactionId:
        """Any row."""
        rows = await self.core.newest_transactions(80)
        return self.rng.choice(rows).id


async def sync(life: CanaryLife) -> object:
    """Sync everything, and wait."""
    asked = await life.core.request_sync()
    async with asyncio.timeout(PATIENCE):
        return await life.core.wait_until_done(asked)


async def _fault(life: CanaryLife) -> object:
    bank: DemoBank = life.bank.bank
    bank.add_fault(life.rng.choice(FAULTS), endpoint="/transactions/sync", times=1)
    return await sync(life)


async def _day(life: CanaryLife) -> object:
    life.bank.bank.advance(hours=life.rng.choice([6, 24]))
    return await sync(life)


async def _edit(life: CanaryLife) -> object:
    number = life.rng.randrange(10_000)
    edits = [
        Edit(payee=f"canary {number}"),
        Edit(note=f"canary {number}"),
        Edit(category=f"canary {number % 7}"),
        Edit(tags=("canary", f"n{number}")),
        Edit(hidden=bool(number % 2)),
        Edit(reviewed=True),
    ]
    return await life.core.edit_transactions([await life.row()], life.rng.choice(edits))


async def _reconnect(life: CanaryLife) -> object:
    overview = await life.core.overview()
    return await life.core.reconnect(life.rng.choice(overview.items).item.id)


async def _connect(life: CanaryLife) -> object:
    return await life.core.connect_sandbox(life.rng.choice(BANKS))


async def _raw(life: CanaryLife) -> object:
    history = await life.core.history(await life.row())
    return history, [await life.core.raw_payload(one.id) for one in history.observations]


async def _archive(life: CanaryLife) -> object:
    return await life.core.keeper.export_archive(life.folder.parent / "exports" / f"{len(life.shown)}.zip")


async def _restart(life: CanaryLife) -> object:
    await life.end()
    await life.begin()
    return "again"


async def _refresh(life: CanaryLife) -> object:
    overview = await life.core.overview()
    return await life.core.ask_bank_to_refresh(life.rng.choice(overview.items).item.id)


async def _page(life: CanaryLife) -> object:
    """A page that nobody opens. Its address is shown to the user, so the token in it is nobody else's secret."""
    await life.core.begin_connect()
    return "a page"


async def _cancel(life: CanaryLife) -> object:
    asked = await life.core.request_sync()
    await life.core.cancel_sync(ItemId(life.rng.choice([int(asked[0]), int(asked[-1])])))
    return await life.core.wait_until_done(asked)


async def _letters(life: CanaryLife) -> object:
    letters = await life.core.letters.find()
    if letters:
        await life.core.letters.retry(life.rng.choice(letters).id)
    return letters


async def _list(life: CanaryLife) -> object:
    return [row async for row in life.core.each_transaction(life.rng.choice(QUERIES), 20)]


ACTS: dict[str, tuple[float, Act]] = {
    "sync": (4, sync),
    "a day passes": (4, _day),
    "fault": (6, _fault),
    "edit": (20, _edit),
    "undo": (4, lambda life: life.core.undo_last()),
    "redo": (2, lambda life: life.core.redo_last()),
    "search": (12, lambda life: life.core.search(life.rng.choice(QUERIES))),
    "list": (4, _list),
    "status": (14, lambda life: life.core.overview()),
    "timetable": (3, lambda life: life.core.timetable()),
    "interval": (1, lambda life: life.core.choose_interval(timedelta(hours=life.rng.randrange(1, 9)))),
    "review": (6, lambda life: life.core.review()),
    "raw rows": (6, _raw),
    "letters": (4, _letters),
    "keeping": (2, lambda life: life.core.keeper.look()),
    "check": (1, lambda life: life.core.keeper.check(full=False)),
    "backup": (0.5, lambda life: life.core.keeper.back_up_now()),
    "archive": (0.5, _archive),
    "connect": (2, _connect),
    "reconnect": (3, _reconnect),
    "refresh": (2, _refresh),
    "page": (2, _page),
    "health": (4, lambda life: life.core.health()),
    "notices": (2, lambda life: life.core.notices.entries()),
    "cancel": (2, _cancel),
    "restart": (0.7, _restart),
}
"""What is done, and how often."""
