"""Mail addresses, also those spelled with "at" and "dot", and accounts of persons on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.privacy.scanning.sight import Sight
from app.privacy.scanning.spans import Kind, Span

_AT = r"(?:@|[\[({<]\s?(?:at|a|arobase|arroba|собака|آت|ات)\s?[\])}>])"
_LETTER = r"a-zа-я"
_MAIL = re.compile(
    rf"[{_LETTER}0-9_.+%-]{{1,64}}\s?{_AT}\s?"
    rf"(?:[{_LETTER}0-9_-]{{1,63}}\s?[\[({{]?(?:\.|\bdot\b|\bpunto\b|\bpoint\b|точка"
    rf"|点)[\])}}]?\s?){{1,4}}[{_LETTER}]{{2,24}}",
    re.IGNORECASE,
)
_AT_WORD = r"(?:(?<![a-z])(?:at|arobase|arroba)|собака|آت|ات|أت|艾特|圈a)"
_DOT_WORD = r"(?:(?<![a-z])(?:dot|point|punto)(?![a-z])|точка|نقطة|دوت|点)"
_SPELLED = re.compile(
    rf"[{_LETTER}0-9_.+%-]{{1,64}}\s?{_AT_WORD}\s?[{_LETTER}][{_LETTER}0-9-]{{1,62}}\s?{_DOT_WORD}\s"
    rf"?[{_LETTER}]{{2,24}}"
    rf"(?:\s?(?:\.|{_DOT_WORD})\s?[{_LETTER}]{{2,4}}(?![{_LETTER}]))?"
    r"|(?<![\w.])(?!(?:is|are|us|me|available|online|found|look|site|website|info|information"
    rf"|more|details|read|visit|it|page|form)\s)[{_LETTER}0-9_.+%-]{{2,64}}\s{_AT_WORD}\s"
    rf"(?!www)[{_LETTER}][{_LETTER}0-9-]{{1,62}}\.(?:[a-z]{{2,10}}\.)?(?:org|com|net|info|int|gov"
    rf"|edu|[a-z]{{2}})(?![{_LETTER}.])",
    re.IGNORECASE,
)
_SPELLED_HINT = re.compile(r"\b(?:at|arobase|arroba|собака|آت|ات|أت)\b|艾特|圈a", re.IGNORECASE)
_HANDLE = re.compile(
    r"(?<![A-Za-z0-9_.@/])@[A-Za-z_\u0400-\u04ff][A-Za-z0-9_.\u0400-\u04ff]{2,30}[A-Za-z0-9_\u0400-\u04ff]"
)
_LINK = re.compile(
    r"(?:https?://)?(?:www\.|m\.|web\.)?(?:facebook\.com|fb\.com|fb\.me|m\.me|instagram\.com"
    r"|t\.me|telegram\.me|wa\.me|api\.whatsapp\.com"
    r"|twitter\.com|x\.com|tiktok\.com|linkedin\.com|vk\.com|ok\.ru|weibo\.com|snapchat\.com"
    r"|youtube\.com/@|threads\.net"
    r"|signal\.me|viber\.me|imo\.im)/[^\s,;)\]»”\"']+",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?:wechat|weixin|微信(?:号|名|id)?|qq(?:号)?|telegram|instagram|insta|snapchat|skype|tiktok"
    r"|signal|viber|imo|facebook|фейсбук\w*|телеграм\w*|تيليجرام|تلغرام|إنستغرام|فيسبوك"
    r"|سناب ?شات)"
    r"(?:\s?(?:id|name|user|username|handle|account|compte|cuenta|usuario|identifiant|ник|аккаунт"
    r"|حساب))?\s?(?:[:：=是为]|\bis\b|\best\b|\bes\b)\s?(?P<name>@?[A-Za-z0-9][\w.\-]{3,30})",
    re.IGNORECASE,
)
_OFFICES = frozenset(
    {
        "un",
        "iom",
        "unmigration",
        "unhcr",
        "refugees",
        "unicef",
        "who",
        "ilo",
        "undp",
        "redcross",
        "ifrc",
        "oim",
        "onu",
        "onumigracion",
    }
)


def mails(sight: Sight) -> Iterator[Span]:
    """Every mail address and every account of the web."""
    text = sight.text
    if "@" in text or _AT_HINT.search(text):
        yield from (sight.span(*found.span(), Kind.MAIL) for found in _MAIL.finditer(text))
    if _SPELLED_HINT.search(text):
        yield from (sight.span(*found.span(), Kind.MAIL) for found in _SPELLED.finditer(text))
    if "@" in text:
        for found in _HANDLE.finditer(text):
            if found.group()[1:].lower() not in _OFFICES:
                yield sight.span(*found.span(), Kind.HANDLE)
    if "/" in text and ".m" in text or ".c" in text or ".r" in text or ".n" in text or ".i" in text:
        yield from (sight.span(*found.span(), Kind.HANDLE) for found in _LINK.finditer(text))
    for found in _ACCOUNT.finditer(text):
        yield sight.span(*found.span("name"), Kind.HANDLE)


_AT_HINT = re.compile(r"[\[({<]\s?(?:at|a|arobase|arroba|собака|آت|ات)\s?[\])}>]", re.IGNORECASE)
