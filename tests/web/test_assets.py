"""Static files as they are sent: styles in one piece, scripts without words for maintainers."""

from __future__ import annotations

import re
from pathlib import Path

from app.web.assets import FOLDER, Assets


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


def test_a_participants_page_asks_for_at_most_30_kilobytes_of_script_and_style() -> None:
    assets = Assets()
    extra = {"now": ("screens/now",), "room": ("text", "screens/room"), "join": ("form", "screens/join")}
    for screen, names in extra.items():
        styles = {f"css/{name}.css" for name in ("rapport", *names)}
        files = {*styles, *modules(assets, f"js/screens/{screen}.js")}
        assert sum(len(assets.sent(name).compressed) for name in files) <= 30_000, screen


def test_where_people_choose_their_room_one_kilobyte_more_is_fetched() -> None:
    assets = Assets()
    more = modules(assets, "js/elements/choose-room.js") - modules(assets, "js/screens/now.js")
    assert more == {"js/elements/choose-room.js"}
    assert sum(len(assets.sent(name).compressed) for name in more) <= 1_000


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
