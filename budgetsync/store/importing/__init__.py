"""Files taken into the ledger: what would become of each entry, and the one commit that carries it out."""

from budgetsync.store.importing.commit import commit_import
from budgetsync.store.importing.planning import plan_import

__all__ = ["commit_import", "plan_import"]
