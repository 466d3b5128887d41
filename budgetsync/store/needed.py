"""What rows of a search have to say, written for the full-text index."""

from collections.abc import Collection

from budgetsync.domain.query import Exact, Field, Named, OneOf, Phrase, Query, Term, Words
from budgetsync.domain.query.words import sure_words

_INDEXED_PREFIX = 3
"""Letters up to which the index has the rows of a prefix ready; for longer ones it merges every word's list,
0.3 microseconds a row: too slow while typing where a word is in most of a million rows."""
_WITH_WORDS = frozenset({Field.NOTE, Field.PAYEE, Field.MERCHANT})


def needed(query: Query) -> list[tuple[Phrase, ...]]:
    """List what rows have to say, as far as the index can tell: of each tuple, one at least."""
    said = [_phrases(term) for term in query.terms if not term.negated]
    return [phrases for phrases in said if phrases]


def _phrases(term: Term) -> tuple[Phrase, ...]:
    match term:
        case Words():
            return (term.phrase,)
        case Named() if term.field in _WITH_WORDS:
            return (term.phrase,)
        case Exact() if term.field in _WITH_WORDS:
            words = sure_words(term.text)
            return (Phrase(words, whole=True),) if words else ()
        case OneOf():
            parts = [_phrases(one) for one in term.terms]
            return tuple(phrase for part in parts for phrase in part) if all(parts) else ()
        case _:
            return ()


def long_prefixes(query: Query) -> set[Phrase]:
    """List words that may go on and are longer than the index has ready."""
    return {
        phrase
        for phrases in needed(query)
        for phrase in phrases
        if not phrase.whole and len(phrase.words[-1]) > _INDEXED_PREFIX
    }


def match_all(query: Query, shortened: Collection[Phrase]) -> str:
    """Write what rows have to say for the index."""
    ways = (
        " OR ".join(f"({_match(phrase, shortened=phrase in shortened)})" for phrase in phrases)
        for phrases in needed(query)
    )
    return " AND ".join(f"({way})" for way in ways)


def _match(phrase: Phrase, *, shortened: bool) -> str:
    """Write words for the index. They hold letters and digits only; quotes take the meaning from AND and OR."""
    *first, last = phrase.words
    end = f'"{last[:_INDEXED_PREFIX]}" *' if shortened else f'"{last}"' if phrase.whole else f'"{last}" *'
    return " AND ".join([*(f'"{word}"' for word in first), end])
