"""What is proposed for those without a room, from the people and the wishes that the meeting has."""

from __future__ import annotations

from app.accounts.models import Person
from app.core.db import reading, writing
from breakouts.assignment.plan import Plan
from breakouts.assignment.proposing import fill
from breakouts.rounds.models import Round
from tests.breakouts.assignment.places import where
from tests.cast import Cast


def proposed(cast: Cast, *, only_present: bool = False, with_wishes: bool = True) -> Plan:
    """Give the plan for the first round."""
    with reading(cast.bus.engine) as db:
        subject = db.get_one(Round, cast.rounds[0])
        return fill(db, subject, only_present=only_present, with_wishes=with_wishes)


def wish(cast: Cast, who: str, text: str) -> None:
    """Keep a wish as a roster holds it."""
    with writing(cast.bus.engine) as db, db.begin():
        db.get_one(Person, cast.person(who)).breakout_wish = text


def test_only_those_without_a_room_and_without_a_task_are_given_one(cast: Cast) -> None:
    assert proposed(cast).rooms == {cast.person("unplaced"): cast.rooms[1]}
    assert where(cast, "unplaced") == []


def test_an_imported_wish_is_taken_into_account_unless_it_is_not_to_be(cast: Cast) -> None:
    wish(cast, "unplaced", "theme 1")
    assert proposed(cast).rooms == {cast.person("unplaced"): cast.rooms[0]}
    assert proposed(cast).wished == {cast.person("unplaced")}
    assert proposed(cast, with_wishes=False).rooms == {cast.person("unplaced"): cast.rooms[1]}


def test_full_rooms_are_left_alone_and_who_finds_no_place_is_named(cast: Cast) -> None:
    for room in cast.rooms[:2]:
        cast.must("canada", "room.edit", room=room, capacity=1)
    made = proposed(cast)
    assert (made.rooms, made.without) == ({}, (cast.person("unplaced"),))


def test_those_who_are_not_here_are_left_out_where_only_those_present_are_asked_for(cast: Cast) -> None:
    assert proposed(cast, only_present=True).rooms == {}
