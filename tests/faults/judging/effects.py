"""What the acknowledged acts amount to, one after the other, against what the database holds in the end."""

from __future__ import annotations

from typing import Any

from tests.faults.judging.found import Found
from tests.faults.judging.history import Ask, History

SHOWN = ("kind", "text", "tags", "state", "version", "position", "after_close")


class Effects:
    """Follows the acts in the order in which they were kept, by what their answers said."""

    def __init__(self, history: History, found: Found) -> None:
        self._history, self._found = history, found
        self._undid = {act.ask_id: act.undid for act in found.acts}
        self._points: dict[int, dict[str, Any]] = {}
        """The points as last answered; one that an act changed without showing it is unknown."""
        self._off: dict[int, str] = {}
        """The points that were taken off the list, with how the row must say so."""
        self._texts: dict[tuple[str, int, int], dict[str, Any]] = {}
        self._message: str | None = None

    def differences(self) -> list[str]:
        """Give a sentence for everything acknowledged that the database does not hold."""
        for act in self._found.acts:
            ask = self._history.asks.get(act.ask_id)
            if ask is None or not ask.result:
                self._unknown(act.undid)
            else:
                self._follow(ask)
        return [*self._points_differ(), *self._texts_differ()]

    def _follow(self, ask: Ask) -> None:
        result = ask.result
        if ask.name.startswith("takeaway."):
            self._follow_points(ask)
        elif ask.name in {"note.write", "room.narrate"}:
            owner = ask.person if ask.name == "note.write" else 0
            self._texts[ask.name, owner, ask.data["room"]] = ask.data | {"version": result["version"]}
        elif ask.name == "meeting.say":
            self._message = ask.data["message"]
        if result.get("type") == "takeaway":
            self._off.pop(result["id"], None)
            self._points[result["id"]] = result

    def _follow_points(self, ask: Ask) -> None:
        if ask.name == "takeaway.merge":
            self._unknown(ask.data["takeaways"])
            self._off |= dict.fromkeys(ask.data["takeaways"], "merged_into")
        elif ask.name in {"takeaway.split", "takeaway.remove"}:
            # The points that a split brought back are on the list as they were; only the first of them is shown.
            self._unknown([*self._undid[ask.id], ask.data["takeaway"]])
            self._off[ask.data["takeaway"]] = "removed"
        elif ask.name == "takeaway.undo":
            self._unknown(self._undid.get(ask.data["act"], ()))

    def _unknown(self, points: Any) -> None:  # noqa: ANN401 - ids
        for point in points:
            self._points.pop(point, None)
            self._off.pop(point, None)

    def _points_differ(self) -> list[str]:
        wrong = []
        for number, view in self._points.items():
            row = self._found.points.get(number)
            now = row and {name: row[name] for name in SHOWN}
            if now != {name: view[name] for name in SHOWN} or not (row and row["listed"]):
                wrong.append(f"point {number} was last acknowledged as {view} and is {row}")
        for number, how in self._off.items():
            if not self._found.points.get(number, {}).get(how):
                wrong.append(f"point {number} was acknowledged as off the list ({how}) and is not")
        return wrong

    def _texts_differ(self) -> list[str]:
        wrong = []
        for (name, person, room), asked in self._texts.items():
            field = "body" if name == "note.write" else "narrative"
            kept = self._found.notes.get((person, room)) if person else self._found.narratives.get(room)
            if kept != {field: asked[field], "version": asked["version"]}:
                wrong.append(f"{name} in room {room} was acknowledged as {asked} and is {kept}")
        if self._message is not None and self._message != self._found.message:
            wrong.append(f"the message {self._message!r} was acknowledged and is {self._found.message!r}")
        return wrong
