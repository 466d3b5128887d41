"""Measures the demo bank: rows served to urllib3, and the start of a world of a million rows.

`python -m tests.bench.bank_speed` starts the bank in a process of its own and closes with one line; its exit
code is 1 when a figure misses its bar. Wall time is the best of several rounds, because whatever else runs on
the machine can only add to it; CPU seconds of both sides stand beside it.
"""

import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import urllib3

ROWS: Final = 100_000
WORLD: Final = 1_000_000
ROUNDS: Final = 5
ROWS_A_SECOND: Final = 100_000
START_SECONDS: Final = 10.0
PEAK_MEGABYTES: Final = 1_000.0
INSTITUTIONS: Final = ("ins_109508", "ins_109509", "ins_109510")

_NEXT: Final = re.compile(rb'"next_cursor":"([^"]*)"')
_TICKS: Final = 100.0


@dataclass(frozen=True)
class Served:
    """One whole reading of every row."""

    rows: int
    seconds: float
    client_cpu: float
    bank_cpu: float


class MeasuredBank:
    """A bank in a process of its own."""

    def __init__(self, rows: int) -> None:
        begun = time.perf_counter()
        command = [sys.executable, "-m", "budgetsync.sandbox", "--rows", str(rows)]
        self._child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self._child.stdout is not None
        self.url = self._child.stdout.readline().strip()
        self.start_seconds = time.perf_counter() - begun
        keys = [self._child.stdout.readline().strip().partition("=")[2] for _ in range(3)]
        self._headers = {
            "PLAID-CLIENT-ID": keys[0],
            "PLAID-SECRET": keys[1],
            "Content-Type": "application/json",
        }
        self._control = {"Authorization": f"Bearer {keys[2]}"}
        self._pool = urllib3.PoolManager(retries=False)

    def post(self, path: str, **body: object) -> bytes:
        """Call an endpoint; returns the raw body."""
        answer = self._pool.request("POST", self.url + path, body=json.dumps(body), headers=self._headers)
        assert answer.status == 200, answer.data
        return bytes(answer.data)

    def connect(self) -> list[str]:
        """Connect every institution; returns the access tokens."""
        tokens = []
        for institution in INSTITUTIONS:
            asked = {"institution_id": institution, "initial_products": ["transactions"]}
            public = json.loads(self.post("/sandbox/public_token/create", **asked))["public_token"]
            answer = self.post("/item/public_token/exchange", public_token=public)
            tokens.append(json.loads(answer)["access_token"])
        return tokens

    def read(self, tokens: list[str]) -> Served:
        """Read every row of every item, 500 a page; only the cursor is looked at, as in a client's loop."""
        rows, begun = 0, time.perf_counter()
        cpu, bank_cpu = time.process_time(), self._cpu()
        for token in tokens:
            cursor, more = "", True
            while more:
                page = self.post("/transactions/sync", access_token=token, cursor=cursor, count=500)
                rows += page.count(b'"transaction_id":')
                found = _NEXT.search(page, len(page) - 600)
                assert found is not None
                cursor, more = found[1].decode(), b'"has_more":true' in page
        seconds = time.perf_counter() - begun
        return Served(rows, seconds, time.process_time() - cpu, self._cpu() - bank_cpu)

    def world_megabytes(self) -> float:
        """Read the truth as it streams, and tell how long it is."""
        size = 0
        answer = self._pool.request(
            "GET", f"{self.url}/control/world?history=false", headers=self._control, preload_content=False
        )
        for part in answer.stream(1 << 20):
            size += len(part)
        return size / 1e6

    def peak_megabytes(self) -> float:
        """The most memory that the bank ever had resident."""
        status = Path(f"/proc/{self._child.pid}/status").read_text(encoding="ascii")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        assert found is not None
        return int(found[1]) * 1024 / 1e6

    def _cpu(self) -> float:
        fields = Path(f"/proc/{self._child.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def stop(self) -> None:
        """End the bank."""
        self._pool.clear()
        self._child.terminate()
        self._child.communicate(timeout=60)


def say(text: str) -> None:
    """Say something on the way."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    """Measure, and judge by the bars."""
    bank = MeasuredBank(ROWS)
    tokens = bank.connect()
    rounds = [bank.read(tokens) for _ in range(ROUNDS)]
    bank.stop()
    for one in rounds:
        say(
            f"{one.rows:,} rows in {one.seconds:.2f} s = {one.rows / one.seconds:,.0f} rows/s; "
            f"client {one.client_cpu:.2f} s, bank {one.bank_cpu:.2f} s of CPU"
        )
    best = max(one.rows / one.seconds for one in rounds)

    large = MeasuredBank(WORLD)
    at_start = large.peak_megabytes()
    large.read(large.connect())
    size = large.world_megabytes()
    peak = large.peak_megabytes()
    large.stop()
    say(
        f"the truth of {WORLD:,} rows is {size:,.0f} MB of JSON; the bank's peak at the start was {at_start:.0f} MB"
    )
    good = best >= ROWS_A_SECOND and large.start_seconds < START_SECONDS and peak < PEAK_MEGABYTES
    say(
        f"bank_speed: {'ok' if good else 'MISSED'}: {best:,.0f} rows/s (bar {ROWS_A_SECOND:,}); "
        f"{WORLD:,} rows start in {large.start_seconds:.1f} s (bar {START_SECONDS:.0f}) "
        f"and peak at {peak:.0f} MB (bar {PEAK_MEGABYTES:.0f})"
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
