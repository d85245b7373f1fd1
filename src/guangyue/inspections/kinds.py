"""Words of inspections that models, services and pages share. Knows no database."""

from enum import Enum

from guangyue.inspections.drawing.terms import Algorithm


class ItemKind(Enum):
    """抽查事项类别: safety, quality and the public interest on one side, all else on the other."""

    KEY = "重点检查事项"
    GENERAL = "一般检查事项"


class Method(Enum):
    """检查方式."""

    ON_SITE = "实地核查"
    WRITTEN = "书面检查"
    ONLINE = "网络监测"
    COMMISSIONED = "委托检查"


class Class(Enum):
    """风险等级、信用等级, the better first; a unit is drawn by the worse of its two."""

    A = "A 级"
    B = "B 级"
    C = "C 级"
    D = "D 级"


class Result(Enum):
    """检查结果."""

    CLEAN = "未发现问题"
    FOUND = "发现问题"
    UNREACHABLE = "无法联系"
    UNWILLING = "不配合检查"
    CRIME = "涉嫌犯罪，移送"

    @property
    def needs_follow_up(self) -> bool:
        return self is not Result.CLEAN


class Source(Enum):
    """线索来源."""

    COMPLAINT = "投诉举报"
    HANDED_OVER = "转办交办"
    MONITORING = "数据监测"


class OfficerRole(Enum):
    """执法人员类别; only with a valid certificate does somebody stand in a team's slot."""

    CIVIL_SERVANT = "行政执法类公务员"
    QUALIFIED = "具有执法资格的人员"
    DAILY = "日常监管人员"


def choices_of(words: type[Enum]) -> tuple[tuple[str, str], ...]:
    return tuple((word.name, str(word.value)) for word in words)


ITEM_KINDS = choices_of(ItemKind)
METHODS = choices_of(Method)
CLASSES = choices_of(Class)
RESULTS = choices_of(Result)
SOURCES = choices_of(Source)
OFFICER_ROLES = choices_of(OfficerRole)
ALGORITHMS = (
    (Algorithm.GYDRAW.name, "GYDRAW-1，按等级权重"),
    (Algorithm.NOMCOM.name, "RFC 3797，机会均等"),
)
