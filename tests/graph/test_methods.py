import subprocess
import sys

import pytest
from actorgraph.graph import KnowledgeGraph
from actorgraph.graph.methods import graph_method, method
from actorgraph.schema import MissingExtraError


def test_a_method_nobody_provides_says_so():
    with pytest.raises(MissingExtraError, match=r"KnowledgeGraph\.levitate"):
        method("levitate")


def test_a_registered_function_is_found_by_its_name():
    @graph_method
    def counted_for_a_test(kg: KnowledgeGraph) -> int:
        return len(kg.actors)

    assert method("counted_for_a_test")(KnowledgeGraph()) == 0


def test_the_graph_alone_does_not_import_the_exports():
    code = "import sys, actorgraph.graph; sys.exit('actorgraph.exports' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
