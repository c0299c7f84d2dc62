from __future__ import annotations

import pytest

from app.attendance.importing.layout import Layout, lay_out, people
from app.attendance.importing.sheet import read_sheet
from app.attendance.roster import RosterRow
from app.core.errors import Invalid
from tests.attendance.importing.rosters import found_in


def laid_out(text: str) -> Layout:
    return lay_out(read_sheet(text.encode()).rows)


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("Name,Delegation,E-mail,Gender,Breakout choice", ("name", "delegation", "email", "gender", "breakout")),
        ("Nom,Prénom,Pays,Courriel,Fonction", ("name", "first_name", "delegation", "email", "title")),
        ("Nombre y apellidos;País;Correo electrónico", ("name", "delegation", "email")),
        ("ФИО;Страна;Должность", ("name", "delegation", "title")),
        ("姓名,国家,职务", ("name", "delegation", "title")),
        ("الاسم,البلد,المنصب", ("name", "delegation", "title")),
        ("No.,Name,,Country,Badge colour", ("", "name", "", "delegation", "")),
    ],
)
def test_headings_in_six_languages_say_what_the_columns_hold(heading: str, columns: tuple[str, ...]) -> None:
    found = laid_out(heading + "\n" + "Delegate 1,Ghana,x\n")
    assert (found.heading, found.columns, found.guessed) == (0, columns, False)


def test_lines_above_the_headings_are_no_people() -> None:
    found = found_in("List of participants,,\nFirst session,,\nName,Country,E-mail\nDelegate 1,Ghana,a@x.example\n")
    assert found.rows == (RosterRow(4, "Delegate 1", "Ghana", "a@x.example"),)
    assert found.problems == ()


def test_headings_in_a_second_line_or_again_further_down_are_refused_as_such() -> None:
    found = found_in("Name,Country\nNom,Pays\nDelegate 1,Ghana\nName,Country\nDelegate 2,Peru\n")
    assert [row.name for row in found.rows] == ["Delegate 1", "Delegate 2"]
    assert [(bad.row.row, bad.why) for bad in found.problems] == [
        (2, "The headings stand here again."),
        (4, "The headings stand here again."),
    ]


def test_a_line_of_totals_and_a_line_without_anybody_are_refused_with_their_reasons() -> None:
    found = found_in("Name,Country,Room\nDelegate 1,Ghana,1\n,Peru,2\nTotal: 2,,\nTotal,272,\n")
    assert [(bad.row.row, bad.why) for bad in found.problems] == [
        (3, "There is neither a name nor an e-mail address."),
        (4, "This looks like a line of totals, not like a person."),
        (5, "This looks like a line of totals, not like a person."),
    ]
    assert (found.problems[0].row, found.problems[0].text) == (RosterRow(3, "", "Peru", breakout="2"), "Peru · 2")


def test_without_headings_the_columns_are_guessed_from_what_stands_in_them() -> None:
    found = laid_out("1,Ghana,Delegate 1,a@x.example\n2,Peru,Delegate 2,b@x.example\n")
    assert found == Layout(None, ("", "delegation", "name", "email"), guessed=True)


def test_first_and_last_names_are_put_together_and_an_address_stands_for_a_name() -> None:
    found = found_in("First name,Surname,Country,E-mail\nAlpha,Bravo,Ghana,\n,,Peru,b@x.example\n")
    assert [(row.name, row.delegation, row.email) for row in found.rows] == [
        ("Alpha Bravo", "Ghana", ""),
        ("b@x.example", "Peru", "b@x.example"),
    ]


def test_columns_can_be_chosen_anew_and_left_out() -> None:
    rows = read_sheet(b"Name,Country,Room\nGhana,Delegate 1,3\n").rows
    found = people(rows, Layout(0, ("delegation", "name", ""), guessed=False))
    assert found.rows == (RosterRow(2, "Delegate 1", "Ghana"),)


@pytest.mark.parametrize("text", ["Name,Delegation\n", "Name,Delegation\n,Ghana\n", "1,2\n3,4\n"])
def test_a_file_with_nobody_in_it_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        found_in(text)
    assert refused.value.why.startswith("There is nobody in this file")


def test_formulas_stay_text() -> None:
    found = found_in("Name,Title\n=cmd|' /C calc'!A0,+1+1\n")
    assert found.rows == (RosterRow(2, "=cmd|' /C calc'!A0", title="+1+1"),)
