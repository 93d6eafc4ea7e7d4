"""Sources and the exact words in them."""

import hashlib
import unicodedata
from typing import Annotated, Self

from pydantic import StringConstraints, field_validator, model_validator

from .base import Id, Language, Record
from .date import PartialDate
from .errors import EvidenceError


class Source(Record):
    """A document whose text is untouched but for Unicode NFC.

    `sha256` is the hash of that text in UTF-8. Offsets everywhere count code points of `text`.
    """

    id: Id
    title: str
    author: str | None = None
    author_note: str | None = None
    publisher: str | None = None
    date: PartialDate | None = None
    language: Language = "ar"
    url: str | None = None
    rights: str | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    text: str

    @field_validator("url")
    @classmethod
    def _web_address(cls, value: str | None) -> str | None:
        if value is not None:
            from pydantic import AnyHttpUrl  # a fifth of the time to import pydantic

            AnyHttpUrl(value)
        return value

    @model_validator(mode="after")
    def _hash_fits(self) -> Self:
        if not unicodedata.is_normalized("NFC", self.text):
            raise ValueError(f"the text of source {self.id} is not in Unicode NFC")
        if hashlib.sha256(self.text.encode()).hexdigest() != self.sha256:
            raise ValueError(f"the text of source {self.id} does not fit its SHA-256")
        return self

    def quote(self, start: int, end: int) -> "Evidence":
        """Return the evidence at code points `start` to `end` (exclusive) of this source's text."""
        if not 0 <= start < end <= len(self.text):
            raise EvidenceError(
                f"{self.id}: no words at {start}-{end}; the text has {len(self.text)} characters"
            )
        return Evidence(source=self.id, start=start, end=end, quote=self.text[start:end])

    def verify(self, evidence: "Evidence") -> None:
        """Raise EvidenceError unless the evidence stands verbatim where it says."""
        found = self.text[evidence.start : evidence.end]
        if evidence.source != self.id or found != evidence.quote:
            raise EvidenceError(
                f"{self.id}: the quote {evidence.quote!r} is not at {evidence.start}-"
                f"{evidence.end}, where the text reads {found!r}"
            )


class Evidence(Record):
    """Words in a source: code-point offsets, 0-based, end exclusive, and the words themselves."""

    source: Id
    start: int
    end: int
    quote: str

    @model_validator(mode="after")
    def _length_fits(self) -> Self:
        if self.start < 0 or len(self.quote) != self.end - self.start or not self.quote:
            raise ValueError(
                f"evidence {self.start}-{self.end} in {self.source} does not fit a quote of "
                f"{len(self.quote)} characters"
            )
        return self
