"""The graph in a research notebook: it shows itself, draws pictures, and answers in cells.

`%load_ext actorgraph.exports.notebook` adds the cell magic `%%sparql`; all else are methods of
the graph and need no loading.
"""

from .card import card
from .magic import load_ipython_extension
from .matrix import matrix
from .picture import Picture
from .show import Shown, show
from .timeline import timeline

__all__ = ["Picture", "Shown", "card", "load_ipython_extension", "matrix", "show", "timeline"]
