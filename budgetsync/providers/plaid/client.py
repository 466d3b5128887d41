"""Calls to Plaid: real plaid-python for signing and sending, bytes back, our errors only. Blocking."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import plaid
import urllib3

from budgetsync.domain.errors import Offline, ProviderError, ProviderRejected, ProviderUnavailable
from budgetsync.providers.plaid.errors import translate

CONNECT_TIMEOUT = 10.0  # seconds
LARGEST_BODY = 64 * 1024 * 1024
_CHUNK = 256 * 1024
_SLOW = 3  # times the ordinary read timeout; Plaid says that a refresh can take more than 30 s
_AUTHENTICATION = ["clientId", "plaidVersion", "secret"]


@dataclass(frozen=True, slots=True)
class Wire:
    """What carries requests, and the time that it takes: injected, so that a simulation can bring its own.

    Attributes:
        pool: Sends a request and gives the answer, as urllib3's pools do; None for one of the client's own.
        monotonic: Seconds that only go forward.
    """

    pool: urllib3.PoolManager | None = None
    monotonic: Callable[[], float] = time.monotonic


class PlaidClient:
    """One connection to Plaid. Not to be used by two threads at once."""

    def __init__(
        self,
        url: str,
        client_id: str,
        secret: str,
        *,
        read_timeout: float,
        deadline: float,
        wire: Wire | None,
    ) -> None:
        wire = wire or Wire()
        configuration = plaid.Configuration(
            host=url, api_key={"clientId": client_id, "secret": secret, "plaidVersion": "2020-09-14"}
        )
        configuration.retries = False  # the engine retries, and a redirect must not carry the keys away
        self._api = plaid.ApiClient(configuration)
        self._api.user_agent = "BudgetSync"
        if wire.pool is not None:
            self._api.rest_client.pool_manager = wire.pool
        self._monotonic = wire.monotonic
        self._read_timeout = read_timeout
        self._deadline = deadline
        self._has_keys = all(key.isascii() and key.isprintable() and key for key in (client_id, secret))

    def call(self, path: str, body: dict[str, Any], *, slow: bool = False) -> bytes:
        """Post to an endpoint.

        Args:
            slow: It may be silent for longer, since a bank is asked meanwhile.

        Returns:
            The whole body of a success, which need not be JSON.

        Raises:
            ProviderError: Everything else, by what happens next.
        """
        if not self._has_keys:
            message = "The client id or secret of Plaid is not set, or cannot be one."
            raise ProviderRejected(message)
        until = self._monotonic() + self._deadline
        try:
            response = self._api.call_api(
                path,
                "POST",
                header_params={"Accept": "application/json", "Content-Type": "application/json"},
                body=body,
                auth_settings=_AUTHENTICATION,
                _preload_content=False,
                _request_timeout=(CONNECT_TIMEOUT, self._read_timeout * (_SLOW if slow else 1)),
            )
            return self._read(response, until)
        except plaid.ApiException as error:
            raise _translate_answer(error) from None
        except (UnicodeDecodeError, AttributeError) as mistake:
            # plaid-python decodes the body of an error as UTF-8 without looking, even when there is none.
            if not isinstance(mistake.__context__, plaid.ApiException):
                raise
            raise _translate_answer(mistake.__context__) from None
        except urllib3.exceptions.HTTPError as error:
            raise _translate_transport(error) from None

    def _read(self, response: urllib3.HTTPResponse, until: float) -> bytes:
        parts: list[bytes] = []
        size = 0
        try:
            while part := response.read1(_CHUNK):
                parts.append(part)
                size += len(part)
                _check_patience(size, late=self._monotonic() > until)
        except BaseException:
            response.close()
            raise
        response.release_conn()
        return b"".join(parts)


def _check_patience(size: int, *, late: bool) -> None:
    if size > LARGEST_BODY:
        message = "The answer was larger than any of Plaid's."
        raise ProviderUnavailable(message)
    if late:
        message = "The answer came too slowly and was given up."
        raise ProviderUnavailable(message)


def _translate_answer(error: plaid.ApiException) -> ProviderError:
    if not error.status:
        message = "The secure connection to Plaid could not be made."
        action = "Check the computer's clock and network; something may stand between you and Plaid."
        return Offline(message, action=action)
    return translate(error.status, error.body or "", error.headers or {})


def _translate_transport(error: urllib3.exceptions.HTTPError) -> ProviderError:
    kinds = urllib3.exceptions
    if isinstance(error, kinds.ReadTimeoutError):
        return ProviderUnavailable("The bank's service did not answer in time.")
    if isinstance(error, kinds.NewConnectionError | kinds.ConnectTimeoutError | kinds.NameResolutionError):
        return Offline("The bank's service cannot be reached.")
    return ProviderUnavailable("The answer broke off in the middle.")
