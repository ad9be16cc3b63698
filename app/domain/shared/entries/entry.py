"""What every shared record is: an identity for one recipient, and fields that say how they are told."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import Enum
from typing import Any, ClassVar


@dataclass(frozen=True)
class SharedEntry:
    """One record as its recipient sees it."""

    KIND: ClassVar[str] = ""
    id: str = ""


class Form(Enum):
    """How a value is told to people."""

    TITLE = "title"
    """It stands above everything else."""
    SHORT = "short"
    TEXT = "text"
    PLACE = "place"
    OBJECTIVES = "objectives"
    REFERENCE = "reference"
    """The identity of another entry; told as how many there are."""


@dataclass(frozen=True)
class Telling:
    """How one field of a shared record is told: its label, its form, and the code list its codes come from."""

    name: str
    label: str
    form: Form = Form.SHORT
    codes: str = ""


def told(label: str, empty: object = "", *, form: Form = Form.SHORT, codes: str = "") -> Any:
    """A field of a shared record, declared with how it is told; `label` is marked with N_."""
    return dataclasses.field(default=empty, metadata={"told": (label, form, codes)})


def tellings(kind: type[SharedEntry]) -> tuple[Telling, ...]:
    """How the declared fields of a kind are told, in their order."""
    return tuple(Telling(one.name, *one.metadata["told"]) for one in dataclasses.fields(kind) if "told" in one.metadata)
