"""Somebody's browser that keeps every byte it receives: answers with their headers, and frames, as they came."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.doors import Browser, Line, Reply
from tests.houses import House


class Ear(Browser):
    """A browser that remembers all it was sent, and follows whatever it may."""

    def __init__(self, house: House) -> None:
        super().__init__(house.port)
        house.browsers.append(self)
        self.received: list[bytes] = []

    def send(self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> Reply:
        """Send a request, and keep what comes back."""
        reply = super().send(method, path, body, headers)
        self.received += [str(reply.headers).encode(), reply.body]
        if reply.body.startswith(b"%PDF"):
            self.received.append(text_of(reply.body))
        return reply

    def line(self) -> Line:
        """Connect a socket of which every message is kept."""
        line = _KeptLine(self.port, {"ticket": self.ticket()}, origin=self.origin, received=self.received)
        self.lines.append(line)
        return line

    def heard(self, words: dict[str, str]) -> set[str]:
        """Give the names of the words that stand anywhere in what was received, escaped or not."""
        everything = b"\n".join(self.received).decode("utf-8", "replace")
        return {name for name, word in words.items() if word in everything}


class _KeptLine(Line):
    def __init__(self, port: int, auth: object, *, origin: str, received: list[bytes]) -> None:
        self._received = received
        super().__init__(port, auth, origin=origin)

    def _take(self, message: str) -> None:
        self._received.append(message.encode())
        super()._take(message)


def text_of(pdf: bytes) -> bytes:
    """Give the words of a PDF with what is known of it, if this machine can read them."""
    if shutil.which("pdftotext") is None:
        return b""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.pdf"
        file.write_bytes(pdf)
        words, about = (
            subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
            for command in (["pdftotext", str(file), "-"], ["pdfinfo", str(file)])
        )
    return words + about
