"""The mailroom's tests run on both databases."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.mailroom_bench import Bench, sqlite_url
from tests.contract.postgres_server import PostgresServer


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server; each test makes a database of its own on it."""
    with PostgresServer() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def relay_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, of either kind."""
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.database()


@pytest.fixture
def bench(relay_url: str) -> Iterator[Bench]:
    """A mailroom on an empty database, of either kind."""
    made = Bench(relay_url)
    yield made
    made.close()
