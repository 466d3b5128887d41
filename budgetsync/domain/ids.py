"""Names for the row numbers of the ledger, so that one kind is never passed for another."""

from typing import NewType

ItemId = NewType("ItemId", int)
"""A connection: one login at one institution."""

AccountId = NewType("AccountId", int)
"""An account of the ledger, whatever number of sources feeds it."""

SourceAccountId = NewType("SourceAccountId", int)
"""What one source calls an account."""

TransactionId = NewType("TransactionId", int)
"""A row of the ledger."""

ObservationId = NewType("ObservationId", int)
"""What one source said about a transaction."""

RunId = NewType("RunId", int)
"""One attempt to bring one item up to date."""

CommandId = NewType("CommandId", int)
"""One thing that the user did to the ledger."""
