"""The rules of architecture and style that neither ruff nor import-linter can say.

Each rule takes the sources it is about and tells what breaks it, one line for each place.
"""

from __future__ import annotations

import ast
import gc
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TypeVar

LONGEST_MODULE, LONGEST_CLASS, LONGEST_FUNCTION = 300, 250, 50
PLACELESS_NAMES = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "manager"})
PLACELESS_ENDINGS = ("Manager", "Helper", "Controller", "Handler")
FLOOR_ZERO_PACKAGES = frozenset({"app", "babel", "platformdirs"})
"""Beyond the standard library; platformdirs tells `app.paths` where a system keeps settings."""

ABOUT_THE_WHOLE = frozenset({"test_architecture", "test_planted_violations", "test_dev"})
"""Tests of the project itself; every other test file mirrors a module."""
KINDS_OF_TEST = frozenset({"journeys", "screens", "documents", "formats", "stores", "simulator", "faults"})
"""Folders of tests that cross rooms (quality.md)."""

MAY_SKIP = "tests/samples.py"
"""The one place that may skip a test, with a reason on screen: the sample files lie beside the repository."""

_NOT_OURS = frozenset({"__pycache__", "out", "build", "dist"})
_NOT_READ = ("*.svg", "resources/fonts/*", "resources/places/*")
_OF_ONE_MACHINE = re.compile(r"(?:^|[^A-Za-z0-9_.])/(?:work|tmp|root)/[A-Za-z0-9]")
_OF_A_REGISTRY = re.compile(r"(?:pypi|pythonhosted|npmjs)[.](?:org|com)|index[-]url|/simple[/]|\bregistry[.][a-z]")
_NOT_IN_TESTS = re.compile(
    r"pytest[.](?:skip|xfail|importorskip)|mark[.](?:skip|xfail)|[.]sleep\(|qWait\("
    r"|(?:patch|monkeypatch[.]setattr)\(\s*f?['\"]app[.]|unittest[ ]import[ ]mock|unittest[.]mock"
)

Node = TypeVar("Node", ast.ClassDef, ast.FunctionDef)


@dataclass(frozen=True)
class Source:
    """One Python file: where it is, seen from the top folder, and what it says."""

    path: PurePosixPath
    text: str = field(repr=False)
    tree: ast.Module = field(repr=False)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Everything in the tree; walked once for all rules."""
        return tuple(ast.walk(self.tree))

    def at(self, node: ast.stmt, complaint: str) -> str:
        """The complaint with the place it is about."""
        return f"{self.path}:{node.lineno}: {complaint}"


def sources(top: Path, folder: str) -> tuple[Source, ...]:
    """Every Python file of a folder, sorted by path."""
    found = (path for path in sorted((top / folder).rglob("*.py")) if not _NOT_OURS & set(path.parts))
    gc.disable()  # a tree has no garbage, and looking through ever more of it takes most of the time
    try:
        return tuple(_source(top, path) for path in found)
    finally:
        gc.enable()


def _source(top: Path, path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(PurePosixPath(path.relative_to(top).as_posix()), text, ast.parse(text, str(path)))


def placeless_modules(code: Iterable[Source]) -> list[str]:
    """A module or folder whose name says that its content has no place yet."""
    return [
        f"{source.path}: a name without a place"
        for source in code
        if PLACELESS_NAMES & {part.removesuffix(".py").strip("_") for part in source.path.parts}
    ]


def placeless_classes(code: Iterable[Source]) -> list[str]:
    """A class that manages, helps, controls or handles: it has no subject of its own."""
    return [
        source.at(node, f"class {node.name} ends in a name without a subject")
        for source, node in _nodes(code, ast.ClassDef)
        if node.name.endswith(PLACELESS_ENDINGS)
    ]


def long_modules(code: Iterable[Source]) -> list[str]:
    """A module of more than 300 lines."""
    counted = ((source, source.text.count("\n")) for source in code)
    return [f"{source.path}: {lines} lines" for source, lines in counted if lines > LONGEST_MODULE]


def long_classes(code: Iterable[Source]) -> list[str]:
    """A class of more than 250 lines."""
    return [
        source.at(node, f"class {node.name} has {_lines(node)} lines")
        for source, node in _nodes(code, ast.ClassDef)
        if _lines(node) > LONGEST_CLASS
    ]


def long_functions(code: Iterable[Source]) -> list[str]:
    """A function of more than 50 lines."""
    return [
        source.at(node, f"function {node.name} has {_lines(node)} lines")
        for source, node in _nodes(code, ast.FunctionDef)
        if _lines(node) > LONGEST_FUNCTION
    ]


def untold_methods(code: Iterable[Source]) -> list[str]:
    """A public method of the window without a docstring; overrides of Qt, in Qt's camelCase, need none."""
    return [
        source.at(method, f"{owner.name}.{method.name} has no docstring")
        for source, owner in _nodes(code, ast.ClassDef)
        if not owner.name.startswith("_")
        for method in owner.body
        if isinstance(method, ast.FunctionDef) and _is_ours_and_public(method) and not ast.get_docstring(method)
    ]


def foreign_imports_of_floor_zero(code: Iterable[Source]) -> list[str]:
    """A module of floor 0 that needs more than the standard library and Babel."""
    allowed = FLOOR_ZERO_PACKAGES | sys.stdlib_module_names
    return [
        f"{source.path}: imports {name}"
        for source in code
        if len(source.path.parts) == 2 and source.path.stem not in ("main", "__main__", "__init__")
        for name in sorted(_imported_packages(source.tree) - allowed)
    ]


def features_without_a_place(code: Iterable[Source], pyproject: str) -> list[str]:
    """A folder of the window that the contract about features does not name."""
    contracts = tomllib.loads(pyproject)["tool"]["importlinter"]["contracts"]
    layers = " ".join(next(one for one in contracts if one.get("containers") == ["app.ui"])["layers"])
    folders = {source.path.parts[2] for source in code if len(source.path.parts) > 3}
    return [f"app/ui/{name}: not named in the contract" for name in sorted(folders - set(re.findall(r"\w+", layers)))]


def tests_without_a_module(tests: Iterable[Source], top: Path) -> list[str]:
    """A test file that mirrors no module of the app and is not about the whole."""
    return [
        f"{source.path}: no such module in app"
        for source in tests
        if source.path.stem.startswith("test_") and not _mirrors(source.path, top)
    ]


def dishonest_tests(tests: Iterable[Source]) -> list[str]:
    """A test that is skipped, expected to fail, sleeps, or replaces our own code."""
    return [
        f"{source.path}:{number}: {line.strip()}"
        for source in tests
        if source.path.as_posix() != MAY_SKIP
        for number, line in enumerate(source.text.splitlines(), 1)
        if _NOT_IN_TESTS.search(line)
    ]


def names_of_one_machine(top: Path) -> list[str]:
    """A text file that names a package registry, or a path of the machine it was written on."""
    return [
        f"{path.relative_to(top).as_posix()}:{number}: {line.strip()[:80]}"
        for path in _text_files(top)
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if _OF_ONE_MACHINE.search(line) or _OF_A_REGISTRY.search(line)
    ]


def _nodes(code: Iterable[Source], kind: type[Node]) -> Iterator[tuple[Source, Node]]:
    return ((source, node) for source in code for node in source.nodes if isinstance(node, kind))


def _lines(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _is_ours_and_public(method: ast.FunctionDef) -> bool:
    is_an_override = method.name != method.name.lower()
    is_a_setter = any(isinstance(mark, ast.Attribute) and mark.attr == "setter" for mark in method.decorator_list)
    return not (method.name.startswith("_") or is_an_override or is_a_setter)


def _imported_packages(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}


def _mirrors(test: PurePosixPath, top: Path) -> bool:
    if len(test.parts) == 2 and test.stem in ABOUT_THE_WHOLE:
        return True
    if test.parts[1] in KINDS_OF_TEST:
        return True
    module = top.joinpath("app", *test.parts[1:-1], test.stem.removeprefix("test_"))
    return module.with_suffix(".py").is_file() or module.is_dir()


def _text_files(top: Path) -> Iterator[Path]:
    """What is ours: no environment, no cache, no results, no picture, font or gazetteer."""
    for path in sorted(top.rglob("*")):
        place = path.relative_to(top)
        is_hidden = place.parts[0].startswith(".") and place.parts[0] not in (".ci", ".gitignore", ".gitattributes")
        if is_hidden or _NOT_OURS & set(place.parts) or any(place.match(pattern) for pattern in _NOT_READ):
            continue
        if path.is_file() and b"\0" not in path.read_bytes()[:4096]:
            yield path
