"""The people of a meeting on one page, and a roster taken in there, mended on the way, and taken back."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browsers import axe
from tests.cast import Cast
from tests.e2e.actors import CoChair, Person
from tests.e2e.conftest import LetIn
from tests.e2e.test_open_to_all import DESK, PHONE, SMALLEST, sideways, tab_to
from tests.houses import House

HEAD = "Name,Country,E-mail,Title,Breakout choice\n"
ROSTER = HEAD + (
    "Delegate 3 (Ghana),Ghana,ghana.3@x.example,Counsellor,2\n"
    "Alpha Bravo,Ghanna,alpha@x.example,,1\n"
    "BRAVO Alpha,Ghana,ALPHA@X.example,Adviser,\n"
    f"{'x' * 5_000},Peru,,,\n"
    ",Norway,,,3\n"
    "Total: 5,,,,\n"
)
REASONS = {
    2: "as Delegate 3 (Ghana): same delegation and name",
    3: "Did you mean Ghana?",
    4: "with row 3, Alpha Bravo: same e-mail",
    5: "This may have at most 120 characters; it has 5,000.",
    6: "There is neither a name nor an e-mail address.",
    7: "This looks like a line of totals, not like a person.",
}


class Secretary(Person):
    """Keeps the list of people."""

    def mends(self, row: int, **fields: str) -> None:
        """Mend a row of the preview in place."""
        self.page.get_by_label(f"Edit row {row}", exact=True).click()
        for field, words in fields.items():
            self.row(row).locator(f"input[name={field}]").fill(words)
        self.button("Keep this").click()
        expect(self.row(row).locator("form")).to_have_count(0)

    def tabs(self, *steps: str) -> None:
        """Go to each of these with Tab, and press Enter there."""
        for name in steps:
            tab_to(self.page, name)
            self.page.keyboard.press("Enter")

    def chooses(self, text: str | bytes, name: str = "roster.csv") -> None:
        """Choose a file in the import that is open."""
        data = text if isinstance(text, bytes) else text.encode()
        self.page.set_input_files("#roster-file", FilePayload(name=name, mimeType="text/csv", buffer=data))

    def previews(self, text: str | bytes) -> None:
        """Begin an import with this file and go on to its rows."""
        self.button("Import a roster").click()
        self.chooses(text)
        self.button("Look at every row").click()
        expect(self.page.locator(".folk__preview")).to_be_visible()

    def row(self, number: int) -> Locator:
        """Give a row of the preview by its number in the file."""
        return self.page.locator(f".folk__preview tr[data-row='{number}']")

    def becomes(self) -> dict[int, str]:
        """Give what each row becomes, in the words of its badge."""
        found: list[list[str]] = self.page.evaluate(
            "[...document.querySelectorAll('.folk__found')].map((row) =>"
            " [row.dataset.row, row.querySelector('.badge').textContent])"
        )
        return {int(row): words for row, words in found}


@pytest.fixture
def secretary(let_in: LetIn) -> Secretary:
    """The secretariat, on the list of people."""
    person = let_in(Secretary, "secretariat")
    person.go("people")
    return person


def test_a_roster_is_previewed_mended_imported_and_taken_back(secretary: Secretary, cast: Cast) -> None:
    before = cast.things(f"meeting:{cast.meeting}:chairs", "person")
    secretary.previews(ROSTER)
    assert secretary.becomes() == {
        2: "in the meeting already",
        3: "new",
        4: "joined",
        5: "refused",
        6: "refused",
        7: "refused",
    }
    for row, words in REASONS.items():
        expect(secretary.row(row)).to_contain_text(words)
    assert cast.things(f"meeting:{cast.meeting}:chairs", "person") == before, "nothing is written by looking"

    secretary.mends(6, name="Delegate 9 (Norway)")
    expect(secretary.row(6)).to_have_text(re.compile(r"Delegate 9 \(Norway\).*Norway.*new", re.DOTALL))
    secretary.mends(3, delegation="Ghana")
    expect(secretary.row(3)).not_to_contain_text("Did you mean")

    secretary.button("Import 2 people").click()
    secretary.sees("2 people are imported")
    secretary.button("To the list of people").click()
    secretary.page.get_by_label("Find by name").fill("bravo")
    # A list, so that rows not yet filtered out are waited for.
    expect(secretary.page.locator(".folk tbody tr")).to_have_text(
        [re.compile("Alpha Bravo *Adviser.*Ghana.*not yet come in.*alpha@x.example", re.DOTALL)]
    )
    secretary.button("Undo the whole import").click()
    secretary.hears("2 people of this import are off the list again.")
    expect(secretary.button("Undo the whole import")).to_have_count(0)
    assert _bare(cast.things(f"meeting:{cast.meeting}:chairs", "person")) == _bare(before)


def test_an_import_left_unfinished_is_offered_again_with_what_was_mended(secretary: Secretary, cast: Cast) -> None:
    secretary.previews("Name,Delegation,Breakout\nDelegate 21,Gana,Theme 1\nDelegate 22,Peru,The weather\n")
    expect(secretary.row(2)).not_to_contain_text("kept as a note")
    expect(secretary.row(3)).to_contain_text("kept as a note only")
    secretary.mends(2, title="Minister")
    expect(secretary.row(2)).to_contain_text("Minister")
    secretary.page.reload()
    secretary.is_live()
    secretary.button("Import a roster").click()
    secretary.sees("An import was not finished")
    secretary.button("Go on with it").click()
    expect(secretary.row(2)).to_contain_text("Minister")
    secretary.button("Import 2 people").click()
    secretary.sees("2 people are imported.")
    secretary.page.reload()
    secretary.is_live()
    secretary.button("Import a roster").click()
    expect(secretary.page.get_by_text("An import was not finished")).to_have_count(0)


def test_the_whole_import_is_done_with_the_keyboard_alone(secretary: Secretary, cast: Cast) -> None:
    page = secretary.page
    secretary.tabs("Import a roster")
    tab_to(page, "Or paste cells from a spreadsheet")
    page.keyboard.insert_text("Name\tDelegation\nAlpha Bravo\tGhana\nBen\tPeru\n")
    secretary.tabs("Read these cells")
    secretary.sees("2 rows with people")
    secretary.tabs("Look at every row")
    expect(page.locator("#preview-counts")).to_be_focused()
    tab_to(page, "Edit")
    secretary.tabs("Edit")
    expect(secretary.row(3).get_by_label("Name")).to_be_focused()
    page.keyboard.insert_text(" Golf")
    page.keyboard.press("Enter")
    expect(secretary.row(3)).to_contain_text("Golf")
    expect(page.get_by_label("Edit row 3")).to_be_focused()
    secretary.tabs("Import 2 people")
    secretary.sees("2 people are imported")
    secretary.tabs("Undo the whole import")
    secretary.hears("2 people of this import are off the list again.")
    names = [thing["name"] for thing in cast.things(f"meeting:{cast.meeting}:chairs", "person")]
    assert "Alpha Bravo" not in names


def test_a_row_is_said_to_be_different_the_same_or_left_out(secretary: Secretary) -> None:
    secretary.previews(
        HEAD + "Alpha Bravo,Ghana,a@x.example,,\nA. Bravo,Ghana,a@x.example,,\nBen,Peru,,,\nBenno,Peru,,,\n"
    )
    assert secretary.becomes() == {2: "new", 3: "joined", 4: "new", 5: "new"}
    _choose(secretary, 3, "A different person")
    expect(secretary.row(3).locator(".badge")).to_have_text("new")
    _choose(secretary, 4, "Leave this row out")
    expect(secretary.row(4).locator(".badge")).to_have_text("left out")
    _choose(secretary, 5, "The same as…")
    dialog = secretary.page.get_by_role("dialog")
    dialog.get_by_label("Find by name, delegation or e-mail").fill("rapporteur 2")
    dialog.get_by_role("button", name="Rapporteur 2 (Peru)").click()
    expect(secretary.row(5)).to_contain_text("as Rapporteur 2 (Peru): you said so")
    assert secretary.becomes() == {2: "new", 3: "new", 4: "left out", 5: "in the meeting already"}
    _choose(secretary, 3, "As it was found")
    expect(secretary.row(3).locator(".badge")).to_have_text("joined")
    expect(secretary.button("Import 1 person")).to_be_visible()


def test_the_same_file_again_imports_nobody_twice(secretary: Secretary, cast: Cast) -> None:
    text = HEAD + "Delegate,Ghana,,,\nDelegate,Peru,,,\n"
    secretary.previews(text)
    secretary.button("Import 2 people").click()
    secretary.button("To the list of people").click()
    secretary.button("Import a roster").click()
    secretary.chooses(text)
    expect(secretary.page.locator(".banner--care")).to_contain_text(
        re.compile(r"imported at \d\d:\d\d by Secretariat 1")
    )
    secretary.button("Look at every row").click()
    expect(secretary.row(2)).to_contain_text("imported from this file before")
    assert set(secretary.becomes().values()) == {"in the meeting already"}
    people = cast.things(f"meeting:{cast.meeting}:chairs", "person")
    assert len([person for person in people if person["name"] == "Delegate"]) == 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 a workbook", "This is a workbook, not text."),
        (b"", "The file is empty."),
        (b"Name\n", "There is nobody in this file"),
        (b"Name,Country\n" + b"A,Ghana\n" * 50_000, "This roster has 50,001 rows; at most 10,000 are read in at once."),
        (b'Name,Country\n"A,Ghana\n' + b"B,Peru\n" * 5_000, "In row 2 a quotation mark is opened and never closed"),
    ],
    ids=["workbook", "empty", "nobody", "too many", "quote"],
)
def test_bad_files_get_one_clear_answer_and_nothing_is_written(
    secretary: Secretary, cast: Cast, data: bytes, why: str
) -> None:
    before = cast.things(f"meeting:{cast.meeting}:chairs", "person")
    secretary.button("Import a roster").click()
    secretary.chooses(data)
    expect(secretary.page.locator("#file-error")).to_contain_text(why)
    assert cast.things(f"meeting:{cast.meeting}:chairs", "person") == before


def test_the_encoding_and_the_columns_can_be_chosen_anew(secretary: Secretary) -> None:
    secretary.button("Import a roster").click()
    secretary.chooses("Label;Land\nDelegate 1;Perú\nDelegate 2;Türkiye\n".encode("cp1252"))
    expect(secretary.page.get_by_label("Encoding")).to_have_value("cp1252")
    secretary.page.get_by_label("Column 2 holds").select_option("delegation")
    secretary.page.get_by_label("Column 1 holds").select_option("name")
    secretary.button("Look at every row").click()
    expect(secretary.row(2)).to_contain_text("Peru")
    expect(secretary.row(3)).to_contain_text("Türkiye")


def test_addresses_reach_the_secretariat_alone(let_in: LetIn, house: House, cast: Cast) -> None:
    row = {"person_name": "Alpha Bravo", "delegation": "Ghana", "email": "alpha@x.example", "gender": "f"}
    cast.must("secretariat", "roster.import", meeting=cast.meeting, people=[row])
    chair, secretary = let_in(CoChair, "canada"), let_in(Secretary, "secretariat")
    for person, may in ((chair, False), (secretary, True)):
        person.go("people")
        expect(person.page.get_by_text("Alpha Bravo")).to_be_visible()
        assert ("alpha@x.example" in json.dumps(person.boot())) is may
        assert person.page.get_by_role("columnheader", name="E-mail").count() == int(may)
        assert person.button("Import a roster").count() == int(may)
    for path, status in (("read", 403), ("preview", 403)):
        browser = house.browser(cast, "canada")
        reply = browser.post(f"/m/{cast.meeting}/people/{path}", {"rows": []})
        assert reply.status == status


def test_people_are_found_filtered_and_ordered(secretary: Secretary) -> None:
    page = secretary.page
    names = page.locator(".folk tbody th")
    page.get_by_role("button", name="With a task").click()
    expect(names.filter(has_text="Delegate 3")).to_have_count(0)
    page.get_by_role("button", name="Everybody").click()
    page.get_by_role("button", name="Delegation", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Delegation")
    expect(names.first).to_have_text("Delegate 5 (Brazil)")
    page.get_by_label("Find by name").fill("delegate chad")
    expect(names).to_have_text(["Delegate 6 (Chad)"])


def test_somebody_is_edited_and_is_given_a_task_and_a_link(secretary: Secretary, cast: Cast) -> None:
    page = secretary.page
    page.get_by_label("Find by name").fill("delegate 6")
    _act(page, "Edit")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Delegate 6 (Mali)")
    dialog.locator("input[name=delegation]").fill("")
    dialog.locator("input[name=delegation]").press_sequentially("马里")
    dialog.get_by_role("option", name="Mali").first.click()
    dialog.get_by_label("E-mail").fill("mali@x.example")
    dialog.get_by_role("button", name="Save").click()
    expect(page.locator(".folk tbody tr")).to_have_text([re.compile(r"Delegate 6 \(Mali\).*mali@x.example", re.DOTALL)])
    _act(page, "Tasks")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Give the task").click()
    expect(dialog.locator(".chip")).to_contain_text("moderator, room 1")
    page.keyboard.press("Escape")
    _act(page, "Make a new link")
    expect(page.locator(".link__address")).to_contain_text("/enter#")
    person = next(t for t in cast.things(f"meeting:{cast.meeting}:chairs", "person") if "Mali" in t["name"])
    assert (person["delegation"], [role["role"] for role in person["roles"]]) == ("Mali", ["moderator"])


def test_somebody_is_put_out_for_good_and_taken_back(secretary: Secretary, cast: Cast) -> None:
    page = secretary.page
    page.get_by_label("Find by name").fill("delegate 6")
    _act(page, "Devices")
    expect(page.get_by_role("dialog").locator("devices-of li")).to_have_count(1)
    page.keyboard.press("Escape")
    _act(page, "Put out for good")
    page.get_by_role("dialog").get_by_label("Why (optional)").fill("Asked to leave")
    page.get_by_role("dialog").get_by_role("button", name="Put out for good").click()
    secretary.hears("Delegate 6 (Chad) is put out for good.")
    page.get_by_role("button", name="Sent out").click()
    expect(page.locator(".folk tbody tr")).to_contain_text(["Asked to leave"])
    page.get_by_role("button", name="Take back Delegate 6 (Chad)").click()
    secretary.hears("is on the list again")
    assert any(
        thing["name"] == "Delegate 6 (Chad)" for thing in cast.things(f"meeting:{cast.meeting}:chairs", "person")
    )


def test_a_new_person_is_seen_by_everybody_who_keeps_the_list(let_in: LetIn, secretary: Secretary) -> None:
    chair = let_in(CoChair, "canada")
    chair.go("people")
    chair.button("Add a person").click()
    dialog = chair.page.get_by_role("dialog")
    dialog.get_by_label("Name").fill("Delegate\u202e 9")
    dialog.locator("input[name=delegation]").press_sequentially("rok")
    dialog.get_by_role("option", name="Republic of Korea").click()
    dialog.get_by_role("button", name="Add", exact=True).click()
    row = secretary.page.locator(".folk tbody tr").filter(has_text="Delegate 9")
    expect(row).to_contain_text("Republic of Korea")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_axe_finds_nothing_on_any_step_and_nothing_scrolls_sideways(secretary: Secretary, lang: str) -> None:
    page = secretary.page
    page.emulate_media(color_scheme="dark" if lang == "ar" else "light")
    page.goto(f"{secretary.meeting}/people?lang={lang}")
    secretary.is_live()
    _well(page)
    page.locator(".folk__head .button--primary").click()
    _well(page)
    secretary.chooses(ROSTER)
    expect(page.locator(".folk__columns")).to_be_visible()
    _well(page)
    page.locator(".button--primary").click()
    expect(page.locator(".folk__preview")).to_be_visible()
    secretary.row(5).locator("button").first.click()
    _well(page)


def _well(page: Page) -> None:
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        axe(page)
    page.set_viewport_size(SMALLEST)
    assert sideways(page) == []
    page.set_viewport_size(DESK)


def _choose(secretary: Secretary, row: int, act: str) -> None:
    secretary.page.get_by_label(f"More for row {row}", exact=True).click()
    secretary.row(row).get_by_role("button", name=act).click()


def _act(page: Page, act: str) -> None:
    page.locator(".folk tbody tr summary").first.click()
    page.locator(".folk tbody tr").first.get_by_role("button", name=act, exact=True).click()


def _bare(things: list[dict[str, object]]) -> list[dict[str, object]]:
    return [{key: value for key, value in thing.items() if key not in {"present", "version"}} for thing in things]
