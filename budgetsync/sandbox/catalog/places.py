"""Invented branches: an address for every shop that has a door."""

from typing import Final

from budgetsync.sandbox.catalog.profile import Place

HOME: Final = (
    Place("1180 Alder Quay", "Port Larkin", "WA", "98199", "US", "47.648210", "-122.401377", "0412"),
    Place("27 Mill Race Road", "Port Larkin", "WA", "98117", "US", "47.690532", "-122.376114", "0087"),
    Place("5402 Cannery Avenue", "Port Larkin", "WA", "98107", "US", "47.667944", "-122.384209", "1530"),
    Place("860 Orchard Terrace", "Eastfold", "WA", "98004", "US", "47.617731", "-122.201155", "0236"),
)
"""Around the household's home."""

GERMANY: Final = (
    Place("Lindenhofstraße 14", "Neuhaven", "BE", "10969", "DE", "52.503712", "13.396581", "118"),
    Place("Am Kupfergraben 3", "Neuhaven", "BE", "10117", "DE", "52.519430", "13.395102", "027"),
    Place("Gärtnerweg 61", "Oberlind", "BY", "80331", "DE", "48.137204", "11.570318", "305"),
)
"""Where the EUR account is used."""

JAPAN: Final = (
    Place(
        "3-12-8 Midorigaoka", "Minato Higashi", "Tokyo", "152-0034", "JP", "35.606711", "139.680427", "5521"
    ),
    Place("1-4-2 Sakurabashi", "Kawane", "Kanagawa", "210-0007", "JP", "35.531802", "139.696914", "2074"),
    Place("2-9-15 Honmachi", "Minato Higashi", "Tokyo", "152-0003", "JP", "35.622390", "139.691240", "0913"),
)
"""Where the JPY account is used."""

AWAY: Final = (
    Place("310 Saltgrass Boulevard", "Cape Verity", "CA", "92037", "US", "32.847122", "-117.273900", "0061"),
    Place("44 Prospect Stairs", "Granite Falls", "CO", "80302", "US", "40.017541", "-105.279830", "0719"),
)
"""Where the household travels."""
