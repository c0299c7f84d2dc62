"""The rehearsal to PDF: cold (the first export, with the start of the worker) and warm, by processor time."""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING

from app.config import Settings
from app.core.db import reading
from app.demo.asking import Doing
from app.demo.building import build
from app.factory import create_program
from app.rehearsal.counting import take_in
from app.rehearsal.folder import read_folder
from app.rehearsal.playing import Player
from exports.jobs.models import Export
from tests.bench.hall import folder
from tests.bench.processes import ROOT, children_of, cpu_of, memory_of
from tests.bench.table import Figure, run_alone

if TYPE_CHECKING:
    from app.core.actor import Actor
    from app.running import Program

REHEARSAL = ROOT.parent / "shared" / "rehearsal"
AIM = 1.5


def measure(quick: bool) -> list[Figure]:  # noqa: FBT001 - as on the command line
    """Make the document once cold and then warm."""
    with folder() as data:
        program = create_program(Settings(data_dir=data))
        began, mine = time.perf_counter(), time.process_time()
        what, meeting, chair = _played(program)
        playing, own = time.perf_counter() - began, time.process_time() - mine
        me = os.getpid()
        try:
            cold = _export(program, meeting, chair)
            worker = children_of(me)[0]
            first = cpu_of(worker)
            warm = [_warm(program, meeting, chair, worker) for _ in range(3 if quick else 6)]
            held = memory_of(worker)
            bare = _compiling(program, meeting, chair)
        finally:
            program.runner.close()
            program.engine.dispose()
    seconds, cpu = (statistics.median(column) for column in zip(*warm, strict=True))
    return [
        Figure(f"{what} played through the bus", f"{playing:.1f} s", f"{own:.1f} s of CPU"),
        Figure("PDF, cold (the worker starts)", f"{cold:.2f} s", f"{first:.2f} s of CPU"),
        Figure(
            "PDF, warm",
            f"{seconds:.2f} s",
            f"{cpu:.2f} s of CPU, {first / cpu:.1f} × less than cold",
            f"< {AIM} s of CPU",
            cpu < AIM,
        ),
        Figure("  Markdown of the same, for comparison", f"{bare:.2f} s", f"{seconds / bare:.1f} × faster than PDF"),
        Figure("  the worker's memory", f"{held:.0f} MiB"),
    ]


def _played(program: Program) -> tuple[str, int, Actor]:
    doing = Doing(program.bus)
    if REHEARSAL.is_dir():
        given = read_folder(REHEARSAL)
        played = Player(program.bus, program.engine, given.script).play()
        take_in(doing, given, played)
        return "the rehearsal", played.meeting, played.chairs[0]
    cast = build(program.bus, program.engine)
    return "the demonstration", cast.meeting, cast.co_chairs[0]


def _warm(program: Program, meeting: int, chair: Actor, worker: int) -> tuple[float, float]:
    before = cpu_of(worker)
    return _export(program, meeting, chair), cpu_of(worker) - before


def _compiling(program: Program, meeting: int, chair: Actor) -> float:
    return statistics.median(_export(program, meeting, chair, "markdown") for _ in range(3))


def _export(program: Program, meeting: int, chair: Actor, form: str = "pdf") -> float:
    began = time.perf_counter()
    asked = Doing(program.bus).ask(chair, "export.request", meeting=meeting, format=form)
    while program.runner.run_one():
        pass
    with reading(program.engine) as db:
        export = db.get_one(Export, asked["id"])
    if export.state != "done":
        raise RuntimeError(export.why)
    return time.perf_counter() - began


if __name__ == "__main__":
    run_alone(measure)
