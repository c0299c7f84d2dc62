"""Which release of the program this is; the same as in pyproject.toml."""

from __future__ import annotations

RELEASE = "0.1.0"
