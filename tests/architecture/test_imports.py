from __future__ import annotations

import ast
import subprocess
import sys
import tomllib

from tests.architecture.sources import PROGRAM, ROOT, read, sources
from tests.stages import EVERYTHING

PARTS = (
    "factory cli wsgi running readiness matrix slices guide exports breakouts plenary"
    " attendance meetings accounts realtime web words backups core"
)


def test_imports_keep_the_order_of_the_house() -> None:
    command = next(stage.command for stage in EVERYTHING if stage.title == "Architecture")
    answer = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout


def test_the_order_names_every_part_of_the_house_and_each_part_exists() -> None:
    contracts = tomllib.loads(read(ROOT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    house = next(contract for contract in contracts if contract["id"] == "house")
    named = [name.strip(" ()") for layer in house["layers"] for name in layer.split(":")]
    assert [name.removeprefix("app.") for name in named] == PARTS.split()
    assert [name for name in named if not _exists(name)] == []


def test_a_package_says_its_words_and_imports_nothing() -> None:
    busy = [
        str(path)
        for path in sources(".py", under=PROGRAM)
        if path.name == "__init__.py" and not _is_only_a_docstring(read(path))
    ]
    assert busy == []


def test_only_the_live_side_speaks_to_sockets() -> None:
    speakers = [
        f"{path}:{line}"
        for path in sources(".py", under=PROGRAM)
        if not path.is_relative_to("app/realtime")
        for line in calls(read(path), {"emit", "join_room", "leave_room", "close_room"})
    ]
    assert speakers == []


def test_a_call_to_a_socket_is_found_in_any_dress() -> None:
    text = "emit('x')\nserver.emit('x')\nself.io.server.join_room(1)\nemitted('x')\n'emit('\n"
    assert calls(text, {"emit", "join_room"}) == [1, 2, 3]


def calls(text: str, names: set[str]) -> list[int]:
    """Give the lines of a Python text on which something of one of `names` is called."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in names
    ]


def _exists(module: str) -> bool:
    path = ROOT.joinpath(*module.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def _is_only_a_docstring(text: str) -> bool:
    body = ast.parse(text).body
    return not body or (len(body) == 1 and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant))
