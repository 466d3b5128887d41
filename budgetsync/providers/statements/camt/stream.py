"""XML from strangers, read piece by piece: nothing of it may cost more memory or time than its own size.

There is no document type in a statement, so one is refused before anything is made of it: without it there are no
entities that grow and none that fetch.
"""

from collections.abc import Iterator
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser
from xml.parsers.expat import ExpatError, ParserCreate

from budgetsync.domain.errors import StatementBroken, StatementRefused

_CHUNK = 1 << 16
_LONGEST_PROLOG = 1 << 17
_DEEPEST = 40
_DEPTH_OF_ENTRY = 4
_MOST_IN_ENTRY = 200_000
_LONGEST_SILENCE = 1 << 21


class _Found(Exception):  # noqa: N818 - it says that the prolog is over, which is no error
    """The first element was met."""


def local(element: Element) -> str:
    """Name an element without its namespace: versions differ in it alone."""
    return element.tag.rpartition("}")[2]


def elements(content: bytes) -> Iterator[tuple[str, Element, int]]:
    """Go through a file: elements down to the entries with "start" or "end" and how deep they lie, from 1.

    Whoever reads takes out what it is done with; what is left in grows.

    Raises:
        StatementRefused: It has a document type, or is made to do harm.
        StatementBroken: It is no XML.
    """
    _refuse_types(content)
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    depth = inside = silent = 0
    try:
        for place in range(0, len(content), _CHUNK):
            parser.feed(content[place : place + _CHUNK])
            silent += _CHUNK
            for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
                silent = 0
                if event == "start":
                    depth += 1
                    inside = 0 if depth <= _DEPTH_OF_ENTRY else inside + 1
                    if depth > _DEEPEST or inside > _MOST_IN_ENTRY:
                        message = "This XML is nested in a way that no bank's statement is."
                        raise StatementRefused(message)
                    if depth <= _DEPTH_OF_ENTRY:
                        yield event, element, depth
                else:
                    if depth <= _DEPTH_OF_ENTRY:
                        yield event, element, depth
                    depth -= 1
            if silent > _LONGEST_SILENCE:
                message = "This XML has a text of several megabytes."
                raise StatementRefused(message)
        parser.close()
    except (ParseError, ExpatError, LookupError, ValueError) as error:
        line = getattr(error, "position", (0, 0))[0]
        message = f"This is no XML that can be read; the mistake is in line {line}."
        raise StatementBroken(message) from None


def _refuse_types(content: bytes) -> None:
    """Read up to the first element: a document type can only stand before it."""

    def met_type(*_: object) -> None:
        message = "This file has a document type, as no bank's statement has."
        raise StatementRefused(message)

    def met_element(*_: object) -> None:
        raise _Found

    try:
        parser = ParserCreate()
        parser.StartDoctypeDeclHandler = met_type
        parser.EntityDeclHandler = met_type
        parser.StartElementHandler = met_element
        for place in range(0, min(len(content), _LONGEST_PROLOG), 4096):
            parser.Parse(content[place : place + 4096], False)
    except _Found:
        return
    except (ExpatError, LookupError, ValueError):
        message = "This is no XML that can be read."
        raise StatementBroken(message) from None
    message = "This file has no statement at its beginning."
    raise StatementBroken(message)
