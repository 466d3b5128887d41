"""The SyncMonitor says what is, in place, and asks for what is wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from budgetsync.domain.balance import Proof, Verdict
from budgetsync.domain.freshness import Rhythm
from budgetsync.domain.ids import AccountId, ItemId
from budgetsync.domain.item import ItemStatus
from budgetsync.domain.notices import NoticeAction, Offer
from budgetsync.domain.overview import AccountFigures, Hour, ItemOverview, NextSync, Overview, QueueGlance
from budgetsync.domain.schedule_settings import Pause
from budgetsync.domain.sync import Counts, Progress, Stage
from budgetsync.ui.icons import Icons
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.monitor.card import ConnectionCard
from budgetsync.ui.monitor.card_menu import build_menu
from budgetsync.ui.monitor.card_trouble import CardTrouble
from budgetsync.ui.pages import Page
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
    assert "Connect your first bank" in words(monitor)
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


def test_one_silent_account_is_named_and_colours_nothing_else(monitor: SyncMonitor, show: Show) -> None:
    last = NOW.date() - timedelta(days=40)
    shown = replace(connection(), rhythms=(Rhythm(AccountId(11), "Savings", last, 7),))
    card = card_of(monitor, shown, show)
    assert "Up to date except Savings" in words(card)
    assert not any("No rows since" in text for text in card.rows[0].texts)
    assert any("No rows since" in text for text in card.rows[1].texts)


def test_figures_of_an_account_change_in_place(monitor: SyncMonitor, show: Show) -> None:
    card = card_of(monitor, connection(), show)
    rows = card.rows
    figures = AccountFigures(Counts(2, 0, 0), Proof(Verdict.PROVED, told=428_116), NOW, 3)
    show(Overview((replace(connection(), figures={AccountId(10): figures}),)))
    assert card.rows == rows
    assert {"3 removals to review", "Balance proved", "Today: +2 ~0 \u22120"} <= set(rows[0].texts)
    assert "Nothing new today" in rows[1].texts


@pytest.mark.parametrize(
    ("status", "text", "offer"),
    [
        (ItemStatus.REAUTH_REQUIRED, "Sign in again", Offer.RECONNECT),
        (ItemStatus.DISCONNECTED, "Connect again", Offer.RECONNECT),
        (ItemStatus.WAITING, "Try again", Offer.RETRY),
        (ItemStatus.ATTENTION_REQUIRED, "Try again", Offer.RETRY),
        (ItemStatus.OFFLINE, "Try again", Offer.RETRY),
    ],
)
def test_a_trouble_has_the_button_that_helps(
    monitor: SyncMonitor, show: Show, actions: Recorder, status: ItemStatus, text: str, offer: Offer
) -> None:
    card = card_of(monitor, connection(status=status, trouble=EXPIRED), show)
    main = trouble_of(card).main_button
    assert main.text() == text
    assert main.accessibleName().endswith(": Harbor Bank")
    main.click()
    assert actions.asked == [("carry out", NoticeAction(offer, ItemId(1)))]


def test_details_are_shown_on_request_and_the_card_makes_room(
    monitor: SyncMonitor, show: Show, settle: Callable[[], None]
) -> None:
    card = card_of(monitor, connection(status=ItemStatus.WAITING, trouble=EXPIRED), show)
    before = card.height()
    trouble_of(card).details_button.click()
    settle()
    assert any("Code: ITEM_LOGIN_REQUIRED" in text for text in words(card))
    assert card.height() > before
    trouble_of(card).details_button.click()
    settle()
    assert card.height() == before


def test_the_status_page_opens_in_the_browser(
    monitor: SyncMonitor, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    card = card_of(monitor, connection(status=ItemStatus.WAITING, trouble=EXPIRED), show)
    trouble_of(card).page_button.click()
    assert opened == ["https://dashboard.plaid.com/activity/status"]


def test_a_row_asks_for_its_accounts_transactions(
    monitor: SyncMonitor, show: Show, actions: Recorder
) -> None:
    card = card_of(monitor, connection(), show)
    card.rows[1].click()
    assert actions.asked == [("account", AccountId(11))]


def test_a_row_says_everything_to_those_who_listen(monitor: SyncMonitor, show: Show) -> None:
    shown = account(10, 1, counts=Counts(9, 2, 1))
    row = card_of(monitor, connection(accounts=(shown,)), show).rows[0]
    assert row.accessibleName() == "Everyday Checking  ••0010 at Harbor Bank: $4,281.16"
    heard = row.accessibleDescription()
    for text in ("Not proved yet", "updated 3 hours ago", "Last sync: 9 added, 2 modified, 1 removed"):
        assert text in heard
    assert row.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert row.sync_button.accessibleName() == "Sync now: Everyday Checking  ••0010 at Harbor Bank"


def menu_of(shown: ItemOverview, actions: Recorder, parent: QWidget) -> dict[str, QAction]:
    menu = build_menu(shown, actions, NOW, parent)
    return {each.text().replace("&", ""): each for each in menu.actions() if not each.isSeparator()}


def test_the_menu_of_a_connection_does_what_it_says(monitor: SyncMonitor, actions: Recorder) -> None:
    for action in menu_of(connection(), actions, monitor).values():
        action.trigger()
    assert actions.asked == [
        ("refresh", 1),
        ("pause for", (timedelta(hours=1), 1)),
        ("pause until tomorrow", 1),
        ("pause for", (None, 1)),
        ("reconnect", 1),
        ("remove", 1),
    ]


def test_a_paused_connection_can_be_resumed(monitor: SyncMonitor, actions: Recorder) -> None:
    paused = replace(connection(), next_sync=NextSync(pause=Pause()))
    menu_of(paused, actions, monitor)["Resume"].trigger()
    assert actions.asked == [("resume", 1)]
    assert "Resume" not in menu_of(connection(), actions, monitor)


def test_a_removed_connection_is_not_synced_and_offers_what_is_left(
    monitor: SyncMonitor, show: Show, actions: Recorder
) -> None:
    gone = connection()
    gone = replace(gone, item=replace(gone.item, removed_at=NOW))
    card = card_of(monitor, gone, show)
    assert "Removed, history kept" in words(card)
    assert not card.head.sync_button.isEnabled()
    assert not any(row.sync_button.isEnabled() for row in card.rows)
    assert list(menu_of(gone, actions, monitor)) == ["Connect the bank again...", "Delete its history..."]


def test_the_menu_opens_beside_the_loop_by_button_and_by_key(monitor: SyncMonitor, show: Show) -> None:
    card = card_of(monitor, connection(), show)
    card.head.more_button.click()
    menus = monitor.findChildren(QMenu)
    assert [menu.accessibleName() for menu in menus] == ["More for Harbor Bank"]
    menus[0].close()


def test_there_are_two_columns_where_there_is_room(
    monitor: SyncMonitor, show: Show, settle: Callable[[], None]
) -> None:
    show(three())
    assert len({card.x() for card in monitor.cards}) == 1
    monitor.resize(1100, 640)
    settle()
    first, second, third = monitor.cards
    assert (first.y(), third.x()) == (second.y(), first.x())
    assert second.x() > first.x() + first.width()
    assert third.y() > first.y() + first.height()


def test_progress_paints_its_own_line_and_no_row(monitor: SyncMonitor, show: Show) -> None:
    running = connection(progress=Progress(Stage.FETCHING, 3, 1_500))
    card = card_of(monitor, running, show)
    painted: list[tuple[str, int]] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if isinstance(event, QPaintEvent):
                painted.append((type(watched).__name__, event.rect().height()))
            return False

    watch = Watch()
    for part in (card, card.head, *card.rows):
        part.installEventFilter(watch)
    show(Overview((replace(running, progress=Progress(Stage.FETCHING, 4, 2_000)),)))
    assert "2,000 rows, page 4" in words(card)
    assert {name for name, _ in painted} == {"CardHead"}
    assert all(height < card.head.height() / 2 for _, height in painted)


def test_the_strip_tells_totals_the_last_day_and_the_queue(
    monitor: SyncMonitor, show: Show, actions: Recorder
) -> None:
    strip = monitor.strip
    hours = tuple(Hour(NOW - timedelta(hours=age), 1, 0, 2) for age in range(23, -1, -1))
    show(replace(three(), hours=hours))
    assert not strip.pulse.problems_button.isVisibleTo(strip)
    assert strip.texts == [
        "USD, 6 accounts",
        "$25,686.96",
        "Nothing owed",
        "24 syncs in 24 hours",
        "48 rows changed",
        "Nothing is waiting",
    ]
    assert "24 syncs in 24 hours" in strip.pulse.accessibleDescription()
    assert "$25,686.96" in strip.totals.accessibleDescription()
    assert "1 succeeded" in strip.pulse.hover_at(QPoint(2, strip.pulse.height() // 2))
    show(replace(three(), hours=hours, queue=QueueGlance(kept_aside=4)))
    assert strip.pulse.problems_button.text() == "4 kept aside"
    strip.pulse.problems_button.click()
    assert actions.asked == [("page", Page.PROBLEMS)]


def test_a_currency_more_makes_room(monitor: SyncMonitor, show: Show) -> None:
    show(three())
    top = monitor.cards[0].y()
    euros = account(90, 1, current=5_000, currency="EUR")
    yens = account(91, 1, current=5_000, currency="JPY")
    first, *rest = three().items
    show(Overview((replace(first, accounts=(*first.accounts, euros, yens)), *rest)))
    assert {"EUR, 1 account", "JPY, 1 account"} <= set(monitor.strip.texts)
    assert monitor.cards[0].y() >= top


def test_everything_stays_whole_from_right_to_left(
    monitor: SyncMonitor, show: Show, settle: Callable[[], None]
) -> None:
    card = card_of(monitor, connection(), show)
    left_to_right = card.rows[0].sync_button.x()
    monitor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    row = card.rows[0]
    assert row.sync_button.x() == row.width() - left_to_right - row.sync_button.width()
