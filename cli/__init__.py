"""The command line: it translates, never decides."""

import sys
from typing import TextIO, cast

from ..schema import ActorGraphError


def main() -> None:
    """Run the command line.

    Exit codes: 0 done, 1 something was found wrong by `validate`, 2 an error that the user can
    put right (one line on standard error), 130 interrupted. A bug keeps its traceback.
    """
    for stream in cast("tuple[TextIO, ...]", (sys.stdout, sys.stderr)):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:  # a terminal of another encoding gets escapes, not a crash
            reconfigure(errors="backslashreplace")
    try:
        from .app import app

        app()
    except ActorGraphError as error:
        from .terminal import complain

        complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
