"""Tickets of sockets: sealed by the server, good for half a minute and for one connection.

Whose ticket it is, until when, and a mark of its own are written into it under the server's key, so that giving one
out costs no write; what makes it good for once is the row that its use leaves behind.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import hmac
import secrets
import struct
from dataclasses import dataclass

from app.core import clock

LASTS = dt.timedelta(seconds=30)
_FORM = struct.Struct(">IQ16s")
_SEAL = hashlib.sha256().digest_size


@dataclass(frozen=True)
class Ticket:
    """A ticket of ours: of this session, for one use until then."""

    session: int
    until: dt.datetime
    mark: str


@dataclass(frozen=True)
class Tickets:
    """Gives tickets out and reads them, under one key that all processes of a server share."""

    key: bytes

    def give(self, session: int, lasts: dt.timedelta = LASTS) -> str:
        """Give a ticket for a session, as text that is safe in JSON."""
        until = int((clock.now() + lasts).timestamp() * 1000)
        body = _FORM.pack(session, until, secrets.token_bytes(16))
        return base64.urlsafe_b64encode(body + self._seal(body)).decode()

    def read(self, ticket: object) -> Ticket | None:
        """Give what is written in a ticket of ours that is not too old; None for anything else."""
        try:
            sealed = base64.b64decode(ticket, altchars=b"-_", validate=True) if isinstance(ticket, str) else b""
        except (binascii.Error, ValueError):
            return None
        body, seal = sealed[:-_SEAL], sealed[-_SEAL:]
        if len(body) != _FORM.size or not hmac.compare_digest(seal, self._seal(body)):
            return None
        session, until, mark = _FORM.unpack(body)
        moment = dt.datetime.fromtimestamp(until / 1000, dt.UTC)
        return Ticket(session, moment, mark.hex()) if moment >= clock.now() else None

    def _seal(self, body: bytes) -> bytes:
        return hmac.digest(self.key, b"ticket" + body, "sha256")
