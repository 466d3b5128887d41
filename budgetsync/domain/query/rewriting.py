"""Changes terms of a search where they stand in its text; the rest stays as it was typed. Pure."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from budgetsync.domain.query.names import Exact, Field, Kind, Named, Numbered, OneOf
from budgetsync.domain.query.terms import Amount, Days, Flag, Flagged, InState, Query, Term, Words


class Group(StrEnum):
    """What a term is about: what a person chooses once."""

    WORDS = "words"
    ACCOUNT = "account"
    CATEGORY = "category"
    TAG = "tag"
    PAYEE = "payee"
    SOURCE = "source"
    AMOUNT = "amount"
    DAYS = "days"
    STATE = "state"
    MARK = "mark"
    OTHER = "other"


_OF_FIELD = {
    Field.ACCOUNT: Group.ACCOUNT,
    Field.CATEGORY: Group.CATEGORY,
    Field.TAG: Group.TAG,
    Field.PAYEE: Group.PAYEE,
    Field.SOURCE: Group.SOURCE,
}


def group_of(term: Term) -> Group:
    """Tell what a term is about."""
    match term:
        case OneOf():
            return group_of(term.terms[0])
        case Named() | Exact():
            return _OF_FIELD.get(term.field, Group.OTHER)
        case Numbered():
            return Group.ACCOUNT if term.kind is Kind.ACCOUNT else Group.OTHER
        case Flagged():
            return Group.CATEGORY if term.flag is Flag.UNCATEGORIZED else Group.MARK
        case _:
            return {Words: Group.WORDS, Amount: Group.AMOUNT, Days: Group.DAYS, InState: Group.STATE}[
                type(term)
            ]


def exchange(text: str, query: Query, old: Callable[[Term], bool], new: Sequence[object]) -> str:
    """Put terms in place of others.

    Args:
        query: What the text was read as.
        old: Tells which terms go.
        new: What comes, where the first of them stood or else at the end: terms, or texts of terms.
    """
    cuts = [span for term, span in zip(query.terms, query.spans, strict=True) if old(term)]
    written = " ".join(map(str, new))
    parts, at = [], 0
    for number, (begin, end) in enumerate(cuts):
        parts += [text[at:begin], written if number == 0 else ""]
        at = end
    parts.append(text[at:])
    if not cuts:
        parts.append(f" {written}")
    return _tidied(parts)


def without(text: str, query: Query, number: int) -> str:
    """Take one term out, by its place among the terms."""
    gone = query.terms[number]
    return exchange(text, query, lambda term: term is gone, ())


def _tidied(parts: Sequence[str]) -> str:
    """Join what is left with one space where something was taken out."""
    kept = [part.strip() for part in parts]
    return " ".join(part for part in kept if part)
