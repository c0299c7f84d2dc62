"""Everything that `./run test` checks, stage by stage, to the end even when one fails.

Named paths run only the tests in them. The last line says how many tests passed, failed and were skipped.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parent.parent
TESTED = ["app", "breakouts", "exports", "tests"]
_PYTEST = ["-m", "pytest", "-q"]
_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"
_NO_TESTS = 5  # how pytest ends when nothing was to be run


@dataclass(frozen=True)
class Stage:
    """One thing that is checked: its title, and what Python is asked to run for it."""

    title: str
    command: Sequence[str]

    @property
    def counts(self) -> bool:
        """Whether it runs tests that are to be counted."""
        return "pytest" in self.command


@dataclass(frozen=True)
class Outcome:
    """How a stage went: its title, whether all was well, seconds, and the tests it counted."""

    title: str
    well: bool
    seconds: float
    passed: int = 0
    failed: int = 0
    skipped: int = 0


EVERYTHING = [
    Stage("Lint", ["-m", "ruff", "check", *TESTED]),
    Stage("Format", ["-m", "ruff", "format", "--check", *TESTED]),
    Stage("Types", ["-m", "mypy"]),
    Stage("Architecture", ["-c", _IMPORTS]),
    Stage("Tests side by side", [*_PYTEST, "-n", "2", "--dist", "loadgroup", "-m", "not alone and not seen"]),
    Stage("Tests in real browsers", [*_PYTEST, "-n", "2", "--dist", "loadfile", "-m", "seen and not alone"]),
    Stage("Tests alone: documents, faults", [*_PYTEST, "-n", "1", "-m", "alone"]),
]


def main(arguments: Sequence[str]) -> int:
    """Run the stages, or the tests in the paths among `arguments`; give 0 if all went well."""
    if "--full" in arguments:
        os.environ["RAPPORT_FULL"] = "1"
    wanted = [argument for argument in arguments if argument != "--full"]
    stages = [Stage(f"Tests in {' '.join(wanted)}", [*_PYTEST, *wanted])] if wanted else EVERYTHING
    outcomes = [run(stage) for stage in stages]
    print("\n" + summary(outcomes))
    return int(not all(outcome.well for outcome in outcomes))


def run(stage: Stage) -> Outcome:
    """Run one stage under its title, its output as it comes."""
    print(f"\n──── {stage.title} ".ljust(100, "─"), flush=True)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "tests.xml"
        recording = [f"--junitxml={record}"] if stage.counts else []
        command = [sys.executable, "-P", *stage.command, *recording]
        status = subprocess.run(command, cwd=ROOT, check=False).returncode
        passed, failed, skipped = counted(record) if record.exists() else (0, 0, 0)
    well = status == 0 or (stage.counts and status == _NO_TESTS)
    return Outcome(stage.title, well, time.monotonic() - start, passed, failed, skipped)


def counted(record: Path) -> tuple[int, int, int]:
    """Give how many tests passed, failed and were skipped according to a JUnit record; an error is a failure."""
    suites = list(ET.parse(record).getroot().iter("testsuite"))  # noqa: S314 - pytest wrote it a moment ago
    tests, failures, errors, skipped = (
        sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "failures", "errors", "skipped")
    )
    return tests - failures - errors - skipped, failures + errors, skipped


def summary(outcomes: Sequence[Outcome]) -> str:
    """Give a line per stage, and last the sum of all tests."""
    lines = [f"{'ok    ' if one.well else 'FAILED'}  {one.title}  ({one.seconds:.0f} s)" for one in outcomes]
    passed, failed, skipped = (sum(getattr(one, name) for one in outcomes) for name in ("passed", "failed", "skipped"))
    return "\n".join([*lines, f"{passed} passed, {failed} failed, {skipped} skipped"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
