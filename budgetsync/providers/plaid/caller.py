"""Plaid's endpoints from the loop: a thread and a client of its own for each call under way."""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import msgspec

from budgetsync.domain.errors import ProviderUnavailable
from budgetsync.domain.keys import Keys
from budgetsync.providers.plaid.calls import Hands

if TYPE_CHECKING:
    from budgetsync.providers.plaid.client import PlaidClient, Wire

T = TypeVar("T")


class Beside(Protocol):
    """Runs a blocking call where it does not hold the loop up, and gives what it returns or raises."""

    def __call__(self, name: str, call: Callable[[], T], /) -> Awaitable[T]:
        """Run it."""
        ...


class Caller:
    """Calls endpoints at one address with one pair of keys. Each call is safe to cancel."""

    def __init__(
        self,
        account: tuple[str, str, str],
        *,
        read_timeout: float,
        deadline: float,
        wire: "Wire | None" = None,
        beside: Beside | None = None,
        stored: Callable[[], Keys] | None = None,
    ) -> None:
        """Prepare; nothing is sent yet.

        Args:
            account: Base address without a trailing slash, client id, secret.
            read_timeout: Seconds without a byte before an answer is given up.
            deadline: Seconds for a whole body before it is given up.
            wire: What carries the requests; None for the network.
            beside: Where calls block; None for threads of its own.
            stored: Gives the keys that are used where client id or secret is "". Blocking; asked on a call's thread.
        """
        self._url, self._given = account[0], Keys(account[1], account[2])
        self._stored = stored
        self._read_timeout = read_timeout
        self._deadline = deadline
        self._wire = wire
        self._hands = Hands()
        self._beside: Beside = beside or self._hands.run
        self._idle: list[PlaidClient] = []
        self._lock = threading.Lock()

    async def call(
        self, path: str, body: dict[str, Any], convert: Callable[[bytes], T], *, slow: bool = False
    ) -> T:
        """Post to an endpoint; request, decoding and conversion all beside the loop.

        Args:
            slow: It may be silent for longer, since a bank is asked meanwhile.

        Raises:
            ProviderError: By what happens next.
            VaultError: The stored keys could not be read.
        """

        def work() -> T:
            with self._lock:
                idle = self._idle
                client = idle.pop() if idle else None
            client = client or self._new_client()
            try:
                answer = client.call(path, body, slow=slow)
            finally:
                # After a failure too: a client left to the collector keeps its connection open until then.
                with self._lock:
                    idle.append(client)
            return convert(answer)

        try:
            # A head that drips never comes to the client's own look at the deadline: its thread is left behind.
            async with asyncio.timeout(2 * self._deadline):
                return await self._beside(f"plaid{path}", work)
        except TimeoutError:
            message = "The answer came too slowly and was given up."
            raise ProviderUnavailable(message) from None

    def close(self) -> None:
        """Forget connections and the keys that they were made with; calls under way end by themselves."""
        self._hands.close()
        with self._lock:
            self._idle = []

    def _new_client(self) -> "PlaidClient":
        # plaid-python takes 100 ms to import: on the call's thread, after the first paint.
        from budgetsync.providers.plaid.client import PlaidClient  # noqa: PLC0415

        keys = self._given if self._given or self._stored is None else self._given.over(self._stored())
        return PlaidClient(
            self._url,
            keys.client_id,
            keys.secret,
            read_timeout=self._read_timeout,
            deadline=self._deadline,
            wire=self._wire,
        )


def reader(shape: type[T]) -> Callable[[bytes], T]:
    """Make a function that reads an answer into a shape.

    Returns:
        The function; it raises ProviderUnavailable for what is no such answer.
    """

    def read(answer: bytes) -> T:
        try:
            return msgspec.json.decode(answer, type=shape)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            message = "The answer was cut off or is no answer of Plaid's."
            raise ProviderUnavailable(message) from None

    return read
