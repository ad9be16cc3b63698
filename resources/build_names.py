"""Make `resources/names/names.tsv.gz`, the names that the text scan knows, from a pinned package and `own.txt`.

    pip download --no-deps faker==40.54.0
    python resources/build_names.py faker-40.54.0-py3-none-any.whl

The package is refused unless its SHA-256 is the one below; its modules are read, never run. Only names in Latin,
Arabic, Cyrillic and Chinese letters are kept, folded for matching. A name that is also a word of our own catalogues
and texts, a month, a country, or a place of the gazetteer is marked: it counts only beside another sign of a name.
The words themselves are kept too: a word that is in no list of names is none.
Written twice from the same package and texts, the file is the same byte for byte.
"""

from __future__ import annotations

import ast
import gzip
import hashlib
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from babel import Locale  # noqa: E402

from app.folding import fold  # noqa: E402
from app.places import load  # noqa: E402

OUT = HERE / "names"
PACKAGE = ("PyPI faker", "40.54.0", "MIT")
SHA256 = "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7"
PROVIDER = re.compile(r"faker/providers/person/(\w+)/__init__\.py")
LEFT_OUT = frozenset({"", "en", "ga_IE", "is_IS", "en_IE", "de_AT", "pl_PL", "ja_JP", "et_EE", "sk_SK", "hr_HR"})
"""Languages of few people on the move, and the list that holds any English word somebody was once called by."""
GIVEN, FAMILY, WORD = "g", "f", "w"
LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
NAME = re.compile("[a-z\u0400-\u04ff]{3,}(?: [a-z]{3,})?|[\u0620-\u064a]{3,}|[\u4e00-\u9fff]{1,5}")
SMALL = re.compile("[a-z\u0400-\u04ff]{3,}")
LETTERS = re.compile(r"[^\W\d_]+")


def main(wheel: Path) -> None:
    """Write the names and where they come from."""
    content = wheel.read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        sys.exit(f"{wheel.name} is not the package that was checked; nothing was written.")
    marks: dict[str, set[str]] = defaultdict(set)
    for name, mark in (*_of_package(wheel), *_own()):
        folded = " ".join(fold(name).split())
        if NAME.fullmatch(folded):
            marks[folded].add(mark)
    words = _words()
    for name in marks:
        if name in words:
            marks[name].add(WORD)
    marks.update((word, {WORD}) for word in words if word not in marks and SMALL.fullmatch(word))
    text = "".join(
        f"{name}\t{''.join(sorted(found))}\n"
        for name, found in sorted(marks.items())
        if found != {WORD} or SMALL.fullmatch(name)
    )
    data = gzip.compress(text.encode(), compresslevel=9, mtime=0)
    (OUT / "names.tsv.gz").write_bytes(data)
    own = hashlib.sha256(data).hexdigest()
    head = "file\tpackage\tversion\tlicence\tpackage sha256\tfile sha256"
    lines = [
        head,
        "\t".join(("names.tsv.gz", *PACKAGE, SHA256, own)),
        "own.txt\twritten for this project\t\tApache-2.0",
    ]
    (OUT / "SOURCES.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def _of_package(wheel: Path) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(wheel) as archive:
        for path in sorted(archive.namelist()):
            found = PROVIDER.fullmatch(path)
            if found and found[1] not in LEFT_OUT:
                yield from _of_module(ast.parse(archive.read(path)))


def _of_module(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        called = node.targets[0].id
        mark = GIVEN if re.search("first_name|middle|given", called) else FAMILY if "last_name" in called else ""
        if mark and not re.search("format|kana|romanized", called):
            for part in ast.walk(node.value):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value, mark


def _own() -> Iterator[tuple[str, str]]:
    for line in (OUT / "own.txt").read_text("utf-8").splitlines():
        kind, _space, names = line.partition(" ")
        if kind in ("given", "family", "word", "sound"):
            yield from ((name, kind[0]) for name in names.split())


def _words() -> frozenset[str]:
    """Words of our texts that are no names: in small letters, or in a script that has none."""
    top = HERE.parent
    files = [
        *(top / "translations").rglob("*.po"),
        *(HERE / "compact").rglob("*.json"),
        *(HERE / "words").glob("*.txt"),
    ]
    found: set[str] = set()
    for path in sorted(files):
        letters = LETTERS.findall(path.read_text("utf-8"))
        found.update(fold(word) for word in letters if not word[0].isupper())
    gazetteer = load()
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for names in (
            locale.territories,
            locale.languages,
            locale.months["format"]["wide"],
            locale.days["format"]["wide"],
        ):
            found.update(fold(str(name)) for name in names.values())
    for country in gazetteer.listed():
        found.update(fold(place.name) for place in gazetteer.children(gazetteer.place(country)))
    return frozenset(found)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
