"""The warm worker: `python -m exports.jobs.worker`, requests on stdin, answers on stdout, one JSON object per line.

    {"id": 7, "format": "pdf", "document": {...}, "out": "/path/summary.pdf"}
    -> {"id": 7, "step": "Step 5 - Creating layout - Page 2", "page": 2} ...
    -> {"id": 7, "done": "/path/summary.pdf", "sha256": "...", "bytes": 70594, "pages": 8, "warnings": []}
    or {"id": 7, "failed": "sentence", "advice": "sentence"}

It ends when its input ends. It stays alive after any document; only the system may end it, when native code will not
stop within its time.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any, TextIO

from exports.jobs.limits import limit_memory
from exports.jobs.rendering import Failed, carry_out

_UNREADABLE = "The request is not one JSON object on one line."


def main() -> None:
    """Answer requests until the input ends."""
    answers = _own_output()
    limit_memory()
    for line in sys.stdin.buffer:
        if line.strip():
            answer(line, answers)


def answer(line: bytes, answers: TextIO) -> None:
    """Carry out the request in `line` and write its progress and its result as JSON lines."""
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        request = None
    if isinstance(request, dict):
        _answer_request(request, answers)
    else:
        _write(answers, {"id": None, "failed": _UNREADABLE, "advice": "Send the request again."})


def _answer_request(request: dict[str, Any], answers: TextIO) -> None:
    job = request.get("id")

    def tell(step: str, page: int) -> None:
        _write(answers, {"id": job, "step": step, "page": page})

    try:
        finished = carry_out(request, tell)
    except Failed as failure:
        _write(answers, {"id": job, "failed": failure.sentence, "advice": failure.advice})
        return
    _write(
        answers,
        {
            "id": job,
            "done": str(finished.path),
            "sha256": finished.sha256,
            "bytes": finished.size,
            "pages": finished.pages,
            "warnings": list(finished.warnings),
        },
    )


def _own_output() -> TextIO:
    """Keep the answers' pipe to ourselves: whatever a library prints goes to the error stream."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="ascii", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _write(answers: TextIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


if __name__ == "__main__":
    main()
