"""Network, power and sleep of this computer, as far as its system tells."""

import asyncio
import sys
from collections.abc import Awaitable, Callable

from budgetsync.domain.ports import Surroundings
from budgetsync.host.teller import Teller


class LinuxSurroundings(Teller):
    """What the Linux system bus tells; its library is loaded when it is followed, and on another thread."""

    async def follow(self) -> None:
        """Keep the situation current until cancelled."""
        follow = await asyncio.to_thread(_load)
        await follow(self)


def find_surroundings() -> Surroundings | None:
    """Choose what tells about this computer; None where nothing does."""
    return LinuxSurroundings() if sys.platform == "linux" else None


def _load() -> Callable[[Teller], Awaitable[None]]:
    from budgetsync.host.system_bus import follow  # noqa: PLC0415 - a tenth of a second of imports

    return follow
