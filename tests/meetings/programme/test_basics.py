"""The meeting's basics and its co-chairs."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def basics(cast: Cast) -> dict[str, object]:
    [found] = cast.things(f"meeting:{cast.meeting}:setup", "basics")
    return found


def test_a_field_is_changed_and_the_others_stay(cast: Cast) -> None:
    before = basics(cast)
    answer = cast.must("secretariat", "meeting.edit", meeting=cast.meeting, base=0, time_zone="Europe/London")
    assert answer == before | {"time_zone": "Europe/London", "version": 1}
    assert basics(cast) == answer


def test_the_overview_has_a_paragraph_a_line(cast: Cast) -> None:
    cast.must("secretariat", "meeting.edit", meeting=cast.meeting, base=0, overview=" First. \n\n\nSecond.")
    assert basics(cast)["overview"] == "First.\nSecond."


def test_two_who_write_at_once_are_both_heard(cast: Cast) -> None:
    cast.must("secretariat", "meeting.edit", meeting=cast.meeting, base=0, title="The first")
    late = cast.ask("secretariat", "meeting.edit", meeting=cast.meeting, base=0, title="The second")
    assert (late["code"], late["theirs"]) == ("conflict", basics(cast))
    assert basics(cast)["title"] == "The first"
    again = cast.must("secretariat", "meeting.edit", meeting=cast.meeting, base=1, title="The second")
    assert (again["title"], again["version"]) == ("The second", 2)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "", "Please fill this in."),
        ("title", "x" * 5_000, "5,000"),
        ("time_zone", "Atlantis/Capital", "This time zone is not known."),
        ("video_link", "javascript:alert(1)", "A link begins with https://"),
        ("overview", "\n".join(["a paragraph"] * 61), "at most 60 paragraphs"),
        ("overview", "x" * 2_001, "at most 2,000 characters"),
        ("language", "english", "This is not in the form"),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field_and_nothing_changes(
    sqlite_cast: Cast, field: str, value: str, words: str
) -> None:
    before = basics(sqlite_cast)
    answer = sqlite_cast.ask("secretariat", "meeting.edit", meeting=sqlite_cast.meeting, base=0, **{field: value})
    assert answer["code"] == "invalid"
    assert list(answer["fields"]) == [field]
    assert words in answer["fields"][field]
    assert basics(sqlite_cast) == before


def test_co_chairs_get_their_order_and_a_delegation_named_twice_is_one(cast: Cast) -> None:
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    names = ["UK", "Bangladesh", "United Kingdom", "Canada"]
    answer = cast.must("secretariat", "co_chair.set", meeting=cast.meeting, base=0, co_chairs=names)
    assert answer["co_chairs"] == ["United Kingdom", "Bangladesh", "Canada"]
    [shown] = cast.things(f"meeting:{cast.meeting}", "meeting")
    assert shown["co_chairs"] == answer["co_chairs"]
    assert mirror.wrong() == {}


def test_a_meeting_may_be_without_co_chairs_for_a_while(cast: Cast) -> None:
    cast.must("secretariat", "co_chair.set", meeting=cast.meeting, base=0, co_chairs=[])
    assert basics(cast)["co_chairs"] == []
