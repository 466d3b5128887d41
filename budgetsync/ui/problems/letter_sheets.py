"""The details of what was kept aside, and what is said of trying it again."""

from PySide6.QtCore import QLocale

from budgetsync.domain.dead_letter import DeadLetter, LetterKind, LetterState, Redrive, RedriveReport
from budgetsync.domain.errors import PayloadError
from budgetsync.domain.letter_text import details
from budgetsync.ui.formats import number, relative
from budgetsync.ui.language import engine_text
from budgetsync.ui.problems.entries import Entry
from budgetsync.ui.problems.sheets import (
    Act,
    Deed,
    Fact,
    Grid,
    Reading,
    Sheet,
    act,
    copy_act,
    sheet_of,
    translate,
)


def letter_sheet(entry: Entry, letter: DeadLetter, reading: Reading) -> Sheet:
    """Say what was kept aside, why, and what came of trying it again."""
    facts = (
        *reading.when(translate("Letters", "First seen"), letter.first_seen_at),
        *reading.when(translate("Letters", "Last seen"), letter.last_seen_at),
        Fact(translate("Letters", "Attempts"), _attempts(letter, reading.locale)),
        Fact(translate("Letters", "Code"), letter.trouble.code),
        Fact(translate("Letters", "Letter"), number(letter.id, reading.locale)),
    )
    return sheet_of(
        entry,
        facts,
        (engine_text(letter.trouble.message), *_standing(letter)),
        _history(letter, reading),
        title=engine_text(letter.trouble.title),
        where=" · ".join(part for part in (letter.institution, kind_word(letter.kind), entry.mark) if part),
        quoted=letter.payload,
        acts=(*_acts(letter, entry.title), copy_act(entry.title)),
        copied=details(letter, reading.program),
    )


def kind_word(kind: LetterKind) -> str:
    """Name a kind of letter."""
    words = {
        LetterKind.ROW: translate("Letters", "Row"),
        LetterKind.EVENT: translate("Letters", "Event"),
        LetterKind.REQUEST: translate("Letters", "Sync"),
    }
    return words[kind]


def outcome_words(outcome: Redrive) -> str:
    """Say what came of trying a letter again."""
    words = {
        Redrive.SOLVED: translate("Letters", "It could be read: the row is in the ledger now."),
        Redrive.QUEUED: translate("Letters", "It is tried again with the next sync of its connection."),
        Redrive.FAILED: translate("Letters", "It could not be read this time either. It stays here."),
        Redrive.POISON: translate("Letters", "It was not tried: this version cannot read it."),
    }
    return words[outcome]


def report_words(report: RedriveReport, locale: QLocale) -> str:
    """Say what came of trying all of them again."""
    if not report.outcomes:
        return translate("Letters", "Nothing is left to be tried again.")
    count = report.count
    texts = (
        (Redrive.SOLVED, translate("Letters", "{n} solved", None, count(Redrive.SOLVED))),
        (Redrive.QUEUED, translate("Letters", "{n} with the next sync", None, count(Redrive.QUEUED))),
        (Redrive.FAILED, translate("Letters", "{n} still not readable", None, count(Redrive.FAILED))),
        (
            Redrive.POISON,
            translate(
                "Letters",
                "{n} left out, since this version cannot read them",
                None,
                count(Redrive.POISON),
            ),
        ),
    )
    parts = [text.format(n=number(count(outcome), locale)) for outcome, text in texts if count(outcome)]
    return translate("Letters", "Tried again: {results}.").format(results=", ".join(parts))


def _standing(letter: DeadLetter) -> list[str]:
    match letter.state:
        case LetterState.DISCARDED:
            return [
                translate("Letters", "You put it away. It is kept for half a year, and you can have it back.")
            ]
        case LetterState.SOLVED:
            return [translate("Letters", "It is solved and needs nothing any more.")]
        case LetterState.REQUEUED:
            return [translate("Letters", "It is being tried again; if that fails, it comes back here.")]
        case _:
            pass
    if letter.is_poison:
        return [
            translate(
                "Letters",
                "This version of BudgetSync cannot read it: it has failed twice. A newer version may; until then it "
                "is kept, and left out when all are tried again.",
            )
        ]
    if letter.kind is LetterKind.ROW and letter.trouble.action == PayloadError.action:
        return [
            translate(
                "Letters",
                "It is kept as it came, and nothing is lost. Try again after an update of BudgetSync; if it stays, "
                "copy the details and report it.",
            )
        ]
    return [engine_text(letter.trouble.action)]


def _acts(letter: DeadLetter, about: str) -> tuple[Act, ...]:
    if letter.state is LetterState.DISCARDED:
        return (act(Deed.HAVE_BACK, translate("Letters", "Have it back"), about, "primary"),)
    if letter.state is LetterState.SOLVED:
        return ()
    hover = translate("Letters", "Takes it off this list; it is kept for half a year")
    discard = act(Deed.DISCARD, translate("Letters", "Put it away"), about, hover=hover)
    if letter.state is LetterState.REQUEUED:
        return (discard,)
    if letter.is_poison:
        hover = translate("Letters", "Tries it although this version has failed at it twice")
        return (act(Deed.INSIST, translate("Letters", "Try all the same"), about, hover=hover), discard)
    return (act(Deed.RETRY, translate("Letters", "Try again"), about, "primary"), discard)


def _attempts(letter: DeadLetter, locale: QLocale) -> str:
    tries = number(letter.attempts, locale)
    if not letter.redrives:
        return tries
    text = translate("Letters", "{tries}, of them {n} by hand with this version", None, letter.redrives)
    return text.format(tries=tries, n=number(letter.redrives, locale))


def _history(letter: DeadLetter, reading: Reading) -> list[Grid]:
    if len(letter.history) < 2:  # noqa: PLR2004 - the only one is "last seen"
        return []
    by_hand, by_itself = translate("Letters", "by hand"), translate("Letters", "by itself")
    rows = tuple(
        (relative(one.at, reading.now, reading.locale), one.code, by_hand if one.by_hand else by_itself)
        for one in reversed(letter.history)
    )
    return [Grid(translate("Letters", "What failed so far"), (), rows)]
