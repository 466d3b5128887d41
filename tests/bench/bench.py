"""`make bench`: what the first sync of 100,000 transactions costs, against the least that it could cost.

    .venv/bin/python tests/bench/bench.py [--rows 100000] [--history 1000000] [--rounds 5] [--out build/bench.json]

The demo bank's answers to the real client's requests are recorded once and replayed by a static responder
(responder.py). From it read, in turns, each in a fresh process and into a new file: the floor (floor.py) and
the program (ours.py); the medians of their rounds make the ratio. Then the window (gui.py, edits.py). The
bank's own time is measured apart. Then what a long history costs (growth.py, history.py), the program's life
(life.py), and the pages of that history: Insights (insights.py), Transactions (rows.py), Activity (activity.py). A
table is printed and everything is saved as JSON; the exit code is 1 when a target is missed.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import IO

from tests.bench import activity_figures, growth, insights_figures, life, rows_figures
from tests.bench.child import ROOT, Told, ask, command
from tests.bench.report import Figure, as_json, describe, machine, shown, table


def note(text: str) -> None:
    """Tell what is being done."""
    sys.stderr.write(f"bench: {text}\n")
    sys.stderr.flush()


@contextmanager
def server(module: str, *arguments: str) -> Iterator[str]:
    """Run a server in a process of its own, which says its address in its first line."""
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        yield _first_line(process.stdout)
    finally:
        process.terminate()
        process.communicate()


def _first_line(output: IO[str] | None) -> str:
    assert output is not None
    line = output.readline().strip()
    if not line:
        message = "a server did not start"
        raise RuntimeError(message)
    return line


def pages_with_rows(tape: list[Told]) -> list[Told]:
    """Choose the pages of the first sync: all but the last of each connection, which has no news."""
    by_connection: dict[str, list[Told]] = {}
    for entry in tape:
        if entry["path"] == "/transactions/sync":
            token = json.loads(entry["body"])["access_token"]
            by_connection.setdefault(token, []).append(entry)
    return [entry for entries in by_connection.values() for entry in entries[:-1]]


def run(rows: int, rounds: int, folder: Path) -> Told:
    """Take every measurement."""
    with (
        server("budgetsync.sandbox", "--rows", str(rows)) as bank,
        server("tests.bench.responder", bank) as url,
    ):
        note(f"recording the bank's answers, {rows:,} rows")
        counts = ask("record", {"url": url})
        command(url, "freeze")
        pages = pages_with_rows(command(url, "tape"))
        bodies = [entry["body"] for entry in pages]
        note("reading from the bank itself")
        from_bank = [ask("floor", {"url": bank, "bodies": bodies, "path": None}) for _ in range(rounds)]
        from_responder = [ask("floor", {"url": url, "bodies": bodies, "path": None}) for _ in range(rounds)]
        floor, ours = [], []
        for number in range(rounds):
            note(f"round {number + 1} of {rounds}: the floor, then ours")
            floor.append(
                ask("floor", {"url": url, "bodies": bodies, "path": str(folder / f"{number}.sqlite")})
            )
            ours.append(ask("ours", {"url": url, "folder": str(folder / f"ours-{number}")}))
        note("beside a bare window")
        bare = ask("gui", {"url": url, "folder": str(folder / "bare"), "window": "bare"})
        note("behind the program's window")
        real = ask("gui", {"url": url, "folder": str(folder / "real"), "window": "real"})
    return {
        "rows": rows,
        "institutions": counts,
        "pages": {"count": len(pages), "bytes": sum(entry["size"] for entry in pages)},
        "largest_page": max(entry["size"] for entry in pages),
        "bank": from_bank,
        "responder": from_responder,
        "floor": floor,
        "ours": ours,
        "bare": bare,
        "real": real,
    }


def processor(rounds: list[Told]) -> float:
    """The median processor time: what a busy machine disturbs less than the wall clock."""
    return float(median(each["cpu"] for each in rounds))


def judge(found: Told) -> list[Figure]:
    """Turn measurements into figures with their targets."""
    rows, floor, ours, bare, real = (found[name] for name in ("rows", "floor", "ours", "bare", "real"))
    floor_seconds = median(each["seconds"] for each in floor)
    our_seconds = median(each["seconds"] for each in ours)
    quiet = [sync for each in ours for sync in each["quiet"]]
    same = all(each["rows"] == rows and each["digest"] == floor[0]["digest"] for each in (*ours, *floor))
    figures = [
        Figure("a page of 500", 500 * found["pages"]["bytes"] / rows / 1000, "KB"),
        Figure("pages", found["pages"]["count"], "requests"),
        Figure("the bank alone", rows / median(each["seconds"] for each in found["bank"]), "rows/s"),
        Figure(
            "the responder alone", rows / median(each["seconds"] for each in found["responder"]), "rows/s"
        ),
        Figure("floor", floor_seconds, "s"),
        Figure("ours, first sync", our_seconds, "s"),
        Figure("ours / floor", our_seconds / floor_seconds, "x", 3),
        Figure("ours / floor, processor time", processor(ours) / processor(floor), "x"),
        Figure("ours", rows / our_seconds, "rows/s"),
        Figure("rows missing in or different from the floor's ledger", 0 if same else 1, "", 0),
        Figure("peak memory, engine without Qt", max(each["peak"] for each in ours), "MB", 400),
        Figure("peak memory, floor", max(each["peak"] for each in floor), "MB"),
        Figure("sync without news, requests", max(sync["requests"] for sync in quiet), "requests", 19),
        Figure(
            "sync without news, own work, median", 1000 * median(sync["own"] for sync in quiet), "ms", 100
        ),
        Figure("sync without news, own work, worst", 1000 * max(sync["own"] for sync in quiet), "ms"),
    ]
    for name, each, targets in (("bare window", bare, (16, 50)), ("real window", real, (16, 33))):
        figures.append(Figure(f"{name}: seconds of load", each["load"]["seconds"], "s", 5, at_least=True))
        for kind in ("idle", "load"):
            limits = dict(zip(("p99", "p99.9"), targets, strict=True)) if kind == "load" else {}
            figures += [
                Figure(f"{name}: GUI gap, {kind}, {rank}", each[kind][rank], "ms", limits.get(rank))
                for rank in ("p50", "p99", "p99.9", "max")
            ]
        figures.append(Figure(f"{name}: peak memory", each["peak"], "MB", 400))
    edit = real["edit"]
    figures += [
        Figure("edit to model, under load, median", edit["told"]["p50"], "ms"),
        Figure("edit to model, under load, worst", edit["told"]["max"], "ms", 50),
        Figure("edit to paint, under load, median", edit["painted"]["p50"], "ms"),
        Figure("edit to paint, under load, worst", edit["painted"]["max"], "ms", 50),
        Figure("edit to commit, under load, worst", edit["committed"]["max"], "ms"),
    ]
    return figures


def main() -> int:
    """Measure, print, save; 1 when a target was missed."""
    parser = argparse.ArgumentParser(description="Measures the first sync against the least it could cost.")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--history", type=int, default=1_000_000, help="rows of the long history; 0 = none")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bench.json")
    chosen = parser.parse_args()
    out: Path = chosen.out.absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    found_machine = machine()
    # On the disk of the result, not in a folder that may lie in memory: each commit is to reach a disk.
    with tempfile.TemporaryDirectory(prefix="bench-", dir=out.parent) as folder:
        found = run(chosen.rows, chosen.rounds, Path(folder))
        figures = judge(found)
        if chosen.history:
            found["growth"] = growth.run(chosen.history, Path(folder), note)
            figures += growth.judge(found["growth"])
            ledgers = {name: Path(folder) / name for name in ("empty", "long")}
            with server("budgetsync.sandbox") as bank:
                found["life"] = life.run(ledgers, bank, Path(folder), note, life.ROUNDS)
            figures += life.judge(found["life"])
            note("the Insights page of the long ledger")
            long = {"path": str(ledgers["long"] / "ledger.sqlite"), "rounds": insights_figures.ROUNDS}
            found["insights"] = ask("insights", long)
            figures += insights_figures.judge(found["insights"])
            note("the Transactions page of the long ledger")
            found["rows_page"] = ask("rows", {"path": long["path"], "frames": rows_figures.FRAMES})
            figures += rows_figures.judge(found["rows_page"])
            note("the Activity page of the long ledger")
            long = {"path": str(ledgers["long"] / "ledger.sqlite"), "rounds": activity_figures.ROUNDS}
            found["activity"] = ask("activity", long)
            figures += activity_figures.judge(found["activity"])
    out.write_text(json.dumps(as_json(figures, found_machine, found), indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{describe(found_machine)}\n\n{table(figures)}\n\nsaved as {shown(out)}\n")
    return 0 if all(figure.met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
