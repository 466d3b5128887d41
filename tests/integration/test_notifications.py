"""Notices on a real session bus, shown by a small service of the tests' own."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from budgetsync.domain.ids import ItemId
from budgetsync.domain.notices import Notice, NoticeAction, NoticeKind, Offer
from budgetsync.host.notice_words import Words
from budgetsync.host.notifications import DesktopNotifier
from tests.integration.notification_service import Service, Waiting
from tests.integration.private_bus import private_bus

SIGN_IN = NoticeAction(Offer.RECONNECT, ItemId(3))
TROUBLES = NoticeAction(Offer.OPEN_PROBLEMS)
EXPIRED = Notice(
    "reauth:3",
    NoticeKind.REAUTH,
    "Sign in to Smith & <Sons>",
    "The login has ended at Smith & <Sons>.",
    "Sign in again.",
    (SIGN_IN, TROUBLES),
)
GERMAN = {"The disk is full": "Die Festplatte ist voll", "Make room.": "Schaffen Sie Platz."}
FULL = Notice("disk", NoticeKind.DISK, "The disk is full", "Nothing can be saved.", "Make room.", ())


class Listener(Waiting):
    """Whoever carries out what is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[tuple[NoticeAction | None, str]] = []

    def chosen(self, action: NoticeAction | None, token: str) -> None:
        self.heard.append((action, token))
        self.tell()


class Tray(Waiting):
    """The other way of saying things."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.taken_back: list[str] = []

    def show(self, notice: Notice) -> None:
        self.said.append(notice.cause)
        self.tell()

    def withdraw(self, cause: str) -> None:
        self.taken_back.append(cause)
        self.tell()


@asynccontextmanager
async def notifier(address: str) -> AsyncIterator[tuple[DesktopNotifier, Listener, Tray]]:
    listener, tray = Listener(), Tray()
    words = Words("Open", lambda action: action.offer.value, lambda text: GERMAN.get(text, text))
    made = DesktopNotifier(listener, tray, words, icon="/icons/b.svg", address=address)
    try:
        yield made, listener, tray
    finally:
        await made.close()


async def _show_replace_withdraw(folder: Path) -> None:
    async with (
        private_bus(folder) as address,
        Service.on(address, "actions", "body") as service,
        notifier(address) as (port, listener, tray),
    ):
        port.show(EXPIRED)
        await service.until(lambda: len(service.ever) == 1)
        told = service.ever[0]
        assert told.title == "Sign in to Smith & <Sons>"
        assert told.body == "The login has ended at Smith & <Sons>. Sign in again."
        assert told.actions == ["default", "Open", "0", "reconnect", "1", "open-problems"]
        assert told.hints == {"urgency": 1, "desktop-entry": "budgetsync", "suppress-sound": True}

        port.show(FULL)
        port.show(EXPIRED)
        await service.until(lambda: len(service.ever) == 3)
        assert len(service.shown) == 2
        assert service.ever[1].title == "Die Festplatte ist voll"
        assert service.ever[1].body == "Nothing can be saved. Schaffen Sie Platz."
        assert service.ever[1].hints["urgency"] == 2
        assert service.ever[2].replaces != 0

        await service.press(EXPIRED.title, "0", token="let-me-through")
        await listener.until(lambda: len(listener.heard) == 1)
        await service.press(EXPIRED.title, "default")
        await listener.until(lambda: len(listener.heard) == 2)
        assert listener.heard == [(SIGN_IN, "let-me-through"), (None, "")]

        port.withdraw("reauth:3")
        port.withdraw("never shown")
        await service.until(lambda: len(service.shown) == 1)
        assert tray.said == []


async def _dismissed_is_not_replaced(folder: Path) -> None:
    async with (
        private_bus(folder) as address,
        Service.on(address, "actions", "body-markup") as service,
        notifier(address) as (port, listener, _tray),
    ):
        port.show(EXPIRED)
        await service.until(lambda: len(service.ever) == 1)
        assert service.ever[0].body == "The login has ended at Smith &amp; &lt;Sons&gt;. Sign in again."
        await service.press(EXPIRED.title, "7")  # nobody offered it
        await service.dismiss(EXPIRED.title)
        port.show(FULL)
        port.show(EXPIRED)
        await service.until(lambda: len(service.ever) == 3)
        assert service.ever[2].replaces == 0
        assert listener.heard == []


async def _no_buttons(folder: Path) -> None:
    async with (
        private_bus(folder) as address,
        Service.on(address, "body") as service,
        notifier(address) as (port, _listener, _tray),
    ):
        port.show(EXPIRED)
        await service.until(lambda: len(service.ever) == 1)
        assert service.ever[0].actions == []


async def _comes_and_goes(folder: Path) -> None:
    async with private_bus(folder) as address, notifier(address) as (port, _listener, tray):
        port.withdraw("before anything was said")
        port.show(EXPIRED)
        await tray.until(lambda: tray.said == ["reauth:3"])
        async with Service.on(address, "actions") as service:
            port.show(FULL)
            await service.until(lambda: len(service.ever) == 1)
        port.show(FULL)
        await tray.until(lambda: tray.said == ["reauth:3", "disk"])
        port.withdraw("disk")
        await tray.until(lambda: tray.taken_back == ["disk"])
        async with Service.on(address, "actions") as service:  # counts from one again
            port.show(EXPIRED)
            await service.until(lambda: len(service.ever) == 1)
            assert service.ever[0].replaces == 0


async def _no_bus(folder: Path) -> None:
    async with private_bus(folder) as address:
        pass
    async with notifier(address) as (port, _listener, tray):
        port.show(EXPIRED)
        await tray.until(lambda: tray.said == ["reauth:3"])


def test_a_notice_is_shown_once_for_its_cause_acted_on_and_taken_back(tmp_path: Path) -> None:
    asyncio.run(_show_replace_withdraw(tmp_path))


def test_what_a_person_closed_is_not_replaced_and_markup_is_no_markup(tmp_path: Path) -> None:
    asyncio.run(_dismissed_is_not_replaced(tmp_path))


def test_a_service_without_buttons_gets_none(tmp_path: Path) -> None:
    asyncio.run(_no_buttons(tmp_path))


def test_where_the_service_is_away_it_is_said_another_way_and_no_longer_when_it_is_back(
    tmp_path: Path,
) -> None:
    asyncio.run(_comes_and_goes(tmp_path))


def test_without_a_bus_it_is_said_another_way(tmp_path: Path) -> None:
    asyncio.run(_no_bus(tmp_path))
