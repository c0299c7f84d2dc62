"""A rehearsal from its folder to the finished files."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.config import Settings
from app.core.db import reading
from app.core.errors import Refusal
from app.demo.asking import Doing
from app.factory import create_program
from app.rehearsal.counting import take_in
from app.rehearsal.folder import Folder, NotARehearsal, read_folder
from app.rehearsal.playing import Player
from app.rehearsal.results import figures
from app.running import Program
from exports.jobs.models import Export

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.rehearsal.setting_up import MeetingSet

OK, NOT_ALL, NOTHING = 0, 1, 2


def rehearse(path: Path, wanted: dict[str, Path], json_file: Path | None, say: Callable[[str], None]) -> int:
    """Play the folder and write what is wanted.

    Gives 0, 1 when something of it was refused, 2 when nothing could be played.
    """
    try:
        folder = read_folder(path)
        for target in [*wanted.values(), *([json_file] if json_file else [])]:
            _writable(target)
    except NotARehearsal as wrong:
        say(str(wrong))
        return NOTHING
    with tempfile.TemporaryDirectory(prefix="rapport-rehearsal-") as data:
        program = create_program(Settings(data_dir=Path(data), database_url=""))
        try:
            return _play(program, folder, wanted, json_file, say)
        except Refusal as refused:
            say(f"The meeting could not be played: {refused.why}")
            return NOTHING
        finally:
            program.runner.close()
            program.engine.dispose()


def _play(
    program: Program, folder: Folder, wanted: dict[str, Path], json_file: Path | None, say: Callable[[str], None]
) -> int:
    doing = Doing(program.bus)
    played = Player(program.bus, program.engine, folder.script).play()
    joined = take_in(doing, folder, played)
    with reading(program.engine) as db:
        found = figures(db, played, joined)
    troubles = [*folder.oddities, *played.refused]
    if json_file:
        _write(json_file, json.dumps({**found, "remarks": troubles}, ensure_ascii=False, indent=2) + "\n")
    made = [_export(program, doing, played, form, target, say) for form, target in wanted.items()]
    _report(found, troubles, say)
    return OK if all(made) and not played.refused else NOT_ALL


def _export(
    program: Program, doing: Doing, played: MeetingSet, form: str, target: Path, say: Callable[[str], None]
) -> bool:
    asked = doing.ask(played.chairs[0], "export.request", meeting=played.meeting, format=form)
    while program.runner.run_one():
        pass
    with reading(program.engine) as db:
        export = db.get_one(Export, asked["id"])
    if export.state != "done":
        say(f"{target.name} could not be made: {export.why}")
        return False
    shutil.copyfile(program.runner.path_of(export), target)
    say(
        f"{target}: {export.bytes:,}"
        f" bytes{f', {export.pages} pages' if export.pages else ''}{f'. {export.why}' if export.why else ''}"
    )
    return True


def _report(found: dict[str, Any], troubles: list[str], say: Callable[[str], None]) -> None:
    say(
        f"{found['participants']} participants of {found['member_states']} Member States, {found['un_entities']} UN"
        f" entities, {found['observers']} observers"
    )
    if found["sentence"]:
        say(f"In the summary: “{found['sentence']}”")
    for trouble in troubles:
        say(f"Remark: {trouble}")


def _writable(target: Path) -> None:
    if not target.parent.is_dir():
        message = f"There is no folder “{target.parent}” to write {target.name} into. Make it, or give another path."
        raise NotARehearsal(message)


def _write(target: Path, text: str) -> None:
    target.write_text(text.encode("utf-8", "replace").decode(), encoding="utf-8")
