"""SimpleFIN behind the provider port. Its server is asked on threads, one request for each window."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from budgetsync.domain.errors import UsageError
from budgetsync.domain.item import Connection, Institution, ItemStanding
from budgetsync.domain.ports import Links, Webhooks
from budgetsync.domain.sync import SyncPage
from budgetsync.providers.simplefin.convert import Pack, read_row, to_page
from budgetsync.providers.simplefin.tokens import read_access_url, read_setup_token
from budgetsync.providers.simplefin.windows import next_window


def _utc_now() -> datetime:
    return datetime.now(UTC)


class SimpleFinProvider:
    """Every SimpleFIN server: a connection's key says which."""

    def __init__(self, pack: Pack, now: Callable[[], datetime] = _utc_now) -> None:
        """Prepare; nothing is sent yet.

        Args:
            pack: Makes raw rows ready for storage.
            now: The wall clock, aware UTC.
        """
        self._pack = pack
        self._now = now
        self._standings: dict[str, ItemStanding] = {}

    @property
    def webhooks(self) -> Webhooks | None:
        """It sends none."""
        return None

    @property
    def links(self) -> Links | None:
        """It has no page that a program could open: a person brings a setup token."""
        return None

    async def claim(self, setup_token: str) -> Connection:
        """Turn a setup token into a connection, once."""
        url = read_setup_token(setup_token)

        def work() -> str:
            from budgetsync.providers.simplefin import client  # noqa: PLC0415 - httpx is slow to import

            return client.claim(url)

        key = await asyncio.to_thread(work)
        access = read_access_url(key)
        name = "SimpleFIN" if access.host.endswith("simplefin.org") else f"SimpleFIN at {access.host}"
        return Connection(access.item_id, Institution(f"simplefin:{access.host}", name), key)

    async def fetch_page(self, access_token: str, cursor: str) -> SyncPage:
        """Fetch the window that follows a cursor."""
        access, now = read_access_url(access_token), self._now()
        window = next_window(cursor, now)

        def work() -> tuple[SyncPage, ItemStanding]:
            from budgetsync.providers.simplefin import client  # noqa: PLC0415 - httpx is slow to import

            return to_page(client.fetch_accounts(access, window), window, self._pack, now)

        page, self._standings[access.item_id] = await asyncio.to_thread(work)
        return page

    async def fetch_standing(self, access_token: str) -> ItemStanding:
        """Tell what the last answer said of the connection itself; nobody is asked, since each request counts."""
        return self._standings.get(read_access_url(access_token).item_id, ItemStanding())

    def read_row(self, raw: bytes) -> SyncPage:
        """Read a row that was kept aside again."""
        return read_row(raw, self._pack, self._now().date())

    def show_row(self, raw: bytes) -> str:
        """Show of a row what may be shown: only how long it is."""
        return f"a row of SimpleFIN, {len(raw)} bytes"

    async def connect_sandbox(self, institution_id: str, webhook: str = "") -> Connection:
        """There is no sandbox.

        Raises:
            UsageError: Always.
        """
        del institution_id, webhook
        message = "SimpleFIN has no test banks that open without a setup token."
        raise UsageError(message, action="Use `budgetsync connect --simplefin`.")

    def close(self) -> None:
        """Nothing is held between two requests."""
