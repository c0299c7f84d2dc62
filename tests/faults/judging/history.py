"""What happened, as the people saw it: every ask with what became of it, and every telling that came over a wire."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Fate = Literal["waiting", "ok", "refused", "joined", "again"]
"""What became of an ask; `joined`: its words went into a later ask before it was sent, `again`: asked anew."""


@dataclass
class Ask:
    """One ask of one person; `at` is its place in the order in which this person asked."""

    id: str
    person: int
    name: str
    data: dict[str, Any]
    at: float
    fate: Fate = "waiting"
    sent: int = 0
    answers: list[dict[str, Any]] = field(default_factory=list)
    follows: str = ""
    """The ask that stands in its place now, where its fate is `joined` or `again`."""

    @property
    def result(self) -> dict[str, Any]:
        """The result of the first answer that was ok; empty where there was none."""
        return next((dict(answer["result"]) for answer in self.answers if answer["ok"]), {})


@dataclass
class History:
    """Everything that people did in one run."""

    asks: dict[str, Ask] = field(default_factory=dict)
    told: list[dict[str, Any]] = field(default_factory=list)

    def asked(self, ask: Ask) -> None:
        """Somebody asked for something."""
        self.asks[ask.id] = ask

    def answered(self, ask_id: str, answer: dict[str, Any]) -> None:
        """An answer came that settles the ask; a second one is kept beside the first."""
        if answer.get("code") not in {"busy", "signed_out"}:
            self.asks[ask_id].answers.append(answer)

    @property
    def acknowledged(self) -> list[Ask]:
        """The asks that somebody was told were kept."""
        return [ask for ask in self.asks.values() if any(answer["ok"] for answer in ask.answers)]

    @property
    def resent(self) -> int:
        """How many asks were sent more than once."""
        return sum(ask.sent > 1 for ask in self.asks.values())

    @property
    def refused(self) -> int:
        """How many asks were refused with a reason."""
        return sum(ask.fate == "refused" for ask in self.asks.values())
