"""Evening a seating out: the improvements that dealing person by person cannot find. Pure.

People who may still be moved flow between rooms. One of a delegation who goes from one room to another changes how
evenly it is spread. A closed circle of such moves leaves every room as full as it was; a chain that begins and ends
outside makes one room emptier and another fuller. As long as a circle or a chain makes the seating more even, it is
carried out. Each makes a whole number smaller, so it ends; and since the cost of each delegation in each room is
convex, when none is left there is no more even seating of these people (a flow without negative circles is optimal).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from breakouts.assignment.seating import Guest, Seating

OUTSIDE = 0
"""Stands beside the rooms for everything else: from here a chain begins, and here it ends."""

Arcs = dict[tuple[int, int], tuple[int, "Guest | None"]]
"""From room to room: what the cheapest move costs, and who it is."""


def even_out(dealt: dict[Guest, int], seating: Seating) -> None:
    """Move those who were dealt between rooms until nothing makes it more even; `dealt` and the counts follow."""
    # No change in the sizes of rooms may outweigh one in the spread of a delegation.
    weight = (len(seating.spaces) + 1) * (2 * seating.size.total() + 3)
    while circle := _circle_that_pays(arcs := _arcs(dealt, seating, weight)):
        for step in circle:
            guest = arcs[step][1]
            if guest is not None:
                seating.take(guest, dealt[guest], -1)
                seating.take(guest, step[1])
                dealt[guest] = step[1]


def _arcs(dealt: dict[Guest, int], seating: Seating, weight: int) -> Arcs:
    arcs: Arcs = {}
    # Of a delegation's people in a room, one stands for all: they cost the same.
    standing_for = {(guest.delegation, room): guest for guest, room in dealt.items()}
    for (delegation, here), guest in standing_for.items():
        for space in seating.spaces:
            if space.id == here:
                continue
            cost = weight * _cost(seating, delegation, here, space.id)
            if (here, space.id) not in arcs or cost < arcs[here, space.id][0]:
                arcs[here, space.id] = cost, guest
    for space in seating.spaces:
        arcs[OUTSIDE, space.id] = 1 - 2 * seating.size[space.id], None
        if seating.has_place(space):
            arcs[space.id, OUTSIDE] = 1 + 2 * seating.size[space.id], None
    return arcs


def _cost(seating: Seating, delegation: str, here: int, there: int) -> int:
    """The change in the sum of squares when one of a delegation goes from here to there."""
    if not delegation:
        return 0
    return 2 * (seating.delegations[delegation, there] - seating.delegations[delegation, here] + 1)


def _circle_that_pays(arcs: Arcs) -> list[tuple[int, int]]:
    """Give the arcs of a circle of negative cost, none where there is none (Bellman and Ford, from everywhere)."""
    nodes = {node for arc in arcs for node in arc}
    distance = dict.fromkeys(nodes, 0)
    came_from: dict[int, int] = {}
    last = None
    for _ in nodes:
        last = None
        for (here, there), (cost, _guest) in arcs.items():
            if distance[here] + cost < distance[there]:
                distance[there] = distance[here] + cost
                came_from[there] = last = here
    if last is None:
        return []
    node = last
    for _ in nodes:
        node = came_from[node]
    circle = [(came_from[node], node)]
    while circle[-1][0] != node:
        circle.append((came_from[circle[-1][0]], circle[-1][0]))
    return circle
