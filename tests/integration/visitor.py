"""A person at the bank's connect page, by its forms: what they tick and type, and nothing of a browser."""

from __future__ import annotations

import asyncio
import re

import httpx

Form = dict[str, str | list[str]]
GOOD: Form = {"action": "signin", "username": "user_good", "password": "pass_good"}
LEAVE: Form = {"action": "exit"}


def choose(institution: str) -> Form:
    return {"action": "choose", "institution": institution}


def share(*accounts: int) -> Form:
    return {"action": "share", "account": [str(number) for number in accounts]}


async def visit(url: str, *forms: Form) -> str:
    """Open the page and send its forms, one after the other; returns the heading that is seen at last."""
    return await asyncio.to_thread(_visit, url, forms)


def _visit(url: str, forms: tuple[Form, ...]) -> str:
    with httpx.Client(trust_env=False, follow_redirects=True) as client:
        page = client.get(url)
        for form in forms:
            page = client.post(url, data=form)
            assert page.status_code == 200, page.text
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page.text, re.DOTALL)
    assert found, page.text
    return re.sub(r"<[^>]+>", "", found.group(1)).strip()


async def connect(url: str, institution: str, *accounts: int) -> str:
    """Choose a bank, sign in, and share accounts; the first three unless some are named."""
    return await visit(url, choose(institution), GOOD, share(*(accounts or (0, 1, 2))))
