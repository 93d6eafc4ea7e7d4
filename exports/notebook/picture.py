"""A picture in a notebook: a matplotlib figure that is shown once and kept with the notebook."""

import io
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from ...graph.analysis import Viewpoint
from ...graph.files import write_whole
from ...schema import MissingExtraError, OutputError

# Tone and position, told apart by shape too; readable in grey and by the colour-blind
# (Okabe and Ito 2008).
BLUE, VERMILION, AMBER, GREEN, GREY = "#0072B2", "#D55E00", "#E69F00", "#009E73", "#767676"
LOOKS = {  # marker, face, edge
    Viewpoint.ASSERTS: ("o", BLUE, BLUE),
    Viewpoint.DENIES: ("X", VERMILION, VERMILION),
    Viewpoint.BOTH: ("P", "#CC79A7", "#CC79A7"),
    Viewpoint.QUESTIONS: ("D", AMBER, AMBER),
    Viewpoint.TENTATIVE: ("o", "none", BLUE),
}
_ARABIC = {
    "asserts": "يؤكد",
    "denies": "ينفي",
    "both": "يورد الأمرين",
    "questions": "يشكك",
    "tentative": "نية أو احتمال",
    "friends": "ودّ",
    "foes": "خصومة",
    "intensity (Goldstein), summed": "مجموع الشدة (مقياس غولدشتاين)",
}
_LONGEST = 70
FORMATS = ("png", "svg", "pdf")
_DPI = 160
_SHOWN_DPI = 80


@dataclass(frozen=True)
class Picture:
    """A figure and what it shows in words; `figure` is matplotlib's, to restyle at will.

    A notebook shows it as a PNG inside the notebook file, so that it moves with it and shows in
    notebooks that are not trusted.
    """

    figure: Any
    caption: str

    def __repr__(self) -> str:
        return f"<Picture: {self.caption}>"

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        png = self.render("png")
        width = int.from_bytes(png[16:20], "big")  # of the header: PNG specification, 11.2.2
        size = {"width": round(width * _SHOWN_DPI / _DPI), "alt": self.caption}
        return {"image/png": png, "text/plain": repr(self)}, {"image/png": size}

    def render(self, format: str = "png") -> bytes:
        """Return the picture as `png`, `svg` or `pdf`: the same bytes for the same graph."""
        if format not in FORMATS:
            raise OutputError(f"no pictures in {format!r}; choose {', '.join(FORMATS)}")
        plt: Any = _matplotlib()
        # Neither a date nor a random id goes into the file.
        metadata = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}[format]
        buffer = io.BytesIO()
        with plt.rc_context({"svg.hashsalt": "actorgraph"}):
            self.figure.savefig(
                buffer, format=format, dpi=_DPI, bbox_inches="tight", metadata=metadata
            )
        return buffer.getvalue()

    def save(self, path: str | Path) -> Path:
        """Write the picture in the format of the file's ending and return its path."""
        target = Path(path)
        write_whole(target, self.render(target.suffix.removeprefix(".")))
        return target


def new_figure(width: float, height: float) -> tuple[Any, Any]:
    """Return a figure of this size in inches, and its one pair of axes.

    It belongs to no window and no pyplot state, so that two pictures never draw on each other.
    Raises MissingExtraError without matplotlib, or with one that cannot join Arabic letters.
    """
    mpl = _matplotlib()
    figure = mpl.figure.Figure(figsize=(width, height))
    axes: Any = figure.subplots()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def word(text: str, lang: str) -> str:
    """Return a word of a legend in the language asked for."""
    return _ARABIC.get(text, text) if lang == "ar" else text


def short(text: str) -> str:
    """Return a label that leaves room for the picture."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _matplotlib() -> Any:
    """Return matplotlib, from the version on that shapes text (HarfBuzz through libraqm)."""
    try:
        mpl: Any = import_module("matplotlib")
        import_module("matplotlib.figure")
    except ImportError as error:
        raise MissingExtraError(
            'pictures need matplotlib: pip install "actorgraph[notebook]"'
        ) from error
    if tuple(map(int, mpl.__version__.split(".")[:2])) < (3, 11):
        raise MissingExtraError(
            f"matplotlib {mpl.__version__} cannot join Arabic letters; "
            'pip install --upgrade "matplotlib>=3.11"'
        )
    return mpl
