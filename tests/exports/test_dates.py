"""Dates as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from exports.dates import dates_held, day_and_month, in_zone, names_list

THIRD, TENTH, DECEMBER = date(2020, 11, 3), date(2020, 11, 10), date(2020, 12, 1)


@pytest.mark.parametrize(
    ("days", "language", "expected"),
    [
        ([THIRD, TENTH], "en", "3 and 10 November 2020"),
        ([TENTH, THIRD, TENTH], "en", "3 and 10 November 2020"),
        ([THIRD, DECEMBER], "en", "3 November and 1 December 2020"),
        ([THIRD, date(2021, 1, 5)], "en", "3 November 2020 and 5 January 2021"),
        ([date(2020, 11, day) for day in range(1, 9)], "en", "1 November 2020 – 8 November 2020"),
        ([THIRD, TENTH], "fr", "3 et 10 novembre 2020"),
        ([THIRD, TENTH], "es", "3 y 10 de noviembre de 2020"),
        ([THIRD, TENTH], "ru", "3 и 10 ноября 2020\u202fг."),
        ([THIRD, TENTH], "zh", "2020年11月3日和11月10日"),
        ([], "en", ""),
    ],
)
def test_the_dates_of_a_meeting_are_said_once(days: list[date], language: str, expected: str) -> None:
    assert dates_held(days, language) == expected


def test_an_unknown_language_has_english_dates() -> None:
    assert day_and_month(THIRD, "xx-nowhere", with_year=False) == "3 November"


def test_names_are_listed_without_a_comma_before_and() -> None:
    assert (
        names_list(["Bangladesh", "Canada", "the United Kingdom"], "en") == "Bangladesh, Canada and the United Kingdom"
    )


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/London", "3 June 2020, 13:30 (Europe/London, UTC+01:00)"),
        ("America/St_Johns", "3 June 2020, 10:00 (America/St_Johns, UTC-02:30)"),
        ("UTC", "3 June 2020, 12:30 (UTC)"),
        ("Nowhere/Atall", "3 June 2020, 12:30 (UTC)"),
    ],
)
def test_a_moment_goes_by_the_clock_of_the_meeting_and_names_it(zone: str, expected: str) -> None:
    assert in_zone(datetime(2020, 6, 3, 12, 30, tzinfo=UTC), zone, "en") == expected


def test_a_moment_without_a_zone_is_in_utc() -> None:
    assert in_zone(datetime(2020, 6, 3, 12, 30), "Asia/Tokyo", "en") == "3 June 2020, 21:30 (Asia/Tokyo, UTC+09:00)"  # noqa: DTZ001
