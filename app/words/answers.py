"""Answers of the live contract in a person's language, on their way out."""

from __future__ import annotations

from typing import Any

from app.words.catalogue import translated


def in_language(answer: dict[str, Any], language: str) -> dict[str, Any]:
    """Give the answer with its sentences (`why`, `fields`, `notices`) said in the language."""
    if language == "en":
        return answer
    said = dict(answer)
    if isinstance(said.get("why"), str):
        said["why"] = translated(said["why"], language)
    if isinstance(said.get("fields"), dict):
        said["fields"] = {field: translated(why, language) for field, why in said["fields"].items()}
    if isinstance(said.get("notices"), list):
        said["notices"] = [translated(notice, language) for notice in said["notices"]]
    return said
