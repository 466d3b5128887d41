"""Keep long-lived tasks alive: one that crashes is started again, without touching its siblings."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

_log = logging.getLogger(__name__)
FIRST_PAUSE = 1.0  # seconds before a crashed task starts again; doubled each time
LONGEST_PAUSE = 60.0


class Supervisor:
    """Owns the tasks that run as long as the program does."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Run `work` until `stop`; it is begun anew whenever it raises."""
        task = asyncio.create_task(self._keep_alive(name, work), name=name)
        self._tasks.add(task)

    async def stop(self) -> None:
        """End every task and wait until all have."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()

    async def _keep_alive(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        pause = FIRST_PAUSE
        while True:
            try:
                await work()
            except Exception:
                _log.exception("%s crashed and starts again in %.0f s", name, pause)
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                return
