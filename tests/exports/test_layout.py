import os
import subprocess
import sys

import numpy as np
import pytest
from actorgraph.exports.layout import force_atlas, label_width, place, spread
from actorgraph.exports.places import places
from actorgraph.graph import KnowledgeGraph
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample import sample


def _edges(*pairs):
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _random(n, seed=1):
    rng = np.random.default_rng(seed)
    return np.column_stack(
        (rng.integers(0, n, 2 * n), (rng.random(2 * n) ** 3 * n).astype(np.int64))
    )


@given(
    n=st.integers(1, 40),
    pairs=st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=60),
)
@settings(max_examples=25, deadline=None)
def test_every_graph_gets_finite_places_and_the_same_again(n, pairs):
    edges = _edges(*((a % n, b % n) for a, b in pairs))
    first = place(n, edges)
    assert first.shape == (n, 2)
    assert np.isfinite(first).all()
    assert np.array_equal(first, place(n, edges))


def test_neighbours_are_nearer_than_strangers():
    blocks = [
        (a, b) for start in (0, 20) for a in range(start, start + 20) for b in range(start, a)
    ]
    points = place(40, _edges(*blocks, (0, 20)))
    centres = points[:20].mean(axis=0), points[20:].mean(axis=0)
    within = np.linalg.norm(points[:20] - centres[0], axis=1).mean()
    assert np.linalg.norm(centres[0] - centres[1]) > 1.5 * within


def test_the_grid_and_the_exact_sum_agree_on_who_is_near():
    edges = _random(600)
    points = force_atlas(600, edges, steps=120)
    tied = np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1).mean()
    rng = np.random.default_rng(3)
    pairs = rng.integers(0, 600, (2000, 2))
    apart = np.linalg.norm(points[pairs[:, 0]] - points[pairs[:, 1]], axis=1).mean()
    assert tied < 0.75 * apart


def test_labels_of_a_first_view_are_apart():
    n = 24
    widths = [60.0 + 5 * i for i in range(n)]
    points = spread(place(n, _random(n)), widths, list(range(n)))
    delta = np.abs(points[None] - points[:, None])
    need = (np.array(widths)[None] + np.array(widths)[:, None]) / 2
    clash = np.triu((delta[:, :, 0] < need - 12) & (delta[:, :, 1] < 15), k=1)
    assert not clash.any()


def test_parts_that_do_not_hang_together_do_not_overlap():
    points = place(9, _edges((0, 1), (1, 2), (2, 0), (3, 4), (5, 6), (7, 8)))
    low = [points[part].min(axis=0) for part in ([0, 1, 2], [3, 4], [5, 6], [7, 8])]
    high = [points[part].max(axis=0) for part in ([0, 1, 2], [3, 4], [5, 6], [7, 8])]
    for i in range(4):
        for j in range(i):
            assert (low[i] > high[j]).any() or (low[j] > high[i]).any()


def test_arabic_labels_are_taken_for_narrower():
    assert label_width("الولايات المتحدة") < label_width("x" * len("الولايات المتحدة"))


def test_places_do_not_depend_on_the_order_of_records_or_the_hash_seed():
    again = KnowledgeGraph(sample().document())
    assert places(again) == places(sample())
    program = (
        "from tests.sample import sample; from actorgraph.exports.places import places; "
        "print(places(sample()))"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        out = subprocess.run(
            [sys.executable, "-c", program],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        ).stdout
        assert out.strip() == str(places(sample()))


@pytest.mark.parametrize("n", [0, 1, 2])
def test_hardly_any_nodes(n):
    assert places(KnowledgeGraph()).points == ()
    assert place(n, _edges()).shape == (n, 2)
