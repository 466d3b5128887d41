"""The window in other languages: which it is, its texts, its numbers, and the engine's sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from budgetsync.domain.errors import ItemGone, ReauthRequired, Trouble
from budgetsync.domain.money import Money
from budgetsync.ui import preferences
from budgetsync.ui.formats import day, money, number, relative, user_locale
from budgetsync.ui.language import (
    Language,
    engine_text,
    engine_trouble,
    language_of,
    locale_of,
    silence,
    speak,
    spoken,
    trouble_text,
)
from budgetsync.ui.memory import Memory
from budgetsync.ui.pages import Page
from budgetsync.ui.settings.appearance import AppearanceSection
from budgetsync.ui.settings.page import Place
from budgetsync.ui.text import rows
from budgetsync.ui.theme import Theme
from budgetsync.ui.trouble_panel import TroublePanel
from tests.screenshots.flaws import find_flaws
from tests.screenshots.studio import still
from tests.ui.conftest import Run
from tests.ui.program import RESOURCES, open_program
from tests.ui.settings_stage import open_settings

NOW = datetime(2026, 3, 24, 12, tzinfo=UTC)
OTHERS = (Language.GERMAN, Language.SPANISH)


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    """Other tests expect English."""
    before = QLocale()
    yield
    silence()
    QLocale.setDefault(before)


def listen_to(language: Language, system: str = "en_US") -> QLocale:
    assert speak(language, RESOURCES, QLocale(system)) is language
    return user_locale()


@pytest.mark.parametrize(
    ("language", "one", "many", "cancel", "yesterday", "ago"),
    [
        (Language.GERMAN, "1 Umsatz", "12.345 Umsätze", "Abbrechen", "Gestern", "vor 3 Stunden"),
        (Language.SPANISH, "1 movimiento", "12.345 movimientos", "Cancelar", "Ayer", "hace 3 horas"),
        (Language.ENGLISH, "1 row", "12,345 rows", "Cancel", "Yesterday", "3 hours ago"),
    ],
)
def test_texts_counts_and_qts_own_words_are_in_the_language(
    language: Language, one: str, many: str, cancel: str, yesterday: str, ago: str
) -> None:
    locale = listen_to(language, {"en": "en_US", "de": "de_DE", "es": "es_ES"}[language])
    assert (rows(1, locale), rows(12_345, locale)) == (one, many)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel
    assert day(NOW.date() - timedelta(days=1), NOW.date(), locale) == yesterday
    assert relative(NOW - timedelta(hours=3), NOW, locale) == ago


@pytest.mark.parametrize(
    ("chosen", "system", "language", "locale"),
    [
        (Language.SYSTEM, "de_AT", Language.GERMAN, "de_AT"),
        (Language.SYSTEM, "es_MX", Language.SPANISH, "es_MX"),
        (Language.SYSTEM, "pt_BR", Language.ENGLISH, "en_US"),
        (Language.SYSTEM, "C", Language.ENGLISH, "en_US"),
        (Language.GERMAN, "C", Language.GERMAN, "de_DE"),
        (Language.ENGLISH, "de_DE", Language.ENGLISH, "en_DE"),
        (Language.GERMAN, "de_CH", Language.GERMAN, "de_CH"),
    ],
)
def test_the_language_is_the_systems_or_the_chosen_one_and_numbers_are_the_regions(
    chosen: Language, system: str, language: Language, locale: str
) -> None:
    assert language_of(chosen, QLocale(system)) is language
    assert locale_of(language, QLocale(system)).name() == locale


def test_money_is_written_as_the_region_does_it() -> None:
    amount = Money(-123_450, "EUR")
    assert money(amount, listen_to(Language.GERMAN, "de_DE")) == "\N{MINUS SIGN}1.234,50\N{NO-BREAK SPACE}€"
    assert number(1_234_567, listen_to(Language.SPANISH, "es_ES")) == "1.234.567"


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("The bank wants you to sign in again.", "Die Bank will, dass Sie sich neu anmelden."),
        ("There is no transaction 12345.", "Es gibt keinen Umsatz 12345."),
        ("Harbor Bank: Sign in again", "Harbor Bank: Neu anmelden"),
        (
            "First Platypus Bank asks for your consent soon",
            "First Platypus Bank bittet bald um Ihre Zustimmung",
        ),
        ("Payee, category and note of 1,234 transactions", "Empfänger, Kategorie und Notiz (1.234 Umsätze)"),
        (
            "Payee, category, note, reviewed, tags and splits of The corner shop",
            "Empfänger, Kategorie, Notiz, geprüft, Schlagwörter und Aufteilung (The corner shop)",
        ),
        ("Undo: Note of Cafe Nero", "Rückgängig: Notiz (Cafe Nero)"),
        ("Accepting 3 suggestions", "Annahme: 3 Vorschläge"),
        (
            "The transactions here and the bank's balance differ by 1234.50 EUR.",
            "Die Umsätze hier und der Saldo der Bank weichen um 1.234,50\N{NO-BREAK SPACE}€ ab.",
        ),
        (
            "The bank wants you to sign in again. It has failed 4 times, and goes on by itself.",
            "Die Bank will, dass Sie sich neu anmelden. Es ist 4-mal gescheitert und geht von selbst weiter.",
        ),
        ("Bank of America", "Bank of America"),
        ("What nobody foresaw: 12 of them", "What nobody foresaw: 12 of them"),
        ("", ""),
    ],
)
def test_a_sentence_of_the_engine_is_known_with_whatever_fills_its_holes(english: str, german: str) -> None:
    assert engine_text(english) == english
    listen_to(Language.GERMAN, "de_DE")
    assert engine_text(english) == german


def test_a_trouble_is_shown_in_the_language_and_reported_in_english(qapp: object) -> None:
    assert qapp is not None
    listen_to(Language.SPANISH)
    trouble = ReauthRequired(
        "The bank wants your consent once more.", provider_code="ITEM_LOGIN_REQUIRED"
    ).trouble
    said = engine_trouble(trouble)
    assert said.code == trouble.code
    assert not {said.title, said.message, said.action} & {trouble.title, trouble.message, trouble.action}
    assert trouble_text(trouble) == f"{said.title}. {said.message} {said.action}"
    from budgetsync.ui.icons import Icons  # noqa: PLC0415 - here only

    panel = TroublePanel(Icons(RESOURCES / "icons"), "Harbor Bank")
    panel.show_trouble(trouble)
    assert trouble.message in panel.details
    panel.deleteLater()


def test_what_is_translated_already_stays_as_it_is() -> None:
    listen_to(Language.GERMAN)
    once = engine_trouble(ItemGone("Plaid no longer knows this connection.").trouble)
    assert engine_trouble(once) == once
    assert engine_trouble(Trouble("X", "", "", "")) == Trouble("X", "", "", "")


def test_a_chosen_language_is_remembered_and_spoken_after_a_restart(
    run: Run, dressed: Theme, tmp_path: Path
) -> None:
    async def scenario() -> None:
        async with open_settings(tmp_path, dressed) as stage:
            section = stage.show(Place.APPEARANCE, AppearanceSection)
            restarts: list[bool] = []
            stage.page.restart_requested.connect(lambda: restarts.append(True))
            assert section.language.value is Language.SYSTEM
            section.language.setCurrentIndex(list(Language).index(Language.SPANISH))
            section.language.activated.emit(section.language.currentIndex())
            assert section.language_row.feedback.words == "Saved."
            assert not section.restart_button.isHidden()
            section.restart_button.click()
            assert restarts == [True]
            section.language.activated.emit(list(Language).index(Language.ENGLISH))
            assert section.restart_button.isHidden() is (spoken() is Language.ENGLISH)
            section.language.activated.emit(list(Language).index(Language.GERMAN))

    run(scenario())
    assert preferences.language(Memory(tmp_path)) is Language.GERMAN


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.unhurried("a window is built with all its pages, whose texts are all looked up")
def test_no_key_stands_twice_in_a_menu_and_longer_words_have_room(
    run: Run, dressed: Theme, tmp_path: Path, language: Language
) -> None:
    """`make screenshots` looks at every state so; here are the pages where they are narrow."""
    listen_to(language)

    async def scenario() -> None:
        async with open_program(tmp_path, dressed) as program:
            window = program.window
            bar = window.menuBar()
            assert bar is not None
            doubled = {
                name: {key: count for key, count in Counter(keys).items() if count > 1}
                for name, keys in _keys(bar.actions(), "")
            }
            assert {name: keys for name, keys in doubled.items() if keys} == {}
            window.resize(560, 640)
            for page in Page:
                window.show_page(page)
                assert (page, find_flaws(window, await still(window))) == (page, [])

    run(scenario())


def _keys(actions: list[QAction], name: str) -> Iterator[tuple[str, list[str]]]:
    shown = [action for action in actions if action.isVisible() and not action.isSeparator()]
    keys = []
    for action in shown:
        text = action.text().replace("&&", "")
        if "&" in text:
            keys.append(text[text.index("&") + 1].casefold())
        menu = action.menu()
        if isinstance(menu, QMenu):
            menu.aboutToShow.emit()
            yield from _keys(menu.actions(), action.text())
    yield name, keys
