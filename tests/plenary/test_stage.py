"""What the big screen shows: chosen by those who run the meeting, seen by everybody."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.mirror import Mirror, all_streams


def shown(cast: Cast) -> list[tuple[str, str]]:
    """Give what is on the big screen, and the light in the hall."""
    return [(thing["view"], thing["look"]) for thing in cast.things(f"meeting:{cast.meeting}", "stage")]


def test_a_screen_that_nobody_has_touched_follows_the_run_of_show(cast: Cast) -> None:
    assert shown(cast) == []


def test_those_who_run_the_meeting_choose_what_is_shown_and_the_rest_stays(cast: Cast) -> None:
    cast.must("canada", "stage.show", meeting=cast.meeting, view="takeaways")
    cast.must("secretariat", "stage.show", meeting=cast.meeting, look="dark")
    assert shown(cast) == [("takeaways", "dark")]
    cast.must("jamaica", "stage.show", meeting=cast.meeting, view="auto")
    assert shown(cast) == [("auto", "dark")]


@pytest.mark.parametrize("who", ["screen", "ghana", "moderator_1", "rapporteur_1", "zoe"])
def test_nobody_else_does_not_even_the_screen_itself(cast: Cast, who: str) -> None:
    assert cast.ask(who, "stage.show", meeting=cast.meeting, view="blank")["code"] == "forbidden"
    assert shown(cast) == []


def test_what_is_no_view_is_refused(cast: Cast) -> None:
    assert cast.ask("canada", "stage.show", meeting=cast.meeting, view="drafts")["code"] == "invalid"


def test_copies_kept_by_tellings_stay_right(cast: Cast) -> None:
    mirror = Mirror(cast.bus, all_streams(cast.bus))
    for view in ("join", "blank", "auto"):
        cast.must("canada", "stage.show", meeting=cast.meeting, view=view)
        assert mirror.wrong() == {}
