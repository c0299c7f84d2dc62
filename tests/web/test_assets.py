"""Static files as they are sent: styles in one piece, scripts without words for maintainers."""

from __future__ import annotations

import re
from pathlib import Path

from app.web.assets import FOLDER, Assets
from app.words.catalogue import TRANSLATED


def sent(name: str, assets: Assets | None = None) -> str:
    return (assets or Assets()).sent(name).plain.decode()


def test_a_style_that_imports_others_is_sent_in_one_piece_and_in_its_layers() -> None:
    style = sent("css/rapport.css")
    imported = re.findall(r'url\("([^"]+)"\)', (FOLDER / "css/rapport.css").read_text("utf-8"))
    assert "@import" not in style
    assert style.count("@layer ") == len(imported) + 1
    assert style.startswith("@layer reset, tokens, base, components, screens, print;")


def test_a_script_is_sent_without_its_comments_and_with_its_lines_where_they_were(tmp_path: Path) -> None:
    lines = [
        "/** What it does.",
        " * More.",
        " */",
        'const home = "https://meeting.example"; // kept',
        "  // dropped",
        "let a;",
    ]
    source = "\n".join(lines)
    (tmp_path / "one.js").write_text(source, "utf-8")
    script = sent("one.js", Assets(tmp_path))
    assert script.split("\n") == ["", "", "", lines[3], "", lines[5]]


def test_a_script_of_others_is_sent_as_it_came() -> None:
    assert sent("vendor/lit-html.js").encode() == (FOLDER / "vendor/lit-html.js").read_bytes()


PARTICIPANTS = {
    "now": ("css/screens/now.css", "pieces/screens.now.js", "js/core/words.js", "pieces/live.js"),
    "room": ("css/text.css", "css/screens/room.css", "pieces/screens.room.js", "js/core/words.js", "pieces/live.js"),
    "join": ("css/form.css", "css/screens/join.css"),
}


def test_a_participants_page_asks_for_at_most_30_kilobytes_of_script_and_style_in_every_language() -> None:
    assets = Assets()
    weights: dict[str, int] = {}
    for screen, names in PARTICIPANTS.items():
        files = {"css/rapport.css", *names} | (modules(assets, "js/screens/join.js") if screen == "join" else set())
        weight = sum(len(assets.sent(name).compressed) for name in files)
        weights |= {
            f"{screen} in {language}": weight + len(assets.sent(f"words/{language}/screens.{screen}.js").compressed)
            for language in TRANSLATED
        }
    # Now fetches the choice of a room where a meeting has one; it counts everywhere.
    choice = len(assets.sent("pieces/elements.choose-room.js").compressed)
    assert choice <= 1_000
    most = {page: weight + (choice if page.startswith("now") else 0) for page, weight in weights.items()}
    assert {page: weight for page, weight in most.items() if not 5_000 < weight <= 30_000} == {}


def test_a_live_screen_is_given_all_its_scripts_before_it_asks_for_one() -> None:
    assets = Assets()
    element = '<link rel="modulepreload" href="/s/{}/{}">\n'
    names = ["js/core/words.js", "words/ru/screens.board.js", "pieces/live.js", "pieces/screens.board.js"]
    assert assets.live_pieces("board", "ru") == "".join(element.format(assets.hash, name) for name in names)
    assert [
        name for name in names if re.findall(r'(?:from|import) ?"(?!\./live|\.\./js/core/words)', sent(name, assets))
    ] == ["words/ru/screens.board.js"]


def modules(assets: Assets, name: str) -> set[str]:
    """Give a module with all that it imports."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        module = waiting.pop()
        if module in found:
            continue
        found.add(module)
        imports = re.findall(r'(?:from|import)\s*"(\.[^"]+)"', sent(module, assets))
        folder = (FOLDER / module).parent
        waiting += [(folder / each).resolve().relative_to(FOLDER.resolve()).as_posix() for each in imports]
    return found
