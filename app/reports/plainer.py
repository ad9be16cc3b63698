"""The content tree in fewer kinds of blocks, for drawings that know no columns, panels and badges."""

from __future__ import annotations

from app.reports.document import Block, Bullets, Columns, Mark, Marks, Panel


def plainer(block: Block) -> tuple[Block, ...]:
    """The same said without columns, panels and badges, one after the other, for drawings that know none of them."""
    if isinstance(block, Panel):
        return tuple(one for inner in block.blocks for one in plainer(inner))
    if isinstance(block, Columns):
        return tuple(one for column in block.columns for inner in column for one in plainer(inner))
    if isinstance(block, Marks):
        return (Bullets(tuple(_line(mark) for mark in block.marks)),)
    return (block,)


def _line(mark: Mark) -> str:
    return " ".join(part for part in (mark.badge, mark.name, mark.text) if part)
