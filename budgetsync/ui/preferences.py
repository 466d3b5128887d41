"""What a person prefers about the window itself, kept in its memory: the names, and what they say."""

from budgetsync.ui.language import Language
from budgetsync.ui.memory import Memory
from budgetsync.ui.pages import Page
from budgetsync.ui.theme import TEXT_SIZES, Appearance

_APPEARANCE, _TEXT_SIZE = "appearance", "text-size"
_LANGUAGE = "language"
_START_PAGE, _LAST_PAGE = "start-page", "last"
_WHEN_CLOSED, _STAY, _QUIT = "when-closed", "stay", "quit"


def appearance(memory: Memory) -> Appearance:
    """Whose choice light or dark is."""
    return Appearance(memory.word(_APPEARANCE, [each.value for each in Appearance]))


def keep_appearance(memory: Memory, chosen: Appearance) -> None:
    """Remember whose choice light or dark is."""
    memory.keep_word(_APPEARANCE, chosen.value)


def text_size(memory: Memory) -> int:
    """How large texts are, in percent of the system's."""
    return int(memory.word(_TEXT_SIZE, [str(size) for size in TEXT_SIZES]))


def keep_text_size(memory: Memory, percent: int) -> None:
    """Remember how large texts are."""
    memory.keep_word(_TEXT_SIZE, str(percent))


def language(memory: Memory) -> Language:
    """Which language the window speaks."""
    return Language(memory.word(_LANGUAGE, [each.value for each in Language]))


def keep_language(memory: Memory, chosen: Language) -> None:
    """Remember which language the window speaks."""
    memory.keep_word(_LANGUAGE, chosen.value)


def start_page(memory: Memory) -> Page | None:
    """The page that the window begins with; None means the one that was seen last."""
    word = memory.word(_START_PAGE, (_LAST_PAGE, *(page.value for page in Page)))
    return None if word == _LAST_PAGE else Page(word)


def keep_start_page(memory: Memory, page: Page | None) -> None:
    """Remember the page that the window begins with."""
    memory.keep_word(_START_PAGE, _LAST_PAGE if page is None else page.value)


def stays_when_closed(memory: Memory) -> bool:
    """Whether the program goes on in the tray when its window is closed; only where there is a tray."""
    return memory.word(_WHEN_CLOSED, (_STAY, _QUIT)) == _STAY


def keep_stays_when_closed(memory: Memory, *, stays: bool) -> None:
    """Remember whether the program goes on in the tray."""
    memory.keep_word(_WHEN_CLOSED, _STAY if stays else _QUIT)
