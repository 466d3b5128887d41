"""How soon a webhook leads to a sync: at once, but many that come together to few. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

SETTLE = timedelta(seconds=5)
"""Webhooks that come during a sync, or so soon after its end, lead to one sync together, so long after that end."""
BURST = 6
BURST_SPAN = timedelta(minutes=1)
"""At most so many syncs of a connection in such a span are asked for by webhooks."""


def hint_due(now: datetime, ended_at: datetime | None, webhook_starts: Sequence[datetime]) -> datetime:
    """Tell when the sync is due that a webhook asks for.

    Times that lie ahead of the clock were written before it was set back, and say nothing.

    Args:
        ended_at: When the connection's last run ended; None where none has.
        webhook_starts: When its newest runs began that webhooks had asked for.
    """
    due = now
    if ended_at is not None and ended_at <= now:
        due = max(due, ended_at + SETTLE)
    recent = sorted(at for at in webhook_starts if now - BURST_SPAN < at <= now)
    if len(recent) >= BURST:
        due = max(due, recent[-BURST] + BURST_SPAN)
    return due
