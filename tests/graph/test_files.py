"""Files: what cannot be read says so and what next; what is written is whole."""

import errno
import os
import stat
from pathlib import Path

import pytest
from actorgraph.graph.files import read_whole_text, write_whole
from actorgraph.schema import OutputError, SourceError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ARABIC = "زار الرئيس المصري أنور السادات القدس في نوفمبر 1977، وألقى خطابا هناك أمام الحضور.\n" * 3


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "bom"])
def test_utf8_is_read_with_and_without_a_byte_order_mark(tmp_path: Path, mark: bytes):
    file = tmp_path / "a.txt"
    file.write_bytes(mark + ARABIC.encode())
    assert read_whole_text(file) == ARABIC


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"\x00\x01\x02" * 40, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04word/", "ZIP"),
        (ARABIC.encode("utf-16"), "UTF-16"),
        (ARABIC.encode("utf-16-le"), "UTF-16"),
        (ARABIC.encode("utf-16-be"), "UTF-16"),
        (ARABIC.encode("utf-32"), "UTF-32"),
        (ARABIC.encode("cp1256"), "WINDOWS-1256"),
        (ARABIC.replace("،", ",").encode("iso8859-6"), "ISO-8859-6"),
        (ARABIC.encode()[:-2] + b"\xff" + ARABIC.encode(), "broken byte in line 3"),
        (b"\xff\xfa\xfb caf\xe9 latin text", "not UTF-8"),
        (b"<!DOCTYPE html><html><p>" + ARABIC.encode(), "save it as text"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else "",
)
def test_what_is_no_utf8_text_is_named(tmp_path: Path, data: bytes, says: str):
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    with pytest.raises(SourceError, match=says) as caught:
        read_whole_text(file)
    assert str(file) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_missing_files_folders_and_pipes_are_errors(tmp_path: Path):
    with pytest.raises(SourceError, match="does not exist"):
        read_whole_text(tmp_path / "no.txt")
    with pytest.raises(SourceError, match="folder"):
        read_whole_text(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(SourceError, match="pipe"):
        read_whole_text(tmp_path / "pipe")
    with pytest.raises(SourceError, match="cannot be read"):
        read_whole_text("nul\0byte.txt")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_one_error(tmp_path: Path, data: bytes):
    file = tmp_path / "any.txt"
    file.write_bytes(data)
    try:
        text = read_whole_text(file)
    except SourceError:
        return
    assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")


def test_writing_makes_folders_and_leaves_nothing_else(tmp_path: Path):
    target = tmp_path / "new" / "deep" / "ملف.json"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert [file.name for file in target.parent.iterdir()] == ["ملف.json"]


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    target = tmp_path / "a.json"
    write_whole(target, b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="disk is full"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_a_link_is_written_through_and_the_mode_is_kept(tmp_path: Path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_places_that_cannot_be_written_to_say_what_next(tmp_path: Path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError, match="a file is in the way"):
        write_whole(tmp_path / "file" / "a.json", b"")
    with pytest.raises(OutputError, match="a folder of that name"):
        write_whole(tmp_path, b"")
    with pytest.raises(OutputError, match="too long"):
        write_whole(tmp_path / ("x" * 300), b"")
