"""Checks a request's body against the fields that an endpoint takes, and objects as Plaid does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, NoReturn
from urllib.parse import urlsplit

from budgetsync.sandbox.faults import Code, PlaidFault

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "list": (list,),
}
_A: Final = {
    "integer": "an integer",
    "number": "a number",
    "boolean": "a boolean",
    "object": "an object",
    "list": "an array",
    "date": "a date in the form YYYY-MM-DD",
    "datetime": "a date and time in ISO 8601",
    "url": "a valid URL",
}


@dataclass(frozen=True, slots=True)
class Field:
    """What one field may be.

    Attributes:
        kind: string, integer, number, boolean, object or list (of strings, unless `items` says otherwise).
        nullable: whether null is as good as leaving it out.
        low: least value of an integer, or least length of a list or string.
        high: greatest value of an integer, or greatest length of a list or string.
        choices: the strings that are allowed; for a list, the allowed elements.
        fields: the fields of an object; None to take any.
        items: the fields of each object of a list; None for a list of strings.
        form: ``date``, ``url`` or ``datetime``, where a string has to be one.
    """

    kind: str
    required: bool = False
    nullable: bool = False
    low: int | None = None
    high: int | None = None
    choices: frozenset[str] | None = None
    fields: "Fields | None" = None
    items: "Fields | None" = None
    form: str | None = None


Fields = Mapping[str, Field]


def check_fields(body: Mapping[str, object], fields: Fields, prefix: str = "") -> None:
    """Check an object; what it holds is left as it is.

    Raises:
        PlaidFault: UNKNOWN_FIELDS, MISSING_FIELDS or INVALID_FIELD, in this order.
    """
    unknown = [f"{prefix}{name}" for name in body if name not in fields]
    if unknown:
        raise PlaidFault(
            Code.UNKNOWN_FIELDS,
            f"the following fields are not recognized by this endpoint: {', '.join(sorted(unknown))}",
        )
    missing = [
        f"{prefix}{name}" for name, field in fields.items() if field.required and body.get(name) is None
    ]
    if missing:
        raise PlaidFault(
            Code.MISSING_FIELDS, f"the following required fields are missing: {', '.join(missing)}"
        )
    for name, value in body.items():
        field = fields[name]
        if value is None and field.nullable:
            continue
        _check_value(f"{prefix}{name}", value, field)


def _check_value(name: str, value: object, field: Field) -> None:
    wrong_bool = field.kind in {"integer", "number"} and isinstance(value, bool)
    if not isinstance(value, _TYPES[field.kind]) or wrong_bool:
        _object(name, "a properly formatted, non-empty string" if field.kind == "string" else _A[field.kind])
    if isinstance(value, int) and field.kind == "integer":
        _check_range(name, value, field)
    elif isinstance(value, str):
        _check_text(name, value, field)
    elif isinstance(value, list):
        _check_list(name, value, field)
    elif isinstance(value, dict) and field.fields is not None:
        check_fields(value, field.fields, f"{name}.")


def _object(name: str, wanted: str) -> NoReturn:
    raise PlaidFault(Code.INVALID_FIELD, f"{name} must be {wanted}")


def _check_text(name: str, value: str, field: Field) -> None:
    if field.low is not None and len(value) < field.low:
        _object(name, "a properly formatted, non-empty string")
    if field.high is not None and len(value) > field.high:
        _object(name, f"at most {field.high} characters long")
    if field.form is not None and value and not _FORMS[field.form](value):
        _object(name, _A[field.form])
    _check_choices(name, [value], field)


def _check_list(name: str, value: list[object], field: Field) -> None:
    if field.low is not None and len(value) < field.low:
        _object(name, "a non-empty array")
    if field.high is not None and len(value) > field.high:
        _object(name, f"an array of at most {field.high}")
    if field.items is not None:
        for place, entry in enumerate(value):
            if not isinstance(entry, dict):
                _object(f"{name}[{place}]", "an object")
            check_fields(entry, field.items, f"{name}[{place}].")
        return
    texts = [entry for entry in value if isinstance(entry, str)]
    if len(texts) < len(value):
        _object(name, "an array of strings")
    _check_choices(name, texts, field)


def _check_range(name: str, value: int, field: Field) -> None:
    if field.low is not None and value < field.low:
        _object(name, f"greater than or equal to {field.low}")
    if field.high is not None and value > field.high:
        _object(name, f"less than or equal to {field.high}")


def _check_choices(name: str, values: Sequence[str], field: Field) -> None:
    if field.choices is None:
        return
    wrong = [value for value in values if value not in field.choices]
    if wrong:
        _object(name, f"one of {', '.join(sorted(field.choices))}; {wrong[0]!r} is not")


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return bool(parts.scheme in {"http", "https"} and host) and " " not in text


_FORMS: Final[dict[str, Callable[[str], bool]]] = {"date": _is_date, "datetime": _is_moment, "url": _is_url}
