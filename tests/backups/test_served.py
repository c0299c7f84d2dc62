"""A server that runs takes backups by itself, and says on Meetings home when it cannot."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.backups import looking
from app.backups.last import LastBackup, last_backup, note_failure
from app.backups.restoring import restore
from tests.accounts.holders import somebody
from tests.backups.places import place, summary_of
from tests.houses import House, running_house

PATIENCE = 60.0


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with running_house() as served:
        served.stop()
        served.also({"RAPPORT_BACKUP_DIR": str(tmp_path_factory.mktemp("backups")), "RAPPORT_BACKUP_MINUTES": "0"})
        served.start()
        yield served


def test_what_is_written_while_serving_is_in_a_backup_soon(house: House, tmp_path: Path) -> None:
    cast = house.cast()
    browser = house.browser(cast, "rapporteur_1")
    data = {"room": cast.rooms[0], "text": "Written while serving", "kind": "takeaway", "tags": []}
    assert browser.ask("takeaway.capture", data)["ok"]
    known = _until(house, lambda known: known.mark == _mark(house))
    done = restore(place(tmp_path / "there"), Path(known.file))
    assert done.counts.points == 1
    here = f"sqlite:///{house.folder / 'rapport.sqlite3'}"
    there = f"sqlite:///{tmp_path / 'there' / 'rapport.sqlite3'}"
    assert summary_of(there, cast.meeting) == summary_of(here, cast.meeting)


def test_a_backup_that_fails_stands_on_meetings_home(house: House) -> None:
    good = _until(house, lambda known: bool(known.at))
    house.stop()
    note_failure(house.folder, "No room is left on the disk")
    house.also({"RAPPORT_BACKUP_MINUTES": "60"})
    house.start()
    page = somebody(house).get("/meetings").text
    told = json.loads(page.partition('id="boot">')[2].partition("</script>")[0])["backup"]
    assert told == {"at": good.at, "why": "No room is left on the disk"}


def _mark(house: House) -> str:
    with house.bus.engine.connect() as connection:
        return looking.mark(connection)


def _until(house: House, happened: Callable[[LastBackup], bool]) -> LastBackup:
    for _ in range(int(PATIENCE / 0.05)):
        known = last_backup(house.folder)
        if known is not None and happened(known):
            return known
        threading.Event().wait(0.05)
    message = f"it did not happen: {last_backup(house.folder)}"
    raise AssertionError(message)
