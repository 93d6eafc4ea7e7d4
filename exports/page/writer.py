"""The page as text: a template, one style, one script and the data, locked down by hashes."""

import base64
import hashlib
import html
import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from ...graph import KnowledgeGraph
from ...graph.files import write_whole
from .data import page_data

MODULES = (
    "words",
    "text",
    "model",
    "state",
    "query",
    "dom",
    "theme",
    "draw",
    "svg",
    "stage",
    "evidence",
    "details",
    "article",
    "facets",
    "timeline",
    "records",
    "takeaway",
    "table",
    "outline",
    "legend",
    "app",
)  # in the order in which they are joined: each imports only from those before it
_COMMENT = re.compile(r"[ \t]*/\*\*.*?\*/[ \t]*\n?", re.DOTALL)
_NOTE = re.compile(r"(?<=[;,{)]) // .*$", re.MULTILINE)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_STRING = re.compile(r'("(?:\\.|[^"\\])*")')
_SIGN = re.compile(r" *(=>|[=!]==|[<>]=|&&|\|\||\?\?|[-+*|&]=|[=?:,;(){}\[\]<>]) *")
_SPACE = re.compile(r"\s*([{};]|(?<=[a-z0-9-]):(?= ))\s*")
_IMPORT = re.compile(r"^import [^;]+;\n", re.MULTILINE)
_SLOT = re.compile(r"@([A-Z]+)@")
_EXPORT = re.compile(r"^export (?=const|let|function|class|async)", re.MULTILINE)


def write_page(kg: KnowledgeGraph, path: str | Path, *, focus: str | None = None) -> Path:
    """Write the page as one file that needs no network, and return its path.

    `focus` is an actor's name or id, as for `page_html`. Raises OutputError when the place cannot
    be written to.
    """
    target = Path(path)
    write_whole(target, page_html(kg, focus=focus).encode())
    return target


def page_html(
    kg: KnowledgeGraph, focus: str | None = None, *, title: str = "actorgraph", lang: str = "en"
) -> str:
    """Return the page; with `focus` it opens on that actor and its neighbours.

    `lang` is the language that it opens in, "en" or "ar". Raises LookupFailedError when no actor
    has that name.
    """
    start: dict[str, Any] = {"lang": "ar" if lang == "ar" else "en"}
    if focus is not None:
        start["focus"] = kg.actor(focus).id
    data = page_data(kg, title) | {"start": start}
    values = {
        "LANG": start["lang"],
        "DIR": "rtl" if start["lang"] == "ar" else "ltr",
        "POLICY": html.escape(policy(script(), style())),
        "STYLE": style(),
        "SCRIPT": script(),
        "TITLE": html.escape(title),
        "DATA": json_for_html(data),
    }
    return _SLOT.sub(lambda slot: values[slot[1]], _asset("page.html"))


def policy(script_text: str, style_text: str) -> str:
    """Return a content-security policy under which nothing but these two texts may act."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{digest(script_text)}'",
            f"style-src '{digest(style_text)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def json_for_html(data: object) -> str:
    """Return JSON that may stand inside a script element: no `<`, `>` or `&` is left in it."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


@cache
def script() -> str:
    """Return the modules of the page joined into one script.

    Imports, exports, comments, indentation and spaces around signs are left out: the names of all
    modules live in one scope, and no string runs over lines.
    """
    parts = [_bare(_asset(f"{name}.js")) for name in MODULES]
    return '(() => {\n"use strict";\n' + "\n".join(parts) + "\n})();\n"


@cache
def style() -> str:
    """Return the style sheet, without the spaces that it can do without."""
    return _SPACE.sub(r"\1", _INDENT.sub("", _asset("explore.css")))


def _bare(module: str) -> str:
    bare = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", module)))
    lines = _INDENT.sub("", _NOTE.sub("", bare)).splitlines()
    return "\n".join(_tight(line) for line in lines if line)


def _tight(line: str) -> str:
    """Leave out the spaces around signs, on lines whose only quotes are double ones."""
    if any(sign in line for sign in "`'/"):  # a template, a regular expression
        return line
    parts = _STRING.split(line)
    parts[::2] = [_SIGN.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts)


@cache
def _asset(name: str) -> str:
    return files(__name__.rpartition(".")[0]).joinpath(name).read_text("utf-8")


def digest(text: str) -> str:
    """Return the hash by which a content-security policy knows an inline text."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
