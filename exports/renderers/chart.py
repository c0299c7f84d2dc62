"""Where the strokes of a bar chart go; the template only writes them down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exports.cleaning import shorten
from exports.document import Bar, Chart

Anchor = Literal["start", "end"]


@dataclass(frozen=True)
class Layout:
    """Measures of a chart in points; `label` is the width of the column of labels, 0 puts them above the bars."""

    width: int
    label: int
    figure: int
    step: int
    bar: int
    label_characters: int


PRINT = Layout(width=430, label=152, figure=66, step=15, bar=8, label_characters=34)
SCREEN = Layout(width=360, label=0, figure=76, step=38, bar=12, label_characters=46)


@dataclass(frozen=True)
class Words:
    """A piece of text at a place."""

    x: float
    y: float
    anchor: Anchor
    text: str
    bold: bool = False


@dataclass(frozen=True)
class Stroke:
    """A bar on its track; all in points."""

    x: float
    y: float
    width: float
    filled_x: float
    filled: float


@dataclass(frozen=True)
class Drawing:
    """A finished chart of `width` by `height` points."""

    width: int
    height: float
    bar: int
    words: tuple[Words, ...]
    strokes: tuple[Stroke, ...]


def draw(chart: Chart, layout: Layout, *, right_to_left: bool) -> Drawing:
    """Give the drawing of a chart; from right to left it is mirrored."""
    pen = _Pen(layout, max(chart.whole, 1), right_to_left=right_to_left)
    for number, group in enumerate(chart.groups):
        pen.title(group.title, first=number == 0)
        for bar in group.bars:
            pen.row(bar)
    return Drawing(layout.width, pen.y + 2, layout.bar, tuple(pen.words), tuple(pen.strokes))


class _Pen:
    def __init__(self, layout: Layout, whole: int, *, right_to_left: bool) -> None:
        self.layout = layout
        self.whole = whole
        self.mirrored = right_to_left
        self.y = 0.0
        self.words: list[Words] = []
        self.strokes: list[Stroke] = []

    def title(self, text: str, *, first: bool) -> None:
        self.y += 11 if first else 20
        self._write(0, self.y, text, bold=True)
        self.y += 4

    def row(self, bar: Bar) -> None:
        layout = self.layout
        self.y += layout.step
        label_y = self.y if layout.label else self.y - layout.bar - 5
        self._write(0, label_y, shorten(bar.label, layout.label_characters))
        track = layout.width - layout.label - layout.figure
        filled = round(track * min(bar.value / self.whole, 1), 2)
        x, filled_x = self._from(layout.label, track), self._from(layout.label, filled)
        self.strokes.append(Stroke(x, self.y - layout.bar + 1, track, filled_x, filled))
        self._write(layout.label + track + 7, self.y, bar.figure)

    def _from(self, start: float, width: float) -> float:
        return round(self.layout.width - start - width, 2) if self.mirrored else start

    def _write(self, start: float, y: float, text: str, *, bold: bool = False) -> None:
        x = self.layout.width - start if self.mirrored else start
        self.words.append(Words(x, y, "end" if self.mirrored else "start", text, bold))
