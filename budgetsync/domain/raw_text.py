"""What a source sent, made readable: indented, its figures as they came, account numbers masked. Pure."""

import json
import re
from typing import NamedTuple

_INDENT = "  "
_SHOWN = 4  # characters of a number that are shown, as banks print them
_NUMBERS = re.compile(
    r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"  # IBAN
    r"|(?<![\w.])\d{4}(?:[ -]\d{4}){2,3}(?:[ -]?\d{1,7})?(?!\w)"  # in groups, as on a card
    r"|(?<![\w.])\d{8,}(?![\w.])"
)
_NAMES = re.compile(r"(?i)(account|card|iban|routing|bic|sort)_?(number|code)?$|^iban$")


class _Figure(NamedTuple):
    """A number as it came: no float ever holds an amount."""

    text: str


def readable(raw: str) -> str:
    """Write raw JSON for people; what is no JSON is only masked."""
    try:
        content = json.loads(raw, parse_float=_Figure, parse_int=_Figure)
    except ValueError:
        return mask_numbers(raw)
    return _write(content, "", "")


def mask_numbers(text: str) -> str:
    """Leave of account and card numbers the last four characters."""
    return _NUMBERS.sub(lambda found: _masked(found.group()), text)


def _masked(text: str) -> str:
    return f"••{text[-_SHOWN:]}"


def _write(value: object, key: str, margin: str) -> str:
    inner = margin + _INDENT
    match value:
        case dict() if value:
            lines = (f"{inner}{_text(name)}: {_write(one, name, inner)}" for name, one in value.items())
            return "{\n" + ",\n".join(lines) + f"\n{margin}}}"
        case list() if value:
            return "[\n" + ",\n".join(inner + _write(one, key, inner) for one in value) + f"\n{margin}]"
        case _Figure(text):
            return text
        case str() if _NAMES.search(key) and len(value) > _SHOWN:
            return _text(_masked(value))
        case str():
            return _text(mask_numbers(value))
        case _:
            return json.dumps(value)


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
