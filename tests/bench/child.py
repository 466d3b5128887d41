"""What the measured processes share: how they are told what to do, and how they say what they measured.

Each figure is taken in a fresh process, so that no warm cache, grown heap or earlier import helps it. A
child gets one JSON object as its argument and says one JSON object on its output.
"""

import json
import resource
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
INSTITUTIONS: Final = ("ins_109508", "ins_109509", "ins_109510")
"""The banks of the demo world; their rows together are the rows asked for."""

SMALLEST: Final = "ins_109509"
"""The one with the fewest rows."""

Told = dict[str, Any]


def ask(module: str, told: Told) -> Told:
    """Run a module of this folder as a process of its own and return what it said.

    Raises:
        CalledProcessError: It failed; its traceback is on our standard error.
    """
    command = [sys.executable, "-m", f"tests.bench.{module}", json.dumps(told)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    answer: Told = json.loads(done.stdout)
    return answer


def told() -> Told:
    """Read what this process is to do."""
    given: Told = json.loads(sys.argv[1])
    return given


def say(answer: Told) -> None:
    """Say what was measured."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def command(url: str, name: str) -> Any:  # noqa: ANN401 - JSON
    """Send the responder one of its own requests."""
    request = urllib.request.Request(f"{url}/bench/{name}", b"", method="POST")  # noqa: S310 - the loopback
    with urllib.request.urlopen(request) as response:  # noqa: S310
        return json.load(response)


def peak_megabytes() -> float:
    """Tell the most memory that this process ever had resident, in MB of 1,000,000 bytes.

    On Linux a process inherits the mark of the one that started it, so bench.py itself stays small.
    """
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
