"""`./run faults`: plays faults against a real server and says what became of everything that was acknowledged."""

from __future__ import annotations

import asyncio
import secrets
import sys
import time

import click

from tests.faults.campaign import jobs, play
from tests.faults.kinds.all import FAULTS
from tests.faults.run import Report
from tests.faults.table import failures, last_line, progress, table


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--runs", default=8, show_default=True, type=click.IntRange(1), help="How many faults.")
@click.option("--seed", default=None, type=click.IntRange(0), help="Where to begin; the same seed, the same faults.")
@click.option("--only", default="", type=click.Choice(["", *FAULTS]), help="One fault, by its name.")
@click.option("--database", default="", type=click.Choice(["", "sqlite", "postgresql"]), help="One kind of database.")
def main(runs: int, seed: int | None, only: str, database: str) -> None:
    """Let faults befall a meeting, and judge whether anything acknowledged was lost, doubled or put out of order."""
    if only and database and database not in FAULTS[only].databases:
        raise click.UsageError(f"“{only}” befalls {FAULTS[only].databases[0]} alone.")
    began = time.monotonic()
    first = secrets.randbelow(1_000_000) if seed is None else seed
    click.echo(f"{runs} faults, from seed {first}")
    heard: list[Report] = []

    def tell(report: Report) -> None:
        heard.append(report)
        click.echo(progress(report, len(heard), runs))

    reports = asyncio.run(play(jobs(runs, first, only, database), tell))
    wrong = failures(reports)
    click.echo(f"\n{table(reports)}\n{time.monotonic() - began:.0f} seconds in all")
    if wrong:
        click.echo(f"\n{wrong}")
    click.echo(f"\n{last_line(reports)}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(prog_name="./run faults")
