"""The scripts of a live screen in two pieces: what every live screen has, and what only this one has.

A screen is some forty small modules. Fetched one by one over HTTP/1.1, six at a time, they cost a phone a second before
it shows anything, and each is compressed without knowing the others. The modules stay as they are on the disk; a piece
holds each as a function that gives what the module exports, in the order in which a browser would run them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.words.for_scripts import beside

LIVE = "pieces/live.js"
WORDS = "js/core/words.js"
"""Stays a module of its own: the translations are put into it before anything else runs."""

_SHARED = ("js/core/boot.js", "js/elements/menus.js", "js/elements/shell.js", "js/elements/time-left.js")
_PIECE = re.compile(r"pieces/([\w.-]+)\.js")
_NAMED = re.compile(r'^import \{([^}]*)\} from "(\.[^"]+)";', re.MULTILINE)
_PLAIN = re.compile(r'^import "(\.[^"]+)";', re.MULTILINE)
_LATER = re.compile(r'\bimport\("(\.[^"]+)"\)')
_DECLARED = re.compile(r"^export (?:(?:async )?function|const|class) (\w+)", re.MULTILINE)
_LISTED = re.compile(r"(?:^|(?<=;))export ?\{([^}]*)\};", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function|const|class)", re.MULTILINE)


def piece(name: str, scripts: Mapping[str, str]) -> str:
    """Give the piece of that name, `pieces/live.js` or `pieces/screens.now.js`; KeyError where there is none."""
    if name == LIVE:
        return _live(scripts)
    found = _PIECE.fullmatch(name)
    module = f"js/{found[1].replace('.', '/')}.js" if found else ""
    if module not in scripts:
        raise KeyError(name)
    shared = set(_order(_SHARED, scripts))
    own = [each for each in _order([module], scripts) if each not in shared and each not in (WORDS, module)]
    wrapped = "".join(_wrapped(each, scripts) for each in own)
    # The screen itself comes last and as it is: it may wait for something, and what it exports is the piece's.
    return f'import {{ all$ }} from "./live.js";\n{wrapped}{_inside(module, scripts)}\n'


def _live(scripts: Mapping[str, str]) -> str:
    wrapped = "".join(_wrapped(each, scripts) for each in _order(_SHARED, scripts) if each != WORDS)
    return f'import * as words$ from "../{WORDS}";\nexport const all$ = {{ "{WORDS}": words$ }};\n{wrapped}'


def _wrapped(module: str, scripts: Mapping[str, str]) -> str:
    body = scripts[module]
    given = [*_DECLARED.findall(body), *(_renamed(one) for found in _LISTED.findall(body) for one in _names(found))]
    inside = _LISTED.sub("", _EXPORT.sub("", _inside(module, scripts)))
    return f'all$["{module}"] ??= (() => {{{inside}\nreturn {{ {", ".join(given)} }};\n}})();\n'


def _inside(module: str, scripts: Mapping[str, str]) -> str:
    def named(found: re.Match[str]) -> str:
        names = ", ".join(": ".join(one.split(" as ")) for one in _names(found[1]))
        return f'const {{ {names} }} = all$["{beside(module, found[2])}"];'

    def later(found: re.Match[str]) -> str:
        target = beside(module, found[1])
        alone = not list(_imports(target, scripts))
        address = f"../{target}" if alone else f"./{target.removeprefix('js/').replace('/', '.')}"
        return f'import("{address}")'

    body = _LATER.sub(later, _PLAIN.sub("", _NAMED.sub(named, scripts[module])))
    return body.replace("import.meta.url", f'new URL("../{module}", import.meta.url)')


# As a browser runs modules: what one imports comes before it, in the order of its imports.
def _order(wanted: tuple[str, ...] | list[str], scripts: Mapping[str, str]) -> list[str]:
    done: dict[str, None] = {}
    waiting: list[str] = []

    def visit(module: str) -> None:
        if module in waiting:
            message = f"modules in a circle: {' > '.join([*waiting, module])}"
            raise ValueError(message)
        waiting.append(module)
        for each in _imports(module, scripts):
            if each not in done:
                visit(each)
        waiting.pop()
        done[module] = None

    for module in wanted:
        if module not in done:
            visit(module)
    return list(done)


def _imports(module: str, scripts: Mapping[str, str]) -> Iterator[str]:
    found = sorted(
        (each.start(), each[each.lastindex or 0]) for one in (_NAMED, _PLAIN) for each in one.finditer(scripts[module])
    )
    return (beside(module, imported) for _at, imported in found)


def _names(listed: str) -> list[str]:
    return [name.strip() for name in listed.split(",") if name.strip()]


# `export { a as b }` gives a under the name b.
def _renamed(one: str) -> str:
    name, _, other = one.partition(" as ")
    return f"{other}: {name}" if other else name
