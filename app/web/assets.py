"""Static files under an address that holds a hash of them all: kept by browsers for ever, and never stale.

Relative imports between modules stay inside the same hash, so no import map is needed. Files are compressed once, at
the start.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Response, request
from markupsafe import Markup

from app.core.errors import NotFound
from app.web import pieces
from app.words import catalogue, for_scripts

if TYPE_CHECKING:
    from flask import Flask

STYLE_IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\((\w+)\);')
STYLE_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
SCRIPT_COMMENT = re.compile(r"^[ \t]*(?://.*|/\*\*(?:.|\n)*?\*/[ \t]*)$", re.MULTILINE)
SCREEN = re.compile(r"/(?:js|pieces)/([\w./-]+)\.js")
WORDS = re.compile(r"words/(\w+)/([\w.-]+)\.js")
STYLE_SPACE = re.compile(r"\s*([{};])\s*|(?<=:)[ ]+")
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
FOLDER = Path(__file__).parent.parent / "static"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}


@dataclass(frozen=True)
class Asset:
    """A static file as it is sent."""

    plain: bytes
    compressed: bytes
    type: str


class Assets:
    """All static files in memory, under the hash of all of them."""

    def __init__(self, folder: Path = FOLDER) -> None:
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        self._assets = {path.relative_to(folder).as_posix(): _asset(path) for path in files}
        digest = hashlib.sha256()
        for name, asset in self._assets.items():
            digest.update(name.encode() + b"\0" + asset.plain)
        for po in sorted(catalogue.FOLDER.glob("*.po")):
            digest.update(po.read_bytes())
        self.hash = digest.hexdigest()[:16]
        self._scripts = {name: each.plain.decode() for name, each in self._assets.items() if name.endswith(".js")}
        self._made: dict[str, Asset] = {}

    def url(self, name: str) -> str:
        """Give a file's address; a file that does not exist is a mistake of ours, found at once."""
        if name not in self._assets:
            self._piece_of(name)
        return f"/s/{self.hash}/{name}"

    def serve_on(self, app: Flask) -> None:
        """Serve the files under `/s/<hash>/…`."""
        app.add_url_rule("/s/<version>/<path:name>", "asset", self._answer, methods=["GET"])
        app.jinja_env.globals["asset"] = self.url
        app.jinja_env.globals["words_before"] = self.words_before
        app.jinja_env.globals["live_pieces"] = self.live_pieces

    def words_before(self, scripts: str, language: str) -> Markup:
        """Give the elements that load the words which a page's script elements need; they go before them."""
        if language not in catalogue.TRANSLATED:
            return Markup()
        named = [module.replace("/", ".") for module in SCREEN.findall(scripts)]
        modules = [module for module in named if f"js/{module.replace('.', '/')}.js" in self._assets]
        element = Markup('<script type="module" src="/s/{}/words/{}/{}.js"></script>')
        return Markup().join(element.format(self.hash, language, module) for module in modules)

    def live_pieces(self, screen: str, language: str) -> Markup:
        """Give the elements that let the browser fetch all scripts of a live screen at once."""
        names = [pieces.WORDS, pieces.LIVE, f"pieces/screens.{screen}.js"]
        addresses = [self.url(name) for name in names]
        if language in catalogue.TRANSLATED:
            addresses.insert(1, f"/s/{self.hash}/words/{language}/screens.{screen}.js")
        return Markup().join(Markup('<link rel="modulepreload" href="{}">\n').format(each) for each in addresses)

    def sent(self, name: str) -> Asset:
        """Give a file as it is sent; NotFound where there is none."""
        try:
            return self._assets.get(name) or self._words_of(name) or self._piece_of(name)
        except KeyError as error:
            message = "There is no such file."
            raise NotFound(message) from error

    # Put together when they are first asked for, and kept: a language that nobody speaks here costs nothing.
    def _words_of(self, name: str) -> Asset | None:
        found = WORDS.fullmatch(name)
        module = f"js/{found[2].replace('.', '/')}.js" if found else ""
        if found is None or found[1] not in catalogue.TRANSLATED or module not in self._scripts:
            return None
        if name not in self._made:
            script = for_scripts.module_of_words(module, self._scripts, catalogue.words_of(found[1]))
            self._made[name] = _sent(script.encode(), TYPES[".js"])
        return self._made[name]

    def _piece_of(self, name: str) -> Asset:
        if name not in self._made:
            self._made[name] = _sent(pieces.piece(name, self._scripts).encode(), TYPES[".js"])
        return self._made[name]

    def _answer(self, version: str, name: str) -> Response:
        asset = self.sent(name)
        compress = request.accept_encodings["gzip"] > 0 and len(asset.compressed) < len(asset.plain)
        response = Response(asset.compressed if compress else asset.plain, content_type=asset.type)
        response.headers["Vary"] = "Accept-Encoding"
        # A page of an older start may still ask under its own hash: it gets today's file, and is not told to keep it.
        response.headers["Cache-Control"] = (
            "public, max-age=31536000, immutable" if version == self.hash else "no-cache"
        )
        if compress:
            response.headers["Content-Encoding"] = "gzip"
        return response


def _asset(path: Path) -> Asset:
    plain = _lean(path)
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "text/plain; charset=utf-8"
    return _sent(plain, kind)


def _sent(plain: bytes, kind: str) -> Asset:
    return Asset(plain, gzip.compress(plain, 9, mtime=0), kind)


# A participant on a poor line should not wait for words meant for maintainers; theirs stay on the disk.
def _lean(path: Path) -> bytes:
    if path.suffix == ".css":
        return _style(path)
    if path.suffix == ".js" and path.parent.name != "vendor":
        # Line numbers stay as they are on the disk, so an error's place can be found.
        bare = SCRIPT_COMMENT.sub(lambda found: "\n" * found[0].count("\n"), path.read_text("utf-8"))
        return INDENT.sub("", bare).encode()
    return path.read_bytes()


# A style that imports seventeen others is eighteen requests before the first paint; written in, it is one.
def _style(path: Path) -> bytes:
    bare = STYLE_SPACE.sub(r"\1", STYLE_COMMENT.sub("", path.read_text("utf-8")))
    return STYLE_IMPORT.sub(lambda found: _layer(found[2], path.parent / found[1]), bare).encode()


def _layer(name: str, path: Path) -> str:
    return f"@layer {name} {{\n{_style(path).decode()}}}"
