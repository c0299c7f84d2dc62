"""What travels between processes: that a stream has a new revision, and that somebody tried in vain to get in.

Plain JSON under a seal of the server's key. Nothing of a meeting is in it: each process reads that from the database.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.core import strict_json

MOST = 500
"""Streams in one message."""

LARGEST = 128 * 1024

Mark = Annotated[str, Field(max_length=64)]


class Hints(BaseModel):
    """One message: of which process, its number among that process's messages, and what it hints at."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    process: Mark
    number: Annotated[int, Field(ge=0)]
    streams: dict[Annotated[str, Field(max_length=80)], Annotated[int, Field(ge=0)]] = {}
    vain: list[Annotated[list[Mark], Field(min_length=1, max_length=8)]] = []

    def sealed(self, key: bytes) -> bytes:
        """Give the message as it travels."""
        body = strict_json.dumps(self.model_dump()).encode()
        return _seal(key, body) + body


def read(key: bytes, message: object) -> Hints | None:
    """Give a message of our own making; None for everything else, whatever it is."""
    if not isinstance(message, bytes) or len(message) > LARGEST:
        return None
    seal, body = message[:64], message[64:]
    if not hmac.compare_digest(seal, _seal(key, body)):
        return None
    try:
        return Hints.model_validate(strict_json.loads(body.decode()))
    except (ValueError, ValidationError, RecursionError):
        return None


def _seal(key: bytes, body: bytes) -> bytes:
    return hmac.digest(key, b"hints" + body, hashlib.sha256).hex().encode()
