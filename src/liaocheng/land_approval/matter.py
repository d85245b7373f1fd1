"""事项: the one that a county hands up, by what it asks for."""

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
    Source,
    Variant,
)
from liaocheng.land_approval.document import SCHEME
from liaocheng.land_approval.flows import BOTH_TOGETHER, CONVERTING, TAKEN_ALONE
from liaocheng.land_approval.rules import BOTH, CONVERSION, COUNTIES, KINDS, TAKING

CONVERSION_PAPERS = (
    Material("land-request", "县级政府请示"),
    Material("land-plan", "农用地转用方案"),
    Material("land-balance", "补充耕地方案和配号凭证"),
    Material("land-map", "勘测定界图和报告"),
    Material(
        "land-status",
        "土地利用现状和规划图件",
        source=Source.SHARED,
        fetched_from="建设用地审批管理信息系统",
    ),
)
TAKING_PAPERS = (
    Material("land-taking-plan", "土地征收方案和公告、听证、协议材料"),
    Material("land-pension", "被征地农民养老保险方案"),
    Material("land-deposit", "征地补偿费用预存凭证"),
)
FIELDS = (
    FormField("batch", "批次名称"),
    FormField("county", "县（市、区）、市属开发区", Entry.CHOICE, choices=COUNTIES),
    FormField("branch", "报批类型", Entry.CHOICE, choices=KINDS),
    FormField("area", "总面积（公顷）", Entry.NUMBER),
    FormField("farmland", "其中农用地（公顷）", Entry.NUMBER),
    FormField("purpose", "用途", Entry.TEXT),
    FormField("plots", "地块范围", Entry.AREA, required=False),
    FormField("new_land", "涉及新增建设用地", Entry.YES_NO),
    FormField("touches_permanent_farmland", "占用永久基本农田", Entry.YES_NO),
    FormField("within_range", "在土地利用总体规划确定的建设用地规模范围内", Entry.YES_NO),
    FormField("in_town", "属于城市、集镇用地", Entry.YES_NO),
    FormField("needs_state_council", "须报国务院审批", Entry.YES_NO),
    FormField("suspected_polluted", "涉及疑似污染地块", Entry.YES_NO),
    FormField("ecology_answered", "生态环境部门已经书面回复", Entry.YES_NO),
)
APART = (FormField("separation_explained", "分开办理已经说明理由", Entry.YES_NO),)
TAKEN = (
    FormField("pension_plan_together", "养老保险方案与补偿安置方案同步报送", Entry.YES_NO),
    FormField("pension_plan_workable", "养老保险方案可行", Entry.YES_NO),
)
ALONE = (FormField("converted_before", "农用地转用已经批准", Entry.YES_NO),)


def _keys(*groups: tuple[FormField, ...]) -> tuple[str, ...]:
    return tuple(field.key for group in groups for field in group)


def _codes(*groups: tuple[Material, ...]) -> tuple[str, ...]:
    return tuple(material.code for group in groups for material in group)


LAND = Declaration(
    code="YD0101",
    name="建设用地审批（农用地转用、土地征收）",
    kind=PowerKind.OTHER,
    bases=(
        Basis("中华人民共和国土地管理法", "第四十四条、第四十六条", "法律"),
        Basis.of(SCHEME.clause("三")),
    ),
    levels=(Level.CITY,),
    conditions="由县（市、区）人民政府、市属开发区管委会组卷上报",
    audience=Audience.OFFICE,
    materials=(*CONVERSION_PAPERS, *TAKING_PAPERS),
    promised_days=20,
    variants=(
        Variant(
            "conversion",
            CONVERSION,
            materials=_codes(CONVERSION_PAPERS),
            fields=_keys(FIELDS, APART),
            flow=CONVERTING.key,
            cites=SCHEME.clause("三（一）"),
        ),
        Variant(
            "both",
            BOTH,
            materials=_codes(CONVERSION_PAPERS, TAKING_PAPERS),
            fields=_keys(FIELDS, TAKEN),
            flow=BOTH_TOGETHER.key,
            cites=SCHEME.clause("三（二）"),
        ),
        Variant(
            "taking",
            TAKING,
            materials=_codes(TAKING_PAPERS),
            fields=_keys(FIELDS, APART, TAKEN, ALONE),
            flow=TAKEN_ALONE.key,
            cites=SCHEME.clause("三（二）"),
        ),
    ),
    questions=(
        Question(
            "branch",
            "报批哪一类？",
            (
                Answer(BOTH, variant="both"),
                Answer(CONVERSION, variant="conversion"),
                Answer(TAKING, variant="taking"),
            ),
            help="土地征收原则上与农用地转用同时办理，分开办理要说明理由",
        ),
    ),
    fields=(*FIELDS, *APART, *TAKEN, *ALONE),
    aliases=("征地", "农转用", "用地报批"),
    flags=(Flag.WHOLLY_ONLINE,),
    exception="全程网办",
    flow=BOTH_TOGETHER.key,
    rule="S16.land_file",
    cites=SCHEME.clause("三"),
    since=SCHEME.since,
)
