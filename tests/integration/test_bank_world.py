"""A world that lives: events, rhythms, clocks and restarts; after each, a client's ledger equals the truth."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest

from budgetsync.sandbox import BankServer, DemoBank
from tests.contract.receiver import KEYS, Receiver, connect_with_webhook

Json = dict[str, Any]


class Client:
    """Someone who keeps a ledger by the sync stream, and believes nothing else."""

    def __init__(self, server: BankServer, token: str = "") -> None:
        self.http = httpx.Client(base_url=server.url, headers=KEYS, trust_env=False)
        self.token = token
        self.cursor = ""
        self.ledger: Json = {}
        self.accounts: list[Json] = []

    def close(self) -> None:
        self.http.close()

    def move(self, server: BankServer) -> "Client":
        """Go on with another server of the same bank."""
        self.http = httpx.Client(base_url=server.url, headers=KEYS, trust_env=False)
        return self

    def post(self, path: str, **body: object) -> httpx.Response:
        return self.http.post(path, json=body)

    def connect(self, institution_id: str = "ins_109508", **options: object) -> "Client":
        created = self.post(
            "/sandbox/public_token/create",
            institution_id=institution_id,
            initial_products=["transactions"],
            options=options,
        ).json()
        exchanged = self.post("/item/public_token/exchange", public_token=created["public_token"]).json()
        self.token = exchanged["access_token"]
        return self

    def code(self, path: str = "/transactions/sync") -> str | None:
        code: str | None = self.post(path, access_token=self.token).json().get("error_code")
        return code

    def sync(self, count: int = 100) -> None:
        more = True
        while more:
            answer = self.post("/transactions/sync", access_token=self.token, cursor=self.cursor, count=count)
            page = answer.json()
            assert answer.status_code == 200, page
            for row in page["added"]:
                assert row["transaction_id"] not in self.ledger
                self.ledger[row["transaction_id"]] = row
            for row in page["modified"]:
                assert row["transaction_id"] in self.ledger
                self.ledger[row["transaction_id"]] = row
            for row in page["removed"]:
                del self.ledger[row["transaction_id"]]
            self.cursor, more, self.accounts = page["next_cursor"], page["has_more"], page["accounts"]

    def assert_equal(self, bank: DemoBank) -> None:
        world = bank.world()
        expected = {row["transaction_id"]: row for row in world["transactions"]}
        assert self.ledger.keys() == expected.keys()
        for key, row in expected.items():
            seen = self.ledger[key]
            assert seen["amount"] == json.loads(row["amount"])
            for name in ("account_id", "date", "name", "pending", "pending_transaction_id"):
                assert seen[name] == row[name]
        balances = {account["account_id"]: account["balances"]["current"] for account in self.accounts}
        assert balances == {
            account["account_id"]: json.loads(account["balances"]["current"]["decimal"])
            for account in world["accounts"]
        }


@pytest.fixture
def bank() -> DemoBank:
    return DemoBank(seed=3, rows=600)


@pytest.fixture
def client(bank: DemoBank) -> Iterator[Client]:
    with bank.serve() as server:
        made = Client(server)
        with closing(made):
            yield made.connect()


@pytest.mark.parametrize(
    "event",
    [
        {"kind": "mass_removal", "share": 0.4},
        {"kind": "mass_removal", "share": 0.2, "readd": True, "mask": "7734"},
        {"kind": "modification", "count": 9},
        {"kind": "late_posting", "days": 9, "count": 3},
        {"kind": "purchase", "mask": "0417", "amount_minor": 4_250, "description": "Scripted"},
        {"kind": "account_revoked", "mask": "2206"},
        {"kind": "new_account"},
        {"kind": "drift", "mask": "0417", "amount_minor": 777},
    ],
    ids=lambda event: str(event["kind"]),
)
def test_a_client_converges_after_an_event(bank: DemoBank, client: Client, event: Json) -> None:
    client.sync()
    client.assert_equal(bank)
    before = set(client.ledger)
    bank.advance(days=1)

    bank.happen(**event)
    client.sync(count=30)
    client.assert_equal(bank)

    kind = event["kind"]
    if kind in {"mass_removal", "account_revoked"}:
        assert len(before - set(client.ledger)) >= 10
    elif kind not in {"drift", "new_account", "modification"}:
        assert set(client.ledger) - before
    bank.advance(days=2)
    client.sync()
    client.assert_equal(bank)


def test_drift_is_a_balance_that_no_transaction_explains(bank: DemoBank, client: Client) -> None:
    client.sync()
    before, rows = client.accounts[0]["balances"]["current"], set(client.ledger)

    bank.happen("drift", institution_id="ins_109508", mask="0417", amount_minor=777)
    client.sync()

    assert client.accounts[0]["balances"]["current"] == pytest.approx(before - 7.77)
    assert set(client.ledger) == rows


def test_outages_of_both_kinds_end_by_themselves(bank: DemoBank, client: Client) -> None:
    bank.happen("outage", institution_id="ins_109508", minutes=60, scope="live")
    assert (client.code(), client.code("/accounts/balance/get")) == (None, "INSTITUTION_DOWN")

    bank.happen("outage", institution_id="ins_109508", minutes=60, code="INSTITUTION_NOT_RESPONDING")
    assert client.code() == "INSTITUTION_NOT_RESPONDING"
    item = client.post("/item/get", access_token=client.token).json()["item"]
    assert item["error"]["error_code"] == "INSTITUTION_NOT_RESPONDING"
    bank.advance(hours=1)
    assert client.code() is None


def test_consent_runs_out_and_is_renewed(bank: DemoBank) -> None:
    with Receiver() as receiver, bank.serve() as server:
        client = Client(server, connect_with_webhook(server, receiver))
        with closing(client):
            bank.happen("consent_expiry", days=7)
            item = client.post("/item/get", access_token=client.token).json()["item"]
            assert item["consent_expiration_time"] == "2026-06-22T12:00:00Z"
            bank.advance(days=7)
            assert client.code() == "ITEM_LOGIN_REQUIRED"
            status = client.post("/item/get", access_token=client.token).json()["status"]["transactions"]
            bank.advance(days=1)
            later = client.post("/item/get", access_token=client.token).json()["status"]["transactions"]
            bank.happen("login_repaired")
            assert client.code() is None
            bank.happen("permission_revoked")
            assert client.code() == "USER_PERMISSION_REVOKED"
        assert bank.settle_webhooks()

    assert status["last_failed_update"] is None
    assert later["last_failed_update"] == "2026-06-23T11:10:00Z"
    assert later["last_successful_update"] == status["last_successful_update"] == "2026-06-22T11:10:00Z"
    codes = [code for code in receiver.codes() if not code.endswith(("UPDATE", "REMOVED"))]
    assert codes == ["PENDING_EXPIRATION", "ERROR", "LOGIN_REPAIRED", "USER_PERMISSION_REVOKED"]


def test_a_new_account_is_told_of_and_seen_only_when_it_is_shared(bank: DemoBank) -> None:
    with Receiver() as receiver, bank.serve() as server:
        client = Client(server, connect_with_webhook(server, receiver))
        with closing(client):
            client.sync()
            bank.happen("new_account", institution_id="ins_109508", mask="8080", name="Holiday Pot")
            client.sync()
            assert "8080" not in {account["mask"] for account in client.accounts}
        assert bank.settle_webhooks()

    assert receiver.codes()[-1] == "NEW_ACCOUNTS_AVAILABLE"


@pytest.mark.parametrize(
    "event", [{"kind": "earthquake"}, {"kind": "outage", "colour": "red"}, {}, {"kind": 5}]
)
def test_events_that_cannot_be(client: Client, event: Json) -> None:
    answer = client.http.post("/control/events", json=event)

    assert answer.status_code == 400
    assert answer.json()["error"]


def test_events_by_the_interface(bank: DemoBank, client: Client) -> None:
    assert {"mass_removal", "outage", "rotate_keys"} <= set(
        client.http.get("/control/events").json()["kinds"]
    )

    told = client.http.post("/control/events", json={"kind": "login_expiry"}).json()

    assert told == {"happened": "login_expiry", "at": "2026-06-15T12:00:00Z"}
    assert client.code() == "ITEM_LOGIN_REQUIRED"
    assert bank.world(transactions=False)["items"][0]["needs_login"] is True


def test_a_lively_world_is_never_quiet_and_the_same_every_time() -> None:
    def live() -> tuple[Json, list[str]]:
        bank = DemoBank(seed=12, rows=400, lively=True)
        codes = []
        with bank.serve() as server:
            client = Client(server).connect()
            with closing(client):
                client.sync()
                for _ in range(30):
                    bank.advance(days=3)
                    code = client.code()
                    codes.append(code or "")
                    if code == "ITEM_LOGIN_REQUIRED":
                        bank.happen("login_repaired")
                    client.sync()
                    client.assert_equal(bank)
        return bank.world(), codes

    (first, codes), (second, _) = live(), live()

    assert first == second
    assert "ITEM_LOGIN_REQUIRED" in codes
    changes = {version["change"] for row in first["transactions"] for version in row["history"]}
    assert changes == {"added", "modified"}
    assert any(row["name"].startswith("Late ") for row in first["transactions"])


def test_a_transaction_tells_its_whole_history(bank: DemoBank, client: Client) -> None:
    bank.advance(days=20)
    world = bank.world()
    settled = [row for row in world["transactions"] if row["pending_transaction_id"]]
    gone = {row["transaction_id"]: row for row in world["removed"]}

    assert settled
    for row in settled:
        pending = gone[row["pending_transaction_id"]]["history"]
        assert [version["change"] for version in pending] == ["added", "removed"]
        assert (pending[0]["pending"], row["history"][0]["pending"]) == (True, False)
        assert pending[1]["at"] == row["history"][0]["at"]
    streamed = client.http.get("/control/world").json()
    assert streamed == json.loads(json.dumps(bank.world()))
    assert "history" not in client.http.get("/control/world?history=false").json()["transactions"][0]


def test_a_restart_lives_through_everything_again(tmp_path: Path) -> None:
    state = tmp_path / "bank.json"
    custom = '{"override_accounts": [{"starting_balance": 5, "transactions": [{"date_transacted": "2026-06-14", "date_posted": "2026-06-18", "amount": 2, "description": "x"}]}]}'  # noqa: E501
    bank = DemoBank(seed=5, rows=300, state_path=state, lively=True)
    with bank.serve() as server:
        first = Client(server).connect()
        second = Client(server).connect(
            "ins_109510", override_username="user_custom", override_password=custom
        )
        third = Client(server).connect("ins_109509", override_username="user_transactions_dynamic")
        for client in (first, second, third):
            client.sync()
        bank.happen("mass_removal", institution_id="ins_109508", share=0.3)
        bank.happen("new_account", institution_id="ins_109508")
        third.post("/transactions/refresh", access_token=third.token)
        bank.advance(days=6, hours=5)
        bank.happen("account_revoked", mask="2206", institution_id="ins_109508")
        second.token = second.post("/item/access_token/invalidate", access_token=second.token).json()[
            "new_access_token"
        ]
        bank.advance(minutes=7, seconds=9)
        world = bank.world()
        for client in (first, second, third):
            client.http.close()

    again = DemoBank(state_path=state)
    assert again.world() == world
    with again.serve() as server:
        for client in (first, second, third):
            with closing(client.move(server)):
                again.advance(days=4)
                again.happen("login_repaired")
                client.sync()
        merged = {**first.ledger, **second.ledger, **third.ledger}
        assert len(merged) == len(first.ledger) + len(second.ledger) + len(third.ledger)


def test_a_real_clock_can_be_set_ahead_and_stays_so_over_a_restart(tmp_path: Path) -> None:
    state = tmp_path / "bank.json"
    bank = DemoBank(seed=5, rows=200, state_path=state, real_clock=True)
    with bank.serve() as server:
        client = Client(server).connect()
        with closing(client):
            client.sync()
            today = bank.world(transactions=False)["today"]
            bank.advance(days=3)
            client.sync()
            client.assert_equal(bank)
            ahead = bank.world(transactions=False)["now"]

    again = DemoBank(state_path=state, real_clock=True)
    world = again.world(transactions=False)
    assert world["now"] >= ahead
    assert world["today"] > today
    with again.serve() as server, closing(client.move(server)):
        client.sync()
        client.assert_equal(again)


def test_news_arrive_by_themselves_where_the_clock_runs(tmp_path: Path) -> None:
    bank = DemoBank(seed=5, rows=200, clock_factor=40_000, state_path=tmp_path / "bank.json")
    with bank.serve() as server:
        client = Client(server).connect(transactions={"days_requested": 9})
        with closing(client):
            client.sync(count=500)
            added: list[Json] = []
            deadline = time.monotonic() + 30
            while not added and time.monotonic() < deadline:
                page = client.post("/transactions/sync", access_token=client.token, cursor=client.cursor)
                added = page.json()["added"]
    assert added
    assert (
        DemoBank(state_path=tmp_path / "bank.json").world(transactions=False)["now"] > "2026-06-15T12:00:00Z"
    )


def test_running_clocks_are_checked() -> None:
    with pytest.raises(ValueError, match="either real or accelerated"):
        DemoBank(rows=10, real_clock=True, clock_factor=2)
    with pytest.raises(ValueError, match="factor"):
        DemoBank(rows=10, clock_factor=0)
