"""The hostile bank of the daemon's days: each rule of its fault plan strikes all the time, at its own pace."""

from __future__ import annotations

from typing import Any

_SYNC, _ANY = "/transactions/sync", "/[ait]*"  # accounts, item, transactions


def plan() -> list[dict[str, Any]]:
    """The rules, in the order in which they are tried; about every fourth call goes wrong."""
    return [
        _rule("rate_limited", 29, endpoint=_ANY),
        _rule("rate_limited", 53, endpoint=_SYNC, retry_after=120),
        _rule("server_error", 23, endpoint=_ANY, status=500),
        _rule("server_error", 61, endpoint=_ANY, status=503, retry_after=600),
        _rule("error", 31, endpoint=_SYNC, code="PRODUCT_NOT_READY"),
        _rule("error", 37, endpoint=_SYNC, code="INSTITUTION_DOWN"),
        _rule("error", 67, endpoint=_SYNC, code="INSTITUTION_NOT_RESPONDING"),
        _rule("error", 71, endpoint=_ANY, code="PLANNED_MAINTENANCE"),
        _rule("reset", 19, endpoint=_ANY),
        _rule("truncated_json", 27, endpoint=_ANY),
        _rule("html", 33, endpoint=_ANY, status=502),
        _rule("wrong_content_type", 35, endpoint=_ANY),
        _rule("slow_drip", 47, endpoint=_ANY, seconds=0.4),
        _rule("mutation", 17, endpoint=_SYNC),
        _rule("read_timeout", 151, endpoint=_ANY, seconds=30.0),
        _rule("connect_timeout", 199, endpoint=_ANY, seconds=0.5),
        _rule("login_required", 251, endpoint=_SYNC),
    ]


def _rule(kind: str, every: int, **more: object) -> dict[str, Any]:
    return {"kind": kind, "every": every, **more}
