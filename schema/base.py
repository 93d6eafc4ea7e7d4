"""What every record has in common: frozen, closed, identified by an XML-safe ASCII id."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints


class Record(BaseModel):
    """A frozen, closed record: unknown fields and later changes are errors.

    A record's validator is built when the first one is made, which spares most of the time of an
    import.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=False, defer_build=True
    )


# An id is an XML NMTOKEN (GraphML wants one) and needs no escaping in an IRI.
Id = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=120)
]
RelationId = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$", max_length=60)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
