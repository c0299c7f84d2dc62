from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.sources import PROGRAM, read, sources

_EMPTY_NAMES = {"util", "helper", "common", "manager", "service", "misc"}
_LONGEST = 300  # lines


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in sources() if says_nothing(path)] == []


@pytest.mark.parametrize("name", ["app/utils.py", "tests/room_helpers.py", "app/common/x.py", "app/static/js/misc.js"])
def test_names_that_say_nothing_are_recognised(name: str) -> None:
    assert says_nothing(Path(name))


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    counted = {
        str(path): len(read(path).splitlines()) for path in sources(".py", ".js", ".css", ".html", under=PROGRAM)
    }
    assert {path: n for path, n in counted.items() if n > _LONGEST and "migrations" not in Path(path).parts} == {}


def test_the_name_of_a_test_is_a_sentence() -> None:
    short = [
        f"{path}: {node.name}"
        for path in sources(".py", under=("tests/",))
        for node in ast.walk(ast.parse(read(path)))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and node.name.count("_") < 3
    ]
    assert short == []


def says_nothing(path: Path) -> bool:
    words = {word.removesuffix("s") for word in re.split(r"[\W_]+", str(path.with_suffix("")).lower())}
    return bool(words & _EMPTY_NAMES) and path.suffix in {".py", ".js", ".css", ".html"}
