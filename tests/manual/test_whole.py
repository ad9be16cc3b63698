"""Whatever a person meets stands in the help, and every way in it leads somewhere."""

from __future__ import annotations

import re
from collections import Counter

from app.manual import advice, whole
from app.manual.gathered import gathered
from app.manual.settings_told import TOLD
from app.manual.topics import TOPICS
from docs import gather_help

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
