"""The connect page's address: takes what a person did, and shows the state that follows."""

from html import escape
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from budgetsync.sandbox.catalog.institutions import InstitutionSpec, find_institution
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.link import views
from budgetsync.sandbox.link.desk import Session, Ticket, note
from budgetsync.sandbox.link.steps import Steps
from budgetsync.sandbox.link.style import STYLE

_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_LONGEST_NAME: Final = 30
_LONGEST_FORM: Final = 1 << 17
_SEE_OTHER: Final = 303


class LinkPage:
    """Answers ``/hl/...``.

    Args:
        bank: where accounts are connected.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank
        self._steps = Steps(bank)

    def routes(self) -> list[Route]:
        """The page's addresses."""
        return [
            Route("/hl/style.css", self.style, methods=["GET"]),
            Route("/hl/{page_id}", self.show, methods=["GET"]),
            Route("/hl/{page_id}", self.take, methods=["POST"]),
        ]

    async def style(self, _request: Request) -> Response:
        """The style sheet."""
        return Response(STYLE, media_type="text/css", headers={"Cache-Control": "max-age=300"})

    async def show(self, request: Request) -> Response:
        """Show the state that a visit is in; the first look begins it."""
        with self._bank.turn():
            ticket = self._bank.desk.by_page(request.path_params["page_id"])
            if ticket is None:
                return _page(_unknown(), 404)
            session = ticket.sessions[-1] if ticket.sessions else None
            if session is None or session.finished is None:
                if self._bank.second() >= ticket.expires:
                    return _page(self._expired(ticket), 410)
                session = self._bank.desk.visit(ticket, self._bank.second())
            return _page(self._view(ticket, session, request.query_params.get("q", "")[:100]))

    async def take(self, request: Request) -> Response:
        """Take a form, then let the browser ask for the state that follows."""
        raw = await request.body()
        if len(raw) > _LONGEST_FORM:
            return _page(_unknown(), 413)
        form = parse_qs(raw.decode("utf-8", errors="replace"), keep_blank_values=True)
        with self._bank.turn():
            ticket = self._bank.desk.by_page(request.path_params["page_id"])
            if ticket is None:
                return _page(_unknown(), 404)
            now = self._bank.second()
            if now < ticket.expires:
                session = self._bank.desk.visit(ticket, now)
                if _only(form, "action") == "again" and session.finished is not None:
                    self._bank.desk.begin(ticket, now)
                elif session.finished is None:
                    self._steps.take(ticket, session, form)
        return RedirectResponse(request.url.path, _SEE_OTHER, headers=_HEADERS)

    def _view(self, ticket: Ticket, session: Session, query: str) -> str:
        client, bank = client_name(ticket), _bank_of(session)
        problem = session.problem.fields()["display_message"] if session.problem else None
        text = str(problem or (session.problem.message if session.problem else ""))
        update = ticket.item is not None
        match session.step:
            case "institutions":
                found = [
                    spec
                    for spec in self._steps.institutions(ticket)
                    if all(word in spec.name.casefold() for word in query.casefold().split())
                ]
                if query:
                    self._note_search(session, query)
                return views.institutions(client, found, query, text)
            case "credentials" if bank:
                return views.credentials(client, bank, session.typed_name, text, update=update)
            case "code" if bank:
                return views.code(client, bank, text)
            case "accounts" if bank:
                offered = self._steps.offered(ticket, session)
                ticked = self._steps.ticked(ticket, session)
                return views.accounts(client, bank, offered, ticked, text)
        return self._ending(ticket, session, client, bank)

    def _note_search(self, session: Session, query: str) -> None:
        last = (
            session.events[-1]["event_metadata"].get("institution_search_query") if session.events else None
        )
        if last != query:
            now = self._bank.second()
            note(session, "SEARCH_INSTITUTION", now, institution_search_query=query)

    def _ending(self, ticket: Ticket, session: Session, client: str, bank: InstitutionSpec | None) -> str:
        name = bank.name if bank else "Your bank"
        back = _return_address(ticket)
        match session.step:
            case "done":
                title = "You are connected again" if ticket.item else "You are connected"
                text = f"{name} is connected. You can close this page and go back to {client}."
                return views.ending(client, title, escape(text), good=True, back=back)
            case "locked":
                text = f"{name} has locked this login. Unlock it at {name}, then start again."
                return views.ending(client, "Your account is locked", escape(text), good=False, again=True)
        text = f"Nothing was connected. You can close this page, or start again. {client} is told."
        return views.ending(
            client, "You left before the end", escape(text), good=False, again=True, back=back, calm=True
        )

    def _expired(self, ticket: Ticket) -> str:
        client = client_name(ticket)
        text = f"This page was open for too long. Go back to {client} and ask for a new one."
        return views.ending(client, "This link has expired", escape(text), good=False)


def client_name(ticket: Ticket) -> str:
    """How the program is called that wants to connect; a name that is too long is not shown."""
    name: str = ticket.request["client_name"]
    return name if len(name) <= _LONGEST_NAME else "This application"


def _bank_of(session: Session) -> InstitutionSpec | None:
    return find_institution(session.institution_id)


def _return_address(ticket: Ticket) -> str | None:
    """Where to go back to; never an address that would run a script."""
    address: str | None = (ticket.request.get("hosted_link") or {}).get("completion_redirect_uri")
    scheme = urlsplit(address).scheme if address else ""
    return address if scheme and scheme not in {"javascript", "data", "vbscript", "file"} else None


def _unknown() -> str:
    return views.ending(
        "the program",
        "There is no such page",
        "The address is not complete, or the bank was started anew. Ask for a new link.",
        good=False,
    )


def _page(html: str, status: int = 200) -> Response:
    return Response(html, status, _HEADERS, media_type="text/html")


def _only(form: dict[str, list[Any]], name: str) -> str:
    return str(form.get(name, [""])[0])
