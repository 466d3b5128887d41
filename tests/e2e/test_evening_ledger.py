"""An evening with the ledger: a doubtful row is looked into, twelve are corrected, one is split; once with the mouse
alone, and once without one."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Screen, wait_until
from tests.e2e.hands import Person, Thing, at_the_window
from tests.e2e.programs import Program

SHOP, PAYEE, CATEGORY = "Juniper Market", "Corner shop", "Household"
ROWS = 12
TABLE = "Transactions"


@pytest.fixture
def known(program: Program) -> Program:
    """A ledger with the two years of a bank."""
    done = program.run("connect", "--institution", "ins_109508", "--sync")
    assert done.returncode == 0, done.stderr
    return program


@pytest.fixture
def screen() -> Iterator[Screen]:
    with Screen.on(tray=False) as made:
        yield made


# What came about, by the ledger.


def corrected(me: Person, field: str, value: str) -> bool:
    sql = {
        "payee": 'SELECT count(*) FROM "transaction" WHERE payee = ?',
        "category": 'SELECT count(*) FROM "transaction" t JOIN category c ON c.id = t.category_id WHERE c.name = ?',
    }
    return me.ask(sql[field], value) == [(ROWS,)]


def parts(me: Person) -> list[int]:
    return [amount for (amount,) in me.ask("SELECT amount FROM split ORDER BY position")]


def hidden(me: Person) -> int:
    return int(me.ask('SELECT count(*) FROM "transaction" WHERE hidden = 1')[0][0])


# What is seen.


def rows(me: Person, column: int = 1) -> list[Thing]:
    """The rows that are listed, by the cell of their payee; headings between them have none."""
    return [one for one in me.find("cell", name=TABLE) if one.column == column and one.text]


def chosen(me: Person) -> int:
    """How many rows are selected: of several, the bar below them says it, since not all need be in sight."""
    shown = me.seen()
    said = next((one.text for one in shown if one.text.endswith(" selected")), "")
    return int(said.split()[0]) if said else sum(one.chosen for one in shown if is_payee(one))


def is_payee(one: Thing) -> bool:
    return one.kind == "cell" and one.name.startswith(TABLE) and one.column == 1 and bool(one.text)


def only(me: Person, payee: str) -> bool:
    shown = rows(me)
    return len(shown) > ROWS and {one.text for one in shown} == {payee}


def months(me: Person) -> str:
    """What the chart of months says on the whole; "" while it is not there."""
    return next(
        (one.about for one in me.find("Chart", name="Income and spending") if "came in" in one.about), ""
    )


def ends_well(me: Person) -> None:
    _, said = me.child.communicate(timeout=30)
    assert me.child.returncode == 0, said
    assert "Traceback" not in said


def check_export(me: Person, file: Path) -> None:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        listed = list(csv.DictReader(lines))
    sql = "SELECT count(*) FROM \"transaction\" WHERE state <> 'REMOVED' AND merchant = ?"
    assert me.ask(sql, SHOP) == [(len(listed),)]  # what is searched for
    assert sum(PAYEE in line.values() for line in listed) == ROWS


def test_with_the_mouse(known: Program, screen: Screen) -> None:
    with at_the_window(known, screen, "--page", "overview") as me:
        me.click_until(lambda: months(me), "the chart of months", "SidebarButton", "Insights")
        before = months(me)
        me.click_until(lambda: rows(me), "the transactions", "SidebarButton", "Transactions")

        me.click_until(
            lambda: me.has_focus(name="Search transactions"), "the search", name="Search transactions"
        )
        me.write(SHOP)
        wait_until(lambda: only(me, SHOP), "the rows of the shop alone")
        me.click(rows(me)[0])
        me.click_until(lambda: me.says("The bank, by Plaid"), "where it comes from", "tab", "Sources")

        select_with_the_mouse(me)
        change_with_the_mouse(me, "Set category", CATEGORY, "category")
        select_with_the_mouse(me)
        change_with_the_mouse(me, "Set payee", PAYEE, "payee")

        me.click(rows(me)[0])
        me.click_until(lambda: me.find("QPushButton", "Split it"), "the fields of the row", "tab", "Row")
        me.click_until(
            lambda: me.find("QPushButton", "Save the split"), "two parts", "QPushButton", "Split it"
        )
        me.click(me.await_one(name="Amount of part 1"))
        me.write("1.25")
        me.click_until(lambda: len(parts(me)) == 2, "a row in two parts", "QPushButton", "Save the split")
        assert abs(parts(me)[0]) == 125
        me.choose("Edit", "Undo", lambda: not parts(me))

        select_with_the_mouse(me)
        offer_with_the_mouse(me, "Hide from sums")
        me.click_until(lambda: hidden(me) == ROWS, "rows that no sum has", "entry", "Hide from sums")
        me.click_until(
            lambda: months(me) not in {"", before}, "a chart that follows", "SidebarButton", "Insights"
        )

        file = known.folder / "rows.csv"
        me.choose("File", "Export transactions...", lambda: me.find(text="transactions-"))
        me.click(me.await_one(text="transactions-"))
        me.press("ctrl+a")
        me.write(str(file))
        me.click_until(file.exists, "a file", "QPushButton", "&Save")
        check_export(me, file)
        me.choose("File", "Quit", lambda: me.child.poll() is not None)
        ends_well(me)


def select_with_the_mouse(me: Person) -> None:
    """Select twelve rows: the first, and with Shift held the last of them."""

    def tried() -> bool:
        listed = rows(me)
        if len(listed) < ROWS:
            return False
        me.click(listed[0])
        me.click(listed[ROWS - 1], "shift")
        return me.soon(lambda: chosen(me) == ROWS and me.find("QPushButton", "Change"))

    wait_until(tried, "twelve rows that are selected")


def change_with_the_mouse(me: Person, entry: str, value: str, field: str) -> None:
    """Give all rows that are selected a value."""
    offer_with_the_mouse(me, entry)
    me.click_until(lambda: typed_into(me), "a field for it", "entry", entry)
    me.write(value)
    me.click_until(
        lambda: corrected(me, field, value), f"twelve rows: {value}", "QPushButton", "Set", "Set for all"
    )


def offer_with_the_mouse(me: Person, entry: str) -> None:
    """Open what can be done to all rows that are selected."""
    me.click_until(lambda: me.find("entry", entry), "what can be done to them", "QPushButton", "Change")


def typed_into(me: Person) -> bool:
    return me.has_focus("QLineEdit", "of the selected transactions")


def test_without_a_mouse(known: Program, screen: Screen) -> None:
    with at_the_window(known, screen, "--page", "overview") as me:
        wait_until(screen.windows, "a window")
        me.press_until(lambda: months(me), "the chart of months", "ctrl+3")
        before = months(me)

        search_with_keys(me)
        select_with_keys(me)
        change_with_keys(me, "Set category", CATEGORY, "category")
        select_with_keys(me)
        change_with_keys(me, "Set payee", PAYEE, "payee")

        me.press_until(lambda: chosen(me) == 1, "one row", "Home", "Down")
        go_to(me, "Sources")
        wait_until(lambda: me.says("The bank, by Plaid"), "where it comes from")
        me.press_until(lambda: any(one.chosen for one in me.find("tab", "Row")), "the fields", "Left")
        me.press_until(lambda: focused(me, "Split it"), "the button that splits", "Tab")
        me.press_until(lambda: me.has_focus(name="Amount of part 1"), "two parts", "space")
        me.write("1.25")
        me.press_until(lambda: len(parts(me)) == 2, "a row in two parts", "ctrl+Return")
        me.press("ctrl+z")
        assert me.soon(lambda: not parts(me), 2_000)

        me.press_until(lambda: me.has_focus("TransactionsTable"), "the table", "Escape")
        select_with_keys(me)
        command(me, "Hide from sums", lambda: hidden(me) == ROWS)
        me.press_until(lambda: months(me) not in {"", before}, "a chart that follows", "ctrl+3")

        file = known.folder / "rows.csv"
        me.press_until(lambda: me.has_focus("QLineEdit"), "a dialog for a file", "ctrl+e")
        me.press("ctrl+a")
        me.write(str(file))
        me.press_until(file.exists, "a file", "Return")
        check_export(me, file)
        me.press_until(lambda: me.child.poll() is not None, "the end", "ctrl+q")
        ends_well(me)


def focused(me: Person, text: str) -> bool:
    return any(one.focus and one.text.startswith(text) for one in me.seen())


def search_with_keys(me: Person) -> None:
    """Look for the rows of the shop, and go on to them."""

    def tried() -> bool:
        me.press("ctrl+f")
        if not me.soon(lambda: me.has_focus(name="Search transactions"), 20):
            return False
        me.press("ctrl+a")
        me.write(SHOP)
        if not me.soon(lambda: only(me, SHOP)):
            return False
        me.press("Return", "Down")
        return me.soon(lambda: me.has_focus("TransactionsTable"))

    wait_until(tried, "the rows of the shop alone")


def select_with_keys(me: Person) -> None:
    """Select twelve rows from the first on; the keyboard stops at headings too, which count for nothing.

    A key may still be on its way when the window is looked at, so another one is pressed only once they have arrived.
    """
    me.press("Home", *["shift+Down"] * (ROWS - 1))

    def tried() -> bool:
        count = chosen(me)
        if any(chosen(me) != count for _ in range(12)):
            return False
        if count != ROWS:
            me.press("shift+Down" if count < ROWS else "shift+Up")
        return count == ROWS

    wait_until(tried, "twelve rows that are selected")


def change_with_keys(me: Person, words: str, value: str, field: str) -> None:
    """Give all rows that are selected a value."""
    command(me, words, lambda: typed_into(me))
    me.write(value)
    me.press_until(lambda: corrected(me, field, value), f"twelve rows: {value}", "Return")


def command(me: Person, words: str, done: Callable[[], object]) -> None:
    """Carry something out by the command palette."""

    def tried() -> bool:
        if done():
            return True
        if not me.has_focus("QLineEdit", "Command"):
            me.press("ctrl+k")
            return False
        me.press("ctrl+a")
        me.write(words)
        if not me.soon(lambda: any(words in one.text for one in me.find("cell", name="Commands")[:1])):
            me.press("Escape")
            return False
        me.press("Return")
        return me.soon(done)

    wait_until(tried, words)


def go_to(me: Person, tab: str) -> None:
    """Go to a part of the details."""
    me.press_until(lambda: me.has_focus("QTabBar", "Parts of the details"), "the parts of the details", "Tab")
    me.press_until(lambda: any(one.chosen for one in me.find("tab", tab)), tab, "Right")
