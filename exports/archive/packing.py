"""An archive as a file: a zip of JSON, the same bytes for the same content but for its moment."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING

from app.core import clock, journal
from app.release import RELEASE
from exports.archive.files import FORMAT, HEAD, VERSION, Archive, Head, Listed, Origin

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from app.core.contract import Sent

_DAY_ONE = (1980, 1, 1, 0, 0, 0)


def pack(db: Session, meeting_id: int, archive: Archive) -> bytes:
    """Give the archive of a meeting as the bytes of its file."""
    files = {f"{name}.json": _json(part) for name in Archive.model_fields if (part := getattr(archive, name))}
    head = Head(
        format=FORMAT,
        version=VERSION,
        program=RELEASE,
        made_at=clock.iso(clock.now()),
        origin=Origin(meeting=meeting_id, epoch=journal.epoch(db)),
        holds=holds(archive),
        files={name: Listed(bytes=len(data), sha256=hashlib.sha256(data).hexdigest()) for name, data in files.items()},
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, data in {HEAD: _json(head), **files}.items():
            entry = zipfile.ZipInfo(name, _DAY_ONE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            whole.writestr(entry, data)
    return packed.getvalue()


def holds(archive: Archive) -> dict[str, int]:
    """Count what is in an archive, by list."""
    parts: list[Sent] = [part for name in Archive.model_fields if (part := getattr(archive, name))]
    return {name: len(getattr(part, name)) for part in parts for name in type(part).model_fields}


def _json(part: Sent) -> bytes:
    return (json.dumps(part.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode()
