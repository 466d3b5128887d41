"""What banks call the columns of their CSV files, in the languages that we know of."""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a column tells."""

    BOOKED = "booked"
    MADE = "made"
    AMOUNT = "amount"
    OUT = "out"
    IN = "in"
    MARK = "mark"
    """Whether the amount went out or came in, as a word or letter beside it."""
    CURRENCY = "currency"
    PAYEE = "payee"
    TEXT = "text"
    ID = "id"
    BALANCE = "balance"
    CATEGORY = "category"
    ACCOUNT = "account"
    STATE = "state"


_WORDS: Final[tuple[tuple[Role, str], ...]] = (
    (Role.BALANCE, r"balance|saldo|solde|kontostand|running bal"),
    (Role.CURRENCY, r"^currency$|w[aä]hrung|devise$|divisa|moneda|^valuta$|^ccy$|^iso$|munt|moeda"),
    (
        Role.MARK,
        r"^(debit/credit|credit/debit|dr/?cr|cr/?dr|soll/haben|s/h|af bij|sens|d/c|type de mouvement)$",
    ),
    (
        Role.OUT,
        (
            r"^(money )?out$|^outflow|^debits?( amount)?$|withdrawal|paid out|^soll$|ausgang|lastschrift \(|d[eé]bit$"
            r"|^cargos?$|^d[eé]bito$|belastung|^uscite|^dare$|afschrijving|^sa[ií]das?"
        ),
    ),
    (
        Role.IN,
        (
            r"^(money )?in$|^inflow|^credits?( amount)?$|deposit|paid in|^haben$|eingang|cr[eé]dit$|^abonos?$"
            r"|^cr[eé]dito$|gutschrift|^entrate|^avere$|bijschrijving|^entradas?"
        ),
    ),
    (
        Role.AMOUNT,
        r"amount|betrag|umsatz(?!art|typ)|montant|importe|importo|bedrag|^valor$|^value$|kwota|bel[oø]b|summa",
    ),
    (
        Role.BOOKED,
        (
            r"^date$|posting|posted|booking|buchung(stag|sdatum)|^buchung$|^datum$|^fecha$|operaci|comptab|^data$|boek|"
            r"date op|^completed|bokf"
        ),
    ),
    (
        Role.MADE,
        (
            r"value date|^valuta|wertstellung|date valeur|fecha valor|purchase date|^transaction date$"
            r"|^transacted|^started|rentedatum|data valuta"
        ),
    ),
    (
        Role.ID,
        (
            r"transaction id|^id$|reference( number)?$|^source_id$|fitid|^referenz|kundenreferenz|n[uú]mero de op"
            r"|^ref\.?$|transaktions-?id|^import_id$"
        ),
    ),
    (Role.CATEGORY, r"categor|kategori"),
    (Role.STATE, r"^(status|state|estado|statut)$"),
    (
        Role.PAYEE,
        (
            r"payee|merchant|beg(ü|u|ue)nstigt|empf(ä|a|ae)nger|auftraggeber|zahlungspflicht|counterparty|^name|b[eé]n[eé]ficiaire"
            r"|beneficiari|tegenpartij|naam|^partner|destinat"
        ),
    ),
    (
        Role.TEXT,
        (
            r"descri|details?$|memo|narrative|verwendungszweck|buchungstext|libell|concepto|descrizione|causale|omschrijving"
            r"|mededeling|text|particulars|^notes?$|historico|^type$|umsatzart"
        ),
    ),
    (Role.ACCOUNT, r"^account|^konto|^compte|^cuenta|^conto|^rekening|^iban"),
)
_PATTERNS: Final = tuple((role, re.compile(words)) for role, words in _WORDS)
_SINGLE: Final = frozenset(Role) - {Role.TEXT}


def roles_of(cells: Sequence[str]) -> dict[int, Role]:
    """Say what each column of a header row tells; columns whose name is not known are not in it."""
    found: dict[int, Role] = {}
    for place, cell in enumerate(cells):
        name = " ".join(cell.strip().strip("*\"'").casefold().replace("_", " ").split())
        raw = cell.strip().casefold()
        for role, pattern in _PATTERNS:
            if (pattern.search(name) or pattern.search(raw)) and (
                role not in _SINGLE or role not in found.values()
            ):
                found[place] = role
                break
    if Role.BOOKED not in found.values() and Role.MADE in found.values():
        found = {place: Role.BOOKED if role is Role.MADE else role for place, role in found.items()}
    return found


def is_header(roles: dict[int, Role]) -> bool:
    """Whether a row with these roles is the header of a statement: a day and an amount are named."""
    named = set(roles.values())
    return Role.BOOKED in named and bool(named & {Role.AMOUNT, Role.OUT, Role.IN})
