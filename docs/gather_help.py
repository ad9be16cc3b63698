"""Gathers from the code what the help says of pages, settings, commands, problems and errors.

Problems are found by reading `app/domain/checks` and the fields of records, errors by importing every module.
"""

from __future__ import annotations

import ast
import json
import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

import app
from app import paths
from app.cli import application
from app.cli.declaring import DECLARED
from app.domain import checks
from app.domain.records import KINDS, rules
from app.errors import GroundworkError
from app.manual import gathered
from app.ui.pages import PAGES
from app.ui.settings.table import SETTINGS

TARGET = paths.resources() / gathered.FILE
Told = list[dict[str, str]]
REASONS = (
    "app/intake/*.py",
    "app/services/coordinating/fetching.py",
    "app/services/coordinating/receiving.py",
    "app/services/opening/placing.py",
    "app/services/opening/reference_packs.py",
    "app/services/records/undoing.py",
    "app/services/submitting/checklist.py",
    "app/services/submitting/findings.py",
    "app/services/submitting/redrawing.py",
    "app/services/syncing/*.py",
)
"""Where sentences stand that say, of one row, text, file or laptop, what is with it; no error ends a job there."""
_TOP = Path(app.__file__).resolve().parent.parent


def text() -> str:
    """The whole file."""
    told = {
        "pages": [{"name": one.name, "words": one.title} for one in PAGES if one.exists()],
        "settings": [{"name": one.name, "words": one.title} for one in SETTINGS],
        "commands": commands(),
        "problems": problems(),
        "beside": beside(),
        "errors": errors(),
        "reasons": reasons(),
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def commands() -> Told:
    """Every declared command, as it is typed."""
    application.build()
    return [{"name": f"{one.within} {one.name}".strip(), "words": one.help} for one in DECLARED]


def errors() -> Told:
    """Every expected failure that has a sentence of its own, by module."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if module.name != "app.__main__":
            import_module(module.name)
    found = {(one.__module__, one.__name__): one.message for one in (GroundworkError, *_below(GroundworkError))}
    shipped = {place: words for place, words in found.items() if place[0].startswith("app.")}
    return [{"code": name, "words": words, "place": place} for (place, name), words in sorted(shipped.items())]


def problems() -> Told:
    """Every sentence of the checks with the code of its problem, and what is said where a field is empty."""
    found: dict[tuple[str, str], str] = {}
    for path in sorted(Path(checks.__file__).parent.glob("*.py")):
        for code, level, words in _problems(ast.parse(path.read_text("utf-8"))):
            found.setdefault((code, words), level)
    missing = (one.missing for kind in KINDS.values() for one in rules(kind) if one.missing)
    found.update({("missing", words): "blocking" for words in missing})
    return [{"code": code, "words": words, "place": level} for (code, words), level in sorted(found.items())]


def beside() -> Told:
    """Every other sentence that the window puts beside a field, of what was typed and is of no record."""
    said = {one["words"] for one in (*errors(), *problems())}
    found: dict[str, str] = {}
    for path in sorted(_TOP.glob("app/ui/**/*.py")):
        place = ".".join(path.relative_to(_TOP).with_suffix("").parts)
        found.update({words: place for words in _set_problems(ast.parse(path.read_text("utf-8"))) if words not in said})
    return [{"code": "", "words": words, "place": place} for words, place in found.items()]


def reasons() -> Told:
    """Every sentence of the modules above that is not the message of an error."""
    said = {one["words"] for one in errors()}
    found: list[dict[str, str]] = []
    for path in sorted(path for pattern in REASONS for path in _TOP.glob(pattern)):
        place = ".".join(path.relative_to(_TOP).with_suffix("").parts)
        for words in dict.fromkeys(_sentences([ast.parse(path.read_text("utf-8"))], [], 0)):
            if words.endswith(".") and words not in said:
                found.append({"code": "", "words": words, "place": place})
    return found


def _below(kind: type[GroundworkError]) -> Iterator[type[GroundworkError]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def _problems(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """(code, level, sentence) of every `Problem(...)`; a name stands for what was given to it last before."""
    given = _given(tree)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Problem":
            code, level, _field, words = call.args[:4]
            for one in dict.fromkeys(_sentences([words], given, call.lineno)):
                yield ast.literal_eval(code), ast.unparse(level).rpartition(".")[2].lower(), one


def _set_problems(tree: ast.Module) -> Iterator[str]:
    """The sentences given to a `set_problem`, as they stand or by a name."""
    given = _given(tree)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "set_problem":
            yield from _sentences(call.args, given, call.lineno)


def _given(tree: ast.Module) -> list[ast.Assign | ast.AnnAssign]:
    found = (one for one in ast.walk(tree) if isinstance(one, ast.Assign | ast.AnnAssign))
    return sorted(found, key=lambda one: one.lineno)


def _sentences(parts: Iterable[ast.AST], given: list[ast.Assign | ast.AnnAssign], line: int) -> Iterator[str]:
    for node in (inner for part in parts for inner in ast.walk(part)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("N_", "_"):
            yield from (one.value for one in node.args[:1] if isinstance(one, ast.Constant))
        if name := _name(node):
            named = [one for one in given if name in _names(one) and one.value is not None]
            before = [one for one in named if one.lineno <= line] or named
            yield from _sentences([one.value for one in before[-1:] if one.value], given, line)


def _name(node: ast.AST) -> str:
    """What a name, or a constant of a class, is called."""
    constant = node.attr if isinstance(node, ast.Attribute) and node.attr.isupper() else ""
    return node.id if isinstance(node, ast.Name) else constant


def _names(given: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = given.targets if isinstance(given, ast.Assign) else [given.target]
    return {one.id for one in targets if isinstance(one, ast.Name)}
