"""The SyncMonitor says what is, in place, and asks for what is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from budgetsync.domain.item import ItemStatus
from budgetsync.domain.overview import ItemOverview, Overview
from budgetsync.domain.sync import Counts, Progress, Stage
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.monitor.card import ConnectionCard
from budgetsync.ui.monitor.card_trouble import CardTrouble
from budgetsync.ui.summary_bar import SummaryBar
from budgetsync.ui.sync_monitor import SyncMonitor
from budgetsync.ui.theme import Theme
from tests.ui.recorder import Recorder
from tests.ui.samples import EXPIRED, NOW, account, connection, delete, run_of, three

Show = Callable[[Overview], None]


@pytest.fixture
def model() -> ConnectionsModel:
    return ConnectionsModel()


@pytest.fixture
def clock() -> list[datetime]:
    return [NOW]


@pytest.fixture
def actions() -> Recorder:
    return Recorder()


@pytest.fixture
def monitor(
    model: ConnectionsModel,
    icons: Icons,
    english: QLocale,
    dressed: Theme,
    clock: list[datetime],
    actions: Recorder,
) -> Iterator[SyncMonitor]:
    assert dressed.colours
    made = SyncMonitor(model, icons, english, lambda: clock[0], actions=actions, environment="production")
    made.resize(480, 640)
    made.show()
    yield made
    made.close()
    delete(made)


@pytest.fixture
def summary(
    model: ConnectionsModel, icons: Icons, english: QLocale, dressed: Theme, clock: list[datetime]
) -> Iterator[SummaryBar]:
    assert dressed.colours
    made = SummaryBar(model, icons, english, lambda: clock[0])
    made.resize(640, 48)
    made.show()
    yield made
    made.close()
    delete(made)


@pytest.fixture
def settle(qtbot: QtBot, request: pytest.FixtureRequest) -> Callable[[], None]:
    """Waits until everything is to be seen that was asked for."""

    def wait() -> None:
        if "monitor" in request.fixturenames:
            qtbot.waitUntil(lambda: request.getfixturevalue("monitor").is_settled)
        QGuiApplication.processEvents()

    return wait


@pytest.fixture
def show(model: ConnectionsModel, settle: Callable[[], None]) -> Show:
    def load(overview: Overview) -> None:
        model.load(overview, model.begin_load())
        settle()

    return load


def words(widget: QWidget) -> list[str]:
    """All texts that are seen: painted ones, and labels from top to bottom."""
    painted = [
        text
        for part in (widget, *widget.findChildren(QWidget))
        if part.isVisibleTo(widget) and not isinstance(part, ConnectionCard)
        for text in getattr(part, "texts", ())
    ]
    labels = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget) and label.text()]
    return painted + [label.text() for label in labels]


def card_of(monitor: SyncMonitor, overview: ItemOverview, show: Show) -> ConnectionCard:
    show(Overview((overview,)))
    return monitor.cards[0]


def trouble_of(card: ConnectionCard) -> CardTrouble:
    assert card.trouble is not None
    return card.trouble


def test_without_a_connection_it_says_what_to_do(monitor: SyncMonitor, show: Show) -> None:
    assert words(monitor) == []
    show(Overview(()))
    assert {"Connect your first bank", "budgetsync demo"} <= set(words(monitor))
    show(three())
    assert "Connect your first bank" not in words(monitor)


def test_a_card_says_who_how_when_and_what(monitor: SyncMonitor, show: Show) -> None:
    accounts = (
        account(10, 1, counts=Counts(9, 2, 1)),
        account(11, 1, "Visa", kind="credit", current=128_654, limit=800_000),
    )
    seen = words(card_of(monitor, connection(accounts=accounts), show))
    for text in (
        "Harbor Bank",
        "Up to date",
        "Contacted 2 minutes ago",
        "Bank's data as of 2 hours ago",
        "Last sync: +12 ~3 \u22121",
        "Everyday Checking",
        "••0010",
        "Last sync: +9 ~2 \u22121",
        "$4,281.16",
        "updated 3 hours ago",
        "Visa",
        "••0011",
        "owed",
        "$1,286.54",
    ):
        assert text in seen


def test_while_it_syncs_it_tells_how_far_it_is(monitor: SyncMonitor, show: Show) -> None:
    fetching = connection(progress=Progress(Stage.FETCHING, 3, 1_500))
    card = card_of(monitor, fetching, show)
    assert "1,500 rows, page 3" in words(card)
    assert (card.head.progress.minimum(), card.head.progress.maximum()) == (0, 0)
    assert not card.head.sync_button.isEnabled()
    assert not any(row.sync_button.isEnabled() for row in card.rows)
    assert card.head.cancel_button.isVisible()
    show(Overview((replace(fetching, progress=Progress(Stage.APPLYING, 8, 4_000, 1_000)),)))
    assert "Saving 1,000 of 4,000 rows" in words(card)
    assert (card.head.progress.value(), card.head.progress.maximum()) == (1_000, 4_000)
    assert card.head.progress.accessibleDescription() == "Saving 1,000 of 4,000 rows"
    show(Overview((connection(),)))
    assert card.head.sync_button.isEnabled()
    assert not card.head.cancel_button.isVisible()


def test_nothing_jumps_while_it_syncs(monitor: SyncMonitor, show: Show) -> None:
    show(three())
    places = [card.geometry() for card in monitor.cards]
    rows = [row.geometry() for card in monitor.cards for row in card.rows]
    for progress in (
        Progress(Stage.QUEUED),
        Progress(Stage.FETCHING, 12, 6_000),
        Progress(Stage.APPLYING, 12, 6_000, 3_000),
        None,
    ):
        show(Overview(tuple(replace(shown, progress=progress) for shown in three().items)))
        QGuiApplication.processEvents()
        assert [card.geometry() for card in monitor.cards] == places
        assert [row.geometry() for card in monitor.cards for row in card.rows] == rows


def test_trouble_is_said_with_its_cause_and_what_to_do_and_can_be_copied(
    monitor: SyncMonitor, show: Show
) -> None:
    card = card_of(monitor, connection(status=ItemStatus.REAUTH_REQUIRED, trouble=EXPIRED), show)
    seen = words(card)
    assert {EXPIRED.title, EXPIRED.message, EXPIRED.action} <= set(seen)
    trouble_of(card).copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines() == [
        "Harbor Bank: Sign in again",
        EXPIRED.message,
        EXPIRED.action,
        "Code: ITEM_LOGIN_REQUIRED",
        "Last contacted: 2025-11-24T11:58:00+00:00",
        "Last success: 2025-11-24T11:58:00+00:00",
        "Last sync: number 1, begun 2025-11-24T12:00:00+00:00, SUCCEEDED",
    ]
    assert trouble_of(card).copy_button.text() == "Copied"
    show(Overview((connection(),)))
    assert not trouble_of(card).isVisible()


def test_rows_that_could_not_be_read_are_said(monitor: SyncMonitor, show: Show) -> None:
    card = card_of(monitor, connection(run=run_of(problems=3)), show)
    assert any(text.startswith("3 rows could not be read.") for text in words(card))
    card = card_of(monitor, connection(), show)
    assert not any("could not be read" in text for text in words(card))


def test_every_button_asks_for_its_own_connection(
    monitor: SyncMonitor, show: Show, actions: Recorder
) -> None:
    show(three())
    for card in monitor.cards:
        card.head.sync_button.click()
        for row in card.rows:
            row.sync_button.click()
    assert actions.asked == [("sync", number) for number in (1, 1, 1, 2, 2, 2, 3, 3, 3)]
    actions.asked.clear()
    show(Overview(tuple(replace(each, progress=Progress(Stage.FETCHING)) for each in three().items)))
    for card in monitor.cards:
        card.head.cancel_button.click()
    assert actions.asked == [("cancel", number) for number in (1, 2, 3)]


def test_cards_and_rows_stay_the_same_objects(monitor: SyncMonitor, show: Show) -> None:
    show(three())
    cards, rows = monitor.cards, monitor.cards[0].rows
    first, second, third = three().items
    fresh = account(19, 1, "Joint account")
    show(Overview((third, replace(first, accounts=(first.accounts[1], fresh, first.accounts[0])), second)))
    assert monitor.cards[1:] == cards[:2]
    assert monitor.cards[0].accessibleName() == "Lac: Up to date"
    assert (monitor.cards[1].rows[0], monitor.cards[1].rows[2]) == (rows[1], rows[0])
    assert "Joint account" in words(monitor.cards[1].rows[1])


def test_a_focused_button_hands_the_keyboard_on(monitor: SyncMonitor, show: Show) -> None:
    card = card_of(monitor, connection(), show)
    monitor.activateWindow()
    card.head.sync_button.setFocus()
    show(Overview((connection(progress=Progress(Stage.FETCHING)),)))
    assert monitor.focusWidget() is card.head.cancel_button
    show(Overview((connection(),)))
    assert monitor.focusWidget() is card.head.sync_button


def test_what_is_shown_grows_older(
    monitor: SyncMonitor, show: Show, clock: list[datetime], settle: Callable[[], None]
) -> None:
    card = card_of(monitor, connection(), show)
    clock[0] = NOW + timedelta(hours=30)
    monitor.refresh_times()
    settle()
    seen = words(card)
    assert "Out of date" in seen
    assert "Contacted 2 minutes ago" not in seen


def test_the_summary_counts_and_offers(summary: SummaryBar, show: Show, model: ConnectionsModel) -> None:
    asked: list[str] = []
    summary.sync_requested.connect(lambda: asked.append("sync"))
    summary.cancel_requested.connect(lambda: asked.append("cancel"))
    assert summary.words == ""
    show(Overview(()))
    assert summary.words == "No connections yet"
    assert not summary.sync_button.isEnabled()
    first, second, third = three().items
    show(Overview((first, replace(second, progress=Progress(Stage.FETCHING)), third)))
    assert words(summary) == ["Syncing 1 of 3 connections", "2 of 3 connections up to date"]
    summary.sync_button.click()
    summary.cancel_button.click()
    assert asked == ["sync", "cancel"]
    model.set_progress({shown.item.id: Progress(Stage.FETCHING) for shown in three().items})
    QGuiApplication.processEvents()
    assert not summary.sync_button.isEnabled()
    show(three())
    assert words(summary) == ["All 3 connections up to date", "Last contact 2 minutes ago"]
    assert not summary.cancel_button.isVisible()
