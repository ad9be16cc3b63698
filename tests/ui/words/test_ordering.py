from __future__ import annotations

import pytest

from app.ui.words.ordering import by_name

ORDERS = {
    "en": ("Élan", "Group 2", "group 10", "Zebra"),
    "es": ("nube", "nutria", "ñandú", "oso"),
    "ru": ("еда", "ёж", "жук", "яма"),
    "ar": ("أحمد", "إدريس", "بيت", "ياسين"),
    "zh": ("北京", "重庆", "上海", "天津"),
    "fr": ("cote", "coté", "côte", "zèle"),
}
"""Chinese by pinyin: Bei, Chong, Shang, Tian."""


@pytest.mark.parametrize("language", ORDERS)
def test_names_stand_where_readers_of_the_language_look_for_them(language: str, dressed) -> None:
    dressed(language)
    assert tuple(by_name(reversed(ORDERS[language]), str)) == ORDERS[language]
