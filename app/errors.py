"""The one family of failures we expect: each carries a sentence for the person it happens to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.i18n import N_, translation

if TYPE_CHECKING:
    from app.i18n import Translation


class GroundworkError(Exception):
    """An expected failure: says what happened and what to do, in one sentence.

    A subclass sets `message` to a template marked with `N_`; its named fields are given on raising.
    `detail` is technical, never personal, and is shown folded away. `exit_status` is what the
    command line ends with (1, or 3 where a job was done but some inputs were refused).
    """

    message: ClassVar[str] = N_("Something went wrong.")
    exit_status: ClassVar[int] = 1

    def __init__(self, *, detail: str = "", **fields: object) -> None:
        super().__init__(type(self).__name__)
        self.fields = fields
        self.detail = detail

    def sentence(self, into: Translation | None = None) -> str:
        """The message in the active language, or in `into`, with its fields filled in."""
        said = into or translation()
        given = {name: said.set_apart(one) if isinstance(one, str) else one for name, one in self.fields.items()}
        return said.gettext(self.message).format(**given)

    def __str__(self) -> str:
        return self.sentence()
