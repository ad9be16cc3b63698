"""Exact positions: decimal degrees, degrees and minutes, plus codes, grids, and links into maps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.privacy.scanning.sight import Sight
from app.privacy.scanning.spans import Kind, Span

_WIND = (
    r"(?:\s?°?\s?(?:[NSEWO]\b|север\w*|юг\w*|восток\w*|запад\w*|с\.?\s?ш\.?|ю\.?\s?ш\.?"
    r"|в\.?\s?д\.?|з\.?\s?д\.?|شمالا?|جنوبا?|شرقا?|غربا?|北|南|东|西)|\s?°)"
)
_WHICH = (
    r"(?:lat(?:itude|itud)?\.?|lon(?:gitude|gitud|g)?\.?|lng|широта|долгота|خط العرض|خط الطول"
    r"|العرض|الطول|北纬|南纬|东经|西经|纬度|经度|[NSEWO])"
)
_BETWEEN = rf"\s?(?:[,;/|]|\band\b|\bet\b|\by\b|\bи\b|و|和)?\s{{0,2}}(?:{_WHICH}\s?[:=：]?\s?)?"
_DECIMAL = re.compile(
    rf"(?:{_WHICH}\s?[:=：]?\s?)?(?<![\d.,])[-+]?\d{{1,2}}[.,]\d{{3,}}{_WIND}?{_BETWEEN}[-+]?\d{{1,"
    rf"3}}[.,]\d{{3,}}{_WIND}?"
)
_DEGREES_ONLY = re.compile(
    rf"{_WHICH}\s?[:=：]?\s?[-+]?\d{{1,3}}[.,]\d{{2,}}°?|[-+]?\d{{1,3}}[.,]\d{{2,}}\s?°\s?(?:[NSEWO"
    r"]\b|с\.?ш|в\.?д|شمال|شرق|غرب|جنوب)?"
)
_MINUTES_ONE = (
    r"(?:[NSEWO]\s?|北纬|南纬|东经|西经)?\d{1,3}\s?(?:°|º|deg(?:rees)?|度|درجة"
    r"|град\w*\.?)\s?\d{1,2}(?:[.,]\d+)?\s?(?:['′´`]|min\w*\.?|分|دقيقة|мин\w*\.?)"
    r"(?:\s?\d{1,2}(?:[.,]\d+)?\s?(?:[\"″”]|''|′′|sec\w*\.?|秒|ثانية|сек\w*\.?))?"
)
_MINUTES = re.compile(rf"{_MINUTES_ONE}{_WIND}?(?:{_BETWEEN}{_MINUTES_ONE}{_WIND}?)?", re.IGNORECASE)
_PLUS_CODE = re.compile(
    r"(?<![A-Za-z0-9_+])(?:[23456789CFGHJMPQRVWX]{8}|[23456789CFGHJMPQRVWX]{4}(?:[23456789CFGHJMPQ"
    r"RVWX]{2})?)\+[23456789CFGHJMPQRVWX]{2,4}(?![A-Za-z0-9_])"
)
_GRID = re.compile(
    r"(?<![A-Za-z0-9_])\d{1,2}\s?[C-HJ-NP-X]\s?(?:[A-Z]{2}\s?)?\d{5,7}\s?(?:m?E)?[ ,]\s?\d{5,8}(?:\s?m?N)?\b"
)
_PLAIN_MINUTES = re.compile(r"(?<![A-Za-z])[NS]\s?\d{1,2}[ °]\s?\d{1,2}\.\d+\s?,?\s?[EWO]\s?\d{1,3}[ °]\s?\d{1,2}\.\d+")
_LINK = re.compile(
    r"geo:-?\d[\d.,;?=&\w-]*|(?:https?://)?(?:www\.)?(?:google\.[a-z.]{2,6}/maps"
    r"|maps\.google\.[a-z.]{2,6}|maps\.app\.goo\.gl|goo\.gl/maps|g\.co/maps"
    r"|openstreetmap\.org|osm\.org|maps\.apple\.com|yandex\.\w{2,3}/maps|maps\.yandex\.\w{2,3}"
    r"|2gis\.\w{2,3}|amap\.com|map\.baidu\.com|waze\.com|what3words\.com|w3w\.co|plus\.codes"
    r"|maps\.me|ge0\.me)[^\s)»”\"]*",
    re.IGNORECASE,
)
_THREE_WORDS = re.compile(r"(?<![\w:/])///[^\W\d_]{3,}\.[^\W\d_]{3,}\.[^\W\d_]{3,}")


def positions(sight: Sight) -> Iterator[Span]:
    """Every exact position."""
    text = sight.text
    if "///" in text:
        yield from _all(_THREE_WORDS, sight)
    if "://" in text or "maps" in text or "geo:" in text or "osm" in text or ".co" in text or "2gis" in text:
        yield from _all(_LINK, sight)
    yield from _all(_PLAIN_MINUTES, sight)
    if "+" in text:
        yield from _all(_PLUS_CODE, sight)
    if sight.digits < 4:
        return
    if "." in text or "," in text:
        yield from _all(_DECIMAL, sight)
    if (
        "°" in text
        or "º" in text
        or "度" in text
        or "纬" in text
        or "lat" in text.lower()
        or "lon" in text.lower()
        or "широт" in text.lower()
        or "долгот" in text.lower()
        or "خط" in text
        or "درجة" in text
        or "град" in text
    ):
        yield from _all(_MINUTES, sight)
        yield from _all(_DEGREES_ONLY, sight)
    if sight.digits > 9:
        yield from _all(_GRID, sight)


def _all(pattern: re.Pattern[str], sight: Sight) -> Iterator[Span]:
    return (sight.span(*found.span(), Kind.COORDINATES) for found in pattern.finditer(sight.text))
