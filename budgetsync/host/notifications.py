"""Says notices aloud through the desktop's own service, and through another way where there is none.

What is said goes through a queue, since the service answers in its own time and its library is loaded only when
there is something to say. The service itself is `notification_service.py`.
"""

import asyncio
import sys
from typing import Protocol

from budgetsync.domain.notices import Notice
from budgetsync.domain.ports import Notifier
from budgetsync.host.notice_words import Listener, Words


class _Service(Protocol):
    """The desktop's service, whose library is a tenth of a second of imports."""

    async def show(self, notice: Notice, /) -> bool: ...

    async def withdraw(self, cause: str, /) -> None: ...

    def close(self) -> None: ...


class DesktopNotifier:
    """The desktop's notifications. `show` and `withdraw` return at once and keep their order."""

    def __init__(
        self,
        listener: Listener,
        otherwise: Notifier,
        words: Words,
        *,
        icon: str = "",
        address: str | None = None,
    ) -> None:
        """Prepare; nothing is loaded or connected before something is said.

        Args:
            otherwise: Says what the desktop's service does not take.
            icon: The file of the program's icon.
            address: Of the session bus; None for this session's.
        """
        self._listener = listener
        self._otherwise = otherwise
        self._words = words
        self._icon = icon
        self._address = address
        self._queue: asyncio.Queue[Notice | str] = asyncio.Queue()
        self._delivery: asyncio.Task[None] | None = None
        self._service: _Service | None = None

    def show(self, notice: Notice) -> None:
        """Say a notice; one of the same cause that is still shown is replaced."""
        self._put(notice)

    def withdraw(self, cause: str) -> None:
        """Take a notice away that is still shown."""
        if self._delivery is not None:  # otherwise nothing was ever said
            self._put(cause)

    async def close(self) -> None:
        """End the connection to the service; what is shown stays, since it is still true."""
        if self._delivery is not None:
            self._delivery.cancel()
            await asyncio.gather(self._delivery, return_exceptions=True)
        if self._service is not None:
            self._service.close()

    def _put(self, what: Notice | str) -> None:
        self._queue.put_nowait(what)
        if self._delivery is None:
            self._delivery = asyncio.get_running_loop().create_task(self._deliver(), name="notifications")

    async def _deliver(self) -> None:
        while True:
            what = await self._queue.get()
            service = await self._find()
            if isinstance(what, Notice):
                if service is None or not await service.show(what):
                    self._otherwise.show(what)
            else:
                self._otherwise.withdraw(what)
                if service is not None:
                    await service.withdraw(what)

    async def _find(self) -> _Service | None:
        """Find the service; its connection to the bus comes back by itself when it has ended."""
        if self._service is None and sys.platform == "linux":
            self._service = await asyncio.to_thread(self._load)
        return self._service

    def _load(self) -> _Service:
        from budgetsync.host.notification_service import NotificationService  # noqa: PLC0415 - see above

        return NotificationService(self._listener, self._words, icon=self._icon, address=self._address)
