"""A copy kept by what was told equals a fresh one, whatever was done: every stream, random plays of all commands."""

from __future__ import annotations

import uuid

import pytest

from app.core.actor import SYSTEM
from tests.breakouts.conftest import Prepared
from tests.cast import Cast
from tests.core.plays import Play
from tests.mirror import Mirror, all_streams


@pytest.mark.parametrize("seed", range(4))
def test_every_copy_kept_by_tellings_equals_a_fresh_one(sqlite_cast: Cast, seed: int) -> None:
    _play(sqlite_cast, seed, steps=150)


def test_every_copy_kept_by_tellings_equals_a_fresh_one_on_postgresql(prepared: Prepared) -> None:
    with prepared.cast("postgresql") as cast:
        _play(cast, seed=99, steps=80)


def test_a_mended_name_is_mended_wherever_it_stands(sqlite_cast: Cast) -> None:
    cast, room = sqlite_cast, sqlite_cast.rooms[0]
    cast.must("rapporteur_1", "takeaway.capture", room=room, text="A point")
    cast.must("rapporteur_1", "room.narrate", room=room, narrative="a", lead_in="b", base=0)
    cast.must("rapporteur_1", "part.narrate", part=cast.parts["remarks"], narrative="a", base=0)
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    cast.must("canada", "person.rename", person=cast.person("rapporteur_1"), person_name="Rapporteur (mended)")
    assert mirror.wrong() == {}
    [shown] = [thing for thing in cast.things(f"meeting:{cast.meeting}", "room") if thing["id"] == room]
    assert shown["rapporteurs"] == ["Rapporteur (mended)"]
    assert cast.things(f"room:{room}:staff", "takeaway_hand")[0]["captured_by"] == "Rapporteur (mended)"


def test_who_is_put_out_vanishes_from_the_team_on_every_screen(sqlite_cast: Cast) -> None:
    mirror = Mirror(sqlite_cast.bus, all_streams(sqlite_cast.bus))
    sqlite_cast.must("canada", "person.remove", person=sqlite_cast.person("moderator_1"))
    assert mirror.wrong() == {}


def _play(cast: Cast, seed: int, *, steps: int) -> None:
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    play = Play(cast, seed)
    for _ in range(steps):
        play.step()
    cast.bus.ask(SYSTEM, "tally.tell", uuid.uuid4().hex, {"meeting": cast.meeting})
    assert mirror.wrong() == {}
    assert len(play.carried_out) > steps // 8, "the play was too dull to prove anything"
