"""What the program and the user did to the ledger: runs with what came of them, and the audit trail."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from budgetsync.domain.ids import AccountId, CommandId, ItemId, RunId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.sync import Counts, SyncRun, Trigger
from budgetsync.domain.transaction import TransactionState
from budgetsync.domain.webhook import InboxEntry


class Outcome(StrEnum):
    """Which runs are listed, by what came of them."""

    ALL = "all"
    NEWS = "news"
    """Those that changed rows."""
    TROUBLE = "trouble"
    """Those that did not succeed, or kept rows aside."""


@dataclass(frozen=True, slots=True)
class RunFilter:
    """Which runs are listed.

    Attributes:
        item_id: Of this connection only.
    """

    outcome: Outcome = Outcome.ALL
    item_id: ItemId | None = None


@dataclass(frozen=True, slots=True)
class RunLine:
    """A run as a list shows it.

    Attributes:
        bank: The institution's name.
        undone_by: The command that took back what it decided, if one did.
    """

    run: SyncRun
    bank: str
    undone_by: CommandId | None = None


@dataclass(frozen=True, slots=True)
class RunPage:
    """Runs, newest first.

    Attributes:
        following: Where the next page goes on; None = there is none.
        newest: The newest run that there was, listed or not.
    """

    lines: tuple[RunLine, ...]
    following: RunId | None
    newest: RunId


@dataclass(frozen=True, slots=True)
class Decided:
    """What a run decided by itself: that is what its undo takes back.

    Attributes:
        joined: Rows of the bank that it made part of rows which were there already.
        transfers: Pairs of own rows that it took for transfers.
        choices: Fields that rules or the history chose.
    """

    joined: int = 0
    transfers: int = 0
    choices: int = 0

    def __bool__(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self.joined or self.transfers or self.choices)


@dataclass(frozen=True, slots=True)
class AccountCounts:
    """What a run did to one account."""

    account: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class RunDetails:
    """Everything about one run.

    Attributes:
        accounts: Those whose rows it changed.
        events: The webhooks whose news it fetched, newest first, bounded.
    """

    line: RunLine
    accounts: tuple[AccountCounts, ...]
    events: tuple[InboxEntry, ...]
    decided: Decided


class Who(StrEnum):
    """Who made a change."""

    YOU = "you"
    BANK = "bank"
    """What the bank said, brought by a sync."""
    PROGRAM = "program"
    """What a sync decided by itself: rows joined, transfers paired, rules."""


class ChangedField(StrEnum):
    """What of a row was changed."""

    CREATED = "created"
    JOINED = "joined"
    """A source's row became part of it."""
    PAYEE = "payee"
    CATEGORY = "category"
    NOTE = "note"
    TAGS = "tags"
    PARTS = "parts"
    DATE = "date"
    HIDDEN = "hidden"
    REVIEWED = "reviewed"
    TRANSFER = "transfer"
    STATE = "state"
    AMOUNT = "amount"
    CURRENCY = "currency"
    BOOKED = "booked"
    """The day on which the bank booked it."""
    MERCHANT = "merchant"
    DESCRIPTION = "description"
    """The bank's own text."""
    BANK_CATEGORY = "bank-category"
    TAKEN_BACK = "taken-back"
    """The bank took it back after the user had edited it."""
    SOURCES = "sources"
    """What hangs on the row, and how it stands."""
    QUESTION = "question"
    """A removal that is held, or a suggestion."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a split row."""

    amount: Money
    category: str
    note: str


Value = str | bool | int | Money | date | TransactionState | tuple[str, ...] | tuple[Part, ...]
"""A field's value. A transfer's is the number of the other row."""


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change of one field.

    Attributes:
        at: Aware UTC.
        payee: Of the row, as it is shown now; so are amount, day and account.
        banks: Whether it is what the bank says of the field, beside what the user chose.
        old: None = nothing.
        run_id: The run that made it, with its trigger and its bank, or
        command_id: the user's command, with its description.
        undone_by: The command that took the run's decisions or the command back, if one did.
    """

    id: int
    at: datetime
    who: Who
    transaction_id: TransactionId
    payee: str
    amount: Money
    day: date
    account_id: AccountId
    account: str
    field: ChangedField
    banks: bool
    old: Value | None
    new: Value | None
    run_id: RunId | None = None
    trigger: Trigger | None = None
    bank: str = ""
    command_id: CommandId | None = None
    description: str = ""
    undone_by: CommandId | None = None


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which changes are listed. What is None or empty leaves nothing out.

    Attributes:
        item_id: Of rows in accounts of this connection.
        since: Made at or after this instant. Aware UTC.
        until: Made before this instant.
        text: Words that payee, the bank's text, a value or the command's description has, each of them.
    """

    who: Who | None = None
    fields: frozenset[ChangedField] = frozenset()
    account_id: AccountId | None = None
    item_id: ItemId | None = None
    since: datetime | None = None
    until: datetime | None = None
    text: str = ""
    run_id: RunId | None = None
    command_id: CommandId | None = None
    transaction_id: TransactionId | None = None


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Changes, newest first: fewer than were asked for where few fit, since a page also ends after a stretch.

    Attributes:
        following: Where the next page goes on; None = that was all.
        newest: The newest change that there was, listed or not.
    """

    entries: tuple[AuditEntry, ...]
    following: int | None
    newest: int


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a list of activity can be narrowed to.

    Attributes:
        banks: Every connection with its bank's name, removed ones too.
        accounts: Every account.
    """

    banks: tuple[tuple[ItemId, str], ...]
    accounts: tuple[tuple[AccountId, str], ...]
