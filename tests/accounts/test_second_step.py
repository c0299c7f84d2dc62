"""The second step: asked for once the password was right, each code taken once, recovery codes for a lost phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.accounts.throttle import FREE_TRIES
from tests.accounts.holders import sign_in, somebody, with_second_step
from tests.houses import House, running_house


@pytest.fixture
def house() -> Iterator[House]:
    """A server on which nobody has tried anything yet."""
    with running_house() as served:
        yield served


def test_the_password_alone_opens_nothing_and_each_code_opens_once(house: House) -> None:
    holder = somebody(house)
    app, codes = with_second_step(holder)
    asked, _ = sign_in(house, holder.email)
    assert (asked.status, asked.json["needs_code"], asked.json["fields"].keys()) == (422, True, {"code"})
    used, _ = sign_in(house, holder.email, code=app.now())
    assert used.status == 422, "the code that turned it on is used up"
    first, _ = sign_in(house, holder.email, code=f" {codes[0].upper().replace('-', ' ')}")
    again, _ = sign_in(house, holder.email, code=codes[0])
    assert (first.status, again.status) == (200, 422)


def test_a_wrong_password_does_not_say_that_there_is_a_second_step(house: House) -> None:
    holder = somebody(house)
    with_second_step(holder)
    wrong, _ = sign_in(house, holder.email, "a wrong password of mine", "123456")
    assert "needs_code" not in wrong.json


def test_wrong_codes_are_slowed_down(house: House) -> None:
    holder = somebody(house)
    _, codes = with_second_step(holder)
    tries = [sign_in(house, holder.email, code=f"00000{number}")[0].status for number in range(FREE_TRIES + 1)]
    assert tries == [422] * FREE_TRIES + [429]
    assert sign_in(house, holder.email, code=codes[0])[0].status == 429


def test_it_begins_only_with_a_right_code_and_ends_only_with_one(house: House) -> None:
    holder = somebody(house)
    account = holder.known()["id"]
    holder.post("/api/account/second-step")
    assert holder.ask("step.prove", account=account, code="000000")["code"] == "invalid"
    assert holder.known()["has_second_step"] is False
    _, codes = with_second_step(holder)
    assert holder.ask("step.end", account=account, code="")["code"] == "invalid"
    renewed = holder.ask("step.renew_codes", account=account, code=codes[0])["result"]["codes"]
    assert holder.ask("step.end", account=account, code=codes[1])["code"] == "invalid", "the earlier codes are over"
    assert holder.ask("step.end", account=account, code=renewed[0])["ok"]
    assert sign_in(house, holder.email)[0].status == 200


def test_nobody_touches_the_second_step_of_another_account(house: House) -> None:
    holder, other = somebody(house), somebody(house)
    mine = holder.known()["id"]
    for name in ("step.begin", "step.end", "step.renew_codes", "account.end_sessions"):
        more = {} if name in {"step.begin", "account.end_sessions"} else {"code": "123456"}
        assert other.ask(name, account=mine, **more)["code"] == "forbidden", name
