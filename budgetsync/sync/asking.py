"""What webhooks ask for, written down: the steps of one commit."""

from datetime import datetime, timedelta, tzinfo

from peewee import SqliteDatabase

from budgetsync.domain.ids import ItemId
from budgetsync.domain.item import Item, ItemEvent, next_status
from budgetsync.domain.schedule import quiet_end
from budgetsync.domain.schedule_settings import ScheduleSettings
from budgetsync.domain.sync import Trigger
from budgetsync.domain.webhook import Ask, EventState, Route, WebhookEvent
from budgetsync.store import facts, inbox, items, queue
from budgetsync.store.hints import load_hint_due

NOTICE_BEFORE = timedelta(days=7)
"""How long before a bank disconnects it is told, where the webhook does not say when. Source: Plaid, Item webhooks."""


class Asking:
    """One commit's worth of webhooks.

    Attributes:
        asked: Connections that a sync was asked of.
        touched: Connections of which something else was written.
        events: Webhooks that were not here before.
        waits: Whether one waits for its key.
    """

    def __init__(
        self, db: SqliteDatabase, provider: str, settings: ScheduleSettings, zone: tzinfo, now: datetime
    ) -> None:
        """Begin.

        Args:
            provider: Whose webhooks they are.
            settings: Of syncs by the clock: what is paused stays so, and quiet hours hold here, too.
        """
        self._db = db
        self._provider = provider
        self._settings = settings
        self._quiet_end = quiet_end(settings.quiet, now, zone) if settings.quiet is not None else None
        self._now = now
        self.asked: list[ItemId] = []
        self.touched: set[ItemId] = set()
        self.events = 0
        self.waits = False

    def admit(self, event: WebhookEvent, route: Route, arrived_at: datetime, received_at: datetime) -> bool:
        """Write down a genuine webhook, and what it asks for.

        Returns:
            False where it was here before.
        """
        item_id = None
        if event.source_item_id:
            item_id = inbox.find_item(self._db, self._provider, event.source_item_id)
        new = inbox.save_event(
            self._db,
            event,
            route,
            item_id,
            _state(event, item_id),
            arrived_at=arrived_at,
            received_at=received_at,
        )
        if not new:
            return False
        self.events += 1
        if item_id is not None:
            self._note_facts(item_id, event)
            if event.ask is Ask.LOGIN_REPAIRED:
                self._repair(items.load_item(self._db, item_id))
            if event.ask is not Ask.NOTE:
                self.ask(item_id, hurries=event.ask is Ask.LOGIN_REPAIRED)
        return True

    def ask(self, item_id: ItemId, *, due: datetime | None = None, hurries: bool = False) -> None:
        """Ask for a sync of a connection. Where the user paused it, what came waits until that ends.

        Args:
            due: Not before then; None for as soon as its other syncs allow.
            hurries: Whether a retry that waits is made now.
        """
        if self._settings.pause_of(item_id, self._now) is not None:
            return
        queue.request(self._db, item_id, Trigger.WEBHOOK, self._now, due=self._quiet_end or due)
        if hurries and self._quiet_end is None:
            queue.request(self._db, item_id, Trigger.RECONNECT, self._now)
        self.asked.append(item_id)

    def ask_again(self) -> None:
        """Ask for what was taken in and nobody acted on; what waits already has its turn as things stand now."""
        for item_id in queue.waiting_hints(self._db):
            due = self._quiet_end or load_hint_due(self._db, item_id, self._now)
            queue.move_hint(self._db, item_id, self._now, due)
            self.asked.append(item_id)
        for item_id in inbox.waiting_items(self._db):
            self.ask(item_id)

    def ask_all(self, due: datetime | None = None) -> None:
        """Ask for a sync of every connection: something came, and nobody knows what it said."""
        for item in items.load_live_items(self._db):
            if item.provider == self._provider:
                self.ask(item.id, due=due)

    def _repair(self, item: Item) -> None:
        """Let a connection go on that was parked; the run that is due now tells how it stands."""
        status = next_status(item.status, ItemEvent.LOGIN_REPAIRED)
        if status is not item.status:
            items.settle(self._db, item.id, status, None)
        facts.clear(self._db, item.id)
        self.touched.add(item.id)

    def _note_facts(self, item_id: ItemId, event: WebhookEvent) -> None:
        """Write down what only webhooks tell; what was repaired since is past."""
        if event.code not in facts.TOLD or inbox.was_repaired_since(self._db, item_id, event.signed_at):
            return
        facts.note(self._db, item_id, event, event.signed_at + NOTICE_BEFORE)
        self.touched.add(item_id)


def _state(event: WebhookEvent, item_id: ItemId | None) -> EventState:
    if event.source_item_id and item_id is None:
        return EventState.STRANGER
    return EventState.NOTED if event.ask is Ask.NOTE or item_id is None else EventState.QUEUED
