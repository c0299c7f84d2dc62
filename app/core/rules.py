"""Who may: predicates that read as noun phrases and combine with `|` and `&`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.core.work import Work


@dataclass(frozen=True)
class Rule:
    """A named predicate over (work, subject); the name is what the documentation and the tests show."""

    name: str
    holds: Callable[[Work, Any], bool]

    def __or__(self, other: Rule) -> Rule:
        return Rule(
            f"{self.name} | {other.name}", lambda work, subject: self.holds(work, subject) or other.holds(work, subject)
        )

    def __and__(self, other: Rule) -> Rule:
        return Rule(
            f"({self.name}) & ({other.name})",
            lambda work, subject: self.holds(work, subject) and other.holds(work, subject),
        )


def rule(predicate: Callable[[Work, Any], bool]) -> Rule:
    """Make a rule of a predicate whose function name says who."""
    return Rule(predicate.__name__, predicate)


@rule
def the_program_itself(work: Work, _subject: Any) -> bool:  # noqa: ANN401 - every subject
    """Only the program: a timer, a finished export, an arrival seen by a socket."""
    return work.actor.system


@rule
def somebody_at_the_front_door(work: Work, _subject: Any) -> bool:  # noqa: ANN401 - every subject
    """Whoever is not signed in yet: the front door asks for them, counts failures, keeps the secret in a cookie."""
    return work.actor.person_id is None


@rule
def anybody(_work: Work, _subject: Any) -> bool:  # noqa: ANN401 - every subject
    """Even somebody who has not signed in: ways in only."""
    return True
