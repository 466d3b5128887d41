"""The words of the window: what a count, a balance, a run or a progress is called."""

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.account import Account
from budgetsync.domain.sync import Counts, Progress, Stage, SyncRun, SyncRunState
from budgetsync.ui.formats import DASH, MINUS, money, number

translate = QCoreApplication.translate

_DEBTS = frozenset({"credit", "loan"})


def progress_text(progress: Progress | None, locale: QLocale) -> str:
    """Say how far a sync is, without a total that nobody knows."""
    if progress is None:
        return translate("Progress", "Syncing")
    if progress.stage is Stage.QUEUED:
        return translate("Progress", "Waiting to start")
    if progress.stage is Stage.APPLYING:
        text = translate("Progress", "Saving {done} of {rows}")
        return text.format(done=number(progress.applied, locale), rows=rows(progress.rows, locale))
    if progress.pages == 0:
        return translate("Progress", "Asking the bank")
    text = translate("Progress", "{rows}, page {page}")
    return text.format(rows=rows(progress.rows, locale), page=number(progress.pages, locale))


def rows(count: int, locale: QLocale) -> str:
    """Count rows in words."""
    if count == 1:
        return translate("Counts", "1 row")
    return translate("Counts", "{n} rows", None, count).format(n=number(count, locale))


def counts_short(counts: Counts, locale: QLocale) -> str:
    """Write what changed as +added ~modified and removed with a true minus sign."""
    parts = (("+", counts.added), ("~", counts.modified), (MINUS, counts.removed))
    return " ".join(sign + number(count, locale) for sign, count in parts)


def counts_long(counts: Counts, locale: QLocale) -> str:
    """Say what changed in words, for a hover text and for those who listen."""
    return translate("Counts", "{added} added, {modified} modified, {removed} removed").format(
        added=number(counts.added, locale),
        modified=number(counts.modified, locale),
        removed=number(counts.removed, locale),
    )


def run_text(run: SyncRun | None, locale: QLocale) -> str:
    """Say what the last run did, or how it ended."""
    if run is None:
        return translate("Run", "No sync so far")
    match run.state:
        case SyncRunState.SUCCEEDED if run.counts == Counts():
            text = translate("Run", "Last sync: nothing new")
        case SyncRunState.SUCCEEDED:
            text = translate("Run", "Last sync: {counts}").format(counts=counts_short(run.counts, locale))
        case SyncRunState.CANCELLED:
            text = translate("Run", "Last sync: cancelled, nothing was changed")
        case SyncRunState.INTERRUPTED:
            text = translate("Run", "Last sync: interrupted, it starts over by itself")
        case SyncRunState.FAILED:
            text = translate("Run", "Last sync: did not finish, nothing was changed")
        case _:  # SyncRunState.RUNNING
            text = translate("Run", "Sync is running")
    return text


def unreadable_rows(count: int, locale: QLocale) -> str:
    """Say that rows were kept aside."""
    if count == 1:
        return translate("Run", "1 row could not be read. It was kept aside; all others are in the ledger.")
    text = translate(
        "Run", "{n} rows could not be read. They were kept aside; all others are in the ledger.", None, count
    )
    return text.format(n=number(count, locale))


def account_title(account: Account) -> str:
    """Name an account with the end of its number."""
    return f"{account.name}  ••{account.mask}" if account.mask else account.name


def balance_figure(account: Account, locale: QLocale) -> str:
    """Write the balance; what is owed is written without a sign, and the caption says that it is owed."""
    if account.current is None:
        return DASH
    if account.type in _DEBTS and account.current.minor < 0:
        return money(-account.current, locale)
    return money(account.current, locale)


def balance_qualifier(account: Account) -> str:
    """Say what the figure is, where it is not simply what the account holds."""
    if account.current is None:
        return translate("Balance", "balance not told")
    if account.type not in _DEBTS:
        return ""
    if account.current.minor < 0:
        return translate("Balance", "in your favour")
    return translate("Balance", "owed")


def balance_extra(account: Account, locale: QLocale) -> str:
    """Say what else the bank tells: the limit of a card, what of a balance is available."""
    if account.type in _DEBTS:
        if account.limit is None:
            return ""
        return translate("Balance", "{limit} limit").format(limit=money(account.limit, locale))
    if account.available is None or account.available == account.current:
        return ""
    return translate("Balance", "{amount} available").format(amount=money(account.available, locale))
