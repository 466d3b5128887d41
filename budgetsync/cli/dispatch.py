"""Which command does what. Nothing heavy is imported before a command needs it."""

import argparse
from collections.abc import Awaitable, Callable

from budgetsync.cli import (
    commands,
    entry_commands,
    export_commands,
    health_commands,
    import_commands,
    keeping_commands,
    ledger_commands,
    link_commands,
    queue_commands,
    relay_commands,
    schedule_commands,
    source_commands,
)
from budgetsync.cli.bank_commands import run_bank
from budgetsync.cli.daemon import run_daemon
from budgetsync.cli.demo import run_demo
from budgetsync.cli.session import assembled, run_loop, running
from budgetsync.core import Core

_ON_CORE: dict[str, Callable[[Core, argparse.Namespace], Awaitable[int]]] = {
    "sync": commands.sync,
    "status": commands.status,
    "search": commands.search,
    "transactions": commands.transactions,
    "edit": ledger_commands.edit,
    "history": ledger_commands.history,
    "delete": ledger_commands.delete,
    "undelete": ledger_commands.undelete,
    "deleted": ledger_commands.deleted,
    "undo": ledger_commands.undo,
    "redo": ledger_commands.redo,
    "review": ledger_commands.review,
    "add": entry_commands.add,
    "add-account": entry_commands.add_account,
    "accounts": source_commands.accounts,
    "link": source_commands.link,
    "archive": keeping_commands.archive,
    "export": export_commands.export,
    "import": import_commands.import_files,
    "backup": keeping_commands.back_up,
    "connect": link_commands.connect,
    "reconnect": link_commands.reconnect,
    "refresh": link_commands.refresh,
    "disconnect": link_commands.disconnect,
    "health": health_commands.health,
    "queue": queue_commands.queue,
    "dead-letters": health_commands.dead_letters,
    "relay": relay_commands.relay,
    "webhooks": relay_commands.webhooks,
    "pause": schedule_commands.pause,
    "resume": schedule_commands.resume,
    "schedule": schedule_commands.schedule,
}
_SYNCING = frozenset({"sync", "connect", "reconnect", "refresh", "disconnect", "dead-letters"})
"""What works the queue off meanwhile. A sync that another command began would be broken off a moment later."""
_ON_FILES: dict[str, Callable[[argparse.Namespace], int]] = {
    "backups": keeping_commands.backups,
    "check": keeping_commands.check,
    "restore": keeping_commands.restore_backup,
}


def run(chosen: argparse.Namespace) -> int:
    """Run the chosen command and return its exit code."""
    if chosen.command == "bank":
        return run_bank(chosen)
    if chosen.command == "demo":
        return run_demo(chosen)
    if chosen.command in _ON_FILES:
        return _ON_FILES[chosen.command](chosen)
    if chosen.command == "daemon":
        return run_daemon(chosen)

    async def with_core() -> int:
        async with running(assembled(chosen), work=chosen.command in _SYNCING) as core:
            return await _ON_CORE[chosen.command](core, chosen)

    return run_loop(with_core())
