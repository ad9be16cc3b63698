"""A document with every kind of block, in six languages; made up for tests."""

from __future__ import annotations

import io
from datetime import date

from PIL import Image

from app.charts import Land, Stop
from app.domain.coverage import Cell, State
from app.reports.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Code,
    Column,
    Columns,
    Contents,
    Coverage,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    Map,
    Mark,
    Marks,
    Moment,
    Notice,
    Numbered,
    PageBreak,
    Panel,
    Paragraph,
    Photo,
    Stacked,
    StackedBar,
    Table,
    Timeline,
)
from tests.reports.sample_words import WORDS

HOSTILE = '<script>alert("1")</script> & <img src=http://example.org/x> \x00\x0b{{7}}'
"""What would be more than a text, if it were let."""
_REGION = ((35.0, -1.2), (35.2, 2.0), (38.0, 2.2), (38.4, -1.4))
NUMBERS = ("2026", "318", "46", "14", "1,204", "57", "12")


def sample(language: str, *, page: str = "A4") -> Document:
    """Every kind of block in one language."""
    words = WORDS[language]
    return Document(
        title=words["title"],
        language=language,
        author=words["organisation"],
        subtitle=words["organisation"],
        kicker=words["kicker"],
        period=words["period"],
        footer=words["footer"],
        subject=words["kicker"],
        keywords=("2026-07..2026-09",),
        blocks=_blocks(words, language),
        page=page,
    )


def _blocks(words: dict[str, str], language: str) -> tuple[Block, ...]:
    bars = (
        Bar(words["objective"], 57, "57"),
        Bar("7 " + words["people"], 23, "23"),
        Bar("8 " + words["voices"], 0, "0"),
        Bar("23 " + words["actions"], None, words["none"]),
    )
    other = "ar" if language != "ar" else "en"
    return (
        Facts((Fact(words["country"], words["place"]), Fact(words["actions"], words["period"]))),
        Heading(1, words["summary"], "summary"),
        Paragraph(words["text"], "lead"),
        KeyFigures(
            (
                Figure("1,204", words["people"], words["note"]),
                Figure("57", words["actions"]),
                Figure("12", words["voices"], words["none"]),
            )
        ),
        Bars(words["bars"], bars),
        *_charts(words),
        Notice("withheld", words["withheld"], words["why"]),
        Contents(words["contents"]),
        PageBreak(),
        Heading(1, words["objective"], "objective"),
        Heading(2, words["actions"], "actions"),
        Paragraph(words["text"]),
        Bullets((words["why"], words["text"])),
        Heading(3, words["voices"], "voices"),
        Paragraph(words["quote"], "quote"),
        Paragraph(WORDS[other]["quote"], "quote", other),
        Paragraph(words["note"], "small"),
        Table(
            (Column(words["actions"], weight=3), Column(words["country"], weight=2), Column(words["people"], "number")),
            tuple((words["text"][: 40 + 9 * row], words["place"], f"{1204 + row * 37:,}") for row in range(12)),
            words["bars"],
        ),
        Notice("warning", words["withheld"], words["why"]),
        Heading(1, words["coverage"], "coverage"),
        Coverage(words["coverage"], tuple(str(n) for n in range(1, 24)), _coverage(words), words["key"], words["why"]),
        Notice("info", words["withheld"], words["why"]),
    )


def _charts(words: dict[str, str]) -> tuple[Block, ...]:
    return (
        Stacked(
            words["people"],
            (words["actions"], words["voices"], words["none"]),
            (
                StackedBar(words["objective"], (57, 318, None), "375"),
                StackedBar("7 " + words["people"], (46, None, 14), "60"),
                StackedBar("8 " + words["voices"], (None, None, None), words["withheld"]),
            ),
        ),
        Map(
            words["coverage"],
            (
                Stop(words["place"], (36.8, -1.3), "done", 12, "12", words["actions"], (_REGION,)),
                Stop(words["voices"], (36.9, -1.2), "nothing-done", 0, "0", words["key"][1]),
                Stop(words["people"], (178.0, -17.9), "not-reported", 0, "0", words["key"][2]),
                Stop("Lodwar", (35.6, 3.1), "withheld", 0, "0", words["key"][3]),
                Stop(words["none"], None, "done", 5, "5", words["note"]),
            ),
            (
                Land((((34.0, -1.0), (34.0, 4.5), (41.8, 4.0), (41.5, -1.7), (39.2, -4.7)),), is_meant=True),
                Land((((177.0, -17.0), (181.0, -17.0), (181.0, -18.5), (177.0, -18.5)),)),
            ),
            words["key"],
        ),
        Timeline(
            words["summary"],
            date(2026, 7, 1),
            date(2026, 9, 30),
            ((date(2026, 7, 1), "07"), (date(2026, 8, 1), "08"), (date(2026, 9, 1), "09")),
            (
                Moment(words["objective"], date(2026, 7, 1), date(2026, 8, 31), words["period"]),
                Moment(words["actions"], date(2026, 9, 12), None, "12"),
                Moment(words["voices"], date(2025, 1, 1), date(2027, 1, 1), words["note"]),
            ),
        ),
    )


def _coverage(words: dict[str, str]) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    states = (State.DONE, State.NOT_REPORTED, State.NOTHING_DONE, State.DONE, State.WITHHELD)
    rows = []
    for row, name in enumerate(
        (words["place"], words["people"], words["voices"], words["actions"], "Kakuma", "Lodwar")
    ):
        kinds = [states[(row * 7 + column * 3 + column * row) % len(states)] for column in range(23)]
        counts = [(row * 11 + column * 5) % 26 + 1 for column in range(23)]
        cells = [Cell(kind, count if kind is State.DONE else 0) for kind, count in zip(kinds, counts, strict=True)]
        rows.append((name, tuple(cells)))
    return tuple(rows)


def designed(language: str) -> Document:
    """What pages are designed with: a cover, marks, facts and blocks side by side, texts that are set large."""
    words = WORDS[language]
    strip = Coverage(
        words["coverage"], tuple(map(str, range(1, 24))), (("", _coverage(words)[0][1]),), words["key"], ""
    )
    told = Facts(
        (Fact(words["coverage"], words["text"]), Fact(words["country"], "KE"), Fact(words["actions"], "57")),
        compact=True,
    )
    marks = Marks((Mark("4", words["country"], words["note"]), Mark("23", words["actions"])), columns=2)
    panel = Panel((Heading(3, words["voices"]), Bullets((words["none"],))))
    return Document(
        title=words["title"],
        language=language,
        author=words["organisation"],
        kicker=words["kicker"],
        subtitle=words["organisation"],
        blocks=(
            told,
            strip,
            PageBreak(),
            Heading(2, f"4 {words['actions']}", "marked", mark="4"),
            Paragraph(words["quote"], "pull"),
            Paragraph(words["contents"], "display"),
            Paragraph(words["people"], "label"),
            Paragraph(words["summary"], "loud"),
            Columns(((marks,), (Paragraph(words["why"]), panel)), (2, 1)),
        ),
        cover=True,
        margin=0.7,
    )


def further(language: str) -> Document:
    """The kinds of block that the sample lacks, with texts that want to be more than texts."""
    image = io.BytesIO()
    Image.new("RGB", (64, 32), "#88AA99").save(image, "PNG")
    bars = (StackedBar(HOSTILE, (12, 7, None), "12 and 7"), StackedBar("B", (0, 3, 5), "3 and 5"))
    days = date(2026, 7, 1), date(2026, 9, 30)
    moments = (Moment("Desk", days[0], date(2026, 8, 20), "opened"), Moment(HOSTILE, days[1], None, "visit"))
    return Document(
        title=HOSTILE,
        language=language,
        author=HOSTILE,
        blocks=(
            Heading(1, HOSTILE, 'a"b'),
            Stacked("Parts", ("Women", HOSTILE, "Not asked"), bars),
            Timeline("When", *days, ((days[0], "July"), (date(2026, 8, 1), "August")), moments),
            Photo(image.getvalue(), HOSTILE, "A field"),
            Code("https://example.org/not-told", "A code"),
            Code("10273951684", "A small code", small=True),
            Marks((Mark("1", ""), Mark("2", "Request"), Mark("3", "Thanks", "Merci", "fr")), boxes=True),
            Paragraph("In your words", "small", room=2),
            Numbered(("river", "lamp"), "en"),
            Table((Column(HOSTILE), Column("b")), ((HOSTILE,), ())),
            Table((), ()),
            Facts(()),
            Bars("None", ()),
            Notice("unknown", "", HOSTILE),
        ),
    )
