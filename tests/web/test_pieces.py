"""The scripts of a live screen in two pieces: the same modules, in the same order, each once."""

from __future__ import annotations

import re

import pytest

from app.web.assets import FOLDER, Assets
from app.web.pieces import LIVE, piece

SCRIPTS = {
    "js/core/words.js": "export function t(text) { return text; }",
    "js/core/boot.js": 'import { t } from "./words.js";\nexport const boot = t("Begin");',
    "js/elements/menus.js": 'import("../device.js");',
    "js/elements/shell.js": 'import "./menus.js";\nexport async function leave() {}',
    "js/elements/time-left.js": "",
    "js/elements/icon.js": "export const SPRITE = import.meta.url;\nexport class Icon {}",
    "js/elements/list.js": 'import { SPRITE as place, Icon } from "./icon.js";\nexport { place, Icon as Mark };',
    "js/screens/now.js": 'import { boot } from "../core/boot.js";\nimport { Mark } from "../elements/list.js";\n'
    'await Mark;\nimport("../elements/list.js");',
    "js/device.js": "export const A = 1;",
    "vendor/lit-html.js": "var a=1;export{a as html,a as live};",
}


def test_what_every_live_screen_has_is_one_piece_and_the_words_stay_beside_it() -> None:
    assert piece(LIVE, SCRIPTS) == (
        'import * as words$ from "../js/core/words.js";\nexport const all$ = { "js/core/words.js": words$ };\n'
        'all$["js/core/boot.js"] ??= (() => {const { t } = all$["js/core/words.js"];\nconst boot = t("Begin");\n'
        "return { boot };\n})();\n"
        'all$["js/elements/menus.js"] ??= (() => {import("../js/device.js");\nreturn {  };\n})();\n'
        'all$["js/elements/shell.js"] ??= (() => {\nasync function leave() {}\nreturn { leave };\n})();\n'
        'all$["js/elements/time-left.js"] ??= (() => {\nreturn {  };\n})();\n'
    )


def test_a_screens_own_piece_holds_the_rest_and_ends_with_the_screen_as_it_is() -> None:
    assert piece("pieces/screens.now.js", SCRIPTS) == (
        'import { all$ } from "./live.js";\n'
        'all$["js/elements/icon.js"] ??= (() => {const SPRITE = new URL("../js/elements/icon.js", import.meta.url);\n'
        "class Icon {}\nreturn { SPRITE, Icon };\n})();\n"
        'all$["js/elements/list.js"] ??= (() => {const { SPRITE: place, Icon } = all$["js/elements/icon.js"];\n\n'
        "return { place, Mark: Icon };\n})();\n"
        'const { boot } = all$["js/core/boot.js"];\nconst { Mark } = all$["js/elements/list.js"];\nawait Mark;'
        '\nimport("./elements.list.js");\n'
    )


def test_a_module_whose_names_are_listed_at_its_end_gives_them() -> None:
    scripts = SCRIPTS | {"js/screens/now.js": 'import { live } from "../../vendor/lit-html.js";'}
    assert 'all$["vendor/lit-html.js"] ??= (() => {var a=1;\nreturn { html: a, live: a };\n})();' in piece(
        "pieces/screens.now.js", scripts
    )


def test_modules_in_a_circle_are_a_mistake_that_is_named() -> None:
    scripts = SCRIPTS | {"js/elements/icon.js": 'import { place } from "./list.js";'}
    with pytest.raises(
        ValueError, match=r"now\.js > js/elements/list\.js > js/elements/icon\.js > js/elements/list\.js"
    ):
        piece("pieces/screens.now.js", scripts)


def test_there_is_no_piece_of_a_module_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        piece("pieces/screens.nowhere.js", SCRIPTS)


def test_every_module_is_written_as_the_pieces_read_it() -> None:
    assets = Assets()
    for path in (FOLDER / "js/screens").glob("*.js"):
        sent = assets.sent(f"pieces/screens.{path.stem}.js").plain.decode()
        inside = sent.partition("\n")[2]
        assert re.findall(r"^(?:import\b(?!\()|export (?:default|let|var|\*)).*", inside, re.MULTILINE) == [], path.name
