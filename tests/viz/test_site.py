"""A small site of pages: the index leads to all of them, and they to each other."""

import re
from urllib.parse import unquote

import pytest
from sederunt.viz.site import INDEX, file_name, site
from sederunt.viz.view import kinds, view

from tests.viz.test_browser import serious


@pytest.fixture(scope="module")
def pages(examples):
    return dict(site(examples))


def test_the_index_leads_to_every_page(pages):
    led = re.findall(r'<a href="([^"]+)"', pages[INDEX])
    assert sorted(led) == sorted(set(pages) - {INDEX})
    assert len(led) > 15


def test_every_kind_says_what_a_site_has_of_it(examples):
    for kind in kinds():
        assert view(kind).SECTION
        for things in view(kind).featured(examples):
            assert view(kind).FEWEST <= len(things) <= view(kind).MOST


def test_pages_lead_to_each_other(pages, chromium, tmp_path):
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    context = chromium.new_context()
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((tmp_path / INDEX).as_uri())
    assert serious(page) == []
    page.get_by_role("link", name="Who sits on which boards").click()
    page.locator("#search").fill("Catrin Bevan")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Its own page").click()
    page.wait_for_load_state()
    assert unquote(page.url).endswith("around-catrin-bevan.html")
    page.get_by_role("link", name="All pages").click()
    page.wait_for_load_state()
    assert page.url.endswith(INDEX)
    assert errors == []
    context.close()


def test_two_names_of_one_spelling_have_two_files(examples, pages):
    assert len({file.lower() for file in pages}) == len(pages)


@pytest.mark.parametrize("name", ["a/b\\c", "Café – 3", "x" * 200])
def test_the_name_of_a_file_is_harmless(name):
    assert re.fullmatch(r"around-[a-z0-9-]{1,53}\.html", file_name("around", [name]))
