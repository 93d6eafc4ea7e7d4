"""The command line: it translates, never decides."""

import sys
from typing import TextIO, cast


def main() -> None:
    """Run the command line.

    Exit codes: 0 done, 1 something was found wrong by `validate`, 2 an error that the user can
    put right (one line on standard error), 130 interrupted. A bug keeps its traceback.
    """
    try:
        _run()
    except KeyboardInterrupt:  # while starting, too
        sys.exit(130)


def _run() -> None:
    from ..schema import ActorGraphError
    from .app import app
    from .terminal import complain

    for stream in cast("tuple[TextIO, ...]", (sys.stdout, sys.stderr)):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a terminal of another encoding gets escapes, not a crash
            reconfigure(errors="backslashreplace")
    try:
        app()
    except ActorGraphError as error:
        complain(str(error))
        sys.exit(2)
