"""`bank`: the demo bank on its own, and what is done to one that runs."""

import argparse
import asyncio
import sys

from budgetsync.cli.until_stdin import end_with_stdin
from budgetsync.demo import Control
from budgetsync.domain.errors import UsageError

DONE = 0


def run_bank(chosen: argparse.Namespace) -> int:
    """Run one of the bank's commands and return its exit code."""
    if chosen.bank_command == "serve":
        return _serve(chosen)
    url = getattr(chosen, "plaid_url", None)
    if url is None:
        message = "Which bank? None is named."
        raise UsageError(
            message, action="Add --plaid-url and the address that `budgetsync bank serve` printed."
        )
    control = Control(url, chosen.control_token or "")
    if chosen.bank_command == "advance":
        return asyncio.run(_advance(control, chosen.days))
    return asyncio.run(_happen(control, chosen.kind, chosen.institution))


async def _advance(control: Control, days: int) -> int:
    if days < 1:
        message = f"{days} days cannot pass."
        raise UsageError(message, action="Time passes by one day or more.")
    await control.advance(days)
    sys.stdout.write(f"{days} {'day has' if days == 1 else 'days have'} passed at the bank.\n")
    return DONE


async def _happen(control: Control, kind: str | None, institution: str | None) -> int:
    kinds = await control.fetch_kinds()
    if kind is None:
        sys.stdout.write("\n".join(kinds) + "\n")
        return DONE
    if kind not in kinds:
        message = f"Nothing of the name {kind} can happen at the demo bank."
        raise UsageError(message, action="`budgetsync bank happen` alone lists what can.")
    await control.happen(kind, **({} if institution is None else {"institution_id": institution}))
    sys.stdout.write(f"It happened at the bank: {kind}.\n")
    return DONE


def _serve(chosen: argparse.Namespace) -> int:
    from budgetsync.sandbox import StateError, bank_options, serve_forever  # noqa: PLC0415 - only here

    if chosen.until_stdin_closes:
        end_with_stdin()
    try:
        serve_forever(**bank_options(chosen, limits=not chosen.no_limits))
    except (StateError, OSError, ValueError) as error:
        message = f"{error}".rstrip(".") + "."
        raise UsageError(message, title="The demo bank cannot start") from None
    return DONE
