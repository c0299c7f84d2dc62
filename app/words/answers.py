"""Answers of the live contract in a person's language, on their way out."""

from __future__ import annotations

from typing import Any

from app.core.sentences import Said
from app.words.catalogue import translated

_SPEAKS = {"why", "notices"}
_IS_DATA = {"snapshot", "changes", "streams", "theirs"}
"""What is told to everybody alike, and may be large: it holds no sentence."""


def in_language(answer: dict[str, Any], language: str) -> dict[str, Any]:
    """Give the answer with its sentences said in the language.

    These are `why`, `fields` and `notices`, and wherever it stands what was made by `say`.
    """
    if language == "en":
        return answer
    said = {key: value if key in _IS_DATA else _said(value, language) for key, value in answer.items()}
    for key in _SPEAKS & said.keys():
        said[key] = _spoken(said[key], language)
    if isinstance(said.get("fields"), dict):
        said["fields"] = {field: _spoken(why, language) for field, why in said["fields"].items()}
    return said


def _spoken(words: Any, language: str) -> Any:  # noqa: ANN401 - JSON values
    if isinstance(words, list):
        return [_spoken(each, language) for each in words]
    return translated(words, language) if isinstance(words, str) else words


def _said(value: Any, language: str) -> Any:  # noqa: ANN401 - JSON values
    if isinstance(value, Said):
        return translated(value, language)
    if isinstance(value, dict):
        return {key: _said(each, language) for key, each in value.items()}
    return [_said(each, language) for each in value] if isinstance(value, list | tuple) else value
