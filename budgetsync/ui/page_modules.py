"""What pages are made of that are not built when the window opens."""

from importlib import import_module

_PAGES_LATER = (
    "transactions.page",
    "activity.page",
    "problems.page",
    "insights.page",
    "settings.page",
    "connect.connect_panel",
    "connect.remove_panel",
)


def load_pages() -> None:
    """Load the modules of these pages; on a thread of its own, since each takes several frames."""
    for name in _PAGES_LATER:
        import_module(f"budgetsync.ui.{name}")
