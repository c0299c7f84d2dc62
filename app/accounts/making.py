"""Making a link."""

from __future__ import annotations

import datetime as dt

import sqlalchemy as sa

from app.accounts.contract import LinkView
from app.accounts.models import Link, Person
from app.accounts.secrets import digest, new_secret
from app.core.work import Work


def make_link(work: Work, person: Person, purpose: str = "invitation", lasts: dt.timedelta | None = None) -> LinkView:
    """Make a one-time link for a person; earlier unused ones of this purpose stop working.

    The answer holds the secret, once.
    """
    earlier = sa.update(Link).where(Link.person_id == person.id, Link.used_at.is_(None), Link.revoked_at.is_(None))
    work.db.execute(earlier.where(Link.purpose == purpose).values(revoked_at=work.at))
    secret = new_secret()
    until = work.at + lasts if lasts else None
    link = Link(
        person_id=person.id,
        meeting_id=person.meeting_id,
        digest=digest(secret),
        purpose=purpose,
        issued_at=work.at,
        until=until,
    )
    work.db.add(link)
    work.db.flush()
    return LinkView(id=link.id, person=person.id, secret=secret, until=until)
