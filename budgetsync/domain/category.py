"""Categories: what a provider's code says in words."""

_PRIMARIES = frozenset(
    {
        "BANK_FEES",
        "ENTERTAINMENT",
        "FOOD_AND_DRINK",
        "GENERAL_MERCHANDISE",
        "GENERAL_SERVICES",
        "GOVERNMENT_AND_NON_PROFIT",
        "HOME_IMPROVEMENT",
        "INCOME",
        "LOAN_DISBURSEMENTS",
        "LOAN_PAYMENTS",
        "MEDICAL",
        "OTHER",
        "PERSONAL_CARE",
        "RENT_AND_UTILITIES",
        "TRANSFER_IN",
        "TRANSFER_OUT",
        "TRANSPORTATION",
        "TRAVEL",
    }
)


def describe(code: str) -> str:
    """Put a code into words: FOOD_AND_DRINK_GROCERIES is "Groceries", BANK_FEES_OTHER is "Bank fees, other".

    Codes are open-ended (Plaid's v2 renamed v1's), so any text is taken. The primaries are Plaid's personal
    finance categories. Source: https://plaid.com/documents/transactions-personal-finance-category-taxonomy.csv
    """
    primary = next((known for known in _PRIMARIES if code.startswith(f"{known}_")), "")
    detail = code.removeprefix(f"{primary}_")
    if primary and detail == "OTHER":
        return f"{_words(primary)}, other"
    return _words(detail)


def _words(code: str) -> str:
    return code.replace("_", " ").strip().capitalize()


GOODS = (
    "BANK_FEES",
    "ENTERTAINMENT",
    "FOOD_AND_DRINK",
    "GENERAL_MERCHANDISE",
    "GENERAL_SERVICES",
    "GOVERNMENT_AND_NON_PROFIT",
    "HOME_IMPROVEMENT",
    "MEDICAL",
    "PERSONAL_CARE",
    "RENT_AND_UTILITIES",
    "TRANSPORTATION",
    "TRAVEL",
)
"""Primaries of what is bought. Money that comes in under one of them is a refund: less spending, no income."""
