"""What the page of an import asks: to read a file, and to say what its rows would become. Neither writes anything."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar, cast

import gevent
from flask import Blueprint, Response, request
from pydantic import ValidationError

from app.attendance.importing import queries
from app.attendance.importing.asked import AskedRows
from app.attendance.importing.layout import (
    COLUMNS,
    LONGEST_LINE,
    SAMPLES,
    Column,
    Layout,
    in_one_line,
    lay_out,
    people,
)
from app.attendance.importing.plan import Outcome, plan
from app.attendance.importing.sheet import ENCODINGS, SEPARATORS, Sheet, read_sheet
from app.core import clock
from app.core.db import reading
from app.core.errors import Busy, Forbidden, Invalid, Refusal, SignedOut
from app.core.following import may_follow
from app.core.sentences import say
from app.meetings.delegations.names import name_of
from app.meetings.queries import name_of as name_of_person
from app.web.asking import answered, from_our_own_page, sent
from app.web.place import place, who
from app.web.words import language

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

P = ParamSpec("P")
Result = TypeVar("Result")

importing = Blueprint("importing", __name__)


@importing.post("/m/<int:meeting>/people/read")
def read(meeting: int) -> Response:
    """Read a roster's file, sent as it is.

    In the query, where something else is wanted than what is found out: `encoding`, `separator`, `heading` (the place
    of the heading row, -1 for none) and `columns` (their fields, with commas). Gives how the file was read, its columns
    with samples, its rows of people and the rows that hold nobody.
    """
    _may_import(meeting)
    data = request.get_data(cache=False)
    sheet = _apart(read_sheet, data, _one_of("encoding", ENCODINGS), _one_of("separator", SEPARATORS))
    layout = _layout(sheet)
    found = _apart(people, sheet.rows, layout)
    digest = hashlib.sha256(data).hexdigest()
    with reading(place().engine) as db:
        before = _imported_before(db, meeting, digest)
    return answered(
        {
            "ok": True,
            "digest": digest,
            "encoding": sheet.encoding,
            "separator": sheet.separator,
            "unreadable": sheet.unreadable,
            "heading": -1 if layout.heading is None else layout.heading,
            "guessed": layout.guessed,
            "above": [in_one_line(row)[:LONGEST_LINE] for row in sheet.rows[: layout.heading or 0]][:SAMPLES],
            "columns": _columns(sheet, layout),
            "rows": [_row(asdict(row)) for row in found.rows],
            "problems": [{**_row(asdict(bad.row)), "why": bad.why, "text": bad.text} for bad in found.problems],
            "before": before,
        }
    )


@importing.post("/m/<int:meeting>/people/preview")
def preview(meeting: int) -> Response:
    """Say of each row what it would become, with whom and why; others have their turn while that is found out."""
    _may_import(meeting)
    try:
        asked = AskedRows.model_validate(sent())
    except ValidationError as wrong:
        message = say("These rows cannot be read. Choose the file again.")
        raise Invalid(message) from wrong
    with reading(place().engine) as db:
        known = queries.known_people(db, meeting)
        earlier = queries.people_of_rows(db, meeting, asked.digest)
        newest = queries.newest_person(db, meeting)
    outcomes = _apart(plan, [row.asked() for row in asked.rows], known, earlier)
    names = {person.id: {"name": person.name, "delegation": name_of(person.delegation)} for person in known}
    met = {outcome.person for outcome in outcomes if outcome.person is not None}
    return answered(
        {
            "ok": True,
            "newest": newest,
            "people": {str(person): names[person] for person in met},
            "outcomes": [_outcome(outcome) for outcome in outcomes],
        }
    )


def _may_import(meeting: int) -> None:
    if not who().person_id:
        raise SignedOut
    from_our_own_page()
    wait = place().allowance(who().person_id or 0)
    if wait:
        message = say("That was a lot at once. It is kept here and sent again in a moment.")
        raise Busy(message, retry_after=round(wait + 0.5, 1))
    with reading(place().engine) as db:
        if not may_follow(db, who(), f"meeting:{meeting}:roster"):
            raise Forbidden


def _apart(work: Callable[P, Result], *args: P.args, **more: P.kwargs) -> Result:
    """Work over thousands of rows in a thread of its own, so that everybody else is answered meanwhile."""

    def refused_or_done() -> tuple[Refusal | None, Result | None]:
        # A refusal is an answer; raised in the thread it would stand in the log as an accident.
        try:
            return None, work(*args, **more)
        except Refusal as refusal:
            return refusal, None

    refusal, result = gevent.get_hub().threadpool.apply(refused_or_done)
    if refusal is not None:
        raise refusal
    return cast("Result", result)


def _one_of(name: str, choices: tuple[str, ...]) -> str:
    asked = request.args.get(name, "")
    return asked if asked in choices else ""


def _layout(sheet: Sheet) -> Layout:
    found = lay_out(sheet.rows)
    heading = request.args.get("heading", type=int)
    if heading is not None:
        place_of_it = heading if 0 <= heading < len(sheet.rows) else None
        found = Layout(place_of_it, found.columns, guessed=False)
    asked = request.args.get("columns")
    if asked is None:
        return found
    return Layout(found.heading, tuple(_column(field) for field in asked.split(",")), guessed=False)


def _column(field: str) -> Column:
    return next((column for column in COLUMNS if column == field), "")


def _columns(sheet: Sheet, layout: Layout) -> list[dict[str, Any]]:
    heading = sheet.rows[layout.heading].cells if layout.heading is not None else ()
    below = sheet.rows[0 if layout.heading is None else layout.heading + 1 :][:SAMPLES]
    return [
        {
            "heading": heading[at][:80] if at < len(heading) else "",
            "field": field,
            "samples": [row.cells[at][:80] if at < len(row.cells) else "" for row in below],
        }
        for at, field in enumerate(layout.columns)
    ]


def _row(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value and name != "role"}


def _outcome(outcome: Outcome) -> dict[str, Any]:
    shown = {
        "row": outcome.row,
        "became": outcome.became,
        "person": outcome.person,
        "joins": outcome.joins,
        "why": outcome.why,
        "delegation": name_of(outcome.delegation, language()),
        "errors": dict(outcome.errors),
        "remarks": list(outcome.remarks),
    }
    return {name: value for name, value in shown.items() if value not in (None, "", {}, [])}


def _imported_before(db: Session, meeting: int, digest: str) -> dict[str, Any] | None:
    found = queries.import_of_file(db, meeting, digest)
    if found is None:
        return None
    return {"id": found.id, "file": found.file, "at": clock.iso(found.at), "by": name_of_person(db, found.by_id)}
