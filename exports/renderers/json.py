"""The record: the document as JSON that `exports.codec` reads back."""

from __future__ import annotations

import json

from exports.codec import to_plain
from exports.document import Document
from exports.guarding import SCREEN_LIMITS, guard


def render(document: Document) -> bytes:
    """Give the document as indented UTF-8 JSON, strict (no NaN) and with its schema's name."""
    plain = to_plain(guard(document, SCREEN_LIMITS).document)
    return (json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8", "replace")
