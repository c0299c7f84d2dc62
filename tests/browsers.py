"""Real browsers: how they are started, and what is asked of every page."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright

from app.doctor.programs import browser_check, browser_path
from tests.servers import need

# Without the last of these Chromium asks the internet for things at every start, and waits for the answers.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_AXE = Path(__file__).parent / "vendor" / "axe.min.js"


def launch(playwright: Playwright) -> Browser:
    """Start this machine's Chromium; a machine without one fails the test and says how to get it."""
    need(browser_check())
    return playwright.chromium.launch(executable_path=browser_path(), args=FLAGS)


def axe(page: Page, *, without: tuple[str, ...] = ()) -> None:
    """Fail, naming each place and its cure, unless axe-core finds nothing wrong on `page`.

    `without` are rules of axe-core's to leave out, each for a reason that stands where it is left out.
    """
    page.evaluate(_axe_source())
    rules = {rule: {"enabled": False} for rule in without}
    found = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], rules})", rules)
    if found["violations"]:
        pytest.fail(f"{page.url} is not accessible to all:\n\n{readable(found['violations'])}", pytrace=False)


def readable(violations: list[dict[str, Any]]) -> str:
    """Give axe-core's findings as a person reads them: rule, weight, what to do, then each place with its reason."""
    return "\n\n".join(_finding(violation) for violation in violations)


def watch(page: Page) -> list[str]:
    """Give a list to which everything that goes wrong in `page`'s scripts or against its security policy is added."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(f"script: {error.stack or error.message}"))
    page.on("console", lambda message: wrong.append(f"policy: {message.text}") if _is_policy(message.text) else None)
    return wrong


def _finding(violation: dict[str, Any]) -> str:
    head = f"{violation['id']} ({violation['impact']}): {violation['help']}\n  {violation['helpUrl']}"
    return "\n".join([head, *(_place(node) for node in violation["nodes"])])


def _place(node: dict[str, Any]) -> str:
    where = " ".join(part if isinstance(part, str) else json.dumps(part) for part in node["target"])
    why = node["failureSummary"].replace("\n", "\n    ")
    return f"  {where}\n    {node['html']}\n    {why}"


def _is_policy(text: str) -> bool:
    return "Content Security Policy" in text or "TrustedHTML" in text or "TrustedScript" in text


@cache
def _axe_source() -> str:
    return _AXE.read_text(encoding="utf-8")
