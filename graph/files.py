"""Files written whole or not at all."""

import os
import tempfile
from pathlib import Path

from ..schema import OutputError


def write_whole(path: Path, data: bytes) -> None:
    """Write a file by way of a temporary one beside it, so that a crash leaves the old one.

    Raises OutputError when the place cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written ({error.strerror}); choose another folder with -o, or "
            "make room"
        ) from error
