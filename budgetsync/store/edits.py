"""What the user says of rows: fields, what to make of the bank's other opinion, rows that the bank took back."""

import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from peewee import SqliteDatabase

from budgetsync.domain.edits import Done, Edit, Unchanged, check_splits, clean, describe
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import CommandId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import FieldSource, Split
from budgetsync.domain.undo import EDIT, Stored
from budgetsync.store import tables
from budgetsync.store.journal import Journal
from budgetsync.store.merges import name_of, settle
from budgetsync.store.row_images import COLUMN_OF, Image, put, put_choice, put_splits, put_tags

_TEXTS = ("payee", "note")
_FLAGS = ("hidden", "reviewed")
_SHOWN_BY_THE_BANK = ("payee", "category", "date", "splits")


def edit(
    db: SqliteDatabase,
    transaction_ids: Sequence[TransactionId],
    wanted: Edit,
    now: datetime,
    *,
    portion_of: int | None = None,
    begun: CommandId | None = None,
) -> Done:
    """Write what the user wants of rows: values, that they are the user's choice, and the audit; one command.

    Args:
        portion_of: How many rows the command is about, where these are only some of them: what became part of
            another row meanwhile is passed over then.
        begun: The command, where an earlier portion wrote it.

    Raises:
        UsageError: No such row, or parts that do not add up; then nothing at all is changed.
    """
    journal = Journal(db, f"{EDIT}{' '.join(wanted.changed)}", now, begun)
    ids = list(dict.fromkeys(transaction_ids))
    category = _category_id(db, wanted.category) if "category" in wanted.changed else None
    splits = () if isinstance(wanted.splits, Unchanged) else wanted.splits or ()
    parts: list[dict[str, Stored]] = [
        {"amount": part.minor, "category_id": _category_id(db, part.category), "note": clean(part.note)}
        for part in splits
    ]
    day = wanted.date.isoformat() if isinstance(wanted.date, date) else None
    if portion_of is not None:
        ids = _editable(journal, ids)
    for number in ids:
        image = journal.touch(number)
        if image["observations"] is None:
            message = f"Transaction {number} has become part of another one."
            raise UsageError(message, action="Edit the row that it became part of.")
        writer = _RowEdit(journal, number, image)
        for field in wanted.changed:
            if field in _TEXTS:
                writer.choose(field, clean(getattr(wanted, field)))
            elif field in _FLAGS:
                writer.flag(field, wish=bool(getattr(wanted, field)))
            elif field == "category":
                writer.choose(field, category)
            elif field == "date":
                writer.choose(field, day)
            elif field == "tags":
                writer.tag(wanted)
            else:
                writer.split(parts, splits)
        writer.keep_in_sight()
    of = _rows(journal, ids) if portion_of is None else f"{portion_of:,} transactions"
    return journal.write(describe(wanted.changed, of))


def _editable(journal: Journal, ids: Sequence[TransactionId]) -> list[TransactionId]:
    """Leave out what is gone, or part of another row."""
    hanging = "SELECT EXISTS (SELECT 1 FROM observation WHERE transaction_id = ?)"
    return [number for number in ids if journal.connection.execute(hanging, (number,)).fetchone()[0]]


def take_banks(
    db: SqliteDatabase, transaction_ids: Iterable[TransactionId], fields: Sequence[str], now: datetime
) -> Done:
    """Let what the bank says now be the value, and drop the user's choice.

    Args:
        fields: Of payee, category, date, splits; none = all of which the bank says something else.

    Raises:
        UsageError: There is nothing of that kind to answer.
    """

    def take(journal: Journal, number: TransactionId, field: str) -> None:
        if field == "splits":
            put_splits(journal.connection, number, [])
        elif field != "date":
            put(journal.connection, number, COLUMN_OF.get(field, field), None)
        put_choice(journal.connection, number, field, None)
        settle(journal.connection, number)

    return _answer(db, transaction_ids, fields, now, "take", take)


def keep_mine(
    db: SqliteDatabase, transaction_ids: Iterable[TransactionId], fields: Sequence[str], now: datetime
) -> Done:
    """Keep what the user chose, and no longer show what the bank says beside it.

    Args:
        fields: As for `take_banks`.

    Raises:
        UsageError: There is nothing of that kind to answer.
    """

    def keep(journal: Journal, number: TransactionId, field: str) -> None:
        put(journal.connection, number, f"{field}:bank", None)

    return _answer(db, transaction_ids, fields, now, "keep", keep)


def restore(db: SqliteDatabase, transaction_ids: Iterable[TransactionId], now: datetime) -> Done:
    """Let rows count again that the bank took back, because the user says so.

    The account's proof then shows the difference, since the bank's balance is without them.

    Raises:
        UsageError: A row is not one that the bank took back.
    """
    journal = Journal(db, "restore", now)
    ids = list(transaction_ids)
    for number in ids:
        image = journal.touch(number)
        if image["state"] != "REMOVED" or image["observations"] is None:
            message = f"The bank did not take transaction {number} back."
            raise UsageError(message, action="See `budgetsync review` for the rows that it did.")
        state = "PENDING" if image["posted_on"] is None else "POSTED"
        put(journal.connection, number, "state", state)
        put(journal.connection, number, "bank_removed", 0)
        put_choice(journal.connection, number, "state", _users(journal))
    return journal.write(f"Restore of {_rows(journal, ids)}")


def let_go(db: SqliteDatabase, transaction_ids: Iterable[TransactionId], now: datetime) -> Done:
    """Let rows go out of sight that the bank took back and the user had edited.

    Raises:
        UsageError: A row is not one of those.
    """
    journal = Journal(db, "let go", now)
    ids = list(transaction_ids)
    for number in ids:
        if not journal.touch(number)["bank_removed"]:
            message = f"Transaction {number} is not one that the bank took back after you edited it."
            raise UsageError(message, action="See `budgetsync review` for those.")
        put(journal.connection, number, "bank_removed", 0)
    return journal.write(f"Letting go of {_rows(journal, ids)}")


class _RowEdit:
    """Edits one row, looked at before."""

    def __init__(self, journal: Journal, number: TransactionId, image: Image) -> None:
        self._journal = journal
        self._connection = journal.connection
        self._number = number
        self._image = image

    def choose(self, field: str, value: Stored) -> None:
        """Write a value as the user's choice; None takes the user's word back."""
        column = COLUMN_OF.get(field, field)
        source = None if value is None else FieldSource.USER.value
        if value == self._image[column] and self._source(field) == source:
            return
        if field != "date" or value is not None:
            put(self._connection, self._number, column, value)
        put_choice(self._connection, self._number, field, None if value is None else _users(self._journal))
        if field == "date" and value is None:
            settle(self._connection, self._number)
        put(self._connection, self._number, f"{field}:bank", None)

    def flag(self, field: str, *, wish: bool) -> None:
        """Set a mark; taking one off is a choice only where something weaker set it."""
        if wish is bool(self._image[field]):
            return
        put(self._connection, self._number, field, int(wish))
        chosen = wish or self._source(field) not in {None, FieldSource.USER.value}
        put_choice(self._connection, self._number, field, _users(self._journal) if chosen else None)

    def tag(self, wanted: Edit) -> None:
        """Give the row the tags that are wanted."""
        before: list[str] = json.loads(str(self._image["tags"] or "[]"))
        after = wanted.tags_after(before)
        if sorted(before) != sorted(after):
            put_tags(self._connection, self._number, list(after))
            put_choice(self._connection, self._number, "tags", _users(self._journal) if after else None)

    def split(self, parts: list[dict[str, Stored]], splits: Sequence[Split]) -> None:
        """Give the row parts, in stored form, after holding them to its amount."""
        image = self._image
        check_splits(splits, Money(int(str(image["amount"])), str(image["currency"])))
        before = json.loads(str(image["splits"] or "[]"))
        if before != parts:
            put_splits(self._connection, self._number, parts)
            put_choice(self._connection, self._number, "splits", _users(self._journal) if parts else None)
            put(self._connection, self._number, "splits:bank", None)

    def keep_in_sight(self) -> None:
        """Keep a row in sight that a run removed while the user was editing it."""
        if self._image["state"] == "REMOVED" and not self._image["bank_removed"]:
            put(self._connection, self._number, "bank_removed", 1)

    def _source(self, field: str) -> str | None:
        choice = self._image.get(f"{field}:choice")
        return None if choice is None else str(json.loads(str(choice))["source"])


def _answer(
    db: SqliteDatabase,
    transaction_ids: Iterable[TransactionId],
    fields: Sequence[str],
    now: datetime,
    kind: str,
    answer: Callable[[Journal, TransactionId, str], None],
) -> Done:
    journal = Journal(db, kind, now)
    ids, answered = list(transaction_ids), []
    for number in ids:
        image = journal.touch(number)
        open_fields = [
            field for field in fields or _SHOWN_BY_THE_BANK if image.get(f"{field}:bank") is not None
        ]
        if not open_fields:
            message = f"The bank says nothing else than you about transaction {number}."
            raise UsageError(message, action="See `budgetsync review` for what it says differently.")
        for field in open_fields:
            answer(journal, number, field)
        answered += open_fields
    words = {"take": "The bank's", "keep": "Your own"}[kind]
    listed = describe(tuple(dict.fromkeys(answered)), _rows(journal, ids))
    return journal.write(f"{words} {listed[0].lower()}{listed[1:]}")


def _users(journal: Journal) -> dict[str, str | int]:
    return {"source": FieldSource.USER.value, "at": journal.now}


def _rows(journal: Journal, ids: Sequence[TransactionId]) -> str:
    return name_of(journal.connection, ids[0]) if len(ids) == 1 else f"{len(ids):,} transactions"


def _category_id(db: SqliteDatabase, name: object) -> int | None:
    """Find the user's category of this name, or make it."""
    text = clean(name) if isinstance(name, str) else None
    if text is None:
        return None
    tables.Category.insert(name=text).on_conflict_ignore().execute(db)
    return int(tables.Category.select(tables.Category.id).where(tables.Category.name == text).get(db).id)
