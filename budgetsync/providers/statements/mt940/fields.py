"""A file cut into its fields: `:61:` and what follows it, up to the next one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(r":(\d{2}[A-Z]?|NS):(.*)", re.DOTALL)
_BROKEN_TAG = re.compile(r"\d{2}[A-Z]?:")
_END = re.compile(r"-(?:\}.*|X*)")
_BLOCKS = re.compile(r"\{4:(?=\r?\n)|\{[1235S]:(?:[^{}]|\{[^{}]{0,200}\}){0,500}\}")


class Field(NamedTuple):
    """One field, with the line that it begins in."""

    tag: str
    line: int
    lines: list[str]

    @property
    def text(self) -> str:
        """All of it, as it came."""
        return "\n".join(self.lines)


def fields(text: str) -> Iterator[Field]:
    """Cut a file; what stands before the first field and behind the end of a message is left out."""
    if "{4:" in text:
        text = _BLOCKS.sub("", text).replace("{4:", "\n")
    current: Field | None = None
    for number, line in _lines(text):
        found = _TAG.match(line)
        if found is not None:
            if current is not None:
                yield current
            current = Field(found[1], number, [found[2]])
        elif current is not None and _END.fullmatch(line):
            yield current
            current = None
        elif current is not None:
            current.lines.append(line)
    if current is not None:
        yield current


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Number the lines; a tag that was broken behind its colon is put together."""
    colon = False
    for number, ended in enumerate(text.split("\n"), start=1):
        line = ended.rstrip("\r")
        if colon and _BROKEN_TAG.match(line):
            line = f":{line}"
        colon = line == ":"
        if not colon:
            yield number, line
