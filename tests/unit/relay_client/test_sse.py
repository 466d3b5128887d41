"""The event stream is read by the book, however it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetsync.domain.errors import RelayUnreachable
from budgetsync.relay.client.sse import LONGEST_BLOCK, Block, EventStream

PIECES = st.sampled_from(
    [
        b"data",
        b"event",
        b"id",
        b":",
        b" ",
        b"\n",
        b"\r",
        b"\r\n",
        b"\0",
        b"a",
        b"\xc3\xa9",
        b"\xff",
        b"retry",
        b"\xef\xbb\xbf",
    ]
)


def by_the_book(raw: bytes) -> list[Block]:
    """Written a second time, after the standard's own words, for a stream that is there as a whole."""
    text = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    blocks, event, last, data = [], b"", b"", b""
    for line in text.split(b"\n")[:-1]:
        if not line:
            if data:
                blocks.append(
                    Block(event.decode("utf-8", "replace"), last.decode("utf-8", "replace"), data[:-1])
                )
            event, data = b"", b""
            continue
        name, colon, value = line.partition(b":")
        if not name:
            continue
        if colon and value[:1] == b" ":
            value = value[1:]
        if name == b"data":
            data += value + b"\n"
        elif name == b"event":
            event = value
        elif name == b"id" and b"\0" not in value:
            last = value
    return blocks


@given(st.lists(PIECES, max_size=60), st.data())
def test_it_means_what_the_standard_says_however_it_is_cut(pieces: list[bytes], draw: st.DataObject) -> None:
    raw = b"".join(pieces)
    stream, got, at = EventStream(), [], 0
    while at < len(raw):
        size = draw.draw(st.integers(0, 9))
        got += stream.feed(raw[at : at + size])
        at += size
    assert got == by_the_book(raw)


def test_comments_count_for_nothing_however_many_there_are() -> None:
    stream = EventStream()
    for _ in range(LONGEST_BLOCK // 100):
        assert stream.feed(b":" + b"x" * 200 + b"\n") == []
    assert stream.feed(b"data: 1\n\n") == [Block("", "", b"1")]


@pytest.mark.parametrize("piece", [b"x", b"data\n", b"id: 1\n", b":", b"data: 1\n:\n", b"event\r\n"])
def test_nothing_grows_beyond_one_event(piece: bytes) -> None:
    stream, most = EventStream(), LONGEST_BLOCK // (50 * len(piece)) + 1

    def flood() -> None:
        for _ in range(most):
            stream.feed(piece * 50)

    with pytest.raises(RelayUnreachable):
        flood()
