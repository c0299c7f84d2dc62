"""Runs tests/js/*.test.js in Chromium, each test of a file as a test of pytest's.

The names are read from the source, so that collecting needs no browser; a name must be a literal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import cached_property
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser, sync_playwright
from typing_extensions import override

from tests.browsers import launch, watch

ROOT = Path(__file__).parent.parent
_NAME = re.compile(r"""^test\(\s*(["'`])(?P<name>.+?)\1\s*,""", re.MULTILINE)
# The page's own policy is as strict as the program's: what works only without it does not pass.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html"
)


class JavaScriptError(Exception):
    """What a JavaScript test said when it failed."""


class JavaScriptFile(pytest.File):
    """One tests/js/*.test.js."""

    @override
    def collect(self) -> Iterable[JavaScriptTest]:
        names = [found["name"] for found in _NAME.finditer(self.path.read_text(encoding="utf-8"))]
        return [JavaScriptTest.from_parent(self, name=name) for name in names]

    @cached_property
    def outcomes(self) -> dict[str, str]:
        """What each test said: nothing when it passed."""
        return _Runner.of(self.config).run(self.path.name)


class JavaScriptTest(pytest.Item):
    """One `test(...)`."""

    @override
    def runtest(self) -> None:
        assert isinstance(self.parent, JavaScriptFile)
        outcomes = self.parent.outcomes
        if self.name not in outcomes:
            message = f"the file ran without this test; it has {sorted(outcomes)}"
            raise JavaScriptError(message)
        if outcomes[self.name]:
            raise JavaScriptError(outcomes[self.name])

    @override
    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        return str(excinfo.value) if isinstance(excinfo.value, JavaScriptError) else super().repr_failure(excinfo)

    @override
    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.name


class _Runner:
    """A browser and a server of files, in a thread of their own: Playwright would claim the thread's event loop."""

    _key: ClassVar = pytest.StashKey["_Runner"]()

    def __init__(self) -> None:
        self.thread = ThreadPoolExecutor(1)
        self.held = ExitStack()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _Files)
        Thread(target=self.server.serve_forever, daemon=True).start()

    @classmethod
    def of(cls, config: pytest.Config) -> _Runner:
        if cls._key not in config.stash:
            config.stash[cls._key] = runner = cls()
            config.add_cleanup(runner.close)
        return config.stash[cls._key]

    def run(self, name: str) -> dict[str, str]:
        return self.thread.submit(self._run, name).result()

    def close(self) -> None:
        self.thread.submit(self.held.close).result()
        self.thread.shutdown()
        self.server.shutdown()
        self.server.server_close()

    @cached_property
    def browser(self) -> Browser:
        playwright = self.held.enter_context(sync_playwright())
        return self.held.enter_context(launch(playwright))

    def _run(self, name: str) -> dict[str, str]:
        with self.browser.new_context(locale="en-GB", timezone_id="UTC") as context:
            page = context.new_page()
            wrong = watch(page)
            page.goto(f"http://127.0.0.1:{self.server.server_port}/page/{name}")
            if not page.evaluate("() => 'harness' in globalThis"):
                message = f"{name} did not load: {wrong or 'is an import misspelt?'}"
                raise JavaScriptError(message)
            results = page.evaluate("() => harness.run()")
            if wrong:
                raise JavaScriptError("\n".join(wrong))
            return {result["name"]: result["error"] for result in results}


class _Files(SimpleHTTPRequestHandler):
    """Serves /static/ and /tests/js/ as they lie, and a page that loads one test file."""

    @override
    def do_GET(self) -> None:
        if not self.path.startswith("/page/"):
            super().do_GET()
            return
        name = Path(self.path).name
        body = (
            f'<!doctype html><title>{name}</title><script type="module" src="/tests/js/{name}"></script><body></body>'
        )
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", _POLICY)
        self.end_headers()
        self.wfile.write(body.encode())

    @override
    def translate_path(self, path: str) -> str:
        asked = path.partition("?")[0].lstrip("/")
        file = (ROOT / "app" / asked if asked.startswith("static/") else ROOT / asked).resolve()
        allowed = file.is_relative_to(ROOT / "app" / "static") or file.is_relative_to(ROOT / "tests" / "js")
        return str(file if allowed else ROOT / "tests" / "js" / "missing")

    @override
    def guess_type(self, path: Any) -> str:
        # Chromium runs no module of another kind, and a bare machine has no list of kinds.
        return "text/javascript" if str(path).endswith(".js") else super().guess_type(path)

    @override
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: a missing file shows in the browser."""
