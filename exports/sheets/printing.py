"""Having a sheet laid out by a process of its own: layout holds an interpreter for seconds, and a meeting goes on."""

from __future__ import annotations

import json
import sys

import structlog
from gevent import Timeout, subprocess
from gevent.lock import BoundedSemaphore

from app.core.errors import Busy
from app.core.sentences import say
from exports.jobs.runner import ROOT, worker_environment
from exports.sheets.sheet import Sheet, to_plain

PATIENCE = 60.0
"""Seconds that a sheet may take before its process is ended."""

_one_at_a_time = BoundedSemaphore(1)
log = structlog.get_logger()


def printed(sheet: Sheet) -> bytes:
    """Give the PDF; raise Busy where it could not be made just now."""
    command = [sys.executable, "-P", "-m", "exports.sheets.worker"]
    asked = json.dumps(to_plain(sheet)).encode()
    with _one_at_a_time, Timeout(PATIENCE, _late()):
        pipe = subprocess.PIPE
        worker = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, cwd=ROOT, env=worker_environment())
        try:
            data, trouble = worker.communicate(asked)
        finally:
            if worker.poll() is None:
                worker.kill()
    if worker.returncode != 0:
        log.warning("sheet.failed", why=trouble.decode("utf-8", "replace")[-600:])
        raise Busy(say("The sheet could not be laid out. The links on the page are still good."), retry_after=5)
    return bytes(data)


def _late() -> Busy:
    message = say("The sheet was not ready in time. The links on the page are still good; try again in a moment.")
    return Busy(message, retry_after=10)
