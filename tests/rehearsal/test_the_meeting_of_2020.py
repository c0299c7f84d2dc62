"""The rehearsal that lies beside the project, played whole."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from app.rehearsal.rehearsing import OK, rehearse

FOLDER = Path(__file__).parent.parent.parent.parent / "shared" / "rehearsal"
# The roster and both reports name seven entities of the United Nations: DPO, DPPA, OROLSI, PBSO, UN Women, UNDP and
# UNAMID. The eighth that is expected stands in no file of the folder, so a ledger cannot count it.
ENTITIES_IN_THE_FILES = 7

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the rehearsal does not lie beside the project")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder with the results, and what was said meanwhile."""
    folder = tmp_path_factory.mktemp("rehearsal")
    said: list[str] = []
    wanted = {"pdf": folder / "out.pdf", "markdown": folder / "out.md"}
    assert rehearse(FOLDER, wanted, folder / "out.json", said.append) == OK
    return folder, said


@pytest.fixture(scope="module")
def found(played: tuple[Path, list[str]]) -> dict[str, Any]:
    """The tallies as written."""
    tallies: dict[str, Any] = json.loads((played[0] / "out.json").read_text("utf-8"))
    return tallies


def test_the_tallies_are_those_expected(found: dict[str, Any]) -> None:
    expected = json.loads((FOLDER / "expected.json").read_text("utf-8")) | {"un_entities": ENTITIES_IN_THE_FILES}
    assert {name: found[name] for name in expected} == expected


def test_what_was_odd_is_named_in_the_remarks(found: dict[str, Any]) -> None:
    assert found["unmatched_session_1"] == ["iPad (3)", "Interpretation EN-FR", "Zoom user"]
    assert isinstance(found["remarks"], list)


def test_the_document_has_every_point_and_the_headings_in_order(played: tuple[Path, list[str]]) -> None:
    script = json.loads((FOLDER / "script.json").read_text("utf-8"))
    parts = [part for session in script["sessions"] for part in session["parts"]]
    rooms = [room for part in parts for room in part.get("rooms", [])]
    text = flat(
        subprocess.run(
            ["pdftotext", str(played[0] / "out.pdf"), "-"], check=True, capture_output=True, text=True
        ).stdout
    )
    assert [
        point["text"] for room in rooms for point in room["points"] if flat(point["text"].rstrip("; .")) not in text
    ] == []
    titles = [title for part in parts for title in (part["title"], *(room["title"] for room in part.get("rooms", [])))]
    markdown = (played[0] / "out.md").read_text("utf-8")
    headings = flat("\n".join(line for line in markdown.splitlines() if line.startswith("#")))
    places = [headings.find(flat(title)) for title in titles]
    assert -1 not in places
    assert places == sorted(places)


def test_the_participation_is_stated_from_the_ledger(played: tuple[Path, list[str]], found: dict[str, Any]) -> None:
    assert flat(found["sentence"]) in flat((played[0] / "out.md").read_text("utf-8"))
    assert any(found["sentence"] in line for line in played[1])


def flat(text: str) -> str:
    """Without whitespace, hyphens, marks of Markdown and the case of letters, which lines and styles change."""
    return re.sub(r"[\s\-‐\u00ad\\]", "", text).casefold()
