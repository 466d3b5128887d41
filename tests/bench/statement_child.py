"""One figure of statement files, in a process of its own: reading, another library's reading, and an import."""

from __future__ import annotations

import asyncio
import time
from io import BytesIO
from pathlib import Path

from budgetsync.core import Core
from budgetsync.domain.importing.plan import NewAccount
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.host.clock import SystemClock
from budgetsync.providers.statements import read_statement_file
from budgetsync.store.database import Database
from budgetsync.vault.memory_vault import MemoryVault
from tests.bench.child import Told, peak_megabytes, say, told


def read(path: Path) -> Told:
    """Read it with the program's reader."""
    begun = time.perf_counter()
    file = read_statement_file(path, ReadOptions())
    seconds = time.perf_counter() - begun
    return {"seconds": seconds, "rows": sum(len(statement.entries) for statement in file.statements)}


def read_by_ofxparse(path: Path) -> Told:
    """Read it with ofxparse."""
    from ofxparse import OfxParser  # noqa: PLC0415 - costs memory that the other figures shall not have

    content = BytesIO(path.read_bytes())
    begun = time.perf_counter()
    file = OfxParser.parse(content)
    return {"seconds": time.perf_counter() - begun, "rows": len(file.account.statement.transactions)}


async def take_in(path: Path, ledger: Path) -> Told:
    """Import it end to end, reading included."""
    core = Core(Database(ledger, "demo"), {}, MemoryVault(), SystemClock(), statements=read_statement_file)
    await core.start()
    try:
        begun = time.perf_counter()
        file = await core.read_statement(path)
        read_after = time.perf_counter() - begun
        places = {place: NewAccount("Bench", "USD") for place in range(len(file.statements))}
        plan = await core.plan_import(path, places, file=file)
        planned_after = time.perf_counter() - begun
        done = await core.commit_import(plan)
        seconds = time.perf_counter() - begun
        again = await core.plan_import(path, dict(enumerate(done.accounts)), file=file)
        return {
            "seconds": seconds,
            "read": read_after,
            "plan": planned_after - read_after,
            "write": seconds - planned_after,
            "rows": sum(count.new for count in done.counts),
            "new_again": sum(statement.counts.new for statement in again.statements),
        }
    finally:
        await core.stop()


def main() -> None:
    """Take the figure that is asked for."""
    asked = told()
    path = Path(asked["path"])
    match asked["what"]:
        case "read":
            answer = read(path)
        case "ofxparse":
            answer = read_by_ofxparse(path)
        case _:
            answer = asyncio.run(take_in(path, Path(asked["ledger"])))
    say(answer | {"megabytes": peak_megabytes()})


if __name__ == "__main__":
    main()
