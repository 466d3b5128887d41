"""Endpoints about link tokens."""

from typing import Any, Final

from budgetsync.sandbox.api.endpoint import Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.api.institutions import COUNTRIES
from budgetsync.sandbox.api.items import own_item
from budgetsync.sandbox.api.products import LANGUAGES, PRODUCTS
from budgetsync.sandbox.clock import second_text
from budgetsync.sandbox.faults import Code, PlaidFault
from budgetsync.sandbox.link.results import session_list

_ANY: Final = Field("object")
_TEXT: Final = Field("string")
_PRODUCTS: Final = Field("list", nullable=True, choices=PRODUCTS)
_SUBTYPES: Final = Field("object", fields={"account_subtypes": Field("list", required=True, low=1)})
_DEPOSITORY: Final = Field(
    "object",
    fields={
        "account_subtypes": Field("list", required=True, low=1),
        "limited_purpose_types": Field("list"),
    },
)
_FILTERS: Final = Field(
    "object",
    fields={
        "depository": _DEPOSITORY,
        "credit": _SUBTYPES,
        "loan": _SUBTYPES,
        "investment": _SUBTYPES,
        "other": _SUBTYPES,
    },
)
_OTHER_PRODUCTS: Final = (
    *("appearance_mode", "card_switch", "eu_config", "payment_configuration", "payment_initiation"),
    *("employment", "income_verification", "base_report", "credit_partner_insights", "cra_options"),
    *("cra_report_parameter", "auth", "transfer", "identity_verification", "statements", "investments"),
    *("investments_auth", "cashflow_report", "identity"),
)


def _create(call: Call) -> bytes:
    body, bank = call.body, call.bank
    access_token: str | None = body.get("access_token")
    item = own_item(bank, access_token) if access_token else None
    if item is None and not body.get("products"):
        message = "the following required fields are missing: products"
        raise PlaidFault(Code.MISSING_FIELDS, message)
    if not (body.get("user") or body.get("user_id") or body.get("user_token")):
        raise PlaidFault(
            Code.MISSING_FIELDS, "the following required fields are missing: user.client_user_id"
        )
    request = {name: value for name, value in body.items() if name not in {"client_id", "secret"}}
    ticket = bank.desk.issue(request, item, bank.second(), bank.patience)
    fields: dict[str, Any] = {"expiration": second_text(ticket.expires), "link_token": ticket.link_token}
    if ticket.page_id:
        fields["hosted_link_url"] = f"{call.base}/hl/{ticket.page_id}"
    if body.get("user_id"):
        fields["user_id"] = body["user_id"]
    return call.reply(**fields)


def _get(call: Call) -> bytes:
    link_token: str = call.body["link_token"]
    if not link_token.startswith("link-sandbox-"):
        raise PlaidFault(
            Code.INVALID_LINK_TOKEN,
            "provided link token is in an invalid format. expected format: link-<environment>-<identifier>",
        )
    ticket = call.bank.desk.by_token(link_token)
    if ticket is None:
        raise PlaidFault(Code.INVALID_LINK_TOKEN, "could not find matching link token")
    asked = ticket.request
    metadata: dict[str, Any] = {
        "client_name": asked["client_name"],
        "country_codes": asked["country_codes"],
        "initial_products": asked.get("products") or [],
        "language": asked["language"],
        "redirect_uri": asked.get("redirect_uri"),
        "webhook": asked.get("webhook"),
    }
    for name in ("account_filters", "institution_data"):
        if asked.get(name):
            metadata[name] = asked[name]
    return call.reply(
        created_at=second_text(ticket.made),
        expiration=second_text(ticket.expires),
        link_sessions=session_list(ticket, call.bank.second()),
        link_token=ticket.link_token,
        metadata=metadata,
    )


ENDPOINTS: Final = (
    Endpoint(
        "/link/token/create",
        {
            "client_name": Field("string", required=True, low=1),
            "language": Field("string", required=True, low=1, choices=LANGUAGES),
            "country_codes": Field("list", required=True, low=1, choices=COUNTRIES),
            "user": Field(
                "object",
                fields={
                    "client_user_id": Field("string", required=True, low=1),
                    "legal_name": _TEXT,
                    "name": _ANY,
                    "phone_number": _TEXT,
                    "phone_number_verified_time": Field("string", nullable=True),
                    "email_address": _TEXT,
                    "email_address_verified_time": Field("string", nullable=True),
                    "ssn": _TEXT,
                    "date_of_birth": Field("string", nullable=True),
                    "address": _ANY,
                    "id_number": _ANY,
                },
            ),
            "user_id": _TEXT,
            "user_token": _TEXT,
            "third_party_user_token": _TEXT,
            "products": _PRODUCTS,
            "required_if_supported_products": _PRODUCTS,
            "optional_products": _PRODUCTS,
            "additional_consented_products": _PRODUCTS,
            "webhook": Field("string", form="url"),
            "access_token": Field("string", nullable=True, low=1),
            "access_tokens": Field("list"),
            "link_customization_name": _TEXT,
            "redirect_uri": Field("string", form="url"),
            "android_package_name": _TEXT,
            "institution_data": Field("object", fields={"routing_number": _TEXT, "institution_id": _TEXT}),
            "institution_id": _TEXT,
            "account_filters": _FILTERS,
            "consumer_report_permissible_purpose": _TEXT,
            "cra_enabled": Field("boolean"),
            "enable_multi_item_link": Field("boolean"),
            "financekit_supported": Field("boolean"),
            "update": Field(
                "object",
                fields={
                    "account_selection_enabled": Field("boolean"),
                    "reauthorization_enabled": Field("boolean"),
                    "user": Field("boolean"),
                    "item_ids": Field("list", nullable=True),
                },
            ),
            "hosted_link": Field(
                "object",
                fields={
                    "delivery_method": Field("string", choices=frozenset({"sms", "email"})),
                    "completion_redirect_uri": _TEXT,
                    "url_lifetime_seconds": Field("integer", low=1, high=21 * 86_400),
                    "is_mobile_app": Field("boolean"),
                },
            ),
            "transactions": Field("object", fields={"days_requested": Field("integer", low=1, high=730)}),
            **{name: Field("string") if name == "appearance_mode" else _ANY for name in _OTHER_PRODUCTS},
        },
        _create,
    ),
    Endpoint("/link/token/get", {"link_token": Field("string", required=True, low=1)}, _get),
)
"""What this module answers."""
