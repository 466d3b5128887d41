"""The control interface: not Plaid's, but the judge's and the scriptwriter's."""

from hmac import compare_digest

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from budgetsync.sandbox.clock import date_text, instant_text
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.truth import world_fields

_HOUR = 60
_DAY = 1440


class Advance(msgspec.Struct, forbid_unknown_fields=True):
    """The body of ``/control/advance``: how far to move the bank's clock."""

    days: int = 0
    hours: int = 0
    minutes: int = 0


class Control:
    """Answers ``/control/...``.

    Args:
        bank: the bank to look into.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    async def world(self, request: Request) -> Response:
        """Tell the truth; ``?transactions=false`` makes it short, ``?item_id=`` picks one item."""
        if not self._admits(request):
            return _refusal()
        query = request.query_params
        with self._bank.turn():
            fields = world_fields(
                self._bank, transactions=query.get("transactions") != "false", item_id=query.get("item_id")
            )
        return Response(msgspec.json.encode(fields), media_type="application/json")

    async def advance(self, request: Request) -> Response:
        """Move the clock by days, hours and minutes; answers with the new time."""
        if not self._admits(request):
            return _refusal()
        try:
            step = msgspec.json.decode(await request.body() or b"{}", type=Advance)
            self._bank.advance(step.days * _DAY + step.hours * _HOUR + step.minutes)
        except (msgspec.DecodeError, ValueError) as error:
            return Response(msgspec.json.encode({"error": str(error)}), 400, media_type="application/json")
        world = self._bank.world
        told = {"now": instant_text(world.now), "today": date_text(world.today)}
        return Response(msgspec.json.encode(told), media_type="application/json")

    def _admits(self, request: Request) -> bool:
        token = self._bank.options.control_token
        offered = request.headers.get("authorization", "")
        return token is None or compare_digest(offered.encode(), f"Bearer {token}".encode())


def _refusal() -> Response:
    return Response(
        msgspec.json.encode({"error": "the control interface wants its token as a bearer token"}),
        401,
        {"WWW-Authenticate": "Bearer"},
        media_type="application/json",
    )
