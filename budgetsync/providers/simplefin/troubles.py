"""What a server says is wrong, although it answers: words for a person, and what to do."""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec

from budgetsync.domain.errors import ProviderError, ProviderUnavailable, ReauthRequired
from budgetsync.providers.simplefin import wire

_LONGEST = 200
_NUMBERS = re.compile(r"\d{5,}")
SIGN_IN = "Sign in at your SimpleFIN server, and repair the bank there; then sync again."
NO_WORDS = "The server says that something is wrong, without words."


class Told(NamedTuple):
    """One trouble.

    Attributes:
        code: The protocol's code, such as con.auth; "" in version 1.
        connection: Which login it is about; "" where it is about all.
        account: Which account it is about, by the server's id; "" where it is about more than one.
    """

    code: str
    text: str
    connection: str = ""
    account: str = ""

    @property
    def is_login(self) -> bool:
        """Whether a person has to sign in at the bank."""
        if self.code:
            return self.code.endswith(".auth")
        words = self.text.casefold()
        return "auth" in words or "sign in" in words or "log in" in words or "login" in words

    @property
    def error(self) -> ProviderError:
        """The same as an error of the connection."""
        if self.is_login:
            return ReauthRequired(self.text, provider_code=self.code, action=SIGN_IN)
        return ProviderUnavailable(self.text, provider_code=self.code)


def read_troubles(answer: wire.AccountSet) -> list[Told]:
    """Read what is wrong; version 1 says it in words, version 2 with codes."""
    if answer.errlist:
        return [_read(entry) for entry in answer.errlist]
    return [Told("", clean(entry)) for entry in answer.errors if isinstance(entry, str) and entry.strip()]


def read_connections(answer: wire.AccountSet) -> dict[str, wire.Connection]:
    """Read the logins of version 2, by their ids."""
    found = {}
    for entry in answer.connections:
        try:
            one = msgspec.convert(entry, wire.Connection)
        except msgspec.ValidationError:
            continue
        found[one.conn_id] = one
    return found


def worst(troubles: Iterable[Told]) -> ProviderError | None:
    """Choose what a connection as a whole shows: what a person has to do goes first."""
    found = sorted((one for one in troubles if not one.account), key=lambda one: not one.is_login)
    return found[0].error if found else None


def clean(text: str) -> str:
    """Make a server's words fit to be shown: one line, of no great length, without numbers of accounts."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return _NUMBERS.sub(lambda found: f"…{found[0][-4:]}", line)[:_LONGEST] or NO_WORDS


def _read(entry: Any) -> Told:  # noqa: ANN401 - whatever a server sends
    if not isinstance(entry, dict):
        return Told("", clean(entry) if isinstance(entry, str) else NO_WORDS)
    told = {name: value for name, value in entry.items() if isinstance(value, str)}
    code = told.get("code", "")
    code = code if re.fullmatch(r"[A-Za-z._-]{1,40}", code) else ""
    text = clean(told.get("msg") or told.get("message") or "")
    return Told(code, text, told.get("conn_id", ""), told.get("account_id", ""))
