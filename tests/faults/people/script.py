"""What people do, chosen by a seeded random: what a room's team, a participant and a co-chair do in a meeting."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Sequence
from typing import Any

from tests.faults.people.person import Person, Tab, things

KINDS = ("takeaway", "best practice", "challenge", "pledge option", "area for progress", "question")
WORDS = (
    "Plan the transition early",
    "Train the mission’s staff",
    "Consult women’s groups",
    "تخطيط مبكر",
    "Former les équipes",
    "早期规划",
)
PAUSES = (0.01, 0.12)
MOST_UNANSWERED = 6
"""Nobody types on and on while nothing is answered; it keeps a run short on a slow machine."""

Act = Callable[[Person, Tab, random.Random], None]


async def work(person: Person, rng: random.Random, over: asyncio.Event, pauses: tuple[float, float] = PAUSES) -> None:
    """Do one thing after the other until it is over."""
    acts = _ACTS["participant" if person.player.who in {"ghana", "brazil"} else person.player.who.rstrip("_0123456789")]
    names = list(acts)
    while not over.is_set():
        await asyncio.sleep(rng.uniform(*pauses))
        if person.tabs and len(person.tabs[0].outbox.waiting) < MOST_UNANSWERED:
            act = rng.choices(names, [acts[name] for name in names])[0]
            act(person, rng.choice(person.tabs), rng)


def capture(person: Person, tab: Tab, rng: random.Random) -> None:
    """Write a point down, at the end or after another one; sometimes correct it before it is answered."""
    after = _one(things(tab, "takeaway"), rng) if rng.random() < 0.4 else None
    text = person.next_text(rng.choice(WORDS))
    data = {
        "room": person.player.room,
        "text": text,
        "kind": rng.choice(KINDS),
        "tags": rng.sample(["training", "funding", "data"], rng.randint(0, 2)),
        "after": after and after["id"],
    }
    asked = tab.outbox.ask("takeaway.capture", data)
    person.acts.append(asked)
    if rng.random() < 0.15:
        point = {"answer_of": asked.id, "take": "id"}
        tab.outbox.ask("takeaway.edit", {"takeaway": point, "base": 1, "text": f"{text} corrected"})


def edit(person: Person, tab: Tab, rng: random.Random) -> None:
    """Change a point's words or tags, from the version that is on the screen; its mark stays in them."""
    point = _one(things(tab, "takeaway"), rng)
    if point is None:
        return
    change: dict[str, Any] = {"tags": [f"tag {rng.randint(1, 9)}"]}
    if rng.random() < 0.7:
        change = {"text": f"{point['text'].partition(' (')[0]} ({rng.randint(100, 999)})"}
    was = {field: point[field] for field in change}
    data = {"takeaway": point["id"], "base": point["version"], **change}
    person.acts.append(tab.outbox.ask("takeaway.edit", data, slot=f"edit-{point['id']}", was=was))


def move(person: Person, tab: Tab, rng: random.Random) -> None:
    """Put a point somewhere else in the list."""
    points = things(tab, "takeaway")
    if len(points) > 1:
        point, other = rng.sample(points, 2)
        after = other["id"] if rng.random() < 0.8 else None
        person.acts.append(tab.outbox.ask("takeaway.move", {"takeaway": point["id"], "after": after}))


def merge(person: Person, tab: Tab, rng: random.Random) -> None:
    """Make one point of two."""
    points = things(tab, "takeaway")
    if len(points) > 3:
        chosen = [point["id"] for point in rng.sample(points, 2)]
        data = {"room": person.player.room, "takeaways": chosen, "kind": "takeaway", "tags": []}
        person.acts.append(tab.outbox.ask("takeaway.merge", data | {"text": person.next_text("Together")}))


def split(person: Person, tab: Tab, rng: random.Random) -> None:
    """Give back what a point was merged from."""
    _on_one(tab, rng, "takeaway.split", lambda point: bool(point["sources"]))


def remove(person: Person, tab: Tab, rng: random.Random) -> None:
    """Take a point off the list."""
    _on_one(tab, rng, "takeaway.remove", lambda _point: True)


def approve(person: Person, tab: Tab, rng: random.Random) -> None:
    """Choose a point for the report-back."""
    _on_one(tab, rng, "takeaway.approve", lambda point: point["state"] == "draft")


def reopen(person: Person, tab: Tab, rng: random.Random) -> None:
    """Make a draft of an approved point."""
    _on_one(tab, rng, "takeaway.reopen", lambda point: point["state"] == "approved")


def undo(person: Person, tab: Tab, rng: random.Random) -> None:
    """Undo one of one's last acts."""
    if person.acts:
        act = rng.choice(person.acts[-4:]).id
        tab.outbox.ask("takeaway.undo", {"room": person.player.room, "act": act})


def note(person: Person, tab: Tab, rng: random.Random) -> None:
    """Go on typing in one's own notes, which save themselves."""
    mine = next((thing for thing in tab.store.all("note") if thing["room"] == person.player.room), None)
    data = {"room": person.player.room, "body": person.next_text("Note"), "base": mine["version"] if mine else 0}
    tab.outbox.ask("note.write", data, slot="note", was={"body": mine["body"]} if mine else None)


def narrate(person: Person, tab: Tab, rng: random.Random) -> None:
    """Write the room's narrative."""
    held = next((thing for thing in tab.store.all("room_text") if thing["id"] == person.player.room), None)
    if held is not None:
        words = {"narrative": person.next_text("The room spoke."), "lead_in": held["lead_in"]}
        data = {"room": person.player.room, "base": held["version"], **words}
        tab.outbox.ask("room.narrate", data, slot="narrative", was={"narrative": held["narrative"]})


def settle(person: Person, tab: Tab, rng: random.Random) -> None:
    """Take a participant's proposal onto the list, or not."""
    proposal = _one(things(tab, "proposal"), rng)
    if proposal is not None:
        verdict = rng.choice(["takeaway.accept", "takeaway.accept", "takeaway.decline"])
        tab.outbox.ask(verdict, {"takeaway": proposal["id"]})


def propose(person: Person, tab: Tab, rng: random.Random) -> None:
    """Send a point to the room's team."""
    text = person.next_text(rng.choice(WORDS))
    tab.outbox.ask("takeaway.propose", {"room": person.player.room, "text": text, "kind": rng.choice(KINDS)})


def announce(person: Person, tab: Tab, rng: random.Random) -> None:
    """Say something to everybody."""
    meeting = person.player.streams[0].partition(":")[2]
    tab.outbox.ask("meeting.say", {"meeting": int(meeting), "message": person.next_text("Please listen")})


def extend(person: Person, tab: Tab, rng: random.Random) -> None:
    """Give a room a minute more."""
    rooms = [room for room in things(tab, "room") if room["kind"] == "breakout" and room["state"] == "open"]
    room = _one(rooms, rng)
    if room is not None:
        tab.outbox.ask("room.extend", {"room": room["id"], "minutes": 1})


def _one(among: Sequence[dict[str, Any]], rng: random.Random) -> dict[str, Any] | None:
    return rng.choice(among) if among else None


def _on_one(tab: Tab, rng: random.Random, name: str, fits: Callable[[dict[str, Any]], bool]) -> None:
    point = _one([point for point in things(tab, "takeaway") if fits(point)], rng)
    if point is not None:
        tab.outbox.ask(name, {"takeaway": point["id"]})


_TEAM: dict[Act, int] = {
    capture: 40,
    edit: 16,
    move: 12,
    approve: 14,
    note: 8,
    merge: 4,
    split: 2,
    undo: 6,
    remove: 3,
    reopen: 2,
    narrate: 5,
    settle: 8,
}
_ACTS: dict[str, dict[Act, int]] = {
    "rapporteur": _TEAM,
    "moderator": _TEAM | {capture: 10, approve: 30, note: 20, settle: 20},
    "participant": {propose: 1},
    "canada": {announce: 3, extend: 1},
}
