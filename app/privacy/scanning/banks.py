"""Bank accounts and cards: by their check digits, or by the words before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.privacy.scanning.sight import Sight
from app.privacy.scanning.spans import Kind, Span

_IBAN = re.compile(r"(?<![A-Za-z0-9_])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}(?![A-Za-z0-9_])")
_CARD = re.compile(
    r"(?<![A-Za-z0-9_.,+])[3-6]\d{3}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![A-Za-z0-9_])"
    r"|(?<![A-Za-z0-9_.,+])3[47]\d{2}[ -]?\d{6}[ -]?\d{5}(?![A-Za-z0-9_])"
)
_LONG = re.compile(r"(?<![A-Za-z0-9_.,+])\d(?:[ -]?\d){15,26}(?![A-Za-z0-9_])")
_WORDS = (
    r"iban|rib|clabe|bic|bank account|account (?:number|no\.?|n[oº°])|acc(?:oun)?t\.? (?:number"
    r"|no\.?|n[oº°])|account|card number|bank card|debit card|credit card|visa card|mastercard"
    r"|compte(?: bancaire| courant)?|carte bancaire|num[ée]ro de compte|carte(?: bleue| visa)?|ccp"
    r"|cuenta(?: bancaria| corriente| de ahorros)?|n[uú]mero de cuenta|tarjeta(?: de (?:cr[ée]dito|d[ée]bito))?|cbu"
    r"|(?:расч[её]тн\w+ |банковск\w+ |лицев\w+ )?сч[её]т\w*|номер\w* сч[её]та"
    r"|карт[аыуе](?: сбербанка)?|номер\w* карт\w+|банковск\w+ карт\w+"
    r"|(?:رقم )?(?:ال)?حساب(?:ه|ها|ي|هم)?(?: البنكي| المصرفي)?|(?:رقم )?(?:ال)?بطاقة (?:البنكية"
    r"|المصرفية|الائتمان\w*)|آيبان|الآيبان"
    r"|银行账[号户]|银行卡号?|账[号户]|卡号|帐号|信用卡号?|借记卡号?"
)
_NUMBER = (
    r"(?:[:=#：]|\b(?:no|n|nr|num|number|n[uú]mero|num[ée]ro|is|es|est|под|номер|rib|iban"
    r"|clabe)\b\.?|[nN][º°.]|№|رقم|هو|是|为|号码?|尾号)"
)
_TOLD = re.compile(
    rf"(?:(?<!\w)(?:{_WORDS}))(?:\s?{_NUMBER}){{0,4}}(?:\s[^\W\d]+){{0,3}}?(?:\s?{_NUMBER}){{0,2}}\s"
    rf"?(?P<number>[A-Z]{{0,4}}\d(?:[ -]{{0,2}}[\dA-Z]{{1,6}}){{1,8}}\d*)(?![A-Za-z0-9_])",
    re.IGNORECASE,
)
_FEWEST = 7


def banks(sight: Sight) -> Iterator[Span]:
    """Every account and every card."""
    if sight.digits < _FEWEST:
        return
    text = sight.text
    for found in _IBAN.finditer(text):
        yield from (sight.span(found.start(), end, Kind.BANK) for end in _iban_ends(found))
    for found in _CARD.finditer(text):
        if _is_luhn(_digits(found.group())):
            yield sight.span(*found.span(), Kind.BANK)
    for found in _LONG.finditer(text):
        if len(_digits(found.group())) in (18, 20, 22, 24) and _is_account(_digits(found.group())):
            yield sight.span(*found.span(), Kind.BANK)
    for found in _TOLD.finditer(text):
        if len(_digits(found["number"])) >= _FEWEST:
            yield sight.span(*found.span("number"), Kind.BANK)


def _iban_ends(found: re.Match[str]) -> Iterator[int]:
    """Where the longest valid number ends that begins here: the words after it look like more of it."""
    from stdnum import iban

    whole = found.group()
    for end in range(len(whole), 14, -1):
        if whole[end - 1] not in " -" and iban.is_valid(whole[:end]):
            yield found.start() + end
            return


def _digits(number: str) -> str:
    return "".join(letter for letter in number if letter.isdigit())


def _is_luhn(digits: str) -> bool:
    from stdnum import luhn

    return bool(luhn.is_valid(digits))


def _is_account(digits: str) -> bool:
    """Accounts of countries without IBAN that check themselves, and the 24 digits of a Moroccan RIB."""
    from stdnum.ar import cbu

    return len(digits) == 24 or _is_clabe(digits) or bool(cbu.is_valid(digits))


def _is_clabe(digits: str) -> bool:
    """The Mexican CLABE: weights 3, 7, 1 over 17 digits, each product modulo 10."""
    if len(digits) != 18:
        return False
    total = sum(int(digit) * weight % 10 for digit, weight in zip(digits[:17], (3, 7, 1) * 6, strict=False))
    return -total % 10 == int(digits[17])
