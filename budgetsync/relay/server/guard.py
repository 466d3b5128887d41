"""How much anybody may ask of the relay: for each mailbox, each caller, and in all."""

from collections.abc import Callable
from dataclasses import dataclass, field

from budgetsync.relay.server.buckets import Buckets, Rate
from budgetsync.relay.server.refusals import RefusedError, Why


@dataclass(frozen=True, slots=True)
class Rates:
    """How often is often enough. Where not said otherwise, of one caller's address.

    Attributes:
        mailbox: Webhooks for one mailbox.
        caller: Webhooks; a provider posts all of its own from a few addresses.
        all: Webhooks in all.
        session: Sessions. A household, or a company, shares one address.
        pairing: Mailboxes asked for.
        look: Sessions that have to be looked for, which a made-up one always has to.
        device: What one device asks for: streams, polls, acknowledgements.
    """

    mailbox: Rate = field(default=Rate(1, 120))
    caller: Rate = field(default=Rate(600, 1200))
    all: Rate = field(default=Rate(3000, 6000))
    session: Rate = field(default=Rate(2, 240))
    pairing: Rate = field(default=Rate(1 / 6, 20))
    look: Rate = field(default=Rate(20, 500))
    device: Rate = field(default=Rate(20, 400))


class Guard:
    """Counts, and refuses what is too much.

    Args:
        monotonic: Seconds on a clock that never goes back.
    """

    def __init__(self, rates: Rates, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._mailbox = Buckets(rates.mailbox)
        self._caller = Buckets(rates.caller)
        self._all = Buckets(rates.all)
        self._session = Buckets(rates.session)
        self._pairing = Buckets(rates.pairing)
        self._look = Buckets(rates.look)
        self._device = Buckets(rates.device)

    def admit_post(self, caller: str) -> None:
        """A webhook comes, for whichever mailbox.

        Raises:
            RefusedError: From this caller, or in all, there are too many; the caller's share is counted first, so
                that one who floods uses up his own.
        """
        self._take(self._caller, caller)
        self._take(self._all, "")

    def admit_to(self, mailbox: str) -> None:
        """A webhook comes for that mailbox.

        Raises:
            RefusedError: There are too many.
        """
        self._take(self._mailbox, mailbox)

    def admit_session(self, caller: str) -> None:
        """Somebody wants a session.

        Raises:
            RefusedError: He wants too many.
        """
        self._take(self._session, caller)

    def admit_pairing(self, caller: str) -> None:
        """Somebody wants a mailbox.

        Raises:
            RefusedError: He wants too many.
        """
        self._take(self._pairing, caller)

    def admit_look(self, caller: str) -> None:
        """Somebody shows a session that is not remembered.

        Raises:
            RefusedError: He shows too many.
        """
        self._take(self._look, caller)

    def admit_device(self, device: str) -> None:
        """A device asks for something.

        Raises:
            RefusedError: It asks too often.
        """
        self._take(self._device, device)

    def _take(self, buckets: Buckets, key: str) -> None:
        wait = buckets.take(key, self._monotonic())
        if wait:
            raise RefusedError(Why.TOO_MANY, retry_after=wait)
