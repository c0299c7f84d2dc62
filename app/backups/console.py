"""What an operator types: `backup` and `restore`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.config import Settings

if TYPE_CHECKING:
    from app.backups.contents import Contents, Counts

PIPE = Path("-")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), required=False)
@click.option("--with-key", is_flag=True, help="Also take the server's key, which is otherwise left out.")
def backup(file: Path | None, *, with_key: bool) -> None:
    """Back the whole server up into FILE while it runs; `-` writes to the standard output, for a pipe.

    Without FILE it is named after the moment, in this folder. The key is left out: it only seals what is good for
    half a minute, a new one is made at the next start, and a backup travels further than a key should.
    """
    from app.backups.contents import BackupRefused  # noqa: PLC0415 - the other commands need none of it
    from app.backups.last import note_success  # noqa: PLC0415
    from app.backups.taking import take, take_into  # noqa: PLC0415
    from app.core import clock  # noqa: PLC0415

    settings = Settings()
    target = file or Path(f"rapport-{clock.now():%Y%m%d-%H%M%S}.backup")
    try:
        if target == PIPE:
            told = take_into(settings, sys.stdout.buffer, with_key=with_key)
            sys.stdout.buffer.flush()
        else:
            told = take(settings, target, with_key=with_key)
            note_success(settings.data_dir, str(target.resolve()), target.stat().st_size, told.mark)
    except (BackupRefused, OSError) as wrong:
        raise click.ClickException(str(wrong)) from wrong
    for line in _held(told, "the standard output" if target == PIPE else str(target)):
        click.echo(line, err=True)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--data", type=click.Path(path_type=Path, file_okay=False), help="The folder to restore into.")
@click.option("--replace", is_flag=True, help="Keep what is there aside, and let the backup take its place.")
def restore(file: Path, data: Path | None, *, replace: bool) -> None:
    """Put a backup back. A database that holds anything is left alone, unless --replace keeps it aside."""
    from app.backups.contents import BackupRefused  # noqa: PLC0415 - the other commands need none of it
    from app.backups.restoring import restore as put_back  # noqa: PLC0415

    settings = Settings(data_dir=data, database_url="") if data else Settings()
    try:
        done = put_back(settings, file, replace=replace)
    except (BackupRefused, OSError) as wrong:
        raise click.ClickException(str(wrong)) from wrong
    click.echo(f"Restored, as it was on {done.contents.made_at}: {_counted(done.counts)}.")
    if done.aside:
        click.echo(f"What stood there before is kept: {done.aside}")
    click.echo("Browsers that were open before load everything anew. Start the server: ./run serve")


def _held(told: Contents, where: str) -> list[str]:
    exports = sum(name.startswith("exports/") for name in told.files)
    size = sum(each.bytes for each in told.files.values())
    return [
        f"{where}: {_counted(told.counts)}, {exports} finished files; {size:,} bytes before packing.",
        "It holds names and everything that was written: keep it as you keep the server itself.",
        "The server's key is in it."
        if "secret-key" in told.files
        else "Keep beside it what is set as RAPPORT_… in the environment. The server's key is not in it, nor needed.",
    ]


def _counted(counts: Counts) -> str:
    return f"{counts.meetings:,} meetings, {counts.people:,} people, {counts.points:,} points"
