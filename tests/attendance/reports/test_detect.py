from datetime import datetime

import pytest

from app.attendance.reading import LARGEST, Unreadable
from app.attendance.reports.detect import read_report
from app.attendance.reports.moments import moment, settle_order
from app.attendance.reports.stay import Order, Stay

PLAIN = "Participant;E-mail;Joined;Left\nDelegate 1 (Ghana);g.1@mission.example;{};{}\n"


def test_a_plain_list_is_read() -> None:
    report = read_report(PLAIN.format("2020-11-03T09:00:00Z", "2020-11-03 10:15").encode(), "hall.csv")
    begin, end = datetime(2020, 11, 3, 9, 0), datetime(2020, 11, 3, 10, 15)  # noqa: DTZ001
    assert report.stays == (Stay("Delegate 1 (Ghana)", "g.1@mission.example", begin, end, "plain", 2),)


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
        (b"PK\x03\x04rest", "is a workbook"),
        (b"%PDF-1.7", "is a PDF"),
        (b"Name,Delegation\nDelegate 1,Ghana\n", "no row has a heading for the name and one for the time of joining"),
        (b"Name,Join Time,Leave Time\n", "no rows below them"),
        (b"Name,Join Time,Leave Time\nA\x00B,x,y\n", "not a text file"),
        (b"x" * (LARGEST + 1), "larger than 20 MB"),
        (
            b'Name,Join Time,Leave Time\n"A,x,y\n' + b"B,x,y\n" * 500,
            "row 2: a quotation mark opened here is never closed",
        ),
        (PLAIN.format("03/11/2020 09:00", "03/11/2020 10:00").encode(), "say which comes first"),
    ],
)
def test_a_file_of_no_use_is_refused_with_a_sentence(data: bytes, part: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_report(data, "report.csv")
    assert refusal.value.sentence.startswith("report.csv")
    assert part in refusal.value.sentence


def test_an_answer_about_the_order_of_dates_is_followed() -> None:
    data = PLAIN.format("03/11/2020 09:00", "03/11/2020 10:00").encode()
    orders: list[Order] = ["day_first", "month_first"]
    assert [read_report(data, "hall.csv", order).stays[0].joined.month for order in orders] == [11, 3]


def test_the_order_of_dates_is_proved_assumed_or_asked() -> None:
    assert settle_order(["13/11/2020 09:00"]) == ("day_first", True)
    assert settle_order(["03.11.2020 09:00"]) == ("day_first", True)
    assert settle_order(["11/13/2020 09:00", "11/03/2020 09:00"]) == ("month_first", True)
    assert settle_order(["11/03/2020 09:00 AM"]) == ("month_first", False)
    assert settle_order(["11/03/2020 09:00"]) == (None, False)
    assert settle_order(["2020-11-03 09:00"]) == ("month_first", True)


@pytest.mark.parametrize(
    "text",
    [
        "11/03/2020 01:07:57 PM",
        "11/3/20, 1:07:57 PM",
        "11/03/2020 1:07:57 p.m.",
        "11/03/2020, 1:07:57\u202fPM",
        "2020-11-03T13:07:57.000Z",
        "2020-11-03 13:07:57 +01:00",
        "2020/11/03 13:07:57",
        "3 Nov 2020 13:07:57",
        "03-Nov-2020 13:07:57",
        "November 3, 2020 01:07:57 PM",
        "Nov 3, 2020, 01:07:57 PM EST",
    ],
)
def test_one_moment_is_read_in_many_styles(text: str) -> None:
    assert moment(text, "month_first") == datetime(2020, 11, 3, 13, 7, 57)  # noqa: DTZ001


@pytest.mark.parametrize(
    "text",
    [
        "",
        "13:00",
        "2020-02-30 10:00",
        "11/03/2020 13:00 PM",
        "11/03/2020 00:00 AM",
        "1970-01-01 00:00",
        "1 Foo 2020 10:00",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="“"):
        moment(text, "month_first")
