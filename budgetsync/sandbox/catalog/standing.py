"""Profiles of what no shop sells: pay, rent, bills, transfers, interest and fees."""

from typing import Final

from budgetsync.sandbox.catalog.profile import Party, Place, Profile

_NO_PARTY: Final = ("", "", "")


def _entry(
    name: str,
    detailed: str,
    text: str,
    *,
    party: tuple[str, str, str] = _NO_PARTY,
    code: str | None = None,
    method: str = "ACH",
    confidence: str | None = "VERY_HIGH",
    meta: dict[str, str] | None = None,
) -> Profile:
    partner, kind, site = party
    return Profile(
        name=name,
        detailed=detailed,
        bank_text=text,
        merchant=partner if kind == "merchant" else None,
        website=site if kind == "merchant" else None,
        confidence=confidence,
        channel="other",
        kind="special",
        code=code,
        parties=(Party(partner, kind, site or None),) if partner else (),
        meta={"payment_method": method, **(meta or {})},
    )


SALARY: Final = _entry(
    "Brambleworks Ltd Payroll",
    "INCOME_SALARY",
    "BRAMBLEWORKS LTD PAYROLL PPD {ref}",
    party=("Brambleworks", "income_source", "brambleworks.example"),
    meta={"ppd_id": "9118204411", "payer": "Brambleworks Ltd"},
)
RENT: Final = _entry(
    "Alder Quay Residences",
    "RENT_AND_UTILITIES_RENT",
    "ALDER QUAY RESIDENCES WEB PMT {ref}",
    party=("Alder Quay Residences", "merchant", "alderquay.example"),
    meta={"payee": "Alder Quay Residences", "reason": "Rent"},
)
ELECTRICITY: Final = _entry(
    "Larkin City Light",
    "RENT_AND_UTILITIES_GAS_AND_ELECTRICITY",
    "LARKIN CITY LIGHT BILL PAY {ref}",
    party=("Larkin City Light", "merchant", "larkincitylight.example"),
)
INTERNET: Final = _entry(
    "Fiberfinch",
    "RENT_AND_UTILITIES_INTERNET_AND_CABLE",
    "FIBERFINCH AUTOPAY {ref}",
    party=("Fiberfinch", "merchant", "fiberfinch.example"),
)
TELEPHONE: Final = _entry(
    "Cricketfield Mobile",
    "RENT_AND_UTILITIES_TELEPHONE",
    "CRICKETFIELD MOBILE AUTOPAY {ref}",
    party=("Cricketfield Mobile", "merchant", "cricketfield.example"),
)
WATER: Final = _entry(
    "Port Larkin Water",
    "RENT_AND_UTILITIES_WATER",
    "PORT LARKIN WATER UTILITY {ref}",
    party=("Port Larkin Water", "merchant", "portlarkinwater.example"),
)
INSURANCE: Final = _entry(
    "Hedgerow Mutual",
    "GENERAL_SERVICES_INSURANCE",
    "HEDGEROW MUTUAL PREMIUM {ref}",
    party=("Hedgerow Mutual", "merchant", "hedgerowmutual.example"),
)
DONATION: Final = _entry(
    "Riverkeepers Fund",
    "GOVERNMENT_AND_NON_PROFIT_DONATIONS",
    "RIVERKEEPERS FUND DONATION {ref}",
    party=("Riverkeepers Fund", "merchant", "riverkeepers.example"),
)
TAX_REFUND: Final = _entry(
    "State Treasury Tax Refund", "INCOME_TAX_REFUND", "STATE TREASURY TAX REF PPD {ref}"
)

TO_SAVINGS: Final = _entry(
    "Transfer to Rainy Day Savings",
    "TRANSFER_OUT_SAVINGS",
    "ONLINE TRANSFER TO SAV 2206 {ref}",
    method="Transfer",
)
FROM_CHECKING: Final = _entry(
    "Transfer from Everyday Checking",
    "TRANSFER_IN_SAVINGS",
    "ONLINE TRANSFER FROM CHK 0417 {ref}",
    method="Transfer",
)
TO_HOUSEHOLD: Final = _entry(
    "First Gingham Credit Union Transfer",
    "TRANSFER_OUT_ACCOUNT_TRANSFER",
    "ACH TRANSFER GINGHAM CU {ref}",
    party=("First Gingham Credit Union", "financial_institution", "gingham.example"),
    confidence="HIGH",
)
AT_HOUSEHOLD: Final = _entry(
    "First Platypus Bank Transfer",
    "TRANSFER_IN_ACCOUNT_TRANSFER",
    "ACH DEPOSIT PLATYPUS BANK {ref}",
    party=("First Platypus Bank", "financial_institution", "platypus.example"),
    confidence="HIGH",
)
WIRE_OUT: Final = _entry(
    "International Wire Tattersall",
    "TRANSFER_OUT_WIRE",
    "INTL WIRE OUT TATTERSALL EUR {ref}",
    method="Wire",
    code="transfer",
)
WIRE_IN: Final = _entry(
    "Gutschrift Platypus Bank",
    "TRANSFER_IN_WIRE",
    "AUSLANDSZAHLUNG PLATYPUS BANK {ref}",
    method="Wire",
    code="transfer",
)
CARD_PAYMENT: Final = _entry(
    "Platypus Card Payment", "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT", "PLATYPUS CARD ONLINE PMT {ref}"
)
CARD_RECEIPT: Final = _entry(
    "Payment Thank You",
    "LOAN_DISBURSEMENTS_OTHER_DISBURSEMENT",
    "PAYMENT RECEIVED - THANK YOU {ref}",
    confidence="LOW",
)
LOAN_PAYMENT: Final = _entry(
    "Gingham Car Loan Payment", "LOAN_PAYMENTS_CAR_PAYMENT", "LOAN PMT TO 8861 {ref}", method="Transfer"
)
LOAN_RECEIPT: Final = _entry(
    "Payment from Household Checking",
    "LOAN_PAYMENTS_CAR_PAYMENT",
    "LOAN PMT FROM 5150 {ref}",
    method="Transfer",
    confidence="MEDIUM",
)
LOAN_INTEREST: Final = _entry(
    "Interest Charge", "BANK_FEES_INTEREST_CHARGE", "INTEREST CHARGED {ref}", code="interest"
)
SAVINGS_INTEREST: Final = _entry(
    "Interest Paid", "INCOME_INTEREST_EARNED", "INTEREST PAYMENT {ref}", code="interest"
)

CASH: Final = Profile(
    name="ATM Withdrawal",
    detailed="TRANSFER_OUT_WITHDRAWAL",
    bank_text="ATM WITHDRAWAL 004417 CANNERY AVE {ref}",
    code="atm",
    kind="special",
    place=Place("5402 Cannery Avenue", "Port Larkin", "WA", "98107", "US", "47.667944", "-122.384209"),
    meta={"payment_method": "ATM"},
)
ATM_FEE: Final = _entry(
    "Non-Network ATM Fee", "BANK_FEES_ATM_FEES", "NON-NETWORK ATM FEE {ref}", code="bank charge"
)
FOREIGN_FEE: Final = _entry(
    "Foreign Transaction Fee",
    "BANK_FEES_FOREIGN_TRANSACTION_FEES",
    "FOREIGN TRANSACTION FEE {ref}",
    code="bank charge",
)
ANNUAL_FEE: Final = _entry(
    "Annual Membership Fee", "BANK_FEES_OTHER_BANK_FEES", "ANNUAL MEMBERSHIP FEE {ref}", code="membership fee"
)
CHEQUE: Final = Profile(
    name="Check 1042",
    detailed="GENERAL_SERVICES_OTHER_GENERAL_SERVICES",
    bank_text="CHECK PAID 1042 {ref}",
    channel="other",
    kind="special",
    code="cheque",
    confidence="LOW",
    check_number="1042",
)

EURO_INCOME: Final = _entry(
    "Weidenverlag GmbH Honorar",
    "INCOME_OTHER",
    "SEPA GUTSCHRIFT WEIDENVERLAG GMBH HONORAR {ref}",
    party=("Weidenverlag", "income_source", "weidenverlag.example"),
    method="SEPA",
    confidence="MEDIUM",
)
EURO_RENT: Final = _entry(
    "Lagerhof Neuhaven",
    "GENERAL_SERVICES_STORAGE",
    "SEPA LASTSCHRIFT LAGERHOF NEUHAVEN {ref}",
    method="SEPA",
    code="direct debit",
)
EURO_INSURANCE: Final = _entry(
    "Eichenlaub Versicherung",
    "GENERAL_SERVICES_INSURANCE",
    "SEPA LASTSCHRIFT EICHENLAUB VERS {ref}",
    method="SEPA",
    code="direct debit",
)
YEN_INCOME: Final = _entry(
    "Kumo Gakuin Tutoring",
    "INCOME_GIG_ECONOMY",
    "FURIKOMI KUMO GAKUIN {ref}",
    confidence="MEDIUM",
    method="Furikomi",
)
YEN_PHONE: Final = _entry(
    "Suzume Mobile",
    "RENT_AND_UTILITIES_TELEPHONE",
    "KOUZA FURIKAE SUZUME MOBILE {ref}",
    method="Kouza Furikae",
    code="direct debit",
)
