"""What whoever says notices aloud has to be told: how things are called, and who hears what is pressed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from budgetsync.domain.notices import NoticeAction


class Listener(Protocol):
    """Who is told what a person does with a notice."""

    def chosen(self, action: NoticeAction | None, token: str) -> None:
        """Carry out a button, or open the window where None.

        Args:
            token: The desktop's permission to come to the front; "" where it gives none.
        """
        ...


@dataclass(frozen=True, slots=True)
class Words:
    """What notices are called in the person's language.

    Attributes:
        open: The button that opens the window.
        button: Names what can be done.
        text: Gives a text of the engine in the person's language.
    """

    open: str
    button: Callable[[NoticeAction], str]
    text: Callable[[str], str] = str
