"""Plaid behind the provider port: asynchronous, with a client of its own for each call under way."""

import asyncio
import threading
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from budgetsync.domain.errors import ProviderUnavailable
from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.sync import SyncPage
from budgetsync.providers.plaid import wire
from budgetsync.providers.plaid.calls import run_beside
from budgetsync.providers.plaid.convert import Pack, as_utc, to_page

if TYPE_CHECKING:
    from budgetsync.providers.plaid.client import PlaidClient

T = TypeVar("T")
READ_TIMEOUT = 30.0
"""Seconds without a byte before an answer is given up."""
DEADLINE = 120.0
"""Seconds for a whole body: a server that drips never trips the read timeout."""
PAGE_SIZE = 500
"""Rows a page: Plaid's maximum, since each call costs the same."""


class PlaidProvider:
    """Plaid, or anything that speaks like it, at one address with one pair of keys."""

    def __init__(
        self,
        url: str,
        client_id: str,
        secret: str,
        pack: Pack,
        *,
        read_timeout: float = READ_TIMEOUT,
        deadline: float = DEADLINE,
    ) -> None:
        """Prepare; nothing is sent yet.

        Args:
            url: Base address without a trailing slash.
            pack: Makes raw rows ready for storage.
            read_timeout: Seconds without a byte before an answer is given up.
            deadline: Seconds for a whole body before it is given up.
        """
        self._account = (url, client_id, secret)
        self._read_timeout = read_timeout
        self._deadline = deadline
        self._pack = pack
        self._converting = threading.Lock()
        self._idle: list[PlaidClient] = []
        self._lock = threading.Lock()

    async def fetch_page(self, access_token: str, cursor: str) -> SyncPage:
        """Fetch one page of /transactions/sync; request, decoding and conversion all beside the loop."""
        body: dict[str, Any] = {
            "access_token": access_token,
            "count": PAGE_SIZE,
            "options": {
                "include_original_description": True,
                "personal_finance_category_version": "v2",
            },
        }
        if cursor:
            body["cursor"] = cursor
        return await self._call("/transactions/sync", body, self._to_page)

    def _to_page(self, answer: bytes) -> SyncPage:
        # One page at a time: more threads at once would be no quicker, and the window would wait for each of them.
        with self._converting:
            return to_page(answer, self._pack)

    async def fetch_as_of(self, access_token: str) -> datetime | None:
        """Ask /item/get when Plaid last had news from the bank."""
        answer = await self._call("/item/get", {"access_token": access_token}, _reader(wire.ItemResponse))
        status = answer.status and answer.status.transactions
        return as_utc(status.last_successful_update if status else None)

    async def connect_sandbox(self, institution_id: str) -> Connection:
        """Make a public token in the sandbox and exchange it."""
        created = await self._call(
            "/sandbox/public_token/create",
            {"institution_id": institution_id, "initial_products": ["transactions"]},
            _reader(wire.PublicTokenResponse),
        )
        exchanged = await self._call(
            "/item/public_token/exchange",
            {"public_token": created.public_token},
            _reader(wire.ExchangeResponse),
        )
        found = await self._call(
            "/institutions/get_by_id",
            {"institution_id": institution_id, "country_codes": ["US"]},
            _reader(wire.InstitutionResponse),
        )
        institution = Institution(found.institution.institution_id, found.institution.name)
        return Connection(exchanged.item_id, institution, exchanged.access_token)

    def close(self) -> None:
        """Forget idle connections; calls under way end by themselves."""
        with self._lock:
            self._idle.clear()

    def _new_client(self) -> "PlaidClient":
        # plaid-python takes 100 ms to import: on the call's thread, after the first paint.
        from budgetsync.providers.plaid.client import PlaidClient  # noqa: PLC0415

        return PlaidClient(*self._account, read_timeout=self._read_timeout, deadline=self._deadline)

    async def _call(self, path: str, body: dict[str, Any], convert: Callable[[bytes], T]) -> T:
        def work() -> T:
            with self._lock:
                client = self._idle.pop() if self._idle else None
            client = client or self._new_client()
            answer = client.call(path, body)
            with self._lock:
                self._idle.append(client)
            return convert(answer)

        try:
            # A head that drips never comes to the client's own look at the deadline: its thread is left behind.
            async with asyncio.timeout(2 * self._deadline):
                return await run_beside(f"plaid{path}", work)
        except TimeoutError:
            message = "The answer came too slowly and was given up."
            raise ProviderUnavailable(message) from None


def _reader(shape: type[T]) -> Callable[[bytes], T]:
    def read(answer: bytes) -> T:
        try:
            return msgspec.json.decode(answer, type=shape)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            message = "The answer was cut off or is no answer of Plaid's."
            raise ProviderUnavailable(message) from None

    return read
