"""Settings and where they come from: command line > environment > .env > stored."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from budgetsync.domain.errors import SettingsError

NAMES = (
    "PLAID_CLIENT_ID",
    "PLAID_SECRET",
    "PLAID_ENV",
    "PLAID_URL",
    "PLAID_WEBHOOK_URL",
    "PLAID_WEBHOOK_SECRET",
    "BUDGETSYNC_WEBHOOK_LISTEN",
    "SYNC_SCHEDULE_INTERVAL",
    "SYNC_PARALLEL",
    "OPENAI_API_KEY",
    "BUDGETSYNC_DATA_DIR",
    "BUDGETSYNC_VAULT",
    "BUDGETSYNC_PASSPHRASE",
)
"""Every setting that the program reads; each also with the prefix NEXT_PUBLIC_."""

SECRETS = frozenset(
    {"PLAID_CLIENT_ID", "PLAID_SECRET", "PLAID_WEBHOOK_SECRET", "OPENAI_API_KEY", "BUDGETSYNC_PASSPHRASE"}
)
"""Those of them that no child process is given."""

PREFIX = "NEXT_PUBLIC_"
HOSTS = {"sandbox": "https://sandbox.plaid.com", "production": "https://production.plaid.com"}
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PARALLEL, MOST_PARALLEL = 3, 16
LEAST_MS, MOST_MS = 1_000, 31 * 86_400_000
_LONGEST_NUMBER = 15  # digits; Python itself refuses to read thousands of them
_LONGEST_PORT = 5
_MOST_PORT = 65_535
_PATH_SECRET = re.compile(r"[A-Za-z0-9._~-]{12,200}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program was told, checked.

    Attributes:
        plaid_env: demo (a bank on the loopback), sandbox or production. Data of one never meets another's.
        plaid_url: Base URL without a trailing slash.
        schedule_interval: At most this long between two syncs by the timer; None = what the ledger remembers.
        vault: auto, keyring, file or memory.
        sync_parallel: How many connections are synced at once.
        webhook_url: Where the provider is to tell news to, in a paired relay's place; "" for where that says.
        webhook_secret: Last part of the path at which the receiver answers; "" for none.
        webhook_listen: Host and port that the receiver of the direct way listens at; None for no receiver.
        told: Names of those that the command line, the environment or .env gave; only there they can be changed.
    """

    plaid_client_id: str
    plaid_secret: str
    plaid_env: str
    plaid_url: str
    schedule_interval: timedelta | None
    vault: str
    passphrase: str
    sync_parallel: int = PARALLEL
    webhook_url: str = ""
    webhook_secret: str = ""
    webhook_listen: tuple[str, int] | None = None
    told: frozenset[str] = frozenset()

    def __repr__(self) -> str:
        """Show nothing secret."""
        return f"Settings(plaid_env={self.plaid_env!r}, plaid_url={self.plaid_url!r}, vault={self.vault!r})"


def is_secret(name: str) -> bool:
    """Tell whether a variable of the environment holds one of SECRETS."""
    return name.removeprefix(PREFIX) in SECRETS


def pick(name: str, *layers: Mapping[str, str | None]) -> str:
    """Find a setting in the first layer that has it, by its own name or with the prefix; "" if none has."""
    for layer in layers:
        for key in (name, PREFIX + name):
            if value := (layer.get(key) or "").strip():
                return value
    return ""


def names_told(*layers: Mapping[str, str | None]) -> frozenset[str]:
    """Tell which settings some layers give, by their own names."""
    return frozenset(name for name in NAMES if pick(name, *layers))


def resolve(*layers: Mapping[str, str | None]) -> Settings:
    """Settle every setting from layers, strongest first, and check it.

    Raises:
        SettingsError: A value that cannot be used, with its name.
    """
    url, env = _endpoint(pick("PLAID_URL", *layers), pick("PLAID_ENV", *layers).lower())
    vault = pick("BUDGETSYNC_VAULT", *layers).lower() or "auto"
    if vault not in {"auto", "keyring", "file", "memory"}:
        message = f"BUDGETSYNC_VAULT is {vault!r}."
        raise SettingsError(message, action="Use auto, keyring, file or memory.")
    return Settings(
        plaid_client_id=pick("PLAID_CLIENT_ID", *layers),
        plaid_secret=pick("PLAID_SECRET", *layers),
        plaid_env=env,
        plaid_url=url,
        schedule_interval=_interval(pick("SYNC_SCHEDULE_INTERVAL", *layers)),
        vault=vault,
        passphrase=pick("BUDGETSYNC_PASSPHRASE", *layers),
        sync_parallel=_parallel(pick("SYNC_PARALLEL", *layers)),
        webhook_url=_webhook_url(pick("PLAID_WEBHOOK_URL", *layers)),
        webhook_secret=_webhook_secret(pick("PLAID_WEBHOOK_SECRET", *layers)),
        webhook_listen=_listen(pick("BUDGETSYNC_WEBHOOK_LISTEN", *layers)),
    )


def is_loopback(host: str) -> bool:
    """Tell whether a host of an address is this computer."""
    return host in LOOPBACK


def public_url(url: str, what: str) -> str:
    """Check an address that others are to post to or that is called itself: https, or plain http on the loopback.

    Args:
        what: What it is, for the message.

    Returns:
        It without a trailing slash.

    Raises:
        SettingsError: It is none.
    """
    url = url.rstrip("/")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    unclear = "\\" in url or "@" in parts.netloc or parts.query or parts.fragment or not url.isprintable()
    if not host or unclear or " " in url or parts.scheme not in {"http", "https"}:
        message = f"{what} is not a URL."
        raise SettingsError(message, action="Give one such as https://relay.example.org.")
    if parts.scheme == "http" and not is_loopback(host):
        message = f"{what} is plain http, which anybody on the way can read and change."
        raise SettingsError(message, action="Give an address that begins with https://.")
    return url


def relay_url(text: str) -> str:
    """Read a relay's address as a person gives it; https where nothing is said.

    Raises:
        SettingsError: It is none.
    """
    text = text.strip()
    url = public_url(text if "://" in text else f"https://{text}", "The address of the relay")
    parts = urlsplit(url)
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()).geturl()


def _webhook_url(text: str) -> str:
    return public_url(text, "PLAID_WEBHOOK_URL") if text else ""


def _webhook_secret(text: str) -> str:
    if text and not _PATH_SECRET.fullmatch(text):
        message = "PLAID_WEBHOOK_SECRET cannot be a part of an address."
        raise SettingsError(
            message, action="Use 12 to 200 letters and digits; a dash, dot, ~ and _ may be among them."
        )
    return text


def _listen(text: str) -> tuple[str, int] | None:
    """Read HOST:PORT; a port alone is on the loopback."""
    if not text:
        return None
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") or "127.0.0.1"
    digits = port.isascii() and port.isdigit() and len(port) <= _LONGEST_PORT
    if not digits or int(port) > _MOST_PORT or "/" in host or " " in host:
        message = f"BUDGETSYNC_WEBHOOK_LISTEN is {text[:40]!r}."
        raise SettingsError(message, action="Give a port, or host and port, such as 127.0.0.1:8700.")
    return host, int(port)


def _endpoint(url: str, env: str) -> tuple[str, str]:
    """Settle where Plaid is. Real keys go only to Plaid's hosts, and plain http only to the loopback."""
    if not url:
        env = env or "sandbox"
        if env not in HOSTS:
            message = f"PLAID_ENV is {env!r}."
            raise SettingsError(message, action="Use sandbox or production.")
        return HOSTS[env], env
    url = url.rstrip("/")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    # Readers of URLs disagree about backslashes and user names: what is checked here must be what is called.
    unclear = "\\" in url or "@" in parts.netloc
    if not host or unclear or parts.scheme not in {"http", "https"}:
        message = "The address of Plaid is not a URL."
        raise SettingsError(message, action="Give one such as http://127.0.0.1:8400.")
    for name, official in HOSTS.items():
        if url == official:
            return url, name
    if host not in LOOPBACK:
        message = f"{host} is neither Plaid nor this computer, so no key is sent to it."
        raise SettingsError(message, action="Leave --plaid-url out, or give an address of the loopback.")
    return url, "demo"


def _parallel(text: str) -> int:
    if not text:
        return PARALLEL
    if not (text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= MOST_PARALLEL):  # noqa: PLR2004
        message = f"SYNC_PARALLEL is {text[:20]!r}."
        raise SettingsError(message, action=f"Give a whole number from 1 to {MOST_PARALLEL}.")
    return int(text)


def _interval(text: str) -> timedelta | None:
    if not text:
        return None
    digits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
    if not digits or not LEAST_MS <= int(text) <= MOST_MS:
        message = f"SYNC_SCHEDULE_INTERVAL is {text[:20]!r}."
        raise SettingsError(
            message,
            action=f"Give a whole number of milliseconds from {LEAST_MS} to {MOST_MS} (3600000 = hourly).",
        )
    return timedelta(milliseconds=int(text))
