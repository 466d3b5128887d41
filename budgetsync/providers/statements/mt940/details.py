"""Field 86: what the bank says of an entry, in the German, the Dutch and the free way of writing."""

import re
from typing import NamedTuple

from budgetsync.domain.raw_text import mask_numbers
from budgetsync.providers.statements.shaping import on_one_line

_CODED = re.compile(r"\s*\d{3}([^\w\s/])(?=\d{2})")
_SEPA_MARK = re.compile(r"\b(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|RTAB)\+ ?")
_SLASH_MARK = re.compile(
    r"/(EREF|BENM|ORDP|NAME|REMI|ISDT|TRTP|IBAN|BIC|MARF|CSID|RTRN|ULTC|ULTD|TRCD|ID|ADDR|PREF|SVCL|PURP|CNTP|USTD)/"
)
_NON_SWIFT = re.compile(r"(\d{2})(.*)")
_AFTER_MARK = re.compile(r"([^\w\s/]3[18])\w+(?=\w{4})")
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{7,26}(?=[A-Z0-9]{4})")
_FULL_LINE = 65
_NAMED_PARTS = 3
_NOTHING = frozenset({"", "NONREF", "NOTPROVIDED", "NONE", "NOREF", "EREF", "KREF", "MREF", "PREF"})


class Details(NamedTuple):
    """What a field 86 says.

    Attributes:
        text: The bank's words, on one line.
        references: End-to-end id and mandate.
    """

    payee: str = ""
    text: str = ""
    references: tuple[str, ...] = ()


def masked(lines: list[str]) -> str:
    """Write a field as it came, account numbers masked, those too that stand behind a mark without a space."""
    whole = "".join(lines)
    text = whole if _CODED.match(whole) else "\n".join(lines)
    return mask_numbers(_IBAN.sub("••", _AFTER_MARK.sub(r"\1••", text)))


def reference(text: str) -> str:
    """Take a reference, or "" for the words that say that there is none."""
    plain = text.strip().partition("\n")[0].strip()
    return "" if plain.upper().replace(" ", "") in _NOTHING else plain


def read_details(lines: list[str]) -> Details:
    """Read a field 86 in whatever way it is written."""
    whole = "".join(lines)
    coded = _CODED.match(whole)
    if coded is not None:
        return _read_coded(whole[coded.end() - 1 :], coded[1])
    if _SLASH_MARK.match(whole.lstrip()):
        return _read_slashed(whole)
    return Details(text=on_one_line(_unwrapped(lines)))


def read_non_swift(lines: list[str]) -> Details:
    """Read a field NS: numbered lines of purpose, name and kind."""
    told: dict[int, str] = {}
    for line in lines:
        found = _NON_SWIFT.match(line)
        if found is not None:
            told[int(found[1])] = found[2].strip()
    return Details(
        payee=on_one_line(told.get(15, ""), told.get(16, "")),
        text=on_one_line(told.get(17, ""), *(told.get(number, "") for number in range(1, 15))),
    )


def _unwrapped(lines: list[str]) -> str:
    """Lines as one text: a full line was cut wherever it ended, a shorter one ends a word."""
    return "".join(line if len(line) >= _FULL_LINE else f"{line} " for line in lines)


def _read_coded(whole: str, mark: str) -> Details:
    """Read `?00` to `?63` (the mark may be another sign): pieces of a purpose are cut at 27 signs, words or not."""
    parts = re.split(re.escape(mark) + r"(\d{2})", whole)
    told: dict[int, str] = {}
    for number, text in zip(parts[1::2], parts[2::2], strict=True):
        place = int(number)
        told[place] = told.get(place, "") + text
    pieces = (told.get(place, "") for place in (*range(20, 30), *range(60, 64)))
    purpose = "".join(f"\n{piece}" if _SEPA_MARK.match(piece) else piece for piece in pieces)
    plain, marked = _cut(_SEPA_MARK, purpose)
    references = tuple(filter(None, (reference(marked.get(mark, "")) for mark in ("EREF", "MREF", "KREF"))))
    text = on_one_line(told.get(0, ""), plain, marked.get("SVWZ", "")) or on_one_line(purpose)
    payee = on_one_line(told.get(32, "") + told.get(33, ""))
    return Details(payee, text, references)


def _read_slashed(whole: str) -> Details:
    plain, marked = _cut(_SLASH_MARK, whole.strip())
    payee = marked.get("NAME", "")
    if not payee:
        parts = marked.get("CNTP", "").split("/")
        payee = parts[2] if len(parts) >= _NAMED_PARTS else ""
    words = (plain, marked.get("TRTP", ""), marked.get("REMI", ""), marked.get("USTD", ""))
    text = on_one_line(*(word.strip("/ ") for word in words))
    references = tuple(
        filter(None, (reference(marked.get(mark, "").strip("/")) for mark in ("EREF", "MARF")))
    )
    return Details(on_one_line(payee.strip("/ ")), text or on_one_line(payee), references)


def _cut(marks: re.Pattern[str], text: str) -> tuple[str, dict[str, str]]:
    """Cut a text at its marks: what stands before the first, and what follows each; the first of equal ones counts."""
    parts = marks.split(text)
    told: dict[str, str] = {}
    for mark, words in zip(parts[1::2], parts[2::2], strict=True):
        if words.strip(" /"):
            told.setdefault(mark, words.strip())
    return parts[0], told
