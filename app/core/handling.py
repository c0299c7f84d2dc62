"""Declaring commands: every command of the program, with its subject, its rule and its function."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from app.core.contract import Command, View
from app.core.work import Work

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.rules import Rule

C = TypeVar("C", bound=Command)
Subject = TypeVar("Subject")


@dataclass(frozen=True)
class Handler:
    """A command with the row it is about, the rule of who may, and the function that does it."""

    command: type[Command]
    load: Callable[[Session, Any], Any]
    allow: Rule
    event: str
    body: Callable[[Any, Any, Work], View]
    keeps_answer: bool
    is_figures: bool


handlers: dict[str, Handler] = {}
"""Every command of the program by its name on the wire."""


def handles(
    command: type[C],
    *,
    on: Callable[[Session, C], Subject],
    allow: Rule,
    event: str,
    keeps_answer: bool = True,
    is_figures: bool = False,
) -> Callable[[Callable[[C, Subject, Work], View]], Callable[[C, Subject, Work], View]]:
    """Declare a command: on which row, by whom, and the event that it becomes.

    A command without a rule cannot be declared.
    `keeps_answer=False` is for answers that hold a secret: they are given once and never stored.
    `is_figures=True` is for telling figures, which does not itself change any figure.
    """

    def declare(body: Callable[[C, Subject, Work], View]) -> Callable[[C, Subject, Work], View]:
        handlers[command.name] = Handler(command, on, allow, event, body, keeps_answer, is_figures)
        return body

    return declare
