from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browsers import axe, watch

GOOD = "<!doctype html><html lang='en'><title>Room 2</title><main><h1>Room 2</h1><button>Ask</button></main></html>"


def test_a_page_for_everybody_passes(page: Page) -> None:
    page.set_content(GOOD)
    axe(page)


def test_a_button_without_a_name_is_found_with_its_place_and_its_cure(page: Page) -> None:
    page.set_content(GOOD.replace("Ask", ""))
    with pytest.raises(pytest.fail.Exception) as failure:
        axe(page)
    told = str(failure.value)
    assert "button-name (critical): Buttons must have discernible text" in told
    assert "<button></button>" in told


def test_a_rule_that_is_left_out_is_not_asked(page: Page) -> None:
    page.set_content(GOOD.replace("Ask", ""))
    axe(page, without=("button-name",))


def test_a_script_that_fails_is_noticed(page: Page) -> None:
    other = page.context.new_page()
    noticed = watch(other)
    other.set_content(GOOD)
    assert noticed == []
    other.set_content("<script>throw new Error('out of words')</script>")
    assert len(noticed) == 1
    assert "out of words" in noticed[0]


def test_people_do_not_share_a_store_and_a_phone_is_small(page: Page, phone: Page) -> None:
    assert page.context is not phone.context
    assert [one.evaluate("screen.width") for one in (page, phone)] == [1280, 390]
