"""Splitting a part: what is tied to activities of others stays apart, everything else can be added up already."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from app.domain.parts.part import Part
from app.domain.parts.placing import Cell, in_tables, on_maps, told_by

T = TypeVar("T")


def split(owner: str, part: Part) -> tuple[Part, Part]:
    """(What can be added to the parts of others, what is tied with all cells that it stands in).

    Both together add up to the part itself.
    """
    told = tuple(told_by(owner, part.tied))
    places, tied_places = _divided(part.places, {cell for one in told for cell in on_maps(one)})
    rows, tied_rows = _divided(part.rows, {cell for one in told for cell in in_tables(one)})
    closed = replace(part, places=places, rows=rows, tied=())
    return closed, Part(places=tied_places, rows=tied_rows, tied=part.tied)


_Cells = dict[str, dict[str, dict[int, T]]]


def _divided(cells: _Cells[T], apart: Collection[Cell]) -> tuple[_Cells[T], _Cells[T]]:
    rest: _Cells[T] = {}
    taken: _Cells[T] = {}
    for name, rows in cells.items():
        for code, told in rows.items():
            for number, one in told.items():
                side = taken if (name, code, number) in apart else rest
                side.setdefault(name, {}).setdefault(code, {})[number] = one
    return rest, taken
