"""The project's own files: what is or would be committed, without what others wrote."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.doctor.programs import program_checks
from tests.servers import need

ROOT = Path(__file__).parent.parent.parent
PROGRAM = ("app/", "breakouts/", "exports/")
_OTHERS = ("/vendor/", "LICENSE", "app/static/icons/", ".lock")
_TEXT = {
    ".py",
    ".js",
    ".css",
    ".html",
    ".txt",
    ".md",
    ".toml",
    ".json",
    ".csv",
    ".svg",
    ".po",
    ".ini",
    ".sh",
    ".conf",
    "",
}


def sources(*suffixes: str, under: tuple[str, ...] = ("",)) -> list[Path]:
    """Give our files with one of `suffixes` (all text by default) below one of the folders `under`, from the root."""
    return [
        path
        for path in _listed()
        if str(path).startswith(under) and path.suffix in (suffixes or _TEXT) and not _is_of_others(path)
    ]


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """Give the numbered lines of a file of ours."""
    yield from enumerate(read(path).splitlines(), 1)


def read(path: Path) -> str:
    """Give the text of a file of ours."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def _listed() -> tuple[Path, ...]:
    need(next(check for check in program_checks() if check.subject == "git"))
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode:
        pytest.fail(f"git cannot list the files of {ROOT}: {answer.stderr}", pytrace=False)
    return tuple(Path(name) for name in sorted(set(answer.stdout.split("\0"))) if name and (ROOT / name).is_file())


def _is_of_others(path: Path) -> bool:
    return any(mark in f"/{path}" for mark in _OTHERS)
