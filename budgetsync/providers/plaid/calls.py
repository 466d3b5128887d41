"""Blocking calls beside the loop, each on a thread that does not keep the program from ending."""

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


async def run_beside(name: str, call: Callable[[], T]) -> T:
    """Run a blocking call and wait for it.

    Not asyncio.to_thread: its threads are joined at exit, so that a bank which hangs would hold the program
    for as long as its time-out. A caller that is cancelled leaves the call to end by itself.
    """
    future: Future[T] = Future()

    def work() -> None:
        try:
            future.set_result(call())
        except BaseException as error:
            future.set_exception(error)

    future.set_running_or_notify_cancel()
    threading.Thread(target=work, name=name, daemon=True).start()
    return await asyncio.wrap_future(future)
