"""The name by which rows of this ledger are told to other programs, and by which they are known when they come back."""

import hashlib
import re
from collections.abc import Iterable
from typing import Final

from budgetsync.domain.ids import AccountId, TransactionId

_NAMED: Final = re.compile(r"budgetsync:([a-p]{12}):([1-9][0-9]{0,17})(?![0-9])")
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
_LEDGER: Final = 12
"""Characters of the ledger's id in a name: enough that two ledgers are never taken for one."""


def row_name(ledger: str, row: TransactionId) -> str:
    """Name a row for other programs: it stays the same for as long as there is the ledger.

    The ledger is in it in letters only: what looks like a number of an account is hidden by those who read files.
    """
    return f"budgetsync:{_letters(ledger)}:{row}"


def account_name(ledger: str, account: AccountId) -> str:
    """Name an account for other programs, in no more than the 22 characters that OFX allows.

    Nothing of it is part of a row's name: readers hide an account's number wherever it comes, in ids, too.
    """
    return f"{hashlib.blake2b(ledger.encode(), digest_size=5).hexdigest().translate(_LETTERS)}-{account}"


def named_row(ledger: str, texts: Iterable[str]) -> TransactionId | None:
    """Find which row of this ledger an entry was written from; None where no text names one.

    Args:
        ledger: The id of the ledger that looks.
        texts: What an entry of a file has: its id, references, the entry as it came.
    """
    for text in texts:
        for told in _NAMED.finditer(text):
            if told[1] == _letters(ledger):
                return TransactionId(int(told[2]))
    return None


def _letters(ledger: str) -> str:
    return ledger[:_LEDGER].translate(_LETTERS)
