"""The worker: answers every line, survives every document, never leaves half a file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from exports.codec import to_plain
from exports.compile import compile_summary, to_document
from tests.exports.meetings import SMALL

ROOT = Path(__file__).resolve().parents[3]
DOCUMENT = to_plain(to_document(compile_summary(SMALL)))

pytestmark = pytest.mark.alone


class Worker:
    """The other end of the pipe."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, line: str) -> list[dict[str, Any]]:
        """Send a line, give all answers up to the last."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answers: list[dict[str, Any]] = []
        while not answers or "step" in answers[-1]:
            answers.append(json.loads(self.process.stdout.readline()))
        return answers

    def order(self, format_: str, out: Path, document: dict[str, Any] = DOCUMENT) -> dict[str, Any]:
        return self.ask(json.dumps({"id": 7, "format": format_, "document": document, "out": str(out)}))[-1]


@contextmanager
def working() -> Iterator[Worker]:
    command = [sys.executable, "-m", "exports.jobs.worker"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Worker(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(30) == 0


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with working() as started:
        yield started


@pytest.mark.parametrize("format_", ["pdf", "html", "markdown", "json"])
def test_each_format_is_written_whole_and_described(worker: Worker, format_: str, tmp_path: Path) -> None:
    out = tmp_path / f"summary.{format_}"
    answer = worker.order(format_, out)
    data = out.read_bytes()
    assert (answer["id"], answer["done"], answer["bytes"]) == (7, str(out), len(data))
    assert answer["sha256"] == sha256(data).hexdigest()
    assert (answer["pages"] > 0) == (format_ == "pdf")
    assert [file.name for file in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[1]",
        '"\\ud800"',
        '{"id": 1}',
        '{"id": 1, "format": "pdf", "out": "/nowhere/\\u0000"}',
        '{"id": 1, "format": "docx", "document": {}, "out": "x"}',
        '{"id": 1, "format": "pdf", "document": {"title": "A"}, "out": "x"}',
        '{"id": 1, "format": "pdf", "document": [], "out": "x"}',
        "[" * 50_000,
    ],
)
def test_a_bad_request_is_answered_with_a_sentence_and_advice(worker: Worker, line: str) -> None:
    answer = worker.ask(line)[-1]
    assert set(answer) == {"id", "failed", "advice"}
    assert answer["failed"].endswith(".")


def test_the_worker_goes_on_after_a_document_that_cannot_be_written(worker: Worker, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert worker.order("html", blocked / "below.html")["failed"].startswith("The file could not be written")
    assert worker.order("html", tmp_path / "a.html")["done"] == str(tmp_path / "a.html")


def test_progress_is_told_before_the_end(worker: Worker, tmp_path: Path) -> None:
    line = json.dumps({"id": 8, "format": "pdf", "document": DOCUMENT, "out": str(tmp_path / "a.pdf")})
    answers = worker.ask(line)
    assert {answer["id"] for answer in answers} == {8}
    assert max(answer.get("page", 0) for answer in answers) == answers[-1]["pages"]


def test_without_pango_the_pdf_is_refused_with_the_command_that_mends_it(tmp_path: Path) -> None:
    broken = tmp_path / "weasyprint"
    broken.mkdir()
    (broken / "__init__.py").write_text("print('noise on the pipe')\nraise OSError('cannot load library')\n")
    code = "import sys; sys.path.insert(0, sys.argv[1]); from exports.jobs.worker import main; main()"
    request = json.dumps({"id": 1, "format": "pdf", "document": DOCUMENT, "out": str(tmp_path / "a.pdf")})
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, input=request, capture_output=True, text=True, check=True, timeout=60)
    answer = json.loads(done.stdout)
    assert answer["failed"] == "The libraries that lay out the PDF are missing (cannot load library)."
    assert answer["advice"].startswith("PDF export needs Pango: apt install libpango-1.0-0")
