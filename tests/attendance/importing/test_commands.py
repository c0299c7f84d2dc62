from __future__ import annotations

import hashlib
from typing import Any

import pytest

from app.core import journal
from app.core.actor import SYSTEM
from app.core.db import reading
from tests.attendance.importing.rosters import REHEARSAL, planned
from tests.cast import Cast

DIGEST = "a" * 64
ALPHA = {
    "person_name": "Alpha Bravo",
    "delegation": "Ghana",
    "email": "Alpha@X.example",
    "row": 2,
    "breakout": "Theme 2",
}
KILO = {"person_name": "Kilo", "delegation": "Pretty Foundation", "gender": "m", "row": 3}


def imported(cast: Cast, *people: dict[str, Any], **more: object) -> dict[str, Any]:
    settings = {"file": "roster.csv", "digest": DIGEST} | more
    return cast.must("secretariat", "roster.import", meeting=cast.meeting, people=list(people), **settings)


def names(cast: Cast) -> list[str]:
    return [str(thing["name"]) for thing in cast.things(f"meeting:{cast.meeting}:chairs", "person")]


def personal(cast: Cast, person: int) -> dict[str, Any]:
    things = cast.things(f"meeting:{cast.meeting}:roster", "personal")
    return next(thing for thing in things if thing["id"] == person)


def everything(cast: Cast) -> dict[str, list[dict[str, Any]]]:
    """Give fresh copies of all that is seen of people, without the imports themselves."""
    streams = [f"meeting:{cast.meeting}{more}" for more in ("", ":staff", ":chairs", ":setup", ":roster")]
    rooms = [f"room:{room}{more}" for room in cast.rooms for more in ("", ":staff")]
    with reading(cast.bus.engine) as db:
        return {
            stream: [
                {key: value for key, value in thing.items() if key != "version"}
                for thing in journal.snapshot(db, stream)
                if thing["type"] not in {"roster_import", "tally", "board_row"}
            ]
            for stream in (*streams, *rooms)
        }


def test_an_import_makes_people_and_remembers_what_each_row_became(cast: Cast) -> None:
    made = imported(cast, ALPHA, KILO, left=[{"row": 4, "became": "refused", "why": "no name"}])
    assert {"Alpha Bravo", "Kilo"} <= set(names(cast))
    assert {key: personal(cast, made["ids"][0])[key] for key in ("email", "gender", "wish", "in_roster")} == {
        "email": "alpha@x.example",
        "gender": "",
        "wish": "Theme 2",
        "in_roster": True,
    }
    (record,) = cast.things(f"meeting:{cast.meeting}:roster", "roster_import")
    assert {key: value for key, value in record.items() if key != "at"} == {
        "type": "roster_import",
        "id": made["roster_import"],
        "file": "roster.csv",
        "by": "Secretariat 1",
        "created": 2,
        "matched": 0,
        "joined": 0,
        "refused": 1,
        "left_out": 0,
        "undone_at": None,
        "undone_by": "",
        "kept": [],
    }


def test_what_a_row_says_more_is_added_to_whom_it_is_and_nothing_is_replaced(cast: Cast) -> None:
    ghana = cast.person("ghana")
    same = {"person_name": "Another spelling", "delegation": "Peru", "email": "g@x.example", "title": "Counsellor"}
    made = imported(cast, same | {"row": 2, "same_as": ghana}, ALPHA | {"row": 3}, KILO | {"row": 4, "joins": 3})
    assert made["ids"] == [ghana, made["ids"][1], made["ids"][1]]
    person = next(t for t in cast.things(f"meeting:{cast.meeting}:chairs", "person") if t["id"] == ghana)
    assert (person["name"], person["delegation"], person["title"]) == ("Delegate 3 (Ghana)", "Ghana", "Counsellor")
    assert personal(cast, ghana)["email"] == "g@x.example"
    assert personal(cast, made["ids"][1])["gender"] == "m"


def test_a_row_may_join_one_below_it_but_none_that_makes_nobody(cast: Cast) -> None:
    made = imported(cast, KILO | {"row": 2, "joins": 3}, ALPHA | {"row": 3})
    assert made["ids"][0] == made["ids"][1]
    before = names(cast)
    rows = [ALPHA, KILO | {"joins": 77}]
    answer = cast.ask("secretariat", "roster.import", meeting=cast.meeting, people=rows, file="b.csv")
    assert (answer["code"], names(cast)) == ("invalid", before)
    assert answer["why"] == "Row 3 is to be joined with a row that makes nobody. Look at the preview again."


def test_the_same_ask_twice_imports_nothing_twice(cast: Cast) -> None:
    data = {"meeting": cast.meeting, "people": [ALPHA, KILO], "file": "roster.csv", "digest": DIGEST}
    first, second = (cast.ask_under("import-roster-1", "secretariat", "roster.import", **data) for _ in range(2))
    assert first == second
    assert names(cast).count("Kilo") == 1


def test_one_bad_row_and_nobody_is_imported(cast: Cast) -> None:
    before = everything(cast)
    rows = [ALPHA, KILO | {"person_name": "x" * 5_000}]
    answer = cast.ask("secretariat", "roster.import", meeting=cast.meeting, people=rows, file="roster.csv")
    assert answer["code"] == "invalid"
    assert list(answer["fields"]) == ["people.1.person_name"]
    assert everything(cast) == before


def test_a_preview_that_is_older_than_the_people_is_refused(cast: Cast) -> None:
    newest = max(thing["id"] for thing in cast.things(f"meeting:{cast.meeting}:chairs", "person"))
    cast.must("secretariat", "person.add", meeting=cast.meeting, person_name="Alpha Bravo")
    answer = cast.ask("secretariat", "roster.import", meeting=cast.meeting, people=[ALPHA], newest=newest)
    assert answer["code"] == "conflict"
    assert names(cast).count("Alpha Bravo") == 1


def test_nobody_of_another_meeting_can_be_meant(cast: Cast) -> None:
    rows = [ALPHA | {"same_as": cast.person("zoe")}]
    answer = cast.ask("secretariat", "roster.import", meeting=cast.meeting, people=rows)
    assert answer["code"] == "invalid"


def test_taking_an_import_back_restores_everything(cast: Cast) -> None:
    before = everything(cast)
    same = {
        "person_name": "G",
        "email": "g@x.example",
        "title": "Counsellor",
        "row": 2,
        "same_as": cast.person("ghana"),
    }
    made = imported(
        cast, same, ALPHA | {"row": 3}, KILO | {"row": 4}, KILO | {"row": 5, "joins": 3, "title": "Adviser"}
    )
    alpha = made["ids"][1]
    cast.must("secretariat", "link.issue", person=alpha)
    cast.must("canada", "placement.put", round=cast.rounds[0], person=alpha, room=cast.rooms[0])
    cast.must("canada", "role.grant", person=alpha, role="moderator", room=cast.rooms[0])
    assert everything(cast) != before
    undone = cast.must("secretariat", "roster.undo_import", roster_import=made["roster_import"])
    assert (undone["removed"], undone["restored"], undone["kept"]) == (2, 1, [])
    assert everything(cast) == before
    again = cast.ask("secretariat", "roster.undo_import", roster_import=made["roster_import"])
    assert (again["code"], again["why"]) == ("gone", "This import was taken back already.")


def test_who_has_come_in_stays_and_is_named_and_what_was_changed_since_is_left(cast: Cast) -> None:
    ghana = cast.person("ghana")
    same = {"person_name": "G", "email": "g@x.example", "title": "Counsellor", "row": 2, "same_as": ghana}
    made = imported(cast, same, ALPHA | {"row": 3}, KILO | {"row": 4})
    link = cast.must("secretariat", "link.issue", person=made["ids"][1])
    cast.bus.ask(SYSTEM, "link.redeem", "come-in-by-link", {"secret": link["secret"]})
    version = personal(cast, ghana)["version"]
    cast.must("secretariat", "person.edit", person=ghana, base=version, title="Ambassador")
    undone = cast.must("secretariat", "roster.undo_import", roster_import=made["roster_import"])
    assert (undone["removed"], undone["kept"]) == (1, ["Alpha Bravo"])
    assert "Alpha Bravo" in names(cast)
    assert "Kilo" not in names(cast)
    person = next(t for t in cast.things(f"meeting:{cast.meeting}:chairs", "person") if t["id"] == ghana)
    assert (person["title"], personal(cast, ghana)["email"]) == ("Ambassador", "")


@pytest.mark.skipif(not REHEARSAL.exists(), reason="the rehearsal is not here")
def test_the_rehearsals_roster_comes_in_as_263_people_and_goes_again(sqlite_cast: Cast) -> None:
    cast, data = sqlite_cast, REHEARSAL.read_bytes()
    before = everything(cast)
    rows = [
        {"person_name": f"Delegate {row}", "row": row} | ({"joins": found.joins} if found.joins else {})
        for row, found in planned(data).items()
    ]
    made = imported(cast, *rows, digest=hashlib.sha256(data).hexdigest())
    (record,) = cast.things(f"meeting:{cast.meeting}:roster", "roster_import")
    assert (record["created"], record["joined"], len(set(made["ids"]))) == (263, 9, 263)
    cast.must("secretariat", "roster.undo_import", roster_import=made["roster_import"])
    assert everything(cast) == before
