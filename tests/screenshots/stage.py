"""The program whose pictures are taken: the real core over HTTP on the demo bank, at one moment of a fixed day."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from socket import socket
from unittest.mock import patch

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from budgetsync.core import Core
from budgetsync.domain.ids import ItemId
from budgetsync.domain.overview import ItemOverview
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.situation import Signal, Situation
from budgetsync.host.clock import SystemClock
from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.providers.simplefin.provider import SimpleFinProvider
from budgetsync.relay.receiver import HttpReceiver
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, BankServer, DemoBank
from budgetsync.sandbox.api import institutions as bank_api
from budgetsync.sandbox.catalog import institutions as catalog
from budgetsync.sandbox.link import steps
from budgetsync.sandbox.model import world
from budgetsync.store.database import FILE_NAME, Database
from budgetsync.store.payloads import pack
from budgetsync.ui.banner import DemoControls
from budgetsync.ui.connect import pages as connect_pages
from budgetsync.ui.main_window import MainWindow
from budgetsync.ui.settings.realtime import pairing
from budgetsync.ui.theme import Theme
from budgetsync.vault.memory_vault import MemoryVault
from tests.screenshots.studio import until
from tests.ui.samples import delete
from tests.ui.scripted_relay import ScriptedRelay

RESOURCES = Path(__file__).parents[2] / "resources"
BANKS = ("ins_109508", "ins_109509", "ins_109510")
LONG = "The Very Old and Honourable Savings and Loan Association of the Upper Valley and Its Villages"
_PORT = 47_321
_RELAY_PORT = 47_322
_RECEIVER_PORT = 47_323
_MORNING = timedelta(days=1, hours=9, minutes=41)  # of the day after the bank's first


class StillTime(SystemClock):
    """A clock that stands still; it is moved on with the bank's."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment."""
        return self.moment


class Weather:
    """Network and power as a state wants them."""

    def __init__(self) -> None:
        self._situation = Situation(online=True)
        self._listeners: list[Callable[[Signal], None]] = []

    def situation(self) -> Situation:
        """How things stand."""
        return self._situation

    def watch(self, listener: Callable[[Signal], None], /) -> Callable[[], None]:
        """Tell a listener of changes."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    async def follow(self) -> None:
        """Nothing comes by itself."""

    def change(self, situation: Situation) -> None:
        """Let things be otherwise."""
        self._situation = situation
        for listener in tuple(self._listeners):
            listener(Signal.CHANGED)


@dataclass(frozen=True)
class SetUp:
    """What a state needs before the window is there.

    Attributes:
        rows: The bank's transactions; a big number makes a long first sync.
        demo: Whether the window is told that the bank is a demo bank.
        mirrored: Right to left, with a language that is read so.
        long_names: The first bank has a very long name.
        banks: So many institutions there are to connect.
        secret: What the bank is shown; a wrong one is a wrong set-up.
        receives: Whether webhooks may come straight from the bank.
    """

    rows: int = 300
    demo: bool = True
    mirrored: bool = False
    long_names: bool = False
    banks: int = 5
    secret: str = DEMO_SECRET
    receives: bool = False


USUAL = SetUp()


@dataclass
class Stage:
    """A program that runs, and everything around it that a state may move."""

    core: Core
    bank: DemoBank
    server: BankServer
    window: MainWindow
    clock: StillTime
    weather: Weather
    provider: PlaidProvider
    relay: ScriptedRelay
    items: dict[str, ItemId] = field(default_factory=dict)
    awaited: int = 0
    """Webhooks that are to have come."""
    opened: list[str] = field(default_factory=list)
    """Addresses that would have been opened in the browser."""

    async def connect(self, *institutions: str) -> None:
        """Connect banks."""
        for institution in institutions:
            self.items[institution] = await self.core.connect_sandbox(institution)
        await until(lambda: len(self.shown()) >= len(self.items), "the connections are shown")

    async def sync(self, *institutions: str) -> None:
        """Sync some banks, or all, to the end, one after the other: so each run is as in every other picture."""
        for institution in institutions or tuple(self.items):
            wanted = await self.core.request_sync(self.items[institution])
            await self.core.wait_until_done(wanted)
        await self.rest()

    async def rest(self) -> None:
        """Wait until nothing is being synced, and the window says so."""
        await until(lambda: not self.core.is_syncing, "no sync runs")
        await until(lambda: all(one.progress is None for one in self.shown()), "the window shows no sync")

    def pass_time(self, **much: float) -> None:
        """Let time pass here and at the bank."""
        passed = timedelta(**much)
        self.clock.moment += passed
        self.bank.advance(minutes=int(passed / timedelta(minutes=1)))

    async def live_through_a_day(self) -> None:
        """Let a day pass and fetch its news, so that nothing of it is left for the timer to ask for."""
        await self.core.pause(Pause())
        self.pass_time(days=1)
        await self.sync()
        await self.core.resume()
        await until(lambda: not self.window.status.is_paused, "the window knows that nothing is paused")

    def shown(self) -> tuple[ItemOverview, ...]:
        """The connections that the window shows."""
        return self.window.connections.overview.items


@contextmanager
def _catalog(set_up: SetUp) -> Iterator[None]:
    """The institutions that the bank knows of, with other names or more of them."""
    known: tuple[catalog.InstitutionSpec, ...] = catalog.ALL_INSTITUTIONS
    if set_up.long_names:
        known = (replace(known[0], name=LONG), *known[1:])
    extra = set_up.banks - len(known)
    names = ("Harbor", "Juniper", "Lakeside", "Meridian", "Northwind", "Orchard", "Quarry", "Summit")
    template = known[-1]
    known += tuple(
        replace(template, institution_id=f"ins_2000{number}", name=f"{names[number]} Community Bank")
        for number in range(max(0, extra))
    )
    own = tuple(
        one
        for one in known
        if any(one.institution_id == each.institution_id for each in catalog.INSTITUTIONS)
    )
    with (
        patch.object(catalog, "ALL_INSTITUTIONS", known),
        patch.object(bank_api, "ALL_INSTITUTIONS", known),
        patch.object(steps, "ALL_INSTITUTIONS", known),
        patch.object(world, "INSTITUTIONS", own),
    ):
        yield


def serve(bank: DemoBank) -> BankServer:
    """Serve it where addresses are the same in every picture, or on any port where that one is taken."""
    try:
        return bank.serve(port=_PORT)
    except OSError:
        return bank.serve()


def _receiver(clock: StillTime) -> HttpReceiver:
    """Where webhooks come straight to, at an address that is the same in every picture."""
    with closing(socket()) as tried:
        free = tried.connect_ex(("127.0.0.1", _RECEIVER_PORT)) != 0
    return HttpReceiver("127.0.0.1", _RECEIVER_PORT if free else 0, lambda: "a-secret-part", clock)


@asynccontextmanager
async def open_stage(folder: Path, theme: Theme, set_up: SetUp) -> AsyncIterator[Stage]:
    """Start everything for one state, and end it."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    locale = QLocale("he_IL") if set_up.mirrored else QLocale()
    mirrored = Qt.LayoutDirection.RightToLeft if set_up.mirrored else Qt.LayoutDirection.LeftToRight
    application.setLayoutDirection(mirrored)
    with _catalog(set_up):
        bank = DemoBank(rows=set_up.rows)
        with serve(bank) as server:
            begins = datetime.fromisoformat(bank.world(transactions=False)["now"])
            clock = StillTime(begins.replace(hour=0, minute=0) + _MORNING)
            bank.advance(minutes=int((clock.moment - begins) / timedelta(minutes=1)))
            weather = Weather()
            provider = PlaidProvider(server.url, DEMO_CLIENT_ID, set_up.secret, pack)
            relay = ScriptedRelay(clock)
            core = Core(
                Database(folder / FILE_NAME, "demo"),
                {"plaid": provider, "simplefin": SimpleFinProvider(pack, clock.now)},
                MemoryVault(),
                clock,
                surroundings=weather,
                relay=relay,
                receiver=_receiver(clock) if set_up.receives else None,
                random=Random(7),  # noqa: S311 - the same retries in every picture
            )
            await core.start(background=True)

            async def advance() -> None:
                bank.advance(days=1)
                await core.request_sync()

            opened: list[str] = []

            def open_page(url: str) -> bool:
                opened.append(url)
                return True

            controls = DemoControls(advance) if set_up.demo else None
            window = MainWindow(core, theme=theme, resources=RESOURCES, demo=controls, locale=locale)
            window.show()
            await until(lambda: window.connections.is_loaded, "the window has read the ledger")
            try:
                with (
                    relay.serve(_RELAY_PORT),
                    patch.object(connect_pages, "open_in_browser", open_page),
                    patch.object(pairing, "host_name", lambda: "desk"),
                ):
                    yield Stage(core, bank, server, window, clock, weather, provider, relay, opened=opened)
            finally:
                window.close()
                await window.wait_closed()
                await core.stop()
                delete(window)
