"""What belongs to rows beside their columns: tags, parts, transfers, what the bank says; loaded for a page at once."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from peewee import SqliteDatabase

from budgetsync.domain.category import describe
from budgetsync.domain.ids import TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import Split
from budgetsync.store.raw import connection_of

_CHUNK = 500


@dataclass(slots=True)
class Attachments:
    """What belongs to one row."""

    tags: list[str] = field(default_factory=list)
    splits: list[Split] = field(default_factory=list)
    bank_values: dict[str, str] = field(default_factory=dict)
    transfer: TransactionId | None = None


def load_attachments(db: SqliteDatabase, numbers: Sequence[int]) -> Mapping[int, Attachments]:
    """Load what belongs to rows: four queries for each five hundred of them.

    Returns:
        By row; rows that have nothing get an empty one when asked for.
    """
    found: dict[int, Attachments] = defaultdict(Attachments)
    connection = connection_of(db)
    for start in range(0, len(numbers), _CHUNK):
        chunk = list(numbers[start : start + _CHUNK])
        marks = ",".join("?" * len(chunk))
        for number, name in connection.execute(
            f"SELECT transaction_id, name FROM tag WHERE transaction_id IN ({marks}) ORDER BY name", chunk
        ):
            found[number].tags.append(name)
        for number, minor, category, note in connection.execute(
            "SELECT s.transaction_id, s.amount, c.name, s.note FROM split s "
            "LEFT JOIN category c ON c.id = s.category_id "
            f"WHERE s.transaction_id IN ({marks}) ORDER BY s.transaction_id, s.position",
            chunk,
        ):
            found[number].splits.append(Split(minor, category, note))
        for number, name, value in connection.execute(
            "SELECT transaction_id, field, bank_value FROM field_choice "
            f"WHERE bank_value IS NOT NULL AND transaction_id IN ({marks})",
            chunk,
        ):
            found[number].bank_values[name] = value
        for column, other in (("out_id", "in_id"), ("in_id", "out_id")):
            for number, half in connection.execute(
                f"SELECT {column}, {other} FROM transfer WHERE {column} IN ({marks})", chunk
            ):
                found[number].transfer = TransactionId(half)
    return found


def say(field_name: str, value: str, currency: str) -> str:
    """Put what the bank says of a field into words."""
    if field_name == "category":
        return describe(value)
    if field_name == "splits":
        return f"{Money(int(value), currency).decimal:f}"
    return value
