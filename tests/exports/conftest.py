import pytest

from tests.exports.browser import FLAGS, chromium_path
from tests.sample import sample


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    path = chromium_path()
    if path is None:
        pytest.skip("no Chromium on this machine (Debian: apt install chromium)")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sample_page(tmp_path_factory):
    from actorgraph.exports.page import write_page

    return write_page(sample(), tmp_path_factory.mktemp("page") / "explore.html").as_uri()
