"""Folders to rehearse from, and one to write into."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.rehearsal.rehearsing import rehearse

ROSTER = "Name,Delegation,E-mail,Gender,Breakout choice\n"


class Rehearsed:
    """What came of a rehearsal: the exit code, what was said, the tallies and the Markdown, where they were written."""

    def __init__(self, code: int, said: list[str], results: Path) -> None:
        self.code = code
        self.said = said
        self._results = results

    @property
    def tallies(self) -> dict[str, Any]:
        """The tallies as written."""
        found: dict[str, Any] = json.loads((self._results / "out.json").read_text("utf-8"))
        return found

    @property
    def markdown(self) -> str:
        """The summary as Markdown."""
        return (self._results / "out.md").read_text("utf-8")


def folder(path: Path, script: object = None, **files: bytes | str) -> Path:
    """Make a folder with that script and those files; `roster="…"` is roster.csv."""
    made = path / "rehearsal"
    made.mkdir()
    written = files | ({} if script is None else {"script_json": json.dumps(script, ensure_ascii=False)})
    for name, content in written.items():
        stem, _, kind = name.partition("_")
        data = content if isinstance(content, bytes) else content.encode()
        (made / f"{stem}.{kind or 'csv'}").write_bytes(data)
    return made


def played(path: Path) -> Rehearsed:
    """Play a folder; its Markdown and its tallies are written beside it."""
    results = path.parent
    said: list[str] = []
    code = rehearse(path, {"markdown": results / "out.md"}, results / "out.json", said.append)
    return Rehearsed(code, said, results)


def meeting(*rooms: dict[str, Any], **more: object) -> dict[str, Any]:
    """A script with one session, whose one part has these rooms."""
    part = {"title": "Groups", "kind": "breakouts", "rooms": list(rooms)}
    session = {"title": "Session", "date": "2021-03-02", "parts": [part]}
    return {"meeting": {"title": "A meeting", "co_chairs": ["Canada"]}, "sessions": [session]} | more
