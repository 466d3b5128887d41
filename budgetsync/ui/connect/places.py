"""Countries whose banks can be connected, and the language of the page, by a person's locale."""

from PySide6.QtCore import QCoreApplication, QLocale

from budgetsync.domain.link import COUNTRIES, LANGUAGES

translate = QCoreApplication.translate


def country_of(locale: QLocale) -> str:
    """Give the country of a locale where banks can be connected there, else the United States."""
    code = QLocale.territoryToCode(locale.territory())
    return code if code in COUNTRIES else COUNTRIES[0]


def language_of(locale: QLocale) -> str:
    """Give the language of a locale where the page can be shown in it, else English."""
    code = QLocale.languageToCode(locale.language(), QLocale.LanguageCodeType.ISO639Part1)
    code = "no" if code in {"nb", "nn"} else code
    return code if code in LANGUAGES else "en"


def country_name(code: str) -> str:
    """Name a country in the person's language."""
    names = {
        "AT": translate("Country", "Austria"),
        "BE": translate("Country", "Belgium"),
        "CA": translate("Country", "Canada"),
        "DE": translate("Country", "Germany"),
        "DK": translate("Country", "Denmark"),
        "EE": translate("Country", "Estonia"),
        "ES": translate("Country", "Spain"),
        "FI": translate("Country", "Finland"),
        "FR": translate("Country", "France"),
        "GB": translate("Country", "United Kingdom"),
        "IE": translate("Country", "Ireland"),
        "IT": translate("Country", "Italy"),
        "LT": translate("Country", "Lithuania"),
        "LV": translate("Country", "Latvia"),
        "NL": translate("Country", "Netherlands"),
        "NO": translate("Country", "Norway"),
        "PL": translate("Country", "Poland"),
        "PT": translate("Country", "Portugal"),
        "SE": translate("Country", "Sweden"),
        "US": translate("Country", "United States"),
    }
    return names[code]
