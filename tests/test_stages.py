from __future__ import annotations

from pathlib import Path

from tests.stages import Outcome, Stage, counted, run, summary


def test_the_last_line_adds_up_the_tests_of_all_stages() -> None:
    outcomes = [
        Outcome("Lint", well=False, seconds=1.4),
        Outcome("Fast", well=True, seconds=60.0, passed=400, skipped=2),
        Outcome("Slow", well=False, seconds=90.0, passed=30, failed=1),
    ]
    assert summary(outcomes).splitlines() == [
        "FAILED  Lint  (1 s)",
        "ok      Fast  (60 s)",
        "FAILED  Slow  (90 s)",
        "430 passed, 1 failed, 2 skipped",
    ]


def test_an_error_in_setting_up_counts_as_a_failure(tmp_path: Path) -> None:
    record = tmp_path / "tests.xml"
    record.write_text(
        '<testsuites><testsuite tests="9" failures="1" errors="2" skipped="3"/><testsuite tests="1"/></testsuites>'
    )
    assert counted(record) == (4, 3, 3)


def test_a_stage_without_a_test_is_well_and_a_stage_that_breaks_is_not(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("def test_that_two_and_two_is_five(): assert 2 + 2 == 5\n")
    pytest = ["-m", "pytest", "-q", "-c", str(tmp_path / "none.ini"), "--rootdir", str(tmp_path), str(tmp_path)]
    (tmp_path / "none.ini").write_text("[pytest]\n")
    broken, empty = run(Stage("Broken", pytest)), run(Stage("Empty", [*pytest, "-k", "nothing"]))
    assert (broken.well, broken.failed, empty.well, empty.passed) == (False, 1, True, 0)
    assert not run(Stage("Crash", ["-c", "raise SystemExit(3)"])).well
