"""Joining: which rows of a roster, and which stays of the reports, are one person. Each join says why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.attendance.directory import Directory, Entry
from app.attendance.naming import Named, Reading, is_telling, name_key, read_name, words
from app.attendance.reports.stay import Stay
from app.attendance.roster import RosterRow
from app.meetings.delegations.resolve import resolve
from app.meetings.delegations.table import Delegation


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `number` counts from 1 in order of appearance; what no row of the roster says is empty.

    `affiliation` is the delegation as typed; `delegation` is None where it names no row of the table. `rows` are the
    roster's rows of this person, none for somebody who was `in_roster` nowhere but seen in a report.
    """

    number: int
    name: str
    delegation: Delegation | None
    affiliation: str
    emails: tuple[str, ...]
    gender: str
    breakout: str
    title: str
    role: str
    in_roster: bool
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Double:
    """A row of the roster that is the same person as an earlier row, and why."""

    row: int
    first_row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """A stay in the report of this place (from 0) that is the person with this number, and why."""

    report: int
    stay: Stay
    person: int
    reason: str


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name in the report of this place (from 0) that is nobody we can count, its stays, and why."""

    report: int
    name: str
    stays: tuple[Stay, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The people, the doubled rows of the roster, and what became of every stay: a match, or unmatched."""

    people: tuple[Person, ...]
    doubles: tuple[Double, ...]
    matches: tuple[Match, ...]
    unmatched: tuple[Unmatched, ...]


def join(roster: Iterable[RosterRow], reports: Sequence[Iterable[Stay]]) -> Joined:
    """The people in a roster and in the reports of one meeting.

    People are one by e-mail, unless the names show a shared mailbox; else by delegation and name; else, where a single
    person of the delegation is near, by a near name. Whoever is not in the roster but shows a delegation and a name,
    or an e-mail, becomes a new person. Order of reports and rows does not change who is joined by e-mail or by name.
    """
    directory = Directory()
    doubles: list[Double] = []
    for row in roster:
        entry, reason = _seat(directory, row)
        if reason:
            doubles.append(Double(row.row, entry.rows[0], reason))
        _fill(entry, row)
    groups = _groups(reports)
    # E-mails first: they teach the directory under which names the same people appear without one.
    found = {who: _find(directory, who) for who in sorted(groups, key=lambda who: not who.email)}
    return _joined(directory, tuple(doubles), groups, found)


@dataclass(frozen=True, slots=True)
class _Who:
    report: int
    name: str
    email: str


def _groups(reports: Sequence[Iterable[Stay]]) -> dict[_Who, list[Stay]]:
    groups: dict[_Who, list[Stay]] = {}
    for report, stays in enumerate(reports):
        for stay in stays:
            groups.setdefault(_Who(report, stay.name, stay.email.strip().casefold()), []).append(stay)
    return groups


def _seat(directory: Directory, row: RosterRow) -> tuple[Entry, str]:
    delegation = resolve(row.delegation)
    reading = _reading_for(read_name(row.name), delegation)
    if not row.delegation:
        delegation = reading.delegation
    email = row.email.strip().casefold()
    group = delegation.code if delegation else f"~{name_key(row.delegation)}"
    entry, reason = directory.find(email, group, words(reading.rest))
    if entry is None:
        entry = directory.add(row.name, delegation, row.delegation, in_roster=True)
    entry.breakout = entry.breakout or row.breakout
    directory.learn(entry, email, group, words(reading.rest))
    directory.learn(entry, "", "", words(row.name))
    return entry, reason


def _reading_for(named: Named, delegation: Delegation | None) -> Reading:
    """The reading that agrees with the column for the delegation; the name as it stands where none does."""
    agreeing = [reading for reading in (named.sure, *named.possible) if delegation and reading.delegation == delegation]
    return agreeing[0] if agreeing else named.sure


def _fill(entry: Entry, row: RosterRow) -> None:
    entry.rows.append(row.row)
    entry.gender = entry.gender or row.gender
    entry.title = entry.title or row.title
    entry.role = entry.role or row.role


def _find(directory: Directory, who: _Who) -> tuple[Entry | None, str]:
    named = read_name(who.name)
    sure = named.sure
    for reading in (sure, *named.possible):
        group = reading.delegation.code if reading.delegation else ""
        name = [] if named.device else words(reading.rest)
        entry, reason = directory.find(who.email, group, name)
        if entry:
            directory.learn(entry, who.email, group or entry.group, name)
            return entry, reason
    if named.device:
        return None, "a device, a booth, a recorder or a telephone, and no person"
    if not who.email and sure.delegation and not is_telling(sure.rest):
        return None, "names a delegation but no person"
    if not who.email and not sure.delegation:
        return None, "neither in the roster nor shown with a delegation or an e-mail"
    entry = directory.add(who.name, sure.delegation, "", in_roster=False)
    directory.learn(entry, who.email, entry.group, words(sure.rest))
    return entry, "new: not in the roster"


def _joined(
    directory: Directory,
    doubles: tuple[Double, ...],
    groups: dict[_Who, list[Stay]],
    found: dict[_Who, tuple[Entry | None, str]],
) -> Joined:
    matches: list[Match] = []
    unmatched: list[Unmatched] = []
    for who, stays in groups.items():
        entry, reason = found[who]
        if entry:
            matches += [Match(who.report, stay, entry.number, reason) for stay in stays]
        else:
            unmatched.append(Unmatched(who.report, who.name, tuple(stays), reason))
    return Joined(tuple(map(_person, directory.entries)), doubles, tuple(matches), tuple(unmatched))


def _person(entry: Entry) -> Person:
    return Person(
        number=entry.number,
        name=entry.name,
        delegation=entry.delegation,
        affiliation=entry.affiliation,
        emails=tuple(entry.emails),
        gender=entry.gender,
        breakout=entry.breakout,
        title=entry.title,
        role=entry.role,
        in_roster=entry.in_roster,
        rows=tuple(entry.rows),
    )
