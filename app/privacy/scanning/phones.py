"""Telephone numbers of all countries, in the ways people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.privacy.scanning.innocent import Innocents
from app.privacy.scanning.neighbours import beside
from app.privacy.scanning.sight import Sight
from app.privacy.scanning.spans import Kind, Span

_WORD = r"(?:,?\s(?:and|then|et|puis|y|luego|и|потом|затем|ثم)\s|\s?(?:然后|再)\s?)"
_RUN = re.compile(
    rf"(?<![A-Za-z0-9_/@.])(?<!\d[,-])(?<![A-Za-z]-)\+?\s?\(?\+?\d(?:[ ().\-/·_*]{{0,3}}\d"
    rf"|{_WORD}\d){{5,17}}(?![A-Za-z0-9_@])"
)
_CALLED = re.compile(
    r"(?:phones?|tel|telephone|cell|cellphone|mobile|mob|whats ?app|call(?:ed|ing)?|ring|sms"
    r"|text(?:ed)?|hotline|number|viber|signal|telegram|imo"
    r"|t[ée]l(?:[ée]phone)?|portable|gsm|fixe|appel\w*|joindre|joignable|num[ée]ro|rappel\w*"
    r"|tel[ée]fono|celular|m[óo]vil|llam\w+|mar(?:c|qu)\w+|n[úu]mero|cel"
    r"|тел\w*|моб\w*|сот\w*|звон\w+|позвон\w+|набра\w+|ватсап\w*|вотсап\w*|номер\w*|вайбер\w*"
    r"|هاتف\w*|جوال\w*|موبايل|محمول|نقال|واتس\w*|الواتس\w*|اتصل\w*|يتصل\w*|رقم\w*|الرقم|تلفون\w*"
    r"|بالرقم|للاتصال|الهاتف|النقال"
    r"|电话|手机\w*|联系电话|致电|拨打|联系|号码|打给|微信|热线)\W{0,4}(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:[ .,]\d{3}){1,3}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|\d+\.\d+\.\d+")
_FEWEST, _MOST, _TOLD_FEWEST = 7, 15, 6


def phones(sight: Sight, country: str, innocents: Innocents) -> Iterator[Span]:
    """Every number that could be dialled from this country (two letters, "" for an unknown one) or its neighbours."""
    if sight.digits < _TOLD_FEWEST:
        return
    text = sight.text
    for found in _RUN.finditer(text):
        written = found.group().strip()
        start = found.start() + len(found.group()) - len(found.group().lstrip())
        whole = "+" in written or written.startswith(("00", "(00"))
        if not whole and innocents.hold(start, found.end()):
            continue
        if _is_phone(written, country.upper(), called=_CALLED.search(text[max(0, start - 40) : start]) is not None):
            yield sight.span(start, found.end(), Kind.PHONE)


def _is_phone(written: str, country: str, *, called: bool) -> bool:
    digits = "".join(letter for letter in written if letter.isdigit())
    if "+" in written or written.startswith(("00", "(00")):
        return _FEWEST <= len(digits.lstrip("0")) <= _MOST
    if called:
        return _TOLD_FEWEST <= len(digits) <= _MOST
    if not _FEWEST <= len(digits) <= _MOST or _DOTTED.fullmatch(written):
        return False
    amount = _AMOUNT.fullmatch(written) is not None
    if amount and written.endswith("000"):
        return False
    return _is_dialled(digits, country, strict=amount) or (11 <= len(digits) <= 13 and _is_valid("+" + digits, "ZZ"))


def _is_dialled(digits: str, country: str, *, strict: bool) -> bool:
    """Whether it can be dialled here, or with the leading 0 or the length of a mobile in a neighbouring country."""
    near = beside(country)
    if near and _is_valid(digits, near[0]):
        return True
    trunk = digits.startswith("0") and len(digits) >= 9
    return not strict and (trunk or len(digits) >= 8) and any(_is_valid(digits, one) for one in near[1:] or _USUAL)


_USUAL = ("MA", "FR", "ES", "KE", "MX", "RU", "CN", "EG", "GB", "NG")
"""Where nothing is known of the country."""


@lru_cache(maxsize=4096)
def _is_valid(digits: str, region: str) -> bool:
    import phonenumbers

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(digits, region)))
    except phonenumbers.NumberParseException:
        return False
