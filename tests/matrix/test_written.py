"""The pages of the documentation are those that the table gives now."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.matrix.signs import ROLES, rows
from app.matrix.written import what_each_role_receives, who_may

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_who_may_is_that_of_the_table() -> None:
    assert (DOCS / "who-may.md").read_text("utf-8") == who_may(), "write it anew: ./run who-may"


def test_the_page_of_what_each_role_receives_is_that_of_the_table() -> None:
    page = (DOCS / "what-each-role-receives.md").read_text("utf-8")
    assert page == what_each_role_receives(), "write it anew: ./run who-may"


@pytest.mark.parametrize("line", ["a.b | M M", "a.b | M M M M M M M X"])
def test_a_row_that_is_none_is_not_read(line: str) -> None:
    with pytest.raises(ValueError, match="not a row"):
        rows(line)


def test_a_row_says_how_far_each_role_reaches() -> None:
    (row,) = rows("takeaway.capture | C C RF RF – – – –")
    reach = {
        role: [place for place in ("own", "other", "floor", "closed", "elsewhere") if row.allows(role, place)]
        for role in ROLES
    }
    chairs, team = ["floor", "closed"], ["own", "floor", "closed"]
    nobody: list[str] = []
    assert list(reach.values()) == [chairs, chairs, team, team, nobody, nobody, nobody, nobody]
