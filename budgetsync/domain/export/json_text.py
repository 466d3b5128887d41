"""Rows as JSON: one object, with a line for each row."""

import json
from datetime import UTC
from typing import Final

from budgetsync.domain.export.fields import row_fields
from budgetsync.domain.export.format import Format, Heading
from budgetsync.domain.transaction import Transaction

_SHAPE: Final = "budgetsync transactions"
_VERSION: Final = 1


def _begin(heading: Heading) -> str:
    told = {
        "format": _SHAPE,
        "version": _VERSION,
        "exported_at": heading.at.astimezone(UTC).isoformat(timespec="seconds"),
        "search": heading.search,
    }
    return f'{json.dumps(told, ensure_ascii=False)[:-1]}, "transactions": ['


def _row(row: Transaction, is_first: bool) -> str:  # noqa: FBT001 - as Format calls it
    text = json.dumps(row_fields(row), ensure_ascii=False)
    return f"\n{text}" if is_first else f",\n{text}"


def _end(_rows: int) -> str:
    return "\n]}\n"


JSON: Final = Format("json", "JSON", _begin, _row, _end)
"""The names and values of `row_fields`, under `transactions`; `version` grows when one of them changes its meaning."""
