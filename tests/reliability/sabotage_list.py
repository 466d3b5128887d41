"""Mistakes that somebody could make, each as a small change of one file, and the tests that have to notice it.

The text that is changed occurs exactly once in its file. Tests are named as pytest wants them; keep them few.
"""

from __future__ import annotations

from tests.reliability.sabotage_client import OF_THE_CLIENT
from tests.reliability.sabotage_edits import OF_THE_EDITS
from tests.reliability.sabotage_inbox import OF_THE_INBOX
from tests.reliability.sabotage_kind import Sabotage
from tests.reliability.sabotage_mailroom import OF_THE_MAILROOM
from tests.reliability.sabotage_relay import OF_THE_RELAY

ENGINE, QUEUE, WRITER = "budgetsync/sync/engine.py", "budgetsync/store/queue.py", "budgetsync/store/writer.py"
DATABASE, RETRY = "budgetsync/store/database.py", "budgetsync/domain/retry.py"
ROW_STATEMENTS = "budgetsync/store/row_statements.py"
POWER = ("tests/reliability/test_power_loss.py::test_no_acknowledged_commit_is_gone",)
TOKENS = "budgetsync/providers/plaid/webhooks/tokens.py"
VERIFIER = "budgetsync/providers/plaid/webhooks/verifier.py"
VERIFYING = ("tests/unit/providers/test_webhooks.py",)
CONNECTION = "budgetsync/relay/client/connection.py"
RELAY_SEEDS = (
    "tests/reliability/test_simulation.py::test_what_goes_wrong_between_bank_and_inbox_loses_nothing",
)
EPOCHS = "tests/contract/test_mailroom_epochs.py"
OLDER_COPY = (f"{EPOCHS}::test_an_older_copy_of_the_file_is_noticed_even_where_no_client_can_tell",)
SUSPENDS = ("tests/reliability/test_suspends.py::test_what_happened_meanwhile_is_there_within_seconds",)
CRASH = ("tests/reliability/test_crash_points.py::test_killed_at_places_spread_over_every_scenario",)

SABOTAGES = (
    *OF_THE_CLIENT,
    *OF_THE_EDITS,
    *OF_THE_INBOX,
    *OF_THE_MAILROOM,
    *OF_THE_RELAY,
    Sabotage("nothing is synced", DATABASE, '"synchronous": "full"', '"synchronous": "off"', POWER),
    Sabotage(
        "an fsync less in each commit", DATABASE, '"synchronous": "full"', '"synchronous": "normal"', POWER
    ),
    Sabotage(
        "the request is acknowledged before its rows are committed",
        ENGINE,
        "        return await finish(self._database.run(step))\n",
        "        number, at = attempt.request.id, self._clock.now()\n"
        "        await self._database.run(lambda db: queue.complete(db, number, at))\n"
        "        return await finish(self._database.run(step))\n",
        CRASH,
    ),
    Sabotage(
        "the cursor is saved before the rows",
        ENGINE,
        "        return await finish(self._database.run(step))\n",
        "        from budgetsync.store.tables import Item as Row\n"
        "        moved = Row.update(cursor=batch.cursor_after).where(Row.id == item_id)\n"
        "        await self._database.run(lambda db: moved.execute(db))\n"
        "        return await finish(self._database.run(step))\n",
        CRASH,
    ),
    Sabotage(
        "a step is no transaction",
        DATABASE,
        '    with told(), db.atomic("IMMEDIATE"):\n        return step(db)\n',
        "    with told():\n        return step(db)\n",
        CRASH,
    ),
    Sabotage(
        "nothing keeps an observation from being there twice",
        "budgetsync/store/migrations/0001_ledger.sql",
        "    UNIQUE (source_account, source_transaction_id)\n);\nCREATE INDEX observation_by_transaction",
        "    CHECK (1)\n);\nCREATE INDEX observation_by_transaction",
        ("tests/unit/store/test_migrations.py", "tests/unit/store/test_apply.py"),
    ),
    Sabotage(
        "Retry-After is ignored",
        RETRY,
        "    if isinstance(error, RateLimited) and error.retry_after is not None:\n",
        "    if isinstance(error, RateLimited) and error.retry_after is None:\n",
        ("tests/unit/domain/test_retry.py",),
    ),
    Sabotage(
        "Retry-After is not read",
        "budgetsync/providers/plaid/errors.py",
        'retry_after=parse_retry_after(headers.get("Retry-After"), datetime.now(UTC))',
        "retry_after=None",
        ("tests/unit/providers/test_errors.py",),
    ),
    Sabotage(
        "an empty cursor goes over a good one",
        "budgetsync/domain/sync.py",
        'return (self.pages[-1].next_cursor if self.pages else "") or self.cursor_before',
        'return self.pages[-1].next_cursor if self.pages else ""',
        ("tests/unit/store/test_apply.py",),
    ),
    Sabotage(
        "Plaid's sign is not turned",
        "budgetsync/providers/plaid/convert.py",
        "        -minor_units(row.amount, currency),",
        "        minor_units(row.amount, currency),",
        ("tests/unit/providers/test_convert.py",),
    ),
    Sabotage(
        "money goes through a float",
        "budgetsync/domain/money.py",
        "    minor = int(amount.scaleb(places))\n    if Decimal(minor).scaleb(-places) != amount:",
        "    minor = int(float(amount) * 10**places)\n    if abs(minor) > 10**30:",
        ("tests/unit/domain/test_money.py",),
    ),
    Sabotage(
        "after a mutation the loop goes on at the page that it had",
        "budgetsync/sync/fetch.py",
        "            cursor = page.next_cursor\n",
        "            cursor = self._cursor = page.next_cursor\n",
        ("tests/unit/sync/test_fetch.py",),
    ),
    Sabotage(
        "the provider's day goes over the user's",
        WRITER,
        '            told["transacted_on"] = old["transacted_on"]\n',
        "            pass\n",
        ("tests/unit/store/test_users_word.py",),
    ),
    Sabotage(
        "what the bank says goes over the user's payee",
        ROW_STATEMENTS,
        '_SET_ROW = ", ".join(f"{field} = ?" for field in ROW_FIELDS)',
        '_SET_ROW = ", ".join(f"{field} = ?" for field in ROW_FIELDS) + ", payee = NULL"',
        ("tests/unit/store/test_users_word.py",),
    ),
    Sabotage(
        "a run that failed stays open",
        ENGINE,
        "            sync_runs.close_run(db, attempt.run_id, state, now, trouble=trouble, requests=attempt.requests)\n",
        "",
        ("tests/unit/sync/test_retries.py",),
    ),
    Sabotage(
        "rows that were taken back are counted",
        "budgetsync/store/flows.py",
        "FROM \"transaction\" t WHERE t.state <> 'REMOVED' AND {{where}}",
        'FROM "transaction" t WHERE {{where}}',
        ("tests/integration/test_first_schema.py",),
    ),
    Sabotage(
        "a transfer that a run pairs stays income and spending",
        "budgetsync/store/transfers.py",
        "    for number in chain.from_iterable(pairs):\n        derived.touch(number)\n",
        "",
        ("tests/unit/store/test_insights.py",),
    ),
    Sabotage(
        "what a row added before stays in its payee's sum",
        "budgetsync/store/derived.py",
        "        self._payees.take_out(self._shares)\n",
        "",
        ("tests/unit/store/test_insights.py",),
    ),
    Sabotage(
        "another worker's lease is nobody's",
        QUEUE,
        "state = 'leased' AND (lease_until <= :now OR leased_by = :worker)",
        "state = 'leased'",
        ("tests/unit/store/test_queue_retries.py", "tests/unit/store/test_queue_machine.py"),
    ),
    Sabotage(
        "a lease never ends",
        QUEUE,
        "(lease_until <= :now OR leased_by = :worker)",
        "leased_by = :worker",
        ("tests/unit/store/test_queue_retries.py", "tests/unit/store/test_queue_machine.py"),
    ),
    Sabotage(
        "a second request is a second row",
        QUEUE,
        'f"{kind}:{item_id}",\n            "trigger": trigger.value',
        'f"{kind}:{item_id}:{trigger}",\n            "trigger": trigger.value',
        ("tests/unit/store/test_queue.py", "tests/unit/store/test_queue_machine.py"),
    ),
    Sabotage(
        "a breaker never opens",
        "budgetsync/domain/breaker.py",
        "        if failed.in_a_row < IN_A_ROW and (",
        "        if True or (",
        ("tests/unit/domain/test_breaker.py",),
    ),
    Sabotage(
        "a retry has no jitter",
        RETRY,
        "random.uniform(0, ceiling.total_seconds())",
        "ceiling.total_seconds()",
        ("tests/unit/domain/test_retry.py",),
    ),
    Sabotage(
        "a retry has no cap",
        RETRY,
        "ceiling = min(BASE * 2**doublings, CAP)",
        "ceiling = BASE * 2**doublings",
        ("tests/unit/domain/test_retry.py",),
    ),
    Sabotage(
        "calls are not counted per connection",
        "budgetsync/domain/quota.py",
        "    own = [call for call in counted if call.item_id == item_id]\n",
        "    own: list[Call] = []\n",
        ("tests/unit/domain/test_quota.py",),
    ),
    Sabotage(
        "what is given up leaves no dead letter",
        "budgetsync/sync/aftermath.py",
        "    if isinstance(verdict, GiveUp) or (since",
        "    if (since",
        ("tests/unit/sync/test_retries.py", "tests/integration/test_retries.py"),
    ),
    Sabotage(
        "what a killed program had leased stays leased",
        QUEUE,
        "\"UPDATE queue SET state = 'pending', lease_until = NULL, leased_by = NULL WHERE state = 'leased'\"",
        "\"UPDATE queue SET state = 'leased' WHERE state = 'leased'\"",
        ("tests/unit/store/test_queue.py",),
    ),
    Sabotage(
        "a login that is needed is never looked at again",
        "budgetsync/domain/schedule.py",
        "    interval = max(interval, PROBES.get(cadence.status, interval))",
        "    interval = max(interval, timedelta(days=3650) if cadence.status in PROBES else interval)",
        ("tests/unit/domain/test_schedule.py",),
    ),
    Sabotage(
        "a queue that rests says so to nobody",
        "budgetsync/core.py",
        "        if self._worker.trouble is not None:\n            yield self._worker.trouble\n",
        "",
        ("tests/integration/test_core_trouble.py",),
    ),
    Sabotage(
        "what the disk refused is not tried again",
        "budgetsync/sync/worker.py",
        "        self._rests[item_id] = _Rest(tries, self._clock.monotonic() + wait)\n",
        "        self._rests[item_id] = _Rest(tries, self._clock.monotonic() + wait + 1e9)\n",
        ("tests/integration/test_core_trouble.py",),
    ),
    Sabotage(
        "a child is given the environment as it is",
        "budgetsync/children.py",
        "        env={name: value for name, value in os.environ.items() if not is_secret(name)},\n",
        "",
        ("tests/reliability/test_canary.py::test_a_child_gets_no_secret",),
    ),
    Sabotage(
        "HS256 is taken for ES256",
        TOKENS,
        '    if header.get("alg") != ALGORITHM:\n',
        '    if header.get("alg") not in {ALGORITHM, "HS256"}:\n',
        VERIFYING,
    ),
    Sabotage(
        "a key in the header is no trap",
        TOKENS,
        "        or not _TRAPS.isdisjoint(header)\n",
        "",
        VERIFYING,
    ),
    Sabotage(
        "a key may stand twice in what is signed",
        "budgetsync/providers/plaid/webhooks/strict.py",
        "    if len(told) != len(pairs):\n",
        "    if not pairs and told:\n",
        VERIFYING,
    ),
    Sabotage(
        "a signature is not checked",
        VERIFIER,
        "        if not key.is_signed(token.signed, token.signature):\n",
        "        if key.kid != token.kid:\n",
        VERIFYING,
    ),
    Sabotage(
        "a body is not compared with its digest",
        VERIFIER,
        "        if not compare_digest(claims.body_digest, sha256(delivery.body).hexdigest()):\n",
        '        if not compare_digest(claims.body_digest, claims.body_digest or sha256(b"").hexdigest()):\n',
        VERIFYING,
    ),
    Sabotage(
        "a key that has expired is as good as any",
        VERIFIER,
        "    if route is Route.DIRECT or claims.signed_at > key.expired_at:\n",
        "    if route is Route.DIRECT and claims.signed_at > key.expired_at:\n",
        VERIFYING,
    ),
    Sabotage(
        "a webhook may be as old as it likes",
        VERIFIER,
        "    if seen_at - claims.signed_at > (DIRECT_AGE if direct else RELAYED_AGE):\n",
        "    if seen_at - claims.signed_at > 1000 * (DIRECT_AGE if direct else RELAYED_AGE):\n",
        VERIFYING,
    ),
    Sabotage(
        "a webhook of another environment is ours",
        "budgetsync/providers/plaid/webhooks/bodies.py",
        '    if told.get("environment") != environment:\n',
        '    if told.get("environment") == environment.upper():\n',
        VERIFYING,
    ),
    Sabotage(
        "keys that were made up are asked for without end",
        "budgetsync/providers/plaid/webhooks/keys.py",
        "    if len(asked) == LOOKUPS and now - asked[0] < LOOKUP_SPAN:\n",
        "    if len(asked) == LOOKUPS and now < asked[0]:\n",
        VERIFYING,
    ),
    Sabotage(
        "the receiver answers before the commit",
        "budgetsync/relay/receiving.py",
        "        if not done or taken.cancelled() or taken.exception() is not None:\n",
        "        if done and taken.cancelled():\n",
        ("tests/integration/test_receiver.py::test_what_was_not_committed_is_asked_for_again",),
    ),
    Sabotage(
        "the receiver's address is the beginning of a path",
        "budgetsync/relay/receiving.py",
        'known = compare_digest(scope["raw_path"], self._path)',
        'known = scope["raw_path"].startswith(self._path)',
        ("tests/integration/test_receiver.py::test_whoever_does_not_know_the_address_sees_one_answer",),
    ),
    Sabotage(
        "an address is closed while news are told there",
        "budgetsync/sync/addresses.py",
        "if one in used or not await self._is_closed(mailbox, one)",
        "if not await self._is_closed(mailbox, one)",
        ("tests/integration/test_addresses.py::test_an_older_address_is_closed_once_nobody_is_told_it",),
    ),
    Sabotage(
        "what was sent to an older address is missed at the new one",
        "budgetsync/store/addresses.py",
        "webhook_elsewhere_until = iif(webhook_url = ?1, webhook_elsewhere_until, webhook_sent_at)",
        "webhook_elsewhere_until = webhook_elsewhere_until",
        ("tests/unit/store/test_addresses.py::test_what_was_sent_to_another_address_is_not_missing_here",),
    ),
    Sabotage(
        "the demo bank is told a real relay's address",
        "budgetsync/domain/addresses.py",
        'return environment != "demo" or',
        'return environment != "staging" or',
        ("tests/unit/domain/test_addresses.py::test_the_demo_bank_is_told_addresses_of_this_computer_only",),
    ),
    Sabotage(
        "a webhook is acknowledged before it is committed",
        CONNECTION,
        "        await self._inbox.take(self._place.epoch, new)\n        self._place.cursor = new[-1].seq\n",
        "        self._place.cursor = new[-1].seq\n        self._committed.set()\n"
        "        await self._inbox.take(self._place.epoch, new)\n",
        RELAY_SEEDS,
    ),
    Sabotage(
        "what is acknowledged lies past what is committed",
        CONNECTION,
        "            ack = Ack(place.epoch, place.cursor)\n",
        "            ack = Ack(place.epoch, place.cursor + 1)\n",
        RELAY_SEEDS,
    ),
    Sabotage(
        "a relay that has another epoch is followed as before",
        CONNECTION,
        "        is_other = bool(place.epoch) and (epoch != place.epoch or head < place.cursor)\n",
        "        is_other = bool(place.epoch) and head < 0\n",
        ("tests/contract/test_relay_client.py", *RELAY_SEEDS),
    ),
    Sabotage(
        "a dead line is waited for without end",
        CONNECTION,
        "                async with asyncio.timeout(_SILENCE):\n",
        "                async with asyncio.timeout(None):\n",
        ("tests/reliability/test_suspends.py::test_a_line_that_dies_in_silence_is_noticed",),
    ),
    Sabotage(
        "nobody hears that the computer woke up",
        "budgetsync/relay/client/client.py",
        "            self._follower.wake()\n",
        "            self._follower.wake  # noqa: B018\n",
        SUSPENDS,
    ),
    Sabotage(
        "the relay answers before its commit",
        "budgetsync/relay/server/posting.py",
        "                        await self._room.take_in(post)\n",
        "                        self._later = asyncio.create_task(self._room.take_in(post))\n",
        RELAY_SEEDS,
    ),
    Sabotage(
        "a bearer opens every mailbox",
        "budgetsync/relay/server/doorkeeper.py",
        "        if reader.mailbox != mailbox:\n",
        "        if not reader.mailbox:\n",
        ("tests/integration/test_relay_server.py",),
    ),
    Sabotage(
        "a nonce need not be signed",
        "budgetsync/relay/server/doorkeeper.py",
        "                VerifyKey(key).verify(text, to_bytes(sig))\n",
        "                VerifyKey(key)\n",
        ("tests/integration/test_relay_server.py",),
    ),
    Sabotage(
        "an older copy of the relay's database goes unnoticed",
        "budgetsync/relay/server/epochs.py",
        "    return name == own_name and count.isdecimal() and int(count) <= int(own_count)\n",
        "    return name == own_name and count.isdecimal()\n",
        OLDER_COPY,
    ),
    Sabotage(
        "nothing keeps a webhook from being taken in twice",
        "budgetsync/store/migrations/0004_real_time.sql",
        "    event_digest TEXT NOT NULL UNIQUE,\n",
        "    event_digest TEXT NOT NULL,\n",
        RELAY_SEEDS,
    ),
    Sabotage(
        "a webhook is done though its run failed",
        "budgetsync/sync/aftermath.py",
        "    verdict = decide(error, attempts=ended.request.attempts, now=now, random=random)\n",
        "    verdict = decide(error, attempts=ended.request.attempts, now=now, random=random)\n"
        "    inbox.act(db, ended.run_id, now)\n",
        RELAY_SEEDS,
    ),
    Sabotage(
        "a run that succeeds leaves its webhooks open",
        "budgetsync/sync/aftermath.py",
        "    inbox.act(db, ended.run_id, ended.now)\n",
        "",
        RELAY_SEEDS,
    ),
)
