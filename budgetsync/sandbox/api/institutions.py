"""Endpoints about institutions."""

from typing import Final

from budgetsync.sandbox.api.endpoint import Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.api.products import PRODUCTS
from budgetsync.sandbox.catalog.institutions import ALL_INSTITUTIONS, InstitutionSpec
from budgetsync.sandbox.clock import instant_text
from budgetsync.sandbox.faults import Code, PlaidFault

COUNTRIES: Final = frozenset(
    {
        *("AT", "BE", "CA", "DE", "DK", "EE", "ES", "FI", "FR", "GB"),
        *("IE", "IT", "LT", "LV", "NL", "NO", "PL", "PT", "SE", "US"),
    }
)
"""The countries that a request may name."""


PRODUCTS_HELD: Final = frozenset(
    {"balance", "identity", "recurring_transactions", "transactions", "transactions_refresh"}
)
"""The products that the institutions say they have."""


def institution_fields(spec: InstitutionSpec, *, metadata: bool) -> dict[str, object]:
    """An institution as Plaid shows it; web address, logo and colour only with ``metadata``."""
    fields: dict[str, object] = {
        "connection_availability": "SUPPORTED",
        "country_codes": list(spec.country_codes),
        "dtc_numbers": [],
        "institution_id": spec.institution_id,
        "name": spec.name,
        "oauth": spec.oauth,
        "products": ["balance", "identity", "transactions"],
        "routing_numbers": list(spec.routing_numbers),
    }
    if metadata:
        fields |= {"logo": None, "primary_color": spec.primary_color, "url": spec.url}
    return fields


def _shown(call: Call, spec: InstitutionSpec) -> dict[str, object]:
    """An institution with what the request's options ask for."""
    options = call.options()
    fields = institution_fields(spec, metadata=options.get("include_optional_metadata") is True)
    if options.get("include_auth_metadata") is True:
        fields["auth_metadata"] = None
    if options.get("include_payment_initiation_metadata") is True:
        fields["payment_initiation_metadata"] = None
    if options.get("include_status") is True:
        fields["status"] = _status(call, spec)
    return dict(sorted(fields.items()))


def _status(call: Call, spec: InstitutionSpec) -> dict[str, object]:
    down = call.bank.estate.outage_of(spec.institution_id) is not None
    now = call.bank.world.now
    share = 0 if down else 1
    breakdown = {"error_institution": 1 - share, "error_plaid": 0, "success": share}
    product: dict[str, object] = {
        "breakdown": breakdown,
        "last_status_change": instant_text(now - now % 360),
        "status": "DOWN" if down else "HEALTHY",
    }
    refreshed = {**product, "breakdown": {**breakdown, "refresh_interval": "NORMAL"}}
    return {"item_logins": product, "transactions_updates": refreshed}


def _known(call: Call) -> list[InstitutionSpec]:
    """The institutions of the countries that a request names, with the products that it wants."""
    countries = set(call.body["country_codes"])
    options = call.options()
    products = options.get("products") or call.body.get("products") or ()
    oauth = options.get("oauth")
    routing: list[str] = options.get("routing_numbers") or []
    return [
        spec
        for spec in ALL_INSTITUTIONS
        if countries & set(spec.country_codes)
        and set(products) <= PRODUCTS_HELD
        and oauth in {None, spec.oauth}
        and (not routing or set(routing) & set(spec.routing_numbers))
    ]


def _get(call: Call) -> bytes:
    known, offset = _known(call), call.body["offset"]
    shown = known[offset : offset + call.body["count"]]
    return call.reply(institutions=[_shown(call, spec) for spec in shown], total=len(known))


def _search(call: Call) -> bytes:
    words = call.body["query"].casefold().split()
    found = [spec for spec in _known(call) if all(word in spec.name.casefold() for word in words)]
    return call.reply(institutions=[_shown(call, spec) for spec in found[:10]])


def _get_by_id(call: Call) -> bytes:
    for spec in _known(call):
        if spec.institution_id == call.body["institution_id"]:
            return call.reply(institution=_shown(call, spec))
    raise PlaidFault(Code.INVALID_INSTITUTION, "invalid institution_id provided")


_COUNTRY_CODES: Final = Field("list", required=True, low=1, choices=COUNTRIES)
_PRODUCTS: Final = Field("list", nullable=True, low=1, choices=PRODUCTS)
_METADATA: Final = {
    "include_optional_metadata": Field("boolean", nullable=True),
    "include_auth_metadata": Field("boolean", nullable=True),
    "include_payment_initiation_metadata": Field("boolean", nullable=True),
}

ENDPOINTS: Final = (
    Endpoint(
        "/institutions/get",
        {
            "count": Field("integer", required=True, low=1, high=500),
            "offset": Field("integer", required=True, low=0),
            "country_codes": _COUNTRY_CODES,
            "options": Field(
                "object",
                fields={
                    **_METADATA,
                    "products": _PRODUCTS,
                    "routing_numbers": Field("list", nullable=True),
                    "oauth": Field("boolean", nullable=True),
                },
            ),
        },
        _get,
    ),
    Endpoint(
        "/institutions/search",
        {
            "query": Field("string", required=True, low=1),
            "country_codes": _COUNTRY_CODES,
            "products": _PRODUCTS,
            "options": Field(
                "object",
                fields={
                    **_METADATA,
                    "oauth": Field("boolean", nullable=True),
                    "payment_initiation": Field("object"),
                },
            ),
        },
        _search,
    ),
    Endpoint(
        "/institutions/get_by_id",
        {
            "institution_id": Field("string", required=True, low=1),
            "country_codes": _COUNTRY_CODES,
            "options": Field("object", fields={**_METADATA, "include_status": Field("boolean")}),
        },
        _get_by_id,
    ),
)
"""What this module answers."""
