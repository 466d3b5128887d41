"""What no log, report or copied detail may hold: tokens, keys, account and card numbers, addresses. Pure.

Only for texts of our own and of libraries: raw rows of a bank are never shown whole (`Provider.show_row`).
"""

import re
from collections.abc import Iterable

SHORTEST_SECRET = 6
"""A word that is shorter is no secret, and would be taken out of ordinary texts."""

_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r"\b(access|public|link|processor|asset-report)-(sandbox|development|production)-[\w-]+"),
        r"\1-…",
    ),
    (re.compile(r"(/api/plaid/webhook/)[^\s\"'<>,;)\]}]+"), r"\1…"),
    (re.compile(r"(?i)\b(bearer|basic)\s+[\w.~+/=-]{8,}"), r"\1 …"),
    (re.compile(r"\beyJ[\w-]{10,}\.[\w-]+(?:\.[\w-]*)?"), "token …"),
    (
        re.compile(
            r"(?i)\b([\w-]*(?:secret|token|password|passphrase|api[_-]?key|client[_-]?id)[\w-]*)"
            r"([\"']?\s*[:=]\s*[\"']?)[^\s\"',;&}\])]+"
        ),
        r"\1\2…",
    ),
    (re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"), "e-mail …"),
    (re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"), "IBAN …"),
    (re.compile(r"\b[0-9a-fA-F]{24,}\b"), "key …"),
    (re.compile(r"(?<![\d.])\d{4}(?:[ -]\d{4}){2,3}(?:[ -]?\d{1,7})?(?!\d)"), "number …"),
    (re.compile(r"(?<![\d.])\d{8,}(?![\d.])"), "number …"),
)


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """Take out of a text what is nobody's business.

    Args:
        secrets: Words that are known to be secret here, whatever they look like.
    """
    for secret in secrets:
        if len(secret) >= SHORTEST_SECRET:
            text = text.replace(secret, "…")
    for pattern, instead in _PATTERNS:
        text = pattern.sub(instead, text)
    return text
