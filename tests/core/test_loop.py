"""Who computes for long gives way, and the loop's timers and sockets get their turn."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

LONG_WORK = """
from gevent import monkey; monkey.patch_all()
import gevent, time
from app.core.loop import give_way

ticks = []

def tick():
    while True:
        gevent.sleep(0.001)
        ticks.append(1)

gevent.spawn(tick)
gevent.sleep(0.01)
before = len(ticks)
for _ in range(20):
    end = time.perf_counter() + 0.01
    while time.perf_counter() < end:
        pass
    give_way()
print(len(ticks) - before)
"""


def test_a_timer_that_is_due_runs_while_somebody_gives_way() -> None:
    command = [sys.executable, "-P", "-c", LONG_WORK]
    done = subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True)
    assert int(done.stdout) >= 10
