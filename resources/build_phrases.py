"""Make the words of passphrases in Arabic, Russian and Chinese, `resources/phrases`, from two pinned packages.

    pip download --no-deps wordfreq==3.1.1 pypinyin==0.55.0
    python resources/build_phrases.py wordfreq-3.1.1-*.whl pypinyin-0.55.0-*.whl

English, French and Spanish take the lists of BIP39, which the package `mnemonic` brings with it. Here the commonest
words are taken that a person can type without doubt: Arabic ones without article, vowel marks and what is glued to
a word; Chinese ones of two signs, by their Pinyin without tones, because a passphrase field takes no input method.
A package is refused unless its SHA-256 is the one below. `LEFT_OUT` is what nobody should have to write down.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from app.folding import fold

HERE = Path(__file__).resolve().parent / "phrases"
WORDFREQ = "3.1.1", "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473"
PYPINYIN = "0.55.0", "d53b1e8ad2cdb815fb2cb604ed3123372f5a28c6f447571244aca36fc62a286f"
COUNT = 2048
COMMONEST = 40_000
LEFT_OUT = frozenset(
    """
أردوغان أسلحة أوباما إدلب إرهابية إسرائيل احتلال اعتقال
اغتيال انفجار باراك بشار بوش ترامب تبكي تدمير تفجير جثة
جرائم جريمة جنس جنسية حرام حرب حزب حماس دماء داعش ربنا
ربه رضي سرطان سكس سلاح سجن شرطة شهداء شهيد صاروخ صواريخ
صدام ضحايا ضحية طرد عسكرية عصابة غزة فضيحة فيروس قتال
قتل قصف قنبلة كذب كفر كلب مرسي مقتل موت ميت مات نار
هجوم هزيمة وفاة وفاته هريرة أنثى لاعب فإن وأن ففي فهو
فهي فلا فلم فلن فما فمن فهل فهم ومع ومن وهل وهم وهو وهي
ولا ولم ولن ولو ولي وما وعن وفي وكل وكم وقد وتم لها لهم
لهن لكم لأي لأن لما لمن لنا لكل لكي لحد بها بهم بكم بأن
بأي بما بمن حقه عمه ضده يده يدك يدي أمك أمي أخي حبي عنا
منا مني منك منه منهم منكم عنه عنهم عنك عني معك معه معهم
معكم معي علي عما مما ممن كده كذا هيا ليه إلخ واي وين
وجل أون ماك سام دير ديل مين بوك فيس نيو نيوز ويندوز
يوتيوب تويتر فيسبوك جوجل أندرويد 暴力 爆炸 逮捕 恐怖 恐惧 屠杀 杀害
杀人 尸体 死亡 自杀 谋杀 侵犯 镇压 迫害 难民 犯罪 炸弹 性感 西藏 新疆 台湾 香港 澳门 病毒
疯狂 愤怒 监狱 警察 警方 敌人 非法 孤独 疾病 妓女 裸体 色情 强奸 牺牲 离婚 种族 伊朗 朝鲜
苏联 共产 党员 革命 政党 死刑 毒品 战争 战斗 战役 武装 武器 攻击 进攻 入侵 占领 地震 受伤
伤害 惩罚 骗子 抗日 性别 民主 人权 法轮 блядь дерьмо идиот дурак бить
бомбы бежать беженцев взрыв вирус враг врагов воевать
войны войск воинов гибели гордость горит грех грязи
евреев жертв жестоко зомби казни кладбище кризис крови
ленина лагерь майдан мертв милиции насилия наркотик
ненавижу нато обама обвинили огня оружие орудия
отставку пистолет плен плевать погиб проект секс смерти
смерть секта скандал солдат ссср стрелять страшно суда
суде судья суть татар террор травмы труп тюрьмы убивает
убийства убил убить убрать угрозы ужасно умер умирает
умру хуже черт чувак яйца ядерной арест аресты атаки
бойцов боевых боевики бога боги богом богу господин
госдумы донбасса донецке израиля ирана крым майами
москве одессе республик россии русский сирии страх удар
ракеты рака танков украины фронта христа церкви чечни
донбасс кпрф кпсс рсфср асср кндр цска уефа фифа вузов
сша
جيمس إسلام شرعية حكم خوف كارثة معركة معارك غضب ألم ثورة انقلاب جيش جنود
""".split()
)
_LEFT_OUT = frozenset(map(fold, LEFT_OUT))
_ARABIC = re.compile("[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]{3,7}")
_ARTICLES = re.compile("[وفبكل]?ال|لل")
_GLUED_BEFORE = "وفبلكسيتنأا"
_GLUED_AFTER = tuple("ها هم هن نا كم ني ه ك ي وا ون ين ات ان ت ا".split())
_RUSSIAN = re.compile("[а-я]{4,8}")
_SIGNS = re.compile("[\u4e00-\u9fff]{2}")


def main(wordfreq: Path, pypinyin: Path) -> int:
    """Write both lists and where they come from; nothing is written if a hash differs."""
    for path, (version, wanted) in ((wordfreq, WORDFREQ), (pypinyin, PYPINYIN)):
        if hashlib.sha256(path.read_bytes()).hexdigest() != wanted:
            sys.stderr.write(f"{path.name} is not the pinned file of version {version}\n")
            return 1
    HERE.mkdir(exist_ok=True)
    lines = [
        f"# wordfreq {WORDFREQ[0]} (package Apache-2.0, word data CC-BY-SA-4.0), package SHA-256 {WORDFREQ[1]}",
        f"# pypinyin {PYPINYIN[0]} (MIT), package SHA-256 {PYPINYIN[1]}",
        "file\twords\tlicence\tsha256",
    ]
    made = {
        "ru.txt": list(_first(_russian(_commonest(wordfreq, "ru")))),
        "ar.txt": list(_first(_arabic(_commonest(wordfreq, "ar")))),
        "zh.txt": list(_first(_chinese(_commonest(wordfreq, "zh"), pypinyin))),
    }
    for name, words in made.items():
        data = ("\n".join(sorted(words)) + "\n").encode()
        (HERE / name).write_bytes(data)
        lines.append(f"{name}\t{len(words)}\tCC-BY-SA-4.0\t{hashlib.sha256(data).hexdigest()}")
    (HERE / "SOURCES.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return 0


def _commonest(wordfreq: Path, language: str) -> list[str]:
    with zipfile.ZipFile(wordfreq) as wheel:
        packed = gzip.decompress(wheel.read(f"wordfreq/data/large_{language}.msgpack.gz"))
    _head, *buckets = msgspec.msgpack.decode(packed)
    return [word for bucket in buckets for word in bucket][:COMMONEST]


def _russian(words: list[str]) -> Iterator[str]:
    """One word of each beginning of four letters: endings do not make two words."""
    taken = set[str]()
    for word in words:
        if _RUSSIAN.fullmatch(word) and fold(word) not in _LEFT_OUT and fold(word)[:4] not in taken:
            taken.add(fold(word)[:4])
            yield word


def _arabic(words: list[str]) -> Iterator[str]:
    known, taken = frozenset(words), set[str]()
    for word in words:
        if not _ARABIC.fullmatch(word) or _ARTICLES.match(word) or fold(word) in _LEFT_OUT or _is_glued(word, known):
            continue
        if not ({folded := fold(word), folded.rstrip("ه")} & taken):
            taken |= {folded, folded.rstrip("ه")}
            yield word


def _is_glued(word: str, known: frozenset[str]) -> bool:
    """A word with something before or after it that is a word of its own without."""
    if word[0] in _GLUED_BEFORE and len(word) > 3 and word[1:] in known:
        return True
    return any(word.endswith(end) and len(word) - len(end) > 2 and word[: -len(end)] in known for end in _GLUED_AFTER)


def _chinese(words: list[str], pypinyin: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as place:
        with zipfile.ZipFile(pypinyin) as wheel:
            wheel.extractall(place)
        sys.path.insert(0, place)
        from pypinyin import lazy_pinyin

        taken = set[str]()
        for word in words:
            if not _SIGNS.fullmatch(word) or word in LEFT_OUT:
                continue
            typed = "".join(lazy_pinyin(word))
            if typed.isascii() and typed.isalpha() and 5 <= len(typed) <= 10 and typed not in taken:
                taken.add(typed)
                yield f"{typed} {word}"


def _first(words: Iterable[str]) -> Iterator[str]:
    return (word for word, _number in zip(words, range(COUNT), strict=False))


if __name__ == "__main__":
    raise SystemExit(main(*map(Path, sys.argv[1:3])))
