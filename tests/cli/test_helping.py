"""help."""

from __future__ import annotations

from app.i18n import translation
from app.manual import whole
from tests.cli.made import done, groundwork


def test_without_words_every_topic_is_listed_and_a_name_shows_it_whole() -> None:
    assert [one["topic"] for one in done("help")["topics"]] == [one.code for one in whole.topics()]
    (told,) = done("help", "first-council")["topics"]
    assert len(told["steps"]) == 8 and "submissions" in told["see"]
    assert "1. Start a workspace" in groundwork("help", "first-council").out
    (keys,) = done("help", "keyboard", "--language", "ar")["topics"]
    codes = [one["code"] for one in keys["entries"]]
    right, left = (f"Alt+{translation('ar').pgettext('key', side)}" for side in ("Right", "Left"))
    assert codes.index(right) < codes.index(left), "back is where the line began"


def test_words_find_topics_and_a_sentence_on_the_screen_finds_its_entry() -> None:
    (told,) = done("help", "the PDF that the sender made")["topics"]
    assert [one["code"] for one in told["entries"]] == ["NotABundleError"]
    assert len(done("help", "stick")["topics"]) > 2
    assert done("help", "обыск", "--language", "ru")["topics"]
    nothing = groundwork("help", "qqqzz")
    assert nothing.status == 0 and "Nothing in the help" in nothing.out
