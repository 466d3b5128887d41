"""Mistakes in taking webhooks in: each loses news, or asks for more than is good."""

from __future__ import annotations

from tests.reliability.sabotage_kind import Sabotage

INTAKE, ASKING, INBOX = "budgetsync/sync/intake.py", "budgetsync/sync/asking.py", "budgetsync/store/inbox.py"
HINTS = "budgetsync/domain/hints.py"
TAKING = ("tests/unit/sync/test_intake.py",)
WAITING = ("tests/unit/sync/test_unverified.py",)
SOONNESS = ("tests/unit/domain/test_hints.py",)

OF_THE_INBOX = (
    Sabotage(
        "the place in the mailbox goes ahead of what was committed",
        INTAKE,
        "        verdicts = await self._judge([event.delivery for event in new if event.delivery is not None])\n",
        "        verdicts = await self._judge([event.delivery for event in new if event.delivery is not None])\n"
        "        if new:\n"
        "            await self._database.run(lambda db: mailboxes.save_place(db, epoch, new[-1].seq))\n",
        TAKING,
    ),
    Sabotage(
        "a webhook that comes again is another one",
        INBOX,
        "            event.digest,\n",
        '            f"{event.digest}{received_at}{arrived_at}{connection_of(db).total_changes}",\n',
        TAKING,
    ),
    Sabotage(
        "another epoch is the same one",
        INTAKE,
        "read_to = before.cursor if before is not None and before.epoch == epoch else 0",
        "read_to = before.cursor if before is not None else 0",
        TAKING,
    ),
    Sabotage(
        "what a gap stands for is nobody's matter",
        INTAKE,
        "if event.dropped or (expected",
        "if (expected",
        TAKING,
    ),
    Sabotage(
        "a hole between numbers is none",
        INTAKE,
        "if event.dropped or (expected and event.seq > expected + 1):",
        "if event.dropped:",
        TAKING,
    ),
    Sabotage(
        "webhooks are tied to no run",
        "budgetsync/sync/engine.py",
        "event=inbox.take_up(db, item.id, run_id)",
        "event=None",
        TAKING,
    ),
    Sabotage(
        "what is given up leaves its webhooks waiting",
        "budgetsync/sync/aftermath.py",
        "        inbox.bury(db, ended.item.id)\n",
        "        assert ended\n",
        TAKING,
    ),
    Sabotage(
        "what a killed program had taken in is not asked for again",
        ASKING,
        "            self.ask(item_id)\n\n    def ask_all",
        "            assert item_id\n\n    def ask_all",
        TAKING,
    ),
    Sabotage(
        "a pause is none for webhooks",
        ASKING,
        "        if self._settings.pause_of(item_id, self._now) is not None:\n            return\n",
        "",
        TAKING,
    ),
    Sabotage(
        "a repaired login stays parked",
        ASKING,
        "        if status is not item.status:\n",
        "        if status is item.status:\n",
        TAKING,
    ),
    Sabotage(
        "what is past is written down all the same",
        ASKING,
        "if event.code not in facts.TOLD or inbox.was_repaired_since(self._db, item_id, event.signed_at):",
        "if event.code not in facts.TOLD:",
        TAKING,
    ),
    Sabotage(
        "a forged webhook takes the genuine one's place",
        INBOX,
        "whole = sha256(sha256(token).digest() + delivery.body).hexdigest()",
        "whole = sha256(token).hexdigest()",
        WAITING,
    ),
    Sabotage(
        "what waited here for its key is too old",
        INTAKE,
        "await self._verify(one.delivery, one.received_at)",
        "await self._verify(one.delivery, self._clock.now())",
        WAITING,
    ),
    Sabotage(
        "what there is no room for is dropped without a word",
        INTAKE,
        "            self._overflow(asking, now)\n",
        "            return\n",
        WAITING,
    ),
    Sabotage(
        "each webhook has a sync of its own",
        HINTS,
        "        due = max(due, ended_at + SETTLE)\n",
        "        due = max(due, ended_at)\n",
        SOONNESS,
    ),
    Sabotage(
        "webhooks may ask for as many syncs as they like",
        HINTS,
        "    if len(recent) >= BURST:\n",
        "    if len(recent) >= 100 * BURST:\n",
        SOONNESS,
    ),
)
