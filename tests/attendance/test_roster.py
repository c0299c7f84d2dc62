import pytest

from app.attendance.reading import Unreadable
from app.attendance.roster import RosterRow, read_roster

WANTED = RosterRow(2, "Alba Coldbrook", "Côte d'Ivoire", "alba@mission.example", "f", "2", "Counsellor", "Delegate")
SHEETS = {
    "english": "Full name,Country,Email,Gender,Breakout choice,Title,Role\n"
    "Alba Coldbrook,Côte d'Ivoire,alba@mission.example,f,2,Counsellor,Delegate\n",
    "other order": "Role;Room;E-Mail Address;Job title;Sex;Delegation;Name\n"
    "Delegate;2;alba@mission.example;Counsellor;f;Côte d'Ivoire;Alba Coldbrook\n",
    "tabs": "NAME\tMember State\tE-mail\tGENDER\tGroup\tPosition\tRole\tRemarks\n"
    "Alba Coldbrook\tCôte d'Ivoire\talba@mission.example\tf\t2\tCounsellor\tDelegate\tnone\n",
    "french": "Nom;Prénom;Délégation;Courriel;Sexe;Salle;Fonction;Rôle\n"
    "Coldbrook;Alba;Côte d'Ivoire;alba@mission.example;f;2;Counsellor;Delegate\n",
    "two names": "First name,Last name,Country/Organization,E-mail,Gender,Room,Title,Role\n"
    'Alba,Coldbrook,"Côte d\'Ivoire",alba@mission.example,f,2,Counsellor,Delegate\n',
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS.keys())
def test_one_person_is_read_from_every_layout_and_encoding(sheet: str, encoding: str) -> None:
    roster = read_roster(sheet.encode(encoding), "roster.csv")
    assert (roster.rows, roster.problems) == ((WANTED,), ())


@pytest.mark.parametrize(
    "heading",
    [
        "姓名,国家,电子邮件",
        "ФИО,Страна,Электронная почта",
        "الاسم,الدولة,البريد الإلكتروني",
        "Nombre completo,País,Correo electrónico",
    ],
)
def test_headings_in_the_languages_of_the_united_nations_are_understood(heading: str) -> None:
    roster = read_roster(f"{heading}\n王大海,加纳,w@mission.example\n".encode(), "roster.csv")
    assert roster.rows == (RosterRow(2, "王大海", "加纳", "w@mission.example"),)


def test_lines_above_the_heading_and_empty_rows_do_not_matter() -> None:
    text = (
        "Meeting of experts,,\nas of 1 November,,\n\nName,Delegation,E-mail\n\nDelegate 1,Ghana,\n,,\nDelegate 2,Peru\n"
    )
    roster = read_roster(text.encode(), "roster.csv")
    assert roster.rows == (RosterRow(6, "Delegate 1", "Ghana"), RosterRow(8, "Delegate 2", "Peru"))


def test_a_roster_of_names_only_is_enough() -> None:
    assert [row.name for row in read_roster(b"Name\nDelegate 1 (Ghana)\nDelegate 2 (Peru)", "r.csv").rows] == [
        "Delegate 1 (Ghana)",
        "Delegate 2 (Peru)",
    ]


def test_rows_without_anybody_and_repeated_headings_are_problems_and_an_address_is_somebody() -> None:
    text = "Name,Delegation,E-mail\nDelegate 1,Ghana,\nName,Delegation,E-mail\n,Peru,\n,Peru,p@mission.example\n"
    roster = read_roster(text.encode(), "roster.csv")
    assert [row.name for row in roster.rows] == ["Delegate 1", "p@mission.example"]
    assert [problem.sentence for problem in roster.problems] == [
        "Row 3: the heading stands here a second time.",
        "Row 4: there is neither a name nor an e-mail.",
    ]


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b"", "empty"),
        (b"Delegate 1,Ghana\nDelegate 2,Peru\n", "no row has headings"),
        (b"Name,Delegation\n", "nobody below them"),
    ],
)
def test_a_roster_of_no_use_is_refused_with_a_sentence(data: bytes, part: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_roster(data, "roster.csv")
    assert part in refusal.value.sentence
