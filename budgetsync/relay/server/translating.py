"""What the mailroom cannot do, in the words of an answer."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from budgetsync.relay.server.errors import (
    InviteRefused,
    MailroomError,
    NoSession,
    OtherEpoch,
    StorageFailed,
    TooMany,
    UnknownMailbox,
)
from budgetsync.relay.server.refusals import RefusedError, Why

_WAIT = 5.0
"""Seconds after which a storage that failed may work again."""
_WHY: dict[type[MailroomError], Why] = {
    UnknownMailbox: Why.NOT_FOUND,
    InviteRefused: Why.INVITE,
    NoSession: Why.NO_SESSION,
    OtherEpoch: Why.CONFLICT,
    TooMany: Why.DEVICES,
}
_log = logging.getLogger(__name__)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn the mailroom's errors into refusals.

    Raises:
        RefusedError: In place of them.
    """
    try:
        yield
    except StorageFailed as error:
        _log.warning("the storage did not do it: %s", error)
        raise RefusedError(Why.FULL, retry_after=_WAIT) from error
    except MailroomError as error:
        raise RefusedError(_WHY[type(error)]) from error
