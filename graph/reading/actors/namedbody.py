"""A body's name as far as it has been read."""

from dataclasses import dataclass

from ..records.entity import Entity
from ..words.rows import Body
from ..words.word import Sense


@dataclass(slots=True)
class BodyName:
    """A body's name, read up to token j."""

    row: Body
    sense: Sense
    i: int
    j: int
    described: int  # adjectives and nouns with the article
    definite: bool
    state: str | None = None
    owner: Entity | None = None
    quotation: str | None = None  # the words within the quotation marks
    known: Entity | None = None  # the listed body that the quoted name is: حركة *«طالبان»*
    seat: int | None = None  # the token where its seat begins: المجلس العسكري *الحاكم في مالي*
    quoted: bool = False  # has a name of its own, in quotation marks or unknown

    @property
    def began(self) -> bool:
        """Whether the head has the article or a complement already."""
        return bool(self.sense.det or self.described or self.quoted or self.owner)

    @property
    def named(self) -> bool:
        """Whether it is told from all others of its kind."""
        return self.quoted or self.owner is not None or self.state is not None
