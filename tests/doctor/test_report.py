from __future__ import annotations

from app.doctor.check import found, missing, not_installed
from app.doctor.packages import install_command
from app.doctor.report import advice, missing_packages, report

PYTHON = found("Python", "3.11.2")
PANGO = not_installed("Pango", "not installed", ("libpango-1.0-0", "libpangoft2-1.0-0"))
CHINESE = not_installed("Chinese characters", "no font", ("fonts-noto-cjk",))
PORT = missing("Port 8000", "another program listens there", "./run demo --port 8001")
BROWSER = not_installed("Chromium", "missing", ("chromium",), "test")


def test_a_machine_that_lacks_nothing_hears_so() -> None:
    assert report([PYTHON]) == (
        "To run it\n  ok       Python                                     3.11.2\n\nNothing is missing.\n"
    )


def test_every_missing_thing_is_followed_by_what_mends_it() -> None:
    told = report([PYTHON, PORT, BROWSER]).splitlines()
    after = {line.split()[1]: told[n + 1].strip() for n, line in enumerate(told) if "MISSING" in line}
    assert after == {
        "Port": "mend it: ./run demo --port 8001",
        "Chromium": f"mend it: {install_command(['chromium'])}",
    }


def test_several_missing_packages_are_mended_by_one_command() -> None:
    everything = install_command(["libpango-1.0-0", "libpangoft2-1.0-0", "fonts-noto-cjk", "chromium"])
    assert report([PANGO, CHINESE, BROWSER]).endswith(f"All packages at once:\n    {everything}\n")


def test_running_does_not_ask_for_what_only_testing_needs() -> None:
    answers = [PYTHON, PANGO, BROWSER]
    assert missing_packages(answers, "demo") == ["libpango-1.0-0", "libpangoft2-1.0-0"]
    assert missing_packages(answers, "test") == ["libpango-1.0-0", "libpangoft2-1.0-0", "chromium"]


def test_advice_is_given_only_where_a_package_is_missing() -> None:
    assert advice([PYTHON, PORT, BROWSER], "demo") == ""
    assert advice([PYTHON, CHINESE], "demo").splitlines() == [
        "Something is missing on this machine:",
        "  Chinese characters: no font.",
        "One command brings it:",
        f"    {install_command(['fonts-noto-cjk'])}",
    ]
