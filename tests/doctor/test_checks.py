from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

from app.doctor.check import found
from app.doctor.checks import checks, clock_check, disk_check, port_check
from app.doctor.fonts import font_checks, written_languages
from tests.architecture.sources import ROOT


def test_the_examination_covers_what_a_meeting_needs() -> None:
    assert [answer.subject for answer in checks(8123)] == [
        "Python",
        "Python packages",
        "Pango",
        "Latin letters (English, French, Spanish)",
        "Cyrillic letters (Russian)",
        "Arabic letters",
        "Chinese characters",
        "Letters of other languages",
        "Port 8123",
        "Disk",
        "Clock",
        "Chromium",
        "PostgreSQL",
        "Redis",
        "nginx",
        "PDF reader",
        "PDF checker",
        "git",
    ]


def test_every_missing_thing_names_its_cost_and_its_cure() -> None:
    nothing_here = [*font_checks(frozenset()), disk_check(needed=10**18), clock_check(now=0.0)]
    assert [answer.subject for answer in nothing_here if answer.ok or not answer.says or not answer.mend] == []


def test_a_port_that_somebody_uses_is_not_free_and_the_next_one_is_offered(free_port: int) -> None:
    assert port_check(free_port) == found(f"Port {free_port}", "free")
    with socket.create_server(("127.0.0.1", free_port)):
        taken = port_check(free_port)
    assert (taken.ok, taken.mend) == (False, f"./run demo --port {free_port + 1}")


def test_a_machine_with_latin_letters_alone_lacks_the_other_scripts_of_the_united_nations() -> None:
    answers = font_checks(frozenset({"en", "fr", "es"}))
    assert [(answer.subject.split()[0], answer.packages) for answer in answers if not answer.ok] == [
        ("Cyrillic", ("fonts-noto-core",)),
        ("Arabic", ("fonts-noto-core",)),
        ("Chinese", ("fonts-noto-cjk",)),
        ("Letters", ("fonts-noto-core", "fonts-noto-cjk")),
    ]


def test_the_machine_of_the_tests_writes_all_six_official_languages() -> None:
    assert {"ar", "zh-cn", "en", "fr", "ru", "es"} - written_languages() == set()


def test_a_disk_with_too_little_room_says_how_much_is_wanted(tmp_path: Path) -> None:
    assert disk_check(tmp_path, needed=1).ok
    full = disk_check(tmp_path, needed=10**18)
    assert (full.ok, full.says.partition("; ")[2], full.mend) == (
        False,
        "1000000000 GB is wanted",
        "sudo apt-get clean",
    )


def test_a_clock_before_the_program_was_written_is_wrong() -> None:
    wrong = clock_check(now=0.0)
    assert (wrong.ok, wrong.says) == (False, "it says 1970-01-01 00:00 UTC, before this copy of Rapport was written")


def test_the_doctor_needs_nothing_but_python() -> None:
    # -S: without any installed package, as on the first start of a fresh machine.
    command = [sys.executable, "-S", "-P", "-m", "app.doctor"]
    answer = subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert (answer.stderr, answer.returncode) == ("", 1)
    assert "Python packages                            not fetched yet" in answer.stdout
