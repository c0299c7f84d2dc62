"""Whom a newcomer may be: a slip is forgiven, a number is not."""

from __future__ import annotations

import pytest

from app.attendance.lobby.likeness import Known, likest

ROSTER = [
    Known(1, "Delegate 1 (Kenya)", "KE"),
    Known(2, "Delegate 2 (Kenya)", "KE"),
    Known(3, "Ana Maria Example", "PE"),
    Known(4, "Jordan Sample", "PE"),
    Known(5, "Jordan Sample", "FJ"),
    Known(6, "代表 1", "CN"),
    Known(7, "Twin One", "GH"),
    Known(8, "twin one", "GH"),
]


@pytest.mark.parametrize(
    ("name", "delegation", "meant"),
    [
        ("delegate 1", "KE", (1, "same")),
        ("Delegate 3 (Kenya)", "KE", None),
        ("Delegate", "KE", None),
        ("Ana María Example", "PE", (3, "same")),
        ("Example, Ana Maria", "PE", (3, "same")),
        ("A. Maria Example", "PE", (3, "near")),
        ("Ana Mria Example", "PE", (3, "near")),
        ("Example", "PE", (3, "near")),
        ("Jordan Sample", "PE", (4, "same")),
        ("Jordan Sample", "TD", None),
        ("Ana Maria Example", "TD", (3, "name")),
        ("Somebody Different", "PE", None),
        ("代表 1", "CN", (6, "same")),
        ("TWIN ONE", "GH", None),
        ("", "", None),
    ],
)
def test_the_person_who_is_meant_is_found_or_nobody(name: str, delegation: str, meant: tuple[int, str] | None) -> None:
    found = likest(Known(0, name, delegation), ROSTER)
    assert (found and (found.id, found.why)) == meant
