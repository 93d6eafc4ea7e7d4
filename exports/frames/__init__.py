"""A graph and its analyses as data frames: pandas, or polars.

Every table has the same columns with the same types whatever the graph, empty ones included;
`COLUMNS` says what they mean. Names are cleaned of direction and control characters; ids and
quotes are as they are.
"""

from .columns import COLUMNS, Column
from .records import records_frame
from .tables import actors_frame, claims_frame, relations_frame, stances_frame, viewpoints_frame

__all__ = [
    "COLUMNS",
    "Column",
    "actors_frame",
    "claims_frame",
    "records_frame",
    "relations_frame",
    "stances_frame",
    "viewpoints_frame",
]
