"""The mailroom: all that the relay keeps, behind one object that never blocks the loop."""

import asyncio
import secrets
import shutil
import time
from collections.abc import Awaitable, Callable, Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Self, TypeVar, cast

from budgetsync.relay.protocol import PAGE
from budgetsync.relay.server import epochs, mailboxes, posts, queues, sessions
from budgetsync.relay.server.database import Desk, RelayDatabase
from budgetsync.relay.server.errors import OtherEpoch, StorageFailed, StorageFull
from budgetsync.relay.server.group_commit import Answer, Beside, GroupCommit, Job, do_jobs
from budgetsync.relay.server.log_keeper import LogKeeper
from budgetsync.relay.server.records import (
    Clock,
    DeviceRecord,
    Head,
    Limits,
    MailboxRecord,
    News,
    Page,
    Pairing,
    Post,
    Randomness,
    Reader,
    Stored,
    Swept,
    Watcher,
)

T = TypeVar("T")
ROOM_SECONDS = 0.5
"""Between two looks at the disk, which is a call that can wait for it."""


class Threads:
    """Runs what blocks on threads of its own."""

    def __init__(self, count: int, name: str) -> None:
        """Start none yet; each is started when it is wanted."""
        self._pool = ThreadPoolExecutor(count, name)

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]:
        """Run something on one of them."""
        return asyncio.get_running_loop().run_in_executor(self._pool, work)

    def close(self) -> None:
        """Wait for what is under way."""
        self._pool.shutdown()


class Mailroom:
    """Everything that the relay keeps. Whatever it changes is durable when the call returns.

    Attributes:
        rolled_back: Whether the database turned out to be an older copy when it was opened; a new epoch has begun.
        nonce_secret: What every process of the relay makes its nonces with.
        is_shared: Whether other processes may use the same database: news of theirs have to be looked for.
    """

    def __init__(
        self,
        url: str,
        *,
        clock: Clock = time.time,
        randomness: Randomness = secrets.token_bytes,
        limits: Limits | None = None,
        beside: Beside | None = None,
    ) -> None:
        """Open the database, blocking.

        Args:
            beside: Runs what blocks beside the loop; a simulation brings one without threads.

        Raises:
            StorageFailed: The database cannot be opened.
        """
        self._limits = limits or Limits()
        self._url = url
        open_one = partial(RelayDatabase, url, clock=clock, randomness=randomness, limits=self._limits)
        self._database = open_one()
        try:
            self._reading = open_one()
        except BaseException:
            self._database.close()
            raise
        self.is_shared = self._database.is_postgres
        self._marker = epochs.Marker(self._database.path) if self._database.path is not None else None
        self.rolled_back = self._begin()
        self.nonce_secret = self._database.run(sessions.nonce_secret)
        self._threads = [] if beside else [Threads(1, "mailroom-writer"), Threads(1, "mailroom-reader")]
        writer, self._reader = (beside, beside) if beside else cast("list[Beside]", self._threads)
        self._commits = GroupCommit(self._commit, writer)
        self._log = None if beside or self._database.path is None else self._keep_log(self._database.path)
        self._room, self._looked_at = True, -ROOM_SECONDS
        self._watcher: Watcher | None = None
        self._news: News | None = None

    def _keep_log(self, path: Path) -> LogKeeper:
        self._database.leave_log_alone()
        return LogKeeper(path)

    def _begin(self) -> bool:
        said = self._marker.said if self._marker else None
        rolled_back = self._database.run(lambda desk: epochs.begin(desk, said))
        self._mark()
        return rolled_back

    def _mark(self) -> None:
        if self._marker is not None:
            self._marker.write(self._database.read(epochs.taken_so_far))

    def _commit(self, jobs: list[Job]) -> list[Answer]:
        has_posts = any(isinstance(job, Post) for job in jobs)
        answers = self._database.run(lambda desk: do_jobs(desk, jobs))
        if has_posts:
            self._mark()
        if self._log is not None and self._log.look(len(jobs)):
            self._database.move_log()
        return answers

    async def _change(self, step: Callable[[Desk], T]) -> T:
        return cast("T", await self._commits.add(step))

    async def _read(self, query: Callable[[Desk], T]) -> T:
        return await self._reader(lambda: self._reading.read(query))

    # News

    def watch(self, watcher: Watcher) -> None:
        """Have somebody called on this loop about devices whose queue, epoch or being there has changed.

        None stands for all devices. What `take_in` stored in this process is not told: it returns that. A shared
        database tells of other processes, too, but may keep quiet: `heads` has to be asked now and then as well.
        """
        loop = asyncio.get_running_loop()
        self._watcher = watcher
        if self.is_shared:
            from budgetsync.relay.server.news import PostgresNews  # noqa: PLC0415 - its driver is an extra

            self._news = PostgresNews(self._url, lambda devices: loop.call_soon_threadsafe(watcher, devices))

    def _tell(self, devices: Collection[str] | None) -> None:
        if self._watcher is not None:
            self._watcher(devices)
        if self._news is not None:
            self._news.send(devices)

    # Webhooks

    def tell(self, listener: Callable[[Stored], None]) -> None:
        """Have somebody told of everything that this process stores, once it is durable and in order."""
        self._commits.tell = listener

    def count(self, counter: Callable[[int, float], None]) -> None:
        """Have somebody told of each commit: how many changes shared it, and the seconds that it took."""
        self._commits.count = counter

    async def mailbox_of(self, address: str) -> str | None:
        """Name the mailbox that an address belongs to; None where it belongs to none."""
        return await self._read(lambda desk: posts.mailbox_of(desk, address))

    async def take_in(self, post: Post) -> tuple[Stored, ...]:
        """Keep a webhook: sealed for each device of its mailbox, and durable when this returns.

        Returns:
            What was stored for each device.

        Raises:
            UnknownMailbox: No mailbox has such an address.
            StorageFailed: It was not kept, as far as is known: whoever posted has to try again.
        """
        if not self._has_room():
            message = "too little room is left on the disk"
            raise StorageFull(message)
        stored = cast("tuple[Stored, ...]", await self._commits.add(post))
        if self._news is not None:
            self._news.send([one.device for one in stored])
        return stored

    def _has_room(self) -> bool:
        path = self._database.path
        now = time.monotonic()
        if path is not None and now - self._looked_at >= ROOM_SECONDS:
            try:
                self._room = shutil.disk_usage(path.parent).free >= self._limits.room
            except OSError as error:
                message = f"its folder cannot be looked at ({error.strerror})"
                raise StorageFailed(message) from error
            self._looked_at = now
        return self._room

    # Reading

    async def page(self, reader: Reader, epoch: str, after: int, limit: int = PAGE) -> Page:
        """Read what waits for a device after a number, oldest first; from its start where the epoch is another one.

        A number that this epoch never had means that the relay's database is older than the client: the page then
        tells of a new epoch.

        Raises:
            UnknownMailbox: The device was taken away.
        """
        query = partial(queues.page, device=reader.device, epoch=epoch, after=after, limit=limit)
        found = await self._read(query)
        while found is None:
            if await self._change(lambda desk: queues.settle(desk, reader.device, epoch, after)):
                self._tell(None)
            found = await self._read(query)
        return found

    async def acknowledge(self, reader: Reader, epoch: str, seq: int) -> None:
        """Let go of everything up to a number.

        Raises:
            OtherEpoch: The mailbox has begun anew, or begins so now because the number was never given.
            UnknownMailbox: The device was taken away.
        """
        try:
            await self._commits.add(queues.Acknowledgement(reader.device, epoch, seq))
        except OtherEpoch:
            self._tell(None)
            raise

    async def heads(self, devices: Iterable[str]) -> dict[str, Head]:
        """Tell how far the queues of many devices go; those that were taken away are left out.

        With a shared database this is the poll behind the notifications.
        """
        wanted = tuple(devices)
        return await self._read(lambda desk: queues.heads(desk, wanted))

    # Mailboxes and their devices

    async def pair(self, device_pub: bytes, seal_pub: bytes, name: str, invite: str | None) -> Pairing:
        """Give a device a mailbox of its own, or the one that it has. No invite (None) is wanted by an open relay.

        Raises:
            InviteRefused: The invite is none, was used, or has run out; or the device is known under another seal.
        """
        return await self._change(lambda desk: mailboxes.pair(desk, device_pub, seal_pub, name, invite))

    async def add_device(self, mailbox: str, device_pub: bytes, seal_pub: bytes, name: str) -> DeviceRecord:
        """Let another device read a mailbox, from now on.

        Raises:
            UnknownMailbox, InviteRefused, TooMany: See `mailboxes.add_device`.
        """
        return await self._change(
            lambda desk: mailboxes.add_device(desk, mailbox, device_pub, seal_pub, name)
        )

    async def devices(self, mailbox: str) -> tuple[DeviceRecord, ...]:
        """List the devices of a mailbox, oldest first."""
        return await self._read(lambda desk: mailboxes.devices_of(desk, mailbox))

    async def key_of(self, mailbox: str, device: str) -> bytes:
        """Give the key that a device signs with.

        Raises:
            UnknownMailbox: There is no such device of such a mailbox.
        """
        return await self._read(lambda desk: mailboxes.key_of(desk, mailbox, device))

    async def remove_device(self, mailbox: str, device: str) -> None:
        """Take a device, its sessions and its queue away; the mailbox goes with its last device.

        Raises:
            UnknownMailbox: There is no such device of such a mailbox.
        """
        await self._change(lambda desk: mailboxes.remove_device(desk, mailbox, device))
        self._tell([device])

    async def remove_mailbox(self, mailbox: str) -> None:
        """Take a mailbox away with all that is its own.

        Raises:
            UnknownMailbox: There is none.
        """
        self._tell(await self._change(lambda desk: mailboxes.remove_mailbox(desk, mailbox)))

    async def add_address(self, mailbox: str) -> str:
        """Give a mailbox another address; the older ones go on working, but for the oldest of too many.

        Raises:
            UnknownMailbox: There is no such mailbox.
        """
        return await self._change(lambda desk: mailboxes.add_address(desk, mailbox))

    async def close_address(self, mailbox: str, address: str) -> None:
        """Close an address for good.

        Raises:
            UnknownMailbox: The mailbox has no such address.
        """
        await self._change(lambda desk: mailboxes.close_address(desk, mailbox, address))

    # Sessions

    async def open_session(self, mailbox: str, device: str) -> tuple[str, Reader]:
        """Open a session for a device that has signed; returns its bearer, which is kept nowhere.

        Raises:
            UnknownMailbox: There is no such device of such a mailbox.
        """
        return await self._change(lambda desk: sessions.open_session(desk, mailbox, device))

    async def reader_of(self, bearer: str) -> Reader:
        """Tell whose session a bearer opens.

        Raises:
            NoSession: Nobody's, or it has run out.
        """
        return await self._read(lambda desk: sessions.reader_of(desk, bearer))

    # The operator

    async def invite(self, until: int) -> str:
        """Make an invite for one device, which runs out at an instant."""
        return await self._change(lambda desk: mailboxes.add_invite(desk, until))

    async def list_mailboxes(self) -> tuple[MailboxRecord, ...]:
        """List every mailbox, oldest first."""
        return await self._read(mailboxes.mailboxes)

    async def sweep(self, unseen: int | None = None) -> Swept:
        """Take away what has run out; to be called now and then.

        Args:
            unseen: Mailboxes that nobody came to for so many milliseconds go, too; None for none.
        """
        return await self._change(lambda desk: sessions.sweep(desk, unseen))

    async def check(self) -> None:
        """Ask the database for a sign of life.

        Raises:
            StorageFailed: It gave none.
        """
        await self._read(epochs.epoch_of)

    async def close(self) -> None:
        """Finish what waits, and let go of the database."""
        await self._commits.close()
        if self._news is not None:
            self._news.close()
        for threads in self._threads:
            threads.close()
        if self._log is not None:
            self._log.close()
        self._database.close()
        self._reading.close()
        if self._marker is not None:
            self._marker.close()

    async def __aenter__(self) -> Self:
        """Be used in an async with statement."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close."""
        await self.close()
