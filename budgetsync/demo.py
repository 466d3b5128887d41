"""The demo: what its bank can be told and asked, and the comparison with what that bank says is true."""

import asyncio
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from budgetsync.children import DemoError
from budgetsync.core import Core
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import TransactionState

_START_TIMEOUT = 30.0  # seconds
_TAKEN = 200
_TOKEN_VARIABLE = "BUDGETSYNC_CONTROL_TOKEN"  # noqa: S105 - the name of a variable


class Control:
    """The bank's own side: its truth, and the passing of its time.

    Args:
        url: The bank's address.
        token: What its control interface wants; "" for the environment's BUDGETSYNC_CONTROL_TOKEN.
    """

    def __init__(self, url: str, token: str = "") -> None:
        self.url = url
        self._token = token or os.environ.get(_TOKEN_VARIABLE, "")

    async def fetch_world(self, *, transactions: bool = True) -> dict[str, Any]:
        """Ask what the bank itself holds, in the shape of `GET /control/world`."""
        flag = "true" if transactions else "false"
        return await self._ask("GET", f"/control/world?transactions={flag}")

    async def advance(self, days: int = 1) -> None:
        """Let days pass at the bank: news come in."""
        await self._ask("POST", "/control/advance", {"days": days})

    async def happen(self, kind: str, **told: object) -> None:
        """Let something happen at the bank."""
        await self._ask("POST", "/control/events", {"kind": kind, **told})

    async def fetch_digests(self) -> frozenset[str]:
        """Ask which webhooks were taken, once none is left to be posted; see `Delivery.digest`."""
        told = await self._ask("GET", "/control/webhooks?wait=10")
        return frozenset(
            attempt["digest"]
            for webhook in told["webhooks"]
            for attempt in webhook["attempts"]
            if attempt["status"] == _TAKEN
        )

    async def fetch_kinds(self) -> list[str]:
        """Ask what can happen at the bank."""
        kinds: list[str] = (await self._ask("GET", "/control/events"))["kinds"]
        return kinds

    async def _ask(self, method: str, path: str, body: Mapping[str, object] | None = None) -> dict[str, Any]:
        import httpx  # noqa: PLC0415 - no other command needs it

        try:
            headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
            async with httpx.AsyncClient(timeout=_START_TIMEOUT, headers=headers) as client:
                answer = await client.request(method, self.url + path, json=body)
            if answer.status_code == httpx.codes.UNAUTHORIZED:
                message = f"The demo bank wants its control token: --control-token or {_TOKEN_VARIABLE}."
                raise DemoError(message)
            if answer.status_code == httpx.codes.BAD_REQUEST:
                message = f"The demo bank refused: {answer.json()['error']}."
                raise DemoError(message, action="Connect a bank first, or ask for something else.")
            answer.raise_for_status()
            found: dict[str, Any] = answer.json()
        except (httpx.HTTPError, ValueError, KeyError):
            message = "The demo bank's control interface does not answer."
            raise DemoError(message) from None
        return found


@dataclass(frozen=True, slots=True)
class AccountComparison:
    """One account here and at the bank.

    Attributes:
        here: Balance in the ledger, beside the bank's own.
        differing: Transactions that only one side has.
    """

    institution: str
    name: str
    here: Money | None
    bank: Money
    rows_here: int
    rows_bank: int
    differing: int

    @property
    def equal(self) -> bool:
        """Whether balance, number and every single transaction agree."""
        return self.here == self.bank and self.rows_here == self.rows_bank and not self.differing


async def tune_in(core: Core, relay: str) -> None:
    """Have a ledger told of its banks' news through a relay, whichever it was paired with before.

    Raises:
        RelayError: The relay did not answer, or it refuses.
        VaultError: The keys cannot be kept.
    """
    mailbox = (await core.realtime()).mailbox
    if mailbox is not None and mailbox.relay != relay:  # a demo's relay may have moved to another port
        await core.unpair_relay()
    await core.pair_relay(relay)


async def connect_all(core: Core, control: Control) -> None:
    """Connect every institution of the demo bank that is not connected yet."""
    overview = await core.overview()
    connected = {connection.item.institution.id for connection in overview.items}
    world = await control.fetch_world(transactions=False)
    for institution in world["institutions"]:
        if institution["institution_id"] not in connected:
            await core.connect_sandbox(institution["institution_id"])


async def compare(core: Core, control: Control) -> list[AccountComparison]:
    """Hold every account's balance and every transaction beside the bank's own."""
    world, overview = await asyncio.gather(control.fetch_world(), core.overview())
    ours_only_once = {connection.item.source_item_id: connection for connection in overview.items}
    found = []
    for told in world["accounts"]:
        connection = ours_only_once.get(told["item_id"])
        if connection is None:
            continue
        account = next((one for one in connection.accounts if one.mask == told["mask"]), None)
        bank_rows = Counter(
            (-row["amount_minor"], _day(row), bool(row["pending"]))
            for row in world["transactions"]
            if row["account_id"] == told["account_id"]
        )
        here_rows: Counter[tuple[int, date, bool]] = Counter()
        if account is not None:
            for row in await core.newest_transactions(None, account.id):
                if row.state is TransactionState.REMOVED:
                    continue
                pending = row.state is TransactionState.PENDING
                here_rows[row.amount.minor, row.transacted_on, pending] += 1
        found.append(
            AccountComparison(
                institution=connection.item.institution.name,
                name=told["name"],
                here=account.current if account else None,
                bank=Money(told["balances"]["current"]["minor"], told["currency"]),
                rows_here=here_rows.total(),
                rows_bank=bank_rows.total(),
                differing=(here_rows - bank_rows).total() + (bank_rows - here_rows).total(),
            )
        )
    return found


def _day(row: dict[str, Any]) -> date:
    return date.fromisoformat(row["authorized_date"] or row["date"])
