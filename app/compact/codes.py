"""Code lists: what may be chosen in a field, and what each choice is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from app.compact.wording import said


@dataclass(frozen=True)
class CodeList:
    """The choices of one field, in the order in which they are shown. Codes never change; labels may."""

    name: str
    codes: tuple[str, ...] = ()
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)
    """Language -> code -> label."""
    details: Mapping[str, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def label(self, code: str, language: str) -> str:
        """What people read for this code; a code unknown to this pack is shown as it is."""
        texts = {spoken: labels[code] for spoken, labels in self.labels.items() if code in labels}
        return said(texts, language) or code

    def choices(self, language: str) -> tuple[tuple[str, str], ...]:
        """Every code with its label, in order."""
        return tuple((code, self.label(code, language)) for code in self.codes)

    def __contains__(self, code: object) -> bool:
        return code in self._known

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.codes)

    def __iter__(self) -> Iterator[str]:
        return iter(self.codes)

    def __len__(self) -> int:
        return len(self.codes)
