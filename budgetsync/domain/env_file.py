"""What stands in a `.env` file: settings by their usual names, with or without the prefix."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from budgetsync.domain.keys import Keys
from budgetsync.domain.settings import NAMES, PREFIX, SECRETS, pick


@dataclass(frozen=True, slots=True)
class EnvFile:
    """What a file says. Its values may be secret, so only names are shown.

    Attributes:
        names: Settings that the program knows and that have a value, without the prefix, in the program's order.
        unknown: Names that mean nothing here.
        values: The values of `names`. Secret.
    """

    names: tuple[str, ...]
    unknown: tuple[str, ...]
    values: Mapping[str, str] = field(repr=False)

    @property
    def keys(self) -> Keys:
        """Client id and secret, each "" where the file has none."""
        return Keys(self.values.get("PLAID_CLIENT_ID", ""), self.values.get("PLAID_SECRET", ""))

    @property
    def secrets(self) -> tuple[str, ...]:
        """Those of `names` whose values belong in the vault."""
        return tuple(name for name in self.names if name in SECRETS)


def read_names(found: Mapping[str, str | None]) -> EnvFile:
    """Sort what a parser found in a file: the name without the prefix wins where both are there."""
    values = {name: value for name in NAMES if (value := pick(name, found))}
    unknown = tuple(sorted(name for name in found if name.removeprefix(PREFIX) not in NAMES))
    return EnvFile(tuple(values), unknown, values)
