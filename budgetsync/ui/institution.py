"""What a connection is called on screen."""

from budgetsync.domain.item import Item
from budgetsync.ui.language import engine_text


def institution_name(item: Item) -> str:
    """Give a bank's own name; what no bank feeds, such as statement files, is called in the person's language."""
    return item.institution.name if item.is_synced else engine_text(item.institution.name)
