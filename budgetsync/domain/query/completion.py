"""What can stand at a place of a search that is being typed. Pure: names come from a vocabulary."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from budgetsync.domain.query.days import DAY_WORDS
from budgetsync.domain.query.parser import DATE_WORDS, FILTERS, QUOTED, STATES, TERM
from budgetsync.domain.query.terms import Flag
from budgetsync.domain.query.vocabulary import AccountWord, Vocabulary
from budgetsync.domain.query.words import Phrase, fold, split_words

_MOST = 10
_FEW = 3
_NUMBER = re.compile(r"[<>=+]?=?(\d[\d.,]*)", re.ASCII)
_PART = re.compile(rf"{QUOTED}|[^,]")
_AGO = ("7d", "30d", "90d")


class OfferKind(StrEnum):
    """What an offer is, for its words."""

    FILTER = "filter"
    MARK = "mark"
    ACCOUNT = "account"
    CATEGORY = "category"
    TAG = "tag"
    PAYEE = "payee"
    SOURCE = "source"
    DAYS = "days"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be taken over.

    Attributes:
        text: What is put in place of what was typed.
        name: What is shown: the account's or category's name; for others the same as the text.
    """

    text: str
    kind: OfferKind
    name: str


@dataclass(frozen=True, slots=True)
class Completion:
    """What can be put where.

    Attributes:
        start: Where the part that is exchanged begins; `end` is behind its last character.
    """

    start: int
    end: int
    offers: tuple[Offer, ...] = ()


def complete(
    text: str, position: int, vocabulary: Vocabulary, spoken: Mapping[str, str] | None = None
) -> Completion:
    """Offer what can stand where the cursor is.

    Args:
        position: Of the cursor.
        spoken: What filters ("category:") and marks ("is:new") are called in the person's language, so that they are
            found by those words too.
    """
    found = next((one for one in TERM.finditer(text) if one.start() < position <= one.end()), None)
    if found is None:
        return Completion(position, position)
    start, end = found.span()
    start += text[start:position].startswith("-")
    typed = text[start:position]
    name, colon, value = typed.partition(":")
    if colon and name.isalpha():
        at = start + len(name) + 1 + _last_part(value)
        offers = _values(name.lower(), text[at:position], vocabulary)
        if any(offer.kind is OfferKind.MARK for offer in offers):
            return Completion(start, end, tuple(offers))  # state:pending becomes is:pending
        return Completion(at, _end_of_part(text, at, end), tuple(offers))
    return Completion(start, end, tuple(islice(_anything(typed, vocabulary, spoken or {}), _MOST)))


def _last_part(value: str) -> int:
    """Tell where the last of several values begins."""
    begin, at = 0, 0
    while at < len(value):
        found = _PART.match(value, at)
        at = found.end() if found else at + 1
        if found is None:
            begin = at
    return begin


def _end_of_part(text: str, begin: int, end: int) -> int:
    at = begin
    while at < end and (found := _PART.match(text, at)) is not None:
        at = found.end()
    return min(at, end)


def _values(name: str, typed: str, vocabulary: Vocabulary) -> list[Offer]:
    if name in DATE_WORDS:
        return [_same(word, OfferKind.DAYS) for word in (*DAY_WORDS, *_AGO) if word.startswith(typed.lower())]
    if name in {"is", "state"}:
        return [offer for offer in _marks() if offer.text[3:].startswith(typed.lower())]
    offers = {
        "account": _accounts,
        "category": _categories,
        "tag": _tags,
        "payee": _payees,
        "merchant": _payees,
        "source": _sources,
    }.get(name)
    return [] if offers is None else list(islice(offers(typed, vocabulary), _MOST))


def _anything(typed: str, vocabulary: Vocabulary, spoken: Mapping[str, str]) -> Iterator[Offer]:
    if (number := _NUMBER.fullmatch(typed)) is not None:
        digits = number.group(1)
        signs = (">", "<", "=", "-", "+")
        yield from (_same(f"{sign}{digits}", OfferKind.AMOUNT) for sign in signs)
        return
    if not split_words(typed):
        return
    plain = typed.lower()
    filters = [
        _same(f"{name}:", OfferKind.FILTER) for name in FILTERS if name not in {"id", "command", "run"}
    ]
    for offer in (*filters, *_marks()):
        own = offer.text.removeprefix("is:")
        if own.startswith(plain) or _begins(typed, spoken.get(offer.text, "")):
            yield offer
    for field, offers in (
        ("category", _categories(typed, vocabulary)),
        ("account", _accounts(typed, vocabulary)),
        ("tag", _tags(typed, vocabulary)),
        ("payee", _payees(typed, vocabulary)),
    ):
        for offer in islice(offers, _FEW):
            yield Offer(f"{field}:{offer.text}", offer.kind, offer.name)


def _marks() -> list[Offer]:
    return [_same(f"is:{word}", OfferKind.MARK) for word in (*STATES, *Flag)]


def _accounts(typed: str, vocabulary: Vocabulary) -> Iterator[Offer]:
    for account in vocabulary.accounts:
        said = f"{account.name} {account.bank}"
        if (
            not typed.strip('"#')
            or _begins(typed, said)
            or (account.mask or " ").startswith(typed.strip('"'))
        ):
            yield Offer(account_value(account, vocabulary), OfferKind.ACCOUNT, account.name)


def account_value(account: AccountWord, vocabulary: Vocabulary) -> str:
    """Write what means one account: its name where that means no other, else its number."""
    words = split_words(account.name)
    phrase = Phrase(words, whole=True)
    meant = [one for one in vocabulary.accounts if words and phrase.found_in(one.name)]
    return f'"{" ".join(words)}"' if meant == [account] else f"#{account.id}"


def _categories(typed: str, vocabulary: Vocabulary) -> Iterator[Offer]:
    yield from _exactly(typed, vocabulary.categories, OfferKind.CATEGORY)


def _tags(typed: str, vocabulary: Vocabulary) -> Iterator[Offer]:
    yield from _exactly(typed, vocabulary.tags, OfferKind.TAG)


def _payees(typed: str, vocabulary: Vocabulary) -> Iterator[Offer]:
    yield from _exactly(typed, vocabulary.payees, OfferKind.PAYEE)


def _sources(typed: str, vocabulary: Vocabulary) -> Iterator[Offer]:
    for source in vocabulary.sources:
        if _begins(typed, source):
            yield Offer(source, OfferKind.SOURCE, source)


def _exactly(typed: str, names: Iterable[str], kind: OfferKind) -> Iterator[Offer]:
    """Offer whole names: those that begin with what was typed before those of which a later word does."""
    later = []
    wanted = fold(typed)
    for name in names:
        if not wanted or _starts(_cut(name), wanted):
            yield Offer(quoted(name), kind, name)
        elif _begins(typed, name):
            later.append(name)
    for name in later:
        yield Offer(quoted(name), kind, name)


def quoted(name: str) -> str:
    """Write a whole name as a value."""
    return '"{}"'.format(name.replace('"', '""'))


def prepare(vocabulary: Vocabulary) -> None:
    """Cut the names into words beforehand, on whichever thread has the time."""
    for name in (*vocabulary.categories, *vocabulary.tags, *vocabulary.payees):
        _cut(name)


@lru_cache(maxsize=8_192)
def _cut(name: str) -> tuple[str, ...]:
    """Cut a name into words; kept apart from other texts, of which a search compares a million."""
    return fold.__wrapped__(name)


def _begins(typed: str, text: str) -> bool:
    """Tell whether words of a text begin with what was typed; everything does with nothing."""
    wanted = fold(typed)
    found = _cut(text)
    return not wanted or any(_starts(found[at:], wanted) for at in range(len(found)))


def _starts(found: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    last = len(wanted) - 1
    return len(found) > last and found[:last] == wanted[:last] and found[last].startswith(wanted[last])


def _same(text: str, kind: OfferKind) -> Offer:
    return Offer(text, kind, text)
