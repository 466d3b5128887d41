"""The plan of an import: every statement of a file beside the ledger as it is now. Reads only."""

from collections.abc import Mapping
from pathlib import Path

from peewee import SqliteDatabase

from budgetsync.domain.importing import Choice, ChosenAccount, ImportPlan, PlannedStatement
from budgetsync.domain.statement import Statement, StatementFile
from budgetsync.store.importing.deciding import Decided, decide
from budgetsync.store.importing.places import Place, find_place
from budgetsync.store.raw import connection_of

Choices = Mapping[int, Mapping[int, Choice]]
"""By the statement's place in the file and the entry's place in the statement."""


def plan_import(
    db: SqliteDatabase,
    path: Path,
    file: StatementFile,
    accounts: Mapping[int, ChosenAccount],
    choices: Choices | None = None,
) -> ImportPlan:
    """Plan what importing a file does.

    Args:
        accounts: Where statements go, by their place in the file; those not named go where they surely belong.

    Raises:
        UsageError: A named account is not there, or is kept in another currency.
    """
    planned = []
    for number, statement in enumerate(file.statements):
        place = find_place(db, file.format, statement, accounts.get(number))
        if place.chosen is None:
            planned.append(describe(statement, place, Decided()))
            continue
        decided = decide(db, file.format, statement, place, dict((choices or {}).get(number, {})))
        planned.append(describe(statement, place, decided))
    return ImportPlan(path, file, planned, ledger_version(db))


def describe(statement: Statement, place: Place, decided: Decided) -> PlannedStatement:
    """Show a statement as the preview does."""
    days = [entry.transacted_on for entry in statement.entries]
    return PlannedStatement(
        place.chosen,
        place.name,
        place.currency,
        statement.proof,
        decided.entries,
        statement.problems,
        min(days, default=None),
        max(days, default=None),
        decided.ids,
        decided.known,
    )


def ledger_version(db: SqliteDatabase) -> int:
    """Tell which ledger this is: another number after any change of a row."""
    return int(connection_of(db).execute("SELECT ifnull(max(id), 0) FROM change").fetchone()[0])
