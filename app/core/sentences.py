"""Sentences for people, which still know their words and values: each edge says them in its person's language.

A command knows no language. It says `say("The room closed at {hour}.", hour=…)`: English at once for logs and tests,
and for everybody else translated where the answer leaves the house. A sentence without values may be a plain text.
"""

from __future__ import annotations

import re
from typing import Any, Self

Value = str | int
"""What may stand in a sentence: a text as it is, a number as the language writes it, or a sentence of its own."""

_PLACE = re.compile(r"\{(\w+)\}")


class Said(str):
    """An English sentence, filled in, with the words and the values it was made of.

    `forms` are the words for one and for more, where a number decides; otherwise both are the same.
    """

    __slots__ = ("forms", "n", "values")

    forms: tuple[str, str]
    n: int
    values: dict[str, Value]

    def __new__(cls, forms: tuple[str, str], n: int, values: dict[str, Value]) -> Self:
        """Fill the English words in."""
        written = {name: f"{value:,}" if isinstance(value, int) else value for name, value in values.items()}
        made = super().__new__(cls, fill(forms[0] if n == 1 else forms[1], written))
        made.forms, made.n, made.values = forms, n, values
        return made

    def __getnewargs__(self) -> tuple[Any, ...]:
        """Let a sentence be copied and sent to another process as what it is."""
        return self.forms, self.n, self.values


def say(words: str, /, **values: Value) -> str:
    """Give a sentence whose words hold `{name}` for each value."""
    return Said((words, words), 1, values)


def say_n(one: str, other: str, n: int, /, **values: Value) -> str:
    """Give a sentence that a number `{n}` decides the form of."""
    return Said((one, other), n, {"n": n, **values})


def fill(words: str, values: dict[str, str]) -> str:
    """Put the values in their places; a place without a value stays as it is, for somebody to see."""
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), words)


def places(words: str) -> set[str]:
    """Give the names of the places in some words."""
    return set(_PLACE.findall(words))


def kept(sentence: str) -> Any:  # noqa: ANN401 - JSON values
    """Give a sentence as JSON that can be kept and said later in any language."""
    if not isinstance(sentence, Said):
        return sentence
    values = {name: kept(value) if isinstance(value, str) else value for name, value in sentence.values.items()}
    return {"say": list(sentence.forms), "n": sentence.n, "with": values}


def found(sentence: Any) -> str:  # noqa: ANN401 - JSON values
    """Give the sentence that was kept."""
    if not isinstance(sentence, dict):
        return str(sentence)
    one, other = sentence["say"]
    values = {name: value if isinstance(value, int) else found(value) for name, value in sentence["with"].items()}
    return Said((one, other), sentence["n"], values)
