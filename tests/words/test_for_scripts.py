"""The words of a page's scripts: those its modules use, each once, and no others."""

from __future__ import annotations

from app.web.assets import Assets
from app.words.catalogue import TRANSLATED, Words
from app.words.for_scripts import module_of_words, numbered_words, plain_words, with_imports

SCRIPTS = {
    "js/screens/now.js": 'import { t } from "../core/words.js";\nimport "../elements/shell.js";\nt("Now"); t("Gone");',
    "js/elements/shell.js": 'import { tn } from "../core/words.js";\nhtml`${tn("{n} point", "{n} points", n)}`;',
    "js/core/words.js": "export function t(text, values = {}) {}",
    "js/screens/board.js": 't("Board")',
}
WORDS = Words(
    "ru", {"Now": "Сейчас", "Board": "Панель"}, {"{n} points": {"one": "{n} п", "few": "{n} па", "many": "{n} пов"}}
)


def test_a_page_gets_the_words_of_its_modules_and_no_others() -> None:
    assert module_of_words("js/screens/now.js", SCRIPTS, WORDS) == (
        'import { useWords } from "../../js/core/words.js";\n'
        'useWords({"Now":"Сейчас",'
        '"{n} points":{"one":"{n} п","few":"{n} па","many":"{n} пов","other":"{n} пов"}}, "ru");\n'
    )


def test_imports_are_followed_near_and_far_and_round_about() -> None:
    assert with_imports("js/screens/now.js", SCRIPTS) == {
        "js/screens/now.js",
        "js/elements/shell.js",
        "js/core/words.js",
    }


def test_words_are_found_within_templates_and_beside_their_values() -> None:
    script = r"""html`<p>${t("Say \"{what}\"", { what: html`<b>${x}</b>` })}</p>${parts("By {who}", { who })}`;
        format("no")"""
    assert plain_words(script) == ['Say "{what}"', "By {who}"]
    assert numbered_words('tn("{n} one",\n  "{n} many", 3)') == [("{n} one", "{n} many")]


def test_a_language_adds_at_most_three_kilobytes_to_a_participants_page() -> None:
    assets = Assets()
    weights = {
        f"{screen} in {language}": len(assets.sent(f"words/{language}/screens.{screen}.js").compressed)
        for screen in ("join", "now", "room")
        for language in TRANSLATED
    }
    assert {page: weight for page, weight in weights.items() if not 300 < weight <= 3_000} == {}
