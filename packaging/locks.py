"""Makes the lock files and tells whether they are in step with pyproject.toml.

`python packaging/locks.py make` resolves anew (`--upgrade` takes newer releases too);
`python packaging/locks.py check` needs no network.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "packaging"
# What the build itself is done with: the back end, its editable installs, and the installer.
BUILD_TOOLS = ("build>=1.3,<2", "editables>=0.5", "hatchling>=1.27", "pip>=25", "wheel>=0.45")
EXTRAS = {"requirements.txt": (), "requirements-dev.txt": ("dev", "relay")}
BUILD_LOCK = "requirements-build.txt"
# What runs a relay and nothing else, for its container: of the program's packages only these, and no Qt.
RELAY_LOCK = "requirements-relay.txt"
RELAY_PACKAGES = {"msgspec", "peewee", "pynacl", "starlette", "uvicorn"}
LOCKS = (*EXTRAS, RELAY_LOCK, BUILD_LOCK)
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-annotate",
    "--no-header",
    "--quiet",
)
STEP = re.compile(r"^# in step with ([0-9a-f]{64})$", re.MULTILINE)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def requirements(lock: str) -> list[str]:
    """Returns the requirements that a lock file answers."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    if lock == BUILD_LOCK:
        return [*project["build-system"]["requires"], *BUILD_TOOLS]
    wanted = list(project["project"]["dependencies"])
    if lock == RELAY_LOCK:
        wanted = [line for line in wanted if Requirement(line).name in RELAY_PACKAGES]
    for extra in EXTRAS.get(lock, ("relay",)):
        wanted += project["project"]["optional-dependencies"][extra]
    return wanted


def fingerprint(lock: str) -> str:
    """Returns a digest of the requirements, whatever their order."""
    return hashlib.sha256(json.dumps(sorted(requirements(lock))).encode()).hexdigest()


def normal(name: str) -> str:
    """Spells a package's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def problems(lock: str, text: str) -> list[str]:
    """Returns what is wrong with a lock file's text."""
    found: list[str] = []
    step = STEP.search(text)
    if step is None or step.group(1) != fingerprint(lock):
        found.append(f"{lock} was made from other requirements than pyproject.toml has now")
    pins = {normal(name): version for name, version in PIN.findall(text)}
    for line in requirements(lock):
        requirement = Requirement(line)
        version = pins.get(normal(requirement.name))
        if version is None:
            found.append(f"{lock} does not have {requirement.name}")
        elif not requirement.specifier.contains(version, prereleases=True):
            found.append(f"{lock} has {requirement.name} {version}, which is not {requirement.specifier}")
    hashless = [
        entry for entry in re.split(r"\n(?=\S)", text) if "==" in entry and "--hash=sha256:" not in entry
    ]
    found += [f"{lock} has no hash for {entry.split()[0]}" for entry in hashless]
    if re.search(r"://|--(extra-)?index-url|--find-links|--trusted-host", text):
        found.append(f"{lock} names a place to download from")
    return found


def check() -> int:
    """Reports whether every lock file fits; returns the exit code."""
    found: list[str] = []
    for lock in LOCKS:
        path = FOLDER / lock
        found += problems(lock, path.read_text(encoding="utf-8")) if path.exists() else [f"{lock} is missing"]
    for line in found:
        sys.stdout.write(f"{line}\n")
    if found:
        sys.stdout.write("To make them anew: make lock\n")
    return 1 if found else 0


def make(*, upgrade: bool) -> int:
    """Resolves each lock file; pins that still fit stay unless an upgrade is asked for."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        sys.stderr.write("uv is needed to make lock files: make lock installs it, or see CONTRIBUTING.md\n")
        return 1
    for lock in LOCKS:
        path = FOLDER / lock
        draft = path.with_suffix(".new")
        if path.exists():
            shutil.copyfile(path, draft)
        options = [*OPTIONS, "--upgrade"] if upgrade else list(OPTIONS)
        done = subprocess.run(
            [uv, "pip", "compile", *options, "--output-file", str(draft), "-"],
            cwd=ROOT,
            input="\n".join(requirements(lock)),
            text=True,
            check=False,
        )
        if done.returncode != 0:
            draft.unlink(missing_ok=True)
            return done.returncode
        body = draft.read_text(encoding="utf-8")
        draft.write_text(
            f"# in step with {fingerprint(lock)}\n{STEP.sub('', body).lstrip()}", encoding="utf-8"
        )
        draft.replace(path)
        sys.stdout.write(f"made packaging/{lock}\n")
    return check()


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        sys.exit(check())
    if sys.argv[1:2] == ["make"]:
        sys.exit(make(upgrade="--upgrade" in sys.argv))
    sys.exit("usage: locks.py check | make [--upgrade]")
