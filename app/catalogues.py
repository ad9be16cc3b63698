"""Catalogues of sentences: where they lie, what is usable of them, and how much of the program they translate.

Ours are checked before they ship; one that somebody dropped in is not, so a sentence that lost a field, or has one
too many, counts as not translated, and a file that is no catalogue translates nothing. None of them stops the program.
"""

from __future__ import annotations

import codecs
import gettext
import hashlib
import io
import json
import re
import string
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from app import locales, paths

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

ENGLISH = "en"
"""The language of the code itself."""
WHOLE = frozenset({"fr", "es", "ar", "ru", "zh"})
"""Those of ours that ship only when all of them is translated; any other says how far it is, wherever it lies."""
FILE = "groundwork.po"
NEARLY_WHOLE = 90
"""Below this many of a hundred sentences a language says how far it is."""
_EMPTY = (b"", 0)
_OWN_NAME = re.compile(rb'^"X-Language-Name: *([^"\\\r\n]{1,60}?) *(?:\\n)?"\r?$', re.MULTILINE)
_TOO_MANY_FORMS = re.compile(rb"nplurals *= *\d{2}")
_COUNTED = 1_000
"""Up to here a rule for plural forms is tried before it is believed."""
_NO_RULE = [("Plural-Forms", "nplurals=2; plural=(n != 1);")]


def codes() -> set[str]:
    """The languages that have a catalogue."""
    return {path.parent.parent.name for folder in _folders() for path in folder.glob(f"*/LC_MESSAGES/{FILE}")}


def source(code: str) -> bytes:
    """The catalogue of a language as written, this person's before ours; empty where there is none, as of English."""
    if code == ENGLISH:
        return b""
    found = [folder / code / "LC_MESSAGES" / FILE for folder in _folders()]
    return next((path.read_bytes().removeprefix(codecs.BOM_UTF8) for path in found if path.exists()), b"")


def compiled(code: str) -> bytes:
    """The catalogue in gettext's binary form; empty where there is none, or none that can be read."""
    return _made(source(code), code)[0]


def percentage(code: str) -> int:
    """How many of a hundred sentences of the program are translated, rounded down; of ours a test keeps all."""
    if code == ENGLISH:
        return 100
    return _made(source(code), code)[1]


def own_name(code: str) -> str:
    """What the translators call their language in itself, in the header `X-Language-Name`; mostly they say nothing."""
    found = _OWN_NAME.search(source(code)[:10_000])
    return found[1].decode("utf-8", "replace") if found else ""


def _folders() -> tuple[Path, ...]:
    """Where catalogues lie: those this person dropped in, then those of the program."""
    return paths.config() / "translations", paths.translations()


def _shipped(code: str) -> bytes:
    """One of the program itself."""
    path = paths.translations() / code / "LC_MESSAGES" / FILE
    return path.read_bytes() if path.exists() else b""


@lru_cache(maxsize=16)
def _made(kept: bytes, code: str) -> tuple[bytes, int]:
    """The binary form and the percentage, made once and kept in the cache folder."""
    if not kept:
        return _EMPTY
    name = f"{code}-{hashlib.sha256(kept + _template()).hexdigest()[:20]}"
    folder = paths.cache() / "catalogues"
    binary, told = folder / f"{name}.mo", folder / f"{name}.json"
    if binary.exists() and told.exists():
        return binary.read_bytes(), int(json.loads(told.read_text("utf-8")))
    made = _compile(kept, code)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, content in ((binary, made[0]), (told, json.dumps(made[1]).encode())):
            fresh = path.with_suffix(".new")
            fresh.write_bytes(content)
            fresh.replace(path)
    except OSError:
        pass  # a cache that cannot be written costs time, nothing else
    return made


def _compile(kept: bytes, code: str) -> tuple[bytes, int]:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    if _TOO_MANY_FORMS.search(kept[:10_000]):
        return _EMPTY
    locale = locales.data_for(code)
    try:
        found = read_po(io.BytesIO(kept), locale=locale, abort_invalid=True)
        template = () if code in WHOLE and kept == _shipped(code) else read_po(io.BytesIO(_template()))
        found.locale = locale  # whatever its header says: without data of a language Babel drops its plural forms
    except (PoFileError, ValueError, LookupError):
        return _EMPTY
    usable = _without_broken(found, counts=_counts(found))
    wanted = [message for message in template if message.id]
    told = sum(1 for message in wanted if _key(message) in usable) * 100 // len(wanted) if wanted else 100
    made = io.BytesIO()
    write_mo(made, found)
    return made.getvalue(), told


def _counts(found: Catalog) -> bool:
    """Whether its rule for plural forms can be followed; one that cannot gives way to that of English."""
    try:
        rule = gettext.c2py(found.plural_expr)
        if all(0 <= rule(count) < found.num_plurals for count in range(_COUNTED)):
            return True
    except (ValueError, ArithmeticError):
        pass
    found.mime_headers = _NO_RULE
    return False


def _without_broken(found: Catalog, *, counts: bool) -> set[tuple[str, str | None]]:
    """Empty what could not be shown, among it what counts where there is no rule for it; what can be is named."""
    usable = set()
    for message in found:
        if not message.id:
            continue
        if _fits(message) and not message.fuzzy and (counts or isinstance(message.id, str)):
            usable.add(_key(message))
        else:
            message.string = ("",) * len(message.string) if isinstance(message.string, tuple) else ""
    return usable


def _key(message: Message) -> tuple[str, str | None]:
    return _forms(message.id)[0], message.context


def _fits(message: Message) -> bool:
    """Whether every form is there and asks for nothing that its sentence does not give."""
    sources, texts = _forms(message.id), _forms(message.string)
    try:
        given = {name for source in sources for name in _fields(source)}
        return all(text and set(_fields(text)) <= given for text in texts)
    except ValueError:
        return False


def _forms(told: str | Sequence[str] | None) -> tuple[str, ...]:
    return (told or "",) if isinstance(told, str) or told is None else tuple(told)


def _fields(text: str) -> Iterator[str]:
    return (name for _text, name, _format, _conversion in string.Formatter().parse(text) if name is not None)


@lru_cache(maxsize=1)
def _template() -> bytes:
    path = paths.translations() / "groundwork.pot"
    return path.read_bytes() if path.exists() else b""
