"""The page of promises names tests; each of them is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "guarantees.md").read_text()


def test_every_test_that_a_promise_names_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", PAGE)
    assert len(named) > 30
    assert [f"{file}::{name}" for file, name in named if f"def {name}(" not in (ROOT / file).read_text()] == []


def test_every_promise_names_a_test() -> None:
    promises = re.findall(r"^\| \d+ \|.*$", PAGE, re.MULTILINE)
    assert len(promises) >= 10
    assert [promise for promise in promises if "::test_" not in promise] == []
