"""The cards as pages of the documentation: `python -m app.guide.written docs/roles` writes them anew."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.guide.cards import CARDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.guide.cards import Card


def markdown(card: Card) -> str:
    """Give a card as a page of Markdown."""
    first = (f"{number}. {line}" for number, line in enumerate(card.first, 1))
    parts = [
        f"# {card.title}\n\n{card.purpose}\n",
        _part("At the beginning", first),
        _part("Meanwhile", _listed(card.meanwhile)),
        _part("At the end", _listed(card.at_the_end)),
        _part("If something goes wrong", _listed(card.if_trouble)),
    ]
    if card.keys:
        parts.append(
            _part("Keys", ["| key | what it does |", "|---|---|", *(f"| {key} | {does} |" for key, does in card.keys)])
        )
    parts.append(f"To print it on one sheet, open `/help/{card.role}` in a browser.\n")
    return "\n".join(parts)


def _part(title: str, lines: Iterable[str]) -> str:
    return f"## {title}\n\n" + "\n".join(lines) + "\n"


def _listed(lines: Iterable[str]) -> Iterable[str]:
    return (f"- {line}" for line in lines)


if __name__ == "__main__":
    for each in CARDS.values():
        (Path(sys.argv[1]) / f"{each.role}.md").write_text(markdown(each), "utf-8")
