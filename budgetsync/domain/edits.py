"""What the user may change of a row, and the rules that hold whatever it was before."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import Enum
from typing import Self

from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import AccountId, CommandId, TransactionId
from budgetsync.domain.money import Money
from budgetsync.domain.transaction import EDITABLE_FIELDS, Split


class Unchanged(Enum):
    """The type of UNCHANGED."""

    UNCHANGED = "unchanged"


UNCHANGED = Unchanged.UNCHANGED
"""Stands for a field that an edit leaves alone; None is a value: it takes the user's word back."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What the user wants of one or more rows. Everywhere, None or what is empty takes the user's word back.

    Attributes:
        date: The day that counts for the user; the bank's own is kept beside it.
        hidden: Left out of what is summed up by category; balances count the row all the same.
        tags: All tags that a row is to have; add_tags and remove_tags change what it has.
        splits: Parts that add up to the row's amount, two or more.
    """

    payee: str | Unchanged | None = UNCHANGED
    category: str | Unchanged | None = UNCHANGED
    note: str | Unchanged | None = UNCHANGED
    date: dt.date | Unchanged | None = UNCHANGED
    hidden: bool | Unchanged | None = UNCHANGED
    reviewed: bool | Unchanged | None = UNCHANGED
    tags: Sequence[str] | Unchanged | None = UNCHANGED
    add_tags: Sequence[str] = ()
    remove_tags: Sequence[str] = ()
    splits: Sequence[Split] | Unchanged | None = UNCHANGED

    @classmethod
    def of_text(cls, field: str, text: str | None) -> Self:
        """Edit one of EDITABLE_FIELDS, as it is typed into a cell.

        Raises:
            UsageError: Another field.
        """
        if field == "payee":
            return cls(payee=text)
        if field == "category":
            return cls(category=text)
        if field == "note":
            return cls(note=text)
        message = f"{field!r} is not a field that can be typed into."
        raise UsageError(message, action=f"Edit one of {', '.join(EDITABLE_FIELDS)}.")

    @property
    def changed(self) -> tuple[str, ...]:
        """Names of the fields that are changed, in their order; any change of tags is `tags`."""
        names = [
            field.name
            for field in fields(self)
            if not field.name.endswith("_tags") and getattr(self, field.name) is not UNCHANGED
        ]
        if (self.add_tags or self.remove_tags) and "tags" not in names:
            names.append("tags")
        return tuple(names)

    def tags_after(self, before: Sequence[str]) -> tuple[str, ...]:
        """Work out a row's tags; the same tag in another case is the same tag."""
        start = before if self.tags is UNCHANGED else self.tags or ()
        kept = {tag.casefold(): tag for tag in map(clean, (*start, *self.add_tags)) if tag}
        for tag in map(clean, self.remove_tags):
            kept.pop((tag or "").casefold(), None)
        return tuple(sorted(kept.values(), key=str.casefold))


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did.

    Attributes:
        command_id: None when nothing had to be changed; then there is nothing to undo either.
        description: The command in words, for "Undo ..." and the history.
        transactions: Rows that changed, new ones included.
        kind: What sort of command it is, as the file keeps it: `edit ...`, `undo`, `merge` and so on.
    """

    command_id: CommandId | None
    description: str
    transactions: tuple[TransactionId, ...] = ()
    accounts: frozenset[AccountId] = frozenset()
    kind: str = ""


def clean(text: str | None) -> str | None:
    """Reduce what was typed to what is kept: no space around it; nothing at all is None."""
    return (text or "").strip() or None


def check_splits(splits: Sequence[Split], amount: Money) -> None:
    """Hold parts to their row.

    Raises:
        UsageError: They are fewer than two, or do not add up to the row's amount exactly.
    """
    if not splits:
        return
    parts = Money(sum(part.minor for part in splits), amount.currency)
    if len(splits) == 1:
        message = "One part is no split."
        raise UsageError(message, action="Name two parts or more, or change the category of the row.")
    if parts != amount:
        missing = Money(amount.minor - parts.minor, amount.currency)
        message = (
            f"The parts add up to {parts.decimal} {amount.currency}, the row is {amount.decimal} "
            f"{amount.currency}: {missing.decimal} is left over."
        )
        raise UsageError(message, action="Change the parts so that they add up exactly.")


def describe(changed: Sequence[str], of: str) -> str:
    """Put an edit into words: "Category and note of 12 transactions"."""
    words = [name.replace("_", " ") for name in changed] or ["nothing"]
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
    what = listed[0].upper() + listed[1:]
    return f"{what} of {of}"
