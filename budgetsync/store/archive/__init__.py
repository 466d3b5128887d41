"""The whole ledger as one file of readable text: `archive export`, and `archive import` into an empty ledger.

The file is a zip. For each table there is `<table>.jsonl`, UTF-8, one row a line, in the order of its key; each
line is a JSON object with the table's columns. Amounts, days and instants are as in the ledger (whole minor
units, ISO days, milliseconds since 1970 UTC). A provider's raw row stands in the line as the JSON that it came as,
blanks between its tokens aside; bytes that are no JSON are under the column's name with `_base64` behind it.

`manifest.json` stands last: format, schema, environment, when it was made, and of each table its columns, its
number of rows and the SHA-256 of its lines. No secret is in it, since none is in the ledger.
"""

from budgetsync.store.archive.layout import Manifest
from budgetsync.store.archive.reading import import_archive
from budgetsync.store.archive.writing import export_archive

__all__ = ["Manifest", "export_archive", "import_archive"]
