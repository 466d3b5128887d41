"""Link tokens, the sessions that people had with them, and what came of each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from budgetsync.sandbox.clock import second_text
from budgetsync.sandbox.faults import PlaidFault
from budgetsync.sandbox.ids import opaque_id, token
from budgetsync.sandbox.model.items import Item

TOKEN_SECONDS: Final = 4 * 3600
UPDATE_SECONDS: Final = 30 * 60
HOSTED_SECONDS: Final = 30 * 60
REMEMBERED_SECONDS: Final = 6 * 3600
"""Session data is shown for so long after its end."""


@dataclass(slots=True)
class Session:
    """One visit to the page.

    Attributes:
        step: what the page shows: institutions, credentials, code, accounts, done, left or locked.
        institution_id: the bank that was chosen.
        typed_name: the user name that was typed at last.
        ticked: the accounts that were ticked at last; None before the form was sent.
        login: what an item of the login has to remember; None before somebody signed in.
        problem: what went wrong at last.
        wrong: how often a password was wrong.
        item: the item that was made, or repaired.
        shared: the accounts that were chosen, by their place in the book.
        public_token: of the item that was made.
    """

    session_id: str
    started: int
    step: str = "institutions"
    institution_id: str = ""
    typed_name: str = ""
    ticked: set[int] | None = None
    login: dict[str, Any] | None = None
    problem: PlaidFault | None = None
    wrong: int = 0
    finished: int | None = None
    item: Item | None = None
    shared: tuple[int, ...] = ()
    public_token: str = ""
    exit_status: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Ticket:
    """One link token.

    Attributes:
        page_id: the secret part of the page's address; empty where no page was asked for.
        request: what was asked for, as it came.
        item: the item to be repaired, in update mode.
        expires: the second from which it is no longer valid.
    """

    link_token: str
    page_id: str
    request: dict[str, Any]
    made: int
    expires: int
    item: Item | None = None
    sessions: list[Session] = field(default_factory=list)


class LinkDesk:
    """Every link token that was made since the bank was opened.

    Args:
        seed: what ids follow from.
    """

    def __init__(self, seed: int, boots: int) -> None:
        self._salt = (seed, boots)
        self._by_token: dict[str, Ticket] = {}
        self._by_page: dict[str, Ticket] = {}

    def issue(
        self, request: dict[str, Any], item: Item | None, now: int, patience: Callable[[int], int]
    ) -> Ticket:
        """Make a link token; ``patience`` tells how long its lifetime is on the bank's clock."""
        hosted = request.get("hosted_link")
        lifetime = UPDATE_SECONDS if item else TOKEN_SECONDS
        if hosted is not None:
            lifetime = hosted.get("url_lifetime_seconds") or HOSTED_SECONDS
        number = len(self._by_token) + 1
        ticket = Ticket(
            link_token=token("link-sandbox", *self._salt, number),
            page_id=opaque_id("page", *self._salt, number) if hosted is not None else "",
            request=request,
            made=now,
            expires=now + patience(lifetime),
            item=item,
        )
        self._by_token[ticket.link_token] = ticket
        if ticket.page_id:
            self._by_page[ticket.page_id] = ticket
        return ticket

    def by_token(self, link_token: str) -> Ticket | None:
        """The ticket of a link token; None for one that was never given out."""
        return self._by_token.get(link_token)

    def by_page(self, page_id: str) -> Ticket | None:
        """The ticket whose page has an id; None for no page."""
        return self._by_page.get(page_id)

    def visit(self, ticket: Ticket, now: int) -> Session:
        """The visit that is going on, or else a new one."""
        if ticket.sessions:
            return ticket.sessions[-1]
        return self.begin(ticket, now)

    def begin(self, ticket: Ticket, now: int) -> Session:
        """Begin a visit; in update mode, and where the request names a bank, that is chosen already."""
        number = len(ticket.sessions) + 1
        session = Session(opaque_id("session", ticket.link_token, number)[:36], now)
        chosen = (ticket.request.get("institution_data") or {}).get("institution_id")
        if ticket.item is not None:
            chosen = ticket.item.institution_id
        ticket.sessions.append(session)
        note(session, "OPEN", now)
        if chosen:
            session.institution_id, session.step = chosen, "credentials"
        return session


def note(session: Session, name: str, now: int, **metadata: object) -> None:
    """Write down an event of a visit, as Link tells of it."""
    number = len(session.events) + 1
    session.events.append(
        {
            "event_id": opaque_id("event", session.session_id, number),
            "event_metadata": {"request_id": opaque_id(session.session_id, number)[:15], **metadata},
            "event_name": name,
            "timestamp": second_text(now),
        }
    )
