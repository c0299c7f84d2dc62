"""Secrets: made by the system's generator, shown once, kept as digests."""

from __future__ import annotations

import hashlib
import secrets


def new_secret() -> str:
    """Give 256 random bits as text that is safe in a link."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """Give what is kept of a secret. It is random and long, so a plain hash is enough."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
