"""量化目标: numbers that are to be reached, each with what it counts, its unit and its strictness."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from guangyue.tasks.reading.days import FoundDay, find_days
from guangyue.tasks.reading.shapes import ReadTarget

NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?"
SCALE = r"[十百千万亿]{0,2}"
COUNTED = (
    r"平方公里|平方千米|立方米|平方米|千瓦时|千伏安|千瓦|公里|公顷|公斤|人次|标准吨|蒸吨|户次|家次|件次"
    r"|个|家|项|处|座|人|户|套|亩|吨|斤|元|名|件|支|张|所|辆|条|场|批|台|类|只|头|棵|株|篇|种|间|村|例|班|盏|次|位|艘|款|部(?!门|分|级|署)|片|口|眼"
)
MEASURE = re.compile(
    rf"(?<![\d.〔/：:第—A-Za-z])(?P<value>{NUMBER})\s*(?:[%％]?\s*(?:[-—~～－至]|到)\s*(?P<upper>{NUMBER}))?\s*"
    rf"(?P<unit>[%％]|个?百分点|(?:微克|毫克|克)\s*/\s*立方米|{SCALE}(?:{COUNTED})|[万亿]+(?=[以，。；、左投]))"
    r"(?P<after>\s*(?:（含）)?(?:及?以上|及?以下|以内|之内|左右|上下))?"
)
PART = re.compile(r"[，。；：、！？\n]")
NOT_TO_BE_REACHED = re.compile(
    r"\s*/|或|工作日|小时|日内|天内|的(?:企业|项目|单位|大项目|标准|奖励|补贴|比例给予|费率)|人以上(?:的|自然村)"
    r"|户以上|级|月|岁|方面|(?:一次性)?(?:奖励|补助|补贴|支持)"
)
GRANTS = re.compile(
    r"给予|奖励|奖补|补助|补贴|补偿|资助|贴息|最高不?超?过?$|按照?.{0,12}的?标准|投资(?:过|超过|额)|收入过"
    r"|对.{0,20}(?:超过|达到|满)$|覆盖度|分辨率"
)
LEAST = re.compile(r"(?:不得?(?:低于|少于)|至少|达到|达|突破|(?<!不)(?:超过|高于|超))\s*$")
OVER = re.compile(r"(?<!不)(?:突破|超过|高于|超)\s*$")
MOST = re.compile(
    r"(?:不高于|不超过|(?<![不得])低于|控制在|控制到|降至|下降至|下降到|压减到|最多|不大于)\s*$"
)
LESS_BY = re.compile(r"(?:下降|减少|降低|压减|缩短)\s*$")
ABOUT = re.compile(r"(?:约|大约|近)\s*$")
SOFT = ("力争", "争取", "基本", "探索", "努力", "原则上")
ADVERBS = re.compile(
    r"^(?:力争|争取|确保|努力|原则上|全市|全年|基本(?!建成)|每年|累计|至少|市级|其中|同时|并|将|再|共|要|在全市|着力|抓好|进一步|实现|重点)+"
)
VERBS = re.compile(
    r"^(?:完成|建设|实施|组建|培育|打造|解决|引进|创建|开展|推出|选取|举办|推进|加快|配备|设置|安排|培养|落地|设立|扶持|支持|形成|叠加|投放|梳理|建成)+"
)
KEPT = re.compile(r"(?:新增|新建|改造|改扩建|新)*")
TRAILING = re.compile(
    r"(?:达到|达|为|不低于|不少于|不得低于|不得少于|不高于|不超过|不大于|突破|超过|高于|低于|控制在|稳定在|保持在|下降至|降至|至少|约|近|超|到|在|要|率?分别|均|占比达到)+$"
)
FOLLOWING = re.compile(
    r"(?:的)?(?P<noun>[一-鿿A-Za-z“”0-9+·]{2,20}?)(?=[，。；、：（！]|$|建设|的|实现|完成|开工)"
)
LONGEST_INDICATOR = 40


def find_targets(text: str, *, day: date | None, due: date | None) -> Iterator[ReadTarget]:
    """In the order of the text; a number that only conditions a payment is none."""
    days = find_days(text, day=day)
    for one in days:
        text = f"{text[: one.start]}{'，':，<{one.end - one.start}}{text[one.end :]}"
    indicator, end = "", 0
    for found in MEASURE.finditer(text):
        before = PART.split(text[end : found.start()])[-1]
        after = text[found.end() :]
        whole = PART.split(text[: found.start()])[-1]
        if _conditions(found, before, after) or GRANTS.search(_sentence(text, found.start(), found.end())):
            continue
        indicator = _indicator(before, after, indicator)
        end = found.end()
        if indicator:
            yield _target(found, indicator, whole, _own_due(days, found.start(), text, due))


def _conditions(found: re.Match[str], before: str, after: str) -> bool:
    """日供水1000吨以上的水源地, 等7个领域: the number says which, not how many are to be reached."""
    if NOT_TO_BE_REACHED.match(after) or before.endswith(("等", "过", "年产", "在年产")):
        return True
    return bool(found["after"]) and "%" not in found["unit"] and after.startswith("的")


def strength_of(words: str) -> str:
    """力争、基本: words that keep a missed number from being a fault by itself."""
    return "、".join(dict.fromkeys(word for word in _soft(words)))


def _soft(words: str) -> Iterator[str]:
    for found in re.finditer("|".join(SOFT), words):
        if not words.startswith(("公共", "农田", "设施", "养老", "建设", "医疗"), found.end()):
            yield found[0]


def _target(found: re.Match[str], indicator: str, before: str, due: date | None) -> ReadTarget:
    unit = re.sub(r"\s|^个(?=百分点)", "", found["unit"]).replace("％", "%")
    return ReadTarget(
        indicator=indicator,
        comparator=_comparator(before, found["after"] or ""),
        value=Decimal(found["value"].replace(",", "")),
        unit=f"{unit}元" if unit in ("亿", "万") and "投资" in indicator else unit,
        value2=Decimal(found["upper"]) if found["upper"] else None,
        due=due,
        strength=strength_of(before),
    )


def _comparator(before: str, after: str) -> str:
    about = "左右" in after or "上下" in after or ABOUT.search(before)
    if MOST.search(before) or "以下" in after or "以内" in after or "之内" in after:
        return "≤≈" if about else "≤"
    if about:
        return "≈"
    if OVER.search(before):
        return ">"
    return "≥" if LEAST.search(before) or LESS_BY.search(before) or "以上" in after else "="


def _indicator(before: str, after: str, last: str) -> str:
    """What stands before the number, or else behind it; the second of two numbers counts the same thing."""
    said = ADVERBS.sub("", before.strip(" 和与及“”"))
    words = TRAILING.sub("", VERBS.sub("", said)).strip("“”的 ")
    if not KEPT.fullmatch(words):
        return words[-LONGEST_INDICATOR:]
    noun = FOLLOWING.match(after)
    if noun:
        return f"{words}{noun['noun']}"
    return said or last


def _own_due(days: Sequence[FoundDay], at: int, text: str, due: date | None) -> date | None:
    """The last day named before the number in its sentence, where it is not the assignment's own."""
    begins = max(text.rfind("。", 0, at), text.rfind("；", 0, at)) + 1
    own = next((one.due.on for one in reversed(days) if begins <= one.start < at), None)
    return own if own != due else None


def _sentence(text: str, start: int, end: int) -> str:
    """The words around a number up to the commas, in which a grant would show itself."""
    first = max(text.rfind(sign, 0, start) for sign in "，。；\n") + 1
    lasts = [at for sign in "，。；\n" if (at := text.find(sign, end)) >= 0]
    return text[first : min(lasts, default=len(text))]
