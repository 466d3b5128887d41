"""Days of a month in minutes: the daemon as a real process beside a hostile bank, both on faster clocks.

python -m tests.reliability.daemon_days --days 30 --factor 3600
python -m tests.reliability.daemon_days --idle 5
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from budgetsync.assembly import assemble
from budgetsync.configuration import load_settings
from budgetsync.demo import AccountComparison, Control, compare
from budgetsync.openings import demo_keys
from tests.reliability.daemon_faults import plan
from tests.reliability.daemon_processes import TOKEN, Bank, Home, Sample, cpu_seconds, lives_on, middle

INSTITUTIONS = ("ins_109508", "ins_109510", "ins_109511")
SAMPLE_EVERY = 2.0
"""Seconds of the computer between two looks at the daemon."""
PERSON_AFTER = timedelta(hours=6)
"""So long a login stays expired before its person signs in again, on the bank's clock."""
MOST_GROWTH = 0.10
"""So much more resident memory in the last quarter than in the second is still flat."""
SWING = 2
"""Threads and handles may differ by so many between two quarters: calls come and go."""
LATE = timedelta(hours=2)
"""So long after its time a request or a run is one that was left lying."""
HEALING = 120.0
"""Seconds of the computer until everything is up to date after the last fault."""
MOST_IDLE = 0.002
"""Share of one core that a daemon may take that has nothing to do."""
_SETTLED = 20.0  # seconds after which a daemon's start, with its looks at the file, is over


@dataclass(slots=True)
class Days:
    """What came of a campaign.

    Attributes:
        failures: What fell short, in words.
        struck: How often each kind of fault did.
        logins: How often a person signed in again.
    """

    failures: list[str] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    struck: Counter[str] = field(default_factory=Counter)
    logins: int = 0
    days: float = 0.0
    runs: int = 0
    failed_runs: int = 0
    accounts: int = 0
    rows: int = 0
    healed: float = 0.0
    cpu: float = 0.0

    def quarters(self) -> tuple[Sample, Sample]:
        """The medians of the second quarter and of the last."""
        size = max(1, len(self.samples) // 4)
        return middle(self.samples[size : 2 * size]), middle(self.samples[-size:])


class Person:
    """Whoever owns the connections: signs in again where a login expired, hours later."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._noticed: dict[str, datetime] = {}
        self.logins = 0

    def look(self, *, at_once: bool = False) -> None:
        """Do what is to be done now."""
        world = self._bank.world()
        now = datetime.fromisoformat(world["now"])
        expired = [item["item_id"] for item in world["items"] if item["needs_login"]]
        self._noticed = {item: self._noticed.get(item, now) for item in expired}
        for item, since in self._noticed.items():
            if at_once or now - since >= PERSON_AFTER:
                self._bank.ask("POST", "/control/events", {"kind": "login_repaired", "item_id": item})
                self.logins += 1


def live(days: float, factor: float, folder: Path, *, flat: bool = True) -> Days:
    """Let a number of days pass.

    Args:
        folder: An empty one.
        flat: Whether memory, threads and handles are judged, for which minutes are needed.
    """
    home, outcome = Home(folder), Days()
    with home.bank(seed=7, factor=factor) as bank:
        for institution in INSTITUTIONS:
            home.run(bank, "connect", "--institution", institution)
        bank.ask("POST", "/control/faults", plan())
        begun = bank.now()
        words = ("--clock-factor", str(factor), "--clock-start", begun.isoformat())
        with home.daemon(bank, *words) as daemon:
            person = Person(bank)
            if not _let_pass(daemon, bank, person, begun + timedelta(days=days), outcome):
                outcome.failures.append(f"the daemon ended with {daemon.returncode}: {home.said()[-2_000:]}")
                return outcome
            outcome.days = (bank.now() - begun) / timedelta(days=1)
            for rule in bank.ask("GET", "/control/faults")["rules"]:
                outcome.struck[rule["kind"]] += rule["struck"]
            bank.ask("DELETE", "/control/faults")
            _heal(daemon, bank, person, home, outcome)
            outcome.logins, outcome.cpu = person.logins, cpu_seconds(daemon.pid)
            daemon.send_signal(signal.SIGTERM)
            if (code := daemon.wait(60)) != 0:
                outcome.failures.append(f"told to end, it ended with {code}")
    _judge(home, outcome, flat=flat)
    return outcome


def _let_pass(
    daemon: subprocess.Popen[str], bank: Bank, person: Person, until: datetime, outcome: Days
) -> bool:
    while bank.now() < until:
        if not lives_on(daemon, SAMPLE_EVERY):
            return False
        outcome.samples.append(Sample.take(daemon.pid))
        person.look()
    return True


def _heal(daemon: subprocess.Popen[str], bank: Bank, person: Person, home: Home, outcome: Days) -> None:
    """Wait until the ledger says that it is up to date, and is: row by row."""
    begun = time.monotonic()
    left = ["nothing was compared"]
    while left:
        if time.monotonic() - begun > HEALING:
            outcome.failures += [f"not up to date after {HEALING:.0f} s: {what}" for what in left]
            return
        if not lives_on(daemon, 0.2):
            outcome.failures.append(f"the daemon ended with {daemon.returncode}: {home.said()[-2_000:]}")
            return
        person.look(at_once=True)
        if left := _unrest(home, bank.now()):
            continue
        compared = asyncio.run(_compare(bank, home))
        left = [describe(account) for account in compared if not account.equal]
        left = left or ([] if compared else ["no account was compared"])
        outcome.accounts, outcome.rows = len(compared), sum(account.rows_here for account in compared)
    outcome.healed = time.monotonic() - begun


async def _compare(bank: Bank, home: Home) -> list[AccountComparison]:
    """Hold the ledger beside the bank's own books, after a person has decided what was held back for them."""
    settings, folder = load_settings(
        {"PLAID_URL": bank.url, "BUDGETSYNC_DATA_DIR": str(home.ledger)}, demo_keys
    )
    core = assemble(settings, folder).core  # a guest: the daemon owns the engine
    try:
        if held := (await core.review()).held:
            await core.apply_removals([one.account_id for one in held])
        return await compare(core, Control(bank.url, TOKEN))
    finally:
        await core.stop()


def _unrest(home: Home, now: datetime) -> list[str]:
    """What the ledger itself says is not up to date, or was left lying.

    Args:
        now: By the bank's clock, which is the daemon's.
    """
    found = [
        f"{name} is {status}, its history {history}"
        for name, status, history in _ask(home, "SELECT institution_name, status, history FROM item")
        if (status, history) != ("HEALTHY", "COMPLETE")
    ]
    overdue = (now - LATE).timestamp() * 1_000
    queued = (
        "SELECT item_id, state, coalesce(lease_until, next_attempt_at) FROM queue "
        "WHERE state IN ('pending', 'leased')"
    )
    found += [
        f"request of item {item}, {state}, is overdue"
        for item, state, due in _ask(home, queued)
        if due < overdue
    ]
    running = "SELECT item_id, started_at FROM sync_run WHERE state = 'RUNNING'"
    return found + [
        f"a run of item {item} does not end" for item, since in _ask(home, running) if since < overdue
    ]


def _judge(home: Home, outcome: Days, *, flat: bool) -> None:
    """Look at what was left behind."""
    outcome.runs, outcome.failed_runs = _ask(
        home, "SELECT count(*), count(CASE WHEN state <> 'SUCCEEDED' THEN 1 END) FROM sync_run"
    )[0]
    if running := _ask(home, "SELECT id FROM sync_run WHERE state = 'RUNNING'"):
        outcome.failures.append(f"runs that never ended: {running}")
    for line in home.log():
        if "trace" in line or line["level"] in {"ERROR", "CRITICAL"}:
            outcome.failures.append(f"in the log: {line}")
    if "Traceback" in home.said():
        outcome.failures.append(f"on stderr: {home.said()[-2_000:]}")
    if flat:
        outcome.failures += [f"{kind} never struck" for kind, times in outcome.struck.items() if not times]
        outcome.failures += swelling(*outcome.quarters())


def swelling(before: Sample, after: Sample) -> list[str]:
    """What grew from one quarter to another."""
    found = [
        f"{name} grew from {getattr(before, name)} to {getattr(after, name)}"
        for name in ("threads", "files")
        if getattr(after, name) > getattr(before, name) + SWING
    ]
    if after.rss > before.rss * (1 + MOST_GROWTH):
        found.append(f"memory grew from {before.rss:,} to {after.rss:,} KiB")
    return found


def idle(minutes: float, folder: Path, settle: float = _SETTLED) -> float:
    """Have an hourly daemon with three connections do nothing; returns its share of one core."""
    home = Home(folder)
    with home.bank(seed=7) as bank:
        for institution in INSTITUTIONS:
            home.run(bank, "connect", "--institution", institution, "--sync")
        with home.daemon(bank) as daemon:
            if not lives_on(daemon, settle):
                raise RuntimeError(home.said())
            before, begun = cpu_seconds(daemon.pid), time.monotonic()
            if not lives_on(daemon, 60 * minutes):
                raise RuntimeError(home.said())
            return (cpu_seconds(daemon.pid) - before) / (time.monotonic() - begun)


def describe(account: AccountComparison) -> str:
    """Write how an account differs."""
    return (
        f"{account.institution} {account.name}: {account.here} here, {account.bank} there, {account.rows_here} and "
        f"{account.rows_bank} rows, {account.differing} differ"
    )


def _ask(home: Home, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(home.ledger / "ledger.sqlite")) as connection:
        return connection.execute(sql).fetchall()


def conclude(outcome: Days, seconds: float) -> str:
    """The closing line."""
    before, after = outcome.quarters()
    verdict = "up to date" if not outcome.failures else f"{len(outcome.failures)} failures"
    return (
        f"daemon: {verdict} after {outcome.days:.1f} virtual days; {sum(outcome.struck.values())} faults of "
        f"{sum(map(bool, outcome.struck.values()))} kinds, {outcome.runs} runs ({outcome.failed_runs} failed), "
        f"{outcome.logins} logins renewed, {outcome.accounts} accounts and {outcome.rows} rows equal to the bank's; "
        f"healed in {outcome.healed:.1f} s; second quarter -> last: memory {before.rss / 1024:.1f} -> "
        f"{after.rss / 1024:.1f} MiB, threads {before.threads} -> {after.threads}, file handles {before.files} -> "
        f"{after.files}; CPU {outcome.cpu:.0f} s, {seconds:.0f} s in all"
    )


def main(arguments: list[str] | None = None) -> int:
    """Run what the command line asks for and print what came of it; 1 where it fell short."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=float, default=30.0, help="virtual days")
    parser.add_argument(
        "--factor", type=float, default=3_600.0, help="how many times as fast as the computer"
    )
    parser.add_argument("--idle", type=float, metavar="MINUTES", help="instead: have a daemon do nothing")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="live there, and leave everything behind")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="daemon-days-") as room:
        folder = options.keep or Path(room)
        folder.mkdir(exist_ok=True)
        if options.idle is not None:
            share = idle(options.idle, folder)
            fits = share < MOST_IDLE
            sys.stdout.write(
                f"idle: {'fits' if fits else 'TOO MUCH'}; a daemon with {len(INSTITUTIONS)} connections took "
                f"{share:.3%} of a core over {options.idle:g} minutes (the bar: below {MOST_IDLE:.1%})\n"
            )
            return 0 if fits else 1
        begun = time.monotonic()
        outcome = live(options.days, options.factor, folder)
    for failure in outcome.failures[:20]:
        sys.stdout.write(f"  {failure}\n")
    sys.stdout.write(f"{conclude(outcome, time.monotonic() - begun)}\n")
    return 1 if outcome.failures else 0


if __name__ == "__main__":
    sys.exit(main())
