"""Dates and lists of names in the document's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton
from babel.lists import format_list

_DATES_LISTED = 5
_YEAR_FIRST_LANGUAGES = frozenset({"ja", "ko", "zh"})


def locale_of(language: str) -> Locale:
    """Give the locale of a language tag; British English, as the United Nations writes, for "en" and the unknown."""
    tag = language.strip().replace("-", "_")
    if tag.lower() == "en":
        return Locale("en", "GB")
    try:
        return Locale.parse(tag)
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale("en", "GB")


def day_and_month(day: date, language: str, *, with_year: bool) -> str:
    """Give "3 November" or "3 November 2020"."""
    locale = locale_of(language)
    if with_year:
        return format_date(day, "long", locale=locale)
    return format_skeleton("MMMMd", day, locale=locale)


def moment(instant: datetime, language: str) -> str:
    """Give "10 November 2020, 14:05" in the time zone the instant has."""
    locale = locale_of(language)
    return f"{format_date(instant, 'long', locale=locale)}, {format_datetime(instant, 'HH:mm', locale=locale)}"


def in_zone(instant: datetime, zone: str, language: str) -> str:
    """Give "10 November 2020, 14:05 (Europe/London, UTC+00:00)": by the clock of a zone, with its name.

    An instant without a zone is in UTC, and so is one for a zone that this machine does not know.
    """
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    try:
        there = aware.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        there, zone = aware.astimezone(UTC), "UTC"
    offset = f"{there:%z}"
    named = "UTC" if zone == "UTC" else f"{zone}, UTC{offset[:3]}:{offset[3:]}"
    return f"{moment(there, language)} ({named})"


def dates_held(days: Sequence[date], language: str) -> str:
    """Give "3 and 10 November 2020", or first and last day of a longer series; "" without days."""
    known = sorted(set(days))
    if not known:
        return ""
    if len(known) > _DATES_LISTED:
        return f"{_long(known[0], language)} – {_long(known[-1], language)}"
    if locale_of(language).language in _YEAR_FIRST_LANGUAGES:
        pieces = [_long(known[0], language), *(_after(earlier, day, language) for earlier, day in pairwise(known))]
        return names_list(pieces, language)
    pieces = [_before(day, later, language) for day, later in pairwise(known)]
    return names_list([*pieces, _long(known[-1], language)], language)


def names_list(names: Sequence[str], language: str) -> str:
    """Give "Bangladesh, Canada and the United Kingdom" in the manner of the language."""
    return format_list(list(names), locale=locale_of(language))


def _long(day: date, language: str) -> str:
    return day_and_month(day, language, with_year=True)


def _before(day: date, later: date, language: str) -> str:
    """Give as much of `day` as is not said by the date that follows it."""
    if day.year != later.year:
        return _long(day, language)
    day_first = _long(later, language).startswith(str(later.day))
    if day.month == later.month and day_first:
        return str(day.day)
    return day_and_month(day, language, with_year=False)


def _after(earlier: date, day: date, language: str) -> str:
    """Give `day` without the year that the date before it has said."""
    return day_and_month(day, language, with_year=day.year != earlier.year)
