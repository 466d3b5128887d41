"""All that the bank holds at once: the world, the items, the keys, and a voice to tell of changes."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from budgetsync.sandbox.model.book import Book, Row
from budgetsync.sandbox.model.items import Item, Registry
from budgetsync.sandbox.model.world import World
from budgetsync.sandbox.options import BankOptions
from budgetsync.sandbox.webhooks.notices import Notices

if TYPE_CHECKING:
    from budgetsync.sandbox.webhooks.keys import KeyRing


@dataclass(slots=True)
class Outage:
    """A bank that does not answer.

    Attributes:
        ends: the minute at which it answers again.
        code: what clients are told.
        live_only: whether only that fails which asks the bank itself, as at Plaid.
    """

    ends: int
    code: str
    live_only: bool


@dataclass
class Estate:
    """What acts and events work on.

    Attributes:
        outages: the banks that do not answer, by institution id.
        started: the second at which the first signing key came.
    """

    world: World
    items: Registry
    notices: Notices
    options: BankOptions
    started: int
    outages: dict[str, Outage] = field(default_factory=dict)

    @cached_property
    def keys(self) -> "KeyRing":
        """The keys that webhooks are signed with."""
        from budgetsync.sandbox.webhooks.keys import KeyRing  # noqa: PLC0415 - cryptography is slow to import

        return KeyRing(self.world.seed, self.started)

    def outage(self, item: Item) -> Outage | None:
        """The outage of an item's bank; None while it answers."""
        return self.outage_of(item.institution_id)

    def outage_of(self, institution_id: str) -> Outage | None:
        """The outage of a bank; None while it answers."""
        outage = self.outages.get(institution_id)
        return outage if outage is not None and outage.ends > self.world.now else None

    def live_items(self, institution_id: str | None = None, item_id: str | None = None) -> list[Item]:
        """The items that were connected and not removed, of one institution or one id only where given."""
        return [
            item
            for item in self.items
            if item.exchanged
            and not item.removed
            and institution_id in {None, item.institution_id}
            and item_id in {None, item.item_id}
        ]

    def poll(self) -> None:
        """Ask every bank for news, as Plaid does a few times a day."""
        for item in self.live_items():
            if item.needs_login or item.revoked or self.outage(item):
                item.failed = self.world.now
                continue
            item.updated = self.world.now
            self.tell_news(item)

    def tell_news(self, item: Item) -> None:
        """Tell of what happened to an item's transactions since it was last told."""
        fresh = [row for row in item.book.log[item.noticed :] if item.sees(row)]
        item.noticed = len(item.book.log)
        removed = [row for row in unique(fresh) if row.gone and row.created < item.noticed]
        added = [row for row in unique(fresh) if not row.gone and row.created == row.last]
        if fresh:
            ids = [item.row_ids.of(row.key).decode() for row in removed]
            self.notices.tell_news(item, len(added), ids, partial=item.partial > 0)


def unique(rows: list[Row]) -> list[Row]:
    """Every row once, in the order of the first mention."""
    return list({id(row): row for row in rows}.values())


def book_of_items(items: list[Item]) -> list[Book]:
    """The books behind items, each once."""
    return list({id(item.book): item.book for item in items}.values())
