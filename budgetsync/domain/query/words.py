"""Words as the search index cuts them, and texts as they are compared: without case and diacritics."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ASCII_WORD = re.compile(r"[a-z0-9]+")
_BETWEEN = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_DIACRITICS = range(0x300, 0x370)
_NO_LETTERS = range(0x19B0, 0x19CB)  # letters since Unicode 8; SQLite's tables are older and cut words there


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand one after the other in a text.

    Attributes:
        words: At least one, in lower case, with their diacritics.
        whole: Whether the last word is complete; if not, it may go on.
    """

    words: tuple[str, ...]
    whole: bool = False

    def found_in(self, text: str | None) -> bool:
        """Tell whether a text has these words, whatever its case and diacritics."""
        if not text:
            return False
        found, wanted = fold(text), fold(" ".join(self.words))
        last = len(wanted) - 1
        for start in range(len(found) - last):
            if found[start : start + last] != wanted[:last]:
                continue
            word = found[start + last]
            if word == wanted[last] or (not self.whole and word.startswith(wanted[last])):
                return True
        return False


def split_words(text: str) -> tuple[str, ...]:
    """Cut a text into words: letters and digits, in lower case."""
    if text.isascii():
        return tuple(_ASCII_WORD.findall(text.lower()))
    composed = unicodedata.normalize("NFC", text.lower())
    kept = "".join(
        letter if _is_of_word(letter) else " " for letter in composed if ord(letter) not in _DIACRITICS
    )
    return tuple(kept.split())


def sure_words(text: str) -> tuple[str, ...]:
    """Cut a text into words, without those that the search index may cut in another way."""
    sure = (word for word in _BETWEEN.split(text) if word and all(map(_is_sure, word)))
    return tuple(cut[0] for cut in map(split_words, sure) if len(cut) == 1)


def _is_sure(letter: str) -> bool:
    return letter.isascii() or ("\u00c0" <= letter <= "\u024f" and _is_of_word(letter))


@lru_cache(maxsize=4_096)
def fold(text: str) -> tuple[str, ...]:
    """Cut a text into words without diacritics, for comparing."""
    if not text.isascii():
        text = "".join(
            letter for letter in unicodedata.normalize("NFD", text) if ord(letter) not in _DIACRITICS
        )
    return split_words(text)


def _is_of_word(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LN" and ord(letter) not in _NO_LETTERS


def str_phrase(phrase: Phrase) -> str:
    """Write words as they would be typed: complete ones in quotes, others joined."""
    return f'"{" ".join(phrase.words)}"' if phrase.whole else "-".join(phrase.words)
