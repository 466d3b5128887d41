"""What each entry of a statement is: told before, a row that another source told, possibly one, or new. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from peewee import SqliteDatabase

from budgetsync.domain.ids import TransactionId
from budgetsync.domain.importing import Choice, PlannedEntry, Verdict
from budgetsync.domain.importing.identity import Identity, find_known, identify, ids_of
from budgetsync.domain.matching import NEAR, Doubt, FreshRow, Match, match
from budgetsync.domain.money import Money
from budgetsync.domain.statement import Statement, StatementEntry, StatementFormat
from budgetsync.domain.transaction import ObservationKey, StoredObservation, TransactionState
from budgetsync.store.importing.own import load_own
from budgetsync.store.importing.places import Place
from budgetsync.store.matching_rows import load_deleted, load_known, only_files
from budgetsync.store.observations import load_told


@dataclass(slots=True)
class Decided:
    """A statement looked at beside the ledger.

    Attributes:
        entries: One for each entry, in their order.
        ids: The id that each entry's observation has or takes; "" for one that the file says twice.
        known: What this very source said before, by the entry's place.
    """

    entries: list[PlannedEntry] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    known: dict[int, StoredObservation] = field(default_factory=dict)


def decide(
    db: SqliteDatabase,
    source: StatementFormat,
    statement: Statement,
    place: Place,
    choices: dict[int, Choice] | None = None,
) -> Decided:
    """Decide what becomes of every entry of a statement.

    Args:
        choices: What a person chose instead, by the entry's place.
    """
    decided = Decided()
    name = place.source_account
    identities = identify(statement.entries)
    stored: dict[ObservationKey, StoredObservation] = {}
    if name:
        stored = load_told(db, source.value, name, ids_of(identities))
    deleted = load_deleted(db, place.chosen) if isinstance(place.chosen, int) else frozenset()
    own = {number: row for number, (of, row) in load_own(db, statement).items() if of == place.chosen}
    fresh: list[FreshRow] = []
    for number, (entry, identity) in enumerate(zip(statement.entries, identities, strict=True)):
        taken, known = _look_up(entry, identity, name, stored)
        decided.ids.append(taken)
        verdict = _verdict(identity, known, deleted)
        row = known.transaction_id if known is not None else None
        if known is None and number in own:
            row = own[number]
            verdict = Verdict.DELETED if row in deleted else Verdict.KNOWN
        if known is not None:
            decided.known[number] = known
        elif verdict is Verdict.NEW:
            fresh.append(_to_fresh(number, entry, place.currency))
        decided.entries.append(_plan(number, entry, verdict, place.currency, row))
    if fresh and isinstance(place.chosen, int):
        _match(db, source, place, fresh, deleted, decided)
    choose(decided.entries, choices or {})
    return decided


def choose(entries: list[PlannedEntry], choices: Mapping[int, Choice]) -> None:
    """Put what a person chose in the place of what was planned."""
    for number, choice in choices.items():
        entries[number] = _chosen(entries[number], choice)


def _look_up(
    entry: StatementEntry,
    identity: Identity | None,
    name: str,
    stored: dict[ObservationKey, StoredObservation],
) -> tuple[str, StoredObservation | None]:
    if identity is None:
        return "", None
    if not stored:
        return identity.own or identity.exact, None
    return find_known(entry, identity, name, stored)


def _verdict(
    identity: Identity | None, known: StoredObservation | None, deleted: frozenset[TransactionId]
) -> Verdict:
    if identity is None:
        return Verdict.KNOWN
    if known is None:
        return Verdict.NEW
    if known.transaction_id in deleted:
        return Verdict.DELETED
    return Verdict.NEW if known.state is TransactionState.REMOVED else Verdict.KNOWN


def _match(
    db: SqliteDatabase,
    source: StatementFormat,
    place: Place,
    fresh: list[FreshRow],
    deleted: frozenset[TransactionId],
    decided: Decided,
) -> None:
    """Find among the account's rows those that the fresh entries are."""
    assert isinstance(place.chosen, int)
    first = min(min(row.days) for row in fresh)
    last = max(max(row.days) for row in fresh)
    rows = load_known(db, place.chosen, (source.value, place.source_account), first, last)
    told = match(rows, fresh, 0 if only_files(db, place.chosen) else NEAR)
    for one in told.matches:
        verdict = Verdict.DELETED if one.row in deleted else Verdict.MATCHED
        decided.entries[one.place] = _joined(decided.entries[one.place], one, verdict)
    for doubt in told.doubts:
        decided.entries[doubt.place] = _doubted(decided.entries[doubt.place], doubt)


def _to_fresh(number: int, entry: StatementEntry, currency: str) -> FreshRow:
    days: tuple[date, ...] = (entry.transacted_on,)
    if entry.posted_on is not None and entry.posted_on != entry.transacted_on:
        days = (entry.transacted_on, entry.posted_on)
    texts = tuple(text for text in (entry.payee, entry.description) if text)
    return FreshRow(number, entry.state, entry.minor, currency, days, texts, entry.references)


def _plan(
    number: int, entry: StatementEntry, verdict: Verdict, currency: str, row: TransactionId | None
) -> PlannedEntry:
    return PlannedEntry(
        number,
        entry.line,
        verdict,
        entry.state,
        Money(entry.minor, currency),
        entry.transacted_on,
        entry.payee,
        entry.description,
        row,
    )


def _joined(entry: PlannedEntry, one: Match, verdict: Verdict) -> PlannedEntry:
    return entry._replace(verdict=verdict, row=one.row, why=one.signals)


def _doubted(entry: PlannedEntry, doubt: Doubt) -> PlannedEntry:
    first, *others = doubt.rows
    return entry._replace(verdict=Verdict.DOUBTFUL, row=first, others=tuple(others), why=doubt.signals)


def _chosen(entry: PlannedEntry, choice: Choice) -> PlannedEntry:
    if entry.verdict is Verdict.KNOWN:
        return entry  # the source told it before: there is nothing to choose
    return entry._replace(verdict=choice.verdict, row=choice.row, chosen=True)
