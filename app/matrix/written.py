"""The table as two pages of the documentation: `./run who-may` writes them anew.

One says who may ask for what; the other lists what each role's browser receives, field by field.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import app.slices  # noqa: F401 - so that every command and every view is known
from app.core import audience
from app.core.contract import View
from app.core.handling import handlers
from app.matrix.signs import PLACES, ROLES, SIGNS
from app.matrix.streams import STREAMS, THINGS
from app.matrix.table import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.matrix.signs import Row

_IN_WORDS = {"co_chair": "co-chair", "display": "big screen"}
_MAY = """# Who may

Written by `./run who-may` from the table in `app/matrix`; the tests ask for every cell of it as everybody.
Whoever is not signed in, was put out, signed out or banned may nothing. A refusal reads the same whether
something does not exist or is not for the one who asks.
"""
_RECEIVES = """# What each role’s browser receives

Written by `./run who-may` from the table in `app/matrix` and the views of the program. Nothing else is
sent: a page holds a copy of these streams and is told their changes.
"""


def who_may() -> str:
    """Give the page that says who may ask for which command and who may follow which stream."""
    signs = _lines(f"- **{sign}** {meaning}" for sign, meaning in SIGNS.items())
    tried = _lines(f"- *{place}*: {meaning}" for place, meaning in PLACES.items())
    subjects = [f"## {title}\n\n{_subject(rows)}" for title, rows in SUBJECTS.items()]
    following = f"## Following\n\n{_table('stream', STREAMS)}"
    enforced = f"## How each is enforced\n\n{_lines(_rules())}"
    return "\n".join([_MAY, signs, *subjects, following, enforced, f"## Where each row is tried\n\n{tried}"])


def what_each_role_receives() -> str:
    """Give the page that lists the streams of each role and the fields of what is told there."""
    views = _views()
    roles = [f"## {_IN_WORDS.get(role, role).capitalize()}\n\n{_lines(_received(role))}" for role in ROLES]
    told = sorted({name for names in THINGS.values() for name in names.split()})
    fields = {name: ", ".join(f"`{field}`" for field in views[name].model_fields if field != "type") for name in told}
    things = _lines(f"- **{name}**: {listed}" for name, listed in fields.items())
    return "\n".join([_RECEIVES, *roles, f"## The things and their fields\n\n{things}"])


def _subject(rows: Iterable[Row]) -> str:
    table = _table("command", (row for row in rows if not row.only))
    others = _lines(f"- `{row.title}`: only {row.only}" for row in rows if row.only)
    return f"{table}\n{others}" if others else table


def _table(what: str, rows: Iterable[Row]) -> str:
    roles = [_IN_WORDS.get(role, role) for role in ROLES]
    head = f"| {what} | {' | '.join(roles)} |\n|---|{'---|' * len(ROLES)}\n"
    return head + _lines(f"| {_title(row)} | {' | '.join(row.signs)} |" for row in rows)


def _title(row: Row) -> str:
    return f"`{row.name}`: {row.case}" if row.case else f"`{row.name}`"


def _rules() -> Iterator[str]:
    for name, handler in sorted(handlers.items()):
        yield f"- `{name}`: {handler.allow.name.replace('_', ' ').replace(' | ', ', or ')}"
    for kind in audience.kinds():
        yield f"- following `{kind.name}`: {kind.follow.name.replace('_', ' ').replace(' | ', ', or ')}"


def _received(role: str) -> Iterator[str]:
    for row in STREAMS:
        sign = row.sign(role)
        if sign != "–":
            things = ", ".join(THINGS[row.name].split())
            yield f"- `{row.name}` ({SIGNS[sign]}): {things}"


def _views() -> dict[str, Any]:
    return {str(view.model_fields["type"].default): view for view in _below(View)}


def _below(view: type[View]) -> Iterator[type[View]]:
    for each in view.__subclasses__():
        yield each
        yield from _below(each)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def write(folder: Path) -> None:
    """Write the pages into a folder."""
    (folder / "who-may.md").write_text(who_may(), "utf-8")
    (folder / "what-each-role-receives.md").write_text(what_each_role_receives(), "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
