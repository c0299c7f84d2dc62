"""What is printed: plain frozen data, which travels to the process that lays it out and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Card:
    """One person's card; `address` is their personal link, drawn as a QR code and never written out."""

    name: str
    delegation: str
    tasks: tuple[str, ...]
    address: str


@dataclass(frozen=True)
class Sheet:
    """A sheet of a meeting: the way in for everybody, and the cards of those in charge, if there are any.

    `when` has a line per session; `as_of` is the moment of printing in ISO 8601, in UTC.
    """

    language: str
    title: str
    process: str
    when: tuple[str, ...]
    join_address: str
    join_code: str
    as_of: str
    cards: tuple[Card, ...] = ()
    trouble: str = ""
    """`here` where its addresses open on the server's own machine alone, `plain` where they are without https."""


def to_plain(sheet: Sheet) -> dict[str, Any]:
    """Give the sheet as JSON values."""
    return asdict(sheet)


def from_plain(plain: Mapping[str, Any]) -> Sheet:
    """Give the sheet that `to_plain` was given."""
    cards = tuple(Card(**{**card, "tasks": tuple(card["tasks"])}) for card in plain["cards"])
    return Sheet(**{**plain, "when": tuple(plain["when"]), "cards": cards})
