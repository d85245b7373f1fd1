"""事项清单: every matter the scheme lists, with its clause; where an exclusion or the class of the enterprise
decides the way, a question does."""

from guangyue.kit.limits import Limit, Unit
from guangyue.matters.declaration import (
    Answer,
    Audience,
    Basis,
    Declaration,
    Entry,
    Flag,
    FormField,
    Level,
    Material,
    PowerKind,
    Question,
    Reporting,
    Source,
    Variant,
)
from liaocheng.state_assets.document import SCHEME
from liaocheng.state_assets.ways import ANSWER_DAYS, Way

NOT_IN_HALL = "全程网办"
DECIDED_ON = "decided_on"
TRANSFERS, AFTER_TEN_DAYS = "二（一）3", "二（五）2"
CLASSES = ("公益类", "商业一类", "商业二类")

REQUEST = Material("state-request", "请示或者报告")
LICENCE = Material("business-licence", "营业执照", source=Source.LICENCE, fetched_from="市场监督管理局")
RESOLUTION = Material("state-resolution", "企业决策机构的决议")
PLAN = Material("state-plan", "方案和说明")
ASKED = (REQUEST, RESOLUTION, PLAN)
REPORTED = (REQUEST, RESOLUTION)

FIELDS = (
    FormField("subject", "事项内容", Entry.LONG_TEXT),
    FormField("enterprise_class", "企业类别", Entry.CHOICE, choices=CLASSES),
    FormField(DECIDED_ON, "作出决定（印发文件）的日期", Entry.DAY, help="以企业决策机构决议的日期为准"),
)
WITHIN_TEN_DAYS = Reporting(DECIDED_ON, Limit(10, Unit.WORKING_DAY), cites=SCHEME.clause("二（五）2"))
WITHIN_A_MONTH = Reporting(DECIDED_ON, Limit(1, Unit.MONTH), cites=SCHEME.clause("二（五）1"))
BY_END_OF_MARCH = Reporting(DECIDED_ON, next_year_by=(3, 31), cites=SCHEME.clause("二（五）3"))
UNTIL = {Way.AFTER: WITHIN_TEN_DAYS, Way.YEARLY: BY_END_OF_MARCH}
DECIDED_HERE = (Way.APPROVAL, Way.GOVERNMENT, Way.AGREEMENT)


def by_way(way: Way, path: str = "", *, until: Reporting | None = None) -> Variant:
    """A situation that goes by this way, because of the clause at the path."""
    materials = (LICENCE, *(ASKED if way in DECIDED_HERE else () if way is Way.OWN else REPORTED))
    reporting = until or UNTIL.get(way)
    fields = ("subject", "enterprise_class", *((DECIDED_ON,) if reporting else ()))
    return Variant(
        key=way.name.lower(),
        title=way.value,
        materials=tuple(material.code for material in materials),
        fields=fields,
        promised_days=ANSWER_DAYS if way in DECIDED_HERE else None,
        reporting=reporting,
        flow=way.flow,
        cites=SCHEME.clause(path) if path else None,
    )


def asked(question: str, **answers: Variant) -> tuple[Question, tuple[Variant, ...]]:
    """One question, each answer of which is a situation."""
    led = tuple(Answer(title, variant=variant.key) for title, variant in answers.items())
    variants = {variant.key: variant for variant in answers.values()}
    return Question("which", question, led), tuple(variants.values())


def listed(
    code: str,
    name: str,
    path: str,
    *,
    way: Way | None = None,
    choice: tuple[Question, tuple[Variant, ...]] | None = None,
    until: Reporting | None = None,
    aliases: tuple[str, ...] = (),
) -> Declaration:
    question, variants = choice or (None, (by_way(way or Way.OWN, path, until=until),))
    used = {material for variant in variants for material in variant.materials}
    return Declaration(
        code=code,
        name=name,
        kind=PowerKind.OTHER,
        bases=(Basis.of(SCHEME.clause(path)),),
        levels=(Level.CITY,),
        conditions="市政府授权市国资委履行出资人职责的所出资企业",
        audience=Audience.FIRM,
        materials=tuple(material for material in (LICENCE, *ASKED) if material.code in used),
        promised_days=max(variant.promised_days or 1 for variant in variants),
        flags=(Flag.ONLINE, Flag.WHOLLY_ONLINE),
        variants=variants,
        questions=(question,) if question else (),
        fields=FIELDS,
        aliases=aliases,
        exception=NOT_IN_HALL,
        flow=variants[0].flow,
        cites=SCHEME.clause(path),
        since=SCHEME.since,
    )


def duty(code: str, name: str, path: str) -> Declaration:
    """依职权: what the body does by itself; no enterprise applies for it."""
    return Declaration(
        code=code,
        name=name,
        kind=PowerKind.OTHER,
        bases=(Basis.of(SCHEME.clause(path)),),
        levels=(Level.CITY,),
        conditions="市国资委依职权办理",
        audience=Audience.FIRM,
        materials=(LICENCE,),
        promised_days=1,
        on_application=False,
        cites=SCHEME.clause(path),
        since=SCHEME.since,
    )


INSIDE = "是否在本集团内部实施？"
inside_or_out = asked(
    INSIDE, 集团内部=by_way(Way.AFTER, AFTER_TEN_DAYS), 集团以外=by_way(Way.APPROVAL, TRANSFERS)
)

APPROVALS = (
    listed(
        "GZ0101",
        "所出资企业改革改制",
        "二（一）1",
        choice=asked(
            "是否导致国家不再拥有控股权？",
            不导致=by_way(Way.APPROVAL, "二（一）1"),
            导致=by_way(Way.GOVERNMENT, "二（一）1"),
        ),
        aliases=("企业重组", "合并", "分立", "解散", "清算", "破产", "增资扩股", "混合所有制改革"),
    ),
    listed(
        "GZ0102",
        "子企业改革改制",
        "二（一）2",
        choice=asked(
            "子企业主业是否属于重要行业、关键领域、重大专项任务或者公共服务？",
            属于=by_way(Way.APPROVAL, "二（一）2"),
            不属于=by_way(Way.AFTER, AFTER_TEN_DAYS),
        ),
    ),
    listed("GZ0103", "国有产权无偿划转", "二（一）3", choice=inside_or_out, aliases=("无偿划转",)),
    listed(
        "GZ0104",
        "国有产权非公开协议转让",
        "二（一）3",
        choice=asked(
            "是否集团内部资产重组整合时的协议转让？",
            集团内部=by_way(Way.AFTER, AFTER_TEN_DAYS),
            集团以外=by_way(Way.APPROVAL, TRANSFERS),
        ),
        aliases=("协议转让",),
    ),
    listed(
        "GZ0105",
        "非公开协议方式增资",
        "二（一）3",
        choice=asked(
            "是否集团内部参与的增资、债转股或者原股东增资？",
            集团内部=by_way(Way.AFTER, AFTER_TEN_DAYS),
            集团以外=by_way(Way.APPROVAL, TRANSFERS),
        ),
        aliases=("协议增资",),
    ),
    listed("GZ0106", "国有资本金变动", "二（一）4", way=Way.APPROVAL, aliases=("减资", "转增资本")),
)

AGREEMENTS = (
    listed("GZ0201", "主业核准", "二（二）1", way=Way.AGREEMENT),
    listed("GZ0202", "章程的制定和修改", "二（二）2", way=Way.AGREEMENT),
    listed("GZ0203", "年度财务预算方案、利润分配方案", "二（二）3", way=Way.AGREEMENT),
    listed("GZ0204", "企业负责人经营业绩考核和薪酬奖惩", "二（二）4", way=Way.AGREEMENT),
    listed(
        "GZ0205",
        "职工工资总额预算",
        "二（二）5",
        choice=asked(
            "企业属于哪一类？",
            公益类=by_way(Way.AGREEMENT, "二（二）5"),
            商业一类=by_way(Way.BEFORE, "二（四）3"),
            商业二类=by_way(Way.AGREEMENT, "二（二）5"),
        ),
        aliases=("工资总额预算",),
    ),
    listed("GZ0206", "资产评估项目核准", "二（二）6", way=Way.AGREEMENT),
    listed(
        "GZ0207",
        "发行债券",
        "二（二）7",
        choice=asked(
            "债券期限是否满一年？",
            满一年=by_way(Way.AGREEMENT, "二（二）7"),
            不满一年=by_way(Way.OWN, "二"),
        ),
        aliases=("中长期债券",),
    ),
    listed(
        "GZ0208",
        "投资项目",
        "二（二）8",
        choice=asked(
            "是否纳入特别监管类？",
            纳入=by_way(Way.AGREEMENT, "二（二）8"),
            没有纳入=by_way(Way.YEARLY, "二（五）3"),
        ),
        aliases=("投资事项", "特别监管类投资项目"),
    ),
)

BEFOREHAND = (
    listed("GZ0401", "发展战略和规划、年度投资计划", "二（四）1", way=Way.BEFORE),
    listed("GZ0402", "领导班子成员年度和任期薪酬分配方案", "二（四）2", way=Way.BEFORE),
)

AFTERWARDS = (
    listed("GZ0501", "内部管理制度", "二（五）1", way=Way.AFTER, until=WITHIN_A_MONTH, aliases=("内部制度",)),
    listed("GZ0502", "实际控制企业主要负责人任免", "二（五）2", way=Way.AFTER),
    listed("GZ0503", "所出资企业间的担保", "二（五）2", way=Way.AFTER, aliases=("担保",)),
    listed("GZ0504", "国有产权进场转让", "二（五）3", way=Way.YEARLY, aliases=("产权进场转让",)),
    listed("GZ0505", "经营范围变更", "二（五）3", way=Way.YEARLY),
    listed("GZ0506", "工资总额清算", "二（五）3", way=Way.YEARLY),
    listed("GZ0507", "企业负责人薪酬", "二（五）3", way=Way.YEARLY),
    listed("GZ0508", "重大资产处置", "二（五）3", way=Way.YEARLY),
    listed("GZ0509", "资产损失核销", "二（五）3", way=Way.YEARLY),
)

UNLISTED = listed("GZ0900", "清单以外的事项", "二", way=Way.OWN)

DUTIES = (
    duty("GZ0301", "国有产权登记和国有资产统计", "二（三）1"),
    duty("GZ0302", "编制国有资本经营预算建议草案", "二（三）2"),
    duty("GZ0303", "上市方案审核和上市公司国有股权管理", "二（三）3"),
    duty("GZ0304", "企业领导人员考核任免和指导选聘", "二（三）4"),
    duty("GZ0305", "审计、评估中介机构选聘", "二（三）5"),
    duty("GZ0306", "国有资产重大损失调查", "二（三）6"),
    duty("GZ0307", "法律法规和政策执行情况监督检查", "二（三）7"),
)

APPLIED_FOR = (*APPROVALS, *AGREEMENTS, *BEFOREHAND, *AFTERWARDS, UNLISTED)
ALL = (*APPLIED_FOR, *DUTIES)
