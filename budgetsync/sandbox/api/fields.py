"""Checks a request's body against the fields that an endpoint takes, and objects as Plaid does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from budgetsync.sandbox.faults import Code, PlaidFault

_TYPES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "boolean": (bool,),
    "object": (dict,),
    "list": (list,),
}


@dataclass(frozen=True, slots=True)
class Field:
    """What one field may be.

    Attributes:
        kind: string, integer, boolean, object or list (of strings).
        nullable: whether null is as good as leaving it out.
        low: least value of an integer, or least length of a list or string.
        high: greatest value of an integer.
        choices: the strings that are allowed; for a list, the allowed elements.
        fields: the fields of an object; None to take any.
    """

    kind: str
    required: bool = False
    nullable: bool = False
    low: int | None = None
    high: int | None = None
    choices: frozenset[str] | None = None
    fields: "Fields | None" = None


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
    if not isinstance(value, _TYPES[field.kind]) or (field.kind == "integer" and isinstance(value, bool)):
        raise PlaidFault(Code.INVALID_FIELD, f"{name} must be a {field.kind}")
    if isinstance(value, int) and field.kind == "integer":
        _check_range(name, value, field)
    elif isinstance(value, str):
        if field.low is not None and len(value) < field.low:
            raise PlaidFault(Code.INVALID_FIELD, f"{name} must be a non-empty string")
        _check_choices(name, [value], field)
    elif isinstance(value, list):
        if any(not isinstance(entry, str) for entry in value):
            raise PlaidFault(Code.INVALID_FIELD, f"{name} must be a list of strings")
        if field.low is not None and len(value) < field.low:
            raise PlaidFault(Code.INVALID_FIELD, f"{name} must have at least {field.low} entries")
        _check_choices(name, value, field)
    elif isinstance(value, dict) and field.fields is not None:
        check_fields(value, field.fields, f"{name}.")


def _check_range(name: str, value: int, field: Field) -> None:
    if field.low is not None and value < field.low:
        raise PlaidFault(Code.INVALID_FIELD, f"{name} must be greater than or equal to {field.low}")
    if field.high is not None and value > field.high:
        raise PlaidFault(Code.INVALID_FIELD, f"{name} must be less than or equal to {field.high}")


def _check_choices(name: str, values: list[str], field: Field) -> None:
    if field.choices is None:
        return
    wrong = [value for value in values if value not in field.choices]
    if wrong:
        raise PlaidFault(Code.INVALID_FIELD, f"{name} cannot be {wrong[0]!r}")
