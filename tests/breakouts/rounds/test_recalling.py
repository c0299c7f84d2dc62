from __future__ import annotations

import datetime as dt

import pytest

from app.core import clock
from breakouts.rounds.recalling import close_what_is_due
from tests.cast import Cast


def the_round(cast: Cast) -> dict[str, object]:
    """Give what everybody sees of the first round."""
    return next(thing for thing in cast.things(f"meeting:{cast.meeting}", "round") if thing["id"] == cast.rounds[0])


def state(cast: Cast) -> tuple[object, bool]:
    """Give the round's state, and whether everybody is being called back."""
    shown = the_round(cast)
    return shown["state"], shown["closing_at"] is not None


def at_the_time(cast: Cast, monkeypatch: pytest.MonkeyPatch, seconds: int) -> int:
    """Let so many seconds go by on the program's clock; give how many rounds it closes then."""
    later = clock.now() + dt.timedelta(seconds=seconds)
    monkeypatch.setattr(clock, "now", lambda: later)
    return close_what_is_due(cast.bus, cast.bus.engine)


def test_everybody_sees_the_countdown_and_the_rooms_close_at_its_end_by_themselves(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.must("canada", "round.recall", round=cast.rounds[0], seconds=10)
    assert (state(cast), close_what_is_due(cast.bus, cast.bus.engine)) == (("open", True), 0)
    assert at_the_time(cast, monkeypatch, 11) == 1
    assert state(cast) == ("closed", False)


def test_the_secretariat_stops_the_recall_and_the_rooms_stay_open(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    cast.must("canada", "round.recall", round=cast.rounds[0], seconds=10)
    cast.must("secretariat", "round.keep_open", round=cast.rounds[0])
    assert state(cast) == ("open", False)
    assert at_the_time(cast, monkeypatch, 60) == 0


def test_closed_rooms_are_neither_called_back_nor_kept_open(cast: Cast) -> None:
    cast.close_round()
    for name in ("round.recall", "round.keep_open"):
        assert cast.ask("canada", name, round=cast.rounds[0])["code"] == "gone"
