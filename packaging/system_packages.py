"""Which system libraries and programs each job needs, and how a missing one is got.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

# One entry for each Debian package; after a bar stand the names that it has in other releases.
DRAWING = (
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libfontconfig1",
    "libglib2.0-0|libglib2.0-0t64",
    "fonts-dejavu-core",
)
WINDOW = (
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
)
TEST_PROGRAMS = (
    "xvfb",
    "xauth",
    "openbox",
    "xdotool",
    "trayer",
    "imagemagick|imagemagick-6.q16|imagemagick-7.q16",
    "dbus",
    "dbus-x11",
    "gnome-keyring",
    "at-spi2-core",
    "python3-pyatspi",
    "strace",
    "hledger",  # reads what is exported
    "procps",
    "git",
    "postgresql",  # the relay's tests start a cluster of their own from it
    "chromium|chromium-browser",
    "chromium-driver|chromium-chromedriver",
)
# Got only where the program is not there yet: Node often comes from elsewhere, with npm in it.
NODE = {"node": "nodejs", "npm": "npm"}
# How the programs among them are called, for systems whose packages have other names.
PROGRAMS = (
    "Xvfb",
    "openbox",
    "xdotool",
    "trayer",
    "import",
    "dbus-run-session",
    "gnome-keyring-daemon",
    "strace",
    "hledger",
    "initdb",
    "chromium",
    "chromedriver",
    "node",
    "npm",
)


def packages_for(job: str, *, display: bool) -> tuple[str, ...]:
    """Names the Debian packages that a job needs besides Python."""
    if job == "test":
        node = tuple(package for program, package in NODE.items() if shutil.which(program) is None)
        return DRAWING + WINDOW + TEST_PROGRAMS + node
    if job in {"bench", "screenshots"}:
        return DRAWING
    if job == "demo" and display:
        return DRAWING + WINDOW
    return ()


def has_display() -> bool:
    """Tells whether a window could be shown here."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_debian_like() -> bool:
    """Tells whether packages can be looked up and installed by Debian's tools."""
    return shutil.which("dpkg-query") is not None and shutil.which("apt-get") is not None


def missing_packages(wanted: tuple[str, ...]) -> list[str]:
    """Returns those of the wanted packages that are not installed, by their usual name."""
    names = [name for entry in wanted for name in entry.split("|")]
    if not names:
        return []
    listing = subprocess.run(
        ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *names],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    installed = {line.split()[0] for line in listing.splitlines() if line.endswith(" installed")}
    return [entry.split("|")[0] for entry in wanted if installed.isdisjoint(entry.split("|"))]


def missing_programs() -> list[str]:
    """Returns the programs of the tests that are not on the search path."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def install_command(packages: list[str]) -> str:
    """Spells the command that a person types to install these packages."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def apt_prefix() -> list[str] | None:
    """Returns what apt-get must be started through to have the rights it needs, or None without them."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo is None:
        return None
    asked = subprocess.run([sudo, "-n", "true"], capture_output=True, check=False)
    return [sudo, "-n"] if asked.returncode == 0 else None


def install(packages: list[str], prefix: list[str]) -> str:
    """Installs Debian packages; returns "" or the reason why that could not be done."""
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    steps = (
        [*prefix, *quiet, "update"],
        [*prefix, *quiet, "install", "-y", "--no-install-recommends", *packages],
    )
    for step in steps:
        done = subprocess.run(
            step,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        # A failed update is no reason to stop: the lists on the disk may be good enough.
        if done.returncode != 0 and "install" in step:
            last = "\n".join(done.stdout.strip().splitlines()[-8:])
            return f"apt-get failed:\n{last}"
    return ""


def venv_package() -> str:
    """Names the Debian package that lets the running Python make virtual environments."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def is_system_python() -> bool:
    """Tells whether the running Python came from the system's packages."""
    return Path(sys.base_prefix) == Path("/usr")
