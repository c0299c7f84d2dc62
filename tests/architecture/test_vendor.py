"""What others wrote is pinned: name, version, licence and checksum of every file, and no file beside these."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

VENDORED = ["app/static/vendor", "tests/vendor"]


@pytest.mark.parametrize("folder", VENDORED)
def test_every_vendored_file_is_the_one_that_its_manifest_names(folder: str) -> None:
    entries = _manifest(folder)
    actual = {
        entry["file"]: hashlib.sha256((ROOT / folder / entry["file"]).read_bytes()).hexdigest() for entry in entries
    }
    assert actual == {entry["file"]: entry["sha256"] for entry in entries}


@pytest.mark.parametrize("folder", VENDORED)
def test_every_vendored_file_has_a_version_a_licence_and_its_text(folder: str) -> None:
    lacking = [
        entry["file"]
        for entry in _manifest(folder)
        if not all(entry.get(key) for key in ("name", "version", "licence", "licence_file"))
        or not (ROOT / folder / entry["licence_file"]).is_file()
    ]
    assert lacking == []


@pytest.mark.parametrize("folder", VENDORED)
def test_no_vendored_file_is_missing_from_its_manifest(folder: str) -> None:
    named = {entry["file"] for entry in _manifest(folder)}
    own = {"MANIFEST.json", "README"}
    lying = {str(path.relative_to(ROOT / folder)) for path in (ROOT / folder).rglob("*") if path.is_file()}
    # Compressed siblings are made from the files; licences are named with them.
    assert {
        name for name in lying - named - own if "LICENSE" not in name and Path(name).suffix not in {".gz", ".br"}
    } == set()


def _manifest(folder: str) -> list[dict[str, str]]:
    entries: list[dict[str, str]] = json.loads((ROOT / folder / "MANIFEST.json").read_text(encoding="utf-8"))
    assert entries, f"{folder} has an empty manifest"
    return entries
