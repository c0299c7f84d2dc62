"""The console program `rapport`: serve, demo, rehearse, and the rest of what an operator types."""

from __future__ import annotations

from gevent import monkey

monkey.patch_all()

import runpy  # noqa: E402 - nothing may be imported before the patch
import shutil  # noqa: E402
import socket  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

import click  # noqa: E402

from app.archiving import archive, unarchive  # noqa: E402
from app.backups.console import backup, restore  # noqa: E402
from app.config import Settings  # noqa: E402

DEMO_DATA = Path("demo-data")
ANYWHERE = "0.0.0.0"  # noqa: S104 - only when --lan asks for it


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Rapport: run a meeting's plenary and breakout rooms, and compile the co-chairs' summary."""


main.add_command(backup)
main.add_command(restore)
main.add_command(archive)
main.add_command(unarchive)


@main.command()
def serve() -> None:
    """Serve meetings, with the settings from the environment (RAPPORT_…)."""
    _serve(Settings())


@main.command()
@click.option("--port", default=8000, show_default=True, help="The port to listen on.")
@click.option("--reset", is_flag=True, help="Begin the demonstration anew.")
@click.option("--lan", is_flag=True, help="Let other machines of this network in, phones for example.")
@click.option("--live", is_flag=True, help="Let robots take part, so that something happens while you look.")
@click.option(
    "--data", type=click.Path(path_type=Path), default=DEMO_DATA, show_default=True, help="The folder that holds it."
)
def demo(port: int, *, reset: bool, lan: bool, live: bool, data: Path) -> None:
    """Show the preparatory meeting of November 2020 in full swing, with one link per role."""
    from app.demo.showing import show  # noqa: PLC0415 - the other commands need none of it

    if _in_use(port):
        raise click.ClickException(f"Port {port} is taken. Choose another: ./run demo --port {port + 1}")
    if reset and data.exists():
        shutil.rmtree(data)
    host, here = (ANYWHERE, _own_address()) if lan else ("127.0.0.1", "localhost")
    settings = Settings(
        data_dir=data,
        host=host,
        port=port,
        public_url=f"http://{here}:{port}" if lan else "",
        origins=(f"http://localhost:{port}", f"http://127.0.0.1:{port}"),
        design_page=True,
    )
    show(settings, f"http://{here}:{port}", live=live)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the summary as PDF.")
@click.option("--markdown", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it as Markdown.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it as a web page.")
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path, dir_okay=False), help="Where to write the tallies."
)
def rehearse(folder: Path, pdf: Path | None, markdown: Path | None, html: Path | None, json_file: Path | None) -> None:
    """Play a meeting from a FOLDER (script, roster, attendance reports) and write its summary and tallies."""
    from app.rehearsal.rehearsing import rehearse as play  # noqa: PLC0415 - the other commands need none of it

    wanted = {name: path for name, path in {"pdf": pdf, "markdown": markdown, "html": html}.items() if path}
    sys.exit(play(folder, wanted, json_file, click.echo))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
def prepare(folder: Path) -> None:
    """Set a meeting up from a FOLDER (script, roster) for `serve`, and print a link for everybody with a task."""
    from app.factory import create_program  # noqa: PLC0415 - the other commands need none of it
    from app.rehearsal.preparing import prepare as set_up  # noqa: PLC0415

    sys.exit(set_up(create_program(Settings()), folder, click.echo))


@main.group()
def account() -> None:
    """Accounts of those who prepare and lead meetings. Nobody but they themselves ever types their password."""


@account.command("add")
@click.argument("email")
def add_account(email: str) -> None:
    """Print a link with which EMAIL makes an account that may set up meetings."""
    _print_invitation(email, is_new=True)


@account.command("reset")
@click.argument("email")
def reset_account(email: str) -> None:
    """Print a link with which EMAIL chooses a new password; the second step is taken off with it."""
    _print_invitation(email, is_new=False)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1)
def bench(words: tuple[str, ...]) -> None:
    """Measure the program on this machine and print the ratios."""
    sys.argv = ["bench", *words]
    runpy.run_module("tests.bench", run_name="__main__")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("--readme", is_flag=True, help="Only the README's pictures, under its names.")
def shots(folder: Path, *, readme: bool) -> None:
    """Take a picture of every screen of every role into FOLDER: three widths, English and Arabic, light and dark."""
    sys.argv = ["shots", str(folder), *(["--readme"] if readme else [])]
    runpy.run_module("tests.shots", run_name="__main__")


@main.command()
@click.option("--folder", type=click.Path(path_type=Path, file_okay=False), default=Path("docs"), show_default=True)
def who_may(folder: Path) -> None:
    """Write the pages of who may do what, and of what each role's browser receives, from the program's own table."""
    from app.matrix.written import write  # noqa: PLC0415 - the other commands need none of it

    write(folder)


def _print_invitation(email: str, *, is_new: bool) -> None:
    from app.accounts.passwords.inviting import invitation  # noqa: PLC0415 - the other commands need none of it
    from app.core.errors import Refusal  # noqa: PLC0415
    from app.factory import create_program  # noqa: PLC0415

    settings = Settings()
    try:
        link = invitation(create_program(settings).bus, settings.address, email, is_new=is_new)
    except Refusal as refusal:
        raise click.ClickException(refusal.why) from refusal
    click.echo(f"For {email}, once, within a week:\n  {link}")


@main.command()
@click.argument("act", type=click.Choice(["extract", "update", "report"]))
def words(act: str) -> None:
    """Keep the catalogues of the five other languages: `extract` and `update` take in what is new, `report` counts."""
    from app.words import upkeep  # noqa: PLC0415 - the other commands need none of it

    if act == "extract":
        click.echo(f"{upkeep.extract()} texts")
    elif act == "update":
        upkeep.extract()
        upkeep.update()
    for line in upkeep.report():
        click.echo(line)


def _serve(settings: Settings) -> None:
    from app.accounts.passwords.inviting import first_invitation  # noqa: PLC0415 - the other commands need none of it
    from app.factory import create_program  # noqa: PLC0415

    program = create_program(settings)
    program.start()
    click.echo(f"Rapport serves {settings.address}")
    first = first_invitation(program.bus, settings.address)
    if first:
        click.echo(f"Nobody has an account here yet. Make the first one within a week, with this link:\n  {first}")
    program.serve_until_stopped(program.serve())


def _in_use(port: int) -> bool:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError:
            return True
        return False


def _own_address() -> str:
    # Nothing is sent: connecting a datagram socket only asks the system which address it would use.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as trial:
        try:
            trial.connect(("192.0.2.1", 9))
        except OSError:
            return "localhost"
        return str(trial.getsockname()[0])


if __name__ == "__main__":
    main(prog_name="rapport")
