"""The demo bank: a Plaid-compatible HTTP server on the loopback, over an invented and seeded world.

It stands on its own: it imports nothing of the program that it judges.
"""

from budgetsync.sandbox.arguments import add_options as add_bank_options
from budgetsync.sandbox.arguments import options_of as bank_options
from budgetsync.sandbox.bank import CONTROL_TOKEN_VARIABLE, DemoBank, serve_forever
from budgetsync.sandbox.options import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.sandbox.server import BankServer
from budgetsync.sandbox.state import StateError

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
