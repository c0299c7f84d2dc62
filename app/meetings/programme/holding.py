"""Saying what something holds that is asked to go: nothing captured is ever lost with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from app.core.errors import Gone
from app.core.sentences import say


def refuse_holding(first: str, holds: Sequence[str]) -> None:
    """Raise Gone with `first` and all that is held, a sentence each; do nothing where nothing is."""
    if holds:
        raise Gone(reduce(_and_then, holds, first))


def _and_then(before: str, sentence: str) -> str:
    return say("{before} {sentence}", before=before, sentence=sentence)
