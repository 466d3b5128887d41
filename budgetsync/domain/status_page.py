"""Where a provider tells in public how its banks do."""

_PAGES = {"plaid": "https://dashboard.plaid.com/activity/status"}
"""Of each provider, by name. Source: Plaid's page "Institution status in Link"."""
_REAL = frozenset({"sandbox", "production"})


def status_page(provider: str, environment: str) -> str | None:
    """Give the address of the page on which a bank's connection can be looked up; None where there is none.

    Args:
        environment: demo, sandbox or production; a demo bank has no such page.
    """
    return _PAGES.get(provider) if environment in _REAL else None
