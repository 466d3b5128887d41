"""Mistakes in what the relay keeps: each loses a webhook, keeps it readable, or lets in who may not come in."""

from __future__ import annotations

from tests.reliability.sabotage_kind import Sabotage

MAILROOM = "tests/contract/test_mailroom"

OF_THE_MAILROOM = (
    Sabotage(
        "the relay's commits do not wait for the disk",
        "budgetsync/relay/server/database.py",
        '"synchronous": "full"',
        '"synchronous": "normal"',
        ("tests/contract/test_mailroom_commits.py::test_sqlite_waits_for_the_disk_with_each_commit",),
    ),
    Sabotage(
        "PostgreSQL may commit without waiting for its disk",
        "budgetsync/relay/server/database.py",
        "            db.execute_sql(_DURABLE)",
        "            str(_DURABLE)",
        ("tests/contract/test_mailroom_commits.py",),
    ),
    Sabotage(
        "the relay keeps webhooks as they came",
        "budgetsync/relay/server/posts.py",
        "queue.box.encrypt(post.packet)",
        "post.packet",
        (
            f"{MAILROOM}.py::test_what_is_kept_holds_no_word_of_the_webhook_no_address_no_bearer_and_no_invite",
        ),
    ),
    Sabotage(
        "the relay lets go of one webhook more than was acknowledged",
        "budgetsync/relay/server/queues.py",
        '"DELETE FROM packet WHERE device = ? AND seq <= ? RETURNING size"',
        '"DELETE FROM packet WHERE device = ? AND seq <= ? + 1 RETURNING size"',
        (f"{MAILROOM}.py", f"{MAILROOM}_epochs.py"),
    ),
    Sabotage(
        "the relay waives a webhook's gap that was acknowledged",
        "budgetsync/relay/server/queues.py",
        "    if place < cursor:\n",
        "    if place < cursor < 0:\n",
        (f"{MAILROOM}.py::test_a_device_that_forgot_what_it_acknowledged_gets_a_gap_for_it",),
    ),
    Sabotage(
        "a relay's client that has seen more than there is, is believed to be wrong",
        "budgetsync/relay/server/queues.py",
        "    if is_ahead:\n        contradict(desk, device)\n",
        "    if is_ahead:\n        desk.change('UPDATE device SET head = base + ? WHERE id = ?', after, device)\n",
        (f"{MAILROOM}_epochs.py",),
    ),
    Sabotage(
        "an invite is good for everybody who has it",
        "budgetsync/relay/server/mailboxes.py",
        "DELETE FROM invite WHERE digest = ? AND until > ?",
        "UPDATE invite SET until = until WHERE digest = ? AND until > ?",
        (f"{MAILROOM}.py::test_an_invite_is_good_for_one_device_and_for_its_time",),
    ),
    Sabotage(
        "the relay's sessions never end",
        "budgetsync/relay/server/sessions.py",
        "session.digest = ? AND session.until > ?",
        "session.digest = ? AND session.until > ? - 9999999999999",
        (f"{MAILROOM}.py::test_a_session_ends_after_its_time",),
    ),
)
