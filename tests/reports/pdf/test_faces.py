"""The shipped fonts: what their list says, and what the six languages need."""

from __future__ import annotations

import hashlib

import pytest

from app import paths
from app.reports.pdf.faces import Chain

_FONTS = paths.resources() / "fonts"


def test_every_font_is_listed_with_its_hash_and_has_its_licence() -> None:
    rows = [line.split("\t") for line in (_FONTS / "SOURCES.tsv").read_text("utf-8").splitlines()[1:]]

    assert {row[0] for row in rows} == {path.name for path in _FONTS.iterdir()} - {"SOURCES.tsv"}
    for row in rows:
        assert hashlib.sha256((_FONTS / row[0]).read_bytes()).hexdigest() == row[-1]
        assert row[5].startswith("OFL-1.1")


@pytest.mark.parametrize("weight", [400, 500, 600])
def test_the_letters_of_six_languages_and_of_hebrew_are_there(weight: int) -> None:
    letters = {
        "en": "".join(map(chr, range(0x20, 0x7F))) + "–—‘’“”…•",
        "fr": "àâæçéèêëîïôœùûüÿÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ«»\u202f\u00a0",
        "es": "áéíñóúü¿¡ÁÉÍÑÓÚÜ",
        "ar": "".join(map(chr, range(0x621, 0x63B))) + "".join(map(chr, range(0x641, 0x653))) + "٠١٢٣٤٥٦٧٨٩،؛؟٪",
        "ru": "".join(map(chr, range(0x410, 0x450))) + "Ёё№",
        "he": "אבגדהוזחטיכךלמםנןסעפףצץקרשת־׳״" + "".join(map(chr, range(0x5B0, 0x5BD))),
        "zh": "的一是在不了有和人这中大为上个国，。、；：？！（）《》“”",
    }
    for language, text in letters.items():
        chain = Chain(language, weight)
        chain.runs(text, right=language in ("ar", "he"))
        assert "".join(chain.missing) == ""
