"""Row files: the YAML that a linguist edits, read by libyaml where it is there."""

from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "lexicons" / "ar"
# libyaml reads the same YAML nine times as fast, where PyYAML was built with it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str) -> Any:
    """Return what a YAML text holds; raise yaml.YAMLError when it is none."""
    return yaml.load(text, Loader=_LOADER)


def read_yaml(name: str) -> Any:
    """Return what the lexicon's file of this name holds."""
    return parse_yaml((FOLDER / name).read_text("utf-8"))
