"""Categories: what a provider's code says in words."""


def describe(code: str) -> str:
    """Put a provider's code into words: FOOD_AND_DRINK_GROCERIES becomes "Food and drink groceries".

    Codes are open-ended (Plaid's v2 renamed v1's), so any text is taken.
    """
    return code.replace("_", " ").strip().capitalize()
