"""Attached files that go along: what is told of each; its bytes lie in the same bundle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import Form, SharedEntry, told
from app.i18n import N_


@dataclass(frozen=True)
class SharedAttachment(SharedEntry):
    """One cleaned file that goes along with the entries it belongs to, after somebody let it go.

    Without a `hash` nobody did so: then it leaves neither as an entry nor as a file.
    """

    KIND: ClassVar[str] = "attachment"

    title: str = told(N_("What it shows"), form=Form.TITLE)
    alt: str = told(N_("Description for those who cannot see it"), form=Form.TEXT)
    about: tuple[str, ...] = told(N_("Belongs to"), (), form=Form.REFERENCE)
    kind: str = ""
    """picture, pdf, text, table or slides."""
    media: str = ""
    """The media type."""
    hash: str = ""
    """SHA-256 of the cleaned file, in hexadecimal."""

    @property
    def is_let_go(self) -> bool:
        """Whether its file goes along."""
        return bool(self.hash)
