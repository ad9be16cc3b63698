"""Operators: a line of text as a page says it, every run shown by its face, spaces widened where it is justified."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby

from app.reports.pdf.embedding import EmbeddedFace
from app.reports.pdf.faces import Run
from app.reports.pdf.lines import Line
from app.reports.pdf.objects import number
from app.reports.pdf.shaping import Face

Embedded = Callable[[Face], EmbeddedFace]


@lru_cache(maxsize=256)
def colour_operands(code: str) -> str:
    """Red, green and blue from 0 to 1."""
    return " ".join(number(int(code[at : at + 2], 16) / 255) for at in (1, 3, 5))


def text_operators(line: Line, left: float, baseline: float, embedded: Embedded) -> str:
    """All of one line."""
    if line.marks is not None:
        body = _marked(line, left, baseline, embedded)
    elif line.lefts is None:
        body = _of_one_face(line, left, baseline, embedded) or " ".join(_shown(line, left, baseline, embedded))
    else:
        body = " ".join(_placed(line, range(len(line.lefts)), embedded, left=left, baseline=baseline))
    if "<>" in body:
        body = body.replace("<>", "").replace("[] TJ ", "")
    ink = colour_operands(line.colour)
    if line.tracking:
        return f"BT {ink} rg {number(line.tracking)} Tc {body} 0 Tc ET"
    return f"BT {ink} rg {body} ET"


def _of_one_face(line: Line, left: float, baseline: float, embedded: Embedded) -> str:
    """A line from left to right in one face, which most lines are; empty for any other."""
    face = line.words[0].face
    if face is None:
        return ""
    own, size = embedded(face), line.size
    shown = own.words_shown(line.words, size)
    if shown is None:
        return ""
    if line.stretch:
        wider = f">{number(-line.stretch * 1000 / size)}<"
        shown = [f"{one}{wider}" if word.spaces else one for one, word in zip(shown, line.words, strict=True)]
    return f"{own.key} {number(size)} Tf 1 0 0 1 {left:.2f} {baseline:.2f} Tm [<{''.join(shown)}>] TJ"


def _marked(line: Line, left: float, baseline: float, embedded: Embedded) -> str:
    """A line of which a part is not read as it stands: that part says how."""
    assert line.marks is not None
    parts = []
    for mark, group in groupby(range(len(line.marks)), line.marks.__getitem__):
        indices = list(group)
        part = range(indices[0], indices[-1] + 1)
        if line.lefts is None:
            body = " ".join(_shown(line, left, baseline, embedded, part=part))
        else:
            body = " ".join(_placed(line, part, embedded, left=left, baseline=baseline))
        parts.append(f"/Span <<{mark}>> BDC {body} EMC" if mark else body)
    return " ".join(parts)


def _shown(line: Line, left: float, baseline: float, embedded: Embedded, part: range | None = None) -> Iterator[str]:
    """Runs that follow each other from the left; only the first of the line is placed."""
    runs, size = line.runs, line.size
    part = part or range(len(runs))
    for face, group in groupby(part, lambda index: runs[index].face):
        own = embedded(face)
        indices = list(group)
        inside = "".join(_widened(runs[index], own, line) for index in indices)
        place = f" 1 0 0 1 {left:.2f} {baseline:.2f} Tm" if not indices[0] else ""
        yield f"{own.key} {number(size)} Tf{place} [<{inside}>] TJ"


def _placed(line: Line, part: range, embedded: Embedded, *, left: float, baseline: float) -> Iterator[str]:
    """Runs each of which has its own place, in the order of reading."""
    assert line.lefts is not None
    runs, lefts, size = line.runs, line.lefts, line.size
    face: Face | None = None
    for index in part:
        run = runs[index]
        if run.face is not face:
            face = run.face
            own = embedded(face)
            yield f"{own.key} {number(size)} Tf"
        start = left + lefts[index]
        if run.space and not run.blank:  # its space stands before it to the eye
            start += run.space * size / 1000 + line.stretch
        yield f"1 0 0 1 {start:.1f} {baseline:.2f} Tm [<{own.shown(run, size)}>] TJ"


def _widened(run: Run, own: EmbeddedFace, line: Line) -> str:
    """A run, its space widened where the line is justified."""
    inside = own.shown(run, line.size)
    return f"{inside}>{number(-line.stretch * 1000 / line.size)}<" if run.blank and line.stretch else inside
