from __future__ import annotations

import uuid
from typing import Any

from tests.breakouts.takeaways.lists import capture, refusal, rows, words
from tests.cast import Cast

NOTHING = refusal("gone", "There is nothing of yours left to undo in this room.")


def undo(cast: Cast, who: str = "rapporteur_1", room: int = 0) -> dict[str, Any]:
    """Undo somebody's last act in a room."""
    return cast.ask(who, "takeaway.undo", room=cast.rooms[room])


def undone(point: int, name: str) -> dict[str, Any]:
    """Give the answer that says what was undone."""
    return {"ok": True, "result": {"type": "undone", "id": point, "undone": name}, "notices": []}


def test_every_act_is_undone_one_by_one_from_the_last_to_the_first(cast: Cast) -> None:
    one, two, three = capture(cast, "one", "two", "three")
    proposed = [cast.must("ghana", "takeaway.propose", room=cast.rooms[0], text=text)["id"] for text in ("p", "q")]
    merging = {"room": cast.rooms[0], "takeaways": [one, three], "text": "both", "kind": "question"}
    acts: list[tuple[str, dict[str, Any]]] = [
        ("takeaway.edit", {"takeaway": one, "base": 1, "text": "ONE", "kind": "challenge", "tags": ["t"]}),
        ("takeaway.approve", {"takeaway": one}),
        ("takeaway.reopen", {"takeaway": one}),
        ("takeaway.move", {"takeaway": one, "after": three}),
        ("takeaway.remove", {"takeaway": two}),
        ("takeaway.accept", {"takeaway": proposed[0]}),
        ("takeaway.decline", {"takeaway": proposed[1]}),
        ("takeaway.merge", merging),
        ("takeaway.split", {}),
    ]
    states, abouts = [], []
    merged = 0
    for name, data in acts:
        states.append(_seen(cast))
        made = cast.must("rapporteur_1", name, **(data or {"takeaway": merged}))
        merged = made["id"] if name == "takeaway.merge" else merged
        abouts.append({"takeaway.merge": made["id"], "takeaway.split": merged}.get(name) or data.get("takeaway"))
    for (name, _data), state, about in reversed(list(zip(acts, states, abouts, strict=True))):
        assert undo(cast) == undone(int(about or 0), name)
        assert _seen(cast) == state, name
    for point in (three, two, one):
        assert undo(cast) == undone(point, "takeaway.capture")
    assert words(cast) == []
    assert undo(cast) == NOTHING


def test_an_undone_edit_is_a_new_version_with_the_old_words(cast: Cast) -> None:
    (point,) = capture(cast, "one")
    cast.must("rapporteur_1", "takeaway.edit", takeaway=point, base=1, text="two")
    undo(cast)
    assert [(row["text"], row["version"], row["edited"]) for row in rows(cast)] == [("one", 3, False)]
    stale = cast.ask("moderator_1", "takeaway.edit", takeaway=point, base=2, text="three")
    assert stale["code"] == "conflict"


def test_what_somebody_else_edited_since_is_left_as_it_is(cast: Cast) -> None:
    (point,) = capture(cast, "one")
    cast.must("rapporteur_1", "takeaway.edit", takeaway=point, base=1, text="two")
    cast.must("moderator_1", "takeaway.edit", takeaway=point, base=2, text="three")
    why = "Moderator 1 (Germany) has edited this point since; undo leaves that as it is."
    assert undo(cast) == refusal("conflict", why, theirs=rows(cast)[0])
    assert words(cast) == ["three"]


def test_what_somebody_else_removed_approved_or_moved_since_is_left_as_it_is(sqlite_cast: Cast) -> None:
    def since(act: str, **data: object) -> str:
        (point,) = capture(sqlite_cast, "one")
        sqlite_cast.must("moderator_1", f"takeaway.{act}", takeaway=point, **data)
        answer = undo(sqlite_cast)
        assert answer["code"] == "conflict"
        return str(answer["why"])

    def moved() -> str:
        one, two, three = capture(sqlite_cast, "one", "two", "three")
        sqlite_cast.must("rapporteur_1", "takeaway.move", takeaway=one, after=two)
        sqlite_cast.must("moderator_1", "takeaway.move", takeaway=one, after=three)
        return str(undo(sqlite_cast)["why"])

    assert since("remove") == "Moderator 1 (Germany) has removed this point since; undo leaves that as it is."
    assert since("approve") == "Somebody has changed this point since; undo leaves that as it is."
    assert moved() == "Somebody has moved this point since; undo leaves that as it is."


def test_a_move_is_undone_although_somebody_edited_the_words_since(sqlite_cast: Cast) -> None:
    one, two = capture(sqlite_cast, "one", "two")
    sqlite_cast.must("rapporteur_1", "takeaway.move", takeaway=one, after=two)
    sqlite_cast.must("moderator_1", "takeaway.edit", takeaway=one, base=1, text="ONE")
    assert undo(sqlite_cast)["ok"]
    assert words(sqlite_cast) == ["ONE", "two"]


def test_an_accepted_proposal_that_was_edited_since_stays_on_the_list(sqlite_cast: Cast) -> None:
    proposed = sqlite_cast.must("ghana", "takeaway.propose", room=sqlite_cast.rooms[0], text="p")["id"]
    sqlite_cast.must("rapporteur_1", "takeaway.accept", takeaway=proposed)
    sqlite_cast.must("moderator_1", "takeaway.edit", takeaway=proposed, base=1, text="P")
    assert undo(sqlite_cast)["code"] == "conflict"
    assert words(sqlite_cast) == ["P"]


def test_a_point_that_comes_back_makes_room_for_the_one_in_its_place(cast: Cast) -> None:
    one, two, _three = capture(cast, "one", "two", "three")
    cast.must("rapporteur_1", "takeaway.remove", takeaway=two)
    between = cast.must("moderator_1", "takeaway.capture", room=cast.rooms[0], text="between", after=one)
    undo(cast)
    assert sorted(words(cast)) == ["between", "one", "three", "two"]
    assert (words(cast)[0], words(cast)[-1]) == ("one", "three")
    assert len({row["position"] for row in rows(cast)}) == 4
    assert between["position"] in {row["position"] for row in rows(cast)}


def test_only_ones_own_acts_in_this_room_are_undone(sqlite_cast: Cast) -> None:
    capture(sqlite_cast, "theirs", who="moderator_1")
    assert undo(sqlite_cast) == NOTHING
    capture(sqlite_cast, "elsewhere", who="rapporteur_2", room=1)
    capture(sqlite_cast, "floor", who="rapporteur_1")
    assert undo(sqlite_cast, "rapporteur_2", 1)["ok"]
    assert (words(sqlite_cast), words(sqlite_cast, 1)) == (["theirs", "floor"], [])


def test_the_same_undo_asked_twice_undoes_once(cast: Cast) -> None:
    capture(cast, "one", "two")
    ask_id = uuid.uuid4().hex
    first = cast.ask_under(ask_id, "rapporteur_1", "takeaway.undo", room=cast.rooms[0])
    assert cast.ask_under(ask_id, "rapporteur_1", "takeaway.undo", room=cast.rooms[0]) == first
    assert words(cast) == ["one"]


def test_an_act_that_is_named_is_undone_alone_and_once(cast: Cast) -> None:
    one = capture(cast, "one", "two")[0]
    removal = uuid.uuid4().hex
    cast.ask_under(removal, "rapporteur_1", "takeaway.remove", takeaway=one)
    capture(cast, "three")
    named = {"room": cast.rooms[0], "act": removal}
    assert cast.ask("rapporteur_1", "takeaway.undo", **named) == undone(one, "takeaway.remove")
    assert words(cast) == ["one", "two", "three"]
    assert cast.ask("rapporteur_1", "takeaway.undo", **named) == refusal("gone", "That was undone already.")
    assert cast.ask("moderator_1", "takeaway.undo", **named) == refusal("gone", "That was undone already.")
    assert words(cast) == ["one", "two", "three"]


def _seen(cast: Cast) -> list[Any]:
    """Give what everybody sees of the room's points, without versions, which only grow."""
    room, ghana = cast.rooms[0], cast.person("ghana")
    streams = (f"room:{room}", f"room:{room}:staff", f"meeting:{cast.meeting}:chairs", f"person:{ghana}")
    return [thing | {"version": 0} for stream in streams for thing in cast.things(stream)]
