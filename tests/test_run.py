"""The front door, with a Python that only writes down what it was asked, on a machine without a package manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT

_TOOLS = ["sh", "cat", "cksum", "dirname", "id", "mkdir", "cp", "rm", "env"]
_PYTHON = """#!/bin/sh
echo "$*" >>"{log}"
case "$*" in
*--missing*) printf '%s' "{missing}" ;;
*--advice*) echo "One command brings it: {missing}" ;;
*"pip install"*) exit {pip} ;;
*"-m venv"*) mkdir -p "{home}/.venv/bin" && cp "$0" "{home}/.venv/bin/python" ;;
esac
"""


@dataclass
class Machine:
    """A folder with the project's door and locks, and the few programs that the door may use."""

    home: Path

    def equip(self, *, python: bool = True, missing: str = "", pip: int = 0) -> None:
        """Put programs on the PATH; `missing` are Debian packages that the doctor misses, `pip` is how pip ends."""
        for name in ("run", "requirements.lock", "requirements-test.lock"):
            shutil.copy(ROOT / name, self.home / name)
        (self.home / "bin").mkdir()
        for tool in _TOOLS:
            (self.home / "bin" / tool).symlink_to(shutil.which(tool) or "")
        if python:
            script = self.home / "bin" / "python3"
            script.write_text(_PYTHON.format(log=self.home / "log", home=self.home, missing=missing, pip=pip))
            script.chmod(0o755)

    def run(self, *words: str) -> tuple[int, str, list[str]]:
        """Go through the door; give the exit status, what was said, and what Python was asked."""
        (self.home / "log").write_text("")
        command = [str(self.home / "run"), *words]
        env = {"PATH": str(self.home / "bin")}
        answer = subprocess.run(command, env=env, cwd=self.home, capture_output=True, text=True, check=False)
        asked = [line.removeprefix("-P -m ") for line in (self.home / "log").read_text().splitlines()]
        return answer.returncode, answer.stderr, asked


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_start_fetches_what_running_needs_by_checksum_and_hands_over(machine: Machine) -> None:
    machine.equip()
    status, _, asked = machine.run("demo", "--port", "8100")
    assert status == 0
    options = "--quiet --no-input --disable-pip-version-check --require-hashes"
    assert asked[1:] == [
        f"-m venv --clear {machine.home}/.venv",
        f"-m pip install {options} -r {machine.home}/requirements.lock",
        "app.doctor --missing demo",
        "app.cli demo --port 8100",
    ]


def test_later_starts_hand_over_at_once(machine: Machine) -> None:
    machine.equip()
    machine.run("demo")
    times = []
    for _ in range(5):
        start = time.perf_counter()
        assert machine.run("serve") == (0, "", ["app.cli serve"])
        times.append(time.perf_counter() - start)
    assert min(times) < 0.2


def test_testing_asks_for_the_larger_lock_and_after_it_running_asks_for_nothing(machine: Machine) -> None:
    machine.equip()
    _, _, asked = machine.run("test", "tests/rooms", "--full")
    assert next(line for line in asked if "requirements" in line).endswith("requirements-test.lock")
    assert asked[-2:] == ["app.doctor --missing test", "tests.stages tests/rooms --full"]
    _, _, asked = machine.run("demo")
    assert asked[-2:] == ["app.doctor --missing demo", "app.cli demo"]
    assert not any("pip install" in line for line in asked)


def test_a_changed_lock_is_fetched_at_the_next_start(machine: Machine) -> None:
    machine.equip()
    machine.run("demo")
    with (machine.home / "requirements.lock").open("a") as lock:
        lock.write("# one more\n")
    _, _, asked = machine.run("demo")
    assert sum("pip install" in line for line in asked) == 1


def test_what_the_system_lacks_is_said_and_the_program_starts_all_the_same(machine: Machine) -> None:
    machine.equip(missing="libpango-1.0-0")
    for _ in range(2):
        status, said, asked = machine.run("demo")
        assert (status, asked[-1]) == (0, "app.cli demo")
        assert "One command brings it: libpango-1.0-0" in said


def test_without_a_line_the_door_says_what_it_needs_and_the_next_start_tries_again(machine: Machine) -> None:
    machine.equip(pip=1)
    for _ in range(2):
        status, said, asked = machine.run("demo")
        assert (status, "pip install" in asked[-1]) == (1, True)
        assert "could not be fetched" in said


@pytest.mark.parametrize("word", ["demo", "test", "doctor"])
def test_without_python_the_door_names_the_command_that_brings_it(machine: Machine, word: str) -> None:
    machine.equip(python=False)
    status, said, _ = machine.run(word)
    assert status == 1
    assert "sudo apt-get install -y python3 python3-venv" in said


def test_the_doctor_only_looks(machine: Machine) -> None:
    machine.equip()
    _, _, asked = machine.run("doctor")
    assert asked[1:] == ["app.doctor"]
    assert not (machine.home / ".venv").exists()


def test_the_door_may_be_called_from_anywhere(machine: Machine) -> None:
    machine.equip()
    machine.run("demo")
    env = {"PATH": str(machine.home / "bin")}
    subprocess.run([str(machine.home / "run"), "serve"], env=env, cwd="/", check=True)
    assert (machine.home / "log").read_text().splitlines()[-1] == "-P -m app.cli serve"


def test_the_door_needs_no_more_than_a_plain_shell() -> None:
    shell = shutil.which("dash") or "sh"
    assert subprocess.run([shell, "-n", str(ROOT / "run")], check=False).returncode == 0
    assert os.access(ROOT / "run", os.X_OK)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
