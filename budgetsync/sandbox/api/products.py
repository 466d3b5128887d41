"""The products that a request may name; the bank itself has transactions only."""

from typing import Final

PRODUCTS: Final = frozenset(
    [
        "assets",
        "auth",
        "balance",
        "balance_plus",
        "beacon",
        "cra_base_report",
        "cra_cashflow_insights",
        "cra_home_lending",
        "cra_income_insights",
        "cra_lend_score",
        "cra_monitoring",
        "cra_network_insights",
        "cra_partner_insights",
        "cra_plaid_credit_score",
        "cra_qualify",
        "credit_details",
        "employment",
        "identity",
        "identity_match",
        "identity_verification",
        "income",
        "income_verification",
        "investments",
        "investments_auth",
        "layer",
        "liabilities",
        "pay_by_bank",
        "payment_initiation",
        "processor_identity",
        "processor_payments",
        "profile",
        "protect_linked_bank",
        "protect_transactions",
        "recurring_transactions",
        "signal",
        "standing_orders",
        "statements",
        "transactions",
        "transactions_refresh",
        "transfer",
    ]
)
"""Every product of Plaid's."""

LANGUAGES: Final = frozenset(
    ["da", "nl", "en", "et", "fr", "de", "hi", "it", "lv", "lt", "no", "pl", "pt", "ro", "es", "sv", "vi"]
)
"""The languages that Link can be shown in."""
