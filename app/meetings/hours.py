"""Days and times of day as they are typed and sent: `2026-11-03` and `09:30`, empty where there is none yet."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from app.core.sentences import say

FIRST_YEAR, LAST_YEAR = 1900, 2200


def _day(value: Any) -> Any:  # noqa: ANN401 - whatever a client sends
    if not isinstance(value, str) or value == "":
        return value
    message = say("A date is a day of the calendar, such as 2026-11-03.")
    try:
        day = dt.date.fromisoformat(value) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else None
    except ValueError as wrong:
        raise ValueError(message) from wrong
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(message)
    return value


def _hour(value: Any) -> Any:  # noqa: ANN401 - whatever a client sends
    if isinstance(value, str) and value and not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        message = say("A time is written with hours and minutes, such as 09:30.")
        raise ValueError(message)
    return value


Day = Annotated[str, BeforeValidator(_day)]
"""A day, or empty."""

Hour = Annotated[str, BeforeValidator(_hour)]
"""A time of day, or empty."""


def as_date(text: str) -> dt.date | None:
    """Give the day that a text names."""
    return dt.date.fromisoformat(text) if text else None


def as_time(text: str) -> dt.time | None:
    """Give the time of day that a text names."""
    return dt.time.fromisoformat(text) if text else None


def day_text(day: dt.date | None) -> str:
    """Give a day as it is sent."""
    return day.isoformat() if day else ""


def hour_text(time: dt.time | None) -> str:
    """Give a time of day as it is sent."""
    return f"{time:%H:%M}" if time else ""
