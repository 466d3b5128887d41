"""What an endpoint is: a path, the fields that it takes, and the function that answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from budgetsync.sandbox.api.fields import Field, Fields
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.model.items import Item

Body = dict[str, Any]
"""A decoded JSON object whose fields were checked against the endpoint's."""

ACCESS_TOKEN: Final = Field("string", required=True)

CREDENTIALS: Final[Fields] = {"client_id": Field("string"), "secret": Field("string")}
"""Every endpoint also takes its caller's credentials in the body."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request, ready to be answered.

    Attributes:
        item: the item of the access token; None for endpoints that take none.
        base: where the bank is reached, for addresses in answers.
    """

    bank: Bank
    body: Body
    request_id: str
    item: Item | None = None
    base: str = ""

    @property
    def own_item(self) -> Item:
        """The item of the access token, for endpoints that require one."""
        assert self.item is not None
        return self.item

    def options(self) -> Body:
        """The request's ``options``; empty when there are none."""
        options: Body = self.body.get("options") or {}
        return options

    def reply(self, **fields: object) -> bytes:
        """The answer as JSON, with its request id."""
        return msgspec.json.encode({**fields, "request_id": self.request_id})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An endpoint.

    Attributes:
        fields: what the body may hold besides the credentials.
        answer: makes the JSON of the answer; raises PlaidFault to refuse.
        needs_login: whether it is refused while the bank wants the user to sign in again.
        asks_bank: whether it asks the bank itself, at once, and so fails in every outage.
        public: whether it answers callers without keys.
    """

    path: str
    fields: Fields
    answer: Callable[[Call], bytes]
    needs_login: bool = False
    asks_bank: bool = False
    public: bool = False
