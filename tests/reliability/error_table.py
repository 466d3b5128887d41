"""Each error of Plaid's table and each fault of the wire, provoked on the demo bank: what a person is told.

    python -m tests.reliability.error_table

prints it as a table in Markdown. Everything goes over real HTTP, through plaid-python and the real engine.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from budgetsync.cli.session import outcome
from budgetsync.core import Core
from budgetsync.domain.errors import Trouble
from budgetsync.domain.events import Event, RunFinished
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.ports import Vault
from budgetsync.domain.sync import SyncRunState
from budgetsync.host.clock import SystemClock
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.payloads import pack
from budgetsync.vault.memory_vault import MemoryVault

PATIENCE = 60.0  # seconds until a run that does not end fails the table
BANK = "ins_109508"
SYNC = "/transactions/sync"

RESTART, TRANSIENT, THROTTLED, USER, GONE, SETUP, DATA = (
    "restart the loop",
    "transient",
    "throttled",
    "user must act",
    "gone",
    "set-up is wrong",
    "data",
)
STATUS_OF = {
    RESTART: ItemStatus.WAITING,
    TRANSIENT: ItemStatus.WAITING,
    THROTTLED: ItemStatus.WAITING,
    USER: ItemStatus.REAUTH_REQUIRED,
    GONE: ItemStatus.DISCONNECTED,
    SETUP: ItemStatus.ATTENTION_REQUIRED,
    DATA: ItemStatus.ATTENTION_REQUIRED,
}
CODES = {
    RESTART: "TRANSACTIONS_SYNC_MUTATION_DURING_PAGINATION",
    TRANSIENT: (
        "INTERNAL_SERVER_ERROR PLANNED_MAINTENANCE INSTITUTION_DOWN INSTITUTION_NOT_RESPONDING "
        "INSTITUTION_NOT_AVAILABLE PRODUCT_NOT_READY"
    ),
    THROTTLED: "TRANSACTIONS_SYNC_LIMIT RATE_LIMIT INSTITUTION_RATE_LIMIT",
    USER: (
        "ITEM_LOGIN_REQUIRED INVALID_CREDENTIALS INVALID_MFA INSUFFICIENT_CREDENTIALS ACCESS_NOT_GRANTED "
        "ADDITIONAL_CONSENT_REQUIRED INVALID_UPDATED_USERNAME PASSWORD_RESET_REQUIRED USER_SETUP_REQUIRED "
        "ITEM_LOCKED MANUAL_VERIFICATION_REQUIRED NO_ACCOUNTS"
    ),
    GONE: (
        "ITEM_NOT_FOUND ITEM_CONCURRENTLY_DELETED INVALID_ACCESS_TOKEN USER_PERMISSION_REVOKED "
        "INSTITUTION_NO_LONGER_SUPPORTED ITEM_NOT_SUPPORTED"
    ),
    SETUP: (
        "INVALID_API_KEYS UNAUTHORIZED_ENVIRONMENT UNAUTHORIZED_ROUTE_ACCESS INVALID_PRODUCT "
        "PRODUCTS_NOT_SUPPORTED INSTITUTION_REGISTRATION_REQUIRED CREDITS_EXHAUSTED MISSING_FIELDS "
        "UNKNOWN_FIELDS INVALID_FIELD INVALID_BODY NOT_FOUND"
    ),
    DATA: "INVALID_ACCOUNT_ID INVALID_PUBLIC_TOKEN INVALID_LINK_TOKEN INVALID_WEBHOOK_VERIFICATION_KEY_ID",
}
WIRE: dict[str, dict[str, Any]] = {
    # First, since it goes on for a while when nobody listens any more.
    "dripping answer": {"kind": "slow_drip", "seconds": 3.0},
    "HTTP 500": {"kind": "server_error", "status": 500},
    "HTTP 502": {"kind": "server_error", "status": 502},
    "HTTP 503, Retry-After": {"kind": "server_error", "status": 503, "retry_after": 7},
    "HTTP 504": {"kind": "server_error", "status": 504},
    "HTTP 429": {"kind": "rate_limited"},
    "HTTP 429, Retry-After": {"kind": "rate_limited", "retry_after": 7},
    "no connection in time": {"kind": "connect_timeout", "seconds": 0.0},
    "no answer in time": {"kind": "read_timeout", "seconds": 5.0},
    "reset amid the body": {"kind": "reset"},
    "truncated JSON": {"kind": "truncated_json"},
    "HTML page, HTTP 502": {"kind": "html", "status": 502},
    "HTML page, HTTP 403": {"kind": "html", "status": 403},
}
OFFLINE, WRONG_KEYS = "nobody there", "keys that are wrong indeed"
NOBODY = "http://127.0.0.1:9"
Rule = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """What a person is told of one error.

    Attributes:
        trouble: What the window shows on the connection's card: title, message, action.
        terminal: What `budgetsync sync` writes to its standard error.
        code: What `budgetsync sync` exits with.
        expected: The status that this class of errors leads to.
    """

    kind: str
    name: str
    status: ItemStatus
    expected: ItemStatus
    trouble: Trouble
    terminal: str
    code: int


def cases() -> Iterator[tuple[str, str, Rule]]:
    """Name every case: its class, its name, and the rule of the fault plan that provokes it."""
    for kind, codes in CODES.items():
        for code in codes.split():
            yield kind, code, {"kind": "error", "code": code}
    for name, rule in WIRE.items():
        yield (THROTTLED if "429" in name else TRANSIENT), name, rule
    yield TRANSIENT, OFFLINE, {}
    yield SETUP, WRONG_KEYS, {}


@contextlib.asynccontextmanager
async def opened(folder: Path, vault: Vault, url: str, secret: str = DEMO_SECRET) -> AsyncIterator[Core]:
    """A core that is not started, with little patience."""
    database = Database(folder / FILE_NAME, "demo")
    provider = PlaidProvider(url, DEMO_CLIENT_ID, secret, pack, read_timeout=1.0, deadline=1.0)
    core = Core(database, {"plaid": provider}, vault, SystemClock())
    try:
        yield core
    finally:
        await core.stop()


async def tell(folder: Path, bank: DemoBank, url: str, kind: str, name: str, rule: Rule) -> Line:
    """Provoke one error on a new ledger, and hear what is said."""
    vault = MemoryVault()
    async with opened(folder, vault, url) as core:
        await core.connect_sandbox(BANK)
    if rule:
        bank.add_fault(endpoint=SYNC, **rule)
    address = NOBODY if name == OFFLINE else url
    async with opened(folder, vault, address, "0" * 30 if name == WRONG_KEYS else DEMO_SECRET) as core:
        await core.start()
        return await _sync(core, kind, name)


async def _sync(core: Core, kind: str, name: str) -> Line:
    finished: asyncio.Future[RunFinished] = asyncio.get_running_loop().create_future()

    def listen(event: Event) -> None:
        if isinstance(event, RunFinished) and not finished.done():
            finished.set_result(event)

    core.subscribe(listen)
    (item_id,) = await core.request_sync()
    async with asyncio.timeout(PATIENCE):
        ended = await finished
    overview = await core.overview()
    (one,) = overview.items
    assert one.last_run is not None
    assert ended.state is SyncRunState.FAILED, f"{name}: {ended.state}"
    assert one.item.trouble is not None
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        code = outcome(overview, {item_id: one.last_run}, [item_id])
    expected = ItemStatus.OFFLINE if name == OFFLINE else STATUS_OF[kind]
    return Line(kind, name, one.item.status, expected, one.item.trouble, said.getvalue().strip(), code)


def provoke(folder: Path) -> list[Line]:
    """Provoke every case, each on a ledger of its own at one bank."""
    lines = []
    bank = DemoBank(seed=3, rows=200)
    with bank.serve() as server:
        for number, (kind, name, rule) in enumerate(cases()):
            place = folder / str(number)
            lines.append(asyncio.run(tell(place, bank, server.url, kind, name, rule)))
            bank.clear_faults()
    return lines


def table(lines: list[Line]) -> str:
    """Write what is told as a table in Markdown."""
    rows = [
        "| class | error | connection | title | message | action | CLI exits |",
        "|---|---|---|---|---|---|---|",
    ]
    for line in lines:
        trouble = line.trouble
        cells = (line.kind, line.name, line.status, trouble.title, trouble.message, trouble.action, line.code)
        rows.append(f"| {' | '.join(str(cell) for cell in cells)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        sys.stdout.write(f"{table(provoke(Path(temporary)))}\n")
