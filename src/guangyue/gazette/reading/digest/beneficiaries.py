"""适用对象: whom a clause is for, when it gives or allows something."""

import re
from collections.abc import Iterator

from guangyue.gazette.reading.digest.passages import Passage, closed, sentences
from guangyue.gazette.reading.digest.points import Beneficiary

WHO = (
    r"(?:企业|单位|人员|个人|家庭|成员|劳动者|毕业生|机构|户|农民|学生|学员|者|群体|对象|团队|园区|载体|基地|居民|平台|公司|合作社"
    r"|院校|学校|职工|员工|人才|农民工|学徒|青年|法人|店|馆|厂|农场|幼儿园|儿童|老年人|老人|残疾人|孤儿|群众|村民|军人|医院|协会|组织|贫困户|导师|讲师|银行|总部|分行|研究院"
    r"|实验室|项目|社区|街道|城市|大赛|教师|医师|技师|规划师|农民|牧民|渔民|病人|患者|人口|妇女|市民|申请人|家长|个体工商户|商户|集团|之星”)"
)
ENDS_WITH_WHO = re.compile(rf"{WHO}(?:（[^（）]*）|\([^()]*\))*$")
GIVING = re.compile(
    r"按照?[^，,。；]{2,30}?(?:进行|予以|给予|返还)[^，,。；]{0,8}?[补奖贴返减]"
    r"|给予(?!.{0,6}(?:处分|处罚|警告|批评|行政|罚))|享受|返还|补贴|补助|奖励|奖补|贴息|减免|免收|免费|免征|减征|资助|救助|发放|可申请|可按|可一次性|缓缴|缓征|补偿"
    r"|予以(?:补|奖|减|免|支持|优先|扶持|表彰)|优先(?:安排|保障|支持|办理|纳入)|纳入.{0,12}(?:范围|保障|供养|救助|扶持)|提供"
)
TOWARDS = re.compile(r"(?:^|[，,：:。；]|其中|[一二三四五六七八九]是|并|再|还|，并)对于?(?P<rest>.+)$")
RANGE = re.compile(
    r"(?:享受[^，。；]{0,20}的?(?:人员|对象)?(?:范围)?|(?:适用|补贴|补助|救助|支持|资助|奖励|保障|扶持|享受|服务|培训)(?:的)?(?:对象|范围)|适用)"
    r"(?:具体)?(?:包括|为|是|扩大(?:至|到)|于|：|:)(?P<who>[^。；]{4,200})"
)
INTO = re.compile(
    r"将(?P<who>[^，,。；]{3,120}?)(?:全部|统一)?纳入[^，。；]{0,16}(?:范围|保障|对象|扶持|供养|救助)"
)
MAY_APPLY = re.compile(
    r"(?:^|[，,：:])(?P<who>[^，,。；：:]{4,90}?)(?:，|,)?(?:可以?(?:依法)?(?:申请|享受|领取|给予)|均可享受|(?:同等|优先)享受)"
)
GIVEN_TO = re.compile(
    rf"(?:给予|奖励)(?P<who>[^，,、。；\d每一最不适相年][^，,。；\d每一最不适相年]{{2,24}}?{WHO})(?=每|一定|一次|最高|不超过|年度|\d|适当|相应|资金|补|奖)"
)
OFFERED = re.compile(
    rf"[为向](?P<who>[^，,。；]{{2,110}}?{WHO}(?:（[^（）]*）)?)(?:(?:免费|无偿)(?:提供|发放|配备)|(?:统一|及时|按月)?发放)"
)
COMMA = re.compile(r"[，,]")
LONGEST = 160


def find_beneficiaries(text: str) -> Iterator[tuple[Passage, Beneficiary]]:
    found: list[Passage] = []
    for sentence in sentences(text):
        for passage in (*_by_range(sentence), *_towards(sentence), *_by_words(sentence)):
            if not any(one.start < passage.end and passage.start < one.end for one in found):
                found.append(passage)
    for passage in sorted(found, key=lambda one: one.start):
        yield passage, Beneficiary(closed(passage.words))


def _by_range(sentence: Passage) -> Iterator[Passage]:
    """享受职业培训补贴的人员范围包括…: as far as somebody is named."""
    for found in RANGE.finditer(sentence.words):
        start, end = found.span("who")
        if who := _up_to_a_noun(sentence.words[start:end]):
            yield sentence.part(start, start + len(who))


def _towards(sentence: Passage) -> Iterator[Passage]:
    """对…给予: to the last noun before what is given, however many commas stand between."""
    for found in TOWARDS.finditer(sentence.words):
        start = found.start("rest")
        giving = GIVING.search(sentence.words, start)
        if (
            giving
            and giving.start() - start <= LONGEST
            and (who := _named_before(sentence.words[start : giving.start()]))
        ):
            yield sentence.part(start, start + len(who))


def _named_before(words: str) -> str:
    """The last part that ends with somebody; else the first that is 对…的，; else nobody is named."""
    ends = [*_commas(words), len(words.rstrip("，, "))]
    named = [end for end in ends if ENDS_WITH_WHO.search(words[:end])]
    described = [end for end in ends[:-1] if words[:end].endswith("的")]
    if described and not (named and named[0] < described[0]):
        named = [end for end in named if end < described[0]] or described[:1]
    return words[: named[-1]] if named else ""


def _up_to_a_noun(words: str) -> str:
    ends = [*_commas(words), len(words.rstrip())]
    named = [end for end in ends if ENDS_WITH_WHO.search(words[:end])]
    return words[: named[-1]] if named else ""


def _by_words(sentence: Passage) -> Iterator[Passage]:
    for pattern in (INTO, MAY_APPLY, GIVEN_TO, OFFERED):
        for found in pattern.finditer(sentence.words):
            if ENDS_WITH_WHO.search(found["who"].strip()):
                yield sentence.part(*found.span("who"))


def _commas(words: str) -> list[int]:
    """Those outside of brackets."""
    return [comma.start() for comma in COMMA.finditer(words) if not _in_brackets(words, comma.start())]


def _in_brackets(words: str, place: int) -> bool:
    opened = sum(words.count(sign, 0, place) for sign in "（(")
    return opened > sum(words.count(sign, 0, place) for sign in "）)")
