import random
from contextlib import suppress
from datetime import datetime

import pytest

from app.attendance.reading import Problem, Unreadable
from app.attendance.reports.detect import read_report
from app.attendance.reports.stay import Stay

HEAD = (
    "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\r\n"
    '111 222 333,"Meeting, first",11/03/2020 12:50:00 PM,11/03/2020 04:05:00 PM,host@host.example,195,2\r\n\r\n'
)
HEADING = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room\r\n"
TWO_STAYS = (
    "Delegate 1 (Ghana),g.1@mission.example,11/03/2020 01:07:57 PM,11/03/2020 01:30:00 PM,23,Yes,No\r\n"
    '"Coldbrook, Alba (Peru)",,11/03/2020 12:05:00 AM,11/03/2020 12:00:01 PM,715,Yes,No\r\n'
)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2020, 11, 3, hour, minute, second)  # noqa: DTZ001


def expected(first_row: int) -> tuple[Stay, ...]:
    return (
        Stay("Delegate 1 (Ghana)", "g.1@mission.example", at(13, 7, 57), at(13, 30), "zoom", first_row),
        Stay("Coldbrook, Alba (Peru)", "", at(0, 5), at(12, 0, 1), "zoom", first_row + 1),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_stays_are_the_same_in_every_encoding_with_and_without_head_block(encoding: str) -> None:
    with_head = read_report((HEAD + HEADING + TWO_STAYS).encode(encoding), "zoom.csv")
    without = read_report((HEADING + TWO_STAYS).encode(encoding), "zoom.csv")
    assert (with_head.source, with_head.stays, with_head.problems) == ("zoom", expected(5), ())
    assert without.stays == expected(2)


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_are_found(separator: str) -> None:
    text = (
        HEADING.replace(",", separator)
        + f"Delegate 1{separator * 2}2020-11-03 09:00{separator}2020-11-03 10:00:00{separator}60"
    )
    assert [stay.left for stay in read_report(text.encode(), "zoom.csv").stays] == [at(10, 0)]


def test_rows_that_cannot_be_used_are_named_with_the_reason() -> None:
    rows = (
        "A,,11/03/2020 02:00:00 PM,11/03/2020 01:00:00 PM,1,Yes,No\r\n"
        "B,,13/45/2020 02:00:00 PM,11/03/2020 03:00:00 PM,1,Yes,No\r\n"
        "C,,01/01/1970 02:00:00 PM,01/01/1970 03:00:00 PM,1,Yes,No\r\n"
        ",,11/03/2020 02:00:00 PM,11/03/2020 03:00:00 PM,1,Yes,No\r\n"
        "D,,yesterday,11/03/2020 03:00:00 PM,1,Yes,No\r\n\r\n" + HEADING + "E,,11/03/2020 02:0"
    )
    report = read_report((HEADING + TWO_STAYS + rows).encode(), "zoom.csv")
    assert report.stays == expected(2)
    assert [(problem.row, problem.sentence) for problem in report.problems] == [
        (4, "Row 4: it leaves before it joins."),
        (5, "Row 5: “13/45/2020 02:00:00 PM” is not a possible date."),
        (6, "Row 6: “01/01/1970 02:00:00 PM” lies in an unlikely year."),
        (7, "Row 7: there is neither a name nor an e-mail."),
        (8, "Row 8: “yesterday” is not a date with a time."),
        (10, "The heading stands here a second time."),
        (11, "Row 11: the time of leaving is missing; the row may be cut."),
    ]


def test_every_cut_of_a_report_gives_stays_and_problems_or_a_sentence() -> None:
    whole = (HEAD + HEADING + TWO_STAYS).encode("utf-8-sig")
    for length in range(len(whole)):
        with suppress(Unreadable):
            report = read_report(whole[:length], "zoom.csv")
            assert len(report.stays) + len(report.problems) in (1, 2)


def test_bytes_at_random_give_nothing_but_a_refusal() -> None:
    chance = random.Random(1)
    for _ in range(200):
        noise = bytes(chance.choice((*b'Name,Join Time;Leave\n\t"0123/:AMP', 0xFF, 0x00, 0xE9)) for _ in range(200))
        with suppress(Unreadable):
            assert read_report(HEADING.encode() + noise, "noise.csv").stays == ()


def test_a_webinar_report_is_read_in_its_sections_and_absent_registrants_are_no_stays() -> None:
    text = (
        "Attendee Report\nReport Generated:,11/03/2020 05:00 PM\nTopic,Webinar ID\nMeeting,111\n\nPanelist Details,\n"
        "Attended,User Name (Original Name),Email,Join Time,Leave Time,Is Guest\n"
        "Yes,Delegate 1 (Ghana),g.1@mission.example,11/03/2020 01:00:00 PM,11/03/2020 02:00:00 PM,No\n\n"
        "Attendee Details,\n"
        "Attended,User Name (Original Name),First Name,Last Name,Email,Join Time,Leave Time\n"
        "Yes,Delegate 2 (Peru),Del,2,p.2@mission.example,11/03/2020 01:00:00 PM,11/03/2020 02:00:00 PM\n"
        "No,Delegate 3 (Peru),Delegate,3,p.3@mission.example,--,--\n"
    )
    report = read_report(text.encode(), "webinar.csv")
    assert ([stay.name for stay in report.stays], report.problems) == (["Delegate 1 (Ghana)", "Delegate 2 (Peru)"], ())


def test_the_text_of_a_problem_row_is_kept_for_showing() -> None:
    report = read_report((HEADING + "A,,x,y,1").encode(), "zoom.csv")
    assert report.problems == (Problem(2, "Row 2: “x” is not a date with a time.", "A |  | x | y | 1"),)
