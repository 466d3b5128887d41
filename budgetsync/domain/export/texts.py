"""Texts as other programs' formats can hold them."""

import hashlib
import unicodedata
from collections.abc import Callable, Hashable


def one_line(text: str) -> str:
    """Put a text on one line: control characters and line ends become single spaces."""
    clean = "".join(" " if unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} else sign for sign in text)
    return clean if clean.isascii() and clean == text else " ".join(clean.split())


class Names:
    """Names of accounts that a format allows, one for each thing that is named: two never share one.

    Args:
        clean: Makes a name of words; another thing whose words make the same name gets a mark behind it.
    """

    def __init__(self, clean: Callable[[str], str]) -> None:
        self._clean = clean
        self._names: dict[Hashable, str] = {}
        self._taken: set[str] = set()

    def of(self, group: str, thing: Hashable, words: str) -> str:
        """Give the name of a thing; the same one each time."""
        found = self._names.get((group, thing))
        if found is None:
            found = f"{group}:{self._clean(words)}"
            if found.casefold() in self._taken:
                mark = hashlib.blake2b(repr(thing).encode(), digest_size=4).hexdigest()
                found = f"{found}-{mark}"
            self._taken.add(found.casefold())
            self._names[group, thing] = found
        return found
