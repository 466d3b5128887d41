"""Several statements of one account in a file, made one: what overlaps is told once."""

from dataclasses import replace

from budgetsync.domain.importing.identity import identify
from budgetsync.domain.statement import Statement, StatementFile


def join_statements(file: StatementFile) -> StatementFile:
    """Make one statement of all of one account and currency, in the order in which they begin.

    What a later one says again is left out. The balances are those of the first day and of the last one, where each
    statement begins with what the one before ended with; else they prove nothing together, and are left out.
    """
    by_account: dict[tuple[str, str], list[Statement]] = {}
    for place, statement in enumerate(file.statements):
        key = (statement.account.id or f"#{place}", statement.currency)
        by_account.setdefault(key, []).append(statement)
    if all(len(statements) == 1 for statements in by_account.values()):
        return file
    return replace(file, statements=[_join(statements) for statements in by_account.values()])


def _join(statements: list[Statement]) -> Statement:
    if len(statements) == 1:
        return statements[0]
    told: set[str] = set()
    first, *others = statements
    whole = Statement(first.account, first.currency, opening=first.opening, closing=first.closing)
    chained = True
    for statement in (first, *others):
        if statement is not first:
            chained = chained and _follows(whole, statement)
            whole.closing = statement.closing
        ids = identify(statement.entries)
        for entry, identity in zip(statement.entries, ids, strict=True):
            if identity is None or identity.exact in told:
                continue
            whole.entries.append(entry)
        told.update(identity.exact for identity in ids if identity is not None)
        whole.problems += statement.problems
    if not chained:
        whole.opening = whole.closing = None
    return whole


def _follows(before: Statement, after: Statement) -> bool:
    return (
        before.closing is not None
        and after.opening is not None
        and before.closing.minor == after.opening.minor
    )
