"""What comes again, as it stands today."""

from datetime import date
from decimal import Decimal

from budgetsync.domain.ids import AccountId
from budgetsync.domain.insights import Cadence, Recurring
from budgetsync.domain.money import EXPONENTS, Money
from budgetsync.domain.query import Amount, Exact, Field, Kind, Numbered, Term
from budgetsync.domain.recurring import is_over
from budgetsync.store.insights.scopes import Ledger

_RHYTHMS = """
SELECT r.account_id, a.name, p.name, p.currency, r.cadence, r.amount, r.varies, r.times, r.last_on, r.next_on, r.exact
FROM rhythm r JOIN payee p ON p.id = r.payee_id JOIN account a ON a.id = r.account_id WHERE {accounts} AND p.name <> ''
"""


def load_recurring(ledger: Ledger) -> tuple[Recurring, ...]:
    """Load what comes again in the accounts of the scope, whatever its days; by the next day, ended ones last."""
    found = []
    for (
        account_id,
        account_name,
        name,
        currency,
        cadence,
        minor,
        varies,
        times,
        last_on,
        next_on,
        exact,
    ) in ledger.connection.execute(_RHYTHMS.format(accounts=ledger.accounts_as("r.account_id"))):
        terms: list[Term] = [Exact(Field.PAYEE, name), Numbered(Kind.ACCOUNT, account_id)]
        if exact:
            terms.append(_only(minor, currency))
        due = date.fromisoformat(next_on)
        found.append(
            Recurring(
                name=name,
                account_id=AccountId(account_id),
                account_name=account_name,
                amount=Money(minor, currency),
                varies=bool(varies),
                cadence=Cadence(cadence),
                times=times,
                last_on=date.fromisoformat(last_on),
                next_on=due,
                ended=is_over(Cadence(cadence), due, ledger.today),
                query=ledger.query_anywhere(*terms, currency=currency),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.ended, one.next_on, one.name, one.account_id)))


def _only(minor: int, currency: str) -> Amount:
    size = Decimal(abs(minor)).scaleb(-EXPONENTS.get(currency, 2))
    return Amount(size, size, direction=-1 if minor < 0 else 1)
