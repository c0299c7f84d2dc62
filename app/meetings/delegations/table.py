"""The table of delegations: every State, UN entity and organisation that can stand behind a person."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

Kind = Literal["member_state", "observer_state", "un", "observer"]
KINDS: tuple[Kind, ...] = ("member_state", "observer_state", "un", "observer")


@dataclass(frozen=True, slots=True)
class Delegation:
    """One row of the table.

    `code` is ISO alpha-3 for States ("GHA") and a prefixed word for the rest ("un:dpo", "org:au"); `iso2` is empty
    where there is none. `short` is printed in a summary, `official` is the name in United Nations lists, `sort_key`
    puts rows in English alphabetical order. `group` is the regional group of a Member State, otherwise empty;
    `part_of` is the code of the UN entity that this one belongs to, or empty.
    """

    code: str
    kind: Kind
    iso2: str
    short: str
    official: str
    sort_key: str
    group: str
    part_of: str


@cache
def every_delegation() -> tuple[Delegation, ...]:
    """All delegations in the order of the table: Member States, observer States, UN entities, other observers."""
    text = files(__package__).joinpath("delegations.csv").read_text(encoding="utf-8")
    return tuple(_delegation(row) for row in csv.DictReader(text.splitlines()))


@cache
def by_code() -> Mapping[str, Delegation]:
    """The table as a map from code to delegation."""
    return MappingProxyType({delegation.code: delegation for delegation in every_delegation()})


def delegation(code: str) -> Delegation:
    """The delegation with this code; KeyError for a code that is not in the table."""
    return by_code()[code]


def _delegation(row: dict[str, str]) -> Delegation:
    kind = row["kind"]
    if kind not in KINDS:
        raise ValueError(f"The table of delegations has a row of unknown kind: {row}")
    return Delegation(
        code=row["code"],
        kind=kind,
        iso2=row["iso2"],
        short=row["short"],
        official=row["official"],
        sort_key=row["sort_key"],
        group=row["group"],
        part_of=row["part_of"],
    )
