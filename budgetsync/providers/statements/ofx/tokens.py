"""The text of an OFX file as elements, whether they are closed or not. No document type, no entities of its own."""

import html
import re
from typing import NamedTuple

from budgetsync.domain.errors import StatementRefused

_ELEMENT = re.compile(r"<(/?)([A-Za-z][\w.:\-]*+)[^<>]*+>([^<]*(?:<(?![/A-Za-z!?])[^<]*)*)")
_FIELD = re.compile(r"<([A-Za-z][\w.:\-]*+)[^<>]*+>([^<]*(?:<(?![/A-Za-z!?])[^<]*)*)")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HARM = re.compile(r"<!\s*(?:ENTITY|DOCTYPE)", re.IGNORECASE)
_LONGEST_VALUE = 4_000
_SHORT = 200


class Element(NamedTuple):
    """An opening or closing tag and the text behind it.

    Attributes:
        name: In capitals.
        start: Where it begins in the text.
        end: Where its text ends.
    """

    name: str
    closes: bool
    text: str
    start: int
    end: int


def plain(text: str) -> str:
    """Write out what XML has beside tags and values, keeping each line where it is.

    Raises:
        StatementRefused: It declares entities or a document type, which no OFX has.
    """
    if "<!" not in text:
        return text
    if _HARM.search(text):
        message = "It declares entities or a document type, which a statement never does."
        raise StatementRefused(message)
    if "<!--" in text and "-->" in text:
        end = text.rfind("-->") + 3  # up to the last end, so that none is looked for in vain
        text = _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text[:end]) + text[end:]
    if "<![CDATA[" in text and "]]>" in text:
        end = text.rfind("]]>") + 3
        text = _CDATA.sub(lambda found: html.escape(found[1], quote=False), text[:end]) + text[end:]
    return text


def next_element(text: str, at: int) -> Element | None:
    """Find the next tag from a place on."""
    found = _ELEMENT.search(text, at)
    if found is None:
        return None
    return Element(found[2].upper(), found[1] == "/", value(found[3]), found.start(), found.end())


def fields(block: str) -> dict[str, str]:
    """Give the values of the tags in a piece of text; of one that comes twice, the last that says something."""
    return {
        name.upper(): value(text) if "&" in text or len(text) > _SHORT else told
        for name, text in _FIELD.findall(block)
        if (told := text.strip())
    }


def value(text: str) -> str:
    """Take a value as it is meant: without what surrounds it, and with its references resolved.

    Some programs escape twice: "&amp;amp;" is an ampersand.
    """
    told = text.strip()[:_LONGEST_VALUE]  # first, since a reference to a sign may have any number of digits
    if "&" in told:
        told = html.unescape(told)
        if "&" in told and ";" in told:
            told = html.unescape(told)
    return told
