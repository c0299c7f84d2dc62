"""The demonstration in full swing, and ways into it."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from app.guide.cards import CARDS
from tests.ports import free_port

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Demonstration:
    """A running demonstration: its address, the personal links by name, the participants' code."""

    address: str
    links: dict[str, str]
    code: str

    def put_hints_away(self, context: BrowserContext) -> None:
        """Make a browser one in which every role's first steps were read."""
        context.add_cookies([{"name": "hints", "value": ".".join(sorted(CARDS)), "url": self.address}])

    def let_in(self, context: BrowserContext, who: str) -> Page:
        """Give the page this person is led to; the front door for nobody."""
        page = context.new_page()
        if not who:
            page.goto(self.address)
            return page
        if who == "participant":
            page.goto(f"{self.address}/j/{self.code}")
            page.fill("input[name=name]", "Delegate 1 (Ghana)")
            page.fill("input[name=delegation]", "Ghana")
            page.keyboard.press("Escape")
            page.locator("button[type=submit]").last.click()
        else:
            page.goto(self.links[who])
        page.wait_for_url("**/m/1/**")
        return page


@contextmanager
def demonstration() -> Iterator[Demonstration]:
    """Run the demonstration."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="rapport-shots-") as data:
        command = [sys.executable, "-P", "-m", "app.cli", "demo", "--port", str(port), "--data", data]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
            said = "".join(_until_ready(server))
            try:
                links = dict(re.findall(r"^  (\S.*?)\s{2,}(http\S+)$", said, re.MULTILINE))
                code = re.findall(r"/j/(\d{9})", said)[0]
                yield Demonstration(f"http://localhost:{port}", links, code)
            finally:
                server.terminate()


def _until_ready(server: subprocess.Popen[str]) -> Iterator[str]:
    for line in server.stdout or ():
        yield line
        if "Ctrl+C" in line:
            return
