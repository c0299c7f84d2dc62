"""The two locks: every package pinned by checksum, the small one a part of the large one, nothing forgotten."""

from __future__ import annotations

import re
import tomllib

from tests.architecture.sources import ROOT

_PIN = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+) \\\n(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def test_what_runs_is_pinned_as_in_what_tests() -> None:
    running, testing = pins("requirements.lock"), pins("requirements-test.lock")
    assert running.items() <= testing.items()


def test_the_locks_hold_every_package_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for_tests = project["optional-dependencies"]["dev"]
    assert {_name(line) for line in project["dependencies"]} - pins("requirements.lock").keys() == set()
    assert {_name(line) for line in for_tests} - pins("requirements-test.lock").keys() == set()


def test_a_lock_pins_and_points_nowhere() -> None:
    for lock in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        others = [line for line in _PIN.sub("", text).splitlines() if line.strip() and not line.strip().startswith("#")]
        assert others == []


def pins(lock: str) -> dict[str, tuple[str, str]]:
    """Give version and checksums of every package in a lock."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {found["name"]: (found["version"], found["hashes"]) for found in _PIN.finditer(text)}


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=! ]", requirement)[0]).lower()
