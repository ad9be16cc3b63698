"""Every rule over one text: numbers first, then addresses, days and names, the plainer kind before the other."""

from __future__ import annotations

from collections.abc import Iterator

from app.places import Gazetteer
from app.privacy.scanning.addresses import addresses
from app.privacy.scanning.arabic_names import arabic_names
from app.privacy.scanning.banks import banks
from app.privacy.scanning.chinese_names import chinese_names
from app.privacy.scanning.days import days
from app.privacy.scanning.documents import documents
from app.privacy.scanning.innocent import Innocents
from app.privacy.scanning.mails import mails
from app.privacy.scanning.names import latin_names
from app.privacy.scanning.own_names import Known
from app.privacy.scanning.phones import phones
from app.privacy.scanning.positions import positions
from app.privacy.scanning.sight import ARABIC, CHINESE, CYRILLIC, LATIN, Sight, seen, unreadable
from app.privacy.scanning.small_places import small_places
from app.privacy.scanning.spans import Kind, Span, without_overlaps


def spans(text: str, country: str, places: Gazetteer | None, known: Known) -> tuple[Span, ...]:
    """What `scan` gives."""
    if unreadable(text):
        return (Span(0, len(text), Kind.UNREADABLE),)
    if not text.strip():
        return ()
    sight = seen(text)
    found = [*_numbers(sight, country), *addresses(sight), *days(sight, small_places(places, country))]
    public = [*known.public_in(sight)]
    found += [span for span in _names(sight) if not any(span.overlaps(other) for other in public)]
    return without_overlaps([*found, *known.people_in(sight)])


def _numbers(sight: Sight, country: str) -> Iterator[Span]:
    innocents = Innocents(sight)
    yield from mails(sight)
    yield from positions(sight)
    yield from banks(sight)
    yield from documents(sight, innocents)
    yield from phones(sight, country, innocents)


def _names(sight: Sight) -> Iterator[Span]:
    if LATIN in sight.scripts or CYRILLIC in sight.scripts:
        yield from latin_names(sight)
    if ARABIC in sight.scripts:
        yield from arabic_names(sight)
    if CHINESE in sight.scripts:
        yield from chinese_names(sight)
