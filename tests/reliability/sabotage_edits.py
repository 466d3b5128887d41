"""Mistakes in edits of many rows and in files for other programs."""

from __future__ import annotations

from tests.reliability.sabotage_kind import Sabotage

PORTIONS, EXPORT = "budgetsync/store/portions.py", "budgetsync/store/export.py"
COMMAS = "budgetsync/domain/export/comma_separated.py"
BY_PORTIONS, EXPORTED = "tests/unit/store/test_portions.py", "tests/unit/store/test_export.py"

OF_THE_EDITS = (
    Sabotage(
        "each portion of an edit is a command of its own",
        PORTIONS,
        "at=reached, begun=done.command_id)",
        "at=reached, begun=None)",
        (f"{BY_PORTIONS}::test_thousands_of_rows_are_one_step_of_undo",),
    ),
    Sabotage(
        "an edit goes on under a command that is undone",
        PORTIONS,
        "if begun is not None and _is_undone(db, begun):",
        "if begun is not None and begun < 0:",
        (f"{BY_PORTIONS}::test_nothing_is_added_to_a_command_that_another_program_has_undone",),
    ),
    Sabotage(
        "a cell of CSV may be a formula",
        COMMAS,
        '    return f"\'{text}" if text.startswith(_FORMULA_STARTS) else text\n',
        "    return text\n",
        ("tests/unit/domain/test_export.py",),
    ),
    Sabotage(
        "an export is written under its own name from the beginning",
        EXPORT,
        "appearing(file) as partial, partial.open(",
        "file.open(",
        (f"{EXPORTED}::test_a_cancelled_export_leaves_what_was_there",),
    ),
)
