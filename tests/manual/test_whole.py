"""Whatever a person meets stands in the help, and every way in it leads somewhere."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

from app.manual import advice, whole
from app.manual.gathered import gathered
from app.manual.settings_told import TOLD
from app.manual.topics import TOPICS
from docs import gather_help, sentences

CODE = gathered()


def rows(code: str) -> set[str]:
    found = whole.topic(code)
    assert found is not None
    return {row.term for row in found.rows}


def test_what_the_help_says_of_the_code_is_what_the_code_says() -> None:
    assert gather_help.TARGET.read_text("utf-8") == gather_help.text(), "run: python -m docs.build_manual"


def test_every_page_setting_command_problem_and_error_is_told() -> None:
    assert {one.name for one in CODE.pages} <= {topic.page for topic in whole.topics()}
    assert {one.name for one in CODE.settings} == set(TOLD) and {one.words for one in CODE.settings} == rows(
        "each-setting"
    )
    told = {(row.code, row.term) for topic in whole.topics() for row in topic.rows}
    assert {(f"groundwork {one.name}", one.words) for one in CODE.commands} <= told
    assert {(one.code, one.words) for one in CODE.problems} <= told
    assert {(one.code, one.words) for one in CODE.errors} <= told
    assert {("", one.words) for one in CODE.beside} <= told and len(CODE.beside) > 15
    listed = [row for topic in whole.topics() if topic.code in advice.TITLES for row in topic.rows]
    assert len(listed) == len(CODE.errors) + len(CODE.reasons), "each sentence is looked up in one topic"
    assert {("", one.words) for one in CODE.reasons} <= told


PLANTED = {
    "app/services/new_room.py": """
WORDS = {"a": N_("A reason in a table.")}
def told(count): return ngettext("{count} reason of one.", "{count} reasons of several.", count)
""",
    "app/ui/feature/page.py": """
def show(self, said=""):
    words = _("The room is full today.")
    self.banner.emit("bad", words)
    self.add(Banner("warn", pgettext("door", "The door is shut now."), title=_("Look at the door")))
    self.chip.set_status(_("Late"), "warn")
    self.footer.say(_("All is well here."), "circle-check", "good")
    self.field.set_problem(_("This field is not as it should be."))
""",
    "app/cli/theme/verbs.py": """
def verb(text):
    if not text:
        raise typer.BadParameter(_("Say what you want."))
    printing.complain(_("Nothing came of it."))
    printing.answer(asked, {}, [_("It is done now.")])
""",
    "app/domain/records/new.py": 'line = text(N_("A field"), help=N_("Help under a field."))',
}


def test_a_sentence_that_is_new_anywhere_is_gathered_by_itself(tmp_path: Path) -> None:
    for name, text in PLANTED.items():
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(text, "utf-8")
    found = {one["words"]: one["place"] for one in gather_help.reasons(tmp_path)}
    assert found == {
        "A reason in a table.": "app.services.new_room",
        "{count} reason of one.": "app.services.new_room",
        "The room is full today.": "app.ui.feature.page",
        "The door is shut now.": "app.ui.feature.page",
        "Look at the door": "app.ui.feature.page",
        "Say what you want.": "app.cli.theme.verbs",
        "Nothing came of it.": "app.cli.theme.verbs",
    }
    assert [one["words"] for one in gather_help.beside(tmp_path)] == ["This field is not as it should be."]
    check = ast.parse(
        'w = N_("Both are odd.")\nyield Problem("odd", Level.WARNING, "x", w if y else N_("One is odd."))'
    )
    assert sorted(sentences.of_problems(check)) == [
        ("odd", "warning", "Both are odd."),
        ("odd", "warning", "One is odd."),
    ]


def test_only_modules_that_explain_nothing_are_left_out_and_every_one_of_them_is_there() -> None:
    for pattern, why in gather_help.NO_REASONS.items():
        assert why and sentences.modules(gather_help.TOP, [pattern]), pattern
    told = {row.term for topic in whole.topics() for row in topic.rows}
    out = set(sentences.modules(gather_help.TOP, gather_help.NO_REASONS))
    for path in sentences.modules(gather_help.TOP, gather_help.REASONS, ["N_(", "_("]):
        if path not in out:
            said = re.findall(r'\bN_\(\s*"([^"\\\n]+\.)"\s*[,)]', path.read_text("utf-8"))
            assert set(said) <= told, path


def test_a_sentence_is_looked_up_where_people_look_for_it() -> None:
    def topic_with(words: str) -> set[str]:
        return {one.code for one in whole.topics() for row in one.rows if words in row.term}

    assert topic_with("contains macros") == {"errors-attached"}
    assert topic_with("IATI needs your organisation") == {"errors-iati"}
    assert topic_with("Not more than all people reached") == {"errors-forms"}
    assert topic_with("no data inside") == {"errors-received"}
    assert topic_with("This row adds up the others") == {"errors-import"}
    assert topic_with("Their times overlap") == {"errors-picture"}
    assert topic_with("has no field") == {"errors-commands"}
    read = [one for one in whole.topics() if one.code != "commands"]
    assert {len(one.rows) < 125 for one in read} == {True}, "a page that long is not read; commands are looked up"


def test_advice_is_about_what_there_is() -> None:
    assert set(advice.ERRORS) <= {one.code for one in CODE.errors}
    assert set(advice.PROBLEMS) <= {one.code for one in CODE.problems}
    assert {one.place for one in CODE.problems} <= set(advice.LEVELS)


def test_topics_have_names_of_their_own_and_every_lead_has_an_end() -> None:
    twice = Counter(one.code for one in whole.topics())
    assert twice.most_common(1)[0][1] == 1
    codes = set(twice)
    assert set(whole.LEADS) <= codes
    assert {code for leads in whole.LEADS.values() for code in leads} <= codes | set(advice.TITLES)
    led = {code for leads in whole.LEADS.values() for code in leads} | {one.code for one in TOPICS}
    assert {one.code for one in whole.topics() if one.group == "trouble"} - led <= {"will-not-open", "no-room", "slow"}
    assert {whole.group_of(one) for one in whole.topics()} == set(whole.GROUPS)


def test_the_three_people_each_have_a_way_in_of_steps() -> None:
    people = [one for one in whole.topics() if one.code.startswith("first-")]
    assert [6 < len(one.steps) < 9 for one in people] == [True] * 3


def test_a_sentence_with_fields_shows_dots_in_their_place() -> None:
    assert whole.shown("There is no sheet called “{sheet}”. It has: {sheets}.") == (
        "There is no sheet called “…”. It has: …"
    )
    shown = [whole.shown(row.term) for topic in whole.topics() for row in topic.rows]
    assert not [text for text in shown if re.search(r"[{}]", text)]
