"""Files signed by an organisation that go from hand to hand: made with digits to compare, taken with compared ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from app.i18n import N_, _

if TYPE_CHECKING:
    from app.services.opening.workspace import Workspace

Offered = TypeVar("Offered")


@dataclass(frozen=True)
class Compared:
    """Whether a person compared the digits of the key, or this workspace knows it; else nothing is taken."""

    digits: Annotated[
        str, typer.Option("--digits", metavar='"12345 …"', help=N_("What the signer read to you; this takes it."))
    ] = ""
    yes: Annotated[
        bool, typer.Option("--yes", help=N_("Take it without digits, where this workspace knows the key."))
    ] = False

    @property
    def is_taken(self) -> bool:
        """Whether the file is to be taken, and not only looked at."""
        return bool(self.digits) or self.yes

    def offered(
        self,
        opened: Workspace,
        data: bytes,
        take: Callable[[Workspace, bytes, str], Offered],
        look: Callable[[Workspace, bytes], Offered],
    ) -> Offered:
        """What a file brings: taken, or only looked at."""
        return take(opened, data, self.digits) if self.is_taken else look(opened, data)

    def told(self, taken: str) -> str:
        """That it was `taken`, in the words of whoever did it, or that nothing was."""
        return taken if self.is_taken else _("Nothing was taken. Compare the digits by telephone, then say --digits.")


def written(opened: Workspace, data: bytes, to: str, *, force: bool) -> str:
    """Write a file that was made; the digits of the key that signed it."""
    from app.files import write_whole
    from app.services.opening import workspace as workspaces

    write_whole(Path(to), data, replace=force)
    return workspaces.digits(opened)


def to_compare(digits: str) -> str:
    """What whoever hands the file on has to do."""
    return _("Whoever takes it compares these digits with you by telephone: {digits}").format(digits=digits)
