"""The words that a page's scripts need: a module per language and screen, kept by browsers as long as the scripts are.

A module of words comes before the screen's own in the page. Module scripts run in their order, so the words are there
before anything is drawn, and nobody sees a flash of English.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from app.words.catalogue import Words

_IMPORT = re.compile(r'(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"')
_TEXT = r'"((?:[^"\\\n]|\\.)*)"'
_PLAIN = re.compile(rf"\b(?:t|parts|mark)\(\s*{_TEXT}")
_NUMBERED = re.compile(rf"\btn\(\s*{_TEXT},\s*{_TEXT}")


def module_of_words(screen: str, scripts: Mapping[str, str], words: Words) -> str:
    """Give the module of words for the screen's module, such as `js/screens/now.js`, and all that it imports.

    `scripts` holds the modules by name. Words without a translation are left out: the English ones stand in the code.
    """
    used: dict[str, object] = {}
    for name in sorted(with_imports(screen, scripts)):
        for text in plain_words(scripts[name]):
            if text in words.plain:
                used[text] = words.plain[text]
        for _one, other in numbered_words(scripts[name]):
            if other in words.plural:
                used[other] = _forms(words.plural[other])
    catalogue = json.dumps(dict(sorted(used.items())), ensure_ascii=False, separators=(",", ":"))
    return f'import {{ useWords }} from "../../js/core/words.js";\nuseWords({catalogue}, "{words.language}");\n'


def with_imports(name: str, scripts: Mapping[str, str]) -> set[str]:
    """Give the names of a module and of all that it imports, near and far."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        module = waiting.pop()
        if module in found or module not in scripts:
            continue
        found.add(module)
        waiting += [beside(module, each) for each in _IMPORT.findall(scripts[module])]
    return found


def plain_words(script: str) -> list[str]:
    """Give the texts that a script has translated, plural ones left out."""
    return [_unquoted(text) for text in _PLAIN.findall(script)]


def numbered_words(script: str) -> list[tuple[str, str]]:
    """Give the pairs of texts, for one and for many, that a script has translated."""
    return [(_unquoted(one), _unquoted(other)) for one, other in _NUMBERED.findall(script)]


def beside(module: str, imported: str) -> str:
    """Give the name of a module that `module` imports as `imported`."""
    steps: list[str] = list(PurePosixPath(module).parent.parts)
    for step in PurePosixPath(imported).parts:
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _forms(forms: dict[str, str]) -> dict[str, str]:
    # A browser may know a category that no count of people or points falls into: it gets the last form.
    return {**forms, "other": forms.get("other") or next(reversed(forms.values()))}


def _unquoted(text: str) -> str:
    return str(json.loads(f'"{text}"'))
