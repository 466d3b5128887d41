"""Endpoints about institutions."""

from typing import Final

from budgetsync.sandbox.api.endpoint import Call, Endpoint
from budgetsync.sandbox.api.fields import Field
from budgetsync.sandbox.catalog.institutions import INSTITUTIONS, InstitutionSpec
from budgetsync.sandbox.faults import Code, PlaidFault

COUNTRIES: Final = frozenset(
    {
        *("AT", "BE", "CA", "DE", "DK", "EE", "ES", "FI", "FR", "GB"),
        *("IE", "IT", "LT", "LV", "NL", "NO", "PL", "PT", "SE", "US"),
    }
)
"""The countries that a request may name."""


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


def _get_by_id(call: Call) -> bytes:
    countries = set(call.body["country_codes"])
    for spec in INSTITUTIONS:
        if spec.institution_id == call.body["institution_id"] and countries & set(spec.country_codes):
            metadata = call.options().get("include_optional_metadata") is True
            return call.reply(institution=institution_fields(spec, metadata=metadata))
    raise PlaidFault(Code.INVALID_INSTITUTION, "the institution id is not known in these countries")


ENDPOINTS: Final = (
    Endpoint(
        "/institutions/get_by_id",
        {
            "institution_id": Field("string", required=True, low=1),
            "country_codes": Field("list", required=True, low=1, choices=COUNTRIES),
            "options": Field(
                "object",
                fields={
                    "include_optional_metadata": Field("boolean"),
                    "include_status": Field("boolean"),
                    "include_auth_metadata": Field("boolean"),
                    "include_payment_initiation_metadata": Field("boolean"),
                },
            ),
        },
        _get_by_id,
    ),
)
"""What this module answers."""
