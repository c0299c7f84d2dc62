"""What an operator types: `archive` and `unarchive`."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.config import Settings

if TYPE_CHECKING:
    from app.core.bus import Bus


@click.command()
@click.argument("meeting", type=int)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--with-private-notes", is_flag=True, help="With everybody's private notes. Ask those people first.")
def archive(meeting: int, file: Path, *, with_private_notes: bool) -> None:
    """Take MEETING, by its number, out as one FILE that any Rapport can open again."""
    from app.core.db import open_engine, reading  # noqa: PLC0415 - the other commands need none of it
    from app.meetings.models import Meeting  # noqa: PLC0415
    from exports.archive.collecting import collect  # noqa: PLC0415
    from exports.archive.packing import pack  # noqa: PLC0415
    from exports.jobs.rendering import write_whole  # noqa: PLC0415

    engine = open_engine(Settings().database)
    with reading(engine) as db:
        found = db.get(Meeting, meeting)
        if found is None:
            known = db.query(Meeting).order_by(Meeting.id)
            told = "\n".join(f"  {each.id}  {each.title}" for each in known) or "  none"
            message = f"There is no meeting {meeting}. There are:\n{told}"
            raise click.ClickException(message)
        data = pack(db, meeting, collect(db, meeting, "all" if with_private_notes else None))
        title = found.title
    engine.dispose()
    write_whole(file, data)
    click.echo(f"{file}: “{title}”, {len(data):,} bytes. It holds names and e-mail addresses, and no way in.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def unarchive(file: Path) -> None:
    """Open an archive as a new meeting, and print a link for its secretariat."""
    from app.core.actor import SYSTEM  # noqa: PLC0415 - the other commands need none of it
    from app.core.errors import Refusal  # noqa: PLC0415
    from app.factory import create_program  # noqa: PLC0415
    from exports.archive.contract import OpenArchive  # noqa: PLC0415
    from exports.archive.reading import read  # noqa: PLC0415

    settings = Settings()
    try:
        _head, found = read(file.read_bytes())
        bus = create_program(settings).bus
        made = bus.do(SYSTEM, OpenArchive(archive=found), uuid.uuid4().hex)
        meeting = int(made["id"])
        secret = _way_in(bus, meeting)
    except Refusal as refusal:
        raise click.ClickException(refusal.why) from refusal
    click.echo(f"“{found.meeting.meeting[0].title}” is meeting {meeting} here. For its secretariat, once:")
    click.echo(f"  {settings.address}/enter#{secret}")


def _way_in(bus: Bus, meeting: int) -> str:
    """Give a link for the secretariat of a meeting; where an archive names none, somebody is made it."""
    import sqlalchemy as sa  # noqa: PLC0415 - the other commands need none of it

    from app.accounts.models import Person, RoleGrant  # noqa: PLC0415
    from app.core.actor import SYSTEM  # noqa: PLC0415
    from app.core.db import reading  # noqa: PLC0415

    with reading(bus.engine) as db:
        there = (
            sa.select(Person.id)
            .join(RoleGrant, RoleGrant.person_id == Person.id)
            .where(Person.meeting_id == meeting, RoleGrant.role == "secretariat", Person.removed_at.is_(None))
        )
        person = db.scalars(there.order_by(Person.id)).first()
    if person is None:
        asked = {"meeting": meeting, "person_name": "Secretariat", "in_roster": False}
        person = bus.ask(SYSTEM, "person.add", uuid.uuid4().hex, asked)["result"]["id"]
        bus.ask(SYSTEM, "role.grant", uuid.uuid4().hex, {"person": person, "role": "secretariat"})
    link = bus.ask(SYSTEM, "link.issue", uuid.uuid4().hex, {"person": person})
    return str(link["result"]["secret"])
