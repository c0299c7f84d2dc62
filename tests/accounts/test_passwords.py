"""Accounts: made once by a link, signed in by password, and nobody else's."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest

from app.accounts.passwords.guessable import weakness
from app.accounts.passwords.inviting import first_invitation, invitation
from app.accounts.throttle import FREE_TRIES
from app.core.actor import SYSTEM
from app.core.errors import Invalid
from tests.accounts.holders import PASSWORD, sign_in, somebody, with_second_step
from tests.cast import Cast
from tests.houses import House, running_house


@pytest.fixture
def own_house() -> Iterator[House]:
    """A server on which nobody has tried anything yet."""
    with running_house() as served:
        yield served


@pytest.mark.parametrize(
    ("password", "known"),
    [
        ("short", ()),
        ("fourteen chars", ()),
        ("passwordpassword", ()),
        ("Password Password 1", ()),
        ("aaaaaaaaaaaaaaaaaaaa", ()),
        ("abcabcabcabcabcabc", ()),
        ("abcdefghijklmnopqrs", ()),
        ("09876543210987654", ()),
        ("qwertyuiopasdfghjkl", ()),
        ("correct horse battery staple", ()),
        ("anna.maria@un.example", ("anna.maria@un.example",)),
        ("Anna Maria Example!", ("Anna Maria Example",)),
        ("x" * 300, ()),
    ],
)
def test_what_anybody_would_try_first_is_refused_with_advice(password: str, known: tuple[str, ...]) -> None:
    assert weakness(password, *known).endswith(".")


@pytest.mark.parametrize(
    "password", [PASSWORD, "Ünwahrscheinlich-7-Teekannen", "茶壶 九十 天鹅 砾石 图书馆 桥梁 星期", "k7#qZ!vv0-Lm2)pX"]
)
def test_a_long_password_of_ones_own_is_taken(password: str) -> None:
    assert weakness(password, "anna@un.example", "Anna Maria") == ""


def test_the_first_start_offers_one_account_and_no_more(own_house: House) -> None:
    older = first_invitation(own_house.bus, own_house.visitor().origin)
    newer = first_invitation(own_house.bus, own_house.visitor().origin)
    made = {"email": "first@un.example", "name": "Secretariat 1", "password": PASSWORD}
    visitor = own_house.visitor()
    too_old = visitor.post("/api/account/make", made | {"secret": older.split("#")[1]})
    first = visitor.post("/api/account/make", made | {"secret": newer.split("#")[1]})
    again = visitor.post("/api/account/make", made | {"secret": newer.split("#")[1]})
    assert [reply.status for reply in (too_old, first, again)] == [410, 200, 410]
    assert first_invitation(own_house.bus, "") == ""
    with pytest.raises(Invalid, match="There is an account of this address already"):
        invitation(own_house.bus, "", "First@UN.example ", is_new=True)


def test_what_is_wanting_is_said_at_its_field_and_the_link_is_not_used_up(house: House) -> None:
    secret = invitation(house.bus, "", "", is_new=True).split("#")[1]
    visitor = house.visitor()
    weak = visitor.post("/api/account/make", {"secret": secret, "email": "a@b.example", "name": "A", "password": "a"})
    lacking = visitor.post(
        "/api/account/make", {"secret": secret, "email": "nowhere", "name": "", "password": PASSWORD}
    )
    assert (weak.status, list(weak.json["fields"])) == (422, ["password"])
    assert (lacking.status, sorted(lacking.json["fields"])) == (422, ["email", "name"])
    assert visitor.post("/api/account/link", {"secret": secret}).json == {
        "ok": True,
        "email": "",
        "name": "",
        "is_new": True,
    }


def test_the_password_signs_in_whatever_the_case_of_the_address(house: House) -> None:
    holder = somebody(house)
    right, other = sign_in(house, f" {holder.email.upper()} ")
    assert (right.status, right.json["go"]) == (200, "/meetings")
    assert other.get("/meetings").status == 200
    assert [device["here"] for device in other.known()["devices"]] == [True, False]


def test_a_wrong_password_and_an_unknown_address_are_refused_in_the_same_words(own_house: House) -> None:
    holder = somebody(own_house)
    wrong, unknown = (
        sign_in(own_house, email, "a wrong password of mine")[0] for email in (holder.email, "no@un.example")
    )
    assert (wrong.status, wrong.body) == (unknown.status, unknown.body)
    assert wrong.status == 422


def test_after_five_tries_the_account_waits_and_says_how_long(own_house: House) -> None:
    holder = somebody(own_house)
    tries = [sign_in(own_house, holder.email, "a wrong password of mine")[0] for _ in range(FREE_TRIES + 1)]
    assert [reply.status for reply in tries] == [422] * FREE_TRIES + [429]
    assert tries[-1].json["why"].startswith("Too many tries from here. Wait one second")
    assert sign_in(own_house, holder.email)[0].status == 429, "the right password waits too"


def test_an_account_sets_a_meeting_up_and_is_its_secretariat(house: House) -> None:
    holder = somebody(house)
    made = holder.ask("meeting.create", title="A meeting of one’s own")
    assert made["ok"], made
    opened = holder.post("/api/account/open", meeting=made["result"]["id"])
    assert opened.json["go"] == f"/m/{made['result']['id']}"
    me = holder.as_person().boot(f"/m/{made['result']['id']}/board")["me"]
    assert [role["role"] for role in me["roles"]] == ["secretariat"]
    assert b"A meeting of one\xe2\x80\x99s own" in holder.get("/meetings").body


def test_a_meeting_of_somebody_elses_account_is_not_opened(house: House) -> None:
    owner, other = somebody(house), somebody(house)
    made = owner.ask("meeting.create", title="Theirs")["result"]["id"]
    assert other.post("/api/account/open", meeting=made).json["ok"] is False
    person = owner.get("/meetings").text
    assert "Theirs" in person
    assert "Theirs" not in other.get("/meetings").text


def test_an_account_from_a_personal_link_opens_its_meeting_and_sets_up_no_other(house: House, cast: Cast) -> None:
    chair, email = house.browser(cast, "canada"), f"{uuid.uuid4().hex[:9]}@canada.example"
    asked = {"email": email, "name": "Delegate 1 (Canada)", "password": PASSWORD}
    assert chair.post("/api/account/make-own", asked).status == 200
    _, holder = sign_in(house, email)
    assert holder.ask("meeting.create", title="Another")["code"] == "forbidden"
    assert holder.post("/api/account/open", meeting=cast.meeting).json["go"] == f"/m/{cast.meeting}"
    participant = house.browser(cast, "ghana")
    assert participant.post("/api/account/make-own", asked | {"email": "g@ghana.example"}).status == 403


def test_an_account_put_out_of_a_meeting_does_not_come_back_by_its_password(house: House) -> None:
    cast = house.cast()
    chair, email = house.browser(cast, "jamaica"), f"{uuid.uuid4().hex[:9]}@jamaica.example"
    chair.post("/api/account/make-own", {"email": email, "name": "Delegate 2 (Jamaica)", "password": PASSWORD})
    _, holder = sign_in(house, email)
    cast.must("secretariat", "person.ban", person=cast.person("jamaica"))
    assert holder.post("/api/account/open", person=cast.person("jamaica")).json["code"] == "gone"
    assert "Preparatory meeting" not in holder.get("/meetings").text


def test_a_meeting_is_kept_on_the_list_of_the_account_beside_the_person(house: House, cast: Cast) -> None:
    holder, guest = somebody(house), house.browser(cast, "jamaica")
    holder.cookies["rapport"] = guest.cookie.split("=", 1)[1]
    assert holder.post("/api/account/keep-meeting").json["ok"]
    assert "Preparatory meeting" in holder.get("/meetings").text
    stranger = somebody(house)
    stranger.cookies["rapport"] = holder.cookies["rapport"]
    assert stranger.post("/api/account/keep-meeting").json["code"] == "forbidden"


def test_changing_the_password_ends_every_other_session(house: House) -> None:
    holder = somebody(house)
    _, elsewhere = sign_in(house, holder.email)
    other = "quiet lantern over seven bridges"
    assert holder.post("/api/account/password", current="not it at all, sorry", password=other).status == 422
    assert holder.post("/api/account/password", current=PASSWORD, password=other).json["ok"]
    assert (holder.known() != {}, elsewhere.known()) == (True, {})
    assert [sign_in(house, holder.email, each)[0].status for each in (PASSWORD, other)] == [422, 200]


def test_a_reset_sets_a_new_password_and_takes_the_second_step_off(house: House) -> None:
    holder = somebody(house)
    with_second_step(holder)
    secret = invitation(house.bus, "", holder.email, is_new=False).split("#")[1]
    visitor, other = house.visitor(), "quiet lantern over seven bridges"
    assert visitor.post("/api/account/make", {"secret": secret, "password": other}).status == 200
    assert holder.known() == {}
    assert sign_in(house, holder.email, other)[0].status == 200


def test_another_sites_page_and_a_page_without_its_mark_change_nothing(house: House) -> None:
    holder = somebody(house)
    cookies = "; ".join(f"{name}={value}" for name, value in holder.cookies.items())
    for headers in ({"Origin": "https://evil.example", "X-CSRF": holder.csrf()}, {"X-CSRF": ""}, {"X-CSRF": "x" * 43}):
        reply = holder.browser.post(
            "/api/account/commands/meeting.create", {"title": "A"}, {"Cookie": cookies} | headers
        )
        assert reply.status == 403
    assert "A</" not in holder.get("/meetings").text


def test_what_is_kept_of_a_password_is_argon2id_and_never_sent(house: House) -> None:
    holder = somebody(house)
    answer = house.bus.ask(
        SYSTEM, "account.sign_in", uuid.uuid4().hex, {"account": holder.known()["id"], "password": PASSWORD}
    )
    assert answer["code"] == "invalid", "a command takes what is kept, never a password"
    assert "argon2" not in holder.get("/api/account/devices").text + holder.get("/devices").text
