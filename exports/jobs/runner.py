"""Making documents in a process of their own.

Layout holds an interpreter for seconds, and a meeting must not wait for it.
"""

from __future__ import annotations

import json
import os
import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Any

import gevent
import structlog
from gevent import Timeout, subprocess
from gevent.event import Event

from app.core.actor import SYSTEM
from app.core.db import reading
from exports.codec import to_plain
from exports.compile import to_document
from exports.jobs.files import keep
from exports.jobs.models import Export
from exports.jobs.queries import waiting
from exports.summary.compiling import compiled

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from app.core.bus import Bus, Outcome
    from app.realtime.leases import Leases

PATIENCE = 180.0
"""Seconds that one document may take before its process is ended."""

TAKEN_FOR = 20.0
"""Seconds after which another process takes a document over from one that does not say any more that it makes it."""

LOOK_EVERY, LOOK_TOGETHER = 60, 4
"""Seconds between two looks for documents that wait; where several processes serve, another may have been asked."""

LONGEST_WHY = 600
"""Letters that are kept of what a document's reader should know."""

TELL_EVERY = 4
"""Of the pages laid out, how often one is told."""

ROOT = Path(__file__).parent.parent.parent
ENDINGS = {"pdf": ".pdf", "html": ".html", "markdown": ".md", "json": ".json"}

ENDED = "The process that makes documents ended. Ask for it again; if that fails too, take Markdown or HTML."

log = structlog.get_logger()


class Cancelled(Exception):  # noqa: N818 - somebody's wish, not a fault
    """The document is not wanted any more."""


class WorkerEnded(Exception):  # noqa: N818 - the system may end it at any time
    """The worker process is gone."""


class Runner:
    """Takes exports one after the other and has a warm worker process make them."""

    def __init__(self, bus: Bus, engine: Engine, folder: Path, leases: Leases | None = None) -> None:
        """`leases` are for several processes, of which one makes a document."""
        self._leases = leases
        self._bus = bus
        self._engine = engine
        self._folder = folder
        self._news = Event()
        self._worker: Any = None

    def notice(self, outcome: Outcome) -> None:
        """Look again when an export was asked for or cancelled."""
        if any(told.event in {"export.requested", "export.cancelled"} for told in outcome.told):
            self._news.set()

    def run(self) -> None:
        """Make what waits, for ever."""
        while True:
            self._news.clear()
            # In a greenlet of its own: while the database is away nothing can be said, and it is tried again later.
            while self._run_apart():
                pass
            self._news.wait(LOOK_EVERY if self._leases is None else LOOK_TOGETHER)

    def _run_apart(self) -> bool:
        attempt = gevent.spawn(self.run_one)
        attempt.join()
        return bool(attempt.value)

    def run_one(self) -> bool:
        """Make the document that has waited longest; say whether there was one."""
        with reading(self._engine) as db:
            export = next((each for each in waiting(db) if self._take(each)), None)
        if export is None:
            return False
        keeping = gevent.spawn(self._keep_taking, export)
        try:
            self._make(export)
        except Cancelled:
            self._stop()
        except Timeout:
            self._stop()
            self._fail(
                export,
                f"The document was not ready after {PATIENCE:.0f} seconds. Shorten the longest sections, or take"
                " Markdown or HTML.",
            )
        except (WorkerEnded, BrokenPipeError):
            self._stop()
            log.warning("export.worker_ended", export=export.id)
            self._fail(export, ENDED)
        except Exception:  # one document that cannot be made must not end the making of all others
            self._stop()
            log.exception("export.failed", export=export.id)
            self._fail(export, ENDED)
        finally:
            keeping.kill()
        return True

    def _take(self, export: Export) -> bool:
        return self._leases is None or self._leases.hold(f"export:{export.id}", TAKEN_FOR)

    def _keep_taking(self, export: Export) -> None:
        while self._take(export):
            gevent.sleep(TAKEN_FOR / 4)

    def path_of(self, export: Export) -> Path:
        """Give where the finished file lies."""
        return self._folder / f"{export.id}{ENDINGS[export.format]}"

    def _make(self, export: Export) -> None:
        with reading(self._engine) as db:
            source, summary = compiled(db, export.meeting_id)
        document = to_document(summary)
        request = {
            "id": export.id,
            "format": export.format,
            "document": to_plain(document),
            "out": str(self.path_of(export)),
        }
        with Timeout(PATIENCE):
            answer = self._answer_to(request, export)
        if "failed" in answer:
            self._fail(export, f"{answer['failed']} {answer['advice']}"[:LONGEST_WHY])
            return
        told = {
            "bytes": answer["bytes"],
            "sha256": answer["sha256"],
            "pages": answer["pages"],
            "draft": not source.released,
        }
        if self._leases is not None:
            keep(self._engine, export.id, self.path_of(export))
        self._say("export.finish", export, told | {"why": " ".join(answer["warnings"])[:LONGEST_WHY]})

    def _answer_to(self, request: dict[str, Any], export: Export) -> dict[str, Any]:
        worker = self._start()
        worker.stdin.write(json.dumps(request).encode() + b"\n")
        worker.stdin.flush()
        told = -TELL_EVERY
        for line in iter(worker.stdout.readline, b""):
            answer: dict[str, Any] = json.loads(line)
            if "step" not in answer:
                return answer
            if answer["page"] == 0 or answer["page"] - told >= TELL_EVERY or answer["page"] < told:
                told = answer["page"]
                self._still_wanted(export)
                self._say("export.progress", export, {"step": answer["step"][:120], "page": answer["page"]})
        raise WorkerEnded

    def _start(self) -> Any:  # noqa: ANN401 - gevent's Popen is untyped
        if self._worker is None or self._worker.poll() is not None:
            command = [sys.executable, "-P", "-m", "exports.jobs.worker"]
            self._worker = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=worker_environment()
            )
        return self._worker

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            self._worker.wait()
            self._worker = None

    def close(self) -> None:
        """End the worker process."""
        self._stop()

    def _still_wanted(self, export: Export) -> None:
        with reading(self._engine) as db:
            if db.get_one(Export, export.id).state == "cancelled":
                raise Cancelled

    def _fail(self, export: Export, why: str) -> None:
        self._say("export.fail", export, {"why": why})

    def _say(self, command: str, export: Export, data: dict[str, Any]) -> None:
        answer = self._bus.ask(SYSTEM, command, str(uuid.uuid4()), {"export": export.id, **data})
        if not answer["ok"]:
            message = f"{command}: {answer['why']}"
            raise OSError(message)


def worker_environment() -> dict[str, str]:
    """Give the environment of a process that makes documents."""
    # The worker needs where to find the program and its fonts, and nothing that the server knows besides.
    kept = (
        "PATH",
        "HOME",
        "LANG",
        "LC_ALL",
        "XDG_CACHE_HOME",
        "FONTCONFIG_FILE",
        "FONTCONFIG_PATH",
        "DYLD_FALLBACK_LIBRARY_PATH",
    )
    return {"PYTHONPATH": str(ROOT), **{name: os.environ[name] for name in kept if name in os.environ}}
