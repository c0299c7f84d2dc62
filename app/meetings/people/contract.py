"""What the secretariat sees of people beyond what those who run the meeting see."""

from __future__ import annotations

from typing import Literal

from app.core.contract import View


class PersonalView(View):
    """How a person is reached and what the roster says of them; of whoever was put out also the name, and why."""

    type: Literal["personal"] = "personal"
    version: int
    email: str
    gender: str
    wish: str
    in_roster: bool
    removed: bool
    banned: bool
    because: str
    name: str
    delegation: str
