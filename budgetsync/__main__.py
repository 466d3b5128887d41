"""``python -m budgetsync`` is the command ``budgetsync``."""

import sys

from budgetsync.cli import main

if __name__ == "__main__":
    sys.exit(main())
