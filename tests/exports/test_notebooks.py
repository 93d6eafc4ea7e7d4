"""The notebooks run from top to bottom in a clean kernel, and render."""

import ast
from html.parser import HTMLParser
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")

FOLDER = Path(__file__).parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
DRAWN = {"1": 2, "3": 3}  # PNG pictures in a notebook, by its number


def executed(path):
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(FOLDER)}}
    return nbclient.NotebookClient(notebook, timeout=180, resources=resources).execute()


@pytest.fixture(scope="module")
def run():
    done = {}

    def notebook(path):
        if path not in done:
            done[path] = executed(path)
        return done[path]

    return notebook


def outputs(notebook):
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def test_there_are_five():
    assert [path.name[0] for path in NOTEBOOKS] == list("12345")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_stripped_and_names_public(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert "/home" not in path.read_text("utf-8")
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        assert cell.outputs == []
        assert cell.execution_count is None
        source = "\n".join(line for line in cell.source.splitlines() if line[:1] not in ("%", "!"))
        if cell.source.startswith("%%"):
            continue
        for node in ast.walk(ast.parse(source)):
            names = [alias.name for alias in getattr(node, "names", [])]
            names += [node.attr] if isinstance(node, ast.Attribute) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(part.startswith("_") for name in names for part in name.split("."))


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_a_clean_kernel(run, path):
    notebook = run(path)
    found = outputs(notebook)
    assert not [o for o in found if o.output_type == "error"]
    assert not [o.text for o in found if o.get("name") == "stderr"]
    pictures = [o for o in found if "image/png" in o.get("data", {})]
    assert len(pictures) == DRAWN.get(path.name[0], 0)


class Frames(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.pages, self.images = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "iframe":
            self.pages.append(attrs.get("srcdoc", ""))
        if tag == "img":
            self.images.append(attrs.get("src", ""))


@pytest.mark.filterwarnings("default")
def test_nbconvert_keeps_the_pictures_inside_the_file(run):
    exporter = pytest.importorskip("nbconvert").HTMLExporter()
    html, _ = exporter.from_notebook_node(run(NOTEBOOKS[0]))
    found = Frames(html)
    (page,) = [page for page in found.pages if page]
    assert "Khalifa Haftar" in page
    assert "Content-Security-Policy" in page
    assert len([src for src in found.images if src.startswith("data:image/png;base64,")]) == 2
    assert "خليفة حفتر" in html


@pytest.mark.filterwarnings("default")
def test_the_rendered_page_draws_in_a_browser(run, browser, tmp_path):
    exporter = pytest.importorskip("nbconvert").HTMLExporter()
    html, _ = exporter.from_notebook_node(run(NOTEBOOKS[0]))
    path = tmp_path / "moved" / "notebook.html"
    path.parent.mkdir()
    path.write_text(html, "utf-8")
    page = browser.new_page()
    try:
        # nbconvert's own template asks for MathJax and the like; nothing of ours does.
        page.route("**/*", lambda route: route.continue_() if _local(route) else route.abort())
        page.goto(path.as_uri())
        frame = page.frame_locator("iframe[title=actorgraph]")
        frame.locator(".stage[data-drawn]").wait_for(timeout=30_000)
        assert frame.locator("html.ready").count() == 1
    finally:
        page.close()


def _local(route):
    return route.request.url.startswith(("file:", "data:", "about:", "blob:"))
