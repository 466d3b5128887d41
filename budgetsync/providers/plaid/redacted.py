"""A row of Plaid's for a report: dates, amount, currency, category, and of all else the length. No id, no text."""

import json
import re
from typing import Any

_SHAPES = {
    "date": r"\d{4}-\d{2}-\d{2}",
    "authorized_date": r"\d{4}-\d{2}-\d{2}",
    "amount": r"-?\d{1,12}(\.\d{1,8})?([eE][+-]?\d{1,3})?",
    "iso_currency_code": r"[A-Za-z]{1,8}",
    "unofficial_currency_code": r"[A-Za-z]{1,8}",
    "pending": r"true|false",
}
_CATEGORY = re.compile(r"[A-Z][A-Z_]{1,80}")
_CATEGORY_PARTS = ("primary", "detailed", "confidence_level")
_FIELDS = 40
"""Fields of a row that are named; Plaid has about thirty."""
_NAME = re.compile(r"[a-z][a-z_]{0,40}")


def show_row(raw: bytes) -> str:
    """Show a row, a field in each line. What does not look as it should is told by its kind and length only.

    Any bytes are taken.
    """
    try:
        row = json.loads(raw, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        return f"{len(raw)} bytes that are no JSON"
    if not isinstance(row, dict):
        return f"{len(raw)} bytes of JSON, {_kind(row)}"
    lines = [
        f"{name}: {_show(name, value)}"
        for name, value in list(row.items())[:_FIELDS]
        if _NAME.fullmatch(name)
    ]
    if left_out := len(row) - len(lines):
        lines.append(f"... and {left_out} more fields")
    return "\n".join(lines)


def _show(name: str, value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if value is None:
        return "null"
    if name in _SHAPES:
        text = json.dumps(value) if isinstance(value, bool) else value
        if isinstance(text, str) and re.fullmatch(_SHAPES[name], text):
            return text
    if name == "personal_finance_category" and isinstance(value, dict):
        parts = [str(value.get(key)) for key in _CATEGORY_PARTS]
        return ", ".join(part for part in parts if _CATEGORY.fullmatch(part)) or _kind(value)
    return _kind(value)


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return f"text of {len(value)} characters"
        case list():
            return f"list of {len(value)}"
        case dict():
            return f"object of {len(value)} fields"
        case _:
            return "null"
