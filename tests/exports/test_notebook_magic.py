"""The %%sparql magic in a real IPython shell."""

import pytest

from ..sample import sample

pytest.importorskip("pandas")
interactiveshell = pytest.importorskip("IPython.core.interactiveshell")
QUERY = """
SELECT ?who ?name WHERE { ?claim a ag:Claim ; ag:status ag:Contested ; rdf:subject ?who .
  ?who rdfs:label ?name FILTER(lang(?name) = "ar") }
"""


@pytest.fixture
def shell():
    shell = interactiveshell.InteractiveShell()
    shell.extension_manager.load_extension("actorgraph.exports.notebook")
    shell.user_ns["kg"] = sample()
    yield shell
    shell.history_manager.end_session()
    interactiveshell.InteractiveShell.clear_instance()


def test_a_cell_answers_with_a_frame(shell):
    frame = shell.run_cell_magic("sparql", "", QUERY)
    assert frame.to_dict("records") == [{"who": "actor:khalifa-haftar", "name": "خليفة حفتر"}]


def test_the_answer_may_be_kept_and_the_graph_named(shell):
    shell.user_ns["libya"] = shell.user_ns.pop("kg")
    shell.run_cell_magic("sparql", "libya -o people", QUERY)
    assert list(shell.user_ns["people"].who) == ["actor:khalifa-haftar"]
    assert len(shell.run_cell_magic("sparql", "", QUERY)) == 1  # the only graph there is


def test_ask_answers_with_a_bool(shell):
    assert shell.run_cell_magic("sparql", "", "ASK { ?s ag:requestedBaseFrom ?o }") is True


@pytest.mark.parametrize(
    ("line", "cell", "hint"),
    [
        ("nobody", QUERY, "no graph 'nobody' in this notebook; there are kg"),
        ("kg more", QUERY, "is too much"),
        ("-o", QUERY, "wants the name of a variable"),
        ("", "SELECT ?x WHERE { ?x ag:suports ?y }", "did you mean ag:supports"),
        ("", "SELECT ?x WHERE {", "the query cannot be parsed"),
    ],
)
def test_a_cell_that_fails_prints_one_line_that_helps(shell, capsys, line, cell, hint):
    result = shell.run_cell(f"%%sparql {line}\n{cell}")
    assert not result.success
    printed = capsys.readouterr()
    assert hint in printed.out + printed.err
    assert "Traceback" not in printed.out + printed.err


def test_our_errors_print_as_one_line_in_any_cell(shell, capsys):
    shell.run_cell("kg.actor('Hafter')")
    printed = capsys.readouterr()
    text = (printed.out + printed.err).strip()
    assert text.startswith("LookupFailedError: no actor 'Hafter'")
    assert "did you mean Khalifa Haftar" in text
    assert "\n" not in text
