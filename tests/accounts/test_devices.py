"""Devices and links: what one sees of one's own, a second device, and what the secretariat withdraws."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator

import pytest

from app.accounts.devices.commands import LINK_LASTS
from app.core import clock
from app.core.actor import NOBODY
from tests.cast import Cast, come_in
from tests.doors import Browser
from tests.houses import House

PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"


@pytest.fixture(autouse=True)
def _own_browsers(house: House) -> Iterator[None]:
    yield
    house.hang_up()


def _devices(browser: Browser, person: int) -> list[str]:
    return [each["label"] for each in browser.get(f"/api/people/{person}/devices").json["devices"]]


def _invited(browser: Browser, secret: str, **headers: str) -> int:
    usual = {name.replace("_", "-"): value for name, value in headers.items()}
    return browser.post("/api/enter", {"secret": secret}, usual).status


def test_one_sees_ones_own_browsers_by_what_they_call_themselves(house: House, cast: Cast) -> None:
    first, person = house.browser(cast, "norway"), cast.person("norway")
    asked = first.post("/api/devices/link", {}).json
    assert asked["qr"].startswith("data:image/svg+xml")
    assert _invited(house.visitor(), asked["address"].split("#")[1], User_Agent=PHONE) == 200
    assert _devices(first, person)[:2] == ["", "Firefox on Android"], "this browser first, then the one seen last"
    other = house.browser(cast, "ghana")
    assert other.get(f"/api/people/{person}/devices").status == 403
    assert _devices(house.browser(cast, "secretariat"), person)[0] == "Firefox on Android"


def test_a_link_to_another_device_signs_the_same_person_in_once_and_within_two_minutes(cast: Cast) -> None:
    asker = come_in(cast, "walker", "Delegate 31 (Chad)", "Chad")
    secret = cast.must("walker", "device.invite", person=asker.person_id)["secret"]
    redeemed = cast.bus.ask(NOBODY, "link.redeem", uuid.uuid4().hex, {"secret": secret})
    assert redeemed["result"]["person"] == asker.person_id
    assert cast.bus.ask(NOBODY, "link.redeem", uuid.uuid4().hex, {"secret": secret})["code"] == "gone"
    late = cast.must("walker", "device.invite", person=asker.person_id)["secret"]
    with clock.set_to(clock.now() + LINK_LASTS + dt.timedelta(seconds=1)):
        answer = cast.bus.ask(NOBODY, "link.redeem", uuid.uuid4().hex, {"secret": late})
    assert (answer["code"], "two minutes" in answer["why"]) == ("gone", True)


def test_whoever_waits_in_the_lobby_waits_there_on_the_second_device_too(house: House, cast: Cast) -> None:
    waiting, second = house.visitor(), house.visitor()
    waiting.join(cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"], "Delegate 32 (Chad)", "Chad")
    second.enter(waiting.post("/api/devices/link", {}).json["address"].split("#")[1])
    assert second.boot(f"/m/{cast.meeting}/now")["me"]["admitted"] is False


def test_a_big_screen_and_somebody_else_make_no_link_for_a_device(house: House, cast: Cast) -> None:
    assert house.browser(cast, "screen").post("/api/devices/link", {}).status == 403
    asked = {"person": cast.person("norway")}
    assert house.browser(cast, "ghana").ask("device.invite", asked)["code"] == "forbidden"
    assert house.browser(cast, "secretariat").ask("device.invite", asked)["code"] == "forbidden"


def test_a_used_link_leads_on_in_the_browser_where_it_was_opened(house: House, cast: Cast) -> None:
    secret = str(cast.must("secretariat", "link.issue", person=cast.person("ghana"))["secret"])
    own = house.visitor()
    own.enter(secret)
    again, elsewhere = (
        own.post("/api/enter", {"secret": secret}),
        house.visitor().post("/api/enter", {"secret": secret}),
    )
    assert (again.status, again.json["go"]) == (200, f"/m/{cast.meeting}")
    assert elsewhere.status == 410
    assert elsewhere.json["why"].count("secretariat") == 1


def test_opening_a_link_signs_the_browser_out_of_what_it_was_before(house: House, cast: Cast) -> None:
    browser = house.browser(cast, "ghana")
    before = _devices(browser, cast.person("ghana"))
    secretariat = house.browser(cast, "secretariat")
    browser.enter(str(cast.must("secretariat", "link.issue", person=cast.person("norway"))["secret"]))
    assert len(_devices(secretariat, cast.person("ghana"))) == len(before) - 1


def test_links_for_many_are_made_at_once_and_each_lets_its_own_person_in(cast: Cast) -> None:
    people = [cast.person(who) for who in ("brazil", "ghana", "zoe")]
    made = cast.must("secretariat", "link.issue_all", meeting=cast.meeting, people=people)["links"]
    assert [link["person"] for link in made] == people[:2], "nobody of another meeting"
    redeemed = [cast.bus.ask(NOBODY, "link.redeem", uuid.uuid4().hex, {"secret": link["secret"]}) for link in made]
    assert [answer["result"]["person"] for answer in redeemed] == people[:2]


def test_withdrawing_a_link_makes_it_useless_and_a_new_one_works(cast: Cast) -> None:
    person = cast.person("brazil")
    old = cast.must("secretariat", "link.issue", person=person)["secret"]
    assert cast.must("secretariat", "link.revoke", person=person)["links"] == 1
    new = cast.must("secretariat", "link.rotate", person=person)["secret"]
    answers = [cast.bus.ask(NOBODY, "link.redeem", uuid.uuid4().hex, {"secret": each}) for each in (old, new)]
    assert [answer.get("code", "ok") for answer in answers] == ["gone", "ok"]
