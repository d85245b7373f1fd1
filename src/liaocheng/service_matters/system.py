"""S10: the catalogue of matters, and what is done with it."""

from collections.abc import Iterator

from guangyue.matters.demands import Earlier, KeepCatalogue, Keeping, OfferMatter
from guangyue.systems.system import System
from liaocheng.city import APPROVAL, BIG_DATA, GOVERNMENT_OFFICE
from liaocheng.service_matters.baseline import BASELINE
from liaocheng.service_matters.document import DIGITAL_PLAN, EMPOWERMENT, REFORM, TASKS_2019
from liaocheng.service_matters.examples import answer
from liaocheng.service_matters.matters import MATTERS


def offers() -> Iterator[OfferMatter]:
    """As they are, and as they were before the reform, where that is known."""
    earlier = {one.declaration.code: Earlier(one.declaration, one.since) for one in BASELINE}
    for one in MATTERS:
        yield OfferMatter(
            one.declaration,
            owner=one.owner,
            cites=REFORM.clause("三（十二）"),
            since=one.since,
            before=earlier.get(one.declaration.code),
        )


SYSTEM = System(
    number="S10",
    title="事项库",
    documents=(REFORM, TASKS_2019, EMPOWERMENT, DIGITAL_PLAN),
    led_by=(APPROVAL, GOVERNMENT_OFFICE, BIG_DATA),
    demands=(
        *offers(),
        KeepCatalogue(Keeping.COMPLIANCE, "不进大厅的事项写明理由", cites=REFORM.clause("二（八）")),
        KeepCatalogue(Keeping.CATALOGUE, "服务指南由情形生成", cites=REFORM.clause("二（九）")),
        KeepCatalogue(Keeping.COMPARISON, "十个要素逐项比对", cites=REFORM.clause("三（十二）")),
        KeepCatalogue(Keeping.REDUCTIONS, "环节、材料、时限和基准比", cites=REFORM.clause("三（十三）")),
        KeepCatalogue(Keeping.COMPLIANCE, "变相审批筛查", cites=REFORM.clause("三（十四）")),
        KeepCatalogue(Keeping.COMPLIANCE, "逐个事项的容缺清单", cites=REFORM.clause("三（十五）")),
        KeepCatalogue(Keeping.CATALOGUE, "每种情形一个标准模板", cites=REFORM.clause("三（十七）")),
        KeepCatalogue(Keeping.CATALOGUE, "出入口在统一平台", cites=REFORM.clause("四（二十四）")),
        KeepCatalogue(Keeping.CHANGES, "提出、核对、发布", cites=REFORM.clause("四（二十五）")),
        KeepCatalogue(Keeping.CATALOGUE, "秒批秒办清单", cites=REFORM.clause("四（二十八）")),
        KeepCatalogue(Keeping.CATALOGUE, "高频民生事项", cites=REFORM.clause("五（三十七）")),
        KeepCatalogue(Keeping.COMPLIANCE, "网上可办率", cites=TASKS_2019.clause("七26")),
        KeepCatalogue(Keeping.CHANGES, "十一种权力类型", cites=EMPOWERMENT.clause("二（一）")),
        KeepCatalogue(Keeping.CATALOGUE, "掌上可办", cites=DIGITAL_PLAN.clause("三（一）")),
    ),
    examples=answer,
)
