"""The bidirectional algorithm against the conformance tests of Unicode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from app.reports.pdf import bidi
from app.reports.pdf.bidi_usual import usual

_MACHINE = Path("/usr/share/unicode")
_SAMPLE = Path(__file__).parent.parent.parent / "data" / "bidi_sample.txt"
_SEQUENCES = _SAMPLE.with_name("bidi_sequences_sample.txt")
_ONE_OF_EACH = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "ES": "+", "ET": "$", "AN": "\u0661", "CS": ",", "B": "\u2029",
    "S": "\t", "WS": " ", "ON": "!", "NSM": "\u0300", "BN": "\u00ad", "LRE": "\u202a", "RLE": "\u202b", "PDF": "\u202c",
    "LRO": "\u202d", "RLO": "\u202e", "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip
_EVERY = 17  # of 490,846 lines, so that the test stays quick; a prime, so that no pattern of the file is missed
_EVERY_CASE = 3  # of 91,707 cases, likewise


def test_every_case_of_the_sample_is_resolved() -> None:
    cases = list(_character_cases(_SAMPLE))

    assert len(cases) >= 500
    assert _failures(cases) == []


def test_cases_of_the_conformance_test_are_resolved() -> None:
    """Where the machine has no copy of the whole test, the sample is all there is to check."""
    whole = _MACHINE / "BidiCharacterTest.txt"
    cases = list(_character_cases(whole))[::_EVERY_CASE] if whole.exists() else []

    assert len(cases) > 20_000 or not whole.exists()
    assert _failures(cases) == []


def test_sequences_of_classes_are_resolved() -> None:
    """Where the machine has no copy of the whole test, the sample is all there is to check."""
    whole = _MACHINE / "BidiTest.txt"
    path, every, least = (whole, _EVERY, 20_000) if whole.exists() else (_SEQUENCES, 1, 400)
    wrong = []
    count = 0
    for kinds, bits, expected, order in _class_cases(path, every):
        text = "".join(_ONE_OF_EACH[one] for one in kinds)
        for base in [base for bit, base in ((1, None), (2, 0), (4, 1)) if bits & bit]:
            count += 1
            found = _shown(text, base)
            if found != (expected, order):
                wrong.append((kinds, base, found))

    assert count > least
    assert wrong == []


def test_a_number_in_arabic_text_keeps_its_digits_in_order() -> None:
    text = "\u0639\u062f\u062f 2,417 \u0634\u062e\u0635"

    _, found = bidi.levels(text, 1)

    assert found[4:9] == [2, 2, 2, 2, 2]


def _failures(cases: list[tuple[str, int | None, int, list[str], list[int]]]) -> list[str]:
    wrong = []
    for text, base, own, expected, order in cases:
        found, _ = bidi.levels(text, base)
        if found != own or _shown(text, base) != (expected, order):
            wrong.append(" ".join(f"{ord(one):04X}" for one in text))
    return wrong


def _shown(text: str, base: int | None) -> tuple[list[str], list[int]]:
    """The levels as the tests write them (x for what rule X9 removes) and the visual order without those."""
    _, found = bidi.levels(text, base)
    removed = {"LRE", "RLE", "LRO", "RLO", "PDF", "BN"}
    kept = [index for index, one in enumerate(text) if bidi.kind(one) not in removed]
    order = [kept[place] for place in bidi.visual([found[index] for index in kept])]
    return [str(found[index]) if index in kept else "x" for index in range(len(text))], order


def _character_cases(path: Path) -> Iterator[tuple[str, int | None, int, list[str], list[int]]]:
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        codes, direction, own, expected, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        base = {"0": 0, "1": 1, "2": None}[direction]
        yield text, base, int(own), expected.split(), [int(one) for one in order.split()]


def _class_cases(path: Path, every: int) -> Iterator[tuple[list[str], int, list[str], list[int]]]:
    expected: list[str] = []
    order: list[int] = []
    with path.open(encoding="utf-8") as lines:
        for number, raw in enumerate(lines):
            line = raw.split("#")[0].strip()
            if line.startswith("@Levels:"):
                expected = line[8:].split()
            elif line.startswith("@Reorder:"):
                order = [int(one) for one in line[9:].split()]
            elif line and not number % every:
                kinds, bits = line.split(";")
                yield kinds.split(), int(bits), expected, order


def test_usual_arabic_text_has_the_levels_that_all_the_rules_give_it() -> None:
    """Letters, marks, both kinds of figures, Latin letters, brackets and what stands between, thrown together."""
    random = Random(9)
    pieces = [
        *"ابتثج ",
        "ًُ",
        "12",
        "2,417",
        "٣",
        "٣٫٤",
        "ab",
        "Kobo 2.1",
        "(3)",
        "(ب 3)",
        *"().,:/%-+«»؟،; ",
        "12 %",
        " ",
    ]
    found = 0
    for _turn in range(4_000):
        text = "".join(random.choices(pieces, k=random.randint(1, 12)))
        quick = usual(text)
        if quick is None:
            continue
        found += 1
        padded = f"{text}\u2063"  # an invisible sign, which is not usual, so that all the rules are asked
        assert usual(padded) is None
        assert list(quick[: len(text.rstrip())]) == bidi.levels(padded, 1)[1][: len(text.rstrip())], ascii(text)

    assert found > 1_000
