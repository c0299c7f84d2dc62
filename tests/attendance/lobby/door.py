"""The door as browsers come to it: the code typed with a name and a delegation."""

from __future__ import annotations

import uuid
from typing import Any

import sqlalchemy as sa

from app.accounts.models import Person
from app.core.actor import NOBODY, SYSTEM, Actor
from app.core.db import reading
from tests.cast import Cast


def code(cast: Cast) -> str:
    """Give the meeting's code."""
    return str(cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"])


def knock(cast: Cast, name: str, delegation: str = "", *, before: int | None = None, typed: str = "") -> dict[str, Any]:
    """Type the meeting's code, or another one, and give the answer."""
    asked = {"code": typed or code(cast), "person_name": name, "delegation": delegation, "before": before}
    return cast.bus.ask(NOBODY, "person.join", uuid.uuid4().hex, asked)


def comes(cast: Cast, who: str, name: str, delegation: str = "") -> int:
    """Come in by the code; they ask as `who` from now on, and their id is given."""
    answer = knock(cast, name, delegation)
    assert answer["ok"], answer
    signed_in = answer["result"]
    cast.actor[who] = Actor(signed_in["person"], signed_in["meeting"], signed_in["id"])
    return int(signed_in["person"])


def expected(cast: Cast, name: str, delegation: str = "") -> int:
    """Put somebody on the roster who has not come yet."""
    return int(
        cast.must("secretariat", "person.add", meeting=cast.meeting, person_name=name, delegation=delegation)["id"]
    )


def waiting(cast: Cast) -> dict[str, str]:
    """Give those in the queue, each with whom they may be and why."""
    things = cast.things(f"meeting:{cast.meeting}:chairs", "waiting")
    return {each["name"]: f"{each['like']['name']}: {each['like']['why']}" if each["like"] else "" for each in things}


def opens_the_door(cast: Cast) -> None:
    """Let everybody in who has the code from now on."""
    with cast.bus.engine.begin() as connection:
        connection.execute(sa.text("UPDATE meeting SET walk_ins = 'admit'"))


def row(cast: Cast, person: int) -> Person:
    """Give a person as the database has them."""
    with reading(cast.bus.engine) as db:
        return db.get_one(Person, person)


def arrives(cast: Cast, *people: int) -> None:
    """Open a browser of each of these people."""
    asked = {"meeting": cast.meeting, "people": list(people)}
    answer = cast.bus.ask(SYSTEM, "attendance.arrive", uuid.uuid4().hex, asked)
    assert answer["ok"], answer


def counted(cast: Cast) -> int:
    """Give how many people took part, as it is told."""
    cast.bus.ask(SYSTEM, "tally.tell", uuid.uuid4().hex, {"meeting": cast.meeting})
    [overall] = cast.things(f"meeting:{cast.meeting}", "tally")
    return int(overall["people"])
