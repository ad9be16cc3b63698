"""A draft: a record as a person sees it while typing, with what it looked like when it was opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from app.domain.fold import Value
from app.domain.records.fields import Record
from app.domain.records.flat_form import flat

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Draft(Generic[R]):
    """A record being written.

    `before` is its flat form when it was opened and `base` the writes that it showed, per entry, so that saving
    replaces only what this person saw: somebody else's edit in between becomes a conflict, never a loss.
    `unread` holds text of fields that cannot be read yet ("abc" as a number); it is kept as typed.
    `sitting` is the word of the sitting that left it behind, "" for one that was not left behind.
    """

    record: R
    before: Mapping[str, Value] = field(default_factory=dict)
    base: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unread: Mapping[str, str] = field(default_factory=dict)
    sitting: str = field(default="", compare=False)

    @property
    def is_new(self) -> bool:
        """Whether nothing of this record has been saved yet."""
        return not self.base

    def changes(self) -> dict[str, Value]:
        """The entries that differ from what was opened; what was emptied is None, an element taken out is False."""
        now = flat(self.record)
        changed: dict[str, Value] = {
            name: value for name, value in now.items() if self._before(name) != (value, type(value))
        }
        for name, value in self.before.items():
            if name not in now and value is not None and value is not False and self._owns(name):
                changed[name] = False if "/" in name else None
        return changed

    def _before(self, name: str) -> tuple[Value, type]:
        value = self.before.get(name)
        return value, type(value)

    def _owns(self, name: str) -> bool:
        """Unknown entries, written by a newer program, are passed over: never emptied by this one."""
        return hasattr(self.record, name.split("/")[0])
