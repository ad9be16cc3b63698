"""Names that people gave are isolated where they are put into a sentence, so that no direction disturbs another."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import app
from app.errors import GroundworkError
from app.i18n import Translation, isolate

HERE = Path(app.__file__).parent
GIVEN = frozenset(
    ("name", "title", "who", "organisation", "coordinator", "people", "person", "partner", "text", "comment")
    + ("question", "file", "folder", "value", "before", "after", "office", "note")
)
"""Fields of sentences that hold what people wrote."""
SETS_APART = ("isolate", "in_path", "_quoted", "set_apart")
HEARD = frozenset({"setAccessibleName", "setAccessibleDescription"})
"""What is heard has no direction."""
ROOMS = {
    "cli": "lines for scripts and for copying, where a mark would become part of a name; a terminal arranges its lines",
    "bench": "measured in English",
}
FOR = {
    "domain/picture/words.py": "states of our own, in the language of the sentence",
    "domain/wording.py": "names of objectives, in the language of the sentence",
    "intake/cells/results.py": "a repr for developers",
    "ui/picture/chart_cards.py": "a title of our own, in the language of the sentence",
    "reports/exchange/iati_checks.py": "names of elements and values of a file, for whoever mends it",
    "reports/pdf/faces.py": "names of font files",
    "reports/sheets/pledge.py": "the name of a section, translated",
    "services/demonstration/samples.py": "invented organisations in English",
    "services/records/authority_letter.py": "alone at the end of a line of a letter",
    "reports/national_movement.py": "numbers",
    "services/paper/blank_sheets.py": "questions of our own, in the language of the sheet",
    "services/submitting/findings.py": "the pattern of a search, not a sentence",
    "ui/importing/asking.py": "the name of a file, where a mark would become part of it",
    "ui/importing/journey.py": "the name of a step, translated",
    "ui/inbox/reading.py": "a sentence of our own about people reached",
    "ui/widgets/record/attachment_card.py": "isolated where the values are taken",
    "ui/inbox/summary.py": "headings of our own, translated",
    "ui/inbox/decision_bar.py": "a comment that goes on, each part a sentence of its own in an edit field",
    "ui/objectives/wording.py": "names of objectives, in the language of the sentence",
    "ui/objectives/row.py": "names of objectives, in the language of the sentence",
    "ui/overview/count_card.py": "the name of a figure, translated",
    "ui/picture/listed.py": "the name of a table, translated",
    "ui/shell/commands.py": "names of languages and themes, alone after a colon",
    "ui/shell/finding.py": "names of objectives, in the language of the sentence",
    "ui/submissions/journey_words.py": "the name of a step, translated",
    "ui/widgets/charts/bars.py": "heard, not seen",
    "ui/widgets/charts/heat_tile.py": "heard, not seen",
    "ui/widgets/banner.py": "heard, not seen",
    "ui/widgets/fields/objectives_field.py": "names of objectives, in the language of the sentence",
    "ui/words/choices.py": "names of objectives, in the language of the sentence",
    "ui/words/offers.py": "isolated where it is in another language than the sentence",
}
"""Where a field of such a name holds nothing that disturbs, and why."""


def test_what_people_wrote_is_isolated_in_every_sentence() -> None:
    bare: dict[str, list[str]] = {}
    for path in sorted(HERE.rglob("*.py")):
        place = path.relative_to(HERE)
        if place.parts[0] not in ROOMS and (found := list(_bare(ast.parse(path.read_text("utf-8"))))):
            bare[place.as_posix()] = found
    assert {place: found for place, found in bare.items() if place not in FOR} == {}
    assert set(FOR) - set(bare) == set(), "no reason is needed any more"


def test_a_failure_sets_apart_what_it_names_where_directions_meet() -> None:
    class LostError(GroundworkError):
        message = "“{name}” is lost, {count} times."

    lost = LostError(name="report (2).pdf", count=3)
    assert lost.sentence(Translation("en")) == "“report (2).pdf” is lost, 3 times."
    assert isolate("report (2).pdf") in lost.sentence(Translation("ar"))
    assert isolate("تقرير 2") in LostError(name="تقرير 2", count=3).sentence(Translation("fr"))
    assert LostError(name="تقرير", count=3).sentence(Translation("ar")).startswith("“تقرير”")


def _bare(tree: ast.Module) -> Iterator[str]:
    heard = {id(inner) for call in _calls(tree, HEARD) for inner in ast.walk(call)}
    for scope in ast.walk(tree):
        if not isinstance(scope, ast.FunctionDef):
            continue
        apart = _set_apart_in(scope)
        for call in _calls(scope, frozenset({"format"})):
            for given in call.keywords:
                is_bare = given.arg in GIVEN and not isinstance(given.value, ast.Constant)
                if is_bare and id(call) not in heard and not _is_apart(given.value, apart):
                    yield f"{call.lineno}: {given.arg}={ast.unparse(given.value)}"


def _calls(tree: ast.AST, names: frozenset[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in names:
            yield node


def _set_apart_in(scope: ast.FunctionDef) -> set[str]:
    """Variables of a function that hold something isolated."""
    found: set[str] = set()
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None and _is_apart(node.value, found):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}
    return found


def _is_apart(value: ast.expr, known: set[str]) -> bool:
    written = ast.unparse(value)
    names = {node.id for node in ast.walk(value) if isinstance(node, ast.Name)}
    return any(f"{word}(" in written for word in SETS_APART) or bool(names & known)
