"""The pages of the window, of which one is seen; each is built when it is first asked for."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from budgetsync.ui.pages import Page


class PageStack(QStackedWidget):
    """Shows one page, or for a while something else over it, such as the steps of connecting a bank.

    Args:
        build: Builds each page.
    """

    shown = Signal(object)
    """A Page that has come to be seen."""

    def __init__(self, build: Mapping[Page, Callable[[], QWidget]]) -> None:
        super().__init__()
        self._build = build
        self._built: dict[Page, QWidget] = {}
        self.current = next(iter(build))

    def page(self, page: Page) -> QWidget:
        """Give a page, which is built now if it was not yet."""
        if page not in self._built:
            self._built[page] = self._build[page]()
            self.addWidget(self._built[page])
        return self._built[page]

    def is_built(self, page: Page) -> bool:
        """Tell whether a page was asked for yet."""
        return page in self._built

    def show_page(self, page: Page) -> None:
        """Let a page be seen."""
        self.current = page
        self.setCurrentWidget(self.page(page))
        self.shown.emit(page)

    def show_over(self, widget: QWidget) -> None:
        """Let something be seen in a page's place, until `show_page`."""
        if self.indexOf(widget) < 0:
            self.addWidget(widget)
        self.setCurrentWidget(widget)
