"""Settings come from four layers, and keys go to Plaid or to this computer only."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from urllib3.util import parse_url

from budgetsync.domain.errors import SettingsError
from budgetsync.domain.settings import HOSTS, LOOPBACK, NAMES, PREFIX, pick, resolve

SECRET = "s3cr3t-value"


@pytest.mark.parametrize("name", NAMES)
def test_stronger_layers_win_and_empty_values_do_not_count(name: str) -> None:
    line: dict[str, str | None] = {name: "line"}
    environment: dict[str, str | None] = {name: "environment"}
    dotenv: dict[str, str | None] = {name: "dotenv"}
    kept: dict[str, str | None] = {name: "stored"}

    assert pick(name, line, environment, dotenv, kept) == "line"
    assert pick(name, {name: None}, environment, dotenv, kept) == "environment"
    assert pick(name, {name: "  "}, {}, dotenv, kept) == "dotenv"
    assert pick(name, {}, {name: ""}, {}, kept) == "stored"
    assert pick(name) == ""


@pytest.mark.parametrize("name", NAMES)
def test_every_name_has_a_prefixed_form_within_its_layer(name: str) -> None:
    assert pick(name, {PREFIX + name: " public "}) == "public"
    assert pick(name, {PREFIX + name: "public", name: "own"}) == "own"
    assert pick(name, {PREFIX + name: "public"}, {name: "own"}) == "public"


def test_resolve_takes_each_setting_from_its_own_layer() -> None:
    settings = resolve(
        {"PLAID_ENV": "PRODUCTION"},
        {"NEXT_PUBLIC_PLAID_CLIENT_ID": "me", "PLAID_ENV": "sandbox"},
        {"PLAID_SECRET": SECRET, "SYNC_SCHEDULE_INTERVAL": "60000"},
        {"BUDGETSYNC_VAULT": "Memory", "PLAID_SECRET": "other"},
    )

    assert settings.plaid_env == "production"
    assert settings.plaid_url == HOSTS["production"]
    assert (settings.plaid_client_id, settings.plaid_secret) == ("me", SECRET)
    assert (settings.schedule_interval, settings.vault) == (timedelta(minutes=1), "memory")


def test_without_anything_the_sandbox_is_synced_hourly() -> None:
    settings = resolve()

    assert (settings.plaid_env, settings.plaid_url) == ("sandbox", "https://sandbox.plaid.com")
    assert (settings.schedule_interval, settings.vault) == (None, "auto")


def test_nothing_secret_is_shown() -> None:
    settings = resolve({"PLAID_CLIENT_ID": "cl13nt", "PLAID_SECRET": SECRET, "BUDGETSYNC_PASSPHRASE": "pa!"})

    shown = f"{settings!r} {settings}"
    assert not [word for word in (SECRET, "cl13nt", "pa!") if word in shown]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PLAID_ENV", "development"),
        ("PLAID_ENV", "demo"),
        ("BUDGETSYNC_VAULT", "disk"),
        ("SYNC_SCHEDULE_INTERVAL", "hourly"),
        ("SYNC_SCHEDULE_INTERVAL", "0"),
        ("SYNC_SCHEDULE_INTERVAL", "999"),
        ("SYNC_SCHEDULE_INTERVAL", "-60000"),
        ("SYNC_SCHEDULE_INTERVAL", "1.5e6"),
        ("SYNC_SCHEDULE_INTERVAL", "٣٦٠٠٠٠٠"),
        ("SYNC_SCHEDULE_INTERVAL", "9" * 5000),
        ("SYNC_PARALLEL", "0"),
        ("SYNC_PARALLEL", "17"),
        ("SYNC_PARALLEL", "many"),
        ("PLAID_WEBHOOK_URL", "http://hooks.example.org"),
        ("PLAID_WEBHOOK_URL", "https://me:pw@hooks.example.org"),
        ("PLAID_WEBHOOK_URL", "https://hooks.example.org?key=1"),
        ("PLAID_WEBHOOK_URL", "https://hooks.example.org/#x"),
        ("PLAID_WEBHOOK_URL", "https://hooks.example.org\\@127.0.0.1"),
        ("PLAID_WEBHOOK_URL", "https://hooks.example.org:port"),
        ("PLAID_WEBHOOK_URL", "https://hooks.exa mple.org"),
        ("PLAID_WEBHOOK_URL", "hooks.example.org"),
        ("PLAID_WEBHOOK_SECRET", "too-short"),
        ("PLAID_WEBHOOK_SECRET", "a/path/and/more/of/it"),
        ("PLAID_WEBHOOK_SECRET", "s3cr3t-value?query"),
        ("PLAID_WEBHOOK_SECRET", "ungeläufig-value"),
        ("BUDGETSYNC_WEBHOOK_LISTEN", "65536"),
        ("BUDGETSYNC_WEBHOOK_LISTEN", "127.0.0.1:"),
        ("BUDGETSYNC_WEBHOOK_LISTEN", "host:http"),
        ("BUDGETSYNC_WEBHOOK_LISTEN", "http://127.0.0.1:80"),
        ("BUDGETSYNC_WEBHOOK_LISTEN", "٨٧٠٠"),
        ("BUDGETSYNC_WEBHOOK_LISTEN", "9" * 5000),
    ],
)
def test_a_value_that_cannot_be_used_is_named_with_what_to_do(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        resolve({name: value})

    assert name in caught.value.message
    assert caught.value.action
    assert len(caught.value.message) < 120
    assert name != "PLAID_WEBHOOK_SECRET" or value not in f"{caught.value.message} {caught.value.action}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("8700", ("127.0.0.1", 8700)),
        (":8700", ("127.0.0.1", 8700)),
        ("0", ("127.0.0.1", 0)),
        ("0.0.0.0:8700", ("0.0.0.0", 8700)),  # noqa: S104 - a person's choice
        ("[::1]:8700", ("::1", 8700)),
        ("::1:8700", ("::1", 8700)),
        ("box.local:80", ("box.local", 80)),
    ],
)
def test_a_receiver_listens_where_it_is_told_and_a_port_alone_is_of_the_loopback(
    text: str, place: tuple[str, int]
) -> None:
    assert resolve({"BUDGETSYNC_WEBHOOK_LISTEN": text}).webhook_listen == place
    assert resolve({}).webhook_listen is None


def test_webhooks_go_to_an_address_that_nobody_on_the_way_can_read() -> None:
    for url in ("https://hooks.example.org", "http://127.0.0.1:8700/x", "https://a.example/hooks"):
        assert resolve({"NEXT_PUBLIC_PLAID_WEBHOOK_URL": f"{url}/"}).webhook_url == url
    assert resolve({"PLAID_WEBHOOK_SECRET": "s3cr3t_value.~"}).webhook_secret == "s3cr3t_value.~"


@pytest.mark.parametrize(
    ("url", "env"),
    [
        ("https://sandbox.plaid.com", "sandbox"),
        ("https://sandbox.plaid.com/", "sandbox"),
        ("https://production.plaid.com", "production"),
        ("http://127.0.0.1:8400", "demo"),
        ("http://localhost:8400/", "demo"),
        ("http://[::1]:8400", "demo"),
        ("https://127.0.0.1", "demo"),
    ],
)
def test_plaid_and_the_loopback_are_taken(url: str, env: str) -> None:
    settings = resolve({"PLAID_URL": url, "PLAID_ENV": "production"})

    assert (settings.plaid_url, settings.plaid_env) == (url.rstrip("/"), env)


@pytest.mark.parametrize(
    "url",
    [
        "http://sandbox.plaid.com",
        "https://sandbox.plaid.com:8443",
        "https://sandbox.plaid.com.evil.example",
        "https://evil.example/sandbox.plaid.com",
        "https://evil.example",
        "http://192.168.1.4:8400",
        "http://0.0.0.0:8400",
        "http://127.0.0.1.evil.example",
        "http://127.0.0.1@evil.example",
        "http://evil.example\\@127.0.0.1:80",
        "http://127.0.0.1:80\\@evil.example",
        "http://evil.example#@127.0.0.1",
        "http://evil.example?@127.0.0.1",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "127.0.0.1:8400",
        "sandbox",
        "http://",
        "http://[::1",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:port",
    ],
)
def test_no_other_address_is_taken(url: str) -> None:
    with pytest.raises(SettingsError) as caught:
        resolve({"PLAID_URL": url})

    assert caught.value.action


@given(st.text(alphabet="htps:/\\@.#?[]evil127001localx%2e\t ", max_size=40))
def test_the_host_that_is_checked_is_the_host_that_is_called(text: str) -> None:
    try:
        settings = resolve({"PLAID_URL": f"http://{text}"})
    except SettingsError:
        return
    host = (parse_url(settings.plaid_url).host or "").strip("[]")
    assert host in LOOPBACK


def test_how_many_are_synced_at_once_is_a_choice() -> None:
    assert resolve({}).sync_parallel == 3
    assert resolve({"NEXT_PUBLIC_SYNC_PARALLEL": "16"}).sync_parallel == 16
