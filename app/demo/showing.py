"""Showing the demonstration: build it once, print a link per role, serve."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import click
import segno
import sqlalchemy as sa

from app.accounts.models import Person
from app.core.actor import SYSTEM, Actor
from app.core.db import reading
from app.demo.accounts import secretariats_account
from app.demo.asking import Doing
from app.demo.building import build
from app.demo.robots import Robots
from app.factory import create_program
from app.meetings.models import Meeting
from app.running import Program

if TYPE_CHECKING:
    from app.config import Settings


def show(settings: Settings, address: str, *, live: bool) -> None:
    """Serve the demonstration until it is stopped."""
    program = create_program(settings)
    stands = "in the middle of its breakout groups" if _meeting(program) is None else "as it was left (--reset: anew)"
    if _meeting(program) is None:
        click.echo("Building the meeting of November 2020 (a few seconds, once) …")
        build(program.bus, program.engine)
    _measure(program)
    program.start(waits_for_people=False)
    server = program.serve()
    server.start()
    _print_ways_in(program, address, stands)
    if live:
        Robots(program.bus, program.engine).start()
    program.serve_until_stopped(server)


def _measure(program: Program) -> None:
    meeting = _meeting(program)
    if meeting is not None:
        Doing(program.bus).ask(SYSTEM, "tally.tell", meeting=meeting.id)


def _meeting(program: Program) -> Meeting | None:
    with reading(program.engine) as db:
        return db.scalars(sa.select(Meeting).order_by(Meeting.id)).first()


def _print_ways_in(program: Program, address: str, stands: str) -> None:
    meeting = _meeting(program)
    if meeting is None:
        return
    doing = Doing(program.bus)
    click.echo(f"\n  Rapport shows the preparatory meeting of 3 and 10 November 2020, {stands}.")
    click.echo(
        "  One link per role, each for one browser (use private windows side by side); start again for fresh ones.\n"
    )
    with reading(program.engine) as db:
        cast = db.scalars(
            sa.select(Person).where(Person.meeting_id == meeting.id, Person.roles.any()).order_by(Person.id)
        ).all()
    for person in cast:
        secret = doing.link(Actor(person.id, meeting.id))
        click.echo(f"  {person.name:<28} {address}/enter#{secret}")
    email, password = secretariats_account(program.bus, meeting.id)
    click.echo(f"\n  The secretariat also signs in at {address}/sign-in to see its meetings:\n  {email}   {password}")
    join = f"{address}/j/{meeting.join_code}"
    code = meeting.join_code
    click.echo(f"\n  Participants join with the code {code[:3]} {code[3:6]} {code[6:]} or at {join}\n")
    drawn = io.StringIO()
    segno.make(join, error="l").terminal(out=drawn, compact=True, border=2)
    click.echo(drawn.getvalue())
    click.echo(
        f"  The big screen: open the link “Big screen” above; its address is then {address}/m/{meeting.id}/screen"
    )
    click.echo("  Stop with Ctrl+C.\n")
