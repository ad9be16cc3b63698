"""With which version of the reference pack a record was written, and which of its codes are called otherwise today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.compact import Pack, in_force, remembered, with_older_titles
from app.domain.records import Record, Shape, rules
from app.i18n import _
from app.services.opening import pack_marks
from app.services.opening.workspace import Workspace
from app.storage import records

_OFFERED = (remembered.ACTIONS, remembered.INDICATORS, remembered.MECHANISMS)


@dataclass(frozen=True)
class Renamed:
    """A code of a record whose title is not the one with which it was written."""

    field: str
    code: str
    before: str
    """Its title then; "" where that pack is not on this computer."""
    now: str
    """Its title in the pack in force; "" where that has no such code."""


@dataclass(frozen=True)
class Written:
    """How a record stands to the pack in force."""

    version: str
    """With which it was last written; "" where its writer did not say, as older programs did not."""
    in_force: str
    renamed: tuple[Renamed, ...] = ()

    @property
    def is_other(self) -> bool:
        """Whether it was written with another version than the one in force."""
        return self.version not in ("", self.in_force)

    def sentence(self) -> str:
        """What to tell of it; "" where a reader of this record sees no difference."""
        return version_words(self.version, self.in_force) if self.is_other and self.renamed else ""


def of_record(workspace: Workspace, record: Record, language: str) -> Written:
    """With which pack this record was last written, and what its codes are called otherwise in this language."""
    with workspace.reading() as session:
        stamp = records.stamp_of(session, record.id)
        version = pack_marks.version_at(pack_marks.every(session), stamp)
    return Written(version, workspace.pack.version, tuple(_renamed(workspace, record, version, language)))


def version_words(version: str, in_force: str) -> str:
    """Which version something was written with, beside the one of this computer."""
    told = _("Written with version {version} of the reference pack. This computer has version {known}.")
    return told.format(version=version, known=in_force)


def _renamed(workspace: Workspace, record: Record, version: str, language: str) -> Iterator[Renamed]:
    then = in_force.of_version(version) if version else None
    known = with_older_titles(workspace.pack)
    before = then or known
    for field, part, code in _codes(record, known):
        old = remembered.title(before, part, code, language)
        now = remembered.title(workspace.pack, part, code, language)
        if not remembered.has(workspace.pack, part, code):
            yield Renamed(field, code, old, "")
        elif then is not None and old != now:
            yield Renamed(field, code, old, now)


def _codes(record: Record, known: Pack) -> Iterator[tuple[str, str, str]]:
    """Field, part of the pack and code of all that comes from the pack; words of one's own do not."""
    for one in rules(type(record)):
        part = remembered.OBJECTIVES if one.shape is Shape.OBJECTIVES else one.codes
        part = part or (one.offers if one.offers in _OFFERED else "")
        value = getattr(record, one.name)
        for code in value if isinstance(value, tuple) else (value,):
            if part and code and (part not in _OFFERED or remembered.title(known, part, str(code), "en")):
                yield one.name, part, str(code)
