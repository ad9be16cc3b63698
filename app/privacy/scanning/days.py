"""Exact days and hours beside a small place: together they can name who was there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from app.privacy.scanning.sight import Sight
from app.privacy.scanning.small_places import SmallPlaces
from app.privacy.scanning.spans import Kind, Span

_MONTHS = (
    r"january|february|march|april|may|june|july|august|september|october|november|december|jan"
    r"|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|janv|f[ée]vr|juil"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|янв"
    r"|февр?|апр|авг|сент?|окт|нояб?|дек"
    r"|يناير|فبراير|مارس|أبريل|ابريل|إبريل|ماي|مايو|يونيو|يونيه|يوليو|يوليوز|يوليه|أغسطس|غشت"
    r"|سبتمبر|شتنبر|أكتوبر|اكتوبر|نوفمبر|نونبر|ديسمبر|دجنبر"
    r"|كانون (?:الثاني|الأول)|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين (?:الأول|الثاني)"
    r"|جانفي|فيفري|أفريل|جوان|جويلية|أوت"
    r"|محرم|صفر|ربيع (?:الأول|الثاني|الآخر)|جمادى (?:الأولى|الآخرة|الثانية)|رجب|شعبان|رمضان|شوال"
    r"|ذي القعدة|ذو القعدة|ذي الحجة|ذو الحجة"
    r"|muharram|safar|rabi(?:'| )?(?:al-)?(?:awwal|thani|i|ii)|jumada (?:al-)?(?:ula|awwal|thani"
    r"|i|ii)|rajab|sha'?ban|rama[dz]an|shawwal|dhu(?:l| al)-?\s?(?:qi'?dah?|hijjah?)"
    r"|мухаррама?|сафара|раджаба|шаабана|рамадана|рамазана|шавваля"
)
_YEAR = r"(?:(?:19|20|14)\d\d)"
_HOUR = (
    r"(?:,?\s?(?:at|around|about|à|vers|a las?|sobre las|в|около|к|الساعة|على الساعة|حوالي الساعة"
    r"|في الساعة|في تمام الساعة|上午|下午|早上|晚上|中午"
    r"|凌晨)?\s?[0-2]?\d(?:\s?[:h.٫点时]\s?(?:[0-5]\d|半)?(?!\d)分?)"
    r"(?:\s?(?:am|pm|a\.m\.|p\.m\.|утра|вечера|дня|صباحا|مساء|ظهرا|de la (?:mañana|tarde|noche)|h(?:rs)?))?)"
)
_DAY = re.compile(
    rf"(?<![\w/.-])(?:"
    r"(?:the\s)?[0-3]?\d(?:st|nd|rd|th|er|-?го|º|ero)?(?:\s?(?:of|de|من"
    rf"|شهر))?[\s-](?:{_MONTHS})\.?(?![\w])(?:,?\s(?:del?\s|عام\s|سنة\s)?{_YEAR}(?:\s?(?:г\.|года?"
    r"|هـ|م(?!\w)))?)?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s[0-3]?\d(?:st|nd|rd|th)?(?!\d"
    rf"|\.\d)(?:,?\s{_YEAR})?"
    rf"|(?:{_YEAR}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d"
    rf"|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:{_YEAR}|\d\d))(?![\d/-])"
    rf")(?:,?\s?{_HOUR})?"
    rf"|(?:{_YEAR}\s?年)?\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?[日号](?:{_HOUR}|\s?(?:上午|下午|早上"
    rf"|晚上|中午|凌晨)\s?\d{{1,2}}\s?[点时:]\s?(?:\d\d分?|半)?)?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_a-zа-яё]|\d)|[。！？؟\n]")
_LONGEST = 1_000


def days(sight: Sight, places: SmallPlaces) -> Iterator[Span]:
    """Every exact day in a sentence that also names a small place."""
    if not sight.digits:
        return
    found = [one.span() for one in _DAY.finditer(sight.text)]
    ends = _ends(sight.text) if found else []
    for sentence, group in groupby(found, lambda day: bisect_right(ends, day[0])):
        inside = list(group)
        bounds = (ends[sentence - 1] if sentence else 0, max(ends[sentence], inside[-1][1]))
        if places.named_in(_without(sight.text, bounds, inside)):
            yield from (_trimmed(sight, start, end) for start, end in inside)


def _ends(text: str) -> list[int]:
    """Where sentences end; one without an end is cut, so that a long text costs no more than its length."""
    ends: list[int] = []
    for end in [*(one.end() for one in _SENTENCE.finditer(text)), len(text) + 1]:
        last = ends[-1] if ends else 0
        ends += range(last + _LONGEST, end, _LONGEST)
        ends.append(end)
    return ends


def _without(text: str, sentence: tuple[int, int], found: list[tuple[int, int]]) -> str:
    """The sentence without its days: May is no village."""
    kept, at = [], sentence[0]
    for start, end in found:
        kept.append(text[at:start])
        at = end
    return " ; ".join([*kept, text[at : sentence[1]]])


def _trimmed(sight: Sight, start: int, end: int) -> Span:
    while end > start and sight.text[end - 1] in " ,.":
        end -= 1
    return sight.span(start, end, Kind.DATE)
