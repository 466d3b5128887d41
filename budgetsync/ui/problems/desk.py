"""Carries out what the buttons of the Problems page say, and tells what came of it with the way back."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QLocale

from budgetsync.core import Core
from budgetsync.domain.dead_letter import LetterFilter, LetterLine, Redrive
from budgetsync.domain.edits import Done
from budgetsync.domain.ids import CommandId, TransactionId
from budgetsync.domain.review import Suggestion
from budgetsync.ui.language import engine_text
from budgetsync.ui.problems.entries import Question, Removals, Subject
from budgetsync.ui.problems.letter_sheets import outcome_words, report_words
from budgetsync.ui.problems.sheets import Deed, translate

_ALL = 1_000_000


@dataclass(frozen=True, slots=True)
class WayBack:
    """How something that was done is undone.

    Attributes:
        command_id: The command to take back, or
        letter: the letter to have back.
    """

    word: str
    command_id: CommandId | None = None
    letter: int | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a deed, in words.

    Attributes:
        went_well: Whether what was wanted came about.
    """

    text: str
    back: WayBack | None = None
    went_well: bool = True


class ProblemsDesk:
    """Turns deeds into commands of the core. Every method raises what the core raises."""

    def __init__(self, core: Core, locale: QLocale) -> None:
        self._core, self._locale = core, locale

    async def carry_out(self, deed: Deed, subject: Subject) -> Outcome:
        """Do what a button says to what it is about.

        Raises:
            UsageError: It cannot be done any more.
        """
        if isinstance(subject, LetterLine):
            return await self._with_letter(deed, subject.id)
        return _outcome(await self._decide(deed, subject), translate("Problems", "Undo"))

    async def answer(self, deed: Deed, suggestions: Sequence[Suggestion]) -> Outcome:
        """Say yes or no to suggestions, all at once.

        Raises:
            UsageError: One of them is not open any more; then nothing is changed.
        """
        answer = self._core.accept if deed is Deed.ACCEPT else self._core.reject
        done = await answer([one.id for one in suggestions])
        return _outcome(done, translate("Problems", "Undo"))

    async def go_back(self, back: WayBack) -> Outcome:
        """Undo something; what was undone can be redone.

        Raises:
            UsageError: It cannot be undone any more.
        """
        if back.letter is not None:
            await self._core.letters.take_back(back.letter)
            return Outcome(translate("Letters", "It waits here again."))
        assert back.command_id is not None
        undone = await self._core.undo_command(back.command_id)
        was_undo = back.word == translate("Problems", "Undo")
        word = translate("Problems", "Redo") if was_undo else translate("Problems", "Undo")
        return _outcome(undone, word)

    async def retry_all(self, wanted: LetterFilter, on_tried: Callable[[int, int], None]) -> Outcome:
        """Try all letters of a filter again, one after the other."""
        every = LetterFilter(wanted.kinds, wanted.states, wanted.item_id, wanted.search, _ALL)
        return Outcome(report_words(await self._core.letters.retry_all(every, on_tried), self._locale))

    async def snooze(self, number: int, until: datetime) -> None:
        """Have a notice said again later."""
        await self._core.notices.snooze(number, until)

    async def _decide(self, deed: Deed, subject: Subject) -> Done:
        core = self._core
        if isinstance(subject, Removals):
            apply = deed is Deed.APPLY_REMOVALS
            return await (core.apply_removals if apply else core.dismiss_removals)([subject.held.account_id])
        assert isinstance(subject, Question)
        answers: dict[Deed, Callable[[Sequence[TransactionId]], Awaitable[Done]]] = {
            Deed.TAKE: core.take_banks,
            Deed.KEEP: core.keep_mine,
            Deed.RESTORE: core.restore,
            Deed.LET_GO: core.let_go,
        }
        return await answers[deed]([subject.transaction.id])

    async def _with_letter(self, deed: Deed, number: int) -> Outcome:
        letters = self._core.letters
        if deed is Deed.DISCARD:
            await letters.discard(number)
            word = translate("Letters", "Have it back")
            return Outcome(translate("Letters", "It was put away."), WayBack(word, letter=number))
        if deed is Deed.HAVE_BACK:
            await letters.take_back(number)
            return Outcome(translate("Letters", "It waits here again."))
        outcome = await letters.retry(number, insist=deed is Deed.INSIST)
        return Outcome(outcome_words(outcome), went_well=outcome in {Redrive.SOLVED, Redrive.QUEUED})


def _outcome(done: Done, word: str) -> Outcome:
    text = translate("Problems", "Done: {what}.").format(what=engine_text(done.description))
    return Outcome(text, None if done.command_id is None else WayBack(word, done.command_id))
