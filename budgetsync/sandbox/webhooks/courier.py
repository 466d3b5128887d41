"""Carries webhooks out: one thread that waits for the next attempt and posts it."""

import http.client
import ipaddress
import time
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from threading import Condition, Thread
from urllib.parse import urlsplit

from budgetsync.sandbox.webhooks.outbox import Delivery, Outbox

_ANSWER_SECONDS = 10
_REDIRECTED = "no address of the loopback"


class Courier:
    """Delivers what is due until it is told to stop; begins with the first webhook.

    Args:
        outbox: what to deliver.
        condition: guards the outbox; notified when it changes.
        now: the bank's second.
        wait_for: how long the computer waits for so many of the bank's seconds; None for ever.
        tick: lets a running clock's time pass; returns the second at which the next thing happens by itself,
            None for a clock that stands still.
        sign: makes the header's value for a webhook and a second; None to send none.
        anywhere: whether to deliver beyond the loopback.
    """

    def __init__(
        self,
        outbox: Outbox,
        condition: Condition,
        now: Callable[[], int],
        wait_for: Callable[[int], float | None],
        tick: Callable[[], int | None],
        sign: Callable[[Delivery, int], str | None],
        *,
        anywhere: bool,
    ) -> None:
        self._outbox = outbox
        self._condition = condition
        self._now = now
        self._wait_for = wait_for
        self._tick = tick
        self._sign = sign
        self._anywhere = anywhere
        self._thread: Thread | None = None
        self._stopped = False
        self._busy = False

    def wake(self) -> None:
        """Look again for what is due; starts the thread the first time. Hold the condition."""
        if self._thread is None and not self._stopped:
            self._thread = Thread(target=self._run, name="demo-bank-courier", daemon=True)
            self._thread.start()
        self._condition.notify_all()

    def stop(self) -> None:
        """End the thread; what is pending stays so."""
        with self._condition:
            self._stopped = True
            self._condition.notify_all()
            thread = self._thread
        if thread is not None and thread.is_alive():
            thread.join(_ANSWER_SECONDS + 1)

    def resume(self) -> None:
        """Deliver from now on, after a stop too; where the clock runs, time passes from now on by itself."""
        with self._condition:
            if self._stopped:
                self._stopped = False
                self._thread = None
            if self._tick() is not None or self._outbox.next_due() is not None:
                self.wake()

    def settle(self, timeout: float) -> bool:
        """Wait until nothing that is due remains; tells whether that came true in time."""
        with self._condition:
            return self._condition.wait_for(self._is_idle, timeout)

    def _is_idle(self) -> bool:
        return not self._busy and self._outbox.due(self._now()) is None

    def _run(self) -> None:
        while True:
            with self._condition:
                delivery = self._next()
                if delivery is None:
                    return
                now = self._now()
                header = self._sign(delivery, now)
                self._busy = True
            sent = time.time()
            status, problem = self._post(delivery, header)
            digest = sha256(header.rpartition(".")[0].encode()).hexdigest() if header else None
            with self._condition:
                self._outbox.record(
                    delivery, self._now(), status=status, problem=problem, sent=sent, digest=digest
                )
                self._busy = False
                self._condition.notify_all()

    def _next(self) -> Delivery | None:
        """Wait for a webhook to be due; None when it is time to stop."""
        while not self._stopped:
            upcoming = self._tick()
            now = self._now()
            delivery = self._outbox.due(now)
            if delivery is not None:
                return delivery
            self._condition.notify_all()
            moments = [moment for moment in (upcoming, self._outbox.next_due()) if moment is not None]
            self._condition.wait(self._wait_for(max(min(moments) - now, 0)) if moments else None)
        return None

    def _post(self, delivery: Delivery, header: str | None) -> tuple[int | None, str]:
        """Send it once; returns the status of the answer, or None and what went wrong."""
        parts = urlsplit(delivery.url)
        host = parts.hostname or ""
        if not self._anywhere and not is_loopback(host):
            return None, _REDIRECTED
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        headers = {"Content-Type": "application/json", "Accept": "*/*", "User-Agent": "Plaid Webhooks"}
        if header is not None:
            headers["Plaid-Verification"] = header
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            connection = kind(host, parts.port, timeout=_ANSWER_SECONDS)
            try:
                connection.request("POST", path, delivery.body, headers)
                return connection.getresponse().status, ""
            finally:
                connection.close()
        except (OSError, http.client.HTTPException, ValueError) as error:
            return None, type(error).__name__


def is_loopback(host: str) -> bool:
    """Whether a host name is an address of the loopback, or its usual name."""
    if host == "localhost":
        return True
    address = False
    with suppress(ValueError):
        address = ipaddress.ip_address(host).is_loopback
    return address
