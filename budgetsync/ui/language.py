"""The language of the window: which it is, its texts, and how numbers and dates are written in it.

Texts are written in English in the code and found by `make translations`. A count has two literals, one for exactly
one and one for all other counts, so that English needs no file; the second has numerus forms in other languages::

    if count == 1:
        return translate("Counts", "1 row")
    return translate("Counts", "{n} rows", None, count).format(n=number(count, locale))

What the engine says (a trouble, a notice, the name of a command, a hint) goes through `engine_text`.
"""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from budgetsync.domain.errors import Trouble

if TYPE_CHECKING:  # the window is painted first; English never needs it
    from budgetsync.ui.engine_texts import EngineTexts

FOLDER: Final = "translations"
_ENGINE: Final = "Engine"


class Language(StrEnum):
    """A language that the window speaks, or the system's choice among them."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"
    SPANISH = "es"


NAMES: Final = {Language.ENGLISH: "English", Language.GERMAN: "Deutsch", Language.SPANISH: "Español"}
"""What languages call themselves: who cannot read the window finds his own."""


class _Tongue:
    """What is spoken at the moment, by this process."""

    def __init__(self) -> None:
        self.language = Language.ENGLISH
        self.translators: list[QTranslator] = []
        self.engine: EngineTexts | None = None


_TONGUE = _Tongue()


def spoken() -> Language:
    """The language that the window speaks."""
    return _TONGUE.language


def speak(chosen: Language, resources: Path, system: QLocale | None = None) -> Language:
    """Have the window speak a language: its texts, Qt's own, and the locale of numbers and dates.

    What is built already keeps its words, so this comes before a window.

    Args:
        resources: The folder that holds the translations.
        system: The system's locale, where it is not the one that Qt finds.

    Returns:
        The language, which is never SYSTEM.
    """
    system = system or QLocale.system()
    language = language_of(chosen, system)
    silence()
    _TONGUE.language = language
    locale = locale_of(language, system)
    QLocale.setDefault(locale)
    if language is Language.ENGLISH:
        return language
    folder = resources / FOLDER
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, place in ((f"qtbase_{language}", qt), (f"budgetsync_{language}", str(folder))):
        translator = QTranslator()
        if translator.load(name, place):  # where Qt's own is missing, its few texts stay English
            QCoreApplication.installTranslator(translator)
            _TONGUE.translators.append(translator)
    _TONGUE.engine = _load_engine(folder, locale)
    return language


def silence() -> None:
    """Go back to English, as the code has it."""
    for translator in _TONGUE.translators:
        QCoreApplication.removeTranslator(translator)
    _TONGUE.translators.clear()
    _TONGUE.engine, _TONGUE.language = None, Language.ENGLISH


def language_of(chosen: Language, system: QLocale | None = None) -> Language:
    """The language that a choice comes to, which is never SYSTEM."""
    return system_language(system or QLocale.system()) if chosen is Language.SYSTEM else chosen


def system_language(system: QLocale) -> Language:
    """The first language of the system's list that the window speaks; English where it speaks none of them."""
    for tag in system.uiLanguages():
        code = tag.replace("_", "-").split("-")[0]
        if code in NAMES:
            return Language(code)
    return Language.ENGLISH


def locale_of(language: Language, system: QLocale) -> QLocale:
    """How numbers, dates and amounts are written: as the person's region does it in this language."""
    own = QLocale.languageToCode(system.language(), QLocale.LanguageCodeType.ISO639Part1)
    if own == language:
        return system
    if system.language() == QLocale.Language.C:
        return QLocale({"en": "en_US", "de": "de_DE", "es": "es_ES"}[language])
    return QLocale(QLocale.codeToLanguage(language), system.territory())


def engine_text(text: str) -> str:
    """Give a text of the engine in the person's language; one that nobody translated stays as it is."""
    return text if _TONGUE.engine is None else _TONGUE.engine.render(text)


def engine_trouble(trouble: Trouble) -> Trouble:
    """Give a trouble with its texts in the person's language."""
    return Trouble(
        trouble.code, engine_text(trouble.title), engine_text(trouble.message), engine_text(trouble.action)
    )


def trouble_text(trouble: Trouble) -> str:
    """Say a trouble in one paragraph."""
    said = engine_trouble(trouble)
    return f"{said.title}. {said.message} {said.action}".strip()


def _translate_engine(template: str) -> str:
    return QCoreApplication.translate(_ENGINE, template)


def _load_engine(folder: Path, locale: QLocale) -> "EngineTexts":
    from budgetsync.ui.engine_texts import EngineTexts, Figures  # noqa: PLC0415 - see above
    from budgetsync.ui.formats import exact_amount, number  # noqa: PLC0415

    figures = Figures(
        lambda value: number(value, locale), lambda value, currency: exact_amount(value, currency, locale)
    )
    return EngineTexts.load(folder, _translate_engine, figures)
