"""The account of the demonstration's secretariat, so that Meetings home can be seen."""

from __future__ import annotations

import secrets
import uuid

import sqlalchemy as sa

from app.accounts.identity.models import Account
from app.accounts.identity.queries import with_address
from app.accounts.models import Person, RoleGrant
from app.accounts.passwords.hashing import kept
from app.core.actor import SYSTEM
from app.core.bus import Bus
from app.core.db import reading

EMAIL = "secretariat@demo.example"
_WORDS = """
anchor apricot barley basalt bramble candle canyon cedar chalk clover cobalt copper coral cotton cradle delta falcon
fennel ferry flint gable garnet ginger glacier granite harbour hazel heron indigo ivory jasmine juniper kettle lantern
lichen linen lotus maple marble meadow mirror nectar nutmeg olive orchid paddle pebble pepper plaza quartz quiver raven
ribbon saddle saffron sable sparrow spruce teapot thistle timber topaz tulip velvet walnut willow winter zephyr
"""
WORDS = _WORDS.split()


def secretariats_account(bus: Bus, meeting: int) -> tuple[str, str]:
    """Give the account's address and a new password; its account is made where there is none."""
    password = " ".join(secrets.choice(WORDS) for _ in range(5))
    with reading(bus.engine) as db:
        own = with_address(db, EMAIL)
    (_set if own else _make)(bus, meeting, own, kept(password))
    return EMAIL, password


def _make(bus: Bus, meeting: int, _own: Account | None, password: str) -> None:
    roles = sa.select(RoleGrant.person_id).where(RoleGrant.meeting_id == meeting, RoleGrant.role == "secretariat")
    with reading(bus.engine) as db:
        person = db.get_one(Person, db.scalars(roles).first())
    made = {"person": person.id, "email": EMAIL, "account_name": person.name, "password": password, "may_set_up": True}
    bus.ask(SYSTEM, "account.make_own", uuid.uuid4().hex, made)


def _set(bus: Bus, _meeting: int, own: Account | None, password: str) -> None:
    changed = {"account": own.id if own else 0, "session": None, "password": password}
    bus.ask(SYSTEM, "account.change_password", uuid.uuid4().hex, changed)
