"""The rehearsal that lies beside the project, taken out and opened elsewhere: six seconds for a whole meeting."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.config import Settings
from app.core.bus import Bus
from app.core.db import open_engine
from app.demo.asking import Doing
from app.factory import create_program
from app.rehearsal.counting import take_in
from app.rehearsal.folder import read_folder
from app.rehearsal.playing import Player
from tests.backups.places import summary_of
from tests.databases import Databases
from tests.exports.archive.meetings import archive_of, files, opened

FOLDER = Path(__file__).parent.parent.parent.parent.parent / "shared" / "rehearsal"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the rehearsal does not lie beside the project")


def test_the_meeting_of_2020_is_the_same_elsewhere(databases: Databases, tmp_path: Path) -> None:
    folder = read_folder(FOLDER)
    program = create_program(Settings(data_dir=tmp_path, database_url=""))
    played = Player(program.bus, program.engine, folder.script).play()
    take_in(Doing(program.bus), folder, played)
    data = archive_of(program.bus, played.meeting)
    here = summary_of(program.settings.database, played.meeting)
    with databases.migrated("sqlite") as elsewhere:
        there = Bus(open_engine(elsewhere))
        meeting = opened(there, data)
        again = archive_of(there, meeting)
        markdown = summary_of(elsewhere, meeting)
        there.engine.dispose()
    program.runner.close()
    program.engine.dispose()
    holds = files(data)["archive.json"]["holds"]
    assert holds["people"] > 250
    assert holds["points"] > 10
    assert holds["stays"] > 500
    assert markdown == here
    assert files(again) == files(data)
