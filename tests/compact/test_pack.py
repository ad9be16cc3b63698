"""The reference pack that ships, and packs that are damaged or foreign."""

import json
import re
import shutil
import subprocess
import sys
import unicodedata

import pytest

from app import paths
from app.compact import PackDamagedError, Title, load
from app.compact.in_force import SHIPPED

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")


@pytest.fixture
def copy(tmp_path):
    """A copy of the shipped pack that a test may spoil."""
    return shutil.copytree(paths.resources() / "compact" / SHIPPED, tmp_path / "pack")


def seal(folder):
    subprocess.run([sys.executable, paths.resources() / "compact" / "seal.py", folder], check=True)


def change(path, edit):
    content = json.loads(path.read_text(encoding="utf-8"))
    edit(content)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def test_the_pack_holds_the_whole_compact():
    pack = load()
    assert pack.version == "1.4.0"
    assert [objective.number for objective in pack.objectives] == list(range(1, 24))
    assert sum(len(objective.actions) for objective in pack.objectives) == pack.instrument.action_count == 187
    assert len(pack.principles) == 10
    assert pack.instrument.symbol == "A/RES/73/195"
    assert pack.instrument.title("zh").official


def test_the_pack_is_read_once():
    assert load() is load()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_objective_speaks_every_language(language):
    for objective in load().objectives:
        assert objective.name(language)
        assert objective.plain(language)
        assert 3 <= len(objective.examples(language)) <= 5
        assert len(objective.keywords(language)) >= 15
        assert objective.title(language).language == language


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_our_words_are_not_left_in_english(language):
    pack = load()
    assert not [o.number for o in pack.objectives if o.plain(language) == o.plain("en")]
    assert not [o.number for o in pack.objectives if set(o.examples(language)) & set(o.examples("en"))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_short_and_tell_objectives_apart(language):
    names = [objective.name(language) for objective in load().objectives]
    assert len(set(names)) == 23
    assert max(len(name.split()) for name in names) <= 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_label_of_its_own_in_every_language(language):
    for code_list in load().code_lists:
        labels = [code_list.labels[language][code] for code in code_list]
        assert all(labels)
        assert len(set(labels)) == len(labels), code_list.name


def test_a_title_is_official_only_when_it_was_verified():
    objective = load().objective(15)
    assert objective.title("en").official
    assert not objective.title("ar").official
    assert objective.title("ar").status == "P"
    assert load().objective(3).title("zh").status == "K"


def test_a_language_that_the_pack_lacks_reads_english_and_says_so():
    title = load().objective(7).title("pt_BR")
    assert (title.language, title.text) == ("en", "Address and reduce vulnerabilities in migration")
    assert load().objective(7).name("pt_BR") == "Vulnerability"
    assert load().objective(7).examples("pt_BR") == load().objective(7).examples("en")


def test_the_made_up_language_shows_that_the_text_was_translated():
    objective = load().objective(7)
    shown = [objective.name("qps"), objective.plain("qps"), objective.title("qps").text, *objective.examples("qps")]
    assert all(text.startswith("⟦") for text in shown)
    assert not objective.title("qps").official
    assert load().code_list("roles").label("lead", "qps").startswith("⟦")


def test_an_unknown_objective_shows_its_number_and_says_that_it_is_unknown():
    objective = load().objective(24)
    assert not objective.known
    assert objective.code == "GCM-24"
    assert "24" in objective.name("en")
    assert load().version in objective.plain("en")
    assert not objective.title("en").official
    assert objective.examples("en") == ()


def test_objectives_are_equal_and_sorted_by_code(tmp_path, copy):
    change(copy / "words" / "en.json", lambda words: words["objectives"]["7"].update(name="Another name"))
    seal(copy)
    other = load(copy).objective(7)
    assert other.name("en") != load().objective(7).name("en")
    assert {other, load().objective(7)} == {other}
    assert sorted([load().objective(24), load().objective(7)])[0].number == 7


def test_an_unknown_code_is_shown_as_it_is():
    assert load().code_list("activity_types").label("time_travel", "fr") == "time_travel"
    assert load().code_list("no_such_list").label("x", "fr") == "x"
    assert load().code_list("no_such_list").codes == ()


def test_code_lists_keep_the_order_of_the_reference():
    feelings = load().code_list("self_assessment")
    assert feelings.codes == ("not_started", "planned", "in_progress", "achieved", "blocked", "not_relevant_here")
    assert feelings.choices("fr")[3] == ("achieved", "Atteint")
    assert "achieved" in feelings
    assert len(feelings) == 6


def test_partners_of_paragraph_44_come_before_our_additions():
    types = load().stakeholder_types
    assert [each.code for each in types if each.extension][0] == "SX-YOUTH"
    assert len([each for each in types if not each.extension]) == 13
    assert tuple(each.code for each in types) == load().code_list("stakeholder_types").codes
    assert types[0].title("ru").text == load().code_list("stakeholder_types").label("ST-MIG", "ru")


def test_the_four_round_tables_cover_every_objective_once():
    tables = load().review_cycle.round_tables
    assert sorted(number for table in tables for number in table.objectives) == list(range(1, 24))
    assert all(o.number in load().review_cycle.round_table(o.round_table).objectives for o in load().objectives)


def test_coming_reviews_are_in_order_and_say_how_sure_they_are():
    coming = load().review_cycle.events_from(2026)
    assert [event.year for event in coming] == sorted(event.year for event in coming)
    assert not [event for event in coming if event.certain]


@pytest.mark.parametrize("name", ["objectives.json", "framework.json", "cycle.json", "codes.json", "words/zh.json"])
def test_a_changed_byte_is_noticed(copy, name):
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    with pytest.raises(PackDamagedError, match=name):
        load(copy)


@pytest.mark.parametrize("name", ["manifest.json", "objectives.json", "words/en.json"])
def test_a_missing_file_is_named(copy, name):
    (copy / name).unlink()
    with pytest.raises(PackDamagedError, match=name):
        load(copy)


def test_a_sealed_file_of_another_shape_is_refused(copy):
    change(copy / "objectives.json", lambda objectives: objectives[0].update(number="one"))
    seal(copy)
    with pytest.raises(PackDamagedError, match="objectives.json"):
        load(copy)


def test_an_objective_that_comes_twice_is_refused(copy):
    change(copy / "objectives.json", lambda objectives: objectives.append(objectives[0]))
    seal(copy)
    with pytest.raises(PackDamagedError):
        load(copy)


def test_a_manifest_cannot_reach_out_of_its_folder(copy):
    change(copy / "manifest.json", lambda m: m["files"].update({"../x.json": {"sha256": "", "size_bytes": 0}}))
    with pytest.raises(PackDamagedError):
        load(copy)


def test_a_file_of_words_dropped_in_adds_a_language(copy):
    words = json.loads((copy / "words" / "es.json").read_text(encoding="utf-8"))
    words["language"] = "pt"
    words["objectives"]["7"]["name"] = "Vulnerabilidades"
    (copy / "words" / "pt.json").write_text(json.dumps(words), encoding="utf-8")
    seal(copy)
    pack = load(copy)
    assert "pt" in pack.languages
    assert pack.objective(7).name("pt_BR") == "Vulnerabilidades"
    assert not pack.objective(7).title("pt_BR").official or pack.objective(7).title("pt_BR").language == "en"


def test_all_that_was_english_only_speaks_six_languages_and_says_nothing_but_what_the_english_says():
    pack = load()
    labels = [action.labels for objective in pack.objectives for action in objective.actions]
    labels += [indicator.labels for indicator in pack.indicators]
    labels += [principle.questions for principle in pack.principles]
    labels += [mechanism.names for mechanism in pack.mechanisms]
    labels += [table.themes for table in pack.review_cycle.round_tables]
    assert len(labels) == 187 + 49 + 25 + 10 + 21 + 4
    for language in ("fr", "es", "ar", "ru", "zh"):
        told = [one.title(language) for one in labels]
        assert {title.language for title in told} == {language}
        assert not [title for title in told if title.official], "translated for this project, reviewed by nobody"
        assert not {title.text for title in told} & {one.text("en") for one in labels}
        for one, title in zip(labels, told, strict=True):
            assert re.findall(r"\d", one.text("en")) == re.findall(r"\d", title.text), title.text
            letters = {letter for letter in title.text if letter.isalpha() and not letter.isascii()}
            wanted = {"ar": "ARABIC", "ru": "CYRILLIC", "zh": "CJK"}.get(language, "LATIN")
            assert all(unicodedata.name(letter).startswith(wanted) for letter in letters), title.text
            assert wanted == "LATIN" or letters, title.text


def test_a_label_that_a_language_lacks_is_english_and_marked_as_such(copy):
    action, local = load().objective(7).actions[0], load().objective(7).local_indicators[0]
    change(copy / "words" / "ar.json", lambda words: words["codes"]["actions"].pop(action.ref))
    change(copy / "words" / "ar.json", lambda words: words["codes"]["indicators"].pop(local.code))
    seal(copy)
    pack = load(copy)
    found = next(one for one in pack.indicators if one.code == local.code)
    for one in (pack.objective(7).actions[0], found):
        assert one.title("ar") == Title(one.label, "working", "en"), "not taken for Arabic"
        assert one.title("fr").language == "fr"


def test_fields_that_a_newer_pack_may_bring_are_passed_over(copy):
    change(copy / "objectives.json", lambda objectives: objectives[0].update(mood="good"))
    seal(copy)
    assert len(load(copy).objectives) == 23


def test_importing_the_room_reads_no_file():
    opened = (
        "import sys; sys.addaudithook(lambda e, a: e == 'open' and 'resources' in str(a[0]) and sys.exit(str(a[0])))"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{opened}; import app.compact, app.compact.search, app.places; app.places.load()"],
        cwd=paths.resources().parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
