"""The page: one self-contained HTML file in which a graph is explored by eye."""

from .frame import PageFrame, iframe
from .writer import digest, json_for_html, page_html, write_page

__all__ = ["PageFrame", "digest", "iframe", "json_for_html", "page_html", "write_page"]
