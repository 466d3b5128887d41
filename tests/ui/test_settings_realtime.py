"""Settings, Real time: pairing, what came and what became of it, computers, and what a relay can and cannot see."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from budgetsync.domain.errors import RelayRefused, RelayUnreachable, VaultLocked
from budgetsync.domain.realtime import CatchUp, Device, LightState, WebhookState
from budgetsync.domain.webhook import EventState, Reason, Route
from budgetsync.host.clock import SystemClock
from budgetsync.ui.feed import Feed
from budgetsync.ui.models.connections import ConnectionsModel
from budgetsync.ui.realtime.webhook_words import connection_status
from budgetsync.ui.settings.page import Place
from budgetsync.ui.settings.realtime.event_table import EventTable
from budgetsync.ui.settings.realtime.section import RealTimeSection
from budgetsync.ui.settings.realtime.words import event_words, reason_words, state_words
from budgetsync.ui.theme import Theme
from tests.ui.realtime_samples import HOST, entry, light, realtime, webhooks
from tests.ui.samples import NOW
from tests.ui.scripted_relay import ScriptedRelay, lost, own_device
from tests.ui.settings_stage import Stage, open_settings, press

Run = Callable[[Coroutine[Any, Any, None]], None]


@dataclass(frozen=True)
class Scene:
    """The section, on a core whose relay is scripted."""

    stage: Stage
    section: RealTimeSection
    relay: ScriptedRelay

    async def pair(self) -> None:
        """Pair, by keyboard."""
        pair = self.section.pair
        assert pair is not None
        pair.relay.setText("relay.example.org")
        pair.invite.setText("INVITE-1")
        pair.name.setText("desk")
        press(pair.invite, Qt.Key.Key_Return)
        await self.stage.until(lambda: self.section.mailbox is not None and self.relay.following)
        await self.stage.until(lambda: self.section.light.words.startswith("On"))

    def seen(self, part: QWidget) -> bool:
        """Whether somebody who looks at the section sees a part of it."""
        return part.isVisibleTo(self.section)

    @property
    def said(self) -> str:
        """Everything that is seen."""
        return "\n".join(
            label.text().replace("\u200b", "").replace("\u00a0", " ")
            for label in self.section.findChildren(QLabel)
            if self.seen(label)
        )


@asynccontextmanager
async def open_scene(folder: Path, theme: Theme, *, banks: tuple[str, ...] = ()) -> AsyncIterator[Scene]:
    relay = ScriptedRelay(SystemClock())
    relay.devices = [
        own_device("desk", relay.clock.now()),
        Device("d-2", "laptop", relay.clock.now(), relay.clock.now() - timedelta(hours=5), own=False),
    ]
    async with open_settings(folder, theme, relay=relay, banks=banks) as stage:
        await stage.core.start(background=True)
        section = stage.show(Place.REAL_TIME, RealTimeSection)
        await stage.until(lambda: section.pair is not None)
        yield Scene(stage, section, relay)


def test_unpaired_it_says_what_a_relay_is_and_what_it_can_and_cannot_do(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            pair = scene.section.pair
            assert pair is not None
            assert not pair.pair_button.isEnabled()
            for words in (
                "A relay is a small server",
                "Not set up",
                "read a transaction, a balance, a name or an account number",
                "it holds no key of yours",
                "each is signed by Plaid",
                "the id of a connection and a code",
                "BUDGETSYNC_WEBHOOK_LISTEN",
            ):
                assert words in scene.said
            assert not scene.seen(scene.section.trial)
            assert not scene.seen(scene.section.events.table)

    run(scenario())


def test_pairing_by_keyboard_turns_the_page_to_the_paired_one(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed, banks=("Harbor",)) as scene:
            await scene.pair()
            section = scene.section
            assert scene.relay.asked[0] == "pair https://relay.example.org desk INVITE-1"
            assert section.pair is not None
            assert section.mailbox is not None
            assert not scene.seen(section.pair)
            assert scene.seen(section.trial)
            assert section.mailbox.place_row.title.text().replace("\u200b", "") == HOST
            assert section.mailbox.address.whole == f"{HOST}/api/plaid/webhook/0123456789abcdef0"
            assert section.mailbox.address.field.text() == f"{HOST}/api/plaid/webhook/…"
            press(section.mailbox.address.copy_button, Qt.Key.Key_Space)
            assert QGuiApplication.clipboard().text() == section.mailbox.address.whole
            await scene.stage.until(lambda: len(scene.section.connections.said) == 1)
            assert section.connections.said[0].startswith("Harbor: ")

    run(scenario())


def test_what_the_relay_refuses_is_said_beside_what_was_typed(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            pair = scene.section.pair
            assert pair is not None
            scene.relay.failure = RelayRefused("The relay does not know the invite.")
            pair.relay.setText(HOST)
            pair.invite.setText("old")
            press(pair.pair_button, Qt.Key.Key_Space)
            await scene.stage.until(lambda: "does not know the invite" in pair.feedback.words)
            await scene.stage.until(pair.pair_button.isEnabled)
            assert (pair.relay.text(), pair.invite.text()) == (HOST, "old")
            pair.relay.setText("http://relay.example.org")
            press(pair.pair_button, Qt.Key.Key_Space)
            await scene.stage.until(lambda: "https" in pair.feedback.words)
            assert len(scene.relay.asked) == 1

    run(scenario())


def test_a_test_event_is_told_step_by_step(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            await scene.pair()
            trial = scene.section.trial
            press(trial.send_button, Qt.Key.Key_Space)
            await scene.stage.until(lambda: trial.verdict.words == "News reach this computer.")
            await scene.stage.until(trial.send_button.isEnabled)
            assert [line.words for line in trial.lines] == [
                "Sent to the public address",
                "The relay took it in after 0.04 s",
                "It came back to this computer after 0.11 s",
            ]
            scene.relay.result = lost(RelayUnreachable("It does not answer."))
            press(trial.send_button, Qt.Key.Key_Space)
            await scene.stage.until(lambda: "It does not answer." in trial.verdict.words)
            assert [line.words for line in trial.lines] == [
                "Sent to the public address",
                "The relay did not take it in",
                "It did not come back to this computer",
            ]

    run(scenario())


def test_computers_are_listed_let_in_and_shut_out(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            await scene.pair()
            devices = scene.section.devices
            assert devices is not None
            await scene.stage.until(lambda: len(devices.rows) == 2)
            own, other = devices.rows
            assert (own.title.text(), own.explanation.text()) == ("desk", "This computer")
            assert other.explanation.text() == "Last asked for news 5 hours ago"
            assert not scene.seen(own.out_button)
            approve = devices.approve_row
            approve.answer.field.setText(" CODE-OF-IT ")
            press(approve.answer.field, Qt.Key.Key_Return)
            await scene.stage.until(lambda: len(devices.rows) == 3)
            assert approve.approval.whole == "ANSWER-8M2P-K3ZT"
            assert devices.rows[2].title.text() == "who asked with CODE-OF-IT"
            press(other.out_button, Qt.Key.Key_Space)
            assert "Shut laptop out?" in other.question.words
            assert "revoke d-2" not in scene.relay.asked
            press(other.question.yes_button, Qt.Key.Key_Space)
            await scene.stage.until(lambda: len(devices.rows) == 2)
            assert "revoke d-2" in scene.relay.asked

    run(scenario())


def test_another_computers_mailbox_is_joined_by_two_codes(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            pair, join = scene.section.pair, scene.section.join
            assert pair is not None
            assert join is not None
            assert not join.show_button.isEnabled()
            pair.relay.setText(HOST)
            press(join.show_button, Qt.Key.Key_Space)
            await scene.stage.until(lambda: join.request.whole == "REQUEST-4F7K-92QD")
            join.answer.field.setText("ANSWER")
            press(join.answer.press, Qt.Key.Key_Space)
            await scene.stage.until(lambda: scene.section.mailbox is not None)
            assert scene.relay.asked[-1].startswith(("join ANSWER", "devices"))
            assert "join ANSWER" in scene.relay.asked

    run(scenario())


def test_the_address_is_changed_and_the_relay_left_only_after_a_question(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            await scene.pair()
            box = scene.section.mailbox
            assert box is not None
            press(box.change_button, Qt.Key.Key_Space)
            press(box.change_question.yes_button, Qt.Key.Key_Space)
            await scene.stage.until(lambda: box.address.whole.endswith("f1"))
            press(box.leave_button, Qt.Key.Key_Space)
            assert "nothing in the ledger changes" in box.leave_question.words
            press(box.leave_question.yes_button, Qt.Key.Key_Space)
            pair = scene.section.pair
            assert pair is not None
            await scene.stage.until(lambda: scene.seen(pair))
            assert "leave box" in scene.relay.asked
            assert not scene.seen(box.place_row)

    run(scenario())


def test_where_the_relay_no_longer_knows_this_computer_it_can_be_paired_again(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            await scene.pair()
            scene.relay.shine(LightState.REVOKED)
            pair = scene.section.pair
            assert pair is not None
            await scene.stage.until(lambda: scene.seen(pair))
            assert "pair again" in scene.section.light.words
            assert "does not know this computer's mailbox" in scene.section.trouble.words

    run(scenario())


def test_what_was_caught_up_is_told_here_and_at_the_foot(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            await scene.pair()
            catch_up = CatchUp(4, timedelta(hours=3), scene.relay.clock.now())
            scene.relay.shine(catch_up=catch_up)
            await scene.stage.until(lambda: scene.section.catch_up.words == "4 events caught up after 3 h.")

    run(scenario())


def test_the_last_news_are_listed_with_what_came_of_each(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            events = (
                entry(4, EventState.QUEUED, code="LOGIN_REPAIRED", kind="ITEM"),
                entry(3),
                entry(2, EventState.UNVERIFIED, code="", institution=""),
                entry(1, EventState.NOTED, code="SOMETHING_NEW", kind="ITEM"),
            )
            shown = realtime(
                light(now=scene.stage.core.now()),
                events=events,
                waiting=1,
                rejected={Reason.BAD_SIGNATURE: 3, Reason.WRONG_ALGORITHM: 1, Reason.BAD_CLAIMS: 1},
                quick=(0.18, 0.41, 1.23),
                connections=(webhooks(1), webhooks(2, WebhookState.MISSING, "Juniper")),
            )
            scene.section.show_realtime(shown)
            table = scene.section.events.table
            rows = [[table.cell(row, column) for column in (1, 2, 3)] for row in range(table.rowCount())]
            assert rows == [
                ["Harbor Bank", "The login works again", "is being synced"],
                ["Harbor Bank", "New transactions", "acted on after 0.21 s"],
                ["not known yet", "Not opened yet", "waits to be checked"],
                ["Harbor Bank", "ITEM: SOMETHING_NEW", "noted"],
            ]
            said = scene.said
            assert "half within 0.18 s, 95 of 100 within 0.41 s, 99 of 100 within 1.2 s" in said
            assert "1 waits until Plaid can be asked for its key." in said
            assert "5 were turned away and changed nothing: 3 with a wrong signature, 2 not signed" in said
            table.selectRow(1)
            scene.section.show_realtime(realtime(events=(entry(5), *events)))
            assert [index.row() for index in table.selectionModel().selectedRows()] == [2]

    run(scenario())


def test_news_straight_from_the_provider_are_shown_with_where_they_come_to(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            here = "http://127.0.0.1:8080/api/plaid/webhook/of-nobody-elses"
            scene.section.show_realtime(realtime(route=Route.DIRECT, listens_at=here))
            assert "Listens at http://127.0.0.1:8080/api/plaid/webhook/…" in scene.said
            assert "set PLAID_WEBHOOK_URL" in scene.said
            public = "https://me.example.org/api/plaid/webhook/of-nobody-elses"
            scene.section.show_realtime(realtime(route=Route.DIRECT, listens_at=here, public_url=public))
            assert "sent to https://me.example.org/api/plaid/webhook/…" in scene.said.replace(
                "send news", "sent"
            )
            assert "of-nobody-elses" not in scene.said

    run(scenario())


def test_an_address_that_lies_in_a_locked_vault_is_no_message_each_time(
    run: Run, dressed: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            failed: list[object] = []
            asked: list[None] = []

            async def wanted() -> str:
                asked.append(None)
                message = "The keyring is locked."
                raise VaultLocked(message)

            model = ConnectionsModel()
            monkeypatch.setattr(scene.stage.core.addresses, "wanted", wanted)
            feed = Feed(scene.stage.core, scene.stage.bridge, model)
            scene.section.hide()
            scene.stage.bridge.failed.connect(failed.append)
            model.set_webhooks([webhooks(1)])
            feed.refresh()
            await scene.stage.until(lambda: model.is_loaded and bool(asked))
            await scene.stage.until(lambda: not model._webhooks)
            assert failed == []

    run(scenario())


def test_every_button_says_on_its_own_what_it_does(run: Run, dressed: Theme, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with open_scene(tmp_path, dressed) as scene:
            await scene.pair()
            devices = scene.section.devices
            assert devices is not None
            await scene.stage.until(lambda: len(devices.rows) == 2)
            names = [
                each.accessibleName() for each in scene.section.findChildren(QPushButton) if scene.seen(each)
            ]
            assert all(names)
            assert len(set(names)) == len(names)

    run(scenario())


def test_every_state_and_every_reason_has_words_of_its_own(english: QLocale) -> None:
    assert len({state_words(entry(state=state), english) for state in EventState}) == len(EventState)
    assert len({event_words(entry(code=code)) for code in ("ERROR", "DEFAULT_UPDATE", "X", "")}) == 4
    assert len({reason_words(reason) for reason in Reason}) >= len(Reason) - 4
    said = {connection_status(webhooks(state=state), NOW, english).word for state in WebhookState}
    assert len(said) == len(WebhookState)


@pytest.mark.parametrize("locale", ["en_US", "de_DE", "ar_EG"])
def test_the_time_of_day_has_its_seconds_in_every_locale(locale: str, dressed: Theme) -> None:
    assert dressed.colours
    table = EventTable(QLocale(locale))
    table.show_events([entry(1)])
    table.show_events([entry(1, ago=timedelta(seconds=61))])
    assert table.cell(0, 0).count(":") + table.cell(0, 0).count(".") >= 2
