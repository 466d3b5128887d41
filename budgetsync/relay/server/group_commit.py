"""Group commit: whatever comes while one commit is under way shares the next one.

A disk makes a few hundred commits a second; so many webhooks as come in between cost it one.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from budgetsync.relay.server.database import Desk
from budgetsync.relay.server.errors import MailroomError, StorageFailed, UnknownMailbox
from budgetsync.relay.server.posts import take_in
from budgetsync.relay.server.queues import Acknowledgement, acknowledge
from budgetsync.relay.server.records import Post, Stored

T = TypeVar("T")
LARGEST = 256
"""Jobs in one commit."""
GATHERING = 0.004
"""Seconds before the next commit where many are on their way; at a thousand a second that costs a quarter less."""
MANY = 4
"""Jobs in a commit that say so."""


class Beside(Protocol):
    """Runs something that blocks beside the loop, one at a time."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]:
        """Run it."""
        ...


Step = Callable[[Desk], Any]
Job = Post | Acknowledgement | Step
Answer = tuple[bool, Any]
"""Whether it went well, and what it returned or the error."""
Commit = Callable[[list[Job]], list[Answer]]


@dataclass(slots=True)
class _Waiting:
    job: Job
    answer: "asyncio.Future[Any]"


class GroupCommit:
    """Gathers jobs while a commit is under way, and answers each when its own is durable."""

    def __init__(self, commit: Commit, beside: Beside) -> None:
        """Take what commits a list of jobs, and what runs that beside the loop."""
        self._commit = commit
        self._beside = beside
        self.tell: Callable[[Stored], None] | None = None
        """Told of everything that was stored, in order, also where whoever posted it has gone."""
        self.count: Callable[[int, float], None] | None = None
        """Told of each commit: how many jobs were in it, and the seconds that it took."""
        self._waiting: list[_Waiting] = []
        self._work: asyncio.Task[None] | None = None

    async def add(self, job: Job) -> Any:  # noqa: ANN401 - what the job returns
        """Have a job done, and wait until it is durable.

        Raises:
            MailroomError: What the job raised.
            StorageFailed: It was not committed, as far as is known.
        """
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(job, answer))
        if self._work is None:
            self._work = asyncio.create_task(self._run())
        return await answer

    async def close(self) -> None:
        """Finish what waits."""
        if self._work is not None:
            await self._work

    async def _run(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:LARGEST], self._waiting[LARGEST:]
                await self._do(batch)
                if self._waiting and len(batch) >= MANY:
                    await asyncio.sleep(GATHERING)
        finally:
            # One that went wrong as none should leaves the others of its kind to the next.
            self._work = asyncio.create_task(self._run()) if self._waiting else None

    async def _do(self, batch: list[_Waiting]) -> None:
        jobs = [one.job for one in batch]
        begun = asyncio.get_running_loop().time()
        try:
            answers = await self._beside(lambda: self._commit(jobs))
            if self.count is not None:
                self.count(len(jobs), asyncio.get_running_loop().time() - begun)
        except StorageFailed as error:
            answers = [(False, error)] * len(batch)
        except BaseException as error:
            failure = StorageFailed(f"the commit ended with {type(error).__name__}")
            for one in batch:
                if not one.answer.done():
                    one.answer.set_exception(failure)
            raise
        for one, (went_well, value) in zip(batch, answers, strict=True):
            self._finish(one, value, went_well=went_well)

    def _finish(self, one: _Waiting, value: Any, *, went_well: bool) -> None:  # noqa: ANN401 - any job's
        if went_well and self.tell is not None and isinstance(one.job, Post):
            for stored in value:
                self.tell(stored)
        if one.answer.done():  # whoever waited has gone; it is done all the same
            return
        if went_well:
            one.answer.set_result(value)
        else:
            one.answer.set_exception(value)


def do_jobs(desk: Desk, jobs: list[Job]) -> list[Answer]:
    """Do jobs of all kinds in one transaction; one that is refused does not disturb the others."""
    answers: dict[int, Answer] = {}
    posts: list[tuple[int, Post]] = []
    acknowledgements: list[tuple[int, Acknowledgement]] = []
    for place, job in enumerate(jobs):
        if isinstance(job, Post):
            posts.append((place, job))
        elif isinstance(job, Acknowledgement):
            acknowledgements.append((place, job))
        else:
            answers[place] = _try(desk, job)
    if posts:
        taken = take_in(desk, [post for _, post in posts])
        answers |= {place: _stored(one) for (place, _), one in zip(posts, taken, strict=True)}
    if acknowledgements:
        errors = acknowledge(desk, [one for _, one in acknowledgements])
        answers |= {
            place: (error is None, error) for (place, _), error in zip(acknowledgements, errors, strict=True)
        }
    return [answers[place] for place in range(len(jobs))]


def _stored(stored: tuple[Stored, ...] | None) -> Answer:
    return (False, UnknownMailbox()) if stored is None else (True, stored)


def _try(desk: Desk, step: Step) -> Answer:
    try:
        with desk.db.atomic():
            return True, step(desk)
    except StorageFailed:
        raise
    except MailroomError as error:
        return False, error
