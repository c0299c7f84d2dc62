"""A person in charge as those who set the meeting up see them."""

from __future__ import annotations

from app.accounts.models import Person
from app.meetings.contacts.contract import ContactView
from app.meetings.delegations.naming import display


def contact(row: Person) -> ContactView:
    """Give how a person is called and reached."""
    return ContactView(
        id=row.id,
        version=row.version,
        person_name=row.name,
        title=row.title,
        delegation=display(row.delegation),
        email=row.email,
    )
