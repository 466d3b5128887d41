"""What the bank has to say to those who asked for webhooks, in Plaid's words and shape."""

import json
from collections.abc import Callable
from fnmatch import fnmatchcase
from typing import Any, Final, Protocol

from budgetsync.sandbox.faults import PlaidFault
from budgetsync.sandbox.model.items import Item
from budgetsync.sandbox.webhooks.outbox import Delivery, Outbox

_ENVIRONMENT: Final = "sandbox"


class Meddler(Protocol):
    """Whoever may spoil a delivery before it is put into the outbox."""

    def meddle(self, delivery: Delivery) -> list[Delivery]:
        """The deliveries to put in its place, in this order."""


class Notices:
    """Makes webhooks and puts them into the outbox.

    Args:
        outbox: where they go.
        now: the bank's second.
        outside: when such a second is for those who are told.
    """

    def __init__(
        self, outbox: Outbox, now: Callable[[], int], outside: Callable[[int], int] = lambda second: second
    ) -> None:
        self._outbox = outbox
        self._now = now
        self._outside = outside
        self.meddler: Meddler | None = None
        """Plays the faults of a plan on what is sent."""
        self.muted = False
        """Whether nothing is said: true while a past is lived again."""

    def tell(self, item: Item, webhook_type: str, webhook_code: str, **fields: object) -> bool:
        """Send a webhook about an item; tells whether there was anyone to send it to."""
        if self.muted or not item.webhook or item.removed:
            return False
        now = self._now()
        item.last_webhook = (self._outside(now), webhook_code)
        body = {
            "environment": _ENVIRONMENT,
            "error": None,
            **fields,
            "item_id": item.item_id,
            "webhook_code": webhook_code,
            "webhook_type": webhook_type,
        }
        self._send(item.webhook, item.item_id, body, now)
        return True

    def tell_address(self, url: str | None, webhook_type: str, webhook_code: str, **fields: object) -> None:
        """Send a webhook that is about no item."""
        if not self.muted and url:
            body = {
                "environment": _ENVIRONMENT,
                **fields,
                "webhook_code": webhook_code,
                "webhook_type": webhook_type,
            }
            self._send(url, None, body, self._now())

    def _send(self, url: str, item_id: str | None, body: dict[str, Any], now: int) -> None:
        delivery = Delivery(
            number=0,
            item_id=item_id,
            webhook_type=body["webhook_type"],
            webhook_code=body["webhook_code"],
            url=url,
            body=json.dumps(dict(sorted(body.items())), indent=2).encode(),
            made=now,
            due=now,
        )
        ready = self.meddler.meddle(delivery) if self.meddler is not None else [delivery]
        for one in ready:
            self._outbox.put(one)

    def tell_news(self, item: Item, added: int, removed: list[str], *, partial: bool) -> None:
        """Tell that there are transactions to fetch, by the new code and by the old ones."""
        if item.synced:
            self.tell(
                item,
                "TRANSACTIONS",
                "SYNC_UPDATES_AVAILABLE",
                historical_update_complete=not partial,
                initial_update_complete=True,
            )
        if removed:
            self.tell(item, "TRANSACTIONS", "TRANSACTIONS_REMOVED", removed_transactions=removed)
        if added:
            self.tell(item, "TRANSACTIONS", "DEFAULT_UPDATE", new_transactions=added)

    def tell_fault(self, item: Item, fault: PlaidFault) -> None:
        """Tell that an item needs its user."""
        self.tell(item, "ITEM", "ERROR", error={**fault.fields(), "status": fault.status})


def code_matches(pattern: str, delivery: Delivery) -> bool:
    """Whether a pattern such as ``SYNC_*`` or ``ITEM/ERROR`` is meant for a webhook."""
    full = f"{delivery.webhook_type}/{delivery.webhook_code}"
    return fnmatchcase(delivery.webhook_code, pattern) or fnmatchcase(full, pattern)
