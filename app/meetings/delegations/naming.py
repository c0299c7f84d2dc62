"""What is kept for a person's delegation, and how it is shown.

A code where the table knows it, otherwise the words as typed.
"""

from __future__ import annotations

from app.meetings.delegations.resolve import resolve
from app.meetings.delegations.table import Kind, by_code


def code_for(text: str) -> str:
    """Give what to keep for a delegation as somebody typed it: its code, or the words themselves."""
    if text in by_code():
        return text
    found = resolve(text)
    return found.code if found else text.strip()


def display(code: str) -> str:
    """Give the delegation's name as it is shown and printed."""
    found = by_code().get(code)
    return found.short if found else code


def kind(code: str) -> Kind | None:
    """Give what sort of delegation it is; None where the table does not know it."""
    found = by_code().get(code)
    return found.kind if found else None
