"""金额: sums of money and shares of them, what they are counted by and what they are there for."""

import re
from collections.abc import Iterator
from fractions import Fraction

from guangyue.gazette.reading.digest.numbers import NUMBER, exact_number
from guangyue.gazette.reading.digest.passages import Passage, around, closed, sentences
from guangyue.gazette.reading.digest.points import Amount, Bound, Purpose

SCALES = {"亿": 10**8, "百万": 10**6, "万": 10**4, "千": 1000, "": 1}
FEN = 100
BY = r"[人户个年月天日次家项村头亩吨套台所名例辆处班件企业站点单位岗只米平方公里立]"

BOUND = r"(?:最高|最多|不得?超过|不高于|至多|上限为?|不得?少于|不得?低于|最低(?!工资|生活)|至少)"

SUM = re.compile(
    rf"(?P<bound>{BOUND}*)\s*"
    rf"(?:(?P<low>{NUMBER})\s*(?P<low_scale>亿|百万|万|千)?元?\s*[-—－–~～至到]+\s*)?"
    rf"(?P<high>{NUMBER})\s*(?P<scale>亿|百万|万|千)?元(?!/)?"
    rf"(?:\s*[/／]\s*(?P<slashed>(?:{BY}|[·/／每])+))?"
)
SHARE = re.compile(
    rf"(?P<bound>{BOUND}*)\s*"
    rf"(?:(?P<low>\d{1, 6}(?:\.\d{1, 6})?)\s*[%％]?\s*[-—－–~～至]+\s*)?"
    r"(?:(?P<high>\d{1,6}(?:\.\d{1,6})?)\s*[%％]|(?P<over>\d{1,3})/(?P<under>[1-9]\d{0,2})(?![/\d日])|(?P<parts>[二三四五十百])分之(?P<many>[一二三四五六七八九]))"
)
COUNTED_BY = re.compile(
    rf"(?P<bound>{BOUND}*)(?P<per>(?:每[^，,。；：、\d每的按给予安]{{1,8}}?)+)"
    rf"(?:年度|补助额?度?|补贴额?度?|奖励额?度?|给予|按|标准为?|一次性|再|的标准|发放|各|缴纳|{BOUND})*\s*$"
)
WHOLE = re.compile(
    rf"(?:.*(?:按照?|占|为|以|参照|返还|给予|从|{BOUND})|.*[，,：:、）)]|^)(?P<of>[^，,。；：:、%％）)]{{2,40}}?)的\s*$"
)

PAYING = re.compile(
    r"给予|补贴|补助|奖励|奖补|返还|贴息|报销|减免|减征|拨付|预支|支付|承担|分担|资助|补偿|救助|缴存|缴纳|缴费|扣除|提取|计提|发放|安排"
)
FINING = re.compile(r"罚款|处以?罚|罚金")
BUDGETING = re.compile(r"安排|统筹|总额|投入|预算|注资|设立|规模|筹集|划拨|总投资|投资")
AIMING = re.compile(
    r"达到|实现|突破|增长|力争|完成.{0,8}(?:投资|产值|收入)|增加值|超过|建成|处置|降至|控制在"
)
CONDITION_AFTER = re.compile(
    r"^\s*(?:（含）|\(含\))?(?:及?以上|及?以下|以内|不足|的(?:企业|项目|单位|大项目|产业))"
)
CONDITION_BEFORE = re.compile(r"(?:不足|满|超过|达到?|投资过?|实缴资本|收入|高于|低于)\s*$")

PART = re.compile(r"[，,：:]")
SUCH_AS = re.compile(r"的[，,]")  # …超过5000万元的，
GRANTING = re.compile(r"给予|补贴|补助|奖|返还|贴息|标准|每[人户个]")
SETTING_ASIDE = re.compile(r"安排|设立|投入|筹集|划拨|注资")
RATE = re.compile(r"率|覆盖|减排|限产|面积|任务|进度")
OF_MONEY = re.compile(r"补|贴|奖|返还|费率|利率|税率")
COUNTED_IN_MONEY = re.compile(r"标准|费|资金|工资|资本|额")
MOST = re.compile(r"最高|最多|超过|不高于|至多|上限")
LEAST = re.compile(r"少于|低于|最低(?!工资|生活)|至少")


def find_amounts(text: str) -> Iterator[tuple[Passage, Amount]]:
    for sentence in sentences(text):
        for found in SUM.finditer(sentence.words):
            yield sentence.part(*found.span()), _sum(found, sentence.words)
        for found in SHARE.finditer(sentence.words):
            if not _is_of_money(found, sentence.words):
                continue
            yield sentence.part(*found.span()), _share(found, sentence.words)


def _sum(found: re.Match[str], sentence: str) -> Amount:
    high = _fen(found["high"], found["scale"])
    low = _fen(found["low"], found["low_scale"] or found["scale"]) if found["low"] else high
    per = COUNTED_BY.search(around(sentence, found)[0])
    return Amount(
        low=low,
        high=high,
        per=found["slashed"] or (closed(per["per"]).removeprefix("每") if per else ""),
        bound=_bound(found["bound"] or (per["bound"] if per else "")),
        purpose=_purpose(found, sentence),
    )


def _share(found: re.Match[str], sentence: str) -> Amount:
    before, _ = around(sentence, found)
    of = WHOLE.search(before)
    return Amount(
        share=_fraction(found),
        share_from=Fraction(found["low"]) / 100 if found["low"] else None,
        of=closed(of["of"]) if of else "",
        bound=_bound(found["bound"] or (before[max(0, of.start("of") - 4) : of.start("of")] if of else "")),
        purpose=_purpose(found, sentence),
    )


def _fen(number: str, scale: str | None) -> int:
    return round(exact_number(number) * SCALES[scale or ""] * FEN)


def _fraction(found: re.Match[str]) -> Fraction:
    if found["high"]:
        return Fraction(found["high"]) / 100
    if found["over"]:
        return Fraction(int(found["over"]), int(found["under"]))
    return exact_number(found["many"]) / exact_number(found["parts"])


def _bound(words: str) -> Bound:
    """The last word decides: 最高不超过."""
    if LEAST.search(words):
        return Bound.LEAST
    return Bound.MOST if MOST.search(words) else Bound.EXACT


def _purpose(found: re.Match[str], sentence: str) -> Purpose:
    """By the words right around the number, then by those of its part of the sentence."""
    before, after = around(sentence, found)
    part = PART.split(before)[-1] + found.group() + PART.split(after)[0]
    if FINING.search(part):
        return Purpose.FINE
    if not found["bound"] and (CONDITION_AFTER.search(after) or CONDITION_BEFORE.search(before)):
        conditional = PAYING.search(sentence) or SUCH_AS.search(after) or not AIMING.search(part)
        return Purpose.THRESHOLD if conditional else Purpose.TARGET
    if SETTING_ASIDE.search(PART.split(before)[-1]):
        return Purpose.BUDGET
    if GRANTING.search(part):
        return Purpose.PAID
    if AIMING.search(part):
        return Purpose.TARGET
    if BUDGETING.search(part):
        return Purpose.BUDGET
    return Purpose.PAID if PAYING.search(sentence) else Purpose.TARGET


def _is_of_money(found: re.Match[str], sentence: str) -> bool:
    """A share counts where money is paid by it, and not where a rate is to be reached."""
    before, after = around(sentence, found)
    before = PART.split(before)[-1]
    part = before + PART.split(after)[0]
    if RATE.search(before) and not OF_MONEY.search(part):
        return False
    return bool(PAYING.search(part) or (PAYING.search(sentence) and COUNTED_IN_MONEY.search(part)))
