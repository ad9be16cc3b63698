"""Gathers from the code what the help says of pages, settings, commands, problems and errors.

Problems are found by reading `app/domain/checks` and the fields of records, errors by importing every module.
"""

from __future__ import annotations

import ast
import json
import pkgutil
from collections.abc import Iterable, Iterator
from functools import lru_cache
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
from docs import sentences

TARGET = paths.resources() / gathered.FILE
Told = list[dict[str, str]]
REASONS = (
    "app/*.py",
    *(f"app/{room}/**/*.py" for room in ("compact", "domain", "intake", "places", "privacy", "services")),
    *(f"app/{room}/**/*.py" for room in ("storage", "sync", "vault", "reports/exchange")),
)
"""Where sentences stand that say what is with a row, a text, a file, a laptop; each is gathered."""
NO_REASONS = {
    "app/domain/checks/*.py": "problems, gathered as such",
    "app/domain/records/*.py": "the help of a field, which stands under it",
    "app/domain/shared/entries/*.py": "questions and labels of documents",
    "app/domain/wording.py": "words of documents",
    "app/domain/picture/*.py": "words of the picture and its documents",
    "app/ui/overview/*.py": "what to do next, in its own words",
    "app/services/canaries/*.py": "planted for tests",
    "app/services/demonstration/*.py": "said by organisations that were made up",
    "app/services/feedback/kiosk.py": "asked on the kiosk, and written into messages",
    "app/services/opening/changes.py": "said of what a person just did",
    "app/services/paper/blank_sheets.py": "printed on paper",
    "app/services/records/authority_letter.py": "a letter",
}
"""Modules among them whose sentences explain nothing, and why."""
FACES = ("app/ui/**/*.py", "app/cli/**/*.py")
"""Where those count that are said in a tone of something wrong."""
TOP = Path(app.__file__).resolve().parent.parent


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


@lru_cache(maxsize=1)
def errors() -> Told:
    """Every expected failure that has a sentence of its own, by module."""
    application.build()  # first, as commands stand in the order in which they were declared
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
        for code, level, words in sentences.of_problems(_tree(path)):
            found.setdefault((code, words), level)
    missing = (one.missing for kind in KINDS.values() for one in rules(kind) if one.missing)
    found.update({("missing", words): "blocking" for words in missing})
    return [{"code": code, "words": words, "place": level} for (code, words), level in sorted(found.items())]


def beside(top: Path = TOP) -> Told:
    """Every other sentence that the window puts beside a field, of what was typed and is of no record."""
    said = {one["words"] for one in (*errors(), *problems())}
    found = (
        (path, sentences.beside_fields(_tree(path))) for path in sentences.modules(top, FACES, (sentences.BESIDE,))
    )
    return _each(top, found, said)


def reasons(top: Path = TOP) -> Told:
    """Every sentence that is not the message of an error and says what is not as it should be, and why."""
    said = {one["words"] for one in (*errors(), *problems(), *beside(top))}
    without = sentences.modules(top, NO_REASONS)
    rooms = sentences.modules(top, REASONS, [f"{mark}(" for mark in sentences.MARKS])
    faces = sentences.modules(top, FACES, (*(f'"{one}"' for one in sentences.WRONG), *sentences.REFUSALS))
    found = [(path, iter(sentences.whole(_tree(path)))) for path in rooms if path not in without]
    found += [(path, sentences.of_wrong(_tree(path))) for path in faces if path not in without]
    return _each(top, found, said)


def _each(top: Path, found: Iterable[tuple[Path, Iterator[str]]], said: set[str]) -> Told:
    """Each sentence once, with the first module that says it."""
    told: dict[str, str] = {}
    for path, words in found:
        for one in words:
            if one not in said:
                told.setdefault(one, sentences.place(path, top))
    return [{"code": "", "words": words, "place": where} for words, where in told.items()]


@lru_cache(maxsize=2048)
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _below(kind: type[GroundworkError]) -> Iterator[type[GroundworkError]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
