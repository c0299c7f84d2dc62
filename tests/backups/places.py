"""Places to back up and to restore into: a database of either kind with its folder."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.config import Settings
from app.core.db import open_engine, reading
from exports.compile import to_document
from exports.renderers import markdown
from exports.summary.compiling import compiled
from tests.cast import Cast

NOON = dt.datetime(2020, 11, 10, 12, tzinfo=dt.UTC)


def place(folder: Path, url: str = "") -> Settings:
    """Give the settings of a server with its data in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    return Settings(data_dir=folder, database_url=url)


def url_of(cast: Cast) -> str:
    """Give the address of the cast's database."""
    return cast.bus.engine.url.render_as_string(hide_password=False)


def summary_of(url: str, meeting: int) -> bytes:
    """Give the meeting's summary in Markdown, as at one and the same moment."""
    engine = open_engine(url)
    with reading(engine) as db:
        _source, summary = compiled(db, meeting)
    engine.dispose()
    return markdown.render(replace(to_document(summary), as_of=NOON))


def repacked(
    backup: Path, target: Path, change: Callable[[dict[str, bytes], dict[str, Any]], None], *, mend: bool = True
) -> Path:
    """Write the backup again after `change` of its files and its list; `mend` brings the checksums up to date."""
    with zipfile.ZipFile(backup) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    told: dict[str, Any] = json.loads(files.pop("backup.json"))
    change(files, told)
    if mend:
        told["files"] = {
            name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()
        }
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in (files | {"backup.json": json.dumps(told).encode()}).items():
            packed.writestr(name, data)
    return target
