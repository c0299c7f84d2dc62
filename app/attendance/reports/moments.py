"""Moments: dates with times in the styles of the platforms; 3 November and 11 March are never mixed up silently."""

import re
from collections.abc import Iterable
from datetime import datetime

from app.attendance.reports.stay import Order

FIRST_YEAR, LAST_YEAR = 2000, 2100
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?(?:[.,]\d+)?\s*(?P<half>[ap])?\.?\s?(?:m\.?)?"
_ZONE = r"\s*(?:Z|UTC|GMT|[A-Z]{2,4}T|\(.*\)|(?:UTC|GMT)?[+-]\d{2}:?\d{2})?"
_NUMBERS = re.compile(
    rf"(?P<one>\d{{1,4}})(?P<mark>[/.-])(?P<two>\d{{1,2}})(?P=mark)(?P<three>\d{{2,4}})[,\sT]+{_TIME}{_ZONE}",
    re.IGNORECASE,
)
_DAY_NAMED = re.compile(
    rf"(?P<day>\d{{1,2}})[\s-](?P<month>[a-z]{{3,9}})\.?[\s-](?P<year>\d{{4}})[,\s]+{_TIME}{_ZONE}", re.IGNORECASE
)
_MONTH_NAMED = re.compile(
    rf"(?P<month>[a-z]{{3,9}})\.?\s(?P<day>\d{{1,2}}),?\s(?P<year>\d{{4}})[,\s]+{_TIME}{_ZONE}", re.IGNORECASE
)
LARGEST_MONTH = 12
NOON = 12
FULL_YEAR_DIGITS = 4


def settle_order(texts: Iterable[str]) -> tuple[Order | None, bool]:
    """How numbered dates are to be read, and whether the texts prove it.

    A number above 12 or points between the numbers (as in 24.12.2020) prove the order. Times with AM and PM without
    any proof are taken as month first, since the platforms write both together. None: it must be asked.
    """
    found = [match for text in texts if (match := _NUMBERS.fullmatch(text.strip())) and len(match["one"]) <= 2]  # noqa: PLR2004
    found = [match for match in found if min(int(match["one"]), int(match["two"])) <= LARGEST_MONTH]
    month_first = sum(int(match["two"]) > LARGEST_MONTH for match in found)
    day_first = sum(
        int(match["one"]) > LARGEST_MONTH or (match["mark"] == "." and int(match["two"]) <= LARGEST_MONTH)
        for match in found
    )
    if day_first != month_first:
        return ("day_first" if day_first > month_first else "month_first"), True
    if not found:
        return "month_first", True
    if day_first == 0 and (
        all(match["half"] for match in found) or all(match["one"] == match["two"] for match in found)
    ):
        return "month_first", False
    return None, False


def moment(text: str, order: Order) -> datetime:
    """The date and time that `text` says, as wall-clock time; a time zone behind it is dropped.

    Raises ValueError with a short reason for what is no date, no possible date, or outside the years 2000 to 2100.
    """
    tidy = " ".join(text.split())
    match = _NUMBERS.fullmatch(tidy) or _DAY_NAMED.fullmatch(tidy) or _MONTH_NAMED.fullmatch(tidy)
    if not match:
        raise ValueError(f"“{text}” is not a date with a time")
    try:
        found = datetime(*_date(match, order), *_time(match))  # noqa: DTZ001 - reports give wall-clock time
    except ValueError as error:
        raise ValueError(f"“{text}” is not a possible date") from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"“{text}” lies in an unlikely year")
    return found


def _date(match: re.Match[str], order: Order) -> tuple[int, int, int]:
    parts = match.groupdict()
    if "month" in parts:
        return int(parts["year"]), _MONTHS.index(parts["month"][:3].lower()) + 1, int(parts["day"])
    one, two, three = int(parts["one"]), int(parts["two"]), int(parts["three"])
    if len(parts["one"]) == FULL_YEAR_DIGITS:
        return one, two, three
    year = three if len(parts["three"]) == FULL_YEAR_DIGITS else three + 2000
    return (year, one, two) if order == "month_first" else (year, two, one)


def _time(match: re.Match[str]) -> tuple[int, int, int]:
    hour = int(match["hour"])
    if match["half"]:
        if not 1 <= hour <= NOON:
            raise ValueError(hour)
        hour = hour % NOON + (NOON if match["half"].lower() == "p" else 0)
    return hour, int(match["minute"]), int(match["second"] or 0)
