"""Sources: from texts and files, with metadata from the page and the sidecar."""

import unicodedata
from pathlib import Path

import pytest
from actorgraph.graph.source import source_from_file, source_from_text, sources_from
from actorgraph.schema import PartialDate, Source, SourceError
from hypothesis import given
from hypothesis import strategies as st

SEED = Path(__file__).parents[2] / "seeds" / "2018-02-23-haftar-russian-umbrella.ar.txt"
TEXT = "زار أنور السادات القدس في نوفمبر 1977."


def test_the_seed_article_has_its_metadata():
    source = source_from_file(SEED)
    assert source.title == "حفتر يبحث عن مظلة عسكرية روسية"
    assert source.author == "أحمد قاسم حسين"
    assert source.author_note is not None
    assert source.author_note.startswith("كاتب وباحث فلسطيني")
    assert source.date == PartialDate(edtf="2018-02-23")
    assert source.publisher is None
    assert source.language == "ar"
    assert source.text == unicodedata.normalize("NFC", SEED.read_text("utf-8"))


def test_a_text_is_put_into_nfc_and_named_by_its_hash():
    decomposed = unicodedata.normalize("NFD", "أعلن المؤتمر")
    source = source_from_text(decomposed)
    assert source.text == "أعلن المؤتمر"
    assert source.id == f"source:{source.sha256[:16]}"
    assert source == source_from_text("أعلن المؤتمر")
    assert source.title == "text"


def test_what_is_given_wins_over_the_page():
    source = source_from_text(
        SEED.read_text("utf-8"), title="T", author="A", date="2018-02", url="https://example.org/"
    )
    assert (source.title, source.author) == ("T", "A")
    assert source.date == PartialDate(edtf="2018-02")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "ar"),
        ("Haftar visited Moscow.", "und"),
        ("123", "und"),
        ("گفت‌وگوی چند پژوهشگر", "fa"),
    ],
)
def test_the_language_is_told_from_the_letters(text: str, language: str):
    assert source_from_text(text).language == language


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"text": " \n"}, "empty"),
        ({"text": "زار \ud800 القدس"}, "half a character"),
        ({"text": TEXT, "date": "23/2/2018"}, "write 2018"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "url"),
        ({"text": TEXT, "language": "Arabic!"}, "language"),
    ],
)
def test_what_cannot_be_a_source_says_why(arguments: dict[str, str], says: str):
    with pytest.raises(SourceError, match=says):
        source_from_text(**arguments)


@given(st.text(max_size=60))
def test_any_text_becomes_a_source_or_one_error(text: str):
    try:
        source = source_from_text(text)
    except SourceError:
        return
    assert Source.model_validate(source.model_dump()) == source


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_a_sidecar_gives_metadata(tmp_path: Path):
    file = write(tmp_path, "a.ar.txt", TEXT)
    write(tmp_path, "a.ar.yaml", "title: رحلة\ndate: 1977-11-20\npublisher:\nrights: عام\n")
    source = source_from_file(file)
    assert (source.title, source.publisher, source.rights) == ("رحلة", None, "عام")
    assert source.date == PartialDate(edtf="1977-11-20")


@pytest.mark.parametrize(
    ("sidecar", "says"),
    [
        ("titel: x\n", "unknown key 'titel'; known are title"),
        ("- a\n", "key: value"),
        ("title: [\n", "no valid YAML in line 2"),
        ("date: yesterday\n", "write 2018"),
        ("title: 5\n", "title"),
        ("1: x\n", "unknown key 1"),
    ],
)
def test_a_wrong_sidecar_is_named_with_what_is_wrong(tmp_path: Path, sidecar: str, says: str):
    file = write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "a.yaml", sidecar)
    with pytest.raises(SourceError, match=says) as caught:
        source_from_file(file)
    assert "a.yaml" in str(caught.value)


def test_folders_are_read_through_and_the_same_text_is_one_source(tmp_path: Path):
    write(tmp_path, "b/one.txt", TEXT)
    named = write(tmp_path, "a/one-again.TXT", TEXT)
    write(tmp_path, "a/one-again.yaml", "publisher: الأهرام\n")
    write(tmp_path, "two.txt", "زار كارتر القاهرة.")
    write(tmp_path, "notes.md", "x")
    write(tmp_path, ".hidden/three.txt", "زار بيغن واشنطن.")
    write(tmp_path, ".four.txt", "زار بيغن لندن.")
    sources = sources_from([tmp_path])
    assert len(sources) == 2
    assert sources == sources_from([tmp_path / "two.txt", tmp_path / "b", named])
    assert {source.publisher for source in sources} == {None, "الأهرام"}
    assert sources == sources_from(str(tmp_path))


def test_a_bad_file_stops_or_is_reported(tmp_path: Path):
    write(tmp_path, "good.txt", TEXT)
    write(tmp_path, "bad.txt", "")
    with pytest.raises(SourceError, match=r"bad\.txt is empty"):
        sources_from([tmp_path])
    errors: list[SourceError] = []
    assert len(sources_from([tmp_path], errors.append)) == 1
    assert len(errors) == 1


def test_nothing_found_is_an_error(tmp_path: Path):
    with pytest.raises(SourceError, match="no text found"):
        sources_from([tmp_path])
    with pytest.raises(SourceError, match="does not exist"):
        sources_from([tmp_path / "no"])
