"""Reads an event stream (text/event-stream) that a stranger may have sent, in bounded memory.

Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
"""

from typing import NamedTuple

from budgetsync.domain.errors import RelayUnreachable

LONGEST_BLOCK = 128 * 1024
"""Bytes of one event. The largest webhook, sealed and in Base64, has about 90,000."""
_LONGEST_NAME = 200
"""Bytes of an event's name or id."""
_MARK = b"\xef\xbb\xbf"


class Block(NamedTuple):
    """One event of a stream, not yet understood."""

    event: str
    id: str
    data: bytes


class EventStream:
    """Takes bytes as they come, and gives the events that are complete."""

    def __init__(self) -> None:
        self._line = bytearray()
        self._size = 0
        self._begun = self._after_return = False
        self._event = self._id = b""
        self._data: list[bytes] = []

    def feed(self, chunk: bytes) -> list[Block]:
        """Take the next bytes.

        Raises:
            RelayUnreachable: What came is larger than any event. The stream is of no more use.
        """
        if self._after_return and chunk:
            self._after_return = False
            chunk = chunk.removeprefix(b"\n")  # the other half of a line's end
        blocks = []
        for piece in chunk.splitlines(keepends=True):  # bytes end a line at \n, \r and \r\n only
            words = piece.rstrip(b"\r\n")
            self._size += len(piece)
            if self._size > LONGEST_BLOCK:
                message = "The relay sent an event that is too large to be one."
                raise RelayUnreachable(message)
            self._line += words
            if len(words) < len(piece):
                block = self._end_line()
                if block is not None:
                    blocks.append(block)
        self._after_return = self._after_return or chunk.endswith(b"\r")
        return blocks

    def _end_line(self) -> Block | None:
        line = bytes(self._line)
        self._line.clear()
        if not self._begun:
            self._begun = True
            line = line.removeprefix(_MARK)
        if not line:
            return self._end_block()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
        elif name == b"event":
            self._event = value[:_LONGEST_NAME]
        elif name == b"id" and b"\0" not in value:
            self._id = value[:_LONGEST_NAME]
        elif not name and not self._data:
            self._size = 0  # a comment between two events says that the line is alive, and counts for nothing
        return None

    def _end_block(self) -> Block | None:
        block = None
        if self._data:
            event, name = (text.decode("utf-8", "replace") for text in (self._event, self._id))
            block = Block(event, name, b"\n".join(self._data))
        self._event = b""
        self._data = []
        self._size = 0
        return block
