"""Appearance: light or dark, the size of texts, the language, the first page."""

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from budgetsync.ui import preferences
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.language import NAMES, Language, language_of, spoken
from budgetsync.ui.memory import Memory
from budgetsync.ui.pages import Page, page_title
from budgetsync.ui.settings.choices import Values
from budgetsync.ui.settings.rows import Row
from budgetsync.ui.settings.section import Section
from budgetsync.ui.theme import TEXT_SIZES, Appearance, Theme
from budgetsync.ui.widgets import button

translate = QCoreApplication.translate


class AppearanceSection(Section):
    """How the window looks. Kept in the window's own memory: another computer may look otherwise."""

    appearance_chosen = Signal(object)
    """An Appearance, which is worn already."""
    restart_requested = Signal()
    """The window is to be built anew, in the language that was chosen."""

    def __init__(self, theme: Theme, bridge: Bridge, icons: Icons, locale: QLocale, memory: Memory) -> None:
        super().__init__(bridge, translate("Settings", "Appearance"))
        self._theme, self._locale, self._memory = theme, locale, memory
        words = {
            Appearance.SYSTEM: translate("Settings", "Like the system"),
            Appearance.LIGHT: translate("Settings", "Light"),
            Appearance.DARK: translate("Settings", "Dark"),
        }
        self.appearance = Values(
            icons,
            translate("Settings", "Light or dark"),
            tuple(Appearance),
            lambda each: words[each],
            self._wear,
        )
        self.text_size = Values(
            icons, translate("Settings", "Size of text"), TEXT_SIZES, self._size_word, self._write_larger
        )
        self.language = Values(
            icons, translate("Settings", "Language"), tuple(Language), _language_word, self._speak
        )
        pages: tuple[Page | None, ...] = (None, *Page)
        self.start_page: Values[Page | None] = Values(
            icons, translate("Settings", "First page"), pages, _page_word, self._begin_with
        )
        self.appearance_row = Row(icons, translate("Settings", "Light or dark"), controls=(self.appearance,))
        self.size_row = Row(
            icons,
            translate("Settings", "Size of text"),
            translate("Settings", "In proportion to the size that the system gives."),
            (self.text_size,),
        )
        self.language_row = self._build_language_row(icons)
        self.start_row = Row(
            icons,
            translate("Settings", "First page"),
            translate("Settings", "The page that the window begins with."),
            (self.start_page,),
        )
        card = self.add_card()
        for row in (self.appearance_row, self.size_row, self.language_row, self.start_row):
            card.add(row)
        self._show()

    def _build_language_row(self, icons: Icons) -> Row:
        row = Row(
            icons,
            translate("Settings", "Language"),
            translate("Settings", "Of texts, numbers and dates. It is spoken from the next start on."),
            (self.language,),
        )
        self.restart_button = button(
            translate("Settings", "Restart now"),
            translate("Settings", "Restart BudgetSync to see it in the chosen language"),
        )
        self.restart_button.clicked.connect(self.restart_requested)
        self.restart_button.hide()
        row.add_control(self.restart_button)
        return row

    async def load(self) -> None:
        """Show what is worn now, whoever chose it."""
        self._show()

    def _show(self) -> None:
        self.appearance.show_value(self._theme.appearance)
        self.text_size.show_value(preferences.text_size(self._memory))
        self.language.show_value(preferences.language(self._memory))
        self.start_page.show_value(preferences.start_page(self._memory))

    def _wear(self, chosen: Appearance) -> None:
        self._theme.choose(chosen)
        preferences.keep_appearance(self._memory, chosen)
        self._memory.save()
        self.appearance_row.feedback.saved()
        self.appearance_chosen.emit(chosen)

    def _write_larger(self, percent: int) -> None:
        self._theme.choose_text_size(percent)
        preferences.keep_text_size(self._memory, percent)
        self._memory.save()
        self.size_row.feedback.saved()

    def _speak(self, chosen: Language) -> None:
        preferences.keep_language(self._memory, chosen)
        self._memory.save()
        self.language_row.feedback.saved()
        self.restart_button.setVisible(language_of(chosen) is not spoken())

    def _begin_with(self, page: Page | None) -> None:
        preferences.keep_start_page(self._memory, page)
        self._memory.save()
        self.start_row.feedback.saved()

    def _size_word(self, percent: int) -> str:
        return translate("Settings", "{n} %").format(n=number(percent, self._locale))


def _language_word(language: Language) -> str:
    return NAMES.get(language) or translate("Settings", "Like the system")


def _page_word(page: Page | None) -> str:
    return translate("Settings", "The one seen last") if page is None else page_title(page)
