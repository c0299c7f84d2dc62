"""Finding the English words by Babel: in templates, in scripts, in Python where a sentence for people is made."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeGuard, cast

from babel.messages.catalog import Catalog
from babel.messages.extract import extract

from app.words.for_scripts import numbered_words, plain_words

ROOT = Path(__file__).parent.parent.parent
REFUSALS = frozenset({"Refusal", "Invalid", "Forbidden", "NotFound", "Conflict", "Gone", "Busy", "SignedOut"})
TABLE = "_WORDS"
"""The name of a table whose values are words for people."""

CHECKED_WORDS = ("contract.py", "app/core/text.py")
"""The files in which a ValueError is the sentence at a field; elsewhere it speaks to the program."""

_OWN_WORDS = ("templates/exports/", "app/demo/", "app/rehearsal/", "app/doctor/", "app/migrations/")
"""The document has its own words; the others speak to the maintainer's terminal, in English."""

Found = tuple[int, str, Any, list[str]]


@dataclass(frozen=True)
class Unsayable:
    """A place where a sentence for people is put together from pieces, so that nobody can translate it."""

    path: str
    line: int

    def __str__(self) -> str:
        """Say where, and what to write instead."""
        return f'{self.path}:{self.line}: write one whole sentence, say("… {{name}} …", name=value)'


def extracted(root: Path = ROOT) -> Catalog:
    """Give every English text of the program, with the files it stands in."""
    catalog = Catalog(project="Rapport", charset="utf-8")
    for path in _sources(root):
        name = path.relative_to(root).as_posix()
        for message in words_in(path):
            catalog.add(message, locations=[(name, 1)])
    return catalog


def words_in(path: Path) -> list[str | tuple[str, str]]:
    """Give the texts of one file; those with a plural as a pair."""
    with path.open("rb") as file:
        return [message for _line, message, _comments, _context in _extract(file, path)]


def unsayable(root: Path = ROOT) -> list[Unsayable]:
    """Give the places where pieces are put together instead of a whole sentence said."""
    return [
        Unsayable(path.relative_to(root).as_posix(), line)
        for path in _sources(root)
        if path.suffix == ".py"
        for line, arguments in _sayings(ast.parse(path.read_text("utf-8")), _refusals(path))
        if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in arguments)
    ]


def _sources(root: Path) -> Iterator[Path]:
    folders = {"templates": "*.html", "app/static/js": "*.js", "app": "*.py", "breakouts": "*.py", "exports": "*.py"}
    for folder, pattern in folders.items():
        for path in sorted((root / folder).rglob(pattern)):
            if not path.relative_to(root).as_posix().startswith(_OWN_WORDS):
                yield path


def _extract(file: IO[bytes], path: Path) -> Iterator[Any]:
    if path.suffix == ".html":
        yield from extract("jinja2.ext:babel_extract", file, {"_": None, "_n": (1, 2)}, (), {})
    elif path.suffix == ".js":
        yield from extract(cast("Any", _from_script), file, {"t": None, "tn": (1, 2)}, (), {})
    else:
        yield from extract(
            cast("Any", _from_python), file, {"say": None, "say_n": (1, 2)}, (), {"refusals": _refusals(path)}
        )


# Babel's own reader of scripts takes a template among the values for the text: `parts("By {who}", {who: html`…`})`.
# A page's words are found by the same patterns, so what is extracted is what is served; a test compares with Babel's.
def _from_script(file: IO[bytes], _keywords: object, _tags: object, options: object) -> Iterator[Found]:
    del options  # Babel hands them over by name
    script = file.read().decode()
    for text in plain_words(script):
        yield 1, "t", text, []
    for pair in numbered_words(script):
        yield 1, "tn", pair, []


def _from_python(
    file: IO[bytes], _keywords: object, _tags: object, options: dict[str, frozenset[str]]
) -> Iterator[Found]:
    for line, arguments in _sayings(ast.parse(file.read()), options["refusals"]):
        texts = [argument.value for argument in arguments if isinstance(argument, ast.Constant) and argument.value]
        if len(texts) == len(arguments):
            yield line, "say" if len(texts) == 1 else "say_n", texts[0] if len(texts) == 1 else tuple(texts), []


def _refusals(path: Path) -> frozenset[str]:
    return REFUSALS | ({"ValueError"} if path.as_posix().endswith(CHECKED_WORDS) else set())


def _sayings(tree: ast.Module, refusals: frozenset[str]) -> Iterator[tuple[int, list[ast.expr]]]:
    """Give what is said: by `say`, in a refusal, as a notice; also a text that stands under a name first."""
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef | ast.Module):
            named = _texts_under_names(scope)
            for node in _own_nodes(scope):
                if isinstance(node, ast.Call) and _name(node) == "say_n":
                    yield node.lineno, node.args[:2]
                if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == TABLE:
                    yield from ((text.lineno, [text]) for text in ast.walk(node.value) if _is_value(text, node.value))
                for argument in _said(node, refusals):
                    for each in _choices(argument, named):
                        yield each.lineno, [each]


def _is_value(text: ast.AST, table: ast.expr) -> TypeGuard[ast.expr]:
    return isinstance(text, ast.Constant) and isinstance(table, ast.Dict) and text in table.values


def _said(node: ast.AST, refusals: frozenset[str]) -> Iterator[ast.expr]:
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and _name(node.exc) in refusals:
        call = node.exc
        yield from call.args[:1]
        for keyword in call.keywords:
            if keyword.arg == "fields" and isinstance(keyword.value, ast.Dict):
                yield from keyword.value.values
    elif isinstance(node, ast.Call) and (_name(node) == "say" or ast.unparse(node.func).endswith("notices.append")):
        yield from node.args[:1]


def _choices(argument: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[ast.expr]:
    if isinstance(argument, ast.IfExp):
        yield from _choices(argument.body, named)
        yield from _choices(argument.orelse, named)
    elif isinstance(argument, ast.Name):
        for text in named.get(argument.id, []):
            yield from _choices(text, {})
    elif isinstance(argument, ast.Constant) and not isinstance(argument.value, str):
        return
    elif isinstance(argument, ast.Constant | ast.JoinedStr | ast.BinOp):
        yield argument


def _texts_under_names(scope: ast.AST) -> dict[str, list[ast.expr]]:
    named: dict[str, list[ast.expr]] = {}
    for node in _own_nodes(scope):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(node.value)
    return named


def _own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop(0)
        if not isinstance(node, ast.FunctionDef):
            yield node
            waiting += ast.iter_child_nodes(node)


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""
