"""Questions that the field asks of a graph, each by a published method.

Functions take the graph itself (or a plain networkx network where that is what the method is
about) and return plain records; `actorgraph.exports.frames` makes tables of them.
"""

from .centrality import (
    Between,
    Brokerage,
    Position,
    between,
    brokerage,
    brokers,
    centralities,
    pagerank,
)
from .community import Communities, communities
from .contest import Stake, Step, carriers, stakes, travel
from .goldstein import (
    ClassInPeriod,
    Series,
    goldstein_scale,
    intensity,
    relations_over_time,
)
from .line_index import Frustration, frustration
from .period import By, ClaimsByPeriod, claims_by_period
from .structural import (
    Balance,
    PeriodBalance,
    Triad,
    Triads,
    balance,
    balance_over_time,
    blocs,
    census,
    misplaced,
    triads,
    walk_balance,
)
from .tie import arcs, signed_ties, tied_claims, ties
from .viewpoint import (
    Difference,
    Portrait,
    Viewpoint,
    Viewpoints,
    denials,
    difference,
    position,
    told_by,
    viewpoints,
    voice_of,
)

__all__ = [
    "Balance",
    "Between",
    "Brokerage",
    "By",
    "ClaimsByPeriod",
    "ClassInPeriod",
    "Communities",
    "Difference",
    "Frustration",
    "PeriodBalance",
    "Portrait",
    "Position",
    "Series",
    "Stake",
    "Step",
    "Triad",
    "Triads",
    "Viewpoint",
    "Viewpoints",
    "arcs",
    "balance",
    "balance_over_time",
    "between",
    "blocs",
    "brokerage",
    "brokers",
    "carriers",
    "census",
    "centralities",
    "claims_by_period",
    "communities",
    "denials",
    "difference",
    "frustration",
    "goldstein_scale",
    "intensity",
    "misplaced",
    "pagerank",
    "position",
    "relations_over_time",
    "signed_ties",
    "stakes",
    "tied_claims",
    "ties",
    "told_by",
    "travel",
    "triads",
    "viewpoints",
    "voice_of",
    "walk_balance",
]
