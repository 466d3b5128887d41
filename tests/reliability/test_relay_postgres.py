"""A sample of `make relay-postgres SECONDS=120`."""

import pytest

from tests.reliability import relay_postgres


def test_no_answered_webhook_is_lost_where_processes_and_the_database_die(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = relay_postgres.main(["--seconds", "10", "--kill-every", "3"])
    assert code == 0, capsys.readouterr().out
