"""Sentences of the engine in the person's language.

The engine speaks plain English: its words stand in rows, in logs and in reports. The catalogue knows each of its
sentences as a template with holes, such as ``There is no connection {item_id}.``; what stands in a hole may be a text
of the engine itself.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Final

CATALOGUE: Final = "engine.json"
_HOLE = re.compile(r"\{(\w+)\}")
_NUMBERS = re.compile(r"n|(count|number|failures|causes|held|reached|portion|total|len)\d*")
"""Names of the holes that only a number fills."""
_LETTERS = re.compile(r"[^\W\d_]")
_TELLING: Final = 12
"""A template with fewer letters of its own, such as ``{what} of {of}``, also needs a hole whose text is known: what a
bank or a person wrote may look like it."""
_DEPTH: Final = 10
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+")
_AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?) ([A-Z]{3})")


@dataclass(frozen=True, slots=True)
class Figures:
    """How whole numbers and amounts of money are written where the person lives."""

    number: Callable[[int], str]
    amount: Callable[[Decimal, str], str]


class _Template:
    """One sentence with holes; its pattern is made when a text may be it."""

    def __init__(self, source: str) -> None:
        self.source = source
        parts = _HOLE.split(source)
        self.letters = sum(len(_LETTERS.findall(part)) for part in parts[::2])
        self._words = parts[::2]
        self._pattern: re.Pattern[str] | None = None

    def holes_of(self, text: str) -> dict[str, str] | None:
        """What fills its holes in a text; None where the text is another one."""
        if not self._may_be(text):
            return None
        if self._pattern is None:
            self._pattern = re.compile(_pattern_of(self.source), re.DOTALL)
        match = self._pattern.fullmatch(text)
        return None if match is None else match.groupdict()

    def _may_be(self, text: str) -> bool:
        """Whether its own words stand there in order: quicker than making a pattern for each text."""
        if not (text.startswith(self._words[0]) and text.endswith(self._words[-1])):
            return False
        place = 0
        for words in self._words:
            place = text.find(words, place)
            if place < 0:
                return False
            place += len(words)
        return True


class EngineTexts:
    """The catalogue in one language.

    Args:
        templates: Every sentence that the engine can say.
        translate: Gives a template in the person's language, or as it is where nobody translated it.
    """

    def __init__(self, templates: list[str], translate: Callable[[str], str], figures: Figures) -> None:
        self._translate, self._figures = translate, figures
        self._plain = {text for text in templates if not _HOLE.search(text)}
        holed = (_Template(text) for text in templates if _HOLE.search(text))
        self._holed = sorted(holed, key=lambda each: (-each.letters, each.source))
        self._render = lru_cache(maxsize=2_000)(self._say)

    @classmethod
    def load(cls, folder: Path, translate: Callable[[str], str], figures: Figures) -> "EngineTexts":
        """Read the catalogue from the folder of the translations."""
        return cls(json.loads((folder / CATALOGUE).read_text("utf-8")), translate, figures)

    def render(self, text: str) -> str:
        """Give a text of the engine in the person's language; a text that is not known stays as it is."""
        return self._render(text, 0) or text

    def _say(self, text: str, depth: int) -> str | None:
        """Give a text in the person's language; None for one that is not known."""
        if text in self._plain:
            return self._translate(text)
        if depth > _DEPTH:
            return None
        for template in self._holed:
            holes = template.holes_of(text)
            if holes is None:
                continue
            said = {name: self._fill(name, value, depth + 1) for name, value in holes.items()}
            if template.letters >= _TELLING or any(said.values()):
                fillings = {name: said[name] or value for name, value in holes.items()}
                return _filled(self._translate(template.source), fillings)
        return None

    def _fill(self, name: str, value: str, depth: int) -> str | None:
        if _GROUPED.fullmatch(value):
            return self._figures.number(int(value.replace(",", "")))
        if _NUMBERS.fullmatch(name):
            return value
        if amount := _AMOUNT.fullmatch(value):
            return self._figures.amount(Decimal(amount[1]), amount[2])
        return self._render(value, depth)


def _filled(template: str, fillings: dict[str, str]) -> str:
    return _HOLE.sub(lambda hole: fillings.get(hole[1], hole[0]), template)


def _pattern_of(source: str) -> str:
    parts, seen = [], set()
    for index, part in enumerate(_HOLE.split(source)):
        if index % 2 == 0:
            parts.append(re.escape(part))
        elif part in seen:
            parts.append(f"(?P={part})")
        else:
            seen.add(part)
            filling = r"[\d,]+" if _NUMBERS.fullmatch(part) else ".+?"
            parts.append(f"(?P<{part}>{filling})")
    return "".join(parts)
