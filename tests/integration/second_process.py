"""A second program on a data folder that another one owns: asks for a sync and follows it."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

from budgetsync.assembly import assemble
from budgetsync.configuration import load_settings
from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET


async def main(folder: Path) -> dict[str, object]:
    """Queue, follow, and tell what came of it."""
    settings, chosen = load_settings({}, lambda: (DEMO_CLIENT_ID, DEMO_SECRET), folder)
    assembly = assemble(settings, chosen)
    core = assembly.core
    await core.start()
    asked = await core.request_sync()
    runs = await core.wait_until_done(asked)
    rows = await core.newest_transactions(None)
    await core.stop()
    return {
        "owns": core.owns_engine,
        "env": settings.plaid_env,
        "states": [str(run.state) for run in runs.values()],
        "rows": len(rows),
    }


print(json.dumps(asyncio.run(main(Path(sys.argv[1])))))  # noqa: T201
