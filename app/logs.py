"""The log: one JSON object per line, in UTC, with where something went wrong and never with what people wrote."""

from __future__ import annotations

import structlog


def write_plain_logs() -> None:
    """Log as JSON lines; a traceback names lines of code, not the values that stood in them."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ]
    )
