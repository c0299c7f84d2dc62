"""What an invitation, a card and a poster have to say; names in braces are filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class InvitationWords:
    """All words of one language; `roles` are keyed by role."""

    language: str
    roles: Mapping[str, str]
    room: str  # {number} {title}
    bare_room: str  # {number}
    greeting: str  # {name}
    yours: str  # {title}
    task: str  # {task}
    link: str  # {link}
    once: str
    when: str
    video: str  # {address}
    otherwise: str  # {code} {address}
    calendar: str
    sheet: str  # {title}
    keep: str
    scan_yours: str  # {name}
    card: str
    join: str
    scan_join: str
    code: str
    in_charge: str
    undated: str
    steps: tuple[str, str, str]
    only_here: str
    """The server's address opens on its own machine alone."""
    without_https: str
    """The server's address is without https."""
