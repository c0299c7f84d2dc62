"""An archive that was cut, altered, made to do harm or does not agree with itself is refused, file and field named."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable

import pytest

from app.core.errors import Invalid
from exports.archive.files import Archive, Head
from exports.archive.reading import UNPACKED, read
from tests.breakouts.conftest import Prepared
from tests.exports.archive.meetings import Files, archive_of, changed, files, full_meeting, packed_again


@pytest.fixture(scope="module")
def data(prepared: Prepared) -> bytes:
    """An archive of a full meeting."""
    with prepared.cast("sqlite") as cast:
        full_meeting(cast)
        return archive_of(cast.bus, cast.meeting, "all")


def test_a_cut_file_is_no_whole_archive(data: bytes) -> None:
    for length in (0, 10, len(data) // 2, len(data) - 1):
        assert "no whole archive" in _refused(data[:length])


def test_a_byte_that_was_altered_is_found_or_changes_nothing(data: bytes) -> None:
    """A zip has bytes that nobody reads, such as the day of a file."""
    whole = read(data)
    for at in range(100, len(data) - 100, len(data) // 12):
        altered = bytearray(data)
        altered[at] ^= 0x20
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # zipfile says of a name altered into another that it stands twice
            assert _refused_or_read(bytes(altered)) in (whole, None)


def test_a_file_of_another_kind_is_none() -> None:
    assert "no whole archive" in _refused(b"%PDF-1.7 and so on")
    assert "archive.json is missing" in _refused(packed_again({"meeting.json": {}}))
    assert "This is no archive of a meeting" in _refused(packed_again({"archive.json": {"format": "rapport backup"}}))


def _newer(found: Files) -> None:
    found["archive.json"]["version"] = 2


def _without_people(found: Files) -> None:
    found.pop("people.json")


def _outside(found: Files) -> None:
    found["../people.json"] = {}


def _no_json(found: Files) -> None:
    found["points.json"] = b'{\n"points": [\n}'


def _not_a_number(found: Files) -> None:
    found["points.json"] = b'{"points": NaN}'


def _deep(found: Files) -> None:
    found["points.json"] = b"[" * 100_000


def _an_unknown_field(found: Files) -> None:
    found["people.json"]["people"][3]["account"] = 1


def _a_wrong_kind(found: Files) -> None:
    found["points.json"]["points"][0]["kind"] = "opinion"


def _a_long_text(found: Files) -> None:
    found["people.json"]["people"][0]["name"] = "x" * 121


def _a_stranger(found: Files) -> None:
    found["points.json"]["points"][1]["author"] = 4_000


def _a_room_of_nowhere(found: Files) -> None:
    found["people.json"]["roles"][0]["room"] = 77


def _a_source_of_nowhere(found: Files) -> None:
    found["points.json"]["points"][0]["sources"] = [99]


def _twice_the_number(found: Files) -> None:
    found["rooms.json"]["rooms"][1]["no"] = 1


def _twice_the_place(found: Files) -> None:
    placements = found["people.json"]["placements"]
    placements.append(placements[0] | {"no": 99})


def _two_meetings(found: Files) -> None:
    found["meeting.json"]["meeting"] *= 2


def _no_moment(found: Files) -> None:
    found["attendance.json"]["stays"][0]["joined_at"] = "2020-11-10T13:00:00"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_newer, "A newer version of Rapport made this archive"),
        (_without_people, "people.json is missing"),
        (_outside, "“../people.json” does not belong in an archive"),
        (_no_json, "points.json, line 3: this is not JSON"),
        (_not_a_number, "points.json is not JSON that can be read"),
        (_deep, "points.json is not JSON that can be read"),
        (_an_unknown_field, "people.json: “people.3.account” cannot be taken"),
        (_a_wrong_kind, "points.json: “points.0.kind” cannot be taken"),
        (_a_long_text, "people.json: “people.0.name” cannot be taken. This may have at most 120 characters"),
        (_a_stranger, "points.json: “points.1.author” cannot be taken. There is no such row in “people”"),
        (_a_room_of_nowhere, "people.json: “roles.0.room” cannot be taken"),
        (_a_source_of_nowhere, "points.json: “points.0.sources” cannot be taken"),
        (_twice_the_number, "rooms.json: “rooms.0.no” cannot be taken. Two rows have the same number"),
        (_twice_the_place, "people.json: “placements.4.round” cannot be taken. This stands in the list twice"),
        (_two_meetings, "meeting.json: “meeting” cannot be taken"),
        (_no_moment, "attendance.json: “stays.0.joined_at” cannot be taken"),
    ],
)
def test_what_is_wrong_is_named(data: bytes, change: Callable[[Files], None], why: str) -> None:
    assert why in _refused(changed(data, change))


def test_a_file_that_stands_twice_is_refused(data: bytes) -> None:
    twice = io.BytesIO(data)
    with zipfile.ZipFile(twice, "a") as packed, pytest.warns(UserWarning, match="Duplicate name"):
        packed.writestr("people.json", "{}")
    assert "A file stands twice" in _refused(twice.getvalue())


def test_a_bomb_is_refused_before_it_is_unpacked(data: bytes) -> None:
    found = files(data) | {"points.json": b" " * (UNPACKED + 1)}
    assert "would unpack to far more" in _refused(packed_again(found))


def test_a_bomb_that_lies_about_its_size_is_refused_too(data: bytes) -> None:
    bomb = packed_again(files(data) | {"points.json": b" " * (UNPACKED + 1)})
    small = (100).to_bytes(4, "little")
    assert _refused(bomb.replace((UNPACKED + 1).to_bytes(4, "little"), small))


def _refused_or_read(data: bytes) -> tuple[Head, Archive] | None:
    try:
        return read(data)
    except Invalid:
        return None


def _refused(data: bytes) -> str:
    with pytest.raises(Invalid) as refusal:
        read(data)
    return refusal.value.why
