"""Reading a meeting's file: a script or a set-up, and a clear sentence about what cannot be read."""

from __future__ import annotations

import json

from pydantic import ValidationError

from app.core.sentences import say
from breakouts.setup.script import Script

FORMAT, VERSION = "rapport set-up", 1
LARGEST = 2 * 1024 * 1024


class NotAScript(Exception):  # noqa: N818 - said of a file
    """The file cannot be read; the sentence says why and what to do."""


def read_script(data: bytes, name: str) -> Script:
    """Read the file called `name`; raise NotAScript where it is none."""
    try:
        return Script.model_validate(json.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as wrong:
        raise NotAScript(say("{file} is not text in UTF-8. Save it as UTF-8 and try again.", file=name)) from wrong
    except json.JSONDecodeError as wrong:
        message = say(
            "{file}, line {line}: this is not JSON ({what}). Mend the line and try again.",
            file=name,
            line=str(wrong.lineno),
            what=wrong.msg,
        )
        raise NotAScript(message) from wrong
    except RecursionError as wrong:
        raise NotAScript(say("{file} is nested too deep to be a script.", file=name)) from wrong
    except ValidationError as wrong:
        first = wrong.errors()[0]
        message = say(
            "{file}: “{where}” cannot be read ({what}). Mend it and try again.",
            file=name,
            where=".".join(str(step) for step in first["loc"]),
            what=first["msg"],
        )
        raise NotAScript(message) from wrong


def read_set_up(data: bytes) -> Script:
    """Read a set-up somebody chose.

    Raise NotAScript where it is too large, cut in the middle, of another kind, or of a newer version.
    """
    if len(data) > LARGEST:
        raise NotAScript(say("This file is far larger than a set-up is. Choose one that was exported from a set-up."))
    if _is_cut(data):
        raise NotAScript(say("This file breaks off in the middle. Export it again, or fetch it again, whole."))
    script = read_script(data, say("This file"))
    if script.version > VERSION:
        raise NotAScript(say("A newer version of Rapport exported this file. Have this server updated, then read it."))
    if script.format not in {"", FORMAT} or not (script.sessions or script.meeting.title):
        raise NotAScript(say("This is no set-up: it names neither a meeting nor its sessions. Choose another file."))
    return script


def _is_cut(data: bytes) -> bool:
    text = data.decode("utf-8-sig", "ignore").strip()
    if not text.startswith("{"):
        return False
    try:
        json.loads(text)
    except json.JSONDecodeError as wrong:
        return wrong.pos >= len(text) or wrong.msg.startswith("Unterminated string")
    except (RecursionError, ValueError):
        return False
    return False
