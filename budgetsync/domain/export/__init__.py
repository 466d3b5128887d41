"""Rows as files for other programs: one place that knows the formats, each written row by row.

Another format is a module with a `Format` in it, named in FORMATS.
"""

from typing import Final

from budgetsync.domain.export.comma_separated import CSV
from budgetsync.domain.export.fields import row_fields
from budgetsync.domain.export.format import Format, Heading
from budgetsync.domain.export.json_text import JSON

FORMATS: Final[dict[str, Format]] = {each.name: each for each in (CSV, JSON)}
"""By the name under which they are asked for, which is also how their files end."""

__all__ = ["CSV", "FORMATS", "JSON", "Format", "Heading", "row_fields"]
