"""One statement written in every format, as banks write them: what all readers are to understand alike."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple


class Line(NamedTuple):
    """One booking of an account in euros; `minor` in cents, negative = money out."""

    on: date
    minor: int
    payee: str
    text: str
    id: str = ""


IBAN = "DE02120300000000202051"


def amount(minor: int, mark: str = ".") -> str:
    """Write an amount with two decimals and its sign."""
    return f"{'-' if minor < 0 else ''}{abs(minor) // 100}{mark}{abs(minor) % 100:02}"


def ofx(lines: Sequence[Line], opening: int = 0, *, ids: bool = True) -> str:
    """Write OFX 1.0.2."""
    entries = "".join(
        f"<STMTTRN><TRNTYPE>{'DEBIT' if line.minor < 0 else 'CREDIT'}<DTPOSTED>{line.on:%Y%m%d}"
        f"<TRNAMT>{amount(line.minor)}"
        + (f"<FITID>{line.id or f'{line.on:%y%m%d}{place}'}" if ids else "")
        + f"<NAME>{line.payee}<MEMO>{line.text}</STMTTRN>\n"
        for place, line in enumerate(lines)
    )
    closing = opening + sum(line.minor for line in lines)
    return (
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:USASCII\nCHARSET:1252\n"
        "COMPRESSION:NONE\nOLDFILEUID:NONE\nNEWFILEUID:NONE\n\n<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>0"
        "<SEVERITY>INFO</STATUS><DTSERVER>20260101<LANGUAGE>ENG</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS>"
        "<TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>12030000"
        f"<ACCTID>{IBAN}<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>{lines[0].on:%Y%m%d}"
        f"<DTEND>{lines[-1].on:%Y%m%d}\n{entries}</BANKTRANLIST><LEDGERBAL><BALAMT>{amount(closing)}"
        f"<DTASOF>{lines[-1].on:%Y%m%d}</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    )


def camt(lines: Sequence[Line], opening: int = 0) -> str:
    """Write CAMT.053, version 2."""

    def balance(code: str, minor: int, on: date) -> str:
        return (
            f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>{amount(abs(minor))}</Amt>"
            f"<CdtDbtInd>{'DBIT' if minor < 0 else 'CRDT'}</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>"
        )

    entries = "".join(
        f"<Ntry><Amt Ccy='EUR'>{amount(abs(line.minor))}</Amt>"
        f"<CdtDbtInd>{'DBIT' if line.minor < 0 else 'CRDT'}</CdtDbtInd><Sts>BOOK</Sts>"
        f"<BookgDt><Dt>{line.on}</Dt></BookgDt><ValDt><Dt>{line.on}</Dt></ValDt><NtryDtls><TxDtls><RltdPties>"
        f"<{'Cdtr' if line.minor < 0 else 'Dbtr'}><Nm>{line.payee}</Nm></{'Cdtr' if line.minor < 0 else 'Dbtr'}>"
        f"</RltdPties><RmtInf><Ustrd>{line.text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
        for line in lines
    )
    closing = opening + sum(line.minor for line in lines)
    return (
        "<?xml version='1.0' encoding='UTF-8'?><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'>"
        "<BkToCstmrStmt><GrpHdr><MsgId>1</MsgId><CreDtTm>2026-01-01T00:00:00</CreDtTm></GrpHdr><Stmt><Id>1</Id>"
        f"<CreDtTm>2026-01-01T00:00:00</CreDtTm><Acct><Id><IBAN>{IBAN}</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        f"{balance('OPBD', opening, lines[0].on)}{balance('CLBD', closing, lines[-1].on)}{entries}"
        "</Stmt></BkToCstmrStmt></Document>"
    )


def mt940(lines: Sequence[Line], opening: int = 0) -> str:
    """Write MT940 with the German structure of field 86."""
    closing = opening + sum(line.minor for line in lines)

    def balance(minor: int, on: date) -> str:
        return f"{'D' if minor < 0 else 'C'}{on:%y%m%d}EUR{amount(abs(minor), ',')}"

    entries = "".join(
        f":61:{line.on:%y%m%d}{line.on:%m%d}{'D' if line.minor < 0 else 'C'}{amount(abs(line.minor), ',')}"
        "NMSCNONREF\r\n"
        f":86:166?00UMSATZ?20{line.text}?32{line.payee}\r\n"
        for line in lines
    )
    return (
        f":20:STARTUMS\r\n:25:{IBAN}\r\n:28C:1/1\r\n:60F:{balance(opening, lines[0].on)}\r\n{entries}"
        f":62F:{balance(closing, lines[-1].on)}\r\n-\r\n"
    )


def qif(lines: Sequence[Line], _opening: int = 0) -> str:
    """Write QIF, with days as month/day/year."""
    entries = "".join(
        f"D{line.on:%m/%d/%Y}\nT{amount(line.minor)}\nP{line.payee}\nM{line.text}\n^\n" for line in lines
    )
    return f"!Type:Bank\n{entries}"


def csv(lines: Sequence[Line], _opening: int = 0) -> str:
    """Write CSV as German banks do."""
    rows = "".join(
        f'{line.on:%d.%m.%Y};"{line.payee}";"{line.text}";{amount(line.minor, ",")}\r\n' for line in lines
    )
    return f"Buchungstag;Empfaenger;Verwendungszweck;Betrag\r\n{rows}"


WRITERS: dict[str, Callable[[Sequence[Line], int], str]] = {
    "statement.ofx": ofx,
    "statement.qfx": ofx,
    "statement.xml": camt,
    "statement.sta": mt940,
    "statement.qif": qif,
    "statement.csv": csv,
}
"""By a file's name. Readers find the format by the content, never by the name."""
