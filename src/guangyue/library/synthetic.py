"""A large library of invented documents, to measure the search and to try it.

They say nothing that is so, but their words are as many and as unevenly spread as those of a gazette."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from django.db import transaction
from django.utils import timezone

from guangyue.gazette.models import Edition, Issue, PrintedClause, PrintedDocument
from guangyue.gazette.reading.shapes import Category, Level
from guangyue.library.searching.indexing import index_edition

CITY = "示例市"
DOCUMENTS_OF_AN_ISSUE = 50
CLAUSES_OF_A_DOCUMENT = 20
FIRST_DAY = date(2001, 1, 15)
NUMERALS = "一二三四五六七八九十"


def _words(text: str) -> list[str]:
    return text.split()


MATTERS = _words(
    "就业 社保 医疗 养老 教育 住房 交通 环保 农业 水利 林业 畜牧 粮食 能源 工业 商贸 旅游 文化 "
    "体育 科技 金融 财政 税务 审计 统计 规划 土地 城管 消防 应急 气象 地震 档案 信访 民政 残疾 "
    "妇女 儿童 青年 宗教 民族 侨务 秸秆 扬尘 垃圾 河道 湿地 耕地 温室 牧场 渔业 蔬菜 果树 小麦 "
    "玉米 化肥 农药 种子 地膜 沼气 光伏 风电 燃气 供热 供水 排水 污水 管网 公交 出租 物流 仓储 "
    "快递 港口 铁路 公路 桥梁 隧道 机场 路灯 绿化 公园 广场 停车 电梯 锅炉"
)
THINGS = _words(
    "项目 资金 平台 机制 体系 名单 目录 标准 指标 台账 合同 许可 备案 补贴 奖励 培训 检查 监测 "
    "预案 网点 企业 机构 学校 医院 社区 村庄 园区 基地 队伍 专家 数据 系统 设备 车辆 场所 标识 "
    "档案 信用 保险 贷款 基金 股权 租金 费用"
)
VERBS = _words(
    "推进 落实 完善 健全 加强 规范 提高 扩大 建立 实施 开展 组织 支持 鼓励 引导 促进 保障 优化 "
    "强化 深化 整合 统筹 协调 指导 监督 考核 公示 审核 发放 申请 受理 办理 调整 清理 整治 排查 "
    "修复 改造 新建 扩建 验收 移交 共享"
)
ENDINGS = _words(
    "确保年底前完成 纳入年度考核 实行动态管理 按月报送进展情况 由主管部门负责解释 做到应保尽保 "
    "依法追究责任 接受社会监督 不得重复享受 优先予以支持 严格控制成本 形成长效机制"
)
SERIES = (("政发", ""), ("政字", ""), ("政办发", "办公室"), ("政办字", "办公室"))
KINDS = ("实施意见", "管理办法", "工作方案", "行动计划", "若干措施", "应急预案")


def build_library(*, documents: int, at: datetime, seed: int = 1) -> None:
    """So many released documents, searchable: 50 to an issue, 20 clauses each. Without a model of a language
    their sentences are words in a row; rare words are rare, names and numbers stand among them."""
    for start in range(0, documents, DOCUMENTS_OF_AN_ISSUE):
        ordinal = start // DOCUMENTS_OF_AN_ISSUE
        chance = Random(f"{seed}.{ordinal}")  # noqa: S311  nothing is kept secret by it
        _build_issue(ordinal, min(DOCUMENTS_OF_AN_ISSUE, documents - start), at, chance)


@transaction.atomic
def _build_issue(ordinal: int, documents: int, at: datetime, chance: Random) -> None:
    day = FIRST_DAY + timedelta(days=28 * ordinal)
    issue = Issue.objects.create(key=f"合成-{ordinal + 1}")
    edition = Edition.objects.create(
        issue=issue,
        version=1,
        state=Edition.State.RELEASED,
        source=f"{issue.key}.txt",
        encoding="UTF-8",
        sha256=f"{ordinal:064x}",
        text="",
        title=f"{CITY}人民政府公报",
        imported_at=at,
        released_at=timezone.make_aware(datetime.combine(day, time(9))),
    )
    rows = [
        _document(edition, order, ordinal * DOCUMENTS_OF_AN_ISSUE + order, day, chance)
        for order in range(documents)
    ]
    printed = PrintedDocument.objects.bulk_create(rows)
    PrintedClause.objects.bulk_create(clause for document in printed for clause in _clauses(document, chance))
    index_edition(edition=edition)


def _document(edition: Edition, order: int, serial: int, day: date, chance: Random) -> PrintedDocument:
    series, office = SERIES[serial % len(SERIES)]
    number = f"示{series}〔{day.year}〕{serial + 1}号"
    matter, thing = _rare(MATTERS, chance), _rare(THINGS, chance)
    return PrintedDocument(
        edition=edition,
        order=order + 1,
        key=number,
        number=number,
        series=series,
        year=day.year,
        serial=serial + 1,
        title=f"关于{chance.choice(VERBS)}{matter}{thing}{chance.choice(VERBS)}的{chance.choice(KINDS)}",
        issuers=[f"{CITY}人民政府{office}"],
        category=Category.GOVERNMENT_OFFICE.value if office else Category.GOVERNMENT.value,
        day=day + timedelta(days=order % 28),
        parts=[{"kind": "正文", "name": "", "title": "", "spans": []}],
    )


def _clauses(document: PrintedDocument, chance: Random) -> Iterator[PrintedClause]:
    for order in range(CLAUSES_OF_A_DOCUMENT):
        label = f"{NUMERALS[order // 10]}、" if order % 10 == 0 else f"（{NUMERALS[order % 10]}）"
        path = label.rstrip("、") if order % 10 == 0 else f"{NUMERALS[order // 10]}{label}"
        yield PrintedClause(
            document=document,
            order=order + 1,
            depth=0 if order % 10 == 0 else 1,
            part=0,
            path=path,
            level=(Level.SECTION if order % 10 == 0 else Level.SUBSECTION).name,
            label=label,
            heading=f"{chance.choice(VERBS)}{_rare(MATTERS, chance)}{_rare(THINGS, chance)}。",
            text="".join(_sentence(document, chance) for _ in range(chance.randint(2, 5))),
            spans=[[order + 1, order + 1]],
        )


def _sentence(document: PrintedDocument, chance: Random) -> str:
    phrases = [
        f"{chance.choice(VERBS)}{_rare(MATTERS, chance)}{_rare(THINGS, chance)}"
        for _ in range(chance.randint(2, 5))
    ]
    if chance.random() < 0.05:
        phrases.insert(0, f"依据示政发〔{document.year}〕{chance.randint(1, document.serial or 1)}号")
    if chance.random() < 0.02:
        phrases.append("".join(chance.choice("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨") for _ in range(3)))
    return f"{'，'.join(phrases)}，{chance.choice(ENDINGS)}。"


def _rare(words: list[str], chance: Random) -> str:
    """The further back in the list, the rarer."""
    return words[int(len(words) * chance.random() ** 3)]
