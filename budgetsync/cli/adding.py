"""How the parts of the parser are handed the way to add their commands."""

import argparse
from collections.abc import Callable

Add = Callable[[str, str], argparse.ArgumentParser]
"""Adds one command by its name and what it is for."""
AddCommon = Callable[[argparse.ArgumentParser], None]
"""Adds what every command takes."""
