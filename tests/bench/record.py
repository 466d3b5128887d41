"""Let the real client walk through everything once, so that the responder has its exact requests on tape.

Three institutions, as in the first sync of a new user: connect, page /transactions/sync to its end, ask
/item/get, and ask once more at the last cursor, which is what a sync without news does.
A process of its own, so that its memory counts for nobody.
"""

import asyncio

from budgetsync.providers.plaid.provider import PlaidProvider
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET
from tests.bench.child import INSTITUTIONS, say, told


async def walk(url: str) -> dict[str, int]:
    """Ask for everything; returns the rows of each institution."""
    provider = PlaidProvider(url, DEMO_CLIENT_ID, DEMO_SECRET, b"".join)
    counts: dict[str, int] = {}
    for institution in INSTITUTIONS:
        connection = await provider.connect_sandbox(institution)
        cursor, rows, more = "", 0, True
        while more:
            page = await provider.fetch_page(connection.access_token, cursor)
            rows += len(page.added)
            cursor, more = page.next_cursor, page.has_more
        await provider.fetch_standing(connection.access_token)
        quiet = await provider.fetch_page(connection.access_token, cursor)
        assert not quiet.added
        assert quiet.next_cursor == cursor
        counts[institution] = rows
    return counts


if __name__ == "__main__":
    say(asyncio.run(walk(told()["url"])))
