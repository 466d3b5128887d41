"""Peewee's view of the tables. The migrations are the schema; a test holds these classes to them.

No model is bound to a database: each query names the connection that it runs on, since the writer and the
reader live on threads of their own.
"""

from peewee import AutoField, BlobField, CompositeKey, IntegerField, Model, TextField


class Table(Model):
    """What all tables share: their names are the class's in snake case, which is Peewee's default."""

    class Meta:
        """No database here; see the module's text."""

        legacy_table_names = False


class Setting(Table):
    """A stored setting of this file, its own id among them."""

    name = TextField(primary_key=True)
    value = TextField()


class Item(Table):
    """A connection."""

    id = AutoField()
    provider = TextField()
    source_item_id = TextField()
    institution_id = TextField()
    institution_name = TextField()
    status = TextField()
    cursor = TextField()
    history = TextField()
    created_at = IntegerField()
    contacted_at = IntegerField(null=True)
    succeeded_at = IntegerField(null=True)
    as_of = IntegerField(null=True)
    trouble_code = TextField(null=True)
    trouble_title = TextField(null=True)
    trouble_message = TextField(null=True)
    trouble_action = TextField(null=True)
    superseded_by = IntegerField(null=True)
    consent_expires_at = IntegerField(null=True)
    bank_failed_at = IntegerField(null=True)
    bank_code = TextField(null=True)
    removed_at = IntegerField(null=True)
    webhook_url = TextField(default="")
    webhook_sent_at = IntegerField(null=True)
    webhook_trouble = TextField(null=True)
    webhook_elsewhere_until = IntegerField(null=True)
    webhook_signed_at = IntegerField(null=True)
    webhook_arrived_at = IntegerField(null=True)
    webhook_missed = IntegerField(default=0)
    disconnects_at = IntegerField(null=True)
    new_accounts_at = IntegerField(null=True)


class Account(Table):
    """An account of the ledger."""

    id = AutoField()
    name = TextField()
    official_name = TextField(null=True)
    mask = TextField(null=True)
    type = TextField()
    subtype = TextField(null=True)
    currency = TextField(null=True)
    created_at = IntegerField()


class SourceAccount(Table):
    """What one source calls an account."""

    id = AutoField()
    account_id = IntegerField()
    item_id = IntegerField(null=True)
    source = TextField()
    source_account_id = TextField()
    persistent_id = TextField(null=True)
    revoked_at = IntegerField(null=True)
    rank = IntegerField(default=30)


class SyncRun(Table):
    """One attempt to bring one item up to date."""

    id = AutoField()
    item_id = IntegerField()
    trigger = TextField()
    state = TextField()
    started_at = IntegerField()
    finished_at = IntegerField(null=True)
    cursor_before = TextField()
    cursor_after = TextField(null=True)
    pages = IntegerField()
    requests = IntegerField()
    added = IntegerField()
    modified = IntegerField()
    removed = IntegerField()
    problems = IntegerField()
    trouble_code = TextField(null=True)
    trouble_title = TextField(null=True)
    trouble_message = TextField(null=True)
    trouble_action = TextField(null=True)
    undone_by = IntegerField(null=True)


class SyncRunAccount(Table):
    """What a run did to one account."""

    run_id = IntegerField()
    account_id = IntegerField()
    added = IntegerField()
    modified = IntegerField()
    removed = IntegerField()

    class Meta:
        """Two columns are the key."""

        primary_key = CompositeKey("run_id", "account_id")


class Balance(Table):
    """The bank's figures for an account, one row for each time that they changed."""

    id = AutoField()
    account_id = IntegerField()
    run_id = IntegerField()
    current = IntegerField(null=True)
    available = IntegerField(null=True)
    credit_limit = IntegerField(null=True)
    as_of = IntegerField(null=True)
    read_at = IntegerField()


class Category(Table):
    """A category of the user's."""

    id = AutoField()
    parent_id = IntegerField(null=True)
    name = TextField()
    archived = IntegerField(default=0)


class Transaction(Table):
    """A row of the ledger."""

    id = AutoField()
    account_id = IntegerField()
    state = TextField()
    amount = IntegerField()
    currency = TextField()
    transacted_on = TextField()
    posted_on = TextField(null=True)
    merchant = TextField()
    payee = TextField(null=True)
    original_description = TextField()
    provider_category = TextField(null=True)
    category_id = IntegerField(null=True)
    note = TextField(null=True)
    hidden = IntegerField(default=0)
    reviewed = IntegerField(default=0)
    bank_removed = IntegerField(default=0)


class Observation(Table):
    """What a source said about a row."""

    id = AutoField()
    transaction_id = IntegerField()
    source_account = IntegerField()
    source_transaction_id = TextField()
    state = TextField()
    amount = IntegerField()
    currency = TextField()
    transacted_on = TextField()
    posted_on = TextField(null=True)
    merchant = TextField()
    original_description = TextField()
    pending_id = TextField(null=True)
    provider_category = TextField(null=True)
    category_confidence = TextField(null=True)
    joined_by = TextField(null=True)
    first_run = IntegerField()
    last_run = IntegerField()
    payload_block = IntegerField()
    payload_place = IntegerField()


class PayloadBlock(Table):
    """Raw rows of one answer, packed together."""

    id = AutoField()
    content = BlobField()


class FieldChoice(Table):
    """A field whose value somebody stronger than the provider chose."""

    transaction_id = IntegerField()
    field = TextField()
    source = TextField()
    chosen_at = IntegerField()
    bank_value = TextField(null=True)

    class Meta:
        """Two columns are the key."""

        primary_key = CompositeKey("transaction_id", "field")


class Command(Table):
    """One thing that the user did."""

    id = AutoField()
    kind = TextField()
    done_at = IntegerField()
    undoes_run = IntegerField(null=True)
    undoes_command = IntegerField(null=True)
    undone_by = IntegerField(null=True)
    description = TextField(default="")
    import_run = IntegerField(null=True)


class Change(Table):
    """One change of one field, by a run or by a command."""

    id = AutoField()
    transaction_id = IntegerField()
    run_id = IntegerField(null=True)
    command_id = IntegerField(null=True)
    field = TextField()
    old = TextField(null=True)
    new = TextField(null=True)
    source = TextField()
    changed_at = IntegerField()


class Queue(Table):
    """Something to be done, across restarts."""

    id = AutoField()
    kind = TextField()
    item_id = IntegerField()
    dedupe_key = TextField()
    trigger = TextField()
    priority = IntegerField()
    payload = TextField(default="{}")
    state = TextField()
    attempts = IntegerField(default=0)
    requested_at = IntegerField()
    next_attempt_at = IntegerField()
    lease_until = IntegerField(null=True)
    last_error = TextField(null=True)
    history = TextField(default="[]")
    leased_by = TextField(null=True)
    waits_for = TextField(null=True)
    asked = IntegerField(default=0)
    again = TextField(null=True)
    changed_at = IntegerField(default=0)
    ended_at = IntegerField(null=True)


class QuotaCall(Table):
    """One call of a provider that counts them."""

    id = AutoField()
    provider = TextField()
    endpoint = TextField()
    item_id = IntegerField()
    called_at = IntegerField()


class Hold(Table):
    """Until when a provider wants to be left alone about a connection."""

    item_id = IntegerField(primary_key=True)
    told_at = IntegerField()
    until = IntegerField()


class Breaker(Table):
    """A circuit breaker of a bank, or of the provider where institution_id is empty."""

    provider = TextField()
    institution_id = TextField()
    in_a_row = IntegerField()
    recent = TextField()
    opened_at = IntegerField(null=True)
    probe_at = IntegerField(null=True)
    pause = IntegerField()

    class Meta:
        """Two columns are the key."""

        primary_key = CompositeKey("provider", "institution_id")


class DeadLetter(Table):
    """What will not be tried again by itself, with its reason."""

    id = AutoField()
    kind = TextField()
    item_id = IntegerField(null=True)
    run_id = IntegerField(null=True)
    subject = TextField()
    cause = TextField()
    code = TextField()
    title = TextField()
    message = TextField()
    action = TextField()
    payload = BlobField(null=True)
    attempts = IntegerField(default=1)
    state = TextField()
    created_at = IntegerField()
    last_seen_at = IntegerField()
    redrives = IntegerField(default=0)
    redriven_by = TextField(default="")
    history = TextField(default="[]")
    closed_at = IntegerField(null=True)


class Notice(Table):
    """What a person was told."""

    id = AutoField()
    cause = TextField()
    kind = TextField()
    item_id = IntegerField(null=True)
    step = IntegerField(default=0)
    title = TextField()
    message = TextField()
    action = TextField()
    actions = TextField(default="[]")
    noted_at = IntegerField()
    told_at = IntegerField(null=True)
    read_at = IntegerField(null=True)
    solved_at = IntegerField(null=True)
    snoozed_until = IntegerField(null=True)


class Schedule(Table):
    """What a person chose about the timer of one connection."""

    item_id = IntegerField(primary_key=True)
    interval_ms = IntegerField(null=True)
    paused = IntegerField(default=0)
    paused_until = IntegerField(null=True)


class ScheduleState(Table):
    """What the scheduler planned for one connection, and when it last asked for it."""

    item_id = IntegerField(primary_key=True)
    due_at = IntegerField(null=True)
    hold = TextField(null=True)
    requested_at = IntegerField(null=True)
    drift_ms = IntegerField(default=0)


class BankRefresh(Table):
    """One time that the bank itself was asked for news."""

    id = AutoField()
    item_id = IntegerField()
    asked_at = IntegerField()
    follow_up_at = IntegerField()
    as_of_before = IntegerField(null=True)
    run_before = IntegerField()


TABLES: tuple[type[Table], ...] = (
    Setting,
    Item,
    Account,
    SourceAccount,
    SyncRun,
    SyncRunAccount,
    Balance,
    Category,
    Transaction,
    Observation,
    PayloadBlock,
    FieldChoice,
    Command,
    Change,
    Queue,
    QuotaCall,
    Hold,
    Breaker,
    DeadLetter,
    Notice,
    Schedule,
    ScheduleState,
    BankRefresh,
)
"""Every model, for the test that compares them with the migrated schema."""
