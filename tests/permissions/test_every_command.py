"""What every command must have, whatever it does."""

from __future__ import annotations

import re

import pytest

from app.core.handling import handlers


@pytest.mark.parametrize("name", sorted(handlers))
def test_every_command_says_what_it_does_and_what_happened(name: str) -> None:
    handler = handlers[name]
    assert handler.command.name == name
    assert (handler.body.__doc__ or "").split("\n")[0].endswith((".", ":"))
    assert (handler.command.__doc__ or "").strip().endswith(".")
    assert handler.allow.name
    assert re.fullmatch(r"[a-z]+\.[a-z]+(_[a-z]+)*", handler.event), "one line, in the past"
