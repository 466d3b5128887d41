"""Plaid's Node client and jose on the demo bank."""

import json
import shutil
import subprocess
from base64 import b64encode
from pathlib import Path
from typing import Any

from budgetsync.sandbox import DEMO_CLIENT_ID, DEMO_SECRET, DemoBank
from tests.contract.receiver import Receiver, connect_with_webhook, key_of

FOLDER = Path(__file__).parent / "node"


def run_node(script: str, *arguments: str) -> str:
    node = shutil.which("node")
    assert node, "Node is needed for this test: see packaging/system_packages.py"
    done = subprocess.run(
        [node, str(FOLDER / script), *arguments], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_plaids_node_client_works_with_only_the_host_changed() -> None:
    with DemoBank(seed=11, rows=500).serve() as server:
        seen: dict[str, Any] = json.loads(run_node("client.mjs", server.url, DEMO_CLIENT_ID, DEMO_SECRET))

    assert seen["link"]["url"].startswith(server.url)
    assert (seen["link"]["sessions"], seen["link"]["name"]) == ([], "BudgetSync")
    assert seen["item"] is True
    assert seen["accounts"][0] == "Platypus Everyday Checking"
    assert seen["balances"] == 3
    assert seen["rows"] == seen["total"] > 100
    assert seen["status"] == "HISTORICAL_UPDATE_COMPLETE"
    assert seen["news"] == ["From Node"]
    assert seen["found"] == ["ins_109508"]
    assert seen["url"] == "https://platypus.example"
    assert (seen["recurring"], seen["refreshed"], seen["fired"]) == (True, True, True)
    assert (seen["categories"] > 40, seen["institutions"] >= 3) == (True, True)
    assert seen["locked"] == "ITEM_LOGIN_REQUIRED"
    assert (seen["gone"]["status"], seen["gone"]["error_code"]) == (400, "ITEM_NOT_FOUND")
    assert seen["unknown"]["error_code"] == "UNKNOWN_FIELDS"


def test_jose_verifies_a_webhook_and_not_one_with_a_byte_changed() -> None:
    bank = DemoBank(seed=4, rows=60)
    with Receiver() as receiver, bank.serve() as server:
        connect_with_webhook(server, receiver)
        assert bank.settle_webhooks()
        post = receiver.posts[0]
        jwk = key_of(server, post.jwt)

    def verdict(body: bytes, jwt: str = post.jwt) -> str:
        told = {"jwt": jwt, "jwk": jwk, "body": b64encode(body).decode()}
        return run_node("verify.mjs", json.dumps(told))

    assert verdict(post.body) == "verified"
    changed = bytes([post.body[0] ^ 1]) + post.body[1:]
    assert verdict(changed) == "refused: another body"
    head, claims, signature = post.jwt.split(".")
    spoiled = ("B" if signature[0] != "B" else "C") + signature[1:]
    assert verdict(post.body, f"{head}.{claims}.{spoiled}").startswith("refused")
