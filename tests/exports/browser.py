"""A real browser for the tests of the pages: one for the whole session, and what it did watched."""

import shutil
from contextlib import contextmanager

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-color-profile=srgb",
)


def chromium_path():
    """Return where Chromium is, or None."""
    return next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


class Watch:
    """What a page said, asked of the network, and opened."""

    def __init__(self, page):
        self.said, self.asked, self.opened = [], [], []
        page.on("console", lambda m: self.said.append(f"{m.type}: {m.text}"))
        page.on("pageerror", lambda e: self.said.append(f"error: {e}"))
        page.on("dialog", lambda d: (self.opened.append(d.message), d.dismiss()))
        page.on("request", lambda r: self.asked.append(r.url))
        page.on("popup", lambda p: self.opened.append(p.url))

    def outside(self):
        """Requests to anywhere but the file itself and what the page made."""
        return [
            url for url in self.asked if not url.startswith(("file:", "blob:", "data:", "about:"))
        ]


@contextmanager
def opened(browser, url, *, width=1440, height=900, **options):
    """Open a page in a context of its own; it may say nothing on the console, ask for nothing."""
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    context.set_default_timeout(6000)
    page = context.new_page()
    page.watch = Watch(page)
    try:
        page.goto(url)
        page.wait_for_selector("html.ready", state="attached")
        if "view=list" not in url:
            page.wait_for_selector(".stage[data-drawn]", state="attached")
        yield page
        assert page.watch.said == []
        assert page.watch.outside() == []
        assert page.watch.opened == []
    finally:
        context.close()
