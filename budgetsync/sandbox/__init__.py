"""The demo bank: a Plaid-compatible HTTP server on the loopback, over an invented and seeded world.

It stands on its own: it imports nothing of the program that it judges. The bank itself is loaded when it is asked
for: most commands want its keys alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from budgetsync.sandbox.options import DEMO_CLIENT_ID, DEMO_SECRET

if TYPE_CHECKING:
    from budgetsync.sandbox.arguments import add_options as add_bank_options
    from budgetsync.sandbox.arguments import options_of as bank_options
    from budgetsync.sandbox.bank import CONTROL_TOKEN_VARIABLE, DemoBank, serve_forever
    from budgetsync.sandbox.server import BankServer
    from budgetsync.sandbox.state import StateError

_HOMES = {
    "CONTROL_TOKEN_VARIABLE": ("bank", "CONTROL_TOKEN_VARIABLE"),
    "BankServer": ("server", "BankServer"),
    "DemoBank": ("bank", "DemoBank"),
    "StateError": ("state", "StateError"),
    "add_bank_options": ("arguments", "add_options"),
    "bank_options": ("arguments", "options_of"),
    "serve_forever": ("bank", "serve_forever"),
}

__all__ = [
    "CONTROL_TOKEN_VARIABLE",
    "DEMO_CLIENT_ID",
    "DEMO_SECRET",
    "BankServer",
    "DemoBank",
    "StateError",
    "add_bank_options",
    "bank_options",
    "serve_forever",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is asked for
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, attribute = _HOMES[name]
    return getattr(import_module(f"{__name__}.{module}"), attribute)
