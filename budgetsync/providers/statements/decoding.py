"""Bytes made text: by their mark, by what they are, and only then by what a header says of them."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEAST_TO_TELL = 8
_SURE = 0.4
_ASCII_NAMES = frozenset({"", "none", "usascii", "us-ascii", "ascii", "unicode"})


def is_wide(content: bytes) -> bool:
    """Tell whether it is UTF-16: by its mark, or since every other byte is zero."""
    return _wide(content) is not None


def decode(content: bytes, declared: str = "") -> tuple[str, str]:
    """Make text of bytes.

    Headers lie in both directions. What is valid UTF-8 is UTF-8, whatever is declared: text in another character
    set is so by accident almost never. What nobody can read as declared is windows-1252, as most programs write it.

    Args:
        declared: The name of a character set as the file gives it; "" where it gives none.

    Returns:
        The text, and the name of the character set that it was read in.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, "replace"), name
    wide = _wide(content)
    if wide is not None:
        return content.decode(wide, "replace"), wide
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _by_declaration(content, declared)
    return text, "utf-8"


def _by_declaration(content: bytes, declared: str) -> tuple[str, str]:
    for name in (known_name(declared), "cp1252"):
        if name and name != "utf-8":
            try:
                return content.decode(name), name
            except (UnicodeError, LookupError):
                continue
    return content.decode("latin-1"), "latin-1"


def known_name(declared: str) -> str:
    """Give the name that Python knows a character set by; "" where it is none, or plain ASCII."""
    name = declared.strip().strip("\"'").casefold()
    if name in _ASCII_NAMES:
        return ""
    for told in (f"cp{name}", name) if name.isdigit() else (name, name.replace("windows-", "cp")):
        try:
            found = codecs.lookup(told)
        except (LookupError, ValueError):
            continue
        if found._is_text_encoding:  # noqa: SLF001  # the only place that tells text from base64 and the like
            return found.name
    return ""


def _wide(content: bytes) -> str | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    head = content[:2_000]
    half = len(head) // 2
    if half < _LEAST_TO_TELL:
        return None
    if head[1::2].count(0) > half * _SURE and not head[::2].count(0):
        return "utf-16-le"
    if head[::2].count(0) > half * _SURE and not head[1::2].count(0):
        return "utf-16-be"
    return None
