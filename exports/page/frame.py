"""The page inside a notebook: a sandboxed iframe that carries its page with it."""

import html
from dataclasses import dataclass

from ...graph import KnowledgeGraph
from .writer import page_html


@dataclass(frozen=True)
class PageFrame:
    """A page that a notebook shows where this object is the value of a cell."""

    page: str
    height: int

    def _repr_html_(self) -> str:
        return self.html()

    def html(self, instead: str = "") -> str:
        """Return the frame as HTML; `instead` is HTML for where frames are not shown."""
        return (
            f'<iframe srcdoc="{html.escape(self.page)}" title="actorgraph" '
            'sandbox="allow-scripts allow-downloads allow-popups allow-modals" '
            f'width="100%" height="{self.height}" '
            'style="box-sizing:border-box;display:block;width:100%;'
            'border:1px solid #8884;border-radius:8px">'
            f"{instead}</iframe>"
        )


def iframe(
    kg: KnowledgeGraph, *, focus: str | None = None, height: int = 640, lang: str = "en"
) -> PageFrame:
    """Return the page for a notebook, `height` CSS pixels high and as wide as the cell.

    The frame has an origin of its own: it cannot reach the notebook, nor the network. Raises
    LookupFailedError for an unknown `focus`, ValueError for a height below 240.
    """
    if height < 240:
        raise ValueError(f"a page of {height} pixels is too low to read; 240 is the least")
    return PageFrame(page_html(kg, focus, lang=lang), int(height))
