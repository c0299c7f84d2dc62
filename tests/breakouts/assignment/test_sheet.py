"""Rooms and people as CSV: nothing in it is a formula, and reading it in says what would come of each row."""

from __future__ import annotations

import csv
import io

import pytest

from app.accounts.models import Person
from app.attendance.reading import Unreadable
from app.core.db import writing
from breakouts.assignment.meant import room_meant
from breakouts.assignment.sheet import Known, RowFate, Theme, read, written
from tests.breakouts.assignment.places import where
from tests.cast import Cast

ROOMS = (Theme(11, 1, "Safety and security"), Theme(12, 2, "Mandates"), Theme(13, 3, "Mandates: the way ahead"))
PEOPLE = (
    Known(1, "Delegate 1 (Ghana)", "one@example.org", "GHA", 11),
    Known(2, "Delegate 2 (Norway)", "", "NOR", None),
    Known(3, "Same Name", "", "PER", None),
    Known(4, "Same Name", "", "JPN", None),
    Known(5, "=HYPERLINK(1)", "", "JPN", None),
)


def fates(text: str) -> list[RowFate]:
    return list(read(text.encode(), "list.csv", PEOPLE, ROOMS))


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("2", 12),
        ("Room 3", 13),
        ("Salle 1", 11),
        ("2. Mandates", 12),
        ("mandates", 12),
        ("MANDATES: THE WAY AHEAD", 13),
        ("Safety an", 11),
        ("Safety", None),
        ("4", None),
        ("3. Mandates", None),
        ("", None),
        ("the one with the view", None),
    ],
)
def test_a_room_is_meant_by_its_number_its_theme_or_both(text: str, room: int | None) -> None:
    found = room_meant(text, ROOMS)
    assert (found.id if found else None) == room


def test_each_row_says_what_would_come_of_it() -> None:
    text = (
        "Name,Delegation,E-mail,Room\n"
        "Somebody else,,ONE@example.org,2\n"
        "delegate 2 (norway),Norway,,Safety and security\n"
        "Nobody we know,,,1\n"
        "Same Name,,,1\n"
        "Same Name,Japan,,9\n"
        "Delegate 2 (Norway),,,2\n"
        "Same Name,Peru,,\n"
    )
    assert fates(text) == [
        RowFate(2, "Delegate 1 (Ghana)", "2", "moves", 1, 12),
        RowFate(3, "Delegate 2 (Norway)", "Safety and security", "moves", 2, 11),
        RowFate(4, "Nobody we know", "1", "unknown_person"),
        RowFate(5, "Same Name", "1", "several_people"),
        RowFate(6, "Same Name", "9", "unknown_room", 4),
        RowFate(7, "Delegate 2 (Norway)", "2", "twice"),
        RowFate(8, "Same Name", "", "no_room", 3),
    ]


def test_who_is_there_already_stays() -> None:
    assert fates("Name;Room\nDelegate 1 (Ghana);1\n")[0].fate == "stays"


def test_what_is_no_list_of_people_is_said_in_a_sentence() -> None:
    with pytest.raises(Unreadable, match="no row has headings"):
        fates("a,b\n1,2\n")


def test_no_cell_is_a_formula_and_every_script_is_read_by_a_spreadsheet() -> None:
    text = written(["Name"], [[cell] for cell in ("=1+1", "+1", "-1", "@a", "\tb", "Delegate (غانا)", "a=1")])
    assert text.startswith("\ufeff")
    cells = [row[0] for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")))]
    assert cells == ["Name", "'=1+1", "'+1", "'-1", "'@a", "'\tb", "Delegate (غانا)", "a=1"]


def test_a_list_that_was_taken_out_is_read_in_again_with_its_strange_names() -> None:
    text = written(["Name", "Room"], [["=HYPERLINK(1)", "2"]])
    assert fates(text) == [RowFate(2, "=HYPERLINK(1)", "2", "moves", 5, 12)]


def test_the_secretariats_list_has_addresses_and_a_co_chairs_has_none(cast: Cast) -> None:
    with writing(cast.bus.engine) as db, db.begin():
        db.get_one(Person, cast.person("ghana")).email = "=cmd@example.org"
    lists = {
        who: list(csv.reader(io.StringIO(cast.must(who, "placement.export", round=cast.rounds[0])["text"][1:])))
        for who in ("secretariat", "canada")
    }
    assert lists["secretariat"][0] == ["Name", "Delegation", "E-mail", "Room", "Theme"]
    assert ["Delegate 3 (Ghana)", "Ghana", "'=cmd@example.org", "1", "Theme 1"] in lists["secretariat"]
    assert lists["canada"][0] == ["Name", "Delegation", "Room", "Theme"]
    assert ["Delegate 3 (Ghana)", "Ghana", "1", "Theme 1"] in lists["canada"]
    assert [row[2] for row in lists["canada"][1:5]] == ["1", "1", "1", "2"]
    assert where(cast, "ghana") == [0]
