"""How long it takes from a webhook's POST at the bank's side until its row is in the window's model.

python -m tests.reliability.relay_latency --events 2000

Bank, relay and desktops are processes of their own, with the limits that are shipped, on a real disk. Each purchase is
one event; every tenth is told twice, as Plaid does by its older codes, so that some events join a sync that runs.
Of every hundred events, one comes just when its desktop's connections to the relay were cut. Afterwards webhooks come
twice, late, forged and in disorder, and the ledgers have to be equal to the bank's books all the same.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from random import Random

from tests.reliability.daemon_processes import Bank, Home
from tests.reliability.relay_judge import describe_differences, wait_until_settled
from tests.reliability.relay_processes import (
    MARK,
    CampaignError,
    RelayProcess,
    Watched,
    furnish,
    rest,
    wait_until_seen,
    wait_until_told,
)

DESKTOPS, ITEMS = 6, 14
RATE = 0.85
"""Events a second and mailbox: with its second tellings, below what a relay lets through in the long run."""
SPACING = 16.0
"""Seconds between two events of a connection: fewer than six syncs a minute, those that follow a sync included."""
CUTS = 0.01
TWICE = 0.1
BARS = {"p50": 0.250, "p99": 1.0}
_MISSING_AFTER = 90.0  # seconds
_DISORDER = 120  # events


@dataclass(frozen=True, slots=True)
class Purchase:
    """One event.

    Attributes:
        item: The bank's id of the connection.
        asked, made: Before and after the bank was told, in seconds since 1970.
    """

    name: str
    item: str
    asked: float
    made: float


@dataclass(slots=True)
class Outcome:
    """What came of a campaign.

    Attributes:
        alone, joined: Seconds from the POST to the row, by whether the event met a sync of its connection.
    """

    failures: list[str] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    joined: list[float] = field(default_factory=list)
    refused: int = 0
    cuts: int = 0
    disorder: dict[str, int] = field(default_factory=dict)
    accounts: int = 0
    rows: int = 0
    desktops: int = 0
    items: int = 0


class Bookkeeper:
    """Knows which webhooks told of which purchase."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._told: dict[int, dict[str, object]] = {}

    def look(self) -> None:
        """Ask for what was posted; webhooks whose first attempt is still to come are asked for again."""
        done = (number for number, one in sorted(self._told.items()) if not one["attempts"])
        after = next(done, max(self._told, default=0) + 1) - 1
        for one in self._bank.ask("GET", f"/control/webhooks?after={after}")["webhooks"]:
            self._told[one["number"]] = one

    def posts_of(self, purchase: Purchase) -> list[tuple[float, bool]]:
        """When each webhook of a purchase was first posted, and whether it was taken then."""
        return [
            (one["attempts"][0]["sent"], one["attempts"][0]["status"] == 200)  # type: ignore[index]
            for _, one in sorted(self._told.items())
            if one["item_id"] == purchase.item
            and purchase.asked <= one["told"] <= purchase.made  # type: ignore[operator]
            and one["attempts"]
        ]


class Load:
    """Has events happen at the bank, spread over connections and desktops."""

    def __init__(self, bank: Bank, relay: RelayProcess, desktops: Sequence[Watched], rng: Random) -> None:
        self._bank, self._relay, self._rng = bank, relay, rng
        self._desktops = desktops
        self._last: dict[str, float] = {}
        self._made = 0
        self.cuts = 0

    def buy(self, item: str) -> Purchase:
        """Have one event happen now."""
        self._made += 1
        name = f"{MARK} {self._made:06d}"
        asked = time.time()
        amount = self._rng.randrange(100, 20_000)
        told = {"kind": "purchase", "item_id": item, "description": name, "amount_minor": amount}
        self._bank.ask("POST", "/control/events", told)
        self._last[item] = time.monotonic()
        return Purchase(name, item, asked, time.time())

    def run(self, events: int) -> Iterator[Purchase]:
        """Have so many happen, as quickly as the limits allow."""
        between = 1 / (RATE * len(self._desktops))
        due = time.monotonic()
        for number in range(events):
            desktop = self._desktops[number % len(self._desktops)]
            item = min(desktop.items, key=lambda one: self._last.get(one, 0.0))
            due = max(due + between * self._rng.uniform(0.5, 1.5), self._last.get(item, 0.0) + SPACING)
            rest(max(0.0, due - time.monotonic()))
            if self._rng.random() < CUTS:
                self.cuts += 1
                desktop.cut(self._relay.port)
                rest(self._rng.uniform(0.0, 0.1))
            yield self.buy(item)


def measure(events: int, folder: Path, *, seed: int, desktops: int = DESKTOPS, items: int = ITEMS) -> Outcome:
    """Run a campaign in an empty folder."""
    rng = Random(seed)  # noqa: S311 - chance, not a secret
    outcome = Outcome(desktops=desktops, items=desktops * items)
    with ExitStack() as stack:
        home = Home(_made(folder / "servers"))
        bank = stack.enter_context(home.bank(seed))
        relay = stack.enter_context(RelayProcess(home).running())
        watched = []
        for number in range(desktops):
            own = Home(_made(folder / f"desktop-{number}"))
            watched.append(Watched(own, furnish(own, bank, relay, number * items + 1, items)))
        for desktop in watched:
            stack.callback(desktop.stop)
            desktop.start(bank)
        for desktop in watched:
            wait_until_told(desktop.home, items)
        load = Load(bank, relay, watched, rng)
        _warm_up(load, watched)
        rules = [{"kind": "webhook_lost", "endpoint": "DEFAULT_UPDATE", "probability": 1 - TWICE}]
        bank.ask("POST", "/control/faults", rules)
        books, purchases = Bookkeeper(bank), []
        for purchase in load.run(events):
            purchases.append(purchase)
            if len(purchases) % 200 == 0:
                books.look()
        _conclude(outcome, purchases, watched, books)
        outcome.cuts = load.cuts
        bank.ask("DELETE", "/control/faults")
        _disturb(bank, load, watched, outcome, min(events, _DISORDER))
        for desktop in watched:
            desktop.look()
            found, accounts, rows = describe_differences(desktop.home, bank)
            outcome.failures += found
            outcome.accounts, outcome.rows = outcome.accounts + accounts, outcome.rows + rows
    return outcome


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _warm_up(load: Load, desktops: Sequence[Watched]) -> None:
    """One event for each connection: everything is loaded, connected and known then."""
    names = [load.buy(item).name for desktop in desktops for item in desktop.items]
    if left := wait_until_seen(desktops, names, _MISSING_AFTER):
        message = f"{len(left)} of {len(names)} first events never came to the window"
        raise CampaignError(message)
    rest(SPACING)


def _conclude(
    outcome: Outcome, purchases: Sequence[Purchase], desktops: Sequence[Watched], books: Bookkeeper
) -> None:
    """Take the time of each event."""
    left = set(wait_until_seen(desktops, [one.name for one in purchases], _MISSING_AFTER))
    books.look()
    outcome.failures += [f"{name} never came to the window" for name in sorted(left)]
    seen = {name: at for desktop in desktops for name, at in desktop.seen.items()}
    for purchase in purchases:
        posts = books.posts_of(purchase)
        if not posts:
            outcome.failures.append(f"{purchase.name} was never posted")
            continue
        outcome.refused += sum(not taken for _, taken in posts)
        if purchase.name in seen:
            first, *others = [max(0.0, seen[purchase.name] - sent) for sent, _ in posts]
            outcome.alone.append(first)
            outcome.joined += others


def _disturb(bank: Bank, load: Load, desktops: Sequence[Watched], outcome: Outcome, events: int) -> None:
    """Have webhooks come twice, late, forged and in disorder, and then none of that any more."""
    rules = [
        {"kind": "webhook_duplicate", "probability": 0.3},
        {"kind": "webhook_reordered", "probability": 0.3},
        {"kind": "webhook_late", "probability": 0.2, "seconds": 2},
        {"kind": "webhook_forged", "probability": 0.2},
    ]
    bank.ask("POST", "/control/faults", rules)
    for _ in load.run(events):
        pass
    for rule in bank.ask("GET", "/control/faults")["rules"]:
        outcome.disorder[rule["kind"].removeprefix("webhook_")] = rule["struck"]
    bank.ask("DELETE", "/control/faults")
    for desktop in desktops:  # what was forged told nothing: the next one does
        for item in desktop.items:
            load.buy(item)
            rest(1 / (RATE * len(desktops)))
    outcome.failures += wait_until_settled([desktop.home for desktop in desktops], bank, _MISSING_AFTER)


def percentile(figures: Sequence[float], share: float) -> float:
    """The figure that so large a share of all does not exceed; 0.0 of none."""
    return sorted(figures)[max(0, ceil(share * len(figures)) - 1)] if figures else 0.0


def judge(outcome: Outcome) -> list[str]:
    """What fell short."""
    found = list(outcome.failures)
    for name, bar in BARS.items():
        if (figure := percentile(outcome.alone, float(name[1:]) / 100)) >= bar:
            found.append(f"{name} is {figure * 1_000:.0f} ms, and the bar is below {bar * 1_000:.0f} ms")
    if outcome.refused:
        found.append(f"{outcome.refused} webhooks were not taken at once")
    if not outcome.alone:
        found.append("nothing was measured")
    return found


def conclude(outcome: Outcome, seconds: float) -> str:
    """The closing line."""
    failures = judge(outcome)

    def figures(times: Sequence[float]) -> str:
        ms = (percentile(times, share) * 1_000 for share in (0.5, 0.95, 0.99, 1.0))
        return "p50 {:.0f} ms, p95 {:.0f} ms, p99 {:.0f} ms, slowest {:.0f} ms".format(*ms)

    disorder = ", ".join(f"{count} {kind}" for kind, count in outcome.disorder.items())
    return (
        f"relay latency: {'fits' if not failures else f'{len(failures)} FAILURES'}; {len(outcome.alone)} events over "
        f"{outcome.items} connections of {outcome.desktops} desktops, POST at the bank to row in the window: "
        f"{figures(outcome.alone)}; {len(outcome.joined)} more that met a running sync: {figures(outcome.joined)}; "
        f"{outcome.cuts} times cut off; then {disorder}: {outcome.accounts} accounts and {outcome.rows} rows "
        f"compared with the bank's; {seconds:.0f} s"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print what came of it; 1 where it fell short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--desktops", type=int, default=DESKTOPS)
    parser.add_argument("--items", type=int, default=ITEMS, help="connections of each desktop")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="live there, and leave everything behind")
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="relay-latency-") as room:
        try:
            outcome = measure(
                options.events,
                options.keep or Path(room),
                seed=options.seed,
                desktops=options.desktops,
                items=options.items,
            )
        except CampaignError as error:
            sys.stdout.write(f"relay latency: NOT MEASURED; {error}\n")
            return 1
    for failure in judge(outcome)[:20]:
        sys.stdout.write(f"  {failure}\n")
    sys.stdout.write(f"{conclude(outcome, time.monotonic() - begun)}\n")
    return 1 if judge(outcome) else 0


if __name__ == "__main__":
    sys.exit(main())
