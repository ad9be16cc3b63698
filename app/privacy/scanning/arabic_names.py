"""Names in Arabic letters: there are no capitals, so lists count only where the name is no word, or beside a sign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.folding import fold
from app.privacy.scanning.name_lists import FAMILY, GIVEN, WORD, marks
from app.privacy.scanning.sight import Sight
from app.privacy.scanning.spans import Kind, Span

_WORD = re.compile("[\u0620-\u064a\u064b-\u0652\u0670\u0671\u067e\u0686\u06a9\u06af\u06cc]+")
_TITLES = frozenset(
    fold(one)
    for one in (
        "السيد السيدة السيدين السادة سيد سيدة الآنسة آنسة الأستاذ الأستاذة أستاذ أستاذة الدكتور "
        "الدكتورة دكتور دكتورة الحاج الحاجة الشيخ الإمام المحامي المحامية المهندس المهندسة القاضي "
        "القاضية الضابط الأخ الأخت الأخصائية الأخصائي المرشدة المرشد الخالة العم الممرضة الطبيب "
        "الطبيبة المدعو المدعوة المسمى المسماة المواطن المواطنة"
    ).split()
)
_CALLED = frozenset(
    fold(one)
    for one in (
        "اسمي اسمه اسمها اسمك يدعى تدعى يسمى تسمى سميناها سميناه واسمي واسمه واسمها باسم ويدعى وتدعى الملقب الملقبة"
    ).split()
)
_KIN = frozenset(
    fold(one)
    for one in (
        "ابني ابنتي ابنه ابنها ابنته ابنتها بنتي بنتها بنته ابننا ابنتنا زوجي زوجتي زوجها زوجته أخي "
        "أختي أخوها أخته أختها أخاه أخيه أخيها أمي أمه أمها أبي أبوه أبوها والدتي والدي والدته "
        "والدتها والدها والده صديقي صديقتي صديقته صديقها جاري جارتي جارتها جارنا عمي عمتي خالتي "
        "خالي خالتها طفلي طفلتي طفلها طفلتها رضيعها ابنهما ابنتهما شقيقي شقيقته شقيقها شقيقتها "
        "رضيعتها زميلي زميلتي زميلتنا زميلنا المتطوعة المتطوع المترجمة المترجم الوسيطة الوسيط الطفل "
        "الطفلة الشاب الشابة السائق اللاجئ اللاجئة المهاجر المهاجرة المستفيدة المستفيد المريضة "
        "المريض الموظفة الموظف المشغل صاحب"
    ).split()
)
_MEETING = frozenset(
    fold(one)
    for one in (
        "مع قابلنا قابلت التقينا التقيت زرنا زارت زار اتصل اتصلت أخبرنا أخبرتنا أخبرني قالت قال "
        "تقول يقول ذكرت ذكر شكرت شكر طلب طلبت جاءت جاء حضرت حضر وصلت وصل روت روى حكت حكى أفادت أفاد "
        "شاركت إلى عن لدى من على وقالت وقال اشتكت اشتكى تحدثت تحدثنا توقيع الموقع المتصل أوضحت أكدت "
        "أضافت أضاف رافقنا ساعدنا استقبلنا غادرت"
    ).split()
)
_INSTITUTIONS = frozenset(
    fold(one)
    for one in (
        "شارع زنقة جامعة مسجد جامع مستشفى مدرسة مؤسسة جمعية حي ساحة مطار مركز معهد ثانوية إعدادية "
        "ملعب شركة مصحة مستوصف ولاية مدينة قرية طريق جسر ميناء منظمة بنك فندق نادي قاعة كلية مكتبة "
        "دار درب نهج جائزة قانون برنامج مخيم الملك الأمير الرئيس السلطان منطقة عيد سورة"
    ).split()
)
_LINKS = frozenset(fold(one) for one in "بن ابن بنت ولد آل أبو أم عبد بو آيت أبي بني ذو أولاد ابو".split())
_BEFORE = "وفبلك"


def arabic_names(sight: Sight) -> Iterator[Span]:
    """Every stretch of Arabic words that looks like a person's name."""
    words = [(found.start(), found.end(), found.group()) for found in _WORD.finditer(sight.text)]
    at = 0
    while at < len(words):
        length = _length(words, at, sight.text)
        if length:
            start = _title_start(words, at, sight.text)
            yield sight.span(start, words[at + length - 1][1], Kind.NAME)
        at += max(length, 1)


def _length(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """How many words from here are a name; 0 for none."""
    before = _near(words, at - 1, text)
    if before in _INSTITUTIONS:
        return 0
    word = words[at][2]
    if word == "على":
        return 0
    found, folded = _marks(word), fold(word)
    rest = _rest(words, at, text)
    if before in _TITLES or before in _CALLED:
        return 0 if folded in _TITLES or folded in _COMMON or _is_described(word, before, rest) else 1 + rest
    if folded in ("ابو", "ام") and _is_kunya(words, at, text):
        return 2 + _rest(words, at + 1, text)
    if (
        folded == "عبد"
        and at + 1 < len(words)
        and fold(words[at + 1][2]).startswith("ال")
        and words[at + 1][0] - words[at][1] == 1
    ):
        return 2 + _rest(words, at + 1, text)
    if GIVEN not in found:
        return 0
    if WORD not in found or before in _KIN or (rest and _is_sure(words, at, rest)):
        return 1 + rest
    return (
        1 if before in _MEETING and folded == fold(word) and _particle(word) == 0 and _is_meant(words, at, text) else 0
    )


def _is_described(word: str, before: str, rest: int) -> bool:
    """Whether "her name" is followed by what is said of it, and not by the name."""
    return before in _CALLED and not marks(word) and (fold(word).startswith("ال") or len(word) < 3)


def _title_start(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """Where the name begins: with the title before it, without the particle that is glued to it."""
    if _near(words, at - 1, text) in _TITLES:
        word = words[at - 1][2]
        return words[at - 1][0] + (0 if fold(word) in _TITLES else 1)
    return words[at][0] + _particle(words[at][2])


def _near(words: list[tuple[int, int, str]], at: int, text: str) -> str:
    """The folded word at this place if nothing but a space, a colon or a quotation mark is behind it, else ""."""
    if at < 0 or at + 1 >= len(words):
        return ""
    between = text[words[at][1] : words[at + 1][0]]
    if between.strip(" :\"«“'(") or len(between) > 3:
        return ""
    folded = fold(words[at][2])
    return folded[1:] if folded[:1] in _BEFORE and folded[1:] in _TITLES | _INSTITUTIONS | _KIN else folded


def _rest(words: list[tuple[int, int, str]], at: int, text: str) -> int:
    """How many of the next words go on with the name that begins here."""
    count = 0
    while at + count + 1 < len(words) and count < 4:
        here, there = words[at + count], words[at + count + 1]
        if there[0] - here[1] != 1 or text[here[1]] != " ":
            break
        folded = fold(there[2])
        if folded in _LINKS and at + count + 2 < len(words):
            count += 1
            continue
        if fold(here[2]) in _LINKS or _goes_on(there[2], folded):
            count += 1
            continue
        break
    while count and fold(words[at + count][2]) in _LINKS:
        count -= 1
    return count


def _goes_on(word: str, folded: str) -> bool:
    found = marks(word)
    if folded in _COMMON:
        return False
    nisba = folded.startswith("ال") and folded.endswith("ي") and len(folded) > 5 and folded not in _ADJECTIVES
    return nisba or FAMILY in found or (GIVEN in found and WORD not in found)


def _is_sure(words: list[tuple[int, int, str]], at: int, rest: int) -> bool:
    """Whether a name that is a word is followed by something that only goes on with a name."""
    after = words[at + 1][2]
    found = marks(after)
    return fold(after) in _LINKS or (WORD not in found and bool(found)) or fold(after).startswith("ال")


def _is_meant(words: list[tuple[int, int, str]], at: int, text: str) -> bool:
    """A name that is a word counts after somebody was met only where it looks like no adjective or noun."""
    return fold(words[at][2]) in _USUAL


def _is_kunya(words: list[tuple[int, int, str]], at: int, text: str) -> bool:
    return at + 1 < len(words) and words[at + 1][0] - words[at][1] == 1 and GIVEN in marks(words[at + 1][2])


def _marks(word: str) -> str:
    return marks(word) or (marks(word[1:]) if word[:1] in _BEFORE and len(word) > 3 else "")


def _particle(word: str) -> int:
    return 0 if marks(word) or not (word[:1] in _BEFORE and len(word) > 3 and marks(word[1:])) else 1


_COMMON = frozenset(
    fold(one)
    for one in (
        "في من إلى على عن أن التي الذي كانت كان لم لا هو هي بعد قبل مع المدير المديرة الوزير العام الوطنية الوطني"
    ).split()
)
_ADJECTIVES = frozenset(
    fold(one)
    for one in (
        "العالمي الوطني المحلي الدولي القانوني الاجتماعي النفسي الصحي المدني الإنساني الماضي الحالي "
        "التالي الثاني العربي الإسلامي المغربي الأفريقي الإفريقي الأوروبي السنوي الشهري اليومي "
        "الأسبوعي الرسمي الفني التقني الطبي الدراسي الجماعي الأساسي الرئيسي الرقمي الحكومي المالي "
        "الإداري المهني التعليمي السوداني السوري اللبناني التونسي الجزائري المصري العراقي اليمني "
        "الليبي الإجباري المجاني النهائي التي الذي التدريبي التوعوي الأولي"
    ).split()
) - frozenset(fold(one) for one in "المغربي التونسي المصري العراقي السوداني".split())
_USUAL = frozenset(
    fold(one)
    for one in (
        "علي خالد عمر حسن سعيد كريم كريمة كمال جمال نبيل وليد مراد طارق رشيد سناء وفاء أمينة جميلة "
        "هالة سعاد سامي نادر ماجد فؤاد عماد خليل زهرة زهراء ياسمين نوال نجاة غادة هدى منى مها دلال "
        "ريم رضوان حنان جابر حاتم منصور قاسم طلال عزيزة لطيفة نبيلة فريد كامل سالم سليم أسماء آمنة "
        "أمين بدر بشرى عفاف عادل لبنى ماهر مختار محسن"
    ).split()
)
