"""Rows as JSON: one object, with a line for each row."""

import json
from collections.abc import Iterator
from datetime import UTC
from typing import Final

from budgetsync.domain.export.fields import row_fields
from budgetsync.domain.export.format import Export, Format

_SHAPE: Final = "budgetsync transactions"
_VERSION: Final = 1


def _write(export: Export) -> Iterator[str]:
    told = {
        "format": _SHAPE,
        "version": _VERSION,
        "exported_at": export.at.astimezone(UTC).isoformat(timespec="seconds"),
        "ledger": export.ledger,
        "search": export.search,
    }
    yield f'{json.dumps(told, ensure_ascii=False)[:-1]}, "transactions": ['
    between = "\n"
    for row in export.rows:
        yield between + json.dumps(row_fields(row), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


JSON: Final = Format("json", "JSON", _write, "json")
"""The names and values of `row_fields`, under `transactions`; `version` grows when one of them changes its meaning."""
