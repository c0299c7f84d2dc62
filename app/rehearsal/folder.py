"""Reading a rehearsal's folder: what is there, and a clear sentence about what cannot be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.attendance.reading import Unreadable
from app.attendance.reports.detect import read_report
from app.attendance.roster import RosterRow, read_roster
from breakouts.setup.reading import NotAScript, read_script
from breakouts.setup.script import Script

if TYPE_CHECKING:
    from pathlib import Path

    from app.attendance.reports.stay import Report

_REPORT = re.compile(r"attendance.*?session[-_ ]*(\d+).*\.(csv|tsv|txt)$", re.IGNORECASE)
LARGEST = 64 * 1024 * 1024


class NotARehearsal(Exception):  # noqa: N818 - said of a folder
    """The folder cannot be played; the sentence says why and what to do."""


@dataclass(frozen=True)
class Folder:
    """A rehearsal as read: script, roster, reports by session number (from 1), and what was odd in the files."""

    script: Script
    roster: tuple[RosterRow, ...]
    reports: dict[int, Report]
    oddities: tuple[str, ...]


def read_folder(path: Path) -> Folder:
    """Read a rehearsal's folder. Raises NotARehearsal where there is nothing to play."""
    if not path.is_dir():
        message = f"“{path}” is not a folder. Give the folder that holds script.json."
        raise NotARehearsal(message)
    oddities: list[str] = []
    script = _script(path / "script.json")
    roster = _roster(path / "roster.csv", oddities)
    reports = _reports(path, oddities)
    oddities += [
        f"There is a report for session {number}, which the script does not have."
        for number in reports
        if number > len(script.sessions)
    ]
    known = {number: report for number, report in sorted(reports.items()) if 1 <= number <= len(script.sessions)}
    return Folder(script, roster, known, tuple(oddities))


def _script(file: Path) -> Script:
    try:
        return read_script(_bytes(file), file.name)
    except FileNotFoundError as missing:
        message = f"“{file.parent}” holds no script.json. A rehearsal needs one: see docs/rehearsals.md."
        raise NotARehearsal(message) from missing
    except NotAScript as wrong:
        raise NotARehearsal(str(wrong)) from wrong


def _roster(file: Path, oddities: list[str]) -> tuple[RosterRow, ...]:
    try:
        roster = read_roster(_bytes(file), file.name)
    except FileNotFoundError:
        oddities.append("There is no roster.csv: people are known only from the reports.")
        return ()
    except Unreadable as wrong:
        oddities.append(str(wrong))
        return ()
    oddities += [f"{file.name}: {problem.sentence}" for problem in roster.problems]
    return roster.rows


def _reports(path: Path, oddities: list[str]) -> dict[int, Report]:
    reports: dict[int, Report] = {}
    for file in sorted(path.iterdir()):
        found = _REPORT.match(file.name)
        if found is None:
            continue
        number = int(found.group(1))
        try:
            report = read_report(_bytes(file), file.name)
        except Unreadable as wrong:
            oddities.append(str(wrong))
            continue
        oddities += [f"{file.name}: {problem.sentence}" for problem in report.problems]
        if number in reports:
            oddities.append(f"{file.name} is a second report of session {number}; only the first is counted.")
            continue
        reports[number] = report
    return reports


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            message = f"{file.name} is larger than {LARGEST // 2**20} MB. Is it the right file?"
            raise NotARehearsal(message)
        return file.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as wrong:
        message = f"{file.name} cannot be read: {wrong.strerror}. Look at its permissions."
        raise NotARehearsal(message) from wrong
