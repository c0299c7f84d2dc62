"""Reading an archive that anybody may have made: small enough, whole, of our form, and true to itself."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from app.core import strict_json
from app.core.contract import Sent
from app.core.errors import Invalid
from app.core.parsing import plain
from app.core.sentences import say
from exports.archive.checking import check
from exports.archive.files import FILES, FORMAT, HEAD, VERSION, Archive, Head, Listed

if TYPE_CHECKING:
    from typing import NoReturn

LARGEST = 4 * 1024 * 1024
"""Bytes that an archive may have …"""

UNPACKED = 48 * 1024 * 1024
"""… and that all its files may have together."""

Part = TypeVar("Part", bound=Sent)


def read(data: bytes) -> tuple[Head, Archive]:
    """Read an archive; raise Invalid with the file and the field that cannot be taken."""
    if len(data) > LARGEST:
        _refuse(say("This file is far larger than an archive of a meeting. Choose another file."))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            head = _head(packed)
            parts = {name.removesuffix(".json"): _file(packed, name, listed) for name, listed in head.files.items()}
    except (zipfile.BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError) as wrong:
        message = say("This is no whole archive: the file was cut short, altered, or is of another kind.")
        raise Invalid(message) from wrong
    archive = _archive(parts)
    check(archive)
    return head, archive


def _head(packed: zipfile.ZipFile) -> Head:
    names = packed.namelist()
    strange = next((name for name in names if name not in {HEAD, *FILES}), None)
    if strange is not None:
        _refuse(say("“{file}” does not belong in an archive. Nothing was read.", file=strange[:80]))
    if len(set(names)) < len(names):
        _refuse(say("A file stands twice in this archive. Nothing was read."))
    if sum(entry.file_size for entry in packed.infolist()) > UNPACKED:
        _refuse(say("This archive would unpack to far more than a meeting is. Nothing was read."))
    if HEAD not in names:
        _refuse(say("{file} is missing in this archive.", file=HEAD))
    told = _json(HEAD, _bytes(packed, HEAD))
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        _refuse(say("This is no archive of a meeting. Choose a file that was made with “Take the archive”."))
    if isinstance(told.get("version"), int) and told["version"] > VERSION:
        _refuse(say("A newer version of Rapport made this archive. Have this server updated, then open it."))
    head = _valid(HEAD, Head, told)
    missing = sorted(set(head.files) ^ (set(names) - {HEAD}))
    if missing:
        _refuse(say("The list in {head} and the files do not agree: “{file}”.", head=HEAD, file=missing[0][:80]))
    return head


def _file(packed: zipfile.ZipFile, name: str, listed: Listed) -> Any:  # noqa: ANN401 - JSON values
    data = _bytes(packed, name)
    if len(data) != listed.bytes or hashlib.sha256(data).hexdigest() != listed.sha256:
        _refuse(say("{file} is not as it was written: its checksum differs.", file=name))
    return _json(name, data)


def _bytes(packed: zipfile.ZipFile, name: str) -> bytes:
    with packed.open(name) as file:
        # The size that the zip names need not be true.
        data = file.read(UNPACKED + 1)
    if len(data) > UNPACKED:
        _refuse(say("This archive would unpack to far more than a meeting is. Nothing was read."))
    return data


def _json(name: str, data: bytes) -> Any:  # noqa: ANN401 - JSON values
    try:
        return strict_json.loads(data.decode())
    except json.JSONDecodeError as wrong:
        message = say("{file}, line {line}: this is not JSON.", file=name, line=str(wrong.lineno))
        raise Invalid(message) from wrong
    except (ValueError, RecursionError) as wrong:
        raise Invalid(say("{file} is not JSON that can be read.", file=name)) from wrong


def _archive(parts: dict[str, Any]) -> Archive:
    missing = next(
        (name for name, about in Archive.model_fields.items() if about.is_required() and name not in parts), ""
    )
    if missing:
        _refuse(say("{file} is missing in this archive.", file=f"{missing}.json"))
    try:
        return Archive.model_validate(parts)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        file, *steps = (str(step) for step in first["loc"])
        raise Invalid(_cannot(f"{file}.json", steps, plain(first))) from wrong


def _valid(name: str, model: type[Part], told: Any) -> Part:  # noqa: ANN401 - JSON values
    try:
        return model.model_validate(told)
    except ValidationError as wrong:
        first = wrong.errors()[0]
        raise Invalid(_cannot(name, [str(step) for step in first["loc"]], plain(first))) from wrong


def _cannot(file: str, steps: list[str], why: str) -> str:
    return say("{file}: “{where}” cannot be taken. {why}", file=file, where=".".join(steps)[:120], why=why)


def _refuse(why: str) -> NoReturn:
    raise Invalid(why)
