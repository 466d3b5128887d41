"""What follows from what a person does on the connect page."""

from budgetsync.sandbox.api.sandbox import check_login
from budgetsync.sandbox.catalog.institutions import ALL_INSTITUTIONS, InstitutionSpec, find_institution
from budgetsync.sandbox.core import Bank
from budgetsync.sandbox.faults import Code, PlaidFault, institution_fault, wrong_credentials
from budgetsync.sandbox.link.desk import Session, Ticket, note
from budgetsync.sandbox.model.book import Account, Book
from budgetsync.sandbox.script.custom import book_for

Form = dict[str, list[str]]

_CODE = "1234"
_TRIES = 3
_STATUS_OF_STEP = {
    "institutions": "institution_not_found",
    "credentials": "requires_credentials",
    "code": "requires_code",
    "accounts": "requires_account_selection",
}


class Steps:
    """Moves visits from state to state.

    Args:
        bank: where accounts are connected.
    """

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    def institutions(self, ticket: Ticket) -> list[InstitutionSpec]:
        """The banks of the countries that the link token is for."""
        countries = set(ticket.request["country_codes"])
        return [spec for spec in ALL_INSTITUTIONS if countries & set(spec.country_codes)]

    def take(self, ticket: Ticket, session: Session, form: Form) -> None:
        """Do what a form asks for, where the visit is in the state for it."""
        action = _text(form, "action")
        if action == "exit":
            self._leave(ticket, session)
            return
        session.problem = None
        try:
            match action, session.step:
                case "choose", "institutions":
                    self._choose(ticket, session, _text(form, "institution"))
                case "back", "credentials" if ticket.item is None:
                    session.step, session.institution_id = "institutions", ""
                case "signin", "credentials":
                    self._sign_in(ticket, session, _text(form, "username"), _text(form, "password"))
                case "code", "code":
                    self._check_code(ticket, session, _text(form, "code"))
                case "share", "accounts":
                    self._share(
                        ticket, session, {int(text) for text in form.get("account", ()) if text.isdigit()}
                    )
        except PlaidFault as fault:
            self._object(ticket, session, fault)

    def offered(self, ticket: Ticket, session: Session) -> list[Account]:
        """The accounts that can be shared: those of the login that the filters of the request let through."""
        filters: dict[str, dict[str, list[str]]] = ticket.request.get("account_filters") or {}

        def passes(account: Account) -> bool:
            allowed = filters.get(account.spec.type, {}).get("account_subtypes", [])
            return not filters or "all" in allowed or account.spec.subtype in allowed

        return [account for account in self._book(ticket, session).accounts if passes(account)]

    def ticked(self, ticket: Ticket, session: Session) -> set[int]:
        """The accounts that are ticked: as they were sent, else those that are shared already, or all."""
        item = ticket.item
        if session.ticked is not None:
            return session.ticked
        return {
            account.index
            for account in self.offered(ticket, session)
            if item is None or item.shown >> account.index & 1
        }

    def _book(self, ticket: Ticket, session: Session) -> Book:
        if ticket.item is not None:
            return ticket.item.book
        login = session.login or {}
        return book_for(
            self._bank.world,
            session.institution_id,
            login.get("username", "user_good"),
            login.get("password", ""),
            len(self._bank.items),
        )

    def _choose(self, ticket: Ticket, session: Session, institution_id: str) -> None:
        if institution_id not in {spec.institution_id for spec in self.institutions(ticket)}:
            raise PlaidFault(Code.INVALID_INSTITUTION, "That institution is not to be had here.")
        outage = self._bank.estate.outage_of(institution_id)
        if outage is not None:
            raise institution_fault(outage.code)
        session.institution_id, session.step = institution_id, "credentials"
        self._note(session, "SELECT_INSTITUTION")

    def _sign_in(self, ticket: Ticket, session: Session, username: str, password: str) -> None:
        self._note(session, "SUBMIT_CREDENTIALS")
        session.typed_name = username[:100]
        outage = self._bank.estate.outage_of(session.institution_id)
        if outage is not None:
            raise institution_fault(outage.code)
        if username == "user_locked":
            raise PlaidFault(Code.ITEM_LOCKED, "the account is locked")
        bank = find_institution(session.institution_id)
        asks_code = password.startswith("mfa_") or (bank is not None and bank.asks_code)
        if not password:
            raise wrong_credentials()
        session.login = check_login(username, "pass_good" if password.startswith("mfa_") else password)
        session.step = "code" if asks_code else "accounts"
        if asks_code:
            self._note(session, "OPEN_MFA", mfa_type="code")
        else:
            self._signed_in(ticket, session)

    def _check_code(self, ticket: Ticket, session: Session, code: str) -> None:
        self._note(session, "SUBMIT_MFA", mfa_type="code")
        if code.strip() != _CODE:
            raise PlaidFault(Code.INVALID_MFA, "the provided code was not correct")
        self._signed_in(ticket, session)

    def _signed_in(self, ticket: Ticket, session: Session) -> None:
        """Go on to the accounts; in update mode that happens only where it was asked for."""
        selects = (ticket.request.get("update") or {}).get("account_selection_enabled") is True
        if ticket.item is not None and not selects:
            self._repair(ticket, session, ticket.item.shown)
            return
        session.step = "accounts"
        if not self.offered(ticket, session):
            session.step = "credentials"
            raise PlaidFault(Code.NO_ACCOUNTS, "No account of this login fits what was asked for.")

    def _share(self, ticket: Ticket, session: Session, chosen: set[int]) -> None:
        offered = {account.index for account in self.offered(ticket, session)}
        shared = sorted(chosen & offered)
        session.ticked = set(shared)
        if not shared:
            raise PlaidFault(Code.NO_ACCOUNTS, "Choose at least one account.")
        self._note(session, "SELECT_ACCOUNT")
        shown = sum(1 << index for index in shared)
        if ticket.item is not None:
            self._repair(ticket, session, shown)
            return
        request = ticket.request
        item = self._bank.link(
            session.institution_id,
            tuple(request.get("products") or ("transactions",)),
            request.get("webhook"),
            (request.get("transactions") or {}).get("days_requested"),
            **(session.login or {}),
            shown=shown,
        )
        session.item, session.shared, session.public_token = item, tuple(shared), item.public_token
        self._bank.notices.tell_address(
            request.get("webhook"),
            "LINK",
            "ITEM_ADD_RESULT",
            link_session_id=session.session_id,
            link_token=ticket.link_token,
            public_token=item.public_token,
        )
        self._finish(ticket, session, "done", "SUCCESS")

    def _repair(self, ticket: Ticket, session: Session, shown: int) -> None:
        item = ticket.item
        assert item is not None
        if item.needs_login or item.consent_ends:
            self._bank.act("repair_login", item)
        if shown != item.shown:
            self._bank.act("select_accounts", item, shown=shown)
        self._bank.act("renew_public", item)
        session.item = item
        session.shared = tuple(account.index for _, account in item.accounts())
        session.public_token = item.latest_public_token
        self._finish(ticket, session, "done", "SUCCESS")

    def _object(self, ticket: Ticket, session: Session, fault: PlaidFault) -> None:
        session.problem = fault
        self._note(
            session, "ERROR", error_code=fault.code, error_type=fault.type, error_message=fault.message
        )
        if fault.code == Code.INVALID_CREDENTIALS:
            session.wrong += 1
        if fault.code == Code.ITEM_LOCKED or session.wrong >= _TRIES:
            session.problem = PlaidFault(Code.ITEM_LOCKED, "the account is locked")
            session.exit_status = "requires_credentials"
            self._finish(ticket, session, "locked", "EXITED")

    def _leave(self, ticket: Ticket, session: Session) -> None:
        session.exit_status = _STATUS_OF_STEP.get(session.step, "requires_credentials")
        self._finish(ticket, session, "left", "EXITED")

    def _finish(self, ticket: Ticket, session: Session, step: str, status: str) -> None:
        session.step, session.finished = step, self._bank.second()
        if status == "SUCCESS":
            session.problem = None
        self._note(session, "HANDOFF" if status == "SUCCESS" else "EXIT", exit_status=session.exit_status)
        added = [session.public_token] if session.public_token and ticket.item is None else []
        self._bank.notices.tell_address(
            ticket.request.get("webhook"),
            "LINK",
            "SESSION_FINISHED",
            link_session_id=session.session_id,
            link_token=ticket.link_token,
            public_tokens=added,
            status=status,
        )

    def _note(self, session: Session, name: str, **metadata: object) -> None:
        told = {key: value for key, value in metadata.items() if value}
        if session.institution_id:
            told["institution_id"] = session.institution_id
        note(session, name, self._bank.second(), **told)


def _text(form: Form, name: str) -> str:
    return form.get(name, [""])[0]
