"""What drawing costs: long tagged reports beside a bare canvas that draws the same lines, broken already."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from app.bench.measure import Measured, Task, paired, spent
from app.reports.document import Bar, Bars, Block, Column, Contents, Document, Heading, Paragraph, Table
from app.reports.pdf import draw
from app.reports.pdf.bare import redrawn, remembered
from app.reports.pdf.draw import size_of

_WHEN = datetime(2026, 10, 1, tzinfo=UTC)
_SECTIONS, _TENFOLD = 100, 10
_ROWS, _PARAGRAPHS, _BARS = 60, 3, 6
_AT_LEAST = {"en": 0.45, "ar": 0.25}
"""The share of the speed of the bare canvas that is wanted."""
_WORDS = {
    "en": (
        "Objective 4: Proof of legal identity",
        "In three months our mobile teams met 2,417 people at 14 border points. Most asked for one thing: a paper that "
        "says who they are. We helped 318 families to register a birth, and 46 people to appeal. Figures below 5 in "
        "one district were withheld, so that nobody can be recognised. Nobody wrote down that they had come twice.",
        ("Place", "What was done", "People reached"),
        ("Turkana County, Kakuma", "Two advisers answered questions about papers, school and work"),
    ),
    "ar": (
        "الهدف 4: إثبات الهوية القانونية",
        "في ثلاثة أشهر قابلت فرقنا المتنقلة 2,417 شخصا في 14 نقطة حدودية. طلب معظمهم شيئا واحدا: ورقة تقول من هم. "
        "ساعدنا 318 أسرة في تسجيل مولود، و46 شخصا في تقديم طعن (انظر الصفحة 3) عبر برنامج KoboToolbox 2.1. "
        "حُجبت الأرقام التي تقل عن 5 في منطقة واحدة حتى لا يمكن التعرف على أحد. ولم يكتب أحد أنهم جاؤوا مرتين.",
        ("المكان", "ما تم إنجازه", "شخصا تم الوصول إليهم"),
        ("مقاطعة توركانا، Kakuma", "أجاب مستشاران عن أسئلة حول الأوراق والمدرسة والعمل"),
    ),
}


def english(folder: Path) -> Measured:
    """A long report in English."""
    return _beside_bare("pdf", "en")


def arabic(folder: Path) -> Measured:
    """The same in Arabic, where every word has its own place."""
    return _beside_bare("pdf-ar", "ar")


def growth(folder: Path) -> Measured:
    """Ten times as many pages against ten times the same."""
    short, long = report("en", _SECTIONS * 2), report("en", _SECTIONS * 2 * _TENFOLD)
    _draw(report("en", 2))
    least = sum(spent(lambda: _draw(short)) for _turn in range(_TENFOLD))
    file = io.BytesIO()
    taken = spent(lambda: draw(long, file, when=_WHEN))
    pages = _count(file.getvalue())
    task = Task("pdf-growth", f"a report of {pages} pages", f"{_TENFOLD} reports of a tenth of it", 1.3)
    memory = _memory(_SECTIONS * 2 * _TENFOLD) / pages
    note = f"{memory:.3f} MB a page at its peak, goal 0.06; {pages / taken:.0f} pages a second"
    return Measured(task.name, task.work, taken, task.limit, least, taken / least, task.goal, note)


@lru_cache(maxsize=4)
def report(language: str, sections: int) -> Document:
    """A report of headings, filled paragraphs, charts and tables, about two pages and a half a section."""
    return Document(
        _WORDS[language][0], language, "A", footer=_WORDS[language][0], blocks=tuple(_blocks(language, sections))
    )


def peak(language: str, sections: int) -> float:
    """By how many megabytes the memory of this process grows at most while it draws; 0 where that is not told."""
    long = report(language, sections)
    _draw(report(language, 2))
    before = _highest()
    with Path(os.devnull).open("wb") as nowhere:
        draw(long, nowhere, when=_WHEN)
    return (_highest() - before) / 1024


def _highest() -> float:
    """The most kilobytes this process ever held; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text("utf-8").splitlines() if status.exists() else []
    return next((float(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0.0)


def _beside_bare(name: str, language: str) -> Measured:
    long = report(language, _SECTIONS * 2)
    strokes, size = remembered(long), size_of(long)
    file = io.BytesIO()
    draw(long, file, when=_WHEN)
    pages = len(strokes)
    share = _AT_LEAST[language]
    task = Task(name, f"a tagged report of {pages} pages", "its lines alone on a bare canvas", round(1 / share, 2))
    note = (
        f"{len(file.getvalue()) / pages / 1000:.1f} kB a page, goal 6; wanted {share} of the speed of the bare canvas"
    )
    return paired(task, lambda: _draw(long), lambda: redrawn(strokes, size, io.BytesIO()), note=note)


def _draw(document: Document) -> None:
    draw(document, io.BytesIO(), when=_WHEN)


def _blocks(language: str, sections: int) -> Iterator[Block]:
    title, text, heads, (place, done) = _WORDS[language]
    columns = (Column(heads[0], weight=2), Column(heads[1], weight=4), Column(heads[2], "number"))
    yield Contents(heads[0])
    for section in range(sections):
        yield Heading(1, f"{title} ({section})", f"section-{section}")
        for number in range(_PARAGRAPHS):
            yield Paragraph(f"{text} {text} ({number}) {text}")
        yield Bars(heads[1], tuple(Bar(f"{place} {one}", one * 10, f"{one * 10}") for one in range(_BARS)))
        yield Table(
            columns,
            tuple((f"{place} {row}", done[: 12 + row % 50], f"{section * _ROWS + row:,}") for row in range(_ROWS)),
            heads[0],
        )


def _count(data: bytes) -> int:
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(data)).pages)


def _memory(sections: int) -> float:
    """The peak of a process that does nothing else."""
    program = f"from app.bench.drawing import peak; print(peak('en', {sections}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return float(done.stdout)
