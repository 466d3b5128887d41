"""Rules of the fault plan: what goes wrong, and for which calls."""

from fnmatch import fnmatchcase
from pathlib import Path
from typing import Final

import msgspec

ANSWER_KINDS: Final = frozenset(
    {
        "rate_limited",
        "server_error",
        "error",
        "connect_timeout",
        "read_timeout",
        "reset",
        "truncated_json",
        "html",
        "wrong_content_type",
        "slow_drip",
        "mutation",
        "login_required",
    }
)
WEBHOOK_KINDS: Final = frozenset(
    {"webhook_duplicate", "webhook_lost", "webhook_late", "webhook_reordered", "webhook_forged"}
)
FORGERIES: Final = ("body", "key", "algorithm", "missing")
KINDS: Final = ANSWER_KINDS | WEBHOOK_KINDS


class Rule(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """One thing that goes wrong. Without `calls`, `every` and `probability` it fits every call.

    Attributes:
        kind: one of `KINDS`.
        endpoint: a pattern for the path, such as ``/transactions/*``; for webhooks one for the code.
        calls: the numbers of the fitting calls that it strikes, counted from 1 from when the rule was made.
        every: it strikes each so-many-th fitting call.
        probability: it strikes with this chance, drawn from the seed and the number of the call.
        after_seconds: it begins so long after it was made, on the bank's clock.
        for_seconds: it lasts so long from then on; None for ever.
        times: it strikes so often at most; None for no limit.
        page: it strikes on this page of a sync loop only, counted from 1.
        item_id: it strikes this item only.
        status: the HTTP status of ``server_error`` and ``html``.
        code: the error code of ``error``.
        retry_after: the value of the Retry-After header of ``rate_limited`` and 503; None for no header.
        seconds: how long it takes: a read or connect timeout, a drip, or a late webhook.
        forgery: how a webhook is forged: its body, key or algorithm is another, or its header is missing.
        number: its own number; given by the plan.
        made: the second at which it was made; given by the plan.
    """

    kind: str
    endpoint: str = "*"
    calls: tuple[int, ...] | None = None
    every: int | None = None
    probability: float | None = None
    after_seconds: int = 0
    for_seconds: int | None = None
    times: int | None = None
    page: int | None = None
    item_id: str | None = None
    status: int = 503
    code: str = "INSTITUTION_DOWN"
    retry_after: str | int | None = None
    seconds: float = 30.0
    forgery: str = "body"
    number: int = 0
    made: int = 0

    def check(self) -> None:
        """Object to a rule that could never strike.

        Raises:
            ValueError: it names a kind, a forgery or a chance that there is not.
        """
        if self.kind not in KINDS:
            message = f"there is no fault {self.kind!r}; there are {', '.join(sorted(KINDS))}"
            raise ValueError(message)
        if self.forgery not in FORGERIES:
            message = f"a webhook is forged by {', '.join(FORGERIES)}, not by {self.forgery!r}"
            raise ValueError(message)
        if self.probability is not None and not 0 <= self.probability <= 1:
            message = f"a probability lies between 0 and 1, and {self.probability} does not"
            raise ValueError(message)
        if (self.every is not None and self.every < 1) or not 400 <= self.status < 600:  # noqa: PLR2004
            message = "every is 1 or more, and a status of a fault is from 400 to 599"
            raise ValueError(message)

    def fits(self, name: str, item_id: str | None, page: int, now: int) -> bool:
        """Whether it is meant for a call, by everything but the call's number."""
        begins = self.made + self.after_seconds
        return (
            fnmatchcase(name, self.endpoint)
            and self.item_id in {None, item_id}
            and self.page in {None, page}
            and now >= begins
            and (self.for_seconds is None or now < begins + self.for_seconds)
        )


def read_rules(path: Path) -> list[Rule]:
    """Read a file with a JSON list of rules, or with an object whose ``rules`` is one.

    Raises:
        ValueError: it cannot be read, or holds no such rules.
    """
    try:
        return decode_rules(path.read_bytes())
    except OSError as error:
        message = f"The fault plan {path} cannot be read: {error.strerror}."
        raise ValueError(message) from error
    except ValueError as error:
        message = f"The fault plan {path} cannot be used: {error}."
        raise ValueError(message) from error


def decode_rules(raw: bytes) -> list[Rule]:
    """Read rules from JSON: one, a list of them, or an object whose ``rules`` is a list.

    Raises:
        ValueError: it is no JSON of that shape.
    """
    told = msgspec.json.decode(raw)
    if isinstance(told, dict) and isinstance(told.get("rules"), list):
        told = told["rules"]
    rules = msgspec.convert(told if isinstance(told, list) else [told], list[Rule])
    for rule in rules:
        rule.check()
    return rules
