"""事项 as it is declared: the ten unified elements, its situations and questions. Knows no database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from guangyue.gazette.document import Clause
from guangyue.kit.limits import Limit


class PowerKind(Enum):
    """权力类型: the eleven kinds of 聊政字〔2021〕8号 二（一）."""

    PERMIT = "行政许可"
    PENALTY = "行政处罚"
    COERCION = "行政强制"
    LEVY = "行政征收"
    PAYMENT = "行政给付"
    INSPECTION = "行政检查"
    CONFIRMATION = "行政确认"
    REWARD = "行政奖励"
    RULING = "行政裁决"
    OTHER = "其他行政权力"
    SERVICE = "公共服务"


class Level(Enum):
    """行使层级."""

    PROVINCE = "省"
    CITY = "市"
    COUNTY = "县"
    TOWNSHIP = "镇街"


class Audience(Enum):
    """服务对象."""

    PERSON = "自然人"
    FIRM = "法人"
    BOTH = "自然人、法人"
    OFFICE = "行政机关"  # handed up by another office, at its desk


class Source(Enum):
    """材料来源: whoever holds what a material proves."""

    APPLICANT = "申请人"
    SHARED = "部门共享"
    LICENCE = "电子证照"


class Flag(Enum):
    """标签 of a matter, by which the lists of the documents are made."""

    ONE_VISIT = "一次办好"
    ONLINE = "网上可办"
    WHOLLY_ONLINE = "全程网办"
    FREQUENT = "高频"
    LIVELIHOOD = "高频民生"
    ENTERPRISE = "涉企审批"
    INSTANT = "秒批秒办"
    MOBILE = "掌上可办"
    DELEGATED_INTAKE = "委托收件"


@dataclass(frozen=True)
class Basis:
    """设定依据: a law or rule and the article of it."""

    title: str
    article: str
    level: str = ""  # 法律、行政法规、地方性法规、规章、规范性文件

    @classmethod
    def of(cls, clause: Clause) -> "Basis":
        """规范性文件 of the city."""
        return cls(clause.document.name if clause.document else clause.number, clause.path, "规范性文件")


@dataclass(frozen=True)
class Material:
    """申请材料: 主要 unless `deferrable`; a deferrable one may be owed for `supply_days`.

    One that is not from the applicant is fetched by the city from `fetched_from` and never asked for.
    """

    code: str
    title: str
    deferrable: bool = False
    supply_days: int | None = None
    before: str = ""  # the key of the answer that is a day by which it must have been supplied
    originals: int = 1
    copies: int = 0
    source: Source = Source.APPLICANT
    fetched_from: str = ""
    asked_when: str = ""  # said of the situation, in words
    sample: str = ""  # what a good one looks like
    cites: Clause | None = None


@dataclass(frozen=True)
class Fee:
    """收费项目."""

    item: str
    standard: str
    basis: str


class Entry(Enum):
    """What an applicant writes into a field of the form."""

    TEXT = "文字"
    LONG_TEXT = "长文字"
    NUMBER = "数"
    MONEY = "金额"
    DAY = "日期"
    CHOICE = "单选"
    YES_NO = "是否"
    PHONE = "电话"
    ID_NUMBER = "公民身份号码"
    CREDIT_CODE = "统一社会信用代码"
    AREA = "地块范围"  # GeoJSON polygons


@dataclass(frozen=True)
class FormField:
    """表单项: asked once; `known_as` names the fact of the registries that already answers it."""

    key: str
    title: str
    entry: Entry = Entry.TEXT
    required: bool = True
    choices: tuple[str, ...] = ()
    help: str = ""
    known_as: str = ""


@dataclass(frozen=True)
class Answer:
    """One answer to a question, and where it leads: to another question, or to a situation."""

    title: str
    question: str = ""
    variant: str = ""


@dataclass(frozen=True)
class Question:
    """颗粒化的问题: of its answers each leads on; the first question of a matter is where it begins."""

    key: str
    title: str
    answers: tuple[Answer, ...]
    help: str = ""


@dataclass(frozen=True)
class Reporting:
    """报送期限: until when what was decided elsewhere is reported; counted from the day that a field of the
    form says. `next_year_by` is a day of the next year, month and day, for what is reported once for all."""

    counted_from: str
    limit: Limit | None = None
    next_year_by: tuple[int, ...] = ()
    cites: Clause | None = None


@dataclass(frozen=True)
class Explanation:
    """常见问题 or 专业释义: a question or a term, and what is said of it."""

    asked: str
    said: str


@dataclass(frozen=True)
class Variant:
    """办理情形: a concrete situation with a fixed list of materials, by their codes; what it does not say is
    as the matter says."""

    key: str
    title: str
    materials: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    conditions: str = ""
    promised_days: int | None = None
    reporting: Reporting | None = None
    flow: str = ""
    cites: Clause | None = None
    review_points: tuple[str, ...] = ()
    samples: tuple[Explanation, ...] = ()
    terms: tuple[Explanation, ...] = ()
    faqs: tuple[Explanation, ...] = ()


@dataclass(frozen=True)
class Declaration:
    """事项: what a version of a matter says.

    An empty tuple of fees says there are none. `flow` is the key of the flow that its cases travel, `rule`
    the code of the rule by which a case may be decided at once (秒批) or an amount is judged. `produces` are
    codes of the materials that its result is.
    """

    code: str
    name: str
    kind: PowerKind
    bases: tuple[Basis, ...]
    levels: tuple[Level, ...]
    conditions: str
    audience: Audience
    materials: tuple[Material, ...]
    promised_days: int
    statutory_days: int | None = None
    fees: tuple[Fee, ...] = ()
    variants: tuple[Variant, ...] = ()
    questions: tuple[Question, ...] = ()
    fields: tuple[FormField, ...] = ()
    aliases: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    field_of_life: str = ""  # 领域 or 群体 of a 高频民生 matter
    on_application: bool = True
    exception: str = ""  # why it does not enter the hall
    flow: str = "ordinary"
    rule: str = ""
    entrance: str = ""  # the name of the page where it is applied for, with its code; empty for the usual one
    produces: tuple[str, ...] = ()
    no_deferrable_because: str = ""
    needs_prior_consent: bool = False
    can_be_refused_on_merits: bool = False
    actual_steps: int | None = None  # 办事环节
    cites: Clause | None = None
    since: date | None = None

    def variant(self, key: str) -> Variant:
        return next(one for one in self.variants if one.key == key)

    def material(self, code: str) -> Material:
        return next(one for one in self.materials if one.code == code)

    def materials_of(self, variant: Variant) -> Iterator[Material]:
        return (self.material(code) for code in variant.materials)

    def asked_of(self, variant: Variant) -> Iterator[Material]:
        """What the applicant hands in: nothing that the city holds itself."""
        return (one for one in self.materials_of(variant) if one.source is Source.APPLICANT)

    def fields_of(self, variant: Variant) -> Iterator[FormField]:
        return (one for one in self.fields if one.key in variant.fields)

    def promised(self, variant: Variant) -> int:
        """承诺时限 in working days."""
        return self.promised_days if variant.promised_days is None else variant.promised_days

    def flow_of(self, variant: Variant) -> str:
        return variant.flow or self.flow


@dataclass(frozen=True)
class LocalPart:
    """What one exercising unit says of its own: where to go, when, whom to call; a promise shorter than the
    unified limit."""

    place: str = ""
    hours: str = ""
    phone: str = ""
    promised_days: int | None = None
    remarks: tuple[str, ...] = field(default=())
