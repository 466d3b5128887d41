"""The next page of a loop, written while the client still reads the last one."""

from dataclasses import dataclass

from budgetsync.sandbox.faults import PlaidFault
from budgetsync.sandbox.wire.cursor import Cursor
from budgetsync.sandbox.wire.rows import RowWriter
from budgetsync.sandbox.wire.stream import Page, read_page


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A page whose rows are bytes already."""

    cursor: Cursor
    more: bool = False
    added: bytes = b""
    modified: bytes = b""
    removed: bytes = b""


def write_page(writer: RowWriter, page: Page) -> WrittenPage:
    """Write the rows of a page."""
    return WrittenPage(
        page.cursor,
        page.more,
        writer.transactions(page.added),
        writer.transactions(page.modified),
        b",".join(map(writer.removal, page.removed)),
    )


class PageAhead:
    """One page that is likely to be asked for next. Nothing of it depends on when it is written."""

    def __init__(self) -> None:
        self._planned: tuple[RowWriter, Cursor, int] | None = None
        self._ready: tuple[tuple[RowWriter, Cursor, int], tuple[int, int, int], WrittenPage] | None = None

    def plan(self, writer: RowWriter, cursor: Cursor, count: int) -> None:
        """Let a page be written at the next opportunity."""
        self._planned = (writer, cursor, count)

    @property
    def is_planned(self) -> bool:
        """Whether there is a page to write."""
        return self._planned is not None

    def write(self) -> None:
        """Write the planned page."""
        planned, self._planned = self._planned, None
        if planned is None:
            return
        writer, cursor, count = planned
        try:
            page = read_page(writer.item, cursor, count)
        except PlaidFault:
            return  # whoever asks for it is told
        self._ready = (planned, writer.item.standing, write_page(writer, page))

    def take(self, writer: RowWriter, cursor: Cursor, count: int) -> WrittenPage | None:
        """The page, where it was written and nothing has happened to the item since."""
        ready, self._ready = self._ready, None
        if ready is None or ready[0] != (writer, cursor, count) or ready[1] != writer.item.standing:
            return None
        return ready[2]
