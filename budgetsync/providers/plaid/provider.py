"""Plaid behind the provider port: asynchronous, with a client of its own for each call under way."""

import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from budgetsync.domain.item import Connection, Institution, ItemStanding
from budgetsync.domain.keys import Keys
from budgetsync.domain.sync import SyncPage
from budgetsync.providers.plaid import wire
from budgetsync.providers.plaid.caller import Beside, Caller, reader
from budgetsync.providers.plaid.convert import Pack, as_utc, read_row, to_page
from budgetsync.providers.plaid.link import PlaidLinks, told_error
from budgetsync.providers.plaid.redacted import show_row
from budgetsync.providers.plaid.webhooks.verifier import PlaidWebhooks

if TYPE_CHECKING:
    from budgetsync.providers.plaid.client import Wire

READ_TIMEOUT = 30.0
"""Seconds without a byte before an answer is given up."""
DEADLINE = 120.0
"""Seconds for a whole body: a server that drips never trips the read timeout."""
PAGE_SIZE = 500
"""Rows a page: Plaid's maximum, since each call costs the same."""


class PlaidProvider:
    """Plaid, or anything that speaks like it, at one address with one pair of keys.

    Attributes:
        links: Connecting and removing banks.
        webhooks: Telling genuine webhooks from others, and where they go.
    """

    def __init__(
        self,
        url: str,
        client_id: str,
        secret: str,
        pack: Pack,
        *,
        environment: str = "sandbox",
        read_timeout: float = READ_TIMEOUT,
        deadline: float = DEADLINE,
        page_size: int = PAGE_SIZE,
        wire: "Wire | None" = None,
        beside: Beside | None = None,
        stored: Callable[[], Keys] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare; nothing is sent yet.

        Args:
            url: Base address without a trailing slash.
            pack: Makes raw rows ready for storage.
            environment: Plaid's own word for the one that the keys are for; the demo bank is a sandbox.
            read_timeout: Seconds without a byte before an answer is given up.
            deadline: Seconds for a whole body before it is given up.
            page_size: Rows that are asked for at once.
            wire: What carries the requests; None for the network.
            beside: Where calls block; None for threads of its own.
            stored: Gives the keys that are used where client id or secret is "". Blocking; asked on a call's thread.
            monotonic: Seconds that the keys of webhooks age by.
        """
        self._caller = Caller(
            (url, client_id, secret),
            read_timeout=read_timeout,
            deadline=deadline,
            wire=wire,
            beside=beside,
            stored=stored,
        )
        self._pack = pack
        self._page_size = page_size
        self.links = PlaidLinks(self._caller)
        self.webhooks = PlaidWebhooks(self._caller, environment, monotonic)
        self._converting = threading.Lock()

    async def fetch_page(self, access_token: str, cursor: str) -> SyncPage:
        """Fetch one page of /transactions/sync; request, decoding and conversion all beside the loop."""
        body: dict[str, Any] = {
            "access_token": access_token,
            "count": self._page_size,
            "options": {
                "include_original_description": True,
                "personal_finance_category_version": "v2",
            },
        }
        if cursor:
            body["cursor"] = cursor
        return await self._caller.call("/transactions/sync", body, self._to_page)

    def _to_page(self, answer: bytes) -> SyncPage:
        # One page at a time: more threads at once would be no quicker, and the window would wait for each of them.
        with self._converting:
            return to_page(answer, self._pack)

    async def fetch_standing(self, access_token: str) -> ItemStanding:
        """Ask /item/get when Plaid last had news from the bank, and what stands between the two."""
        answer = await self._caller.call(
            "/item/get", {"access_token": access_token}, reader(wire.ItemResponse)
        )
        status = (answer.status and answer.status.transactions) or wire.TransactionsStatus()
        webhook = (answer.status and answer.status.last_webhook) or wire.LastWebhook()
        return ItemStanding(
            as_of=as_utc(status.last_successful_update),
            failed_at=as_utc(status.last_failed_update),
            consent_expires_at=as_utc(answer.item.consent_expiration_time),
            error=told_error(answer.item.error),
            webhook=answer.item.webhook or "",
            webhook_sent_at=as_utc(webhook.sent_at),
        )

    def read_row(self, raw: bytes) -> SyncPage:
        """Read a row of /transactions/sync again."""
        return read_row(raw, self._pack)

    def show_row(self, raw: bytes) -> str:
        """Show of a row what may be shown."""
        return show_row(raw)

    async def connect_sandbox(self, institution_id: str, webhook: str = "") -> Connection:
        """Make a public token in the sandbox and exchange it."""
        body: dict[str, Any] = {"institution_id": institution_id, "initial_products": ["transactions"]}
        if webhook:
            body["options"] = {"webhook": webhook}
        created = await self._caller.call(
            "/sandbox/public_token/create", body, reader(wire.PublicTokenResponse)
        )
        exchanged = await self._caller.call(
            "/item/public_token/exchange",
            {"public_token": created.public_token},
            reader(wire.ExchangeResponse),
        )
        found = await self._caller.call(
            "/institutions/get_by_id",
            {"institution_id": institution_id, "country_codes": ["US"]},
            reader(wire.InstitutionResponse),
        )
        institution = Institution(found.institution.institution_id, found.institution.name)
        return Connection(exchanged.item_id, institution, exchanged.access_token)

    def close(self) -> None:
        """Forget connections and the keys that they were made with; calls under way end by themselves."""
        self._caller.close()
