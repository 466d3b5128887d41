"""A test event from end to end: posted to the public address as a provider would, and looked for in the mailbox."""

import asyncio
import secrets
from hashlib import sha256

from budgetsync.domain.errors import RelayError, RelayUnreachable
from budgetsync.domain.realtime import TestResult, TestStep
from budgetsync.relay.client.connection import LARGEST_PAGE
from budgetsync.relay.client.reading import TEST_TOKEN, EventReader
from budgetsync.relay.client.session import Sessions
from budgetsync.relay.client.wire import Wire, read_answer
from budgetsync.relay.protocol import LONGEST_WAIT, VERIFICATION_HEADER, EventPage, to_text

PATIENCE = 15.0
"""Seconds for the event to come back."""
_BODY = b'{"webhook_type": "BUDGETSYNC", "webhook_code": "TEST"}'
_TAKEN = 200


class Trials:
    """Test events that are under way."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.Future[None]] = {}

    def arrive(self, token: str) -> None:
        """One came out of the mailbox; it may be another computer's."""
        waiting = self._waiting.pop(token, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(None)

    async def run(self, wire: Wire, address: str, look: "Look | None") -> TestResult:
        """Send one and wait for it.

        Args:
            look: Reads the mailbox, where nothing in this process follows it.
        """
        loop = asyncio.get_running_loop()
        token = make_token()
        arrived = self._waiting[token] = loop.create_future()
        looking = None
        begun = loop.time()
        taken: float | None = None
        try:
            if look is not None:
                await look.begin()
                looking = asyncio.ensure_future(look.go_on())
                begun = loop.time()
            await _post(wire, address, token)
            taken = loop.time() - begun
            async with asyncio.timeout(PATIENCE):
                await asyncio.wait(
                    [arrived, *([looking] if looking else [])], return_when=asyncio.FIRST_COMPLETED
                )
                if not arrived.done() and looking is not None:
                    looking.result()
                await arrived
            return TestResult(TestStep.BACK, taken, loop.time() - begun)
        except TimeoutError:
            message = "The relay took the test event and did not give it back in time."
            trouble = RelayUnreachable(message).trouble
        except RelayError as error:
            trouble = error.trouble
        finally:
            self._waiting.pop(token, None)
            if looking is not None:
                looking.cancel()
                await asyncio.gather(looking, return_exceptions=True)
        return TestResult(TestStep.SENT if taken is None else TestStep.TAKEN, taken, None, trouble)


class Look:
    """Reads a mailbox beside whoever follows it, and acknowledges nothing."""

    def __init__(self, wire: Wire, sessions: Sessions, mailbox: str, reader: EventReader) -> None:
        self._wire = wire
        self._sessions = sessions
        self._path = f"/mailboxes/{mailbox}/events"
        self._reader = reader
        self._epoch, self._after = "", 0

    async def begin(self) -> None:
        """Go to the mailbox's end.

        Raises:
            RelayError: It cannot be read.
        """
        page = await self._fetch(0)
        self._epoch, self._after = page.epoch, page.head

    async def go_on(self) -> None:
        """Read what comes until cancelled.

        Raises:
            RelayError: It cannot be read.
        """
        while True:
            page = await self._fetch(int(LONGEST_WAIT))
            for event in page.events:
                self._reader.read(event)
            if page.epoch != self._epoch or page.head < self._after:
                message = "The relay's database changed during the test."
                raise RelayUnreachable(message)
            if not page.events and page.head == self._after:
                await asyncio.sleep(1)  # a relay that answers at once is asked no more often for that
            self._after = max([self._after, *(event.seq for event in page.events)])

    async def _fetch(self, wait: int) -> EventPage:
        query = f"epoch={self._epoch}&after={self._after}&wait={wait}"

        async def fetch(bearer: str) -> bytes:
            return await self._wire.ask(
                "GET", f"{self._path}?{query}", bearer=bearer, patience=wait + PATIENCE, largest=LARGEST_PAGE
            )

        return read_answer(await self._sessions.with_bearer(self._wire, fetch), EventPage)


def make_token() -> str:
    """Make a token that nobody else has, in the shape of a provider's."""
    claims = b'{"request_body_sha256":"%s"}' % sha256(_BODY).hexdigest().encode()
    return f"{TEST_TOKEN}{to_text(claims)}.{to_text(secrets.token_bytes(64))}"


async def _post(wire: Wire, address: str, token: str) -> None:
    headers = {VERIFICATION_HEADER: token, "Content-Type": "application/json"}
    status = await wire.post(address, headers, _BODY)
    if status != _TAKEN:
        message = f"The relay did not take the test event: it answered {status}."
        raise RelayUnreachable(message)
