"""The commit of an import: accounts, observations, rows, audit and the one command that undoes them, in a transaction.

What is written is what the plan says: it is decided again within the transaction, and where the ledger has changed
since so that something else would come out, nothing is written and the newer plan is handed back.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from peewee import SqliteDatabase

from budgetsync.domain.errors import UsageError
from budgetsync.domain.events import ChangeSet
from budgetsync.domain.ids import AccountId, CommandId, TransactionId
from budgetsync.domain.importing import (
    ImportCounts,
    Imported,
    ImportPlan,
    PlannedEntry,
    PlanOutdated,
    Verdict,
)
from budgetsync.domain.item import FILES
from budgetsync.domain.reconcile import Join, JoinReason, PostedSuggestion, ReconcilePlan, Update
from budgetsync.domain.statement import Statement, StatementFormat
from budgetsync.domain.sync import Counts, Trigger
from budgetsync.domain.transaction import Observation, StoredObservation, TransactionState
from budgetsync.domain.undo import IMPORT
from budgetsync.store import sync_runs, tables, transfers
from budgetsync.store.accounts import AccountRef
from budgetsync.store.convert import to_millis
from budgetsync.store.importing import balances
from budgetsync.store.importing.deciding import Decided, choose, decide
from budgetsync.store.importing.places import (
    Place,
    find_place,
    have_account,
    have_source_account,
    item_by_hand,
    source_name,
)
from budgetsync.store.importing.planning import Choices, describe, ledger_version
from budgetsync.store.observations import load_accounts_of, load_leaders
from budgetsync.store.payloads import pack
from budgetsync.store.writer import RowWriter

_to_json = json.JSONEncoder(ensure_ascii=False).encode
_BLOCK = 500
"""Entries whose raw texts are packed together."""


def commit_import(
    db: SqliteDatabase,
    plan: ImportPlan,
    choices: Choices,
    now: datetime,
    on_progress: Callable[[int], None] = lambda _written: None,
) -> Imported:
    """Carry a plan out. Runs inside the caller's transaction.

    Args:
        choices: What a person chose instead of what was planned.
        on_progress: Told how many entries are written so far; what it raises undoes everything.

    Raises:
        UsageError: A statement has no account yet.
        PlanOutdated: The ledger has changed, and something else would be done; nothing was written.
    """
    version = ledger_version(db)
    is_current = version == plan.version
    looked = [
        _look(db, plan, number, choices, is_current=is_current) for number in range(len(plan.statements))
    ]
    if not is_current:
        _check_still_so(plan, looked, version)
    if not any(_writes(one.decided) for one in looked):
        return _nothing(looked)
    item_id = item_by_hand(db, FILES, now)
    run_id = sync_runs.open_run(db, item_id, Trigger.IMPORT, "", now)
    command_id = CommandId(
        tables.Command.insert(
            kind=IMPORT, done_at=to_millis(now), description=f"Import of {plan.path.name}", import_run=run_id
        ).execute(db)
    )
    references: dict[str, AccountRef] = {}
    reconciled = ReconcilePlan()
    accounts: list[AccountId] = []
    for one in looked:
        account_id = have_account(db, one.place, one.statement.account.mask, now)
        accounts.append(account_id)
        name = source_name(one.statement, account_id)
        references[name] = have_source_account(db, item_id, account_id, plan.file.format.value, name)
        _reconcile(db, plan.file.format, one, name, account_id, reconciled)
    writer = RowWriter(db, run_id, references, to_millis(now), on_progress, command_id)
    writer.write(reconciled)
    transfers.drop_broken(db, writer.touched, run_id, now, writer.derived)
    if writer.days is not None:
        transfers.pair_around(db, run_id, *writer.days, now, writer.derived)
    writer.finish()
    for one, account_id in zip(looked, accounts, strict=True):
        balances.save_stated(db, run_id, account_id, one.statement, now)
    problems = sum(len(one.statement.problems) for one in looked)
    total = sync_runs.close_applied(
        db,
        run_id,
        now,
        cursor_after="",
        pages=len(looked),
        requests=0,
        problems=problems,
        by_account=writer.counts,
    )
    counts = tuple(_counts(one) for one in looked)
    return Imported(command_id, run_id, writer.change_set(total), counts, tuple(accounts))


@dataclass(slots=True)
class _Looked:
    """A statement with what is decided on it."""

    statement: Statement
    place: Place
    decided: Decided


def _look(
    db: SqliteDatabase, plan: ImportPlan, number: int, choices: Choices, *, is_current: bool
) -> _Looked:
    """Take what the plan says of a statement, or decide anew where the ledger is another one by now."""
    statement, planned = plan.file.statements[number], plan.statements[number]
    place = find_place(db, plan.file.format, statement, planned.account)
    if place.chosen is None:
        message = "It is not said to which account this statement belongs."
        raise UsageError(message, action="Name the account with --account, or choose it in the preview.")
    chosen = choices.get(number, {})
    if is_current:
        decided = Decided(list(planned.entries), planned.ids, planned.told)
        choose(decided.entries, chosen)
    else:
        decided = decide(db, plan.file.format, statement, place, dict(chosen))
    return _Looked(statement, place, decided)


def _check_still_so(plan: ImportPlan, looked: Sequence[_Looked], version: int) -> None:
    now = [describe(one.statement, one.place, one.decided) for one in looked]
    before = [_outcome(statement.entries) for statement in plan.statements]
    if before != [_outcome(statement.entries) for statement in now]:
        raise PlanOutdated(ImportPlan(plan.path, plan.file, now, version))


def _outcome(entries: Iterable[PlannedEntry]) -> list[tuple[Verdict, TransactionId | None]]:
    return [(entry.verdict, entry.row) for entry in entries if not entry.chosen]


def _writes(decided: Decided) -> bool:
    return any(_writes_entry(entry, decided.known.get(place)) for place, entry in enumerate(decided.entries))


def _writes_entry(entry: PlannedEntry, known: StoredObservation | None) -> bool:
    if entry.verdict is Verdict.KNOWN:
        return known is not None and is_booked_now(known, entry.state)
    if entry.verdict is Verdict.DELETED:
        return known is None
    return entry.verdict is not Verdict.SKIPPED


def _reconcile(
    db: SqliteDatabase,
    source: StatementFormat,
    one: _Looked,
    name: str,
    account_id: AccountId,
    reconciled: ReconcilePlan,
) -> None:
    """Put a statement's verdicts into the form in which rows are written."""
    observations = list(_observe(source, one, name))
    rows = [
        entry.row
        for entry in one.decided.entries
        if entry.row is not None and entry.verdict in {Verdict.MATCHED, Verdict.DOUBTFUL, Verdict.DELETED}
    ]
    leaders = load_leaders(db, rows)
    accounts = load_accounts_of(db, [*rows, *(known.transaction_id for known in one.decided.known.values())])
    for row in rows:
        if row not in leaders or accounts.get(row) != account_id:
            message = f"Transaction {row} is not there, or in another account."
            raise UsageError(message, action="Choose another one, or take the entry as new.")
    for place, entry in enumerate(one.decided.entries):
        if not one.decided.ids[place]:
            continue  # said twice by the file
        observation, known = observations[place], one.decided.known.get(place)
        if known is not None:
            is_here = accounts.get(known.transaction_id) == account_id
            _revive(entry, known, observation, reconciled, is_here=is_here)
        elif entry.verdict is Verdict.NEW:
            reconciled.inserts.append(observation)
        elif entry.verdict in {Verdict.MATCHED, Verdict.DELETED} and entry.row in leaders:
            reconciled.joins.append(Join(leaders[entry.row], observation, JoinReason.MATCHED))
        elif entry.verdict is Verdict.DOUBTFUL:
            reconciled.inserts.append(observation)
            reconciled.suggestions += [
                PostedSuggestion(leaders[row], observation, JoinReason.MATCHED)
                for row in (entry.row, *entry.others)[:1]
                if row in leaders
            ]


def is_booked_now(known: StoredObservation, state: TransactionState) -> bool:
    """Whether a source tells as booked what it told as pending."""
    return known.state is TransactionState.PENDING and state is TransactionState.POSTED


def _revive(
    entry: PlannedEntry,
    known: StoredObservation,
    observation: Observation,
    reconciled: ReconcilePlan,
    *,
    is_here: bool,
) -> None:
    """Bring back what an undone import had told, and book what was pending; all else stays as the source said it."""
    if (entry.verdict is Verdict.KNOWN and is_booked_now(known, observation.state)) or (
        entry.verdict is Verdict.NEW and known.row_state is TransactionState.REMOVED and is_here
    ):
        reconciled.updates.append(Update(known, observation))
    elif entry.verdict is Verdict.NEW:
        reconciled.returned.append(Update(known, observation))


def _observe(source: StatementFormat, one: _Looked, name: str) -> Iterable[Observation]:
    currency = one.place.currency
    entries = iter(one.statement.entries)
    at = 0
    while block := list(islice(entries, _BLOCK)):
        payload = pack(
            [
                _to_json({"format": source.value, "line": entry.line, "text": entry.raw}).encode()
                for entry in block
            ]
        )
        for place, entry in enumerate(block):
            yield Observation(
                name,
                one.decided.ids[at + place],
                entry.state,
                entry.minor,
                currency,
                entry.transacted_on,
                entry.posted_on,
                entry.payee,
                entry.description or entry.payee,
                None,
                None,
                None,
                payload,
                place,
            )
        at += len(block)


def _counts(one: _Looked) -> ImportCounts:
    return describe(one.statement, one.place, one.decided).counts


def _nothing(looked: Sequence[_Looked]) -> Imported:
    empty = ChangeSet(frozenset(), (), complete=True, counts=Counts())
    return Imported(None, None, empty, tuple(_counts(one) for one in looked))
