"""Words find their topic in six scripts, with and without marks, and parts of sentences find the sentence."""

from __future__ import annotations

import pytest

from app.folding import fold
from app.i18n import SIX, Translation
from app.manual import searching, whole

ENGLISH = Translation("en")


@pytest.mark.parametrize("language", SIX)
def test_the_words_of_a_title_find_its_topic_first_in_every_language(language: str) -> None:
    say = Translation(language)
    for code in ("submissions", "danger", "seen"):
        title = say.gettext(whole.topic(code).title)  # type: ignore[union-attr]
        for typed in (title, title.upper(), fold(title)):
            found = searching.find(typed, say)
            assert found and found[0].code == code


@pytest.mark.parametrize(
    ("language", "typed", "code"),
    [
        ("en", "POWER cut, open", "trouble"),
        ("fr", "girafe violette", ""),
        ("ar", "الحاسوب فقد", "lost"),
        ("ru", "ОБЫСК", "danger"),
    ],
)
def test_words_are_found_without_marks_and_case(language: str, typed: str, code: str) -> None:
    codes = [one.code for one in searching.find(typed, Translation(language))]
    assert code in codes if code else not codes


@pytest.mark.parametrize(
    ("language", "typed", "code"),
    [
        *(("en", "forgot password", "forgot"), ("en", "lost laptop", "stolen"), ("en", "stick broken", "no-room")),
        *(("fr", "mot de passe oublié", "forgot"), ("es", "hoja de cálculo", "import")),
        *(("ar", "نسيت كلمة السر", "forgot"), ("ar", "حذف شخص", "trash"), ("ru", "забыл пароль", "forgot")),
        *(("ru", "украли ноутбук", "stolen"), ("zh", "忘记密码", "forgot"), ("zh", "电脑被偷", "stolen")),
        *(("zh", "快捷键", "keyboard"), ("zh", "U盘", "no-room")),
    ],
)
def test_what_people_call_it_finds_the_topic_that_calls_it_otherwise(language: str, typed: str, code: str) -> None:
    codes = [one.code for one in searching.find(typed, Translation(language))]
    assert code in codes[:2]


def test_a_part_of_a_sentence_on_the_screen_finds_that_sentence_alone() -> None:
    typed = "carries no data. please ask"
    (found,) = searching.find(typed, ENGLISH)
    assert [row.code for row in searching.rows(found, typed, ENGLISH)] == ["PrintedCopyError"]
    assert len(searching.rows(found, "", ENGLISH)) == len(found.rows)
    assert searching.find("", ENGLISH) == list(whole.topics())
    assert searching.find("qqzz", ENGLISH) == []
    commands = whole.topic("commands")
    assert commands is not None
    (command,) = searching.rows(commands, "groundwork canary", ENGLISH)
    assert command.code == "groundwork canary"
