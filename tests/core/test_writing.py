"""Asks of one turn share a session, and none sees what another has made stale."""

from __future__ import annotations

import datetime as dt

import pytest
import sqlalchemy as sa

from app.accounts.models import Person, RoleGrant
from app.core.asks import Ask
from app.core.writing import Writing, writers_place
from tests.cast import Cast
from tests.core.batches import ask_of, gaps, point_of, settled, texts


def test_a_right_that_is_taken_is_gone_for_the_next_ask(cast: Cast) -> None:
    revoke = {"person": cast.person("rapporteur_1"), "role": "rapporteur", "room": cast.rooms[0]}
    answers = settled(
        cast,
        point_of(cast, "rapporteur_1", "Before"),
        ask_of(cast, "canada", "role.revoke", **revoke),
        point_of(cast, "rapporteur_1", "After"),
    )
    assert [answer.get("wrong", "ok") for answer in answers] == ["ok", "ok", "Forbidden"]
    assert texts(cast) == ["Before"]


def test_a_right_that_is_given_holds_for_the_next_ask(cast: Cast) -> None:
    grant = {"person": cast.person("ghana"), "role": "rapporteur", "room": cast.rooms[0]}
    answers = settled(
        cast,
        ask_of(cast, "ghana", "takeaway.propose", room=cast.rooms[0], text="Not yet"),
        ask_of(cast, "canada", "role.grant", **grant),
        point_of(cast, "ghana", "Now"),
    )
    assert [answer.get("wrong", "ok") for answer in answers] == ["ok", "ok", "ok"]


@pytest.mark.parametrize("way_out", ["session.end", "person.remove"])
def test_whoever_goes_asks_nothing_more(cast: Cast, way_out: str) -> None:
    goes = {
        "session.end": ask_of(cast, "rapporteur_1", "session.end"),
        "person.remove": ask_of(cast, "canada", "person.remove", person=cast.person("rapporteur_1")),
    }[way_out]
    answers = settled(cast, point_of(cast, "rapporteur_1", "Before"), goes, point_of(cast, "rapporteur_1", "After"))
    assert [answer.get("wrong", "ok") for answer in answers] == ["ok", "ok", "Forbidden"]


def test_a_place_that_is_changed_holds_for_the_next_ask(cast: Cast) -> None:
    def propose(room: int) -> Ask:
        return ask_of(cast, "ghana", "takeaway.propose", room=cast.rooms[room], text="A")

    put = {"round": cast.rounds[0], "person": cast.person("ghana"), "room": cast.rooms[1]}
    answers = settled(
        cast,
        propose(0),
        ask_of(cast, "canada", "placement.put", **put),
        propose(0),
        propose(1),
    )
    assert [answer.get("wrong", "ok") for answer in answers] == ["ok", "ok", "Forbidden", "ok"]


def test_a_room_that_changes_is_as_it_was_left(cast: Cast) -> None:
    extend = [ask_of(cast, "moderator_1", "room.extend", room=cast.rooms[0], minutes=5) for _ in range(3)]
    before = _ends_at(cast)
    close = ask_of(cast, "canada", "round.close", round=cast.rounds[0])
    answers = settled(cast, *extend, close, point_of(cast, "rapporteur_1", "Late"))
    assert [answer.get("wrong", "ok") for answer in answers] == ["ok"] * 5
    assert _ends_at(cast) - before == dt.timedelta(minutes=15)
    assert answers[4]["result"]["after_close"]


def test_what_a_refused_ask_had_read_is_not_used_again(cast: Cast) -> None:
    refused = ask_of(cast, "ghana", "takeaway.capture", room=cast.rooms[0], text="No")
    answers = settled(cast, point_of(cast, "rapporteur_1", "A"), refused, refused, point_of(cast, "rapporteur_1", "B"))
    assert [answer.get("wrong", "ok") for answer in answers] == ["ok", "Forbidden", "Forbidden", "ok"]
    assert (texts(cast), gaps(cast)) == (["A", "B"], [])


def _ends_at(cast: Cast) -> dt.datetime:
    [room] = [room for room in cast.things(f"meeting:{cast.meeting}", "room") if room["id"] == cast.rooms[0]]
    return dt.datetime.fromisoformat(room["ends_at"])


def test_whoever_holds_on_to_what_was_written_is_read_anew(cast: Cast) -> None:
    grant = RoleGrant(meeting_id=cast.meeting, person_id=cast.person("ghana"), role="observer")
    with writers_place(cast.bus.engine) as connection:
        db = Writing(connection)
        before = db.get_one(Person, grant.person_id)
        assert before.roles == []
        db.add(grant)
        db.finish()
        assert [each.role for each in db.get_one(Person, cast.person("ghana")).roles] == ["observer"]


def test_what_a_statement_wrote_past_the_rows_is_read_anew(cast: Cast) -> None:
    with writers_place(cast.bus.engine) as connection:
        db = Writing(connection)
        before = db.get_one(Person, cast.person("ghana"))
        unnoticed = sa.update(Person).values(name="Somebody else").execution_options(synchronize_session=False)
        db.execute(unnoticed)
        db.finish()
        after = db.get_one(Person, cast.person("ghana"))
        assert (before.name, after.name) == ("Delegate 3 (Ghana)", "Somebody else")
