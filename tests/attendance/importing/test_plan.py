from __future__ import annotations

from collections import Counter

import pytest

from app.attendance.importing.plan import DIFFERENT, LEAVE_OUT, Known, Outcome
from tests.attendance.importing.rosters import REHEARSAL, planned

HEAD = "Name,Delegation,E-mail,Gender\n"
GHANA = Known(7, "Alpha Bravo", "GHA", "alpha@x.example")
PERU = Known(9, "Delta Foxtrot", "PER", "")


def kinds(found: dict[int, Outcome]) -> dict[int, str]:
    return {row: outcome.became for row, outcome in found.items()}


@pytest.mark.skipif(not REHEARSAL.exists(), reason="the rehearsal is not here")
def test_the_rehearsals_roster_makes_263_people_of_272_rows() -> None:
    found = planned(REHEARSAL.read_bytes())
    assert Counter(kinds(found).values()) == {"created": 263, "joined": 9}
    assert {outcome.why for outcome in found.values() if outcome.became == "joined"} == {"same e-mail"}


def test_who_is_in_the_meeting_already_is_matched_and_the_reason_said() -> None:
    text = HEAD + "A. Bravo,Ghana,ALPHA@x.example,\nFoxtrot Delta,Perú,,\nDelta Foxtrat,Peru,,\nDelta Foxtrot,Chile,,\n"
    found = planned(text, [GHANA, PERU])
    assert [(outcome.became, outcome.person, outcome.why) for outcome in found.values()] == [
        ("matched", 7, "same e-mail"),
        ("matched", 9, "same delegation and name"),
        ("matched", 9, "same delegation, one letter differs"),
        ("created", None, ""),
    ]


def test_a_doubled_row_joins_the_first_and_the_reason_is_said() -> None:
    found = planned(HEAD + "Alpha Bravo,Ghana,,f\nBravo Alpha,GHA,alpha@x.example,\nAlpha Brvao,ghana,,\n")
    assert [(outcome.became, outcome.joins) for outcome in found.values()] == [
        ("created", None),
        ("joined", 2),
        ("joined", 2),
    ]
    assert found[4].why == "same delegation, one letter differs"
    assert found[3].why == "same delegation and name"


def test_what_was_decided_holds_against_what_was_found() -> None:
    text = HEAD + "Alpha Bravo,Ghana,alpha@x.example,\nAlpha Bravo,Ghana,,\nB,Peru,,\nC,Peru,,\n"
    decisions = {2: DIFFERENT, 3: LEAVE_OUT, 4: "person:9", 5: "row:4"}
    found = planned(text, [GHANA, PERU], decisions)
    assert [(o.became, o.person, o.joins, o.why) for o in found.values()] == [
        ("created", None, None, "you said so"),
        ("left_out", None, None, "you said so"),
        ("matched", 9, None, "you said so"),
        ("joined", None, 4, "you said so"),
    ]


def test_a_decision_for_somebody_who_is_not_there_is_no_decision() -> None:
    found = planned(HEAD + "Alpha,Ghana,,\nBen,Peru,,\n", [], {2: "person:99", 3: "row:3"})
    assert kinds(found) == {2: "created", 3: "created"}


def test_a_chain_of_joined_rows_leads_to_whoever_is_made_and_a_ring_to_themselves() -> None:
    text = HEAD + "A,Ghana,,\nB,Ghana,,\nC,Ghana,,\nD,Peru,,\nE,Peru,,\n"
    found = planned(text, [], {3: "row:2", 4: "row:3", 5: "row:6", 6: "row:5"})
    assert [(o.became, o.joins) for o in found.values()] == [
        ("created", None),
        ("joined", 2),
        ("joined", 2),
        ("created", None),
        ("created", None),
    ]


def test_a_row_of_a_file_that_was_imported_is_matched_with_whom_it_became() -> None:
    found = planned(HEAD + "Delegate,Ghana,,\nDelegate,Ghana,,\n", [GHANA], earlier={2: 7, 3: 99})
    assert [(o.became, o.person, o.why) for o in found.values()] == [
        ("matched", 7, "imported from this file before"),
        ("created", None, ""),
    ]


def test_a_name_of_five_thousand_letters_refuses_its_row_alone() -> None:
    found = planned(HEAD + f"{'x' * 5_000},Ghana,,\nBen,Peru,,\n")
    assert kinds(found) == {2: "refused", 3: "created"}
    assert found[2].why.startswith("This may have at most 120 characters; it has 5,000.")
    assert set(found[2].errors) == {"name"}


def test_marks_that_turn_the_writing_are_taken_out_and_that_is_said() -> None:
    found = planned(HEAD + "Delegate\u202e 1,Ghana,,\nDelegate 1,Ghana,,\n")
    assert found[2].remarks == ("Invisible marks that change the writing direction were taken out.",)
    assert kinds(found) == {2: "created", 3: "joined"}


def test_what_is_odd_but_can_be_kept_is_remarked() -> None:
    found = planned(HEAD + "Alpha,Ghanna,alpha at x,\nBen,,,\n=cmd(),Pretty Foundation,,\n")
    assert found[2].remarks == (
        "“alpha at x” is not an e-mail address; it is left out.",
        "“Ghanna” is not in the list of delegations. Did you mean Ghana?",
    )
    assert found[3].remarks == ("No delegation is given.",)
    assert found[4].remarks == (
        "“Pretty Foundation” is not in the list of delegations; it is kept as it is written.",
        "“=cmd()” looks like a formula; it is kept as plain text.",
    )
