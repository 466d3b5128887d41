"""The connect page's states as HTML: plain forms that work without a script, with a keyboard and a reader."""

from collections.abc import Iterable
from html import escape
from typing import Final

from budgetsync.sandbox.catalog.institutions import InstitutionSpec
from budgetsync.sandbox.model.book import Account

_CHECK: Final = (
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" '
    'stroke-linejoin="round" aria-hidden="true"><path d="m5 13 4.5 4.5L19 7.5"/></svg>'
)
_BANG: Final = (
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" '
    'aria-hidden="true"><path d="M12 6v8M12 18.5v.01"/></svg>'
)
_DASH: Final = (
    '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" '
    'aria-hidden="true"><path d="M6 12h12"/></svg>'
)
_HELP: Final = """<details><summary>This is a pretend bank: how to sign in</summary>
<dl><dt>Signs in</dt><dd><code>user_good</code> / <code>pass_good</code></dd>
<dt>Asks for a code</dt><dd><code>user_good</code> / <code>mfa_device</code>, code <code>1234</code></dd>
<dt>Locked account</dt><dd><code>user_locked</code>, or three wrong passwords</dd>
<dt>Own accounts</dt><dd><code>user_custom</code> with their JSON as password</dd>
<dt>Moves at each refresh</dt><dd><code>user_transactions_dynamic</code>, any password</dd></dl></details>"""


def document(title: str, content: str, *, wrong: bool = False) -> str:
    """A whole page; one with a mistake says so in its title, which readers speak first."""
    shown = f"Error: {title}" if wrong else title
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
        f'<title>{escape(shown)} - Demo bank</title><link rel="stylesheet" href="/hl/style.css">'
        f"</head><body><main>{content}</main></body></html>\n"
    )


def _header(client: str, bank: InstitutionSpec | None, *, leave: bool = True) -> str:
    badge = ""
    if bank is not None:
        initials = "".join(word[0] for word in bank.name.split()[:2])
        badge = f'<span class="badge" style="background:{bank.primary_color}" aria-hidden="true">{initials}</span>'
    exit_form = (
        '<form method="post" class="exit"><button class="quiet" name="action" value="exit" formnovalidate>'
        "Exit</button></form>"
        if leave
        else ""
    )
    text = f"{escape(client)} connects your account"
    return f'<div class="who">{badge}<span>{text}</span>{exit_form}</div>'


def _alert(message: str) -> str:
    return (
        f'<div class="alert" role="alert" id="problem"><strong>That did not work</strong>{escape(message)}</div>'
        if message
        else ""
    )


def institutions(client: str, banks: Iterable[InstitutionSpec], query: str, problem: str) -> str:
    """The first state: find and choose a bank."""
    entries = "".join(
        '<li><form method="post"><input type="hidden" name="action" value="choose">'
        f'<button class="pick" name="institution" value="{escape(bank.institution_id)}">'
        f'<span class="badge" style="background:{bank.primary_color}" aria-hidden="true">'
        f"{''.join(word[0] for word in bank.name.split()[:2])}</span>"
        f"<span>{escape(bank.name)}<small>{escape(bank.url.removeprefix('https://'))}</small></span>"
        "</button></form></li>"
        for bank in banks
    )
    found = (
        f'<ul aria-label="Institutions">{entries}</ul>'
        if entries
        else f'<p class="soft" role="status">No institution is called “{escape(query)}”. Try a part of its name.</p>'
    )
    return document(
        "Choose your institution",
        f"{_header(client, None)}<h1>Choose your institution</h1>"
        '<p class="soft">Where is the account that you want to connect?</p>'
        f"{_alert(problem)}"
        '<form method="get" role="search" class="row"><label for="q">Search institutions</label>'
        f'<div class="find"><input type="search" id="q" name="q" value="{escape(query)}" autocomplete="off" '
        'autofocus><button class="plain">Search</button></div></form>'
        f"{found}",
        wrong=bool(problem),
    )


def credentials(client: str, bank: InstitutionSpec, username: str, problem: str, *, update: bool) -> str:
    """Sign in; in update mode, sign in again."""
    invalid = ' aria-invalid="true" aria-describedby="problem"' if problem else ""
    lead = (
        f"{escape(bank.name)} asks you to sign in again, so that {escape(client)} can go on."
        if update
        else f"Use the user name and password that you have at {escape(bank.name)}."
    )
    other = (
        ""
        if update
        else '<form method="post"><button class="plain main-width" name="action" value="back">'
        "Choose another institution</button></form>"
    )
    focus_name, focus_word = ("", " autofocus") if problem and username else (" autofocus", "")
    return document(
        f"Sign in to {bank.name}",
        f"{_header(client, bank)}<h1>Sign in to {escape(bank.name)}</h1>"
        f'<p class="soft">{lead}</p>{_alert(problem)}'
        '<div class="stack"><form method="post"><input type="hidden" name="action" value="signin">'
        '<div class="row"><label for="username">User name</label>'
        f'<input type="text" id="username" name="username" value="{escape(username)}" required '
        f'autocomplete="username" autocapitalize="none" spellcheck="false"{invalid}{focus_name}></div>'
        '<div class="row"><label for="password">Password</label>'
        '<input type="password" id="password" name="password" required '
        f'autocomplete="current-password"{invalid}{focus_word}></div>'
        f'<button class="main">Sign in</button></form>{other}</div>{_HELP}',
        wrong=bool(problem),
    )


def code(client: str, bank: InstitutionSpec, problem: str) -> str:
    """The second step of signing in."""
    invalid = (
        ' aria-invalid="true" aria-describedby="problem hint"' if problem else ' aria-describedby="hint"'
    )
    return document(
        "Enter your code",
        f"{_header(client, bank)}<h1>Enter your code</h1>"
        f'<p class="soft">{escape(bank.name)} has sent a code to your telephone that ends in 55.</p>'
        f"{_alert(problem)}"
        '<form method="post"><input type="hidden" name="action" value="code"><div class="row">'
        '<label for="code">Security code</label><input type="text" id="code" name="code" required '
        f'inputmode="numeric" autocomplete="one-time-code" maxlength="10"{invalid} autofocus>'
        '<p class="hint" id="hint">The pretend bank always sends 1234.</p></div>'
        '<button class="main">Continue</button></form>',
        wrong=bool(problem),
    )


def accounts(
    client: str, bank: InstitutionSpec, offered: Iterable[Account], ticked: set[int], problem: str
) -> str:
    """Choose which accounts are shared."""
    ticks = "".join(
        f'<label class="tick"><input type="checkbox" name="account" value="{account.index}"'
        f"{' checked' if account.index in ticked else ''}><span>{escape(account.spec.name)}"
        f"<small>{escape(account.spec.subtype.capitalize())} ending in {escape(account.spec.mask)}, "
        f"{_money(account)}</small></span></label>"
        for account in offered
    )
    return document(
        "Choose accounts",
        f"{_header(client, bank)}<h1>Choose accounts</h1>"
        f'<p class="soft">{escape(client)} will see the balances and transactions of these.</p>{_alert(problem)}'
        '<form method="post"><input type="hidden" name="action" value="share">'
        f'<fieldset><legend class="hidden">Accounts to share</legend>{ticks}</fieldset>'
        '<button class="main">Share and connect</button></form>',
        wrong=bool(problem),
    )


def _money(account: Account) -> str:
    """The balance as a person reads it: 14,254.60 USD."""
    digits = account.exponent
    whole, rest = divmod(abs(account.current), 10**digits)
    sign = "\N{MINUS SIGN}" if account.current < 0 else ""
    cents = f".{rest:0{digits}d}" if digits else ""
    return f"{sign}{whole:,}{cents} {escape(account.spec.currency)}"


def ending(
    client: str,
    title: str,
    text: str,
    *,
    good: bool,
    again: bool = False,
    back: str | None = None,
    calm: bool = False,
) -> str:
    """The last state: connected, left (which is no mistake), locked out, or a link that is no longer good."""
    mark = f'<div class="mark{"" if good or calm else " bad"}">{_CHECK if good else _DASH if calm else _BANG}</div>'
    buttons = ""
    if back:
        buttons += f'<a class="button main" href="{escape(back)}">Return to {escape(client)}</a>'
    if again:
        buttons += (
            '<form method="post"><button class="plain main-width" name="action" value="again">Start again'
            "</button></form>"
        )
    return document(
        title,
        f'{mark}<h1 tabindex="-1">{escape(title)}</h1><p class="soft" role="status">{text}</p>'
        f'<div class="stack">{buttons}</div>',
    )
