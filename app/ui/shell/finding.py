"""What the search palette offers: pages, records, objectives, settings and commands, in groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.roles import Verb
from app.domain.terms import When
from app.folding import fold, index_words, words
from app.i18n import _, format_month, format_number, isolate
from app.services.records.searching import Found, Seen
from app.ui.pages import PageEntry
from app.ui.process.session import Session
from app.ui.settings.table import offered
from app.ui.shell import commands
from app.ui.shell.commands import GO, Errand
from app.ui.widgets import place_words
from app.ui.widgets.direction import in_line
from app.ui.widgets.fields.beginnings import asking_for
from app.ui.widgets.lists.palette_rows import Entry, Group
from app.ui.widgets.record.value_words import kind_words, title_words
from app.ui.words import choices

_MOST = 8
_MOST_RECENT = 4
_EXACTLY, _CALLED_SO, _NOT = -1, 1, 9
"""Ranks: up to the second something is called what was typed, and stands before the records; the last is no match."""


@dataclass(frozen=True)
class _Offer:
    entry: Entry
    words: str = ""


def kinds(entries: Sequence[PageEntry]) -> tuple[str, ...]:
    """The kinds of records that these pages show."""
    return tuple(kind for entry in entries for kind in entry.kinds)


def first(session: Session, entries: Sequence[PageEntry], visited: Iterable[str]) -> list[Group]:
    """What is offered before anything is typed: pages where one has just been, and what can be done."""
    known = {entry.name: entry for entry in entries}
    recent = [known[name] for name in visited if name in known][:_MOST_RECENT]
    done = [_command(one).entry for one in commands.commands(session.settings, list(known))]
    return [
        Group(_("Where you were"), tuple(_page(one).entry for one in recent)),
        Group(_("What you can do"), tuple(done)),
    ]


def groups(session: Session, entries: Sequence[PageEntry], typed: str, found: Found | None = None) -> list[Group]:
    """Everything that has the words typed; `found` are the records, None while they are not there yet."""
    wanted = words(typed)
    if not wanted:
        return []
    names = [entry.name for entry in entries]
    objectives = _objectives(session) if "objectives" in names else []
    settings = _settings(session) if "settings" in names else []
    done = [_command(one) for one in commands.commands(session.settings, names)]
    found_in = [
        _best(_("Pages"), [one for entry in entries for one in _pages(entry)], wanted, typed),
        _best(_("Objectives"), objectives, wanted, typed),
        _best(_("Settings"), settings, wanted, typed),
        _best(_("What you can do"), done, wanted, typed),
    ]
    called_so = [group for rank, group in sorted(found_in, key=lambda one: one[0]) if rank <= _CALLED_SO]
    return [*called_so, *_records(entries, found), *(group for rank, group in found_in if rank > _CALLED_SO)]


def _best(heading: str, offers: Iterable[_Offer], wanted: Sequence[str], typed: str) -> tuple[int, Group]:
    """The entries that have every word, those that are called so first; and the rank of the first."""
    ranked = [
        (rank, place, one.entry) for place, one in enumerate(offers) if (rank := _rank(one, wanted, typed)) < _NOT
    ]
    ranked.sort(key=lambda one: one[:2])
    return min((rank for rank, _place, _entry in ranked), default=_NOT), Group(
        heading, tuple(entry for _rank_, _place, entry in ranked[:_MOST])
    )


def _rank(offer: _Offer, wanted: Sequence[str], typed: str) -> int:
    if fold(offer.entry.title).strip() == fold(typed).strip():
        return _EXACTLY
    title = index_words(offer.entry.title)
    if title and title[0] == fold(typed).strip():
        return 0
    if all(any(word.startswith(one) for word in title) for one in wanted):
        return _CALLED_SO if title[0].startswith(wanted[0]) else 2
    everything = (*title, *index_words(offer.words))
    return 3 if all(any(word.startswith(one) for word in everything) for one in wanted) else _NOT


def without(session: Session, entries: Sequence[PageEntry], typed: str) -> Group:
    """What can be done with words that nothing has: they may be what somebody wants to write down."""
    words = " ".join(typed.split())
    names = {entry.name for entry in entries} if session.workspace and session.workspace.allows(Verb.WRITE) else set()
    fresh = [
        Entry(Errand(GO, page, asking_for(**{field: words})), sentence.format(words=isolate(words)), icon=icon)
        for page, field, sentence, icon in (
            ("activities", "title", _("Log an activity called “{words}”"), "plus"),
            ("feedback", "paraphrase", _("Record as feedback: “{words}”"), "message-2-heart"),
        )
        if page in names
    ]
    return Group(_("What you can do"), tuple(fresh))


def _page(entry: PageEntry) -> _Offer:
    return _Offer(Entry(Errand(GO, entry.name), _(entry.title), icon=entry.icon))


def _pages(entry: PageEntry) -> list[_Offer]:
    """A page, and the lists that are on it."""
    beside = [
        _Offer(Entry(Errand(GO, entry.name, one.code), one.label, _(entry.title), one.icon), one.words)
        for one in entry.listed()
    ]
    return [_page(entry), *beside]


def _command(one: commands.Command) -> _Offer:
    return _Offer(Entry(one.errand, one.title, one.keys, one.icon), one.words)


def _settings(session: Session) -> list[_Offer]:
    return [
        _Offer(Entry(Errand(GO, "settings", one.name), _(one.title), icon=one.icon), _(one.words))
        for one in offered(session.workspace)
    ]


def _objectives(session: Session) -> list[_Offer]:
    if session.pack is None:
        return []
    told = _("{number} {name}")
    found = choices.objectives(session.pack)
    named = [told.format(number=format_number(int(one.code)), name=one.label) for one in found]
    return [
        _Offer(Entry(Errand(GO, "objectives", int(one.code)), name, icon=one.icon), one.words)
        for one, name in zip(found, named, strict=True)
    ]


def _records(entries: Sequence[PageEntry], found: Found | None) -> list[Group]:
    """The records under the titles of their pages."""
    if found is None:
        return []
    return [
        Group(_(entry.title), tuple(_hit(hit, entry) for hit in found.hits if hit.kind in entry.kinds))
        for entry in entries
    ]


def _hit(hit: Seen, entry: PageEntry) -> Entry:
    title = title_words(hit.kind, hit.title.strip().partition("\n")[0])
    return Entry(Errand(GO, entry.name, hit.id), title, _facts(hit, entry), entry.icon)


def _facts(hit: Seen, entry: PageEntry) -> str:
    parts = [
        kind_words(hit.kind) if len(entry.kinds) > 1 else "",
        _("Draft") if hit.complete is False else "",
        isolate(place_words.name(hit.place)) if hit.place else "",
        _month(hit.month),
    ]
    return in_line(parts)


def _month(when: str) -> str:
    try:
        return format_month(When.parse(when).first_day)
    except ValueError:
        return ""
