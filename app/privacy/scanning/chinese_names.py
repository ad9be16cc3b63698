"""Names in Chinese characters: a surname and one or two more beside a sign, or a name in somebody else's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from app.privacy.scanning.name_lists import GIVEN, SOUNDED, names
from app.privacy.scanning.sight import Sight
from app.privacy.scanning.spans import Kind, Span

_SURNAME = (
    "(?:欧阳|司马|上官|诸葛|司徒|夏侯|皇甫|尉迟|慕容|端木|东方|令狐|公孙|"
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏"
    "吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱"
    "严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚"
    "符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳穆农"
    "司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂佟臧闵苟邬边卞姬师仇栾隋商刁沙荣"
    "巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝])"
)
_USUAL = (
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁"
    "沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤]"
)
_GIVEN = "[\u4e00-\u9fff]"
_FOREIGN = "[\u4e00-\u9fff]{1,6}(?:[·・•‧][\u4e00-\u9fff]{1,8}){1,3}"
_TITLE = (
    "(?:先生|女士|太太|小姐|老师|医生|大夫|护士|律师|主任|阿姨|大姐|大哥|大妈|大爷|大叔|师傅"
    "|同志|经理|校长|警官|法官|教授|博士|奶奶|爷爷|婆婆|嫂|哥|姐|社工|书记|站长|院长|队长|翻译)"
)
_LEADS = (
    "(?:我叫|名叫|叫做|叫作|叫|名字是|名字叫|我的名字是|姓名[:：为是]?|名为|署名[:：]?"
    "|签名[:：]?|采访了?|访谈了?|访问了?|约见了?|联系人[:：是为]?|负责人[:：是为]?|受访者|受益人"
    "|申请人|投诉人|当事人|志愿者|翻译员|社工|同事|患者|证人|难民|移民|女工|工人|律师|雇主|房东"
    "|司机|老师|医生|主任|翻译|社工|经理|老板|中介|证明人|联系|走访了|跟进|随访|拜访了|讲述者|被害人"
    "|受害者|死者|伤者|产妇|孕妇|小男孩|小女孩|男孩|女孩|学生|租客|租户|业主|家长|户主|客户"
    "|求助者|来访者|当事人|同乡|工头|护工|保姆|家政工|居民|村民|学员|"
    "请找|找到|找|联系|见了|见到|接待了|陪同|帮助了?|转告|询问了?|感谢|(?:我|他|她|我们|他们"
    "|其)的?(?:大|小|二)?(?:儿子|女儿|妻子|丈夫|老公|老婆|哥哥|姐姐|弟弟|妹妹|母亲|父亲|妈妈"
    "|爸爸|朋友|邻居|老板|雇主|孩子|表哥|表姐|室友|同乡|侄子|侄女|外甥|舅舅|叔叔|姑姑|阿姨|同学"
    "|儿媳))"
)
_AFTER = (
    "(?=说|表示|告诉|反映|提到|认为|来自|今年|的|和|与|、|在|于|是|已|曾|也|被|因|从|向|对|要|想"
    '|希望|来|去|带|住|，|。|：|；|,|\\.|!|！|？|（|\\(|」|”|"|\\s|$|女士|先生|及|没|遭|打|写|交'
    "|收|参加|担心|询问|需要|说明|介绍|正|不|有|一)"
)
_TITLED = re.compile(rf"(?<![\u4e00-\u9fff])?(?P<name>{_SURNAME}{_GIVEN}{{0,2}}?{_TITLE})(?![局部厅])")
_LED = re.compile(rf"{_LEADS}[:：“\"「]?\s?(?P<name>{_FOREIGN}|{_SURNAME}{_GIVEN}{{1,2}}?){_AFTER}")
_LED_ALONE = re.compile(rf"{_LEADS}[:：“\"「]?\s?(?P<name>{_USUAL}{_GIVEN}{{2}})")
_NICK = re.compile(
    rf"(?<![大中幼从变缩减最较更太很极细弱微胆])(?P<name>[小老阿](?:{_SURNAME}"
    r"|[芳强珍玲英兰花梅红明华军丽燕霞娟敏秀凤]))(?=说|告诉|表示|反映|的(?:妈|爸|孩|丈|妻|母|父"
    r"|家|儿|女|手机|电话|护照)|和|与|，|。|今|来|在|带|住|去|打|因|被|希望|担心|问)"
)
_CLAUSE = re.compile(
    rf"(?:(?<![\u4e00-\u9fffA-Za-z])|(?<=[和与跟]))(?P<name>{_USUAL}(?P<given>{_GIVEN}))"
    "(?=和|与|跟|、|都|说|告诉|表示|反映|想|来|在|的|今年|没|被|希望|问|担心|签|去)"
)
_FULL = re.compile(rf"(?=(?P<name>{_USUAL}(?P<given>{_GIVEN}{{2}})))")
_DOTTED = re.compile(_FOREIGN)
_WORDS = frozenset(
    (
        "高兴 高度 高级 高中 高校 高等 高效 高峰 安全 安排 安置 安静 安装 平等 平均 方便 方法 方式 "
        "方面 方案 方向 文化 文件 文字 时间 时候 明确 明年 明天 明显 成功 成员 成立 成人 成本 全部 "
        "全体 全国 全球 全面 全年 华人 华侨 金额 金融 金钱 和平 和解 和谐 应该 应当 应对 应急 关于 "
        "关系 关注 关心 关键 向导 向上 包括 包含 包裹 任务 任何 任意 于是 连续 连接 连同 单位 单独 "
        "单亲 单身 路上 路线 路费 农民 农村 农业 农场 管理 管道 解决 解释 解除 解答 游客 时常 白天 "
        "白色 黄色 黄金 石油 江苏 江西 马上 马路 马来 康复 温暖 温度 程序 程度 施工 施行 万人 万元 "
        "商店 商业 商量 米饭 查询 查看 查找 宁可 宁静 师生 师资 宫颈 党员 党委 党政 项目 车站 车辆 "
        "车间 简单 简介 简历 易懂 易于 权利 古老 阳光 司机 司法 卫生 席位 景点 童年 季度 季节 符合 "
        "甘肃 左右 左边 关怀 关爱 兰州 申请 申诉 章程 庄严 易受 齐全 安心 武装 武汉 严重 严格 严肃 "
        "钱包 毛巾 顾问 顾虑 贺卡 史上 龙头 雷雨 段落 江边 白人 方言 夏天 夏季 石头 金属 陆续 陆地 "
        "钟头 任职 沈阳 丁香 余下 余额 程式 叶子 苏丹 苏州 魏晋 杜绝 蔡司 曾经 曾在 田地 田间 董事 "
        "许多 许可 唐人 宋代 谢谢 谢意 梁子 郑重 郑州 罗列 罗马 林业 林地 高温 何时 何地 何种 何处 "
        "胡同 胡椒 朱红 马匹 孙子 孙女 徐州 周末 周日 周一 周二 周三 周四 周五 周六 周期 周边 周围 "
        "吴语 赵州 黄河 杨树 陈述 陈列 刘海 张贴 张开 李子 王国 成都 成年 成果 成绩 边境 边界 查验 "
        "支持 常州 常见 全家 全日 全天 全程 和家 和孩 和其 和他 和她 和我 向他 向她 向我 向社 时她 "
        "时他 明白 文盲 文书 包车 安抚 安顿 应答"
    ).split()
)


def chinese_names(sight: Sight) -> Iterator[Span]:
    """Every stretch of characters that looks like a person's name."""
    text = sight.text
    for found in _DOTTED.finditer(text):
        yield from _foreign(found, sight)
    for pattern in (_TITLED, _LED, _LED_ALONE):
        for found in pattern.finditer(text):
            if found["name"] not in _WORDS and found["name"][:2] not in _WORDS and found["name"][-2:] not in _WORDS:
                yield sight.span(*found.span("name"), Kind.NAME)
    yield from (sight.span(*found.span("name"), Kind.NAME) for found in _NICK.finditer(text))
    for found in _CLAUSE.finditer(text):
        if GIVEN in names().get(found["given"], "") and found["name"] not in _WORDS:
            yield sight.span(*found.span("name"), Kind.NAME)
    for found in _FULL.finditer(text):
        if GIVEN in names().get(found["given"], ""):
            yield sight.span(*found.span("name"), Kind.NAME)
    yield from _listed(sight)


def _foreign(found: re.Match[str], sight: Sight) -> Iterator[Span]:
    """A name with a dot in it, from where its first part is a listed name or as long as it may be."""
    start = found.start()
    first, dot = found.group(), min(place for place, letter in enumerate(found.group()) if letter in "·・•‧")
    for length in (5, 4, 3, 2, 1):
        if dot >= length and names().get(first[dot - length : dot], ""):
            start = found.start() + dot - length
            break
    yield sight.span(start, found.end(), Kind.NAME)


def _listed(sight: Sight) -> Iterator[Span]:
    """Names of other languages, written as they sound."""
    text, sounded = sight.text, _sounded()
    for at in range(len(text) - 1):
        longest = sounded.get(text[at], 0)
        for length in range(longest, 1, -1):
            part = text[at : at + length]
            if len(part) == length and SOUNDED in names().get(part, ""):
                yield sight.span(at, at + length, Kind.NAME)
                break


@lru_cache(maxsize=1)
def _sounded() -> dict[str, int]:
    """The first character of every such name, with the length of the longest that begins so."""
    found: dict[str, int] = {}
    for name, what in names().items():
        if SOUNDED in what:
            found[name[0]] = max(found.get(name[0], 0), len(name))
    return found
