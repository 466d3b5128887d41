"""What became of one row: who changed what and when, and what every source said of it."""

from dataclasses import dataclass
from datetime import date, datetime

from budgetsync.domain.ids import CommandId, ObservationId, RunId
from budgetsync.domain.money import Money
from budgetsync.domain.sync import Trigger
from budgetsync.domain.transaction import FieldSource, Transaction, TransactionState


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one field, by a run or by a command.

    Attributes:
        field: As the user knows it; "created" for the beginning, "joined" where a source's row became part of it.
        old: In words; None = nothing.
        at: Aware UTC.
        run_id: The sync that made it, with its trigger, or
        command_id: the user's command, with its description.
        undone: Whether the run or command was taken back since.
    """

    field: str
    old: str | None
    new: str | None
    source: FieldSource
    at: datetime
    run_id: RunId | None
    trigger: Trigger | None
    command_id: CommandId | None
    description: str
    undone: bool


@dataclass(frozen=True, slots=True)
class ObservationRecord:
    """What one source said of the row, as it said it last.

    Attributes:
        joined_by: Why it became part of the row; None = the row began with it.
        first_run: The sync that brought it.
        last_run: The sync that last changed it.
    """

    id: ObservationId
    source: str
    source_account_id: str
    source_transaction_id: str
    state: TransactionState
    amount: Money
    transacted_on: date
    posted_on: date | None
    merchant: str
    original_description: str
    provider_category: str | None
    joined_by: str | None
    first_run: RunId
    last_run: RunId


@dataclass(frozen=True, slots=True)
class History:
    """A row, its changes oldest first, and its observations in the order in which they came."""

    transaction: Transaction
    entries: tuple[HistoryEntry, ...]
    observations: tuple[ObservationRecord, ...]
