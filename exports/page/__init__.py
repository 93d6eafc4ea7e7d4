"""The page: one self-contained HTML file in which a graph is explored by eye."""

from .frame import iframe
from .writer import page_html, write_page

__all__ = ["iframe", "page_html", "write_page"]
