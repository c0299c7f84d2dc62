from __future__ import annotations

import re

import pytest

from tests.architecture.sources import lines, sources

# Put together from halves, so that this file does not find itself.
_LEFT_OVER = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")
_ONE_MACHINE = re.compile(r"(?<![\w.}/-])/(wo" + r"rk|ro" + r"ot|ho" + r"me/\w+|Us" + r"ers/\w+)/")
_REGISTRY = re.compile(
    r"pypi\.o" + r"rg|pythonh" + r"osted|npmj" + r"s\.|deb\.deb" + r"ian\.org|--index" + r"-url[ =]http"
)


def found(pattern: re.Pattern[str]) -> list[str]:
    """Give where `pattern` occurs in our files, with the line."""
    return [f"{path}:{n}: {line.strip()}" for path in sources() for n, line in lines(path) if pattern.search(line)]


def test_nothing_is_left_over_to_be_done() -> None:
    assert found(_LEFT_OVER) == []


def test_no_path_of_one_machine_is_written_down() -> None:
    assert found(_ONE_MACHINE) == []


def test_no_package_registry_is_named() -> None:
    assert found(_REGISTRY) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (_LEFT_OVER, "# TO" + "DO: later"),
        (_ONE_MACHINE, 'open("/ro' + 'ot/notes")'),
        (_ONE_MACHINE, "cd /ho" + "me/anna/rapport"),
        (_REGISTRY, "https://pypi.o" + "rg/simple"),
    ],
)
def test_each_of_these_words_is_recognised(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize("text", ["/api/homework/", "a/wo" + "rk/b", "{{ base }}/ro" + "ot/", "hackney"])
def test_words_that_only_look_alike_are_left_alone(text: str) -> None:
    assert not any(pattern.search(text) for pattern in (_LEFT_OVER, _ONE_MACHINE, _REGISTRY))
