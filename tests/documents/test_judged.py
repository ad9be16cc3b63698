"""Every document is PDF/A-3a and PDF/UA-1 and says what its content says; and who judges that would see a defect."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import outloud
import pypdfium2
import pytest

from tests.documents.judging import defects, made, matrix
from tests.documents.judging.comparing import differences
from tests.documents.judging.vera import Vera
from tests.reports.reading import drawn, text_by_pypdf
from tests.reports.samples import NUMBERS, WORDS, sample

_MADE_IN, _MADE_JUDGED_IN = ("ar", "en", "zh"), ("ar",)
"""In which languages what the program makes is heard, and in which veraPDF reads it: it saw each block in all six."""
_HEARD_OF_EACH = ("empty", "minimal", "typical")
"""What outloud and the comparison read in every language; the extremes are compared where they are small."""


@pytest.mark.parametrize("kind", list(matrix.KINDS))
def test_no_check_of_pdf_a_and_pdf_ua_fails_in_any_language(kind: str, vera: Vera, tmp_path: Path) -> None:
    broken = {}
    for language in matrix.LANGUAGES:
        path = tmp_path / f"{language}.pdf"
        path.write_bytes(drawn(matrix.KINDS[kind](language)))
        broken[language] = vera.faults(path)

    assert {language: faults for language, faults in broken.items() if faults} == {}


@pytest.mark.parametrize("language", matrix.LANGUAGES)
def test_what_is_heard_is_what_the_document_says_and_outloud_finds_no_error(language: str, tmp_path: Path) -> None:
    for kind in _HEARD_OF_EACH:
        document = matrix.KINDS[kind](language)
        path = tmp_path / f"{kind}.pdf"
        path.write_bytes(drawn(document))

        assert differences(document, path.read_bytes()) == []
        assert _outloud(path, severities=("error",)) == []


def test_every_kind_of_document_that_the_program_makes_passes_all_who_judge(vera: Vera, tmp_path: Path) -> None:
    faults: dict[str, list[str]] = {}
    for language in _MADE_IN:
        for kind, document in made.documents(language).items():
            path = tmp_path / f"{kind}-{language}.pdf"
            path.write_bytes(drawn(document))
            told = [*differences(document, path.read_bytes()), *_outloud(path, severities=("error",))]
            faults[path.name] = [*told, *(vera.faults(path) if language in _MADE_JUDGED_IN else [])]

    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize("language", [one for one in matrix.LANGUAGES if one != matrix.MOST_ROWS_IN])
def test_what_is_heard_of_an_extreme_document_is_what_it_says(language: str) -> None:
    document = matrix.extreme(language)

    assert differences(document, drawn(document)) == []


@pytest.mark.parametrize("language", matrix.LANGUAGES)
def test_two_readers_that_share_nothing_find_every_number(language: str) -> None:
    data = drawn(sample(language))

    for text in (text_by_pypdf(data), _text_by_pdfium(data)):
        assert [number for number in NUMBERS if number not in text] == []
        if language in ("en", "fr", "es", "ru"):
            assert [word for word in WORDS[language]["why"].split() if word not in text] == []


def test_every_planted_defect_is_seen_by_somebody(vera: Vera, tmp_path: Path) -> None:
    document = sample("en")
    good = drawn(document)
    path = tmp_path / "planted.pdf"

    def judged(name: str, defect: defects.Defect) -> tuple[str, bool, bool, bool]:
        path.write_bytes(defects.planted(good, defect))
        told = _outloud(path, severities=("error", "warning"))
        return name, bool(vera.faults(path)), bool(told), bool(_heard_otherwise(path.read_bytes()))

    def _heard_otherwise(data: bytes) -> list[str]:
        return differences(document, data)

    rows = [judged(name, defect) for name, defect in defects.DEFECTS.items()]

    sys.stdout.write(_table(rows))
    assert len(rows) >= 18
    assert judged("nothing", defects.nothing) == ("nothing", False, False, False)
    assert [name for name, *seen in rows if not any(seen)] == []
    assert all(any(row[column] and sum(row[1:]) == 1 for row in rows) for column in (1, 3)), (
        "each sees what others miss"
    )


def _outloud(path: Path, *, severities: tuple[str, ...]) -> list[str]:
    result = outloud.check(str(path))
    found = [f"{one.rule} {one.message}" for one in result.findings if one.severity in severities]
    found = [one for one in found if not _is_of_two_columns(one) and not _is_a_timeline(one)]
    return [*found, result.error] if result.error else found


def _is_of_two_columns(finding: str) -> bool:
    """Two columns with headings of both and of every row have two headings more than cells, and are right so."""
    counted = re.search(r"^TBL-010 .*: (\d+) header cells against (\d+) data cells$", finding)
    return counted is not None and int(counted[1]) - int(counted[2]) == 2


def _is_a_timeline(finding: str) -> bool:
    """The only lines from top to bottom that we draw are those of a timeline, which is no table but a figure."""
    return finding.startswith("TBL-014 a ruled grid ")


def _text_by_pdfium(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()


def _table(rows: list[tuple[str, bool, bool, bool]]) -> str:
    """Who saw what: `python3 dev.py test tests/documents -k planted -s` shows it."""
    lines = [f"{'planted':40} veraPDF  outloud  comparison"]
    lines += [f"{row[0]:40} " + "".join(f"{'seen' if one else '-':9}" for one in row[1:]) for row in rows]
    return "\n".join(["", *lines, ""])
