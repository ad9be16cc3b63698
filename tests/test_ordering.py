"""Names in order: as readers of each language look for them, and as Unicode's own collation has it."""

from __future__ import annotations

import hashlib
import sys
from functools import cmp_to_key

import pytest
from babel import Locale
from PySide6.QtCore import QCollator, QLocale, Qt

from app import paths
from app.i18n import SIX
from app.locales import data_for
from app.ordering import by_name, in_order

ORDERS = {
    "en": ("Élan", "Group 2", "group 10", "Zebra"),
    "es": ("nube", "nutria", "ñandú", "oso"),
    "ru": ("еда", "ёж", "жук", "иней", "йод", "яма"),
    "ar": ("آمال", "أحمد", "إدريس", "بيت", "تاجر", "ياسين"),
    "zh": ("北京", "重庆", "上海", "天津", "重要"),
    "fr": ("cote", "coté", "côte", "œuf", "zèle"),
    "he": ("אור", "בית", "שלום"),
}
"""Chinese by pinyin: Bei, Chong, Shang, Tian, Zhong."""


@pytest.mark.parametrize("language", ORDERS)
def test_names_stand_where_readers_of_the_language_look_for_them(language: str) -> None:
    assert tuple(in_order(reversed(ORDERS[language]), language)) == ORDERS[language]


@pytest.mark.parametrize("language", SIX if sys.platform == "linux" else ())  # elsewhere Qt asks the system
def test_countries_stand_as_the_collation_of_unicode_has_them(language: str) -> None:
    locale = data_for(language)
    names = [name for code, name in Locale.parse(locale).territories.items() if len(code) == 2]
    collator = QCollator(QLocale(locale))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    assert in_order(names, language) == sorted(names, key=cmp_to_key(collator.compare))


def test_the_script_of_the_language_comes_first_signs_before_it_and_equal_names_stay_as_they_came() -> None:
    names = ["Casa", "بيت", "дом", "北京", "24", "(x)"]
    firsts = {code: in_order(names, code)[2] for code in ("en", "ar", "ru", "zh", "qps", "fa")}
    assert firsts == {"en": "Casa", "ar": "بيت", "ru": "дом", "zh": "北京", "qps": "Casa", "fa": "بيت"}
    assert in_order(names, "en")[:2] == ["(x)", "24"]
    assert by_name([("a", 2), ("a", 1)], lambda one: one[0], "en") == [("a", 2), ("a", 1)]


def test_whatever_people_type_finds_a_place() -> None:
    assert in_order(["x²", "x", "①", "9" * 5_000, "9", "٣", ""], "ar") == ["", "٣", "9", "9" * 5_000, "x", "x²", "①"]


def test_the_order_of_chinese_characters_is_recorded_with_its_source() -> None:
    folder = paths.resources() / "order"
    (row,) = (line.split("\t") for line in (folder / "SOURCES.tsv").read_text("utf-8").splitlines()[1:])
    assert hashlib.sha256((folder / row[0]).read_bytes()).hexdigest() == row[-1]
