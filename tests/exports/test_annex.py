"""The annex: figures as they were counted, and a dash where nothing was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.annex import participation
from exports.document import Table
from exports.words.languages import words_for
from tests.exports.meetings import SMALL, SOME


@pytest.mark.parametrize(("counted", "printed"), [((21, 18), ("21", "18")), ((), ("–", "–"))])
def test_a_session_has_its_delegations_where_they_were_counted(
    counted: tuple[int, ...], printed: tuple[str, str]
) -> None:
    source = replace(SMALL, tallies=replace(SOME, session_delegations=counted))
    by_session = participation(source, ["1st Session", "2nd Session"], words_for("en"))[1]
    assert isinstance(by_session, Table)
    assert [row.cells for row in by_session.rows[:3]] == [
        ("1st Session", printed[0], "40", "85%"),
        ("2nd Session", printed[1], "31", "66%"),
        ("Present at every session", "–", "24", "51%"),
    ]
