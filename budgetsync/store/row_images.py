"""Everything about one row in its stored form, field by field: what the audit compares, and what undo puts back.

Beside the row's own columns: `tags`, `splits` and `transfer` as JSON, `X:choice` (who chose X) and `X:bank` (what
the bank says of it), `observations` (which hang on it, and why), `observation:N`, `held:N` and `suggestion:K:N`
(how each stands).
"""

import json
import sqlite3
from typing import Any

from budgetsync.domain.undo import Stored

COLUMNS = (
    "state",
    "amount",
    "currency",
    "transacted_on",
    "posted_on",
    "merchant",
    "payee",
    "original_description",
    "provider_category",
    "category_id",
    "note",
    "hidden",
    "reviewed",
    "bank_removed",
)
COLUMN_OF = {"category": "category_id", "date": "transacted_on"}
"""The column of what a user chooses, where it has another name."""

Image = dict[str, Stored]


def load_image(connection: sqlite3.Connection, number: int) -> Image | None:
    """Load a row; what it does not have is not in the image. None where there is no such row."""
    row = connection.execute(
        f'SELECT {", ".join(COLUMNS)} FROM "transaction" WHERE id = ?', (number,)
    ).fetchone()
    if row is None:
        return None
    image: Image = dict(zip(COLUMNS, row, strict=True))
    image["tags"] = load_tags(connection, number)
    image["splits"] = load_splits(connection, number)
    image["transfer"] = load_transfer(connection, number)
    for field, source, at, bank in connection.execute(
        "SELECT field, source, chosen_at, bank_value FROM field_choice WHERE transaction_id = ?", (number,)
    ):
        image[f"{field}:choice"] = _json({"source": source, "at": at})
        image[f"{field}:bank"] = bank
    _look_at_observations(connection, number, image)
    for kind, other, *standing in connection.execute(
        "SELECT kind, second_id, state, reason, run_id, suggested_at FROM suggestion "
        "WHERE kind IN ('posted', 'transfer') AND first_id = ?",
        (number,),
    ):
        image[f"suggestion:{kind}:{other}"] = _json(standing)
    return image


def load_tags(connection: sqlite3.Connection, number: int) -> str | None:
    """A row's tags as JSON, in their order; None without any."""
    rows = connection.execute("SELECT name FROM tag WHERE transaction_id = ? ORDER BY name", (number,))
    return _json_or_none([name for (name,) in rows])


def load_splits(connection: sqlite3.Connection, number: int) -> str | None:
    """A row's parts as JSON, in their order; None without any."""
    rows = connection.execute(
        "SELECT amount, category_id, note FROM split WHERE transaction_id = ? ORDER BY position", (number,)
    )
    return _json_or_none([dict(zip(("amount", "category_id", "note"), row, strict=True)) for row in rows])


def load_transfer(connection: sqlite3.Connection, number: int) -> str | None:
    """A row's other half as JSON, with who paired them; None where it is half of nothing."""
    row = connection.execute(
        "SELECT in_id, source, run_id, paired_at FROM transfer WHERE out_id = ?1 "
        "UNION ALL SELECT out_id, source, run_id, paired_at FROM transfer WHERE in_id = ?1",
        (number,),
    ).fetchone()
    return None if row is None else _json(dict(zip(("with", "source", "run", "at"), row, strict=True)))


def put(connection: sqlite3.Connection, number: int, field: str, value: Stored) -> None:
    """Put one field of a row to a stored value. `observations` are moved elsewhere: two rows are concerned."""
    name, _, rest = field.partition(":")
    if field in COLUMNS:
        connection.execute(f'UPDATE "transaction" SET {field} = ? WHERE id = ?', (value, number))
    elif field == "tags":
        put_tags(connection, number, _parsed(value, []))
    elif field == "splits":
        put_splits(connection, number, _parsed(value, []))
    elif field == "transfer":
        _put_transfer(connection, number, _parsed(value, None))
    elif name == "observation":
        connection.execute("UPDATE observation SET state = ? WHERE id = ?", (value, int(rest)))
    elif name == "held":
        connection.execute("UPDATE held_removal SET state = ? WHERE observation_id = ?", (value, int(rest)))
    elif name == "suggestion":
        kind, _, other = rest.partition(":")
        put_suggestion(connection, kind, number, int(other), _parsed(value, None))
    elif rest == "choice":
        put_choice(connection, number, name, _parsed(value, None))
    else:
        connection.execute(
            "UPDATE field_choice SET bank_value = ? WHERE transaction_id = ? AND field = ?",
            (value, number, name),
        )


def put_tags(connection: sqlite3.Connection, number: int, names: list[str]) -> None:
    """Give a row exactly these tags."""
    connection.execute("DELETE FROM tag WHERE transaction_id = ?", (number,))
    connection.executemany(
        "INSERT INTO tag (transaction_id, name) VALUES (?, ?)", [(number, name) for name in names]
    )


def put_splits(connection: sqlite3.Connection, number: int, parts: list[dict[str, Any]]) -> None:
    """Give a row exactly these parts: amount, category_id and note of each."""
    connection.execute("DELETE FROM split WHERE transaction_id = ?", (number,))
    connection.executemany(
        "INSERT INTO split (transaction_id, position, amount, category_id, note) VALUES (?, ?, ?, ?, ?)",
        [
            (number, position, part["amount"], part["category_id"], part["note"])
            for position, part in enumerate(parts)
        ],
    )


def fit_splits(connection: sqlite3.Connection, number: int) -> None:
    """Let the last part of a split row take what a changed amount (a tip) adds or takes."""
    connection.execute(
        "UPDATE split SET amount = amount + "
        '(SELECT amount FROM "transaction" WHERE id = ?1) - (SELECT sum(amount) FROM split WHERE transaction_id = ?1) '
        "WHERE transaction_id = ?1 AND position = (SELECT max(position) FROM split WHERE transaction_id = ?1)",
        (number,),
    )


def put_choice(
    connection: sqlite3.Connection, number: int, field: str, choice: dict[str, Any] | None
) -> None:
    """Write down who chose a field and when (milliseconds UTC), or that nobody did."""
    if choice is None:
        connection.execute("DELETE FROM field_choice WHERE transaction_id = ? AND field = ?", (number, field))
        return
    connection.execute(
        "INSERT INTO field_choice (transaction_id, field, source, chosen_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET source = excluded.source, chosen_at = excluded.chosen_at",
        (number, field, choice["source"], choice["at"]),
    )


def put_suggestion(
    connection: sqlite3.Connection, kind: str, first: int, second: int, standing: list[Any] | None
) -> None:
    """Put a suggestion to state, reason, run and instant, or away."""
    if standing is None:
        connection.execute(
            "DELETE FROM suggestion WHERE kind = ? AND first_id = ? AND second_id = ?", (kind, first, second)
        )
        return
    connection.execute(
        "INSERT INTO suggestion (kind, first_id, second_id, state, reason, run_id, suggested_at) "
        'SELECT ?, ?, t.id, ?, ?, ?, ? FROM "transaction" t WHERE t.id = ? '  # the other may be deleted for good
        "ON CONFLICT DO UPDATE SET state = excluded.state, reason = excluded.reason, "
        "run_id = excluded.run_id, suggested_at = excluded.suggested_at",
        (kind, first, *standing, second),
    )


def _look_at_observations(connection: sqlite3.Connection, number: int, image: Image) -> None:
    hanging = connection.execute(
        "SELECT o.id, o.joined_by, o.state, h.state FROM observation o "
        "LEFT JOIN held_removal h ON h.observation_id = o.id WHERE o.transaction_id = ? ORDER BY o.id",
        (number,),
    ).fetchall()
    image["observations"] = _json_or_none([[one, joined_by] for one, joined_by, *_ in hanging])
    for one, _, state, held in hanging:
        image[f"observation:{one}"] = state
        if held is not None:
            image[f"held:{one}"] = held


def _put_transfer(connection: sqlite3.Connection, number: int, pair: dict[str, Any] | None) -> None:
    """Pair a row, unless either half found another one meanwhile, was removed or has another amount."""
    if pair is None:
        connection.execute("DELETE FROM transfer WHERE ? IN (out_id, in_id)", (number,))
        return
    connection.execute(
        "INSERT OR IGNORE INTO transfer (out_id, in_id, source, run_id, paired_at) "
        'SELECT o.id, i.id, ?3, ?4, ?5 FROM "transaction" o, "transaction" i '
        "WHERE o.id IN (?1, ?2) AND i.id IN (?1, ?2) AND o.amount < 0 AND i.amount > 0 "
        "AND o.state <> 'REMOVED' AND i.state <> 'REMOVED' "
        "AND (o.currency <> i.currency OR o.amount = -i.amount) "
        "AND NOT EXISTS (SELECT 1 FROM transfer x WHERE x.out_id IN (?1, ?2) OR x.in_id IN (?1, ?2))",
        (number, pair["with"], pair["source"], pair["run"], pair["at"]),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _json_or_none(values: list[Any]) -> str | None:
    return _json(values) if values else None


def _parsed(value: Stored, nothing: Any) -> Any:  # noqa: ANN401 - JSON
    return nothing if value is None else json.loads(str(value))
