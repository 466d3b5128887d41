"""The demo bank: a Plaid-compatible HTTP server on the loopback, over an invented and seeded world.

It stands on its own: it imports nothing of the program that it judges.
"""

from budgetsync.sandbox.bank import DemoBank, serve_forever
from budgetsync.sandbox.options import DEMO_CLIENT_ID, DEMO_SECRET
from budgetsync.sandbox.server import BankServer
from budgetsync.sandbox.state import StateError

__all__ = ["DEMO_CLIENT_ID", "DEMO_SECRET", "BankServer", "DemoBank", "StateError", "serve_forever"]
