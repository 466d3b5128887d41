"""Calls to a SimpleFIN server over HTTP. Blocking; our errors only, and no secret in any of them."""

import logging
import time
from collections.abc import Callable
from typing import Final

import httpx

from budgetsync.domain.errors import (
    Offline,
    ProviderRejected,
    ProviderUnavailable,
    RateLimited,
    ReauthRequired,
)
from budgetsync.providers.simplefin.tokens import NEW_TOKEN, Access
from budgetsync.providers.simplefin.windows import Window

CONNECT_TIMEOUT: Final = 10.0
READ_TIMEOUT: Final = 60.0
DEADLINE: Final = 180.0
LARGEST_BODY: Final = 64 * 1024 * 1024
_LARGEST_ACCESS: Final = 8_192
_DIGITS: Final = 7
_UNREACHABLE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)
_FAILURES = (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, UnicodeError)

logging.getLogger("httpx").setLevel(logging.WARNING)  # the address at which a token is claimed is one


def claim(url: str) -> str:
    """Claim a setup token, once, and never again by itself.

    Returns:
        The access URL: the only copy there is.

    Raises:
        ProviderError: By what happens next.
    """
    status, body, _ = _ask(lambda client: client.build_request("POST", url), None, _LARGEST_ACCESS)
    if status == httpx.codes.OK:
        return body.decode("utf-8", "replace").strip()
    if status == httpx.codes.FORBIDDEN:
        message = (
            "The server does not know this setup token, or somebody has claimed it before. If that was not you, "
            "they may read your accounts."
        )
        action = "Disable the token at your SimpleFIN server, make a new one, and paste that."
        raise ReauthRequired(message, title="This token may be compromised", action=action)
    _refuse(status, None)
    message = f"The server did not take the setup token (HTTP {status})."
    raise ProviderRejected(message, title="The token was not taken", action=NEW_TOKEN)


def fetch_accounts(access: Access, window: Window) -> bytes:
    """Ask for all accounts, and for the rows of a window.

    Raises:
        ProviderError: By what happens next.
    """
    wanted = {
        "start-date": str(int(window.start.timestamp())),
        "end-date": str(int(window.end.timestamp())),
        "pending": "1",
        "version": "2",
    }
    status, body, wait = _ask(
        lambda client: client.build_request("GET", f"{access.url}/accounts", params=wanted),
        httpx.BasicAuth(access.user, access.password),
        LARGEST_BODY,
    )
    if status == httpx.codes.OK:
        return body
    if status in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
        message = "The server does not accept the key of this connection any more."
        action = "Make a new setup token at your SimpleFIN server; repair this connection with it."
        raise ReauthRequired(message, title="Access was revoked", action=action)
    _refuse(status, wait)
    message = f"The server refused the request (HTTP {status})."
    raise ProviderRejected(message, action="Look at your SimpleFIN server, or report it.")


def _refuse(status: int, wait: float | None) -> None:
    """Raise what any request may be answered with."""
    if status == httpx.codes.PAYMENT_REQUIRED:
        message = "The SimpleFIN server wants to be paid before it gives anything."
        action = "Look at your subscription at your SimpleFIN server, then sync again."
        raise ProviderRejected(message, title="Payment required", action=action)
    if status == httpx.codes.TOO_MANY_REQUESTS:
        message = "The SimpleFIN server was asked too often."
        raise RateLimited(message, retry_after=wait or 3_600.0)
    if status >= httpx.codes.INTERNAL_SERVER_ERROR or httpx.codes.is_redirect(status):
        message = f"The SimpleFIN server is not available (HTTP {status})."
        raise ProviderUnavailable(message)


def _ask(
    build: Callable[[httpx.Client], httpx.Request], auth: httpx.BasicAuth | None, largest: int
) -> tuple[int, bytes, float | None]:
    """Send a request; redirects are not followed, since they would carry the credentials away.

    Returns:
        Status, body, and how many seconds to wait where that was said.
    """
    until = time.monotonic() + DEADLINE
    try:
        with httpx.Client(
            timeout=httpx.Timeout(READ_TIMEOUT, connect=CONNECT_TIMEOUT),
            headers={"User-Agent": "BudgetSync", "Accept": "application/json, text/plain"},
        ) as client:
            response = client.send(build(client), auth=auth, stream=True, follow_redirects=False)
            try:
                parts, size = [], 0
                for part in response.iter_bytes():
                    parts.append(part)
                    size += len(part)
                    _check_patience(size > largest, time.monotonic() > until)
            finally:
                response.close()
            wait = response.headers.get("retry-after", "")
            seconds = float(wait) if wait.isascii() and wait.isdigit() and len(wait) <= _DIGITS else None
            return response.status_code, b"".join(parts), seconds
    except _UNREACHABLE:
        message = "The SimpleFIN server cannot be reached."
        raise Offline(message) from None
    except _FAILURES:
        message = "The SimpleFIN server did not answer in time, or its answer broke off."
        raise ProviderUnavailable(message) from None


def _check_patience(is_large: bool, is_late: bool) -> None:  # noqa: FBT001 - two facts
    if is_large or is_late:
        message = "The answer was too large, or came too slowly, and was given up."
        raise ProviderUnavailable(message)
