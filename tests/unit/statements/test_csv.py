"""CSV statements in the layouts of many banks. All values are invented."""

from datetime import date

import pytest

from budgetsync.domain.errors import UnknownFormat
from budgetsync.domain.statement import ProofVerdict, StatementFile, StatementFormat
from budgetsync.domain.statement_reading import ReadOptions
from budgetsync.providers.statements import read_statement_bytes

LAYOUTS = {
    "german, with a preamble": (
        (
            '"Girokonto";"DE99 0000 1111 2222 3333 44"\n"Von:";"01.03.2026"\n\n'
            '"Buchungstag";"Wertstellung";"Buchungstext";"Begünstigter";"Verwendungszweck";"Betrag (EUR)"\n'
            '"03.03.2026";"02.03.2026";"Lastschrift";"Stadtwerke";"Abschlag; März";"-1.234,56"\n'
            '"04.03.2026";"04.03.2026";"Gutschrift";"Arbeitgeber";"Lohn";"2.500,00"\n'
        ),
        [(date(2026, 3, 2), -123456, "Stadtwerke"), (date(2026, 3, 4), 250000, "Arbeitgeber")],
    ),
    "american, debit and credit columns": (
        (
            "Transaction Date,Posted Date,Description,Category,Debit,Credit\n"
            "03/02/2026,03/13/2026,COFFEE HOUSE,Dining,4.50,\n03/04/2026,03/14/2026,REFUND,Other,,12.00\n"
        ),
        [(date(2026, 3, 2), -450, ""), (date(2026, 3, 4), 1200, "")],
    ),
    "british, with a running balance, newest first": (
        (
            "Date,Type,Description,Paid out,Paid in,Balance\n"
            '15/03/2026,DEB,BOOKSHOP,"£1,020.00",,"£980.00"\n02/03/2026,FPI,SALARY,,"£2,000.00","£2,000.00"\n'
        ),
        [(date(2026, 3, 15), -102000, ""), (date(2026, 3, 2), 200000, "")],
    ),
    "dutch, with a mark": (
        (
            '"Datum","Naam / Omschrijving","Rekening","Af Bij","Bedrag (EUR)","Mededelingen"\n'
            '"20260302","Bakkerij","NL00BANK0123456789","Af","3,75","Pas 001"\n'
            '"20260303","Werkgever","NL00BANK0123456789","Bij","1800,00","Salaris"\n'
        ),
        [(date(2026, 3, 2), -375, "Bakkerij"), (date(2026, 3, 3), 180000, "Werkgever")],
    ),
    "french": (
        "Date opération;Libellé;Montant\n02/03/2026;BOULANGERIE;-3,75\n31/03/2026;SALAIRE;1 800,00\n",
        [(date(2026, 3, 2), -375, ""), (date(2026, 3, 31), 180000, "")],
    ),
    "iso days, tabs and minus behind": (
        "date\tdescription\tamount\n2026-03-02\tKiosk\t12.30-\n2026-03-03\tKiosk\t7.00\n",
        [(date(2026, 3, 2), -1230, ""), (date(2026, 3, 3), 700, "")],
    ),
    "no header": (
        '02.03.2026;"Bäckerei Sonne";-3,75\n03.03.2026;"Lohn";1800,00\n',
        [(date(2026, 3, 2), -375, ""), (date(2026, 3, 3), 180000, "")],
    ),
    "spanish": (
        "Fecha;Concepto;Importe;Saldo\n28/02/2026;PANADERIA;-1,10;98,90\n01/03/2026;NOMINA;1.500,00;1.598,90\n",
        [(date(2026, 2, 28), -110, ""), (date(2026, 3, 1), 150000, "")],
    ),
}


def read(text: str, encoding: str = "utf-8") -> StatementFile:
    return read_statement_bytes(text.encode(encoding), ReadOptions(currency="EUR"))


@pytest.mark.parametrize("name", list(LAYOUTS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_layout_is_found_by_what_is_in_it(name: str, encoding: str) -> None:
    text, wanted = LAYOUTS[name]
    file = read(text, encoding)
    assert file.format is StatementFormat.CSV
    (statement,) = file.statements
    assert [(one.transacted_on, one.minor, one.payee) for one in statement.entries] == wanted
    assert not statement.problems
    assert not file.problems


def test_a_heading_names_the_currency() -> None:
    assert read(LAYOUTS["german, with a preamble"][0]).statements[0].currency == "EUR"
    assert read(LAYOUTS["french"][0]).statements[0].currency == ""


def test_a_column_of_balances_proves_the_rest_in_either_order() -> None:
    for name in ("british, with a running balance, newest first", "spanish"):
        assert read(LAYOUTS[name][0]).statements[0].proof.verdict is ProofVerdict.PROVED
    wrong = LAYOUTS["spanish"][0].replace("1.598,90", "1.598,91")
    assert read(wrong).statements[0].proof == (ProofVerdict.DIFFERS, 1)


def test_a_bad_row_is_a_problem_beside_the_good_ones_with_its_line() -> None:
    text = "Date,Description,Amount\n2026-03-02,Kiosk,1.00\n2026-02-30,Kiosk,2.00\n2026-03-04,Kiosk,much\n"
    (statement,) = read(text).statements
    assert [one.minor for one in statement.entries] == [100]
    assert [one.line for one in statement.problems] == [3, 4]


def test_what_nothing_shows_is_told() -> None:
    file = read("Date,Description,Amount\n03/04/2026,Kiosk,1.00\n")
    assert file.statements[0].entries[0].transacted_on == date(2026, 3, 4)
    assert "month was taken to" in file.problems[0].message


def test_no_account_number_is_kept() -> None:
    file = read(LAYOUTS["dutch, with a mark"][0])
    assert file.statements[0].account.mask == "6789"
    assert "0123456789" not in repr(file.statements[0].account)
    assert all("0123456789" not in entry.raw for entry in file.statements[0].entries)


@pytest.mark.parametrize(
    "text", ["a,b\n1,2\n", "Name,Phone\nAnn,555\n", "Dear customer,\nyour bill of 3.00\n"]
)
def test_another_table_is_no_statement(text: str) -> None:
    with pytest.raises(UnknownFormat):
        read(text)
