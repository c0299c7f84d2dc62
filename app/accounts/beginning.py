"""Beginning a session: a browser is signed in as a person of a meeting."""

from __future__ import annotations

from app.accounts.contract import SignedIn
from app.accounts.models import Person, WebSession
from app.accounts.secrets import digest, new_secret
from app.core.work import Work


def begin_session(
    work: Work, person: Person, label: str, *, link: int | None = None, account_session: int | None = None
) -> SignedIn:
    """Sign a browser in as the person; the answer holds the cookie's secret, once."""
    secret = new_secret()
    session = WebSession(
        person_id=person.id,
        meeting_id=person.meeting_id,
        digest=digest(secret),
        csrf=new_secret(),
        label=label,
        link_id=link,
        account_session_id=account_session,
        began_at=work.at,
        seen_at=work.at,
    )
    work.db.add(session)
    work.db.flush()
    work.meeting_id, work.person_id = person.meeting_id, person.id
    return SignedIn(id=session.id, meeting=person.meeting_id, person=person.id, secret=secret)
