"""Microsoft Teams: the attendance report in sections, and the older list of who joined and left when.

The section of activities has every stay but often no e-mail; the section of participants has the e-mail but only the
first join and the last leave. So stays come from the former, and from the latter only for who is missing there.
"""

import re
from collections import Counter
from dataclasses import replace

from app.attendance.columns import cell
from app.attendance.reading import Problem, Row, Unreadable
from app.attendance.reports.moments import moment
from app.attendance.reports.stay import Order, Report, Stay
from app.attendance.reports.tables import Table, email_in, name_in, order_of, stays, tables
from app.meetings.delegations.spelling import fold

_ADDED = re.compile(
    r"\s*\((?:guest|unverified|external|invit[ée]e?|invitad[oa]|non v[ée]rifi[ée]e?|sin comprobar|externe|externo"
    r"|гость|не проверено|来宾|未验证|ضيف)\)\s*$",
    re.IGNORECASE,
)


def read_teams(rows: tuple[Row, ...], file: str, order: Order | None = None) -> Report:
    """Every stay in the report, names without "(Guest)" or "(Unverified)".

    Raises Unreadable without a heading row or with dates that must be asked about.
    """
    found = tables(rows)
    if not found:
        what = "no row has the headings of a Teams report (name, join time, leave time): export it again"
        raise Unreadable(file, what)
    settled, assumed = order_of(found, file, order)
    good, bad = _stays(found, settled)
    tidy = tuple(replace(stay, name=without_additions(stay.name)) for stay in good)
    return Report("teams", tidy, tuple(sorted(bad, key=lambda problem: problem.row)), settled, assumed)


def without_additions(name: str) -> str:
    """The name without what Teams writes behind it about the account."""
    while _ADDED.search(name):
        name = _ADDED.sub("", name)
    return name


def _stays(found: tuple[Table, ...], order: Order) -> tuple[list[Stay], list[Problem]]:
    participants = [table for table in found if _is_of_participants(table)]
    good, bad = _from_events([table for table in found if "action" in table.columns], order)
    for table in found:
        if table not in participants and "action" not in table.columns:
            table_stays, table_problems = stays(table, "teams", order)
            good += table_stays
            bad += table_problems
    emails = _emails(participants)
    good = [replace(stay, email=stay.email or emails.get(stay.name, "")) for stay in good]
    seen = {stay.name for stay in good}
    for table in participants:
        table_stays, table_problems = stays(table, "teams", order)
        good += [stay for stay in table_stays if stay.name not in seen]
        bad += table_problems
    return good, bad


def _is_of_participants(table: Table) -> bool:
    return fold(cell(table.heading.cells, table.columns.get("joined"))).startswith("first join")


def _emails(participants: list[Table]) -> dict[str, str]:
    # Two people under one name keep apart: their e-mails are not lent to the activities.
    pairs = [(name_in(table, row), email_in(table, row)) for table in participants for row in table.rows]
    often = Counter(name for name, _ in pairs)
    return {name: email for name, email in pairs if email and often[name] == 1}


def _from_events(found: list[Table], order: Order) -> tuple[list[Stay], list[Problem]]:
    good: list[Stay] = []
    bad: list[Problem] = []
    for table in found:
        inside: dict[str, Stay] = {}
        for row in table.rows:
            try:
                _take_event(table, row, order, inside, good)
            except ValueError as reason:
                bad.append(Problem(row.number, f"Row {row.number}: {reason}.", row.text))
        bad += [
            Problem(stay.row, f"Row {stay.row}: the time of leaving is missing.", stay.name) for stay in inside.values()
        ]
    return good, bad


def _take_event(table: Table, row: Row, order: Order, inside: dict[str, Stay], good: list[Stay]) -> None:
    name, action = name_in(table, row), table.text(row, "action").casefold()
    at = moment(table.text(row, "moment"), order)
    if action.startswith("join"):
        if name in inside:
            raise ValueError("it joins a second time without having left")
        inside[name] = Stay(name, email_in(table, row), at, at, "teams", row.number)
    elif name in inside and at >= inside[name].joined:
        good.append(replace(inside.pop(name), left=at))
    else:
        raise ValueError("it leaves without having joined before")
