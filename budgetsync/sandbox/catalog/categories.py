"""Personal finance categories in both versions, and the older tree that ``/categories/get`` still shows."""

from typing import Final

DEFAULT_VERSION: Final = "v2"
"""What new customers of Plaid are given."""

_RENAMED: Final = {
    "INCOME_SALARY": "INCOME_WAGES",
    "INCOME_OTHER": "INCOME_OTHER_INCOME",
    "INCOME_CHILD_SUPPORT": "INCOME_OTHER_INCOME",
    "INCOME_GIG_ECONOMY": "INCOME_OTHER_INCOME",
    "INCOME_LONG_TERM_DISABILITY": "INCOME_OTHER_INCOME",
    "INCOME_MILITARY": "INCOME_OTHER_INCOME",
    "INCOME_RENTAL": "INCOME_OTHER_INCOME",
    "LOAN_PAYMENTS_CASH_ADVANCES": "LOAN_PAYMENTS_OTHER_PAYMENT",
    "LOAN_PAYMENTS_EWA": "LOAN_PAYMENTS_OTHER_PAYMENT",
    "TRANSFER_IN_WIRE": "TRANSFER_IN_OTHER_TRANSFER_IN",
    "TRANSFER_OUT_WIRE": "TRANSFER_OUT_OTHER_TRANSFER_OUT",
    "BANK_FEES_LATE_FEES": "BANK_FEES_OTHER_BANK_FEES",
    "BANK_FEES_CASH_ADVANCE": "BANK_FEES_OTHER_BANK_FEES",
}
"""Detailed codes of version 2 that version 1 has under another name, or under a wider one."""

PRIMARIES: Final = (
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
)
"""The primary categories of version 2; a detailed code begins with its primary one."""

_TREE: Final = {
    "Bank Fees": ("10", ("Overdraft", "ATM", "Late Payment", "Foreign Transaction", "Wire Transfer")),
    "Food and Drink": ("13", ("Bar", "Nightlife", "Restaurants", "Restaurants: Coffee Shop")),
    "Healthcare": ("14", ("Dentists", "Pharmacies", "Physicians")),
    "Interest": ("15", ("Interest Earned", "Interest Charged")),
    "Payment": ("16", ("Credit Card", "Rent", "Loan")),
    "Recreation": ("17", ("Gyms and Fitness Centers", "Parks", "Sports Clubs")),
    "Service": ("18", ("Cable", "Insurance", "Telecommunication Services", "Utilities")),
    "Shops": ("19", ("Bookstores", "Clothing and Accessories", "Digital Purchase", "Supermarkets")),
    "Tax": ("20", ("Refund", "Payment")),
    "Transfer": ("21", ("Credit", "Debit", "Deposit", "Payroll", "Withdrawal")),
    "Travel": ("22", ("Airlines", "Gas Stations", "Lodging", "Public Transportation", "Taxi")),
}
"""Groups of the older tree with the digits that their ids begin with."""


def primary_of(detailed: str) -> str:
    """The primary category that a detailed one belongs to."""
    return max((name for name in PRIMARIES if detailed.startswith(name)), key=len)


def first_version(detailed: str, *, incoming: bool) -> str:
    """The code of version 1 for a detailed code of version 2.

    Args:
        detailed: the code of version 2.
        incoming: whether money came in; what version 2 calls OTHER was a transfer, one way or the other.
    """
    if detailed.startswith("OTHER"):
        return "TRANSFER_IN_OTHER_TRANSFER_IN" if incoming else "TRANSFER_OUT_OTHER_TRANSFER_OUT"
    if detailed.startswith("LOAN_DISBURSEMENTS"):
        return "TRANSFER_IN_CASH_ADVANCES_AND_LOANS"
    return _RENAMED.get(detailed, detailed)


def category_fields(
    detailed: str, confidence: str | None, version: str, *, incoming: bool = False
) -> dict[str, object]:
    """A personal finance category as Plaid shows it, in the version that was asked for."""
    if version == "v1":
        detailed = first_version(detailed, incoming=incoming)
    return {
        "confidence_level": confidence,
        "detailed": detailed,
        "primary": primary_of(detailed),
        "version": version,
    }


def category_tree() -> list[dict[str, object]]:
    """Every category of the older tree, as ``/categories/get`` lists them."""
    listed: list[dict[str, object]] = []
    for name, (digits, branches) in _TREE.items():
        kind = "place" if name in {"Food and Drink", "Healthcare", "Shops", "Travel"} else "special"
        listed.append({"category_id": f"{digits}000000", "group": kind, "hierarchy": [name]})
        for number, branch in enumerate(branches, start=1):
            path = [name, *branch.split(": ")]
            listed.append({"category_id": f"{digits}{number:03d}000", "group": kind, "hierarchy": path})
    return listed
