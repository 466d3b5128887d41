"""Relay and desktop are killed at random under load: every webhook that was answered 200 is acted on.

python -m tests.reliability.relay_kills --count 200

Then the relay's database is put back to an older copy: it is noticed, and everything is synced.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from threading import Lock, Thread
from typing import Protocol

from tests.reliability.daemon_processes import Bank, Home
from tests.reliability.relay_judge import (
    describe_differences,
    fetch_webhooks,
    not_acted_on,
    taken_digests,
    wait_until_settled,
)
from tests.reliability.relay_processes import (
    MARK,
    CampaignError,
    DaemonProcess,
    RelayProcess,
    ask,
    furnish,
    rest,
    wait_until_told,
)

ITEMS = 12
BURST = 3
"""Events right before each kill, so that it strikes something under way."""
_RELAY_AFTER, _DAEMON_AFTER = (0.0, 0.12), (0.0, 0.7)
"""Seconds between a burst and the kill that follows it: posts take little, a sync some more."""
_EARLY, _STARTING = 0.2, 2.0
"""How many kills of a hundred come within so many seconds after a start."""
_SETTLING = 180.0  # seconds
_EPOCH = "SELECT epoch FROM mailbox"
_SYNCED = "SELECT count(DISTINCT item_id) FROM sync_run WHERE state = 'SUCCEEDED' AND started_at > ?"


@dataclass(slots=True)
class Outcome:
    """What came of a campaign.

    Attributes:
        taken: Webhooks that were answered 200.
        bought: Events at the bank.
        vanished: Digests of webhooks that were answered 200 and then put away with the relay's database.
    """

    failures: list[str] = field(default_factory=list)
    relay_kills: int = 0
    daemon_kills: int = 0
    bought: int = 0
    taken: int = 0
    refused: int = 0
    accounts: int = 0
    rows: int = 0
    vanished: set[str] = field(default_factory=set)
    rolled_back: int = 0


class Shop:
    """Has events happen at the bank, for whoever asks."""

    def __init__(self, bank: Bank, items: list[str], rng: Random) -> None:
        self._bank, self._items, self._rng = bank, items, rng
        self._lock = Lock()
        self.bought = 0

    def buy(self, count: int) -> None:
        """Have some happen, each with another connection."""
        with self._lock:
            for item in self._rng.sample(self._items, min(count, len(self._items))):
                self.bought += 1
                amount = self._rng.randrange(100, 20_000)
                told = {"description": f"{MARK} {self.bought:06d}", "amount_minor": amount, "item_id": item}
                self._bank.ask("POST", "/control/events", {"kind": "purchase", **told})


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that a campaign is played on."""

    home: Home
    bank: Bank
    relay: RelayProcess
    daemon: DaemonProcess
    shop: Shop
    items: list[str]


class Mortal(Protocol):
    """What is killed."""

    def kill(self) -> None:
        """Kill it at once."""

    def start(self) -> None:
        """Start it; it works when this returns."""


class Killer(Thread):
    """Kills one process again and again, and starts it anew each time.

    Args:
        after: Seconds between events and the kill, from and to.
        begin: Starts it without waiting until it works; one kill in five comes while it starts.
    """

    def __init__(
        self,
        process: Mortal,
        shop: Shop,
        rng: Random,
        *,
        count: int,
        after: tuple[float, float],
        pause: tuple[float, float],
        begin: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(name=f"killer of {type(process).__name__}", daemon=True)
        self._begin = begin
        self._process, self._shop, self._rng = process, shop, rng
        self._count, self._after, self._pause = count, after, pause
        self.kills = 0
        self.trouble = ""

    def run(self) -> None:
        """Kill to the last."""
        try:
            while self.kills < self._count:
                rest(self._rng.uniform(*self._pause))
                self._shop.buy(BURST)
                rest(self._rng.uniform(*self._after))
                self._process.kill()
                self.kills += 1
                if self._begin is not None and self._rng.random() < _EARLY and self.kills < self._count:
                    self._begin()
                    rest(self._rng.uniform(0.0, _STARTING))
                    self._process.kill()
                    self.kills += 1
                self._process.start()
        except (CampaignError, OSError) as error:
            self.trouble = f"{self.name}: {error}"


def campaign(count: int, folder: Path, *, seed: int) -> Outcome:
    """Run a campaign in an empty folder."""
    outcome = Outcome()
    with ExitStack() as stack:
        home = Home(folder)
        bank = stack.enter_context(home.bank(seed))
        relay = stack.enter_context(RelayProcess(home).running())
        items = furnish(home, bank, relay, 1, ITEMS)
        daemon = stack.enter_context(DaemonProcess(home, bank).running())
        wait_until_told(home, ITEMS)
        shop = Shop(bank, items, Random(seed))  # noqa: S311 - chance, not a secret
        _kill(outcome, relay, daemon, shop, count, seed)
        shop.buy(ITEMS)  # news of each connection, which bring those too whose webhooks nobody took yet
        outcome.bought = shop.bought
        outcome.failures += wait_until_settled([home], bank, _SETTLING)
        _judge(outcome, home, bank, items)
        stage = Stage(home, bank, relay, daemon, shop, items)
        for whole in (False, True):
            if not outcome.failures:
                _roll_back(outcome, stage, whole=whole)
    return outcome


def _kill(
    outcome: Outcome, relay: RelayProcess, daemon: DaemonProcess, shop: Shop, count: int, seed: int
) -> None:
    first, second = (Random(seed + number) for number in (1, 2))  # noqa: S311 - chance, not a secret
    killers = [
        Killer(relay, shop, first, count=count, after=_RELAY_AFTER, pause=(0.3, 1.2)),
        Killer(
            daemon,
            shop,
            second,
            count=count,
            after=_DAEMON_AFTER,
            pause=(0.0, 1.0),
            begin=partial(daemon.start, wait=False),
        ),
    ]
    for killer in killers:
        killer.start()
    for killer in killers:
        killer.join()
        if killer.trouble:
            outcome.failures.append(killer.trouble)
    outcome.relay_kills, outcome.daemon_kills = (killer.kills for killer in killers)


def _judge(outcome: Outcome, home: Home, bank: Bank, items: list[str]) -> None:
    webhooks = fetch_webhooks(bank)
    digests = taken_digests(webhooks, items)
    outcome.taken = len(digests)
    outcome.refused = sum(a["status"] != 200 for one in webhooks for a in one["attempts"])
    if lost := not_acted_on(home, digests):
        outcome.failures.append(f"{lost} of {len(digests)} webhooks that were answered 200 were not acted on")
    if ask(home, "PRAGMA integrity_check") != [("ok",)]:
        outcome.failures.append("the ledger's file is damaged")
    found, outcome.accounts, outcome.rows = describe_differences(home, bank)
    outcome.failures += found


class Copy:
    """An older copy of the relay's database.

    Args:
        whole: With what the relay keeps beside it, as when a whole computer is put back; else as from a backup.
    """

    def __init__(self, home: Home, relay: RelayProcess, *, whole: bool) -> None:
        self._home, self._relay, self._whole = home, relay, whole
        self._folder = home.folder / ("older-computer" if whole else "older-database")

    def _files(self, folder: Path) -> list[Path]:
        names = ("", "-wal", "-shm", ".taken") if self._whole else ("", "-wal", "-shm")
        found = [folder / f"{self._relay.store.name}{name}" for name in names]
        return [file for file in found if file.exists()]

    def make(self) -> None:
        """Make it, of a relay that does not run."""
        self._folder.mkdir()
        for file in self._files(self._home.folder):
            shutil.copy2(file, self._folder)

    def put_back(self) -> None:
        """Put it in the place of what is there, of a relay that does not run."""
        for file in self._files(self._home.folder):
            file.unlink()
        for file in self._files(self._folder):
            shutil.copy2(file, self._home.folder)


def _roll_back(outcome: Outcome, stage: Stage, *, whole: bool) -> None:
    """Have webhooks be taken while nobody fetches them, and put the relay back to a time before them."""
    home, bank, relay, daemon = stage.home, stage.bank, stage.relay, stage.daemon
    copy = Copy(home, relay, whole=whole)
    relay.kill()
    copy.make()
    relay.start()
    if whole:  # nothing but what the desktop has seen tells of it
        stage.shop.buy(ITEMS)
        outcome.failures += wait_until_settled([home], bank, _SETTLING, frozenset(outcome.vanished))
    daemon.kill()
    before = fetch_webhooks(bank)[-1]["number"]
    stage.shop.buy(ITEMS // 2)
    bank.ask("GET", "/control/webhooks?wait=30")
    vanished = taken_digests(fetch_webhooks(bank, before), stage.items)
    relay.kill()
    copy.put_back()
    epoch = ask(home, _EPOCH)[0][0]
    begun = time.time() * 1_000
    relay.start()
    daemon.start()
    until = time.monotonic() + _SETTLING
    while ask(home, _SYNCED, begun)[0][0] < ITEMS and time.monotonic() < until:
        rest(0.2)
    what = "the relay's computer was put back" if whole else "the relay's database was put back"
    if ask(home, _EPOCH)[0][0] == epoch:
        outcome.failures.append(f"{what} to an older copy, and its epoch is still the same")
    if not vanished:
        outcome.failures.append(f"{what}, and nothing vanished with it: nothing was tried")
    found, _, _ = describe_differences(home, bank)
    outcome.failures += found
    outcome.rolled_back += 1
    outcome.vanished |= vanished


def conclude(outcome: Outcome, seconds: float) -> str:
    """The closing line."""
    back = (
        f"then put back to an older copy {outcome.rolled_back} times, with {len(outcome.vanished)} webhooks gone: "
        f"{'noticed, and everything synced' if not outcome.failures else 'see above'}"
    )
    verdict = "nothing lost" if not outcome.failures else f"{len(outcome.failures)} FAILURES"
    return (
        f"relay kills: {verdict}; the relay killed {outcome.relay_kills} times and the desktop "
        f"{outcome.daemon_kills} times under {outcome.bought} events; {outcome.taken} webhooks were answered 200 and "
        f"acted on, {outcome.refused} attempts were not answered so; {outcome.accounts} accounts and {outcome.rows} "
        f"rows compared with the bank's; {back}; {seconds:.0f} s"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print what came of it; 1 where it fell short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200, help="kills of each")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", type=Path, metavar="DIR", help="live there, and leave everything behind")
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="relay-kills-") as room:
        folder = options.keep or Path(room)
        folder.mkdir(exist_ok=True)
        try:
            outcome = campaign(options.count, folder, seed=options.seed)
        except CampaignError as error:
            sys.stdout.write(f"relay kills: NOT TRIED; {error}\n")
            return 1
    for failure in outcome.failures[:20]:
        sys.stdout.write(f"  {failure}\n")
    sys.stdout.write(f"{conclude(outcome, time.monotonic() - begun)}\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
