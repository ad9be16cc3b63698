"""What people hand over on the command line: periods, moments, lists, files; each refused with its reason."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from app import i18n
from app.errors import GroundworkError
from app.i18n import N_, _
from app.settings import PAPERS

if TYPE_CHECKING:
    from app.domain.shared import Audience
    from app.domain.terms import Period


class InputUnreadableError(GroundworkError):
    """The file is not there, is a folder, or may not be opened."""

    message = N_("“{name}” cannot be read. Is it there, and may you open it?")


class InputNotJsonError(GroundworkError):
    """The file is no JSON, or another shape than the command needs."""

    message = N_("“{name}” is not what this command needs: {needed}.")


class InputNotTextError(InputNotJsonError):
    """The file is no text, or is written in older letters than UTF-8, so that words would be read wrongly."""


def period(text: str) -> Period:
    """`2026-07..2026-09`; anything else is wrong usage."""
    from app.domain.terms import Period

    try:
        return Period.parse(text)
    except ValueError as failure:
        sentence = _("“{text}” is not a period. Write it like 2026-07..2026-09.")
        raise typer.BadParameter(sentence.format(text=text)) from failure


def audience(text: str) -> Audience:
    """`own`, `coordinator`, `peers` or `public`; anything else is wrong usage."""
    from app.domain.shared import Audience

    if text not in list(Audience):
        sentence = _("“{text}” is not an audience. Choose own, coordinator, peers or public.")
        raise typer.BadParameter(sentence.format(text=text))
    return Audience(text)


def paper(name: str, sizes: Sequence[str] = PAPERS) -> str:
    """One of these sizes of paper, in large or small letters; anything else is wrong usage."""
    found = next((one for one in sizes if one.casefold() == name.casefold()), "")
    if not found:
        sentence = _("“{name}” is not a size of paper that there is. Choose one of: {sizes}.")
        raise typer.BadParameter(sentence.format(name=name, sizes=", ".join(sizes)))
    return found


def moment(text: str) -> datetime | None:
    """`2026-10-31T12:00:00Z`; without a zone it is UTC; "" is None. Anything else is wrong usage."""
    if not text:
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError as failure:
        sentence = _("“{text}” is not a moment. Write it like 2026-10-31T12:00:00Z.")
        raise typer.BadParameter(sentence.format(text=text)) from failure
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def numbers(text: str) -> tuple[int, ...]:
    """`3,7,15`; anything else is wrong usage."""
    try:
        return tuple(int(part) for part in listed(text))
    except ValueError as failure:
        sentence = _("“{text}” is not a list of numbers. Write it like 3,7,15.")
        raise typer.BadParameter(sentence.format(text=text)) from failure


def objectives(text: str) -> tuple[int, ...]:
    """The same, where each is an objective of the Compact; a number that is none is wrong usage."""
    from app.compact import load

    found = numbers(text)
    for number in found:
        if not load().objective(number).known:
            raise typer.BadParameter(_("There is no objective {number}.").format(number=number))
    return found


def listed(text: str) -> tuple[str, ...]:
    """The parts between commas, without empty ones."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def languages() -> tuple[str, ...]:
    """The codes of every language that can be asked for: the six, those of further catalogues, and the made-up one."""
    return tuple(dict.fromkeys((*i18n.SIX, *(one.code for one in i18n.languages()), i18n.MADE_UP)))


def language_missing(code: str) -> str:
    """The sentence for a language that is not there."""
    known = ", ".join(one for one in languages() if one != i18n.MADE_UP)
    return _("There is no language “{language}”. There are: {known}.").format(language=code, known=known)


def spoken(listed_codes: str) -> tuple[str, ...]:
    """The languages between commas; one that the program does not speak is wrong usage."""
    codes = listed(listed_codes)
    for code in codes:
        if code not in languages():
            raise typer.BadParameter(language_missing(code))
    return codes


def refuse_unspoken(words: str) -> None:
    """Wrong usage unless these are one language, or two as fr+ar or fr/ar; nothing is fine."""
    from app.services.pages import MOST_TONGUES, tongues

    asked = tongues(words) if words else ()
    for code in asked:
        if code not in languages():
            raise typer.BadParameter(language_missing(code))
    if len(asked) > MOST_TONGUES:
        raise typer.BadParameter(_("A document is in one language or in two."))


def pair(text: str) -> tuple[str, str]:
    """`name=value`; without an equals sign, or in letters that are no UTF-8, it is wrong usage."""
    name, sign, value = text.partition("=")
    try:
        text.encode()
    except UnicodeEncodeError as failure:
        sentence = _("“{text}” has letters that cannot be read. Write it in UTF-8.")
        raise typer.BadParameter(sentence.format(text=text)) from failure
    if not sign or not name.strip():
        sentence = _("“{text}” does not say which field it is for. Write it like field=value.")
        raise typer.BadParameter(sentence.format(text=text))
    return name.strip(), value


def content(path: str) -> bytes:
    """The bytes of a file. Raises InputUnreadableError."""
    try:
        return Path(path).read_bytes()
    except OSError as failure:
        raise InputUnreadableError(name=Path(path).name, detail=str(failure.errno)) from failure


def text(path: str, *, needed: str) -> str:
    """The text of a file in UTF-8, never one with letters guessed; `needed` says in translated words what that is."""
    try:
        found = content(path).decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise InputNotTextError(name=Path(path).name, needed=needed) from failure
    if "\0" in found:
        raise InputNotTextError(name=Path(path).name, needed=needed)
    return found


def from_json(path: str, shape: type | tuple[type, ...], *, needed: str) -> Any:
    """The JSON document in a file, of this shape; `needed` says in translated words what that is."""
    name = Path(path).name
    try:
        found = json.loads(content(path).decode("utf-8-sig"))
        json.dumps(found, ensure_ascii=False).encode()  # fails on half a letter, which nothing can keep
    except (ValueError, RecursionError) as failure:
        raise InputNotJsonError(name=name, needed=needed, detail=type(failure).__name__) from failure
    if not isinstance(found, shape):
        raise InputNotJsonError(name=name, needed=needed)
    return found


def refuse_ending(path: str, *endings: str) -> None:
    """Wrong usage unless the name of the file says which kind it is, for a file that lies about it opens nowhere."""
    if Path(path).suffix.lower() not in endings:
        sentence = _("“{name}” does not say which kind of file to write. Let its name end in one of: {known}.")
        raise typer.BadParameter(sentence.format(name=Path(path).name, known=", ".join(endings)))


def refuse_existing(*paths: str, force: bool) -> None:
    """Say at once that a file is there already, before anything is made for it."""
    from app.files import FileExistsRefusedError

    for path in paths:
        if path and not force and Path(path).exists():
            raise FileExistsRefusedError(name=Path(path).name, folder=str(Path(path).parent))
