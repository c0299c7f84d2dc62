"""Time zones: the names of the IANA database that this machine knows."""

from __future__ import annotations

import zoneinfo
from functools import cache
from typing import Annotated, Any

from pydantic import BeforeValidator

from app.core.sentences import say

_REGIONS = (
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@cache
def known_zones() -> frozenset[str]:
    """Give every name that a meeting's clock may have: places, and UTC."""
    return frozenset(name for name in zoneinfo.available_timezones() if name.startswith(_REGIONS)) | {"UTC"}


def _known(name: Any) -> Any:  # noqa: ANN401 - whatever a client sends
    if isinstance(name, str) and name not in known_zones():
        message = say("This time zone is not known. Choose one from the list, such as Europe/London.")
        raise ValueError(message)
    return name


TimeZone = Annotated[str, BeforeValidator(_known)]
"""A place whose clock the meeting goes by, such as Europe/London."""
