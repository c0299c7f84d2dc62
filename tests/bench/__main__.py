"""`./run bench [--quick] [MEASURE…]`: measure this program on this machine, each measure in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time

from tests.bench.processes import ROOT
from tests.bench.table import Figure, printed, read

MEASURES = {
    "fanout": "One capture to everybody",
    "joining": "A thousand people come in",
    "returning": "Everybody returns at once",
    "captures": "Durable captures",
    "documents": "The rehearsal to PDF",
    "first_page": "A participant's first page",
}

FAILED = "failed"


def main(words: list[str]) -> int:
    """Run the named measures, or all, and print one table; gives how many failed."""
    options = [word for word in words if word.startswith("-")]
    chosen = [word for word in words if word in MEASURES] or list(MEASURES)
    figures: list[Figure] = []
    try:
        for name in chosen:
            figures += [Figure(MEASURES[name].upper()), *_measured(name, options)]
    finally:
        # Also when it was interrupted: what was measured until then is worth reading.
        print(f"\n{printed(figures)}\n\nTimes are of this machine, now. Trust the ratios, measured in one run.")
    return sum(figure.value == FAILED for figure in figures)


def _measured(name: str, options: list[str]) -> list[Figure]:
    began = time.monotonic()
    print(f"{MEASURES[name]} …", end=" ", flush=True)
    command = [sys.executable, "-P", "-m", f"tests.bench.{name}", *options]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    print(f"{time.monotonic() - began:.0f} s", flush=True)
    return read(done.stdout) if done.returncode == 0 else [Figure("  this measure", FAILED)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
