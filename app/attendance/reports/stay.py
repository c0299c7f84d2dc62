"""The shapes that a report is read into."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.attendance.reading import Problem

Source = Literal["zoom", "teams", "plain"]
Order = Literal["month_first", "day_first"]


@dataclass(frozen=True, slots=True)
class Stay:
    """One name that was in the call from `joined` to `left`: wall-clock times of the report, without a time zone.

    `email` is empty where the platform did not show it; `row` is the line of the file (from 1) the stay came from.
    """

    name: str
    email: str
    joined: datetime
    left: datetime
    source: Source
    row: int


@dataclass(frozen=True, slots=True)
class Report:
    """One attendance report: its stays in the order of the file, and the rows that gave none.

    `order` is how dates such as 11/03/2020 were read; `order_assumed` says that nothing in the file settled it.
    """

    source: Source
    stays: tuple[Stay, ...]
    problems: tuple[Problem, ...]
    order: Order
    order_assumed: bool
