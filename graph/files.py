"""Files in and out: text with a clear word on what is wrong; bytes whole or not at all."""

import errno
import os
import secrets
from pathlib import Path

from ..schema import OutputError, SourceError

_SIGNATURES = (
    (b"%PDF", "a PDF", "extract its text first, for example with `pdftotext`"),
    (
        b"PK\x03\x04",
        "a ZIP archive or Office document",
        "open it and save it as plain text (UTF-8)",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "open it and save it as plain text (UTF-8)"),
    (b"{\\rtf", "an RTF document", "open it and save it as plain text (UTF-8)"),
    (b"\x1f\x8b", "gzip data", "unpack it first"),
)
# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_HTML = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<div", b"<p>", b"<article")
# Over half of Arabic text is these; the same bytes in the wrong encoding stay below.
_COMMON = frozenset("المنيوتر ")
_ICONV = {"iso8859-6": "ISO-8859-6", "cp1256": "WINDOWS-1256", "mac_arabic": "MACARABIC"}
_WRITE_HINTS = {
    errno.EACCES: "you have no right to write there; choose another folder",
    errno.EPERM: "you have no right to write there; choose another folder",
    errno.EROFS: "the disk is read-only; choose another folder",
    errno.ENOSPC: "the disk is full; make room, or choose another folder",
    errno.EDQUOT: "your disk quota is used up; make room, or choose another folder",
    errno.EISDIR: "a folder of that name is in the way; choose another name",
    errno.ENOTDIR: "a file is in the way of the folder; choose another folder",
    errno.EEXIST: "a file is in the way of the folder; choose another folder",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write `data` to `path` so that the file is, after a crash too, the old one or the new one.

    Missing folders are made. A link is written through, and a file's mode is kept. Raises
    OutputError when the place cannot be written to; what was there is then untouched.
    """
    target = Path(os.path.realpath(path))
    partial = target.with_name(f".{secrets.token_hex(6)}.partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        try:
            _write(partial, data, mode)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        code = error.errno if isinstance(error, OSError) else None
        hint = _WRITE_HINTS.get(code or 0, "choose another place")
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise OutputError(f"{shown(path)} cannot be written ({reason}): {hint}.") from error


def _write(path: Path, data: bytes, mode: int | None) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    with os.fdopen(handle, "wb") as stream:
        if mode is not None:
            path.chmod(mode)
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the new name durable; systems that cannot open a folder do so by themselves."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def read_whole_text(path: str | os.PathLike[str]) -> str:
    """Return the text of a UTF-8 file, its byte order mark dropped.

    Raises SourceError, with what to do next, for anything that is no UTF-8 text: missing, empty,
    binary or HTML files, folders, and other encodings (with a guess which).
    """
    data = _bytes_of(Path(path))
    where = shown(path)
    for mark, name in _MARKS:
        if data.startswith(mark):
            raise SourceError(_recode(where, name))
    for signature, name, advice in _SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"{where} is {name}, not text: {advice}.")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise SourceError(f"{where} is empty: put the article's text into it, or leave it out.")
    if b"\x00" in data:
        if _alternates(data):
            raise SourceError(_recode(where, "UTF-16"))
        raise SourceError(f"{where} holds binary data, not text: save the article as UTF-8 text.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(_not_utf8(where, data, error.start)) from error
    if data[:512].lstrip().lower().startswith(_HTML):
        raise SourceError(
            f"{where} is HTML or XML, not plain text: open it in a browser and save it as text."
        )
    return text


def shown(path: str | os.PathLike[str]) -> str:
    """Return a path for a message: bytes that are no UTF-8 become a replacement mark."""
    return os.fspath(path).encode("utf-8", "replace").decode("utf-8")


def _bytes_of(path: Path) -> bytes:
    where = shown(path)
    try:
        if path.is_dir():
            raise SourceError(f"{where} is a folder, not a file: name a .txt file in it.")
        if path.exists() and not path.is_file():
            raise SourceError(f"{where} is a pipe or device: save its text to a file first.")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{where} does not exist: check the path.") from error
    except PermissionError as error:
        raise SourceError(f"{where} may not be read: check its permissions.") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{where} cannot be read ({error}): check the path.") from error


def _recode(where: str, encoding: str) -> str:
    return (
        f"{where} is {encoding}, not UTF-8: convert it, for example with "
        f"`iconv -f {encoding} -t UTF-8`."
    )


def _alternates(data: bytes) -> bool:
    """Whether the bytes look like UTF-16 without a mark: one half of a sample is high bytes."""
    sample = data[:4096]
    halves = (sample[::2], sample[1::2])
    return any(
        len(half) > 1 and sum(byte in (0, 6) for byte in half) > 0.9 * len(half) for half in halves
    )


def _not_utf8(where: str, data: bytes, at: int) -> str:
    """Say where it breaks and what it may be: single-byte Arabic shows by its Arabic letters."""
    line = data.count(b"\n", 0, at) + 1
    damaged = data.decode("utf-8", "ignore")
    if sum("\u0620" <= c <= "\u064a" for c in damaged[:10_000]) > 0.3 * len(damaged[:10_000]):
        return (
            f"{where} is UTF-8 with a broken byte in line {line} (byte {at + 1}): "
            "save it again from its source, or repair that place."
        )
    best, share = "", 0.5
    for encoding in _ICONV:
        text = data[:10_000].decode(encoding, "replace")
        common = sum(letter in _COMMON for letter in text) / len(text)
        if common > share + 0.01:
            best, share = encoding, common
    if best:
        name = {"iso8859-6": "ISO-8859-6", "cp1256": "WINDOWS-1256", "mac_arabic": "MACARABIC"}[
            best
        ]
        return (
            f"{where} is not UTF-8 (line {line}); it looks like {name}: convert it, for example "
            f"with `iconv -f {name} -t UTF-8`."
        )
    return (
        f"{where} is not UTF-8 (line {line}, byte {at + 1}): save it as UTF-8 text, or convert it "
        "with `iconv`."
    )
