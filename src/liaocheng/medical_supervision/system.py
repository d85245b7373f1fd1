"""S31: the medical sector supervised as a whole, on records, points, lists and complaints."""

from guangyue.cases.demands import TravelFlow
from guangyue.credit.demands import GradeSubjects, KeepCredit, Keeping, KeepScore, RecordConduct
from guangyue.matters.demands import OfferMatter
from guangyue.supervision.demands import ShareDuties
from guangyue.systems.system import System
from liaocheng.city import HEALTH
from liaocheng.medical_supervision.complaints import FLOW, HEARD, MATTER
from liaocheng.medical_supervision.document import EVERYBODYS, OPINIONS
from liaocheng.medical_supervision.duties import DUTIES
from liaocheng.medical_supervision.examples import answer
from liaocheng.medical_supervision.recorded import (
    CLASSES,
    KEY_LIST,
    KINDS_OF_THE_CREDIT_CLAUSE,
    MAJOR_DECISION,
    WARNING,
)
from liaocheng.medical_supervision.scale import SCALE
from liaocheng.medical_supervision.work import work_for_duties

CREDIT = OPINIONS.clause("五（二十一）")

SYSTEM = System(
    number="S31",
    title="医疗卫生综合监管",
    documents=(OPINIONS,),
    led_by=(HEALTH,),
    demands=(
        ShareDuties(
            "medical", "医疗卫生综合监管职责", DUTIES, cites=OPINIONS.clause("三（四）"), work=work_for_duties
        ),
        *(RecordConduct(kind, cites=CREDIT) for kind in KINDS_OF_THE_CREDIT_CLAUSE),
        RecordConduct(MAJOR_DECISION, cites=OPINIONS.clause("五（十九）")),
        RecordConduct(WARNING, cites=OPINIONS.clause("五（二十三）")),
        RecordConduct(KEY_LIST, cites=HEARD),
        KeepScore(SCALE, cites=CREDIT),
        GradeSubjects(CLASSES, cites=OPINIONS.clause("五（二十）")),
        KeepCredit(Keeping.PUBLICATION, "许可、处罚、名单依法公示", cites=OPINIONS.clause("五（二十二）")),
        KeepCredit(
            Keeping.QUERIES, "校验、医保定点、评先评优查询监管结果", cites=OPINIONS.clause("五（二十五）")
        ),
        KeepCredit(Keeping.RECORDS, "从业人员违法违规行为记入信用", cites=OPINIONS.clause("四（十六）")),
        TravelFlow(FLOW, cites=HEARD),
        OfferMatter(MATTER, owner=HEALTH, cites=HEARD, since=OPINIONS.since),
    ),
    examples=answer,
    leaves={
        **dict.fromkeys(("前言", "一", "二"), "总体要求和目标，没有要办的事"),
        **{f"三（{number}）": EVERYBODYS for number in "一二三五六七"},
        **{f"四（{number}）": EVERYBODYS for number in ("八", "十五", "十八")},
        "四（九）": "下放许可没有监管事项的，由“互联网+监管”的缺口清单列出",
        "四（十）": "核心制度和重点环节由执法检查的清单核查，查实的按记分标准记入",
        "四（十一）": "查实的违规采购、使用按记分标准记入，超常用药预警由医疗机构和卫健系统办理",
        "四（十二）": "公立医院举债建设查实的，按记分标准记入",
        "四（十三）": "非营利性机构分配结余查实的，按记分标准记入",
        "四（十四）": "医保智能监控由医保部门办理，查实的按记分标准记入",
        "四（十七）": "行业秩序案件由各部门依法查处，查实的按记分标准记入",
        "五（二十四）": "网格化巡查由网格和部件管理办理",
        "五（二十六）": "日常巡查、随机抽查由双随机抽查办理",
        **{f"六（{number}）": EVERYBODYS for number in ("二十八", "二十九", "三十", "三十一")},
    },
)
