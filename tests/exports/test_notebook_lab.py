"""Pictures in a real JupyterLab, in a real browser."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from ..sample import sample

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("jupyterlab")
TOKEN = "of-the-test"
CELLS = (
    "from actorgraph.graph import load\nkg = load('graph.json')\nkg",
    "kg.show('Haftar')",
    "kg.show('Russia', lang='ar')",
    "kg.matrix(lang='ar')",
)
FRAMES = ".jp-OutputArea iframe[title=actorgraph]"


def notebook():
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return nbformat.v4.new_notebook(cells=cells, metadata=kernel)


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Start JupyterLab on a folder with a graph and a notebook; yield its address and folder."""
    home = tmp_path_factory.mktemp("lab")
    work = home / "work"
    work.mkdir()
    sample().save(work)
    nbformat.write(notebook(), work / "fresh.ipynb")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folders = {name: str(home / name.lower()) for name in ("HOME", "JUPYTER_CONFIG_DIR",
               "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")}  # fmt: skip
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
                *(f"--ServerApp.port={port}", "--ServerApp.port_retries=0"),
                *(f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True"),
                "--LabApp.news_url=None",
                f"--ServerApp.root_dir={work}",
            ],
            env={**os.environ, **folders},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(address, server, home / "log")
            yield address, work
        finally:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(15)
            server.kill()
            server.wait(5)


def _wait(address, server, log):
    for _ in range(240):
        if server.poll() is not None:
            pytest.fail(f"JupyterLab ended:\n{log.read_text('utf-8', 'replace')[-2000:]}")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=5).close()
            return
        time.sleep(0.25)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text('utf-8', 'replace')[-2000:]}")


@pytest.fixture
def opened(lab, browser):
    """Return a function that opens a notebook in JupyterLab."""
    address, _ = lab
    contexts = []

    def open_notebook(name):
        context = browser.new_context(viewport={"width": 1400, "height": 2600})
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{address}/lab/tree/{name}?reset&token={TOKEN}")
        page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for()
        return page

    yield open_notebook
    for context in contexts:
        context.close()


def drawn(page, index):
    """Return the frame of the n-th picture of the open notebook, once it has drawn."""
    frame = page.frame_locator(FRAMES).nth(index)
    frame.locator(".stage[data-drawn]").wait_for()
    return frame


def command(page, name):
    """Run a command of JupyterLab without waiting for it to end."""
    page.evaluate("name => void window.jupyterapp.commands.execute(name)", name)


def saved_pictures(page):
    return page.locator(".jp-OutputArea img").evaluate_all(
        "images => images.filter(i => i.src.startsWith('data:image/png')).map(i => i.naturalWidth)"
    )


@pytest.mark.filterwarnings("default")
def test_two_pages_in_one_notebook_and_the_notebook_moved(lab, opened):
    _, work = lab
    page = opened("fresh.ipynb")
    command(page, "notebook:run-all-cells")
    page.locator(".jp-OutputArea img").wait_for()
    assert page.locator(FRAMES).count() == 2
    first, second = drawn(page, 0), drawn(page, 1)
    assert first.locator("html").get_attribute("dir") == "ltr"
    assert second.locator("html").get_attribute("dir") == "rtl"
    assert "Contested" in page.locator(".jp-RenderedHTML").first.inner_text()
    # What is done in one page changes that page alone.
    assert first.locator(".inside h2").inner_text() == "Khalifa Haftar"
    before = second.locator("body").inner_html()
    first.locator("input.search").fill("ital")
    first.locator("#suggestion-0").click()
    first.locator(".inside h2", has_text="Italy").wait_for()
    assert second.locator("body").inner_html() == before
    assert second.locator(".inside h2").inner_text() == "روسيا"
    assert all(width > 200 for width in saved_pictures(page))
    command(page, "docmanager:save")
    page.wait_for_function("!document.querySelector('.jp-mod-dirty')")
    page.context.close()

    (work / "elsewhere").mkdir()
    (work / "fresh.ipynb").rename(work / "elsewhere" / "moved.ipynb")
    page = opened("elsewhere/moved.ipynb")
    page.locator(".jp-OutputArea img").wait_for()
    assert page.locator(FRAMES).count() == 2
    drawn(page, 0)
    drawn(page, 1)
    assert len(saved_pictures(page)) == 1


@pytest.mark.filterwarnings("default")
def test_a_notebook_from_elsewhere_that_is_not_trusted(lab, opened):
    _, work = lab
    resources = {"metadata": {"path": str(work)}}
    foreign = nbclient.NotebookClient(notebook(), timeout=120, resources=resources).execute()
    nbformat.write(foreign, work / "foreign.ipynb")
    page = opened("foreign.ipynb")
    page.locator(".jp-OutputArea img").wait_for()
    assert len(saved_pictures(page)) == 1
    assert page.locator(FRAMES).count() == 0
    text = page.locator(".jp-NotebookPanel").inner_text()
    assert "Trust Notebook" in text
    assert "Khalifa Haftar requested a base from Russia" in text
