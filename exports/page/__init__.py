"""The page: one self-contained HTML file in which a graph is explored by eye."""

from .frame import PageFrame, iframe, show
from .writer import page_html, write_page

__all__ = ["PageFrame", "iframe", "page_html", "show", "write_page"]
