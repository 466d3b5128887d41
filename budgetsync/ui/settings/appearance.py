"""Appearance: light or dark, the size of texts, the first page."""

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from budgetsync.ui import preferences
from budgetsync.ui.bridge import Bridge
from budgetsync.ui.formats import number
from budgetsync.ui.icons import Icons
from budgetsync.ui.memory import Memory
from budgetsync.ui.pages import Page, page_title
from budgetsync.ui.settings.choices import Values
from budgetsync.ui.settings.rows import Row
from budgetsync.ui.settings.section import Section
from budgetsync.ui.theme import TEXT_SIZES, Appearance, Theme

translate = QCoreApplication.translate


class AppearanceSection(Section):
    """How the window looks. Kept in the window's own memory: another computer may look otherwise."""

    appearance_chosen = Signal(object)
    """An Appearance, which is worn already."""

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
        self.start_row = Row(
            icons,
            translate("Settings", "First page"),
            translate("Settings", "The page that the window begins with."),
            (self.start_page,),
        )
        card = self.add_card()
        for row in (self.appearance_row, self.size_row, self.start_row):
            card.add(row)
        self._show()

    async def load(self) -> None:
        """Show what is worn now, whoever chose it."""
        self._show()

    def _show(self) -> None:
        self.appearance.show_value(self._theme.appearance)
        self.text_size.show_value(preferences.text_size(self._memory))
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

    def _begin_with(self, page: Page | None) -> None:
        preferences.keep_start_page(self._memory, page)
        self._memory.save()
        self.start_row.feedback.saved()

    def _size_word(self, percent: int) -> str:
        return translate("Settings", "{n} %").format(n=number(percent, self._locale))


def _page_word(page: Page | None) -> str:
    return translate("Settings", "The one seen last") if page is None else page_title(page)
