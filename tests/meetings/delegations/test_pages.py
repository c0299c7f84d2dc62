"""Delegations as pages ask for them: in the reader's language, with the spelling that was found."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.houses import House, running_house


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


def test_what_is_typed_is_answered_in_the_readers_language(house: House) -> None:
    visitor = house.visitor()
    found = visitor.get("/api/delegations?q=swazi&lang=fr").json
    assert found == [{"code": "SWZ", "name": "Eswatini", "matched": "Swaziland", "meant": False}]
    egypt = visitor.get("/api/delegations?q=%E5%9F%83%E5%8F%8A", Cookie="language=ru").json
    assert egypt == [{"code": "EGY", "name": "Египет", "matched": "埃及", "meant": True}]


def test_nothing_typed_and_far_too_much_find_nothing(house: House) -> None:
    visitor = house.visitor()
    assert visitor.get("/api/delegations").json == []
    assert visitor.get(f"/api/delegations?q={'x' * 5_000}").json == []


def test_the_names_that_differ_are_given_once_and_may_be_kept(house: House) -> None:
    reply = house.visitor().get("/api/delegations/names?lang=fr")
    assert (reply.json["Germany"], "Ghana" in reply.json) == ("Allemagne", False)
    assert reply.headers["Cache-Control"] == "public, max-age=86400"
    assert house.visitor().get("/api/delegations/names?lang=en").json == {}
