"""The query editor in a real browser."""

import shutil

import pytest
from actorgraph.exports.rdf import to_turtle
from playwright.sync_api import expect, sync_playwright

from tests.exports.test_serve import Server
from tests.sample import sample

CHROMIUM = shutil.which("chromium")


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")
def test_a_question_is_chosen_and_answered_and_a_mistake_is_explained(tmp_path):
    (tmp_path / "graph.ttl").write_bytes(to_turtle(sample()))
    running = Server(tmp_path)
    errors = []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
            page.goto(running.url)
            page.get_by_label("Questions").select_option("contested")
            expect(page.get_by_role("status")).to_contain_text("3 rows")
            expect(page.locator("td[lang=ar]").first).to_contain_text("حفتر")
            expect(page.locator("td").first).to_have_text("actor:khalifa-haftar")
            assert errors == []
            page.locator("#query").fill("SELECT * { ?s ag:sttus ?o }")
            page.keyboard.press("Control+Enter")
            expect(page.get_by_role("status")).to_contain_text("did you mean ag:status")
            browser.close()
    finally:
        running.stop()
