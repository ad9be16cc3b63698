"""Reads modules for the sentences in them that are marked for translation, without running anything."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

MARKS = ("N_", "_", "ngettext", "pgettext")
"""Of several texts in one call the first stands in the catalogue: of a plural the singular, after the context."""
WRONG = ("bad", "warn")
"""The tones in which the window says that something is not as it should be."""
REFUSALS = ("BadParameter", "complain")
"""How a command says so."""
BESIDE = "set_problem"
"""How a form says what is with a field."""
_FEWEST_WORDS = 3


def modules(top: Path, patterns: Iterable[str], holding: Iterable[str] = ("",)) -> list[Path]:
    """The modules below `top` that these patterns name and that hold one of these words, each once."""
    found = sorted({path for pattern in patterns for path in top.glob(pattern)})
    return [path for path in found if any(word in text for text in [path.read_text("utf-8")] for word in holding)]


def place(path: Path, top: Path) -> str:
    """What a module is called."""
    return ".".join(path.relative_to(top).with_suffix("").parts)


def whole(tree: ast.Module) -> list[str]:
    """Every whole sentence of a module, each once."""
    return [text for text in dict.fromkeys(of([tree], [], 0)) if text.endswith(".")]


def of_problems(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """(code, level, sentence) of every `Problem(...)`; a name stands for what was given to it last before."""
    known = given(tree)
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Problem":
            code, level, _field, words = call.args[:4]
            for one in dict.fromkeys(of([words], known, call.lineno)):
                yield ast.literal_eval(code), ast.unparse(level).rpartition(".")[2].lower(), one


def beside_fields(tree: ast.Module) -> Iterator[str]:
    """The sentences given to a `set_problem`, as they stand or by a name."""
    calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and _called(one) == BESIDE]
    known = given(tree) if calls else []
    for call in calls:
        yield from of(call.args, known, call.lineno)


def of_wrong(tree: ast.Module) -> Iterator[str]:
    """What is said in a tone of something wrong, or as a refusal; chips of a word or two are none."""
    wrong = [one for one in ast.walk(tree) if isinstance(one, ast.Call | ast.Tuple) and _is_wrong(one)]
    known = given(tree) if wrong else []
    for node in wrong:
        for text in of(_inside(node), known, node.lineno):
            if len(text.split()) >= _FEWEST_WORDS:
                yield text


def of(parts: Iterable[ast.AST], known: list[ast.Assign | ast.AnnAssign], line: int) -> Iterator[str]:
    """Every marked text in these parts; a name stands for what was given to it last before this line."""
    for node in (inner for part in parts for inner in ast.walk(part)):
        if isinstance(node, ast.Call) and _called(node) in MARKS:
            first = 1 if _called(node) == "pgettext" else 0
            yield from (str(one.value) for one in node.args[first : first + 1] if isinstance(one, ast.Constant))
        if name := _name(node):
            named = [one for one in known if name in _names(one) and one.value is not None]
            before = [one for one in named if one.lineno <= line] or named
            nearest = before[-1:] if before else []
            rest = [one for one in known if one not in nearest and one.lineno < (nearest[0].lineno if nearest else 0)]
            yield from of([one.value for one in nearest if one.value], rest, line)


def given(tree: ast.Module) -> list[ast.Assign | ast.AnnAssign]:
    """What is given to names, in the order of lines."""
    found = (one for one in ast.walk(tree) if isinstance(one, ast.Assign | ast.AnnAssign))
    return sorted(found, key=lambda one: one.lineno)


def _is_wrong(node: ast.Call | ast.Tuple) -> bool:
    if any(isinstance(one, ast.Constant) and one.value in WRONG for one in _inside(node)):
        return True
    return isinstance(node, ast.Call) and _called(node) in REFUSALS


def _inside(node: ast.Call | ast.Tuple) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [*node.args, *(one.value for one in node.keywords)]


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _name(node: ast.AST) -> str:
    """What a name, or a constant of a class, is called."""
    constant = node.attr if isinstance(node, ast.Attribute) and node.attr.isupper() else ""
    return node.id if isinstance(node, ast.Name) else constant


def _names(given: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = given.targets if isinstance(given, ast.Assign) else [given.target]
    return {one.id for one in targets if isinstance(one, ast.Name)}
