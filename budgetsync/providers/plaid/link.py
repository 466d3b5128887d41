"""Plaid's Hosted Link: the page in the person's browser, what came of it, and the end of a connection.

Source: https://plaid.com/docs/link/hosted-link/ and https://plaid.com/docs/link/update-mode/
"""

from typing import Any

from msgspec import Raw

from budgetsync.domain.errors import ProviderError, ProviderRejected
from budgetsync.domain.item import Connection, Institution
from budgetsync.domain.link import LinkedAccount, LinkPage, LinkRequest, LinkState, LinkVisit
from budgetsync.providers.plaid import wire
from budgetsync.providers.plaid.caller import Caller, reader
from budgetsync.providers.plaid.errors import translate_told

CLIENT_NAME = "BudgetSync"  # Plaid takes 30 characters


class PlaidLinks:
    """Connecting banks through Plaid."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def open_page(self, wanted: LinkRequest) -> LinkPage:
        """Make a link token with a hosted page: for a new connection, or for signing in anew (update mode)."""
        body: dict[str, Any] = {
            "client_name": CLIENT_NAME,
            "language": wanted.language,
            "country_codes": list(wanted.countries),
            "user": {"client_user_id": wanted.user},
            "hosted_link": {"url_lifetime_seconds": max(1, int(wanted.lifetime.total_seconds()))},
        }
        if wanted.access_token:
            # No products: with them, Plaid would ask for consent to more than was connected.
            body["access_token"] = wanted.access_token
            body["update"] = {"account_selection_enabled": wanted.choose_accounts}
        else:
            body["products"] = ["transactions"]
            body["transactions"] = {"days_requested": wanted.days}
        if wanted.webhook:
            body["webhook"] = wanted.webhook
        made = await self._caller.call("/link/token/create", body, reader(wire.LinkTokenResponse))
        return LinkPage(made.hosted_link_url, made.link_token)

    async def look(self, page: LinkPage) -> LinkVisit:
        """Ask /link/token/get how far the person came."""
        try:
            told = await self._caller.call(
                "/link/token/get", {"link_token": page.token}, reader(wire.LinkTokenStatus)
            )
        except ProviderRejected as error:
            if error.provider_code != "INVALID_LINK_TOKEN":
                raise
            return LinkVisit(LinkState.GONE)
        return to_visit(told.link_sessions or [])

    async def exchange(self, visit: LinkVisit) -> Connection:
        """Exchange the visit's public token; Plaid gives the access token this once."""
        made = await self._caller.call(
            "/item/public_token/exchange",
            {"public_token": visit.public_token},
            reader(wire.ExchangeResponse),
        )
        # Not asked for by another call: what fails between here and the vault would lose the key.
        institution = visit.institution or Institution("", "Bank")
        return Connection(made.item_id, institution, made.access_token)

    async def remove(self, access_token: str) -> None:
        """Ask /item/remove."""
        await self._caller.call("/item/remove", {"access_token": access_token}, reader(wire.Anything))

    async def refresh(self, access_token: str) -> None:
        """Ask /transactions/refresh, which Plaid charges for by its own plan."""
        await self._caller.call(
            "/transactions/refresh", {"access_token": access_token}, reader(wire.Anything), slow=True
        )

    async def check_keys(self) -> None:
        """Ask for one institution: free, and refused for wrong keys or another environment's."""
        body = {"count": 1, "offset": 0, "country_codes": ["US"]}
        await self._caller.call("/institutions/get", body, reader(wire.Anything))


def to_visit(sessions: list[wire.LinkSession]) -> LinkVisit:
    """Make one visit of all those that Plaid tells of: one that is done counts before all others, else the last."""
    for session in sessions:
        if _is_done(session):
            return _done(session)
    if not sessions:
        return LinkVisit(LinkState.WAITING)
    last = sessions[-1]
    if last.finished_at is None and last.exit is None:
        return LinkVisit(LinkState.UNDER_WAY)
    error = told_error(last.exit.error if last.exit else wire.NOTHING)
    return LinkVisit(LinkState.LEFT, trouble=error.trouble if error else None)


def told_error(error: Raw) -> ProviderError | None:
    """Translate an error that stands inside an answer that is a success."""
    return None if bytes(error) == b"null" else translate_told(bytes(error))


def _is_done(session: wire.LinkSession) -> bool:
    if session.results is not None and session.results.item_add_results:
        return True
    # After signing in anew nothing was added, and only the last step tells that it worked.
    return session.exit is None and any(event.event_name == "HANDOFF" for event in session.events or ())


def _done(session: wire.LinkSession) -> LinkVisit:
    added = (session.results.item_add_results if session.results else None) or []
    if not added:
        return LinkVisit(LinkState.DONE)
    first = added[0]  # more than one are not asked for
    bank = first.institution
    institution = Institution(bank.institution_id or "", bank.name or "Bank") if bank else None
    accounts = tuple(
        LinkedAccount(one.name or "", one.mask, one.type or "", one.subtype) for one in first.accounts
    )
    return LinkVisit(LinkState.DONE, first.public_token, institution, accounts)
