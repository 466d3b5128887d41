"""What can be chosen of each kind of filter, as texts of terms, and which of them a search has."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from budgetsync.domain.query import Named, Numbered, Query, Term, parse_query
from budgetsync.domain.query.completion import account_value, quoted
from budgetsync.domain.query.rewriting import Group, group_of
from budgetsync.domain.query.vocabulary import AccountWord, Vocabulary
from budgetsync.domain.transaction import TransactionState
from budgetsync.ui.icons import Icons
from budgetsync.ui.transactions.search.term_words import state_words
from budgetsync.ui.widgets import Choice

translate = QCoreApplication.translate
Entry = tuple[str, str]
"""What is shown, and the text of the term."""


def account_entries(vocabulary: Vocabulary) -> list[Entry]:
    """Accounts, with their bank where a name is not enough."""
    return [
        (
            account.name if account.is_unique or not account.bank else f"{account.name}, {account.bank}",
            f"account:{account_value(account, vocabulary)}",
        )
        for account in vocabulary.accounts
    ]


def entry_of(term: Term, vocabulary: Vocabulary, today: date) -> Term:
    """Give the term that is offered for the account that another one means; itself where it means no or several."""
    meant = [account for account in vocabulary.accounts if _means(term, account)]
    if len(meant) != 1:
        return term
    return parse_query(f"account:{account_value(meant[0], vocabulary)}", today).terms[0]


def _means(term: Term, account: AccountWord) -> bool:
    if isinstance(term, Numbered):
        return term.number == account.id
    return isinstance(term, Named) and term.phrase.found_in(account.name)


def category_entries(vocabulary: Vocabulary) -> list[Entry]:
    """Categories, and none."""
    none = (translate("Search", "No category"), "is:uncategorized")
    return [none, *((name, f"category:{quoted(name)}") for name in vocabulary.categories)]


def tag_entries(vocabulary: Vocabulary) -> list[Entry]:
    """Tags."""
    return [(name, f"tag:{quoted(name)}") for name in vocabulary.tags]


def source_entries(vocabulary: Vocabulary) -> list[Entry]:
    """Sources."""
    return [(name, f"source:{name}") for name in vocabulary.sources]


def state_entries() -> list[Entry]:
    """States."""
    return [(state_words()[state], f"is:{state.value.lower()}") for state in TransactionState]


def day_entries() -> list[Entry]:
    """Stretches of days that are often wanted."""
    return [
        (translate("Search", "Today"), "on:today"),
        (translate("Search", "Last 7 days"), "since:7d"),
        (translate("Search", "Last 30 days"), "since:30d"),
        (translate("Search", "This month"), "on:this-month"),
        (translate("Search", "Last month"), "on:last-month"),
        (translate("Search", "This year"), "on:this-year"),
        (translate("Search", "Last year"), "on:last-year"),
    ]


def terms_of(query: Query, group: Group) -> list[Term]:
    """List the terms of a search that are about one thing, and are not turned round."""
    return [term for term in query.terms if group_of(term) is group and not term.negated]


class TermChoice(Choice):
    """A drop-down list of terms: none, one of those offered, or what was typed in another way."""

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__(icons, name)
        self._offered: list[Entry] = []
        self._rows: dict[str, int] = {}

    def offer(self, anything: str, entries: Iterable[Entry]) -> None:
        """Offer these, after one that takes the filter away.

        Args:
            entries: Their terms in normal form.
        """
        wanted = [(anything, ""), *entries]
        if wanted == self._offered:
            return
        self._offered = wanted
        self._rows = {text: row for row, (_, text) in enumerate(wanted)}
        self.clear()
        for shown, text in wanted:
            self.addItem(shown, text)

    def show_terms(self, terms: list[Term], said: str) -> None:
        """Choose what a search has; what is not offered gets a line of its own."""
        if self.count() > len(self._offered):
            self.removeItem(self.count() - 1)
        row = self._rows.get(" ".join(map(str, terms)))
        if row is None:
            self.addItem(said, None)  # nothing to write: it stands in the search already
        self.setCurrentIndex(self.count() - 1 if row is None else row)
