"""What ``/link/token/get`` tells of the visits."""

from typing import Any

from budgetsync.sandbox.catalog.institutions import find_institution
from budgetsync.sandbox.clock import second_text
from budgetsync.sandbox.ids import opaque_id
from budgetsync.sandbox.link.desk import REMEMBERED_SECONDS, Session, Ticket
from budgetsync.sandbox.model.items import Item


def session_list(ticket: Ticket, now: int) -> list[dict[str, Any]]:
    """Every visit, for as long as it is remembered."""
    return [
        session_fields(session)
        for session in ticket.sessions
        if session.finished is None or now < session.finished + REMEMBERED_SECONDS
    ]


def session_fields(session: Session) -> dict[str, Any]:
    """One visit: its events, and its result or the way it was left."""
    fields: dict[str, Any] = {
        "events": session.events,
        "finished_at": None if session.finished is None else second_text(session.finished),
        "link_session_id": session.session_id,
        "started_at": second_text(session.started),
    }
    if session.exit_status:
        fields["exit"] = fields["on_exit"] = _exit_fields(session)
    if session.item is not None and session.finished is not None:
        fields["on_success"] = _success_fields(session, session.item)
        fields["results"] = _results(session, session.item)
    return fields


def _institution(institution_id: str) -> dict[str, Any]:
    spec = find_institution(institution_id)
    return {"institution_id": institution_id, "name": spec and spec.name}


def _accounts(session: Session, item: Item) -> list[dict[str, Any]]:
    return [
        {
            "class_type": None,
            "id": account_id,
            "mask": account.spec.mask,
            "name": account.spec.name,
            "subtype": account.spec.subtype,
            "type": account.spec.type,
            "verification_status": None,
        }
        for account_id, account in item.accounts()
        if account.index in session.shared
    ]


def _success_fields(session: Session, item: Item) -> dict[str, Any]:
    return {
        "metadata": {
            "accounts": _accounts(session, item),
            "institution": _institution(session.institution_id),
            "link_session_id": session.session_id,
            "transfer_status": None,
        },
        "public_token": session.public_token,
    }


def _results(session: Session, item: Item) -> dict[str, Any]:
    added = {
        "accounts": _accounts(session, item),
        "institution": _institution(session.institution_id),
        "public_token": session.public_token,
    }
    return {
        "bank_income_results": [],
        "cra_item_add_results": [],
        "cra_update_results": [],
        "document_income_results": None,
        # Update mode adds no item: there is nothing to exchange.
        "item_add_results": [] if item.exchanged else [added],
        "payroll_income_results": [],
    }


def _exit_fields(session: Session) -> dict[str, Any]:
    problem = session.problem
    metadata: dict[str, Any] = {
        "link_session_id": session.session_id,
        "request_id": opaque_id(session.session_id, "exit")[:15],
        "status": session.exit_status,
    }
    if session.institution_id:
        metadata["institution"] = _institution(session.institution_id)
    return {"error": None if problem is None else problem.fields(), "metadata": metadata}
