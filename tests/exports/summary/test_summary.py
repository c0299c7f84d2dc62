"""The living draft: a person's words outlast every compiling, and only all co-chairs together release a text."""

from __future__ import annotations

from app.core.db import reading
from exports.sections import Section
from exports.summary.compiling import compiled
from tests.cast import Cast


def _section(cast: Cast, key: str) -> Section:
    with reading(cast.bus.engine) as db:
        return compiled(db, cast.meeting)[1].section(key)


def _digest(cast: Cast) -> tuple[str, bool]:
    with reading(cast.bus.engine) as db:
        source, draft = compiled(db, cast.meeting)
    return draft.digest, source.released


def _write(cast: Cast, who: str, body: str, base: int) -> dict[str, object]:
    key = f"room:{cast.rooms[0]}"
    return cast.ask(who, "section.write", meeting=cast.meeting, key=key, body=body, base=base)


def test_words_outlast_compiling_and_say_when_their_source_changed(cast: Cast) -> None:
    key = f"room:{cast.rooms[0]}"
    cast.close_round()
    assert _write(cast, "canada", "In our own words.", 0)["ok"]
    before = _section(cast, key)
    assert (before.body, before.edited, before.stale) == ("In our own words.", True, False)
    cast.must("rapporteur_1", "room.narrate", room=cast.rooms[0], narrative="Something new", lead_in="", base=0)
    after = _section(cast, key)
    assert (after.body, after.edited, after.stale) == ("In our own words.", True, True)
    assert "Something new" in after.compiled
    cast.must("jamaica", "section.restore", meeting=cast.meeting, key=key)
    assert (_section(cast, key).body, _section(cast, key).edited) == (after.compiled, False)


def test_who_wrote_from_an_older_version_is_shown_the_newer_one(cast: Cast) -> None:
    assert _write(cast, "canada", "First", 0)["ok"]
    late = _write(cast, "jamaica", "Second", 0)
    assert (late["code"], late["theirs"]["body"]) == ("conflict", "First")  # type: ignore[index]
    assert _write(cast, "jamaica", "Second", 1)["ok"]


def test_a_section_that_is_none_is_refused_and_the_words_are_kept(cast: Cast) -> None:
    answer = cast.ask("canada", "section.write", meeting=cast.meeting, key="room:999999", body="a", base=0)
    assert (answer["code"], "Your text is kept" in answer["why"]) == ("invalid", True)


def test_only_all_co_chairs_release_and_any_later_word_takes_it_back(cast: Cast) -> None:
    digest, _released = _digest(cast)
    cast.must("canada", "summary.clear", meeting=cast.meeting, digest=digest)
    assert _digest(cast) == (digest, False)
    cast.must("jamaica", "summary.clear", meeting=cast.meeting, digest=digest)
    assert _digest(cast) == (digest, True)
    assert _write(cast, "canada", "One more word", 0)["ok"]
    changed, released = _digest(cast)
    assert (changed != digest, released) == (True, False)
    stale = cast.ask("canada", "summary.clear", meeting=cast.meeting, digest=digest)
    assert (stale["code"], stale["theirs"]) == ("conflict", {"digest": changed})
    cast.must("canada", "section.restore", meeting=cast.meeting, key=f"room:{cast.rooms[0]}")
    assert _digest(cast) == (digest, True), "the very text that both had cleared"
    cast.must("jamaica", "summary.withdraw", meeting=cast.meeting)
    assert _digest(cast) == (digest, False)


def test_nobody_clears_for_a_delegation_that_does_not_co_chair(cast: Cast) -> None:
    cast.must("secretariat", "role.grant", person=cast.person("ghana"), role="co_chair")
    answer = cast.ask("ghana", "summary.clear", meeting=cast.meeting, digest=_digest(cast)[0])
    assert (answer["code"], "co-chairs this meeting" in answer["why"]) == ("forbidden", True)
