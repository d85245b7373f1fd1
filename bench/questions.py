"""Judged questions: what is typed, and the documents and clauses that whoever typed it wants."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log2

from bench.passages import Passage, Place

MOST = 10  # documents of an answer that anyone looks at
QUOTED = 3  # clauses of a document that are shown


@dataclass(frozen=True)
class Wanted:
    """The passages of which all of this is so, and how much they are wanted: 3 is meant, 1 is of use."""

    worth: int
    number: str = ""
    titled: str = ""  # what stands in the title; without anything below, the document as a whole
    paths: tuple[str, ...] = ()
    headed: str = ""  # what stands in the heading of a clause
    says: str = ""  # what stands in a clause

    def holds(self, passage: Passage) -> bool:
        of_a_clause = bool(self.paths or self.headed or self.says)
        return (
            bool(passage.path) is of_a_clause
            and (not self.number or passage.number == self.number)
            and (not self.paths or passage.path in self.paths)
            and self.titled in passage.title
            and self.headed in passage.heading
            and self.says in passage.text
        )


@dataclass(frozen=True)
class Asked:
    words: str
    wanted: Sequence[Wanted]


@dataclass(frozen=True)
class Judged:
    """A question with its judgement on a collection."""

    words: str
    documents: Mapping[str, int] = field(default_factory=dict)
    clauses: frozenset[Place] = frozenset()


@dataclass(frozen=True)
class Quality:
    """How good an answer is: each figure is 1 at best."""

    first: float  # 1 / the place of the first document that is meant (MRR)
    recall: float  # of the documents wanted, those among the first ten
    gain: float  # nDCG@10
    clause: float | None  # whether a clause that is wanted is quoted with its document


OF_INVENTED = (
    Asked(
        "示政发〔2001〕65号", (Wanted(3, number="示政发〔2001〕65号"), Wanted(1, says="示政发〔2001〕65号"))
    ),
    Asked("示政字2007 4102", (Wanted(3, number="示政字〔2007〕4102号"),)),
    Asked("2011年6605号", (Wanted(3, number="示政发〔2011〕6605号"),)),
    Asked("秸秆补贴", (Wanted(3, titled="秸秆补贴"),)),
    Asked("河道监测", (Wanted(3, titled="河道监测"),)),
    Asked("停车费用", (Wanted(3, titled="停车费用"), Wanted(1, headed="停车费用"))),
    Asked("出租车辆 措施", (Wanted(3, titled="出租车辆支持"), Wanted(1, titled="出租车辆"))),
    Asked("申请沼气补贴", (Wanted(3, titled="申请沼气补贴"), Wanted(2, titled="沼气补贴"))),
    Asked("路灯费用 工作方案", (Wanted(3, titled="路灯费用"),)),
    Asked("电梯 保险", (Wanted(3, headed="电梯保险"),)),
    Asked("机场贷款怎么申请", (Wanted(3, headed="申请机场贷款"), Wanted(1, headed="机场贷款"))),
    Asked("办理停车租金", (Wanted(3, headed="办理停车租金"), Wanted(1, headed="停车租金"))),
    Asked("陈蒋赵", (Wanted(3, says="陈蒋赵"),)),
    Asked("钱孙李", (Wanted(3, says="钱孙李"),)),
    Asked("“排查地震项目公示”", (Wanted(3, titled="排查地震项目公示"),)),
)

OF_THE_FIVE = (
    Asked("聊财社2019 70", (Wanted(3, number="聊财社〔2019〕70号"),)),
    Asked(
        "鲁政发〔2018〕30号",
        (
            Wanted(3, number="聊政发〔2019〕4号"),
            Wanted(1, number="聊财社〔2019〕70号", paths=("第一条", "第三十九条")),
        ),
    ),
    Asked(
        "就业见习补贴",
        (
            Wanted(3, number="聊财社〔2019〕70号", paths=("第九条", "第三十条")),
            Wanted(2, number="聊政发〔2020〕4号", paths=("三7",)),
        ),
    ),
    Asked(
        "一次性创业补贴怎么申请",
        (
            Wanted(3, number="聊财社〔2019〕70号", paths=("第十一条", "第三十二条")),
            Wanted(2, number="聊政发〔2019〕4号", paths=("二（六）",)),
        ),
    ),
    Asked("林长制", (Wanted(3, number="聊政办字〔2019〕36号"),)),
    Asked(
        "改厕 管护",
        (
            Wanted(3, number="聊政办字〔2019〕37号"),
            Wanted(1, number="聊政办字〔2019〕13号", paths=("乙三（四）2",)),
            Wanted(1, number="聊政发〔2019〕5号", paths=("六24",)),
        ),
    ),
    Asked(
        "燃放烟花爆竹",
        (
            Wanted(
                3,
                number="聊政办字〔2020〕49号",
                paths=("4.4.2.3（3）⑥", "4.4.3.3（3）⑥", "4.4.4.3（3）⑥"),
            ),
        ),
    ),
    Asked("擅自拆除历史建筑", (Wanted(3, number="聊城市人民政府令第37号", paths=("第十九条第二款",)),)),
    Asked(
        "户外广告",
        (
            Wanted(3, number="聊城市人民政府令第37号", paths=("第二十一条",)),
            Wanted(2, number="聊政办字〔2020〕12号", paths=("附件二（二）",)),
        ),
    ),
    Asked(
        "企业首发上市补助",
        (
            Wanted(3, number="聊政发〔2021〕5号", paths=("六（一）",)),
            Wanted(1, number="聊政办发〔2021〕2号", paths=("四19",)),
        ),
    ),
    Asked("责任规划师 聘任", (Wanted(3, number="聊政办字〔2021〕3号", paths=("一（二）",)),)),
    Asked(
        "容缺受理",
        (
            Wanted(3, number="聊政办字〔2019〕35号", paths=("三（十五）",)),
            Wanted(1, number="聊政办字〔2020〕46号", paths=("三（三）三是",)),
        ),
    ),
    Asked("曹宇翔", (Wanted(3, number="聊政任〔2019〕3号"),)),
    Asked("特困人员 供养标准", (Wanted(3, number="聊政字〔2020〕28号", paths=("三（二）",)),)),
    Asked(
        "失业保险 稳岗返还",
        (
            Wanted(3, number="聊政发〔2019〕4号", paths=("一（二）",)),
            Wanted(3, number="聊政发〔2020〕4号", paths=("二5",)),
            Wanted(1, number="聊政办发〔2019〕10号", paths=("二（三）",)),
        ),
    ),
)


def judge(questions: Iterable[Asked], passages: Sequence[Passage]) -> Iterator[Judged]:
    for asked in questions:
        documents: dict[str, int] = {}
        clauses = set()
        for wanted in asked.wanted:
            for passage in filter(wanted.holds, passages):
                documents[passage.number] = max(wanted.worth, documents.get(passage.number, 0))
                if passage.path:
                    clauses.add(passage.place)
        if max(documents.values(), default=0) < max(wanted.worth for wanted in asked.wanted):
            raise LookupError(f"nothing in the collection is meant by {asked.words}")
        yield Judged(asked.words, documents, frozenset(clauses))


def quality(judged: Judged, answer: Sequence[Place]) -> Quality:
    """Of passages, the best first; a document stands where the first of its passages does."""
    shown: dict[str, list[Place]] = {}
    for place in answer:
        quoted = shown.setdefault(place.number, [])
        if place.path and len(quoted) < QUOTED:
            quoted.append(place)
    ranking = list(shown)[:MOST]
    gains = [judged.documents.get(number, 0) for number in ranking]
    best = sorted(judged.documents.values(), reverse=True)
    return Quality(
        first=next((1 / place for place, gain in enumerate(gains, start=1) if gain == best[0]), 0.0),
        recall=sum(map(bool, gains)) / min(MOST, len(best)),
        gain=_discounted(gains) / _discounted(best[:MOST]),
        clause=float(any(place in judged.clauses for number in ranking for place in shown[number]))
        if judged.clauses
        else None,
    )


def _discounted(gains: Sequence[int]) -> float:
    return sum(((1 << gain) - 1) / log2(place + 1) for place, gain in enumerate(gains, start=1))
