"""An import before it is done: what each entry of a file would become, and what the person chose instead."""

from budgetsync.domain.importing.own_export import own_rows
from budgetsync.domain.importing.plan import (
    Choice,
    ChosenAccount,
    ImportCounts,
    Imported,
    ImportPlan,
    NewAccount,
    PlannedEntry,
    PlannedStatement,
    PlanOutdated,
    Verdict,
)

__all__ = [
    "Choice",
    "ChosenAccount",
    "ImportCounts",
    "ImportPlan",
    "Imported",
    "NewAccount",
    "PlanOutdated",
    "PlannedEntry",
    "PlannedStatement",
    "Verdict",
    "own_rows",
]
