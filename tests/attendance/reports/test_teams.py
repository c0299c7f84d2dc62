from datetime import datetime

import pytest

from app.attendance.reports.detect import read_report
from app.attendance.reports.stay import Stay
from app.attendance.reports.teams import without_additions

SUMMARY = "1. Summary\nMeeting title\tMeeting\nAttended participants\t3\nStart time\t11/10/20, 12:52:10 PM\n\n"
PARTICIPANTS = (
    "2. Participants\nName\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
    "Delegate 1 (GHA) (Guest)\t11/10/20, 01:03:07 PM\t11/10/20, 04:00:25 PM\t2h 57m\tg.1@mission.example\t\tAttendee\n"
    "Delegate 2 (Peru) (Unverified)\t11/10/20, 01:00:00 PM\t11/10/20, 02:00:00 PM\t1h\t\tp.2@mission.example\t\n"
    "Delegate 3 (Peru)\t11/10/20, 01:00:00 PM\t11/10/20, 02:00:00 PM\t1h\t\t\tAttendee\n\n"
)
ACTIVITIES = (
    "3. In-Meeting Activities\nName\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
    "Delegate 1 (GHA) (Guest)\t11/10/20, 01:03:07 PM\t11/10/20, 02:00:25 PM\t57m\t\tAttendee\n"
    "Delegate 1 (GHA) (Guest)\t11/10/20, 02:03:07 PM\t11/10/20, 04:00:25 PM\t117m\t\tAttendee\n"
    "Delegate 2 (Peru) (Unverified)\t11/10/20, 01:00:00 PM\t11/10/20, 02:00:00 PM\t60m\t\tAttendee\n"
)


def at(hour: int, minute: int, second: int = 0) -> datetime:
    return datetime(2020, 11, 10, hour, minute, second)  # noqa: DTZ001


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-8-sig", "utf-16-be"])
def test_stays_come_from_the_activities_with_the_addresses_of_the_participants(encoding: str) -> None:
    report = read_report((SUMMARY + PARTICIPANTS + ACTIVITIES).replace("\n", "\r\n").encode(encoding), "teams.csv")
    assert (report.source, report.problems) == ("teams", ())
    assert report.stays == (
        Stay("Delegate 1 (GHA)", "g.1@mission.example", at(13, 3, 7), at(14, 0, 25), "teams", 14),
        Stay("Delegate 1 (GHA)", "g.1@mission.example", at(14, 3, 7), at(16, 0, 25), "teams", 15),
        Stay("Delegate 2 (Peru)", "p.2@mission.example", at(13, 0), at(14, 0), "teams", 16),
        Stay("Delegate 3 (Peru)", "", at(13, 0), at(14, 0), "teams", 10),
    )


def test_without_activities_the_participants_section_serves() -> None:
    report = read_report((SUMMARY + PARTICIPANTS).encode("utf-16"), "teams.csv")
    assert [(stay.name, stay.joined, stay.left) for stay in report.stays] == [
        ("Delegate 1 (GHA)", at(13, 3, 7), at(16, 0, 25)),
        ("Delegate 2 (Peru)", at(13, 0), at(14, 0)),
        ("Delegate 3 (Peru)", at(13, 0), at(14, 0)),
    ]


def test_an_address_is_not_lent_to_a_name_that_two_people_bear() -> None:
    twice = PARTICIPANTS.rstrip("\n") + "\n" + PARTICIPANTS.splitlines()[2].replace("g.1@", "other@") + "\n\n"
    report = read_report((SUMMARY + twice + ACTIVITIES).encode("utf-16"), "teams.csv")
    assert {stay.email for stay in report.stays if stay.name == "Delegate 1 (GHA)"} == {""}


def test_the_older_list_of_joining_and_leaving_is_read() -> None:
    text = (
        "Full Name\tUser Action\tTimestamp\n"
        "Delegate 1 (GHA)\tJoined\t11/10/2020, 1:00:00 PM\nDelegate 2 (Peru)\tJoined before\t11/10/2020, 1:00:30 PM\n"
        "Delegate 1 (GHA)\tLeft\t11/10/2020, 1:30:00 PM\nDelegate 3 (Peru)\tLeft\t11/10/2020, 1:31:00 PM\n"
    )
    report = read_report(text.encode("utf-16"), "teams.csv")
    assert report.stays == (Stay("Delegate 1 (GHA)", "", at(13, 0), at(13, 30), "teams", 2),)
    assert [problem.sentence for problem in report.problems] == [
        "Row 3: the time of leaving is missing.",
        "Row 5: it leaves without having joined before.",
    ]


def test_what_teams_writes_behind_a_name_is_taken_off_and_a_delegation_is_not() -> None:
    shown = ["Alba (Guest) (Unverified)", "Delegate 1 (Ghana) (Invité)", "Alba (Peru)", "Guest"]
    assert [without_additions(name) for name in shown] == ["Alba", "Delegate 1 (Ghana)", "Alba (Peru)", "Guest"]
