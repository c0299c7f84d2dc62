"""A unique word in every field, everybody connected, every byte kept: each word reaches only those who may have it.

Raw clients, so that no page hides anything: every stream is followed that lets itself be followed, every address of the
program is read by everybody, with its error pages, files are opened, and the server's log is read at the end.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http import HTTPStatus
from typing import TypeVar

import pytest

from app.accounts.passwords.inviting import invitation
from app.core import audience
from app.core.actor import SYSTEM
from app.matrix.streams import THINGS
from tests.accounts.holders import PASSWORD, Holder
from tests.cast import Cast
from tests.doors import Line
from tests.houses import House, running_house
from tests.security.addresses import addresses_of_nothing, every_address
from tests.security.ears import Ear
from tests.security.words import ADMITTED, AFTER, EARS, WHILE_OPEN

T = TypeVar("T")
WORDS = {name: f"kanari{uuid.uuid4().hex[:12]}" for name in WHILE_OPEN}
SAID_LAST = "said-last-of-all"
ABREAST = 5
UNKNOWN = {"visitor", "machine", "account"}
THERE = [who for who in EARS if who not in {"removed", *UNKNOWN}]


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with running_house() as served:
        yield served


def test_every_word_reaches_only_those_who_may_have_it(house: House) -> None:
    cast = _prepared(house)
    ears = _ears(house, cast)
    lines = _connected(ears, cast)
    cast.must("canada", "person.remove", person=cast.person("norway"))
    # What came while somebody was still in was theirs; from now on nothing is.
    ears["removed"].received.clear()
    _write(cast, ears, lines)
    _hear_the_last(cast, ears, lines)
    assert _told(lines) == {}
    _read_everything(ears, every_address(cast, ears["zoe"].meeting) | addresses_of_nothing())
    assert str(_wrong(ears, WHILE_OPEN)) == "{}"
    _close_and_report(cast, ears, _connected(ears, cast))
    _connected(ears, cast)
    _read_everything(ears, every_address(cast, ears["zoe"].meeting))
    assert str(_wrong(ears, AFTER)) == "{}"
    _proven(ears)
    log = (house.folder / "log").read_text("utf-8", "replace")
    assert [name for name, word in WORDS.items() if word in log] == []


def _wrong(ears: dict[str, Ear], may: dict[str, frozenset[str]]) -> dict[str, set[str]]:
    heard = {who: ear.heard(WORDS) for who, ear in ears.items()}
    too_much = {who: {name for name in names if who not in may[name]} for who, names in heard.items()}
    return {who: names for who, names in too_much.items() if names}


def _prepared(house: House) -> Cast:
    plan = {name: WORDS[name.replace("_", " ")] for name in ("running_head", "document_title", "introduction")}
    cast = house.cast(process=WORDS["meeting process"], overview=[WORDS["overview"]], **plan)
    of_setup = {(thing["type"], thing["id"]): thing for thing in cast.things(f"meeting:{cast.meeting}:setup")}
    edited = {
        ("meeting", "basics", cast.meeting): "meeting title",
        ("session", "session_plan", cast.sessions[0]): "session title",
        ("part", "part_plan", cast.parts["remarks"]): "part title",
    }
    for (subject, kind, number), word in edited.items():
        base = of_setup[kind, number]["version"]
        cast.must("secretariat", f"{subject}.edit", **{subject: number}, base=base, title=WORDS[word])
    words = {"speaker_name": WORDS["speaker name"], "title": WORDS["speaker title"]}
    cast.must("secretariat", "speaker.add", part=cast.parts["remarks"], **words)
    return cast


def _ears(house: House, cast: Cast) -> dict[str, Ear]:
    ears = {who: Ear(house) for who in EARS}
    for who, ear in ears.items():
        name = {"removed": "norway"}.get(who, who)
        if who == "lobby":
            code = cast.things(f"meeting:{cast.meeting}", "meeting")[0]["join_code"]
            ear.join(code, WORDS["name in the lobby"], "Chad")
        elif who not in UNKNOWN:
            link = house.bus.ask(SYSTEM, "link.issue", uuid.uuid4().hex, {"person": cast.person(name)})
            ear.enter(str(link["result"]["secret"]))
    return ears


def _streams(cast: Cast) -> list[str]:
    rooms = [*cast.rooms, cast.floor]
    people = [actor.person_id for actor in cast.actor.values()]
    numbers: dict[str, list[int | None]] = {"meeting": [cast.meeting], "room": [*rooms], "person": people}
    kinds = [kind.name.partition(":") for kind in audience.kinds()]
    return [f"{subject}:{number}{colon}{part}" for subject, colon, part in kinds for number in numbers[subject]]


def _connected(ears: dict[str, Ear], cast: Cast) -> dict[str, Line]:
    """Connect everybody anew, each following every stream that lets itself be followed."""
    streams = [{"stream": stream} for stream in _streams(cast)]

    def connected(who: str) -> Line:
        for line in ears[who].lines:
            line.close()
        line = ears[who].line()
        line.request("follow", {"streams": streams})
        return line

    lines = _side_by_side(connected, THERE)
    _answer_pings(lines)
    return lines


def _answer_pings(lines: dict[str, Line]) -> None:
    for line in lines.values():
        line.listen(0.01)


def _write(cast: Cast, ears: dict[str, Ear], lines: dict[str, Line]) -> None:
    for write in (_write_the_room, _write_the_meeting, _write_the_people, _ask_for_secrets):
        write(cast, ears)
        _answer_pings(lines)


def _must(ears: dict[str, Ear], who: str, name: str, /, **data: object) -> dict[str, object]:
    answer = ears[who].ask(name, data)
    assert answer["ok"], f"{who}: {name}: {answer}"
    result: dict[str, object] = answer["result"]
    return result


def _write_the_room(cast: Cast, ears: dict[str, Ear]) -> None:
    room, other = cast.rooms[:2]
    _must(ears, "secretariat", "room.edit", room=room, title=WORDS["room title"])
    doors = {"moderator_1": (room, "room"), "moderator_2": (other, "other room")}
    for who, (number, name) in doors.items():
        link = f"https://video.example/{WORDS[f'{name} video']}"
        _must(ears, who, "room.edit", room=number, question=WORDS[f"{name} question"], video_link=link)
    texts = {"narrative": WORDS["room narrative"], "lead_in": WORDS["room lead-in"]}
    _must(ears, "moderator_1", "room.narrate", room=room, base=0, **texts)
    _must(ears, "moderator_1", "room.ask_for_help", room=room, what=WORDS["help"])
    point = {
        name: _captured(ears, "rapporteur_1", room, name) for name in ("draft removed", "draft merged", "approved")
    }
    edited = _captured(ears, "rapporteur_1", room, "draft before its edit", tags=[WORDS["draft tag"]])
    _must(ears, "rapporteur_1", "takeaway.edit", takeaway=edited, base=1, text=WORDS["draft"])
    _must(ears, "rapporteur_1", "takeaway.remove", takeaway=point["draft removed"])
    merging = {"takeaways": [point["draft merged"], _captured(ears, "rapporteur_1", room, "draft")]}
    _must(ears, "rapporteur_1", "takeaway.merge", room=room, text=WORDS["merged"], kind="takeaway", **merging)
    _must(ears, "moderator_1", "takeaway.approve", takeaway=point["approved"])
    _captured(ears, "rapporteur_2", other, "other draft")
    approved = _captured(ears, "rapporteur_2", other, "other approved")
    _must(ears, "moderator_2", "takeaway.approve", takeaway=approved)
    _must(ears, "ghana", "takeaway.propose", room=room, text=WORDS["proposal"])
    declined = _must(ears, "ghana", "takeaway.propose", room=room, text=WORDS["declined"])["id"]
    _must(ears, "moderator_1", "takeaway.decline", takeaway=declined)
    for who, name in (("moderator_1", "moderator"), ("canada", "co-chair"), ("secretariat", "secretariat")):
        _must(ears, who, "note.write", room=room, body=WORDS[f"note of the {name}"], base=0)


def _captured(ears: dict[str, Ear], who: str, room: int, name: str, **more: object) -> object:
    return _must(ears, who, "takeaway.capture", room=room, text=WORDS[name], **more)["id"]


def _write_the_meeting(cast: Cast, ears: dict[str, Ear]) -> None:
    _must(ears, "canada", "meeting.say", meeting=cast.meeting, message=WORDS["message"])
    _must(ears, "canada", "part.narrate", part=cast.parts["remarks"], narrative=WORDS["part narrative"], base=0)
    _must(ears, "canada", "section.write", meeting=cast.meeting, key="overview", body=WORDS["section"], base=0)
    _must(ears, "zoe", "meeting.say", meeting=ears["zoe"].meeting, message=WORDS["other meeting"])


def _write_the_people(cast: Cast, ears: dict[str, Ear]) -> None:
    about = {name: WORDS[f"{name} of somebody"] for name in ("title", "delegation", "gender")}
    row = {"person_name": WORDS["name of somebody unplaced"], "breakout": WORDS["wish of somebody"], **about}
    row["email"] = f"{WORDS['address of somebody']}@post.example"
    importing = {"meeting": cast.meeting, "people": [row], "file": f"{WORDS['file of an import']}.csv"}
    _must(ears, "secretariat", "roster.import", **importing)
    inside = _added(cast, ears, "name of somebody in the room")
    _must(ears, "secretariat", "placement.put", round=cast.rounds[0], person=inside, room=cast.rooms[0])
    moderator = _added(cast, ears, "name of the moderator", email=f"{WORDS['address of the moderator']}@post.example")
    _must(ears, "secretariat", "role.grant", person=moderator, role="moderator", room=cast.rooms[2])
    out = _added(cast, ears, "name of somebody put out")
    _must(ears, "secretariat", "person.ban", person=out, why=WORDS["why somebody was put out"])
    waiting = next(
        person["id"] for person in cast.things(f"meeting:{cast.meeting}:chairs", "person") if not person["admitted"]
    )
    _must(ears, "secretariat", "lobby.turn_away", person=waiting, why=WORDS["why turned away"])
    WORDS["secret of a link"] = str(_must(ears, "secretariat", "link.issue", person=inside)["secret"])


def _ask_for_secrets(cast: Cast, ears: dict[str, Ear]) -> None:
    """Read a roster's file without importing it, show the code of a screen, and begin a second step of signing in."""
    cells = f"Name,E-mail\n{WORDS['cell of a file']},{WORDS['address in a file']}@post.example\n".encode()
    kind = {"Content-Type": "application/octet-stream", "Accept": "application/json"}
    read = ears["secretariat"].post(f"/m/{cast.meeting}/people/read", cells, kind)
    rows = {"rows": read.json["rows"], "digest": read.json["digest"]}
    assert ears["secretariat"].post(f"/m/{cast.meeting}/people/preview", rows).json["ok"]
    shown = ears["machine"].post("/api/pairing", {})
    # In quotes, as a value: six figures alone could be anything.
    WORDS["pairing code"] = f'"{shown.json["code"]}"'
    holder = Holder(ears["account"], "somebody@un.example", {})
    invited = invitation(cast.bus, "", holder.email, is_new=True).split("#")[1]
    made = holder.post("/api/account/make", secret=invited, name="Somebody", password=PASSWORD)
    assert made.status == 200, made.text
    WORDS["secret of a second step"] = str(holder.post("/api/account/second-step").json["result"]["secret"])
    ears["account"].cookie = "; ".join(f"{name}={value}" for name, value in holder.cookies.items())


def _added(cast: Cast, ears: dict[str, Ear], name: str, **more: object) -> object:
    return _must(ears, "secretariat", "person.add", meeting=cast.meeting, person_name=WORDS[name], **more)["id"]


def _hear_the_last(cast: Cast, ears: dict[str, Ear], lines: dict[str, Line]) -> None:
    """Wait until what was said last has come to everybody: whatever was told before has come too."""
    _must(ears, "canada", "meeting.say", meeting=cast.meeting, message=SAID_LAST)
    for who in ADMITTED:
        assert lines[who].until(partial(_was_told, lines[who], SAID_LAST)), who
    for who in ("lobby", "zoe"):
        lines[who].listen(0.2)


def _was_told(line: Line, words: str) -> bool:
    return words in str(line.told()[-40:])


def _read_everything(ears: dict[str, Ear], paths: set[str]) -> None:
    def accidents(who: str) -> list[str]:
        return [path for path in sorted(paths) if ears[who].get(path).status >= HTTPStatus.INTERNAL_SERVER_ERROR]

    assert _side_by_side(accidents, ears) == {who: [] for who in ears}


def _side_by_side(one: Callable[[str], T], names: Iterable[str]) -> dict[str, T]:
    """Let the server, and not each ear for itself, be what is waited for."""
    names = list(names)
    with ThreadPoolExecutor(ABREAST) as pool:
        return dict(zip(names, pool.map(one, names), strict=True))


def _close_and_report(cast: Cast, ears: dict[str, Ear], lines: dict[str, Line]) -> None:
    _must(ears, "canada", "round.close", round=cast.rounds[0])
    _must(ears, "canada", "report.call", room=cast.rooms[0])
    _must(ears, "canada", "meeting.say", meeting=cast.meeting, message=f"{SAID_LAST} again")
    for who in ADMITTED:
        assert lines[who].until(partial(_was_told, lines[who], f"{SAID_LAST} again")), who
    for form in ("pdf", "html", "markdown", "json"):
        _must(ears, "canada", "export.request", meeting=cast.meeting, format=form)
    exports = f"meeting:{cast.meeting}:chairs", "export"
    waiting = ears["canada"].line()
    assert waiting.until(lambda: {thing["state"] for thing in cast.things(*exports)} == {"done"}, 120)


def _proven(ears: dict[str, Ear]) -> None:
    """Those who are to have a word do have it: an ear that hears nothing would prove nothing."""
    heard = {who: ear.heard(WORDS) for who, ear in ears.items()}
    unheard = {name for name, who in AFTER.items() if not any(name in heard[each] for each in who)}
    assert unheard == set()
    assert {"draft", "merged"} <= heard["ghana"]
    assert {"note of the co-chair", "section", "draft", "proposal"} <= heard["canada"]
    assert heard["visitor"] == set()


def _told(lines: dict[str, Line]) -> dict[str, set[str]]:
    """Give the types of things that were told on a kind of stream which the table does not give it."""
    strange: dict[str, set[str]] = {}
    for told in (told for line in lines.values() for told in line.told()):
        kind = ":".join(part for part in str(told["stream"]).split(":") if not part.isdigit())
        types = {(change.get("put") or change["drop"])["type"] for change in told["changes"]}
        if types - set(THINGS[kind].split()):
            strange.setdefault(kind, set()).update(types - set(THINGS[kind].split()))
    return strange
