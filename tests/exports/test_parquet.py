import io
import subprocess
import sys

import pyarrow.parquet as pq
from actorgraph.exports.parquet import PARQUET
from hypothesis import HealthCheck, given, settings

from tests.exports.full import full
from tests.exports.graphs import documents
from tests.sample import sample


def _read(name, kg):
    return pq.read_table(io.BytesIO(PARQUET[name](kg))).to_pylist()


def test_every_record_has_its_row_with_typed_values():
    kg = sample()
    document = kg.document()
    assert len(_read("sources.parquet", kg)) == len(document.sources)
    assert {row["id"] for row in _read("actors.parquet", kg)} == set(kg.actors)
    assert len(_read("events.parquet", kg)) == len(document.events)
    claims = {row["id"]: row for row in _read("claims.parquet", kg)}
    assert {i: row["status"] for i, row in claims.items()} == {
        i: str(view.status) for i, view in kg.views.items()
    }
    for row, stance in zip(_read("stances.parquet", kg), document.stances, strict=True):
        assert row["id"] == stance.id
        assert row["confidence"] == stance.confidence
        assert kg.sources[row["source"]].text[row["start"] : row["end"]] == row["quote"]


def test_dates_spans_and_speech_levels_are_there():
    row = next(r for r in _read("stances.parquet", full()) if r["id"] == "stance:says")
    assert (row["edtf"], row["earliest"].isoformat()) == ("1956-07", "1956-07-01")
    assert row["spoken_latest"].isoformat() == "1956-07-31"
    assert row["levels"][0]["cue"]["quote"] == row["cue_span"]["quote"]
    assert len(row["evidence"]) == 2


@settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))
@given(documents())
def test_any_graph_can_be_written(kg):
    for name, writer in PARQUET.items():
        assert writer(kg) == writer(kg), name


def test_without_pyarrow_the_extra_is_named():
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from actorgraph.exports import write_all\n"
        "from actorgraph.graph import KnowledgeGraph\n"
        "from actorgraph.schema import MissingExtraError\n"
        "try: write_all(KnowledgeGraph(), 'nowhere', ['parquet'])\n"
        "except MissingExtraError as e: assert 'actorgraph[tables]' in str(e)\n"
        "else: raise SystemExit('no error')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
