from __future__ import annotations

import datetime as dt

import pytest

from app.core import clock
from tests.breakouts.takeaways.lists import capture, refusal, rows, words
from tests.cast import Cast

AT = dt.datetime(2026, 11, 10, 14, 32, 10, tzinfo=dt.UTC)


def propose(cast: Cast, text: str = "Water first") -> int:
    """Let a participant propose a point in the first room."""
    made = cast.must("ghana", "takeaway.propose", room=cast.rooms[0], text=text, kind="challenge")
    return int(made["id"])


def fate(cast: Cast) -> list[tuple[str, str]]:
    """Give what the participant sees of what was proposed."""
    mine = cast.things(f"person:{cast.person('ghana')}", "proposal_mine")
    return [(thing["text"], thing["state"]) for thing in mine]


def test_a_proposal_is_seen_by_the_rooms_staff_and_its_sender_alone(cast: Cast) -> None:
    room = cast.rooms[0]
    with clock.set_to(AT):
        made = cast.must("ghana", "takeaway.propose", room=room, text="Water first", kind="challenge")
    mine = {"type": "proposal_mine", "id": made["id"], "room": room, "text": "Water first", "state": "waiting"}
    theirs = {
        "type": "proposal",
        "id": made["id"],
        "room": room,
        "kind": "challenge",
        "text": "Water first",
        "by": "Delegate 3 (Ghana)",
        "at": "2026-11-10T14:32:10.000Z",
    }
    assert made == mine
    assert cast.things(f"person:{cast.person('ghana')}", "proposal_mine") == [mine]
    assert cast.things(f"room:{room}:staff", "proposal") == [theirs]
    others = [f"room:{room}", f"meeting:{cast.meeting}", f"person:{cast.person('norway')}"]
    assert [stream for stream in others if "Water first" in str(cast.things(stream))] == []


def test_an_accepted_proposal_is_a_draft_at_the_end_and_its_sender_is_told(cast: Cast) -> None:
    capture(cast, "one")
    proposed = propose(cast)
    capture(cast, "two")
    taken = cast.must("rapporteur_1", "takeaway.accept", takeaway=proposed)
    assert words(cast) == ["one", "two", "Water first"]
    assert (taken["id"], taken["state"], taken["kind"], taken["version"]) == (proposed, "draft", "challenge", 1)
    assert cast.things(f"room:{cast.rooms[0]}:staff", "proposal") == []
    assert fate(cast) == [("Water first", "accepted")]


def test_the_sender_sees_the_words_that_were_sent_not_what_the_team_made_of_them(sqlite_cast: Cast) -> None:
    proposed = propose(sqlite_cast)
    sqlite_cast.must("rapporteur_1", "takeaway.accept", takeaway=proposed)
    sqlite_cast.must("rapporteur_1", "takeaway.edit", takeaway=proposed, base=1, text="The team's words")
    assert words(sqlite_cast) == ["The team's words"]
    assert fate(sqlite_cast) == [("Water first", "accepted")]


def test_a_declined_proposal_is_on_no_list_and_its_sender_is_told(cast: Cast) -> None:
    proposed = propose(cast)
    answer = cast.ask("moderator_1", "takeaway.decline", takeaway=proposed)
    assert answer == {"ok": True, "result": {"type": "done", "id": proposed}, "notices": []}
    assert (rows(cast), cast.things(f"room:{cast.rooms[0]}:staff", "proposal")) == ([], [])
    assert fate(cast) == [("Water first", "declined")]


def test_two_of_the_team_do_not_decide_twice(sqlite_cast: Cast) -> None:
    accepted, declined = propose(sqlite_cast), propose(sqlite_cast)
    sqlite_cast.must("moderator_1", "takeaway.accept", takeaway=accepted)
    sqlite_cast.must("moderator_1", "takeaway.decline", takeaway=declined)
    for act in ("accept", "decline"):
        twice = sqlite_cast.ask("rapporteur_1", f"takeaway.{act}", takeaway=accepted)
        assert twice == refusal("gone", "This proposal was accepted already.")
        late = sqlite_cast.ask("rapporteur_1", f"takeaway.{act}", takeaway=declined)
        assert late == refusal("gone", "This proposal was declined already.")


def test_proposals_are_taken_while_the_room_is_open(sqlite_cast: Cast) -> None:
    later = {"round": sqlite_cast.rounds[1], "person": sqlite_cast.person("ghana"), "room": sqlite_cast.rooms[2]}
    sqlite_cast.must("canada", "placement.put", **later)
    early = sqlite_cast.ask("ghana", "takeaway.propose", room=sqlite_cast.rooms[2], text="A")
    assert early == refusal("gone", "The room is not open yet. Your text is kept here: send it when the room opens.")
    with clock.set_to(AT):
        sqlite_cast.close_round()
    late = sqlite_cast.ask("ghana", "takeaway.propose", room=sqlite_cast.rooms[0], text="A")
    why = "The room closed at 14:32 UTC and takes no more proposals. Your text is kept here: give it to the moderator."
    assert late == refusal("gone", why)


def test_a_room_with_too_many_proposals_asks_to_come_back(sqlite_cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("breakouts.takeaways.proposing.MOST_WAITING", 1)
    propose(sqlite_cast)
    answer = sqlite_cast.ask("norway", "takeaway.propose", room=sqlite_cast.rooms[0], text="A")
    why = "1 proposals wait in this room already. Send yours again in a moment."
    assert answer == refusal("busy", why, retry_after=60)
