"""The signs of the table: how far somebody's right to ask for a command, or to follow a stream, reaches."""

from __future__ import annotations

from dataclasses import dataclass

ROLES = ("secretariat", "co_chair", "moderator", "rapporteur", "participant", "observer", "display", "lobby")
"""The columns of the table. Who is not signed in, was put out or signed out may nothing: that needs no column."""

SIGNS = {
    "M": "in the whole meeting",
    "R": "in their own room: where they moderate or take the points, or are placed",
    "RF": "in their own room and on the plenary floor, where everybody is",
    "F": "on the plenary floor, where everybody is",
    "C": "on the plenary floor, and in a breakout room once it has closed; earlier where the meeting lets chairs read"
    " drafts",
    "O": "only what is their own",
    "P": "what is published",
    "–": "never",
}

PLACES = {
    "own": "what is theirs: their own meeting, their own open room, somebody of it, themselves",
    "other": "another open room of their meeting, or somebody else",
    "floor": "the plenary floor",
    "closed": "their own room after its round has closed",
    "closed other": "another room after its round has closed",
    "ended": "their own meeting after it was closed",
    "elsewhere": "another meeting",
    "nowhere": "what does not exist, or was taken out",
}
"""Where the tests try each row."""

_REACH = {
    "M": frozenset({"own", "other", "floor", "closed", "closed other", "ended"}),
    "R": frozenset({"own", "closed", "ended"}),
    "RF": frozenset({"own", "floor", "closed", "ended"}),
    "F": frozenset({"floor"}),
    "C": frozenset({"floor", "closed", "closed other", "ended"}),
    "O": frozenset({"own", "ended"}),
    "P": frozenset({"own", "other", "floor", "closed", "closed other", "ended"}),
    "–": frozenset(),
}

PROGRAM = "the program itself"
FRONT_DOOR = "the front door, for whoever is not signed in yet"
ACCOUNT = "an account, above the meetings"


@dataclass(frozen=True)
class Row:
    """One command or kind of stream, or one case of it, with a sign per role.

    `only` names who alone may, where that is nobody in a meeting: then every sign is “–”.
    """

    name: str
    case: str
    signs: tuple[str, ...]
    only: str = ""

    @property
    def title(self) -> str:
        """The name, with the case where there are several."""
        return f"{self.name}: {self.case}" if self.case else self.name

    def sign(self, role: str) -> str:
        """Give the sign of a role."""
        return self.signs[ROLES.index(role)]

    def allows(self, role: str, place: str) -> bool:
        """Say whether somebody of this role may, at this place."""
        return place in _REACH[self.sign(role)]


def rows(text: str) -> tuple[Row, ...]:
    """Read rows: `name: case | eight signs`, one a line."""
    return tuple(_row(line) for line in text.strip().splitlines())


def only(who: str, names: str) -> tuple[Row, ...]:
    """Give rows of commands that nobody in a meeting may ask for."""
    return tuple(Row(name, "", ("–",) * len(ROLES), who) for name in names.split())


def _row(line: str) -> Row:
    title, signs = line.split("|")
    name, _colon, case = title.strip().partition(": ")
    row = Row(name, case, tuple(signs.split()))
    if len(row.signs) != len(ROLES) or not set(row.signs) <= SIGNS.keys():
        message = f"not a row of {len(ROLES)} signs: {line}"
        raise ValueError(message)
    return row
