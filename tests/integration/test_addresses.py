"""Every connection's news go where they are wanted: told to a real bank, taken back, older ones closed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from budgetsync.core import Core
from budgetsync.domain.errors import RelayUnreachable
from budgetsync.domain.events import RealTimeChanged
from budgetsync.domain.link import LinkEnd
from budgetsync.domain.notices import NoticeKind
from budgetsync.domain.ports import Clock, Relay, RelayInbox
from budgetsync.domain.realtime import Light, LightState, Mailbox, WebhookState
from budgetsync.domain.webhook import Delivery
from budgetsync.host.clock import SystemClock
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.store import addresses
from budgetsync.store.database import Database
from budgetsync.store.payloads import pack
from budgetsync.store.raw import connection_of
from tests.integration.household import QUICK, Household, Patient, Recorder, sync
from tests.integration.ledgers import HandClock
from tests.integration.visitor import GOOD, connect, visit

URL = "http://127.0.0.1:9/api/plaid/webhook/first"
OTHER = "http://127.0.0.1:9/api/plaid/webhook/second"


class ToldReceiver:
    """Says that it listens where a test wants it to."""

    def __init__(self, listens_at: str) -> None:
        self.listens_at = listens_at
        self._listeners: list[Callable[[], None]] = []

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """Tell of moves."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def follow(self, take: Callable[[Delivery], Awaitable[None]], /) -> None:
        """Nothing comes."""
        del take
        await asyncio.Event().wait()

    def move(self, listens_at: str) -> None:
        """Listen elsewhere."""
        self.listens_at = listens_at
        for listener in tuple(self._listeners):
            listener()


@asynccontextmanager
async def running(
    household: Household,
    receiver: ToldReceiver | None = None,
    public_url: str = "",
    relay: Relay | None = None,
    clock: Clock | None = None,
) -> AsyncIterator[Core]:
    """A core that stays, with a receiver."""
    core = Core(
        Database(household.path, "demo"),
        {"plaid": PlaidProvider(household.server.url, DEMO_CLIENT_ID, DEMO_SECRET, pack, read_timeout=QUICK)},
        household.vault,
        clock or SystemClock(),
        random=Patient(),
        limits={},
        receiver=receiver,
        relay=relay,
        public_url=public_url,
    )
    await core.start(background=True)
    try:
        yield core
    finally:
        await core.stop()


def address_at_bank(household: Household, item: int = 1) -> str:
    """Where the bank says it tells news to."""
    told = household.post("/item/get", access_token=household.token(item))
    return str(told["item"]["webhook"] or "")


async def until(core: Core, condition: Callable[[], bool]) -> None:
    """Wait until something holds, looking after each change of real time."""
    recorder = Recorder(core)
    if not condition():
        await recorder.until(lambda event: isinstance(event, RealTimeChanged) and condition())


def state(household: Household, wanted: str) -> WebhookState:
    """How the first connection's webhooks stand."""
    with Database(household.path, "demo") as database:
        return database.run_now(addresses.load_addressed)[0].judge(wanted).state


def run(work: Callable[[], Awaitable[None]]) -> None:
    """Run a test's coroutine."""

    async def whole() -> None:
        await work()

    asyncio.run(whole())


def test_new_connections_are_made_with_the_address_and_old_ones_are_told_after_a_sync(
    household: Household,
) -> None:
    async def work() -> None:
        async with household.running() as core:
            await household.connect(core, "ins_109508")
            await sync(core)
        assert address_at_bank(household) == ""

        async with running(household, ToldReceiver(URL)) as core:
            await until(core, lambda: address_at_bank(household) == URL)
            await core.connect_sandbox("ins_109509")
            assert address_at_bank(household, 2) == URL
            await sync(core)
        assert state(household, URL) is WebhookState.SET
        assert state(household, "") is WebhookState.OFF
        assert state(household, OTHER) is WebhookState.SETTING

    run(work)


def test_a_link_makes_and_repairs_connections_with_the_address(household: Household) -> None:
    async def work() -> None:
        async with running(household, ToldReceiver(URL)) as core:
            session = await core.begin_connect()
            await connect(session.url, "ins_109508")
            result = await core.wait_for_link(session, poll=0.02)
            assert result.item_id == 1
            assert address_at_bank(household) == URL
            await core.wait_until_done([result.item_id])

            household.post("/sandbox/item/reset_login", access_token=household.token())
            again = await core.begin_reconnect(result.item_id)
            await visit(again.url, GOOD)
            assert (await core.wait_for_link(again, poll=0.02)).end is LinkEnd.REPAIRED
            assert address_at_bank(household) == URL

    run(work)


def test_a_move_is_followed_and_what_is_no_longer_wanted_is_taken_back(household: Household) -> None:
    async def work() -> None:
        receiver = ToldReceiver(URL)
        async with running(household, receiver) as core:
            await household.connect(core, "ins_109508")
            await sync(core)
            receiver.move(OTHER)
            await until(core, lambda: address_at_bank(household) == OTHER)
        async with running(household) as core:
            await until(core, lambda: address_at_bank(household) == "")

    run(work)


def test_an_address_that_was_not_ours_is_left_alone_while_none_is_wanted(household: Household) -> None:
    async def work() -> None:
        async with running(household) as core:
            await household.connect(core, "ins_109508")
            elsewhere = "https://elsewhere.example/hook"
            household.post("/item/webhook/update", access_token=household.token(), webhook=elsewhere)
            await sync(core)
            await core.stop()
            assert address_at_bank(household) == elsewhere

    run(work)


def test_the_public_address_goes_first_but_never_to_the_demo_bank(household: Household) -> None:
    async def work() -> None:
        async with running(household, ToldReceiver(URL), "http://localhost:9/x") as core:
            assert await core.addresses.wanted() == "http://localhost:9/x"
        async with running(household, ToldReceiver(URL), "https://hooks.example.org") as core:
            assert await core.addresses.wanted() == URL
        async with running(household, None, "http://localhost:9/x") as core:
            assert await core.addresses.wanted() == ""
        save_mailbox(household, URL)
        async with running(household, None, "https://hooks.example.org") as core:
            assert await core.addresses.wanted() == URL
        async with running(household, None, "http://localhost:10") as core:  # another name of the same relay
            assert await core.addresses.wanted() == "http://localhost:10/api/plaid/webhook/first"
        async with running(household, ToldReceiver(OTHER), "http://localhost:10") as core:
            assert await core.addresses.wanted() == "http://localhost:10/api/plaid/webhook"

    run(work)


def test_a_refusal_is_shown_and_tried_again_with_the_next_sync(household: Household) -> None:
    async def work() -> None:
        async with household.running() as core:
            await household.connect(core, "ins_109508")
            await sync(core)
        household.bank.add_fault("error", endpoint="/item/webhook/update", code="INVALID_FIELD")
        async with running(household, ToldReceiver(URL)) as core:
            recorder = Recorder(core)
            await recorder.until(lambda event: isinstance(event, RealTimeChanged))
            assert state(household, URL) is WebhookState.FAILED
            assert address_at_bank(household) == ""
            household.bank.clear_faults()
            await sync(core)
            await until(core, lambda: state(household, URL) is WebhookState.SET)
        assert address_at_bank(household) == URL

    run(work)


def test_what_was_never_told_for_good_is_taken_back_all_the_same(household: Household) -> None:
    async def work() -> None:
        receiver = ToldReceiver(URL)
        async with running(household, receiver) as core:
            await household.connect(core, "ins_109508")
            await sync(core)
            household.bank.add_fault("server_error", endpoint="/item/webhook/update", status=500)
            receiver.move(OTHER)  # known here, never at the bank
            await Recorder(core).until(lambda event: isinstance(event, RealTimeChanged))
        household.bank.clear_faults()
        async with running(household, ToldReceiver("")) as core:  # it does not listen yet
            await sync(core)
            assert address_at_bank(household) == URL
        async with running(household) as core:
            await until(core, lambda: address_at_bank(household) == "")

    run(work)


def test_what_the_bank_sent_and_did_not_come_is_counted_and_told(household: Household) -> None:
    async def work() -> None:
        clock = HandClock()
        clock.at = datetime.fromisoformat(household.bank.world(transactions=False)["now"])
        async with running(household, ToldReceiver(URL), clock=clock) as core:  # nobody listens there
            await household.connect(core, "ins_109508")
            await sync(core)
            household.bank.settle_webhooks()
            for _ in range(2):
                clock.advance(minutes=10)
                await sync(core)
                await until(core, lambda: state(household, URL) is WebhookState.MISSING)
            await until(core, lambda: household.rows("SELECT webhook_missed FROM item") == [(2,)])
            assert core.addresses.is_missing
            needs = (await core.problems()).needs
            assert [need.notice.kind for need in needs] == [NoticeKind.WEBHOOKS]
            assert (await core.realtime()).connections[0].state is WebhookState.MISSING

    run(work)


class ClosingRelay:
    """Closes addresses, or cannot be reached. Nothing else is asked of it here."""

    def __init__(self) -> None:
        self.closed: list[str] = []
        self.reachable = True
        self.light = Light(LightState.CONNECTING, SystemClock().now())

    def watch(self, listener: Callable[[], None], /) -> Callable[[], None]:
        """It never changes."""
        del listener
        return lambda: None

    def wake(self) -> None:
        """Nothing is waited for."""

    async def follow(self, mailbox: Mailbox, inbox: RelayInbox, /) -> None:
        """Nothing comes."""
        del mailbox, inbox
        await asyncio.Event().wait()

    async def retire(self, mailbox: Mailbox, address: str, /) -> None:
        """Close one."""
        assert mailbox.id == "box"
        if not self.reachable:
            message = "nobody answers"
            raise RelayUnreachable(message)
        self.closed.append(address)


def save_mailbox(household: Household, address: str, retired: str = "") -> None:
    """Have a mailbox in the ledger, with an older address to be closed."""
    columns: Mapping[str, Any] = {
        "relay": "http://127.0.0.1:9",
        "mailbox": "box",
        "device": "me",
        "address": address,
    }
    with Database(household.path, "demo") as database:

        def step(db: Any) -> None:  # noqa: ANN401 - Peewee's
            connection = connection_of(db)
            connection.execute("DELETE FROM mailbox")
            connection.execute(
                "INSERT INTO mailbox (id, relay, mailbox, device, address, paired_at) VALUES (1, ?, ?, ?, ?, 0)",
                tuple(columns.values()),
            )
            if retired:
                addresses.retire(db, retired)

        database.run_now(step)


def test_an_older_address_is_closed_once_nobody_is_told_it(household: Household) -> None:
    async def work() -> None:
        relay: Any = ClosingRelay()
        async with household.running() as core:
            await household.connect(core, "ins_109508")
        save_mailbox(household, URL)
        async with running(household, relay=relay) as core:
            await until(core, lambda: address_at_bank(household) == URL)
            save_mailbox(household, OTHER, retired=URL)
            household.bank.add_fault("error", endpoint="/item/webhook/update", code="INVALID_FIELD")
            await core.addresses.compare()
            assert state(household, OTHER) is WebhookState.FAILED
            assert relay.closed == []  # the bank still posts there
            household.bank.clear_faults()
            relay.reachable = False
            await sync(core)
            await until(core, lambda: address_at_bank(household) == OTHER)
            assert relay.closed == []
            relay.reachable = True
            await sync(core)
            await until(core, lambda: retired(household) == [])
        assert relay.closed == [URL]

    run(work)


def retired(household: Household) -> list[str]:
    """Addresses that are to be closed."""
    ((kept,),) = household.rows("SELECT value FROM setting WHERE name = 'webhook.retired'")
    addresses: list[str] = json.loads(kept)
    return addresses
