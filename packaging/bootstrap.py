"""Sets a checkout up: virtual environment, locked dependencies, missing system libraries.

The Makefile runs this before each job: `python3 packaging/bootstrap.py --for demo`. It needs nothing but
the standard library and is safe to repeat and to interrupt: a stamp inside `.venv` is written last, and
while it fits there is nothing to do. It avoids new syntax, so that an old Python can say that it is old.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "bootstrap.json"
NO_WINDOW = VENV / "no-window"
PROJECT = ROOT / "pyproject.toml"
RUNTIME_LOCK = ROOT / "packaging" / "requirements.txt"
DEV_LOCK = ROOT / "packaging" / "requirements-dev.txt"
BUILD_LOCK = ROOT / "packaging" / "requirements-build.txt"
NODE_FOLDER = ROOT / "tests" / "contract" / "node"
OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")
JOBS = ("demo", "test", "check", "bench", "screenshots", "lock")


class CannotGoOnError(Exception):
    """The job cannot be done here; the text says why and what to type."""


def say(text: str) -> None:
    """Prints one line of progress at once."""
    sys.stdout.write(f"budgetsync: {text}\n")
    sys.stdout.flush()


def use_new_enough_python() -> None:
    """Goes on under a newer Python where this one is too old and a newer one is installed."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER_NAMES:
        found = shutil.which(name)
        if found is not None:
            os.execv(found, [found, *sys.argv])  # noqa: S606 - the same script under another Python
    version = ".".join(str(part) for part in sys.version_info[:3])
    message = (
        f"Python 3.11 or newer is needed; {sys.executable} is {version}. Install one "
        "(on Debian 12 and Ubuntu 24.04: sudo apt-get install python3) or name one that you have: "
        "make PYTHON=python3.11 ..."
    )
    raise CannotGoOnError(message)


def ensure_system_packages(job: str) -> bool:
    """Gets the system libraries of a job, or says what to type; returns whether a window can be opened."""
    display = system_packages.has_display()
    if not system_packages.is_debian_like():
        programs = system_packages.missing_programs() if job == "test" else []
        if programs:
            say("not found, and tests of the real window need them: " + ", ".join(programs))
        return True
    missing = system_packages.missing_packages(system_packages.packages_for(job, display=display))
    reason = install_system_packages(missing)
    if not reason:
        return True
    command = system_packages.install_command(missing)
    if job != "demo":
        message = f"system packages are missing and {reason}. Type this, then try again:\n  {command}"
        raise CannotGoOnError(message)
    say(f"the window needs system packages that are missing, and {reason}. To get them, type:\n  {command}")
    say("until then the demo runs in the terminal")
    return False


def install_system_packages(missing: list[str]) -> str:
    """Installs what is missing; returns "" or why it could not be done."""
    if not missing:
        return ""
    prefix = system_packages.apt_prefix()
    if prefix is None:
        return "this user may not install them"
    say(f"installing {len(missing)} system packages: {' '.join(missing)}")
    reason = system_packages.install(missing, prefix)
    still = [] if reason else system_packages.missing_packages(tuple(missing))
    return reason or ("apt-get left out " + " ".join(still) if still else "")


def wanted_stamp(locks: tuple[Path, ...]) -> dict[str, str]:
    """Describes the environment that lock files ask for on this Python."""
    stamp = {"python": f"{sys.version} at {sys.base_prefix}", "folder": str(VENV)}
    for path in (PROJECT, *locks):
        stamp[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return stamp


def read_stamp() -> dict[str, str]:
    """Returns what the last complete run wrote, or nothing."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_stamp(stamp: dict[str, str]) -> None:
    """Replaces the stamp in one step, so that half a stamp is never seen."""
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")
    draft.replace(STAMP)


def ensure_venv_module() -> None:
    """Gets Python's own venv module complete: Debian keeps a part of it in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None and importlib.util.find_spec("venv") is not None:
        return
    package = system_packages.venv_package()
    reason = "this system has no apt-get"
    if system_packages.is_debian_like():
        reason = install_system_packages([package])
        if not reason:
            return
    command = system_packages.install_command([package])
    message = f"Python's venv module needs {package}, and {reason}. Type this, then try again:\n  {command}"
    raise CannotGoOnError(message)


def make_venv() -> None:
    """Makes the virtual environment anew."""
    ensure_venv_module()
    say(f"making .venv with Python {sys.version.split()[0]}")
    # Inside an activated environment the Python behind it is asked: the old one is about to go.
    base = getattr(sys, "_base_executable", sys.executable)
    if VENV.is_symlink():
        VENV.unlink()  # it leads to another checkout's, which is not ours to clear
    run([base, "-m", "venv", "--clear", str(VENV)], "the virtual environment could not be made")


def run(command: list[str], failure: str) -> None:
    """Runs one step in silence; when it fails its own last words are shown."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        last = "\n".join(done.stdout.strip().splitlines()[-15:])
        message = f"{failure}:\n{last}"
        raise CannotGoOnError(message)


def pip(arguments: list[str], failure: str) -> None:
    """Runs the environment's pip; bytecode is made when a module is first used, which saves minutes."""
    options = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-compile"]
    run([str(PYTHON), "-m", "pip", "install", *options, *arguments], failure)


def install_locked(lock: Path) -> None:
    """Installs exactly what a lock file names, each file checked by its hash."""
    count = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
    say(f"installing up to {count} locked packages of packaging/{lock.name}")
    pip(
        ["--require-hashes", "--no-deps", "-r", str(lock)],
        f"the packages of {lock.name} could not be installed (is the network there?)",
    )


def ensure_environment(job: str) -> None:
    """Brings `.venv` in step with the lock files; returns at once when it is.

    What a changed lock file no longer names shall be gone, and a run that was stopped may have left half a
    package: both end with a new environment. Only additions are made in place.
    """
    locks = (BUILD_LOCK, RUNTIME_LOCK) if job == "demo" else (BUILD_LOCK, RUNTIME_LOCK, DEV_LOCK)
    stamp = read_stamp() if PYTHON.exists() else {}
    wanted = wanted_stamp(locks)
    if all(stamp.get(key) == value for key, value in wanted.items()):
        return
    STAMP.unlink(missing_ok=True)
    begun = time.monotonic()
    changed = {key for key, value in stamp.items() if wanted.get(key, value) != value}
    if not stamp or changed - {PROJECT.name}:
        make_venv()
        stamp = {}
    missing = [lock for lock in locks if lock.name not in stamp]
    if DEV_LOCK in missing and RUNTIME_LOCK in missing:
        missing.remove(RUNTIME_LOCK)  # The other one names all of it too.
    for lock in missing:
        install_locked(lock)
    if not missing:
        say("installing the project itself again: pyproject.toml has changed")
    project = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    pip(project, "the project itself could not be installed")
    write_stamp({**stamp, **wanted})
    say(f"set up in {time.monotonic() - begun:.0f} s")


def ensure_node_packages(job: str) -> None:
    """Gets Plaid's Node client for the tests of the demo bank; returns at once when it is there."""
    npm = shutil.which("npm")
    if job != "test" or npm is None:
        return
    lock, stamp = NODE_FOLDER / "package-lock.json", NODE_FOLDER / "node_modules" / ".stamp"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return
    say("installing the Node packages of tests/contract/node")
    options = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(NODE_FOLDER)]
    run([npm, "ci", *options], "the Node packages could not be installed (is the network there?)")
    stamp.write_text(wanted, encoding="utf-8")


def main() -> int:
    """Sets up what one job needs."""
    parser = argparse.ArgumentParser(description="Sets this checkout up for a job.")
    parser.add_argument("--for", dest="job", choices=JOBS, required=True)
    job = parser.parse_args().job
    try:
        use_new_enough_python()
        # One at a time: `make -j` and two terminals wait for each other. Released when this process ends.
        with Path(__file__).open("rb") as own_file:
            fcntl.flock(own_file, fcntl.LOCK_EX)
            window = ensure_system_packages(job)
            ensure_environment(job)
            ensure_node_packages(job)
            if window:
                NO_WINDOW.unlink(missing_ok=True)
            else:
                NO_WINDOW.touch()
    except CannotGoOnError as error:
        sys.stderr.write(f"budgetsync: {error}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nbudgetsync: stopped; the next run carries on from here\n")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
