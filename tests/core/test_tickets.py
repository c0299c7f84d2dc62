"""Tickets of sockets: what is written in one, and that nobody else can write one."""

from __future__ import annotations

import base64
import datetime as dt

import pytest

from app.core import clock
from app.core.tickets import Tickets

NOW = dt.datetime(2020, 11, 10, 13, tzinfo=dt.UTC)
OURS = Tickets(b"our key")


def test_a_ticket_says_whose_it_is_and_lasts_half_a_minute() -> None:
    with clock.set_to(NOW):
        text = OURS.give(7)
    with clock.set_to(NOW + dt.timedelta(seconds=30)):
        ticket = OURS.read(text)
    assert ticket is not None
    assert (ticket.session, ticket.until) == (7, NOW + dt.timedelta(seconds=30))
    with clock.set_to(NOW + dt.timedelta(seconds=31)):
        assert OURS.read(text) is None


def test_no_two_tickets_have_one_mark() -> None:
    marks = {ticket.mark for ticket in (OURS.read(OURS.give(7)) for _ in range(100)) if ticket}
    assert len(marks) == 100


def test_every_changed_bit_and_every_other_key_is_refused() -> None:
    text = OURS.give(7)
    assert Tickets(b"another key").read(text) is None
    sealed = base64.urlsafe_b64decode(text)
    for place in range(len(sealed)):
        changed = bytes(byte ^ 1 if at == place else byte for at, byte in enumerate(sealed))
        assert OURS.read(base64.urlsafe_b64encode(changed).decode()) is None


@pytest.mark.parametrize("sent", [None, 7, "", "a", "ü" * 40, "A" * 80, ["x"], {"ticket": "x"}, "A" * 5000])
def test_what_is_no_ticket_is_refused(sent: object) -> None:
    assert OURS.read(sent) is None
