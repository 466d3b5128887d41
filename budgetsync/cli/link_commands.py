"""Commands that connect banks, sign in anew, ask a bank for news, and remove connections."""

import argparse
import asyncio
import getpass
import sys
from datetime import datetime

from budgetsync.cli import output
from budgetsync.cli.session import DONE, NOT_SYNCED, WRONG, describe_run, follow, names, outcome
from budgetsync.core import Core
from budgetsync.core_links import LinkNews
from budgetsync.domain.errors import UsageError
from budgetsync.domain.ids import ItemId
from budgetsync.domain.link import LinkEnd, LinkResult, LinkSession, LinkState
from budgetsync.domain.refresh import COST, BankRefresh, RefreshState


async def connect(core: Core, chosen: argparse.Namespace) -> int:
    """`connect`: a bank, by a page in the person's browser; or a test bank without one."""
    if chosen.check_keys:
        await core.check_keys()
        sys.stdout.write(f"The provider accepts these keys for {core.environment}.\n")
        return DONE
    if chosen.simplefin:
        return await _connect_simplefin(core, chosen)
    if chosen.institution is not None:
        return await _connect_test_bank(core, chosen)
    session = await core.begin_connect(
        days=chosen.days, countries=_countries(chosen), language=chosen.language
    )
    return await _go_through(core, session, allow_duplicate=chosen.even_if_connected)


async def _connect_simplefin(core: Core, chosen: argparse.Namespace) -> int:
    """Claim a setup token. It is never an argument: those can be seen by other programs, and are remembered."""
    if sys.stdin.isatty():
        token = await asyncio.to_thread(getpass.getpass, "Setup token: ")
    else:
        token = await asyncio.to_thread(sys.stdin.readline)
    item = None if chosen.item is None else ItemId(chosen.item)
    item_id = await core.connect_simplefin(token, item)
    name = names(await core.overview())[item_id]
    sys.stdout.write(
        f"{name} {'is connected' if item is None else 'opens again'}, as connection {item_id}.\n"
    )
    if not chosen.sync:
        sys.stdout.write("Fetch its transactions with `budgetsync sync`.\n")
        return DONE
    runs = await follow(core, await core.request_sync(item_id))
    return outcome(await core.overview(), runs, [item_id])


async def _connect_test_bank(core: Core, chosen: argparse.Namespace) -> int:
    item_id = await core.connect_sandbox(chosen.institution)
    name = names(await core.overview())[item_id]
    sys.stdout.write(f"{name} is connected, as connection {item_id}.\n")
    if not chosen.sync:
        sys.stdout.write("Fetch its transactions with `budgetsync sync`.\n")
        return DONE
    runs = await follow(core, await core.request_sync(item_id))
    return outcome(await core.overview(), runs, [item_id])


async def reconnect(core: Core, chosen: argparse.Namespace) -> int:
    """`reconnect`: sign in anew at the same bank; history and edits stay or are carried over."""
    item_id = ItemId(chosen.item)
    if chosen.test_bank:
        new = await core.reconnect(item_id)
        sys.stdout.write(f"{names(await core.overview())[new]} is connected anew, as connection {new}.\n")
        return await _sync_new(core, new, replaced=item_id)
    session = await core.begin_reconnect(
        item_id, choose_accounts=chosen.accounts, countries=_countries(chosen), language=chosen.language
    )
    if session.replaces is not None:
        sys.stdout.write(
            "Its key is gone, so the bank is connected anew; history and edits are carried over.\n"
        )
    return await _go_through(core, session, allow_duplicate=False)


async def _go_through(core: Core, session: LinkSession, *, allow_duplicate: bool) -> int:
    sys.stdout.write(f"Open this address in your browser and sign in at your bank:\n\n{session.url}\n\n")
    sys.stdout.flush()
    waiting = _Waiting(core, session.expires_at)
    result = await core.wait_for_link(session, waiting.tell, allow_duplicate=allow_duplicate)
    return await _tell_end(core, session, result)


class _Waiting:
    """Says on stderr what changes while a page waits."""

    def __init__(self, core: Core, expires_at: datetime) -> None:
        self._until = output.format_local(expires_at, core.now())
        self._core = core
        self._unreachable = False

    def tell(self, news: LinkNews) -> None:
        """Take what changed."""
        if news.trouble is not None:
            if not self._unreachable:
                self._say(f"{news.trouble.message} Still waiting; what you do on the page is not lost.")
            self._unreachable = True
            return
        if self._unreachable:
            self._say("The connection is back.")
        self._unreachable = False
        if news.state is LinkState.WAITING:
            self._say(f"Waiting for you until {self._until}. Ctrl+C ends the waiting.")
        elif news.state is LinkState.UNDER_WAY:
            self._say("The page is open. Waiting for you to finish.")

    @staticmethod
    def _say(text: str) -> None:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


async def _tell_end(core: Core, session: LinkSession, result: LinkResult) -> int:
    match result.end:
        case LinkEnd.CONNECTED | LinkEnd.REPAIRED:
            assert result.item_id is not None
            name = names(await core.overview())[result.item_id]
            what = "is connected" if result.end is LinkEnd.CONNECTED else "opens again"
            sys.stdout.write(f"{name} {what}, as connection {result.item_id}.\n")
            return await _sync_new(core, result.item_id, replaced=session.replaces)
        case LinkEnd.DUPLICATE:
            accounts = ", ".join(f"{one.name} {one.mask or ''}".strip() for one in result.accounts)
            sys.stderr.write(
                f"Connected already: {accounts}, by connection {result.item_id}. Nothing was connected, since each "
                f"row would come twice. Sign in anew with `budgetsync reconnect {result.item_id}`, or connect it all "
                "the same with `budgetsync connect --even-if-connected`.\n"
            )
            return WRONG
        case LinkEnd.LEFT:
            why = f" {output.format_trouble(result.trouble)}" if result.trouble else ""
            sys.stderr.write(
                f"You left the page before the end; nothing was changed.{why} Run the command again for a new page.\n"
            )
        case LinkEnd.EXPIRED:
            sys.stderr.write(
                "The page has expired; nothing was changed. Run the command again for a new page.\n"
            )
    return NOT_SYNCED


async def _sync_new(core: Core, item_id: ItemId, *, replaced: ItemId | None) -> int:
    runs = await follow(core, [item_id])
    overview = await core.overview()
    sys.stdout.write(f"{names(overview)[item_id]}: {describe_run(runs.get(item_id))}\n")
    worst = outcome(overview, runs, [item_id])
    if worst == DONE and replaced is not None and replaced not in names(overview):
        sys.stdout.write(f"Connection {item_id} took over every account of connection {replaced}.\n")
    return worst


async def refresh(core: Core, chosen: argparse.Namespace) -> int:
    """`refresh`: have the bank itself asked, and tell what came of it."""
    sys.stderr.write(f"{COST}\n")
    asked = await core.ask_bank_to_refresh(ItemId(chosen.item))
    name = names(await core.overview())[asked.item_id]
    sys.stdout.write(f"{name} is being asked for news.\n")
    sys.stdout.flush()
    if chosen.no_wait:
        sys.stdout.write("What it says comes with the next sync.\n")
        return DONE
    sys.stderr.write("What it says is fetched in less than a minute. Ctrl+C leaves that to the next sync.\n")
    return _tell_refresh(name, await core.wait_until_refreshed(asked))


def _tell_refresh(name: str, asked: BankRefresh) -> int:
    match asked.state:
        case RefreshState.NEWS:
            counts = output.format_counts(asked.counts)
            as_of = f", as of {output.format_local(asked.as_of)}" if asked.as_of else ""
            sys.stdout.write(f"{name} answered{as_of}: {counts}.\n")
        case RefreshState.NOTHING:
            sys.stdout.write(
                f"{name} has told nothing new yet; what it may still say comes with the next sync.\n"
            )
        case _:
            sys.stderr.write(f"The sync after it failed; see `budgetsync status` for {name}.\n")
            return NOT_SYNCED
    return DONE


async def disconnect(core: Core, chosen: argparse.Namespace) -> int:
    """`disconnect`: end a connection; its history stays unless it is to be deleted."""
    item_id = ItemId(chosen.item)
    overview = await core.overview()
    connection = next((one for one in overview.items if one.item.id == item_id), None)
    if connection is None:
        message = f"There is no connection {item_id}."
        raise UsageError(message, action="See `budgetsync status` for the connections and their numbers.")
    name = connection.item.institution.name
    rows = sum(account.transactions for account in connection.accounts)
    if not chosen.yes:
        _ask(name, rows, delete=chosen.delete_history)
    removal = await core.remove_connection(
        item_id, keep_history=not chosen.delete_history, even_if_unreachable=chosen.force
    )
    if removal.at_provider:
        sys.stdout.write(f"{name} is disconnected, and its key is worth nothing any more.\n")
    else:
        sys.stdout.write(
            f"{name} is disconnected here. Its provider could not be told: remove it there too, in your account.\n"
        )
    if not chosen.delete_history:
        sys.stdout.write(
            f"Its {rows:,} transactions stay. `budgetsync reconnect {item_id}` connects it again.\n"
        )
        return DONE
    sys.stdout.write(
        f"{len(removal.deleted)} of {len(connection.accounts)} accounts were deleted with all their transactions.\n"
        f"Backups still have them: {removal.backup} and older ones, until you delete those.\n"
    )
    return DONE


def _ask(name: str, rows: int, *, delete: bool) -> None:
    """Have it confirmed by a person at the terminal.

    Raises:
        UsageError: It was not, or there is nobody to ask.
    """
    what = f"delete its {rows:,} transactions for good" if delete else "keep its transactions"
    if not sys.stdin.isatty():
        message = "Nobody is there to confirm it."
        raise UsageError(message, action="Add --yes to do it without being asked.")
    sys.stderr.write(f"Disconnect {name} and {what}? Type yes: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() != "yes":
        message = "It was not confirmed; nothing was changed."
        raise UsageError(message, action="Type yes when asked, or add --yes.")


def _countries(chosen: argparse.Namespace) -> tuple[str, ...]:
    return tuple(chosen.country or ("US",))
