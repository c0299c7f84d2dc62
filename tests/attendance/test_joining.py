from datetime import datetime, timedelta

from app.attendance.joining import Double, Joined, join
from app.attendance.reports.stay import Stay
from app.attendance.roster import RosterRow

START = datetime(2021, 5, 4, 9, 0)  # noqa: DTZ001


def stay(name: str, email: str = "") -> Stay:
    return Stay(name, email, START, START + timedelta(hours=1), "plain", 1)


def people_of(joined: Joined) -> list[tuple[str, str | None, bool]]:
    return [
        (person.name, person.delegation.code if person.delegation else None, person.in_roster)
        for person in joined.people
    ]


def test_rows_with_one_address_in_any_case_are_one_person() -> None:
    roster = [
        RosterRow(2, "Delegate 1 (Ghana)", "Ghana", "g.1@mission.example", "f"),
        RosterRow(3, "GHA - Delegate 1", "GHA", "G.1@Mission.example", "", "2"),
    ]
    joined = join(roster, [])
    assert joined.doubles == (Double(3, 2, "same e-mail"),)
    assert [(p.rows, p.emails, p.gender, p.breakout) for p in joined.people] == [
        ((2, 3), ("g.1@mission.example",), "f", "2")
    ]


def test_rows_without_address_are_one_person_by_delegation_and_name() -> None:
    roster = [
        RosterRow(2, "PAK - Delegate 1", "PAK"),
        RosterRow(3, "PAKISTAN Delegate 1", "Pakistan"),
        RosterRow(4, "Delegate 1 (Pakistan)"),
        RosterRow(5, "Delegate 1 (Peru)", "Peru"),
    ]
    reason = "same delegation and name"
    assert join(roster, []).doubles == (Double(3, 2, reason), Double(4, 2, reason))


def test_two_people_may_share_the_address_of_their_mission() -> None:
    roster = [
        RosterRow(2, "Alba Coldbrook", "Ghana", "office@mission.example"),
        RosterRow(3, "Goran Inglewood", "Ghana", "office@mission.example"),
        RosterRow(4, "Delegate 1", "Peru", "peru@mission.example"),
        RosterRow(5, "Delegate 2", "Peru", "peru@mission.example"),
    ]
    joined = join(
        roster, [[stay("Goran Inglewood", "office@mission.example"), stay("Delegate 1 (Peru)", "peru@mission.example")]]
    )
    assert joined.doubles == ()
    assert [match.person for match in joined.matches] == [2, 3]


def test_labels_without_a_number_are_never_joined() -> None:
    joined = join([RosterRow(2, "Delegate", "Ghana"), RosterRow(3, "Delegate", "Ghana")], [[stay("Delegate (Ghana)")]])
    assert (len(joined.people), joined.doubles, joined.matches) == (2, (), ())
    assert [unmatched.reason for unmatched in joined.unmatched] == ["names a delegation but no person"]


def test_a_near_name_joins_only_within_the_delegation_and_only_to_one_person() -> None:
    roster = [
        RosterRow(2, "Alba Coldbrook", "Ghana"),
        RosterRow(3, "Alba Coldbrook", "Peru"),
        RosterRow(4, "Imani Fernhill", "Peru"),
        RosterRow(5, "Ivana Fernhill", "Peru"),
    ]
    shown = [
        "Alba Coldbrok (Ghana)",
        "A. Coldbrook (Peru)",
        "Alba Maria Coldbrook (Ghana)",
        "I. Fernhill (Peru)",
        "Elba Coldbrook (Peru)",
    ]
    joined = join(roster, [[stay(name) for name in shown]])
    assert [(match.person, match.reason) for match in joined.matches] == [
        (1, "same delegation, one letter differs"),
        (2, "same delegation, initial for a name"),
        (1, "same delegation, short form of the name"),
        (5, "new: not in the roster"),
        (6, "new: not in the roster"),
    ]


def test_whoever_is_recognisable_but_not_in_the_roster_becomes_a_new_person_once() -> None:
    first = [stay("Delegate 9 (Ghana)"), stay("Elmira Dunmore", "e.dunmore@mission.example"), stay("Goran Inglewood")]
    second = [stay("GHANA - Delegate 9"), stay("E Dunmore (Peru)", "E.Dunmore@mission.example")]
    joined = join([RosterRow(2, "Delegate 1", "Ghana")], [first, second])
    assert people_of(joined) == [
        ("Delegate 1", "GHA", True),
        ("Elmira Dunmore", None, False),
        ("Delegate 9 (Ghana)", "GHA", False),
    ]
    assert [(match.report, match.person) for match in joined.matches] == [(0, 3), (0, 2), (1, 3), (1, 2)]
    reason = "neither in the roster nor shown with a delegation or an e-mail"
    assert [(unmatched.name, unmatched.reason) for unmatched in joined.unmatched] == [("Goran Inglewood", reason)]


def test_a_name_alone_finds_its_one_bearer_in_the_roster() -> None:
    roster = [
        RosterRow(2, "Alba Coldbrook", "Ghana"),
        RosterRow(3, "Goran Inglewood", "Ghana"),
        RosterRow(4, "Goran Inglewood", "Peru"),
    ]
    joined = join(roster, [[stay("Coldbrook, Alba"), stay("Goran Inglewood"), stay("GHANA Alba Coldbrook")]])
    assert [(match.stay.name, match.person) for match in joined.matches] == [
        ("Coldbrook, Alba", 1),
        ("GHANA Alba Coldbrook", 1),
    ]
    assert [unmatched.name for unmatched in joined.unmatched] == ["Goran Inglewood"]


def test_a_device_with_the_address_of_a_person_is_that_person_and_without_one_is_nobody() -> None:
    roster = [RosterRow(2, "Alba Coldbrook", "Ghana", "alba@mission.example")]
    joined = join(roster, [[stay("iPad (3)", "alba@mission.example"), stay("iPad (3)"), stay("Alba's iPad (Ghana)")]])
    assert [(match.stay.name, match.person) for match in joined.matches] == [("iPad (3)", 1)]
    assert {unmatched.name for unmatched in joined.unmatched} == {"iPad (3)", "Alba's iPad (Ghana)"}


def test_a_name_learnt_from_an_address_is_known_without_it_afterwards() -> None:
    roster = [RosterRow(2, "Alba Coldbrook", "Ghana", "alba@mission.example")]
    joined = join(roster, [[stay("Ghana - Albita")], [stay("Albita (Ghana)", "alba@mission.example")]])
    assert [match.person for match in joined.matches] == [1, 1]


def test_an_organisation_that_no_table_knows_still_keeps_people_apart() -> None:
    roster = [RosterRow(2, "Delegate 1", "Foundation One"), RosterRow(3, "Delegate 1", "Foundation Two")]
    joined = join(roster, [])
    assert [(person.affiliation, person.delegation) for person in joined.people] == [
        ("Foundation One", None),
        ("Foundation Two", None),
    ]


def test_nobody_and_nothing_give_nothing() -> None:
    assert join([], []) == Joined((), (), (), ())


def test_rosters_in_other_scripts_are_joined() -> None:
    roster = [
        RosterRow(2, "王大海", "加纳"),
        RosterRow(3, "Анна Берёзова", "Гана"),
        RosterRow(4, "ريم البستاني", "مصر"),
    ]
    shown = ["加纳 - 王大海", "БЕРЕЗОВА Анна (Гана)", "ريم البستاني (Egypt)", "王大海（加纳）"]
    joined = join(roster, [[stay(name) for name in shown]])
    assert [(match.stay.name, match.person) for match in joined.matches] == list(zip(shown, [1, 2, 3, 1], strict=True))
